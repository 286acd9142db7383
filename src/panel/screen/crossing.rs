//! The crossing: the Azure bank, the pair, the Marketo bank.

use keyferry_core::{Bank, Row, RowState, Voyage};

use super::{Scene, heard, pair};
use crate::element::{Element, element};

/// The whole crossing.
pub fn crossing(scene: &Scene, voyage: &Voyage) -> Element {
    let pair = match &voyage.pair {
        _ if !voyage.choices.is_empty() => Some(pair::choice(scene, &voyage.choices)),
        Some(pair) => Some(pair::on_board(scene, pair)),
        // Once all is done nothing is missing in the hold.
        None => voyage.now.as_ref().map(|_| pair::none(scene)),
    };
    element("section")
        .key("crossing")
        .class("crossing")
        .with("aria-labelledby", "crossing")
        .put(element("h2").with("id", "crossing").class("heard").put(scene.say("panel_crossing")))
        .put(caption(scene, &voyage.azure).key("azure"))
        .put(steps(scene, &voyage.azure).key("azure"))
        .put_all(pair.map(|pair| pair.key("pair")))
        .put(caption(scene, &voyage.marketo).key("marketo"))
        .put(steps(scene, &voyage.marketo).key("marketo"))
}

fn caption(scene: &Scene, bank: &Bank) -> Element {
    element("h3").class("bank").put_all(scene.text(&bank.caption))
}

fn steps(scene: &Scene, bank: &Bank) -> Element {
    // Safari and VoiceOver take a list without bullets for no list.
    element("ol").with("role", "list").put_all(bank.steps.iter().map(|step| row(scene, step)))
}

fn row(scene: &Scene, row: &Row) -> Element {
    let (class, sign, state) = match row.state {
        RowState::Done => ("row done", "✓", "panel_state_done"),
        RowState::Passed => ("row passed", "–", "panel_state_passed"),
        RowState::Now => ("row now", "", "panel_state_now"),
        RowState::ToCome => ("row", "", "panel_state_to_come"),
    };
    let plain = row.remark.is_none() && row.state == RowState::Now;
    let remark = match &row.remark {
        Some(remark) => scene.text(remark),
        None if plain => vec![scene.say(state).into()],
        None => Vec::new(),
    };
    let mut line = element("li").key(row.id.clone()).class(class);
    if row.state == RowState::Now {
        line = line.with("aria-current", "step");
    }
    line = line
        .put(element("i").with("aria-hidden", "true").put(sign))
        .put(element("span").class("title").put_all(scene.text(&row.title)));
    if !plain {
        line = line.put(heard(format!(", {}", scene.say(state))));
    }
    if remark.is_empty() {
        return line;
    }
    line.put(element("span").class("remark").put_all(remark))
}
