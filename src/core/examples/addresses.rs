//! The core's verdict on addresses, for `tests/security`: `["ADDRESS", "TOP ADDRESS" | null]` per line in; `azure`,
//! `marketo`, the same with `practice ` before it, or `nobody` per line out.

use std::io::{BufRead, BufWriter, Write, stdin, stdout};

use keyferry_core::{Page, Site, portal_of};

/// The extension's own origin in these tests.
const OWN: &str = "chrome-extension://abcdefghijklmnopabcdefghijklmnop";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = BufWriter::new(stdout().lock());
    for line in stdin().lock().lines() {
        let (url, top_url): (String, Option<String>) = serde_json::from_str(&line?)?;
        let page = Page { url, top_url, ..Page::default() };
        let portal = portal_of(&page, OWN);
        let practice = portal.is_some_and(|portal| portal.practice);
        let site = match portal.map(|portal| portal.site) {
            Some(Site::Azure) => "azure",
            Some(Site::Marketo) => "marketo",
            None => "nobody",
        };
        writeln!(out, "{}{site}", if practice { "practice " } else { "" })?;
    }
    out.flush()?;
    Ok(())
}
