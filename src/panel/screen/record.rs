//! The set-up record, to be handed over: as a page to print, and as Markdown.

use keyferry_core::{HandOver, RecordLine};

use super::{Scene, pair, worded};
use crate::act::Act;
use crate::data_url::data_url;
use crate::element::{Element, element};
use crate::markdown::Markdown;
use crate::words::flat;

/// What it is for, and the ways to have it.
pub fn record(scene: &Scene, record: &HandOver) -> Element {
    let markdown = markdown(scene, record);
    let print = element("a").class("button quiet").with("href", "record.html");
    let save = element("a")
        .class("button quiet")
        .with("href", data_url("text/markdown", &markdown))
        .with("download", "keyferry-record.md");
    let copied = pair::copied(scene, &markdown);
    let copy = worded(scene.say("panel_record_copy"), Act::Copy(markdown));
    element("section")
        .key("record")
        .class("record")
        .with("aria-labelledby", "record")
        .put(element("h2").with("id", "record").put(scene.say("panel_record")))
        .put(element("p").put(scene.say("panel_record_body")))
        .put(
            element("div")
                .class("buttons")
                .put(
                    print
                        .with("target", "_blank")
                        .put(scene.say("panel_record_print"))
                        .key("print"),
                )
                .put(save.put(scene.say("panel_record_save")).key("save"))
                .put(copy.class("button quiet").key("copy"))
                .put(copied),
        )
}

/// The record as one document.
fn markdown(scene: &Scene, record: &HandOver) -> String {
    let mut document = Markdown::default();
    document.heading(1, &scene.say("record_title"));
    document.paragraph(&scene.say("record_who"));
    if record.practice {
        document.paragraph(&scene.say("record_practice"));
    }
    let mut rows = written(scene, &record.lines);
    rows.push((scene.say("record_date"), scene.book.day_and_time(record.at.0)));
    document.table(both(&rows));
    if !record.checks.is_empty() {
        document.heading(2, &scene.say("record_checks"));
        document.table(both(&written(scene, &record.checks)));
    }
    document.paragraph(&scene.say("record_next"));
    document.text()
}

fn written(scene: &Scene, lines: &[RecordLine]) -> Vec<(String, String)> {
    let line = |line: &RecordLine| (flat(scene.book, &line.label), flat(scene.book, &line.value));
    lines.iter().map(line).collect()
}

fn both(rows: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    rows.iter().map(|(name, value)| (name.as_str(), value.as_str()))
}
