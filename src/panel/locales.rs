//! Every journey against the messages: nothing that the core can say is without words.

use std::collections::BTreeMap;

use keyferry_core::{Cue, Journey};
use serde_json::Value;

const EN: &str = include_str!("../../extension/_locales/en/messages.json");

/// The messages that are asked for must be there, with a place for every argument and no more
/// places than arguments.
struct English(BTreeMap<String, Value>);

impl English {
    fn read() -> Self {
        Self(serde_json::from_str(EN).unwrap())
    }

    #[track_caller]
    fn check(&self, key: &str, args: usize) {
        let message = self.0.get(key).and_then(|entry| entry["message"].as_str());
        let message = message.unwrap_or_else(|| panic!("no message {key}"));
        let places = (1..10).filter(|place| message.contains(&format!("${place}"))).max();
        assert!(places.unwrap_or(0) <= args, "{key} has more places than arguments: {message}");
    }

    #[track_caller]
    fn check_cue(&self, cue: &Cue) {
        self.check(&format!("cue_{}", cue.id), cue.args.len());
        self.check(&format!("cue_{}_miss", cue.id), cue.args.len());
    }
}

#[test]
fn every_step_and_cue_has_its_words() {
    let english = English::read();
    for journey in Journey::ALL {
        english.check(journey.title, 0);
        english.check(&format!("{}_remark", journey.title), 0);
        for step in journey.steps {
            english.check(&format!("step_{}_title", step.id), 0);
            english.check(&format!("step_{}_why", step.id), 0);
            english.check(&format!("stage_{}", step.stage), 0);
            step.cues.iter().chain([step.elsewhere]).for_each(|cue| english.check_cue(cue));
        }
    }
}
