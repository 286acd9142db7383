//! Understands a whole paste: two values in any order and dress, a row of the portal's table, or
//! the output of a command line.
//!
//! No format is parsed. The paste is cut into words; words that are values by their shape are
//! told apart by the label before them or above them. So a wrapped, half copied or hand-edited
//! output reads as well as a whole one.

mod candidate;
mod date;
mod finds;
mod label;
mod place;
mod table;
#[cfg(test)]
mod tests;
mod words;

use super::{Known, Secret, Verdict};
use crate::Text;
use finds::Finds;
use place::Place;
use table::Heading;
use words::words;

/// Longer than any output that holds one pair.
const LONGEST: usize = 64 * 1024;
/// A label stands no further than so many words before its value.
const MOST_CONTEXT: usize = 60;

/// What a paste holds.
pub struct Pasted {
    /// The client ID, in lower case.
    pub client_id: Option<String>,
    /// The tenant's ID, in lower case.
    pub tenant_id: Option<String>,
    /// The app's object ID, in lower case.
    pub object_id: Option<String>,
    /// The Secret ID, in lower case.
    pub secret_id: Option<String>,
    /// An ID after the secret that nothing names: the client ID, or the Secret ID that stands there in Azure. Only a
    /// person can tell; there is no other client ID then.
    pub unsure: Option<String>,
    /// The secret, trimmed, where it may be kept.
    pub secret: Option<Secret>,
    /// What Keyferry makes of the secret, or of the whole paste where it holds none.
    pub verdict: Verdict,
    /// The day the secret expires, `YYYY-MM-DD`.
    pub expires: Option<String>,
    /// Where the paste comes from, by its look.
    pub format: Format,
}

/// Where a paste comes from, by its look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `az ad app credential reset`, `az ad sp create-for-rbac`.
    AzureCli,
    /// `m365 entra app add`.
    Microsoft365Cli,
    /// Microsoft Graph, by PowerShell or otherwise.
    Graph,
    /// `terraform output`.
    Terraform,
    /// A table with a heading, or a row of one.
    Table,
    /// Values with labels.
    Labels,
    /// Bare values.
    Values,
}

impl Format {
    /// Its name.
    #[must_use]
    pub const fn text(self) -> Text {
        Text::plain(match self {
            Self::AzureCli => "pasted_azure_cli",
            Self::Microsoft365Cli => "pasted_m365",
            Self::Graph => "pasted_graph",
            Self::Terraform => "pasted_terraform",
            Self::Table => "pasted_table",
            Self::Labels => "pasted_labels",
            Self::Values => "pasted_values",
        })
    }

    fn of(text: &str, labelled: bool, tabled: bool) -> Self {
        let has = |word: &str| text.contains(word);
        if has("sensitive") {
            Self::Terraform
        } else if has("ecretText") {
            Self::Graph
        } else if has("ppId") && (has("\"secrets\"") || has("objectId")) {
            Self::Microsoft365Cli
        } else if (has("ppId") && has("assword")) || has("\"clientSecret\"") {
            Self::AzureCli
        } else if tabled {
            Self::Table
        } else if labelled {
            Self::Labels
        } else {
            Self::Values
        }
    }
}

/// Reads a paste. Nothing of it is kept but what is handed back.
#[must_use]
pub fn unpack(paste: Secret, known: &Known) -> Pasted {
    // EXPOSE: cut into parts in place; what is kept is copied once, into a Secret.
    let text = paste.expose();
    if text.len() > LONGEST {
        return Finds::new(known).into_pasted(Verdict::TooLong, Format::Values);
    }
    let words = words(text);
    let mut finds = Finds::new(known);
    let (mut heading, mut labelled, mut tabled) = (None, false, false);
    let mut since_value = 0;
    let mut start = 0;
    while let Some(word) = words.get(start) {
        let end =
            start + words.iter().skip(start).take_while(|next| next.line == word.line).count();
        let line = words.get(start..end).unwrap_or_default();
        let below = words.get(end..).unwrap_or_default();
        if let Some(read) = Heading::read(line, below) {
            heading = Some(read);
            tabled = true;
            since_value = end;
        } else {
            for at in start..end {
                let since = since_value.max(at.saturating_sub(MOST_CONTEXT));
                let place = Place { words: &words, at, since, start, heading: heading.as_ref() };
                let read = place.read(&mut finds);
                labelled |= read.label.is_some();
                if read.value {
                    since_value = at + 1;
                }
            }
            tabled |=
                heading.is_none() && line.iter().any(|word| word.cell > 1) && !text.contains('{');
        }
        start = end;
    }
    let verdict = finds.settle(&words, !labelled && !tabled, &paste);
    finds.into_pasted(verdict, Format::of(text, labelled, tabled))
}
