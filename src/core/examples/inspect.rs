//! The core for `./build.sh inspect`: a page per line in, its sighting per line out, as JSON. With `--why`, what was
//! weighed for it stands beside it.

use std::io::{BufRead, Write, stdin, stdout};

use keyferry_core::{Page, Sighting, Why, explain, recognise};

#[derive(serde::Serialize)]
struct Explained {
    #[serde(flatten)]
    sighting: Sighting,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<Why>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let asked = std::env::args().any(|arg| arg == "--why");
    let mut out = stdout().lock();
    for line in stdin().lock().lines() {
        let page: Page = serde_json::from_str(&line?)?;
        let (mut sighting, why) = if asked {
            let (sighting, why) = explain(&page, "");
            (sighting, Some(why))
        } else {
            (recognise(&page, ""), None)
        };
        sighting.targets.retain(|target, _| target.is_told());
        writeln!(out, "{}", serde_json::to_string(&Explained { sighting, why })?)?;
        out.flush()?;
    }
    Ok(())
}
