//! The state machine over random happenings; by the million in `proof.rs`. What fails here is made as short as it can be.

use proptest::prelude::*;

use super::happening::*;
use super::voyage::*;
use super::watch::Watch;

fn happening() -> impl Strategy<Value = Happening> {
    let tab = || 1..4u32;
    prop_oneof![
        8 => (tab(), 0..PAGES, any::<bool>())
            .prop_map(|(tab, page, filled)| Happening::See { tab, page, filled }),
        5 => (tab(), 0..6u8).prop_map(|(tab, button)| Happening::Press { tab, button }),
        3 => (0..WISHES).prop_map(Happening::Ask),
        5 => (0..6u32, tab(), 0..4u8)
            .prop_map(|(order, tab, value)| Happening::Answer { order, tab, value }),
        3 => (0..6u32, tab(), any::<bool>())
            .prop_map(|(order, tab, fault)| Happening::Filled { order, tab, fault }),
        1 => tab().prop_map(Happening::Leave),
        1 => prop::option::of(tab()).prop_map(Happening::Front),
        2 => (-200..1200).prop_map(Happening::Later),
        1 => Just(Happening::Rang),
        1 => Just(Happening::Restart),
        1 => Just(Happening::BrowserStarted),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_invariants_hold(happenings in prop::collection::vec(happening(), 0..60)) {
        let mut voyage = Voyage::begin();
        let mut watch = Watch::default();
        for happening in &happenings {
            voyage.effects.clear();
            watch.before(happening);
            voyage.happen(happening);
            watch.after(&mut voyage, happening);
        }
        watch.end(&mut voyage);
    }
}
