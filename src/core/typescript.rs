//! The TypeScript types of everything that crosses into TypeScript, written from the Rust ones.
//!
//! `extension/generated/core.ts` holds what [`declarations`] returns; the test below fails when
//! the two drift. `UPDATE=1 cargo test -p keyferry-core --features typescript typescript` writes it anew.

use ts_rs::{Config, TS};

use crate::{
    Arg, Badge, Bank, Button, Check, CheckView, Chore, Cloud, Command, ConnectionView, Effect,
    Elsewhere, Event, Explained, Field, Finding, Guide, Half, HandFault, HandOver, JourneyChoice,
    Moment, Node, Notice, Now, OrderId, Outcome, Page, PairChoice, PairView, Part, Place, Reach,
    Recipe, RecordLine, Row, RowState, Sealed, SecretKind, Site, Suggestion, Take, TestView, Text,
    Tone, View, Voyage, Weighed,
};

/// The whole file.
#[must_use]
pub fn declarations() -> String {
    let config = Config::new();
    let mut file =
        String::from("// Written from the Rust types by src/core/typescript.rs. Do not edit.\n");
    macro_rules! declare {
        ($($name:ty),+ $(,)?) => {
            $(
                file.push_str("\nexport ");
                file.push_str(&<$name>::decl(&config));
                file.push('\n');
            )+
        };
    }
    declare![
        Arg,
        Badge,
        Bank,
        Button,
        Check,
        CheckView,
        Chore,
        Cloud,
        Command,
        ConnectionView,
        Effect,
        Elsewhere,
        Event,
        Explained,
        Field,
        Finding,
        Guide,
        Half,
        HandFault,
        HandOver,
        JourneyChoice,
        Moment,
        Node,
        Notice,
        Now,
        OrderId,
        Outcome,
        Page,
        PairChoice,
        PairView,
        Part,
        Place,
        Reach,
        Recipe,
        RecordLine,
        Row,
        RowState,
        Sealed,
        SecretKind,
        Site,
        Suggestion,
        Take,
        TestView,
        Text,
        Tone,
        View,
        Voyage,
        Weighed,
    ];
    file.push_str(&reaches());
    file.push_str(&sign_ins());
    file
}

/// The groups of hosts as a constant: the manifest and the background read them.
fn reaches() -> String {
    let line = |reach: &Reach| {
        let (name, origins) = (reach.name(), reach.origins());
        format!("  {name}: {origins:?},\n")
    };
    let lines: String = Reach::ALL.iter().map(line).collect();
    format!("\nexport const REACHES: Record<Reach, string[]> = {{\n{lines}}};\n")
}

/// The sign-in service of each cloud, which is asked for when a pair is to be tested.
fn sign_ins() -> String {
    let line = |cloud: &Cloud| format!("  {}: {:?},\n", cloud.name(), cloud.sign_in_origin());
    let lines: String = Cloud::ALL.iter().map(line).collect();
    format!("\nexport const SIGN_INS: Record<Cloud, string> = {{\n{lines}}};\n")
}

#[cfg(test)]
mod tests {
    use std::{env, fs, path::Path};

    use super::*;

    #[test]
    fn the_generated_file_is_up_to_date() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../extension/generated/core.ts");
        if env::var_os("UPDATE").is_some() {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, declarations()).unwrap();
        }
        let stored = fs::read_to_string(&file).unwrap_or_default();
        assert!(
            stored == declarations(),
            "extension/generated/core.ts has drifted from the Rust types; see src/core/typescript.rs"
        );
    }
}
