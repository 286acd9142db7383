//! The state machine over random happenings.

use proptest::prelude::*;

use super::super::*;
use super::voyage::*;
use crate::{Button, HandFault, OrderId, Screen, Secret, Sighting, Site, Take, Target, specimen};

/// One thing that happens, small enough to be made at random.
#[derive(Clone, Debug)]
enum Happening {
    See { tab: u32, page: u8, filled: bool },
    Press { tab: u32, button: u8 },
    Ask(u8),
    Answer { order: u32, tab: u32, value: u8 },
    Filled { order: u32, tab: u32, fault: bool },
    Leave(u32),
    Front(Option<u32>),
    Later(u32),
    Rang,
    Restart,
    BrowserStarted,
}

fn happening() -> impl Strategy<Value = Happening> {
    let tab = || 1..4u32;
    prop_oneof![
        8 => (tab(), 0..17u8, any::<bool>())
            .prop_map(|(tab, page, filled)| Happening::See { tab, page, filled }),
        5 => (tab(), 0..6u8).prop_map(|(tab, button)| Happening::Press { tab, button }),
        3 => (0..10u8).prop_map(Happening::Ask),
        5 => (0..6u32, tab(), 0..4u8)
            .prop_map(|(order, tab, value)| Happening::Answer { order, tab, value }),
        3 => (0..6u32, tab(), any::<bool>())
            .prop_map(|(order, tab, fault)| Happening::Filled { order, tab, fault }),
        1 => tab().prop_map(Happening::Leave),
        1 => prop::option::of(tab()).prop_map(Happening::Front),
        2 => (0..1200u32).prop_map(Happening::Later),
        1 => Just(Happening::Rang),
        1 => Just(Happening::Restart),
        1 => Just(Happening::BrowserStarted),
    ]
}

const BUTTONS: [Button; 6] = [
    Button::Keep,
    Button::Fill,
    Button::OpenAzure,
    Button::OpenMarketo,
    Button::PassOver,
    Button::Finish,
];

fn page(number: u8, filled: bool) -> Sighting {
    let app = if filled { APP } else { OTHER };
    match number {
        0 => shown_secret(app),
        1 => form(Screen::EditCredentials, filled),
        2 => form(Screen::ValidateForm, filled),
        3 => checks(|at| Some(filled || at != 2)),
        4 => marketo(Screen::Dynamics, Some(Sync::On), &[Target::DisableSync]),
        5 => marketo(Screen::Dynamics, Some(Sync::Off), &[Target::EnableSync]),
        6 => Sighting::default(),
        _ => {
            let screen = Screen::ALL[usize::from(number)];
            let site = if number < 9 { Site::Azure } else { Site::Marketo };
            let mut page = sighting(site, screen, Target::ALL);
            page.facts.client_id = filled.then(|| app.to_owned());
            page
        }
    }
}

fn value(number: u8) -> String {
    match number {
        0 => specimen::current(1),
        1 => specimen::current(2),
        2 => APP.to_owned(),
        _ => "nothing".to_owned(),
    }
}

impl Voyage {
    fn happen(&mut self, happening: &Happening) {
        match *happening {
            Happening::See { tab, page: number, filled } => self.see(tab, page(number, filled)),
            Happening::Press { tab, button } => self.press(tab, BUTTONS[usize::from(button)]),
            Happening::Ask(what) => self.ask(match what {
                0 => Command::Start { journey: "online".to_owned() },
                1 => Command::StartOver,
                2 => Command::Act,
                3 => Command::Wipe,
                4 => Command::Extend,
                5 => Command::Weigh { text: Secret::new(specimen::current(3)) },
                6 => Command::KeepWeighed { client_id: Some(OTHER.to_owned()) },
                7 => Command::DropWeighed,
                8 => Command::Press { button: Button::Fill },
                _ => Command::Start { journey: "nowhere".to_owned() },
            }),
            Happening::Answer { order, tab, value: number } => {
                let url = "https://portal.azure.com/#a".to_owned();
                let outcome = Take::Value(Secret::new(value(number)));
                let order = OrderId(order);
                self.tell(Event::Taken { order, place: place(tab), url, outcome });
            }
            Happening::Filled { order, tab, fault } => {
                let fault = fault.then_some(HandFault::Reverted);
                self.tell(Event::Filled { order: OrderId(order), place: place(tab), fault });
            }
            Happening::Leave(tab) => self.tell(Event::Left { place: place(tab) }),
            Happening::Front(tab) => self.tell(Event::Foreground { tab }),
            Happening::Later(seconds) => self.now = Moment(self.now.0 + u64::from(seconds) * 1000),
            Happening::Rang => self.tell(Event::Rang),
            Happening::Restart => {
                let logbook = self.ferry.logbook().clone();
                let pair = self.ferry.record().map(|record| serde_json::to_value(record).unwrap());
                let memory = Memory {
                    logbook: Some(logbook),
                    pair: pair.map(|pair| serde_json::from_value(pair).unwrap()),
                    ..Memory::default()
                };
                self.ferry = Ferry::wake("chrome-extension://own".to_owned(), memory, self.now);
            }
            Happening::BrowserStarted => {
                self.tell(Event::BrowserStarted);
                assert!(self.ferry.record().is_none(), "a pair outlived the browser");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever happens, in whatever order: no panic, no secret in an effect, a view or the
    /// logbook, a pair only for its own app, and nothing after its time.
    #[test]
    fn the_invariants_hold(happenings in prop::collection::vec(happening(), 0..60)) {
        let mut voyage = Voyage::begin();
        for happening in &happenings {
            voyage.effects.clear();
            voyage.happen(happening);
            let view = voyage.ferry.view(voyage.now);
            let said = format!("{:?}{view:?}{:?}", voyage.effects, voyage.ferry.logbook());
            for number in 1..4 {
                prop_assert!(!said.contains(&specimen::current(number)), "a secret got out");
            }
            if let Some(order) = voyage.order() {
                let now = voyage.now;
                if let Some(released) = voyage.ferry.redeem(order, now) {
                    let _ = released.client_id;
                    prop_assert!(voyage.ferry.custody.aboard(now).is_some(), "released out of time");
                    prop_assert!(
                        voyage.ferry.redeem(order, now).is_none(),
                        "released twice for one order"
                    );
                }
            }
            if let Some(pair) = voyage.ferry.custody.aboard(voyage.now) {
                prop_assert!(pair.until.0 >= voyage.now.0);
            }
        }
    }
}
