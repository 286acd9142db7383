//! The core for `./build.sh inspect`: a page per line in, its sighting per line out, as JSON.

use std::io::{BufRead, Write, stdin, stdout};

use keyferry_core::{Page, recognise};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = stdout().lock();
    for line in stdin().lock().lines() {
        let page: Page = serde_json::from_str(&line?)?;
        let mut sighting = recognise(&page, "");
        sighting.targets.retain(|target, _| target.is_told());
        writeln!(out, "{}", serde_json::to_string(&sighting)?)?;
        out.flush()?;
    }
    Ok(())
}
