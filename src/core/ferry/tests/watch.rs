//! Watches a voyage: what must hold after everything that happens.

use std::fmt::{self, Debug, Write};

use super::super::*;
use super::happening::Happening;
use super::voyage::*;
use crate::specimen;
use crate::{Button, OrderId};

/// What an onlooker remembers.
#[derive(Default)]
pub(super) struct Watch {
    /// The last order to fill, and the one that was redeemed.
    ordered: Option<OrderId>,
    redeemed: Option<OrderId>,
    /// Presses of Fill, each of which may fill one form once.
    presses: u32,
    fills: u32,
}

impl Watch {
    pub(super) fn before(&mut self, happening: &Happening) {
        self.presses += u32::from(matches!(
            happening,
            Happening::Press { button: 1, .. } | Happening::Ask(2 | 8)
        ));
    }

    pub(super) fn after(&mut self, voyage: &mut Voyage, happening: &Happening) {
        let now = voyage.now;
        assert!(!tells(&voyage.effects), "a secret in an effect");
        if voyage.effects.iter().any(|effect| matches!(effect, Effect::Store)) {
            assert!(!tells(voyage.ferry.logbook()), "a secret in the logbook");
        }
        if let Some(pair) = voyage.ferry.custody.aboard(now) {
            assert!(now <= pair.until, "a pair after its end");
        }
        if ends(voyage, happening) {
            assert!(voyage.ferry.record().is_none(), "a pair after an end: {happening:?}");
            assert!(voyage.ferry.weighing.is_none(), "a paste after an end: {happening:?}");
            assert!(voyage.ferry.order.is_none(), "an order after an end: {happening:?}");
        }
        let filling = voyage.effects.iter().find_map(|effect| match effect {
            Effect::Fill { order, .. } => Some(*order),
            _ => None,
        });
        if let Some(order) = filling {
            assert_ne!(self.ordered.replace(order), Some(order), "one order for two fills");
        }
        if let Some(order) = self.ordered {
            self.redeem(voyage, order);
        }
    }

    /// The shell redeems the order; it does so twice, and with every order that is over.
    fn redeem(&mut self, voyage: &mut Voyage, order: OrderId) {
        let now = voyage.now;
        let app = voyage.ferry.logbook.voyage.as_ref().and_then(|log| log.app.clone());
        let Some(released) = voyage.ferry.redeem(order, now) else { return };
        let client_id = released.client_id.to_owned();
        assert_ne!(self.redeemed.replace(order), Some(order), "redeemed twice");
        self.fills += 1;
        assert!(self.fills <= self.presses, "a fill that nobody asked for");
        assert_eq!(app, Some(client_id), "the pair of another app");
        assert!(voyage.ferry.custody.aboard(now).is_some(), "released out of time");
        assert!(voyage.ferry.redeem(order, now).is_none(), "redeemed twice at once");
    }

    /// Whatever has happened: the panel shows no secret, there is a way on, and a way back to the start.
    pub(super) fn end(&mut self, voyage: &mut Voyage) {
        let view = voyage.ferry.view(voyage.now);
        assert!(!tells(&view), "a secret in the view");
        if let Some(step) = view.voyage.and_then(|voyage| voyage.now) {
            let drawn = voyage
                .ferry
                .foreground
                .is_some_and(|tab| voyage.ferry.drawn.keys().any(|place| place.tab == tab));
            assert!(step.seen || step.button.is_some() || drawn, "no way on: {:?}", step.title);
            assert!(!step.title.key.is_empty() && !step.missing.key.is_empty());
        }
        voyage.ask(Command::StartOver);
        assert!(voyage.ferry.logbook.voyage.is_none() && voyage.ferry.record().is_none());
        assert!(voyage.ferry.drawn.is_empty(), "something is still drawn");
        voyage.ask(Command::Start { journey: "online".to_owned() });
        let step = voyage.ferry.present(voyage.now).map(|step| (step.step, step.button));
        assert_eq!(step, Some((1, Some(Button::OpenAzure))), "not at the start");
    }
}

/// Whether nothing secret may be left after this.
fn ends(voyage: &Voyage, happening: &Happening) -> bool {
    let arrived = voyage.ferry.logbook.voyage.as_ref().is_some_and(|log| log.arrived);
    let saw = matches!(happening, Happening::See { .. });
    matches!(happening, Happening::BrowserStarted | Happening::Ask(1 | 3))
        || matches!(happening, Happening::Press { button: 5, .. })
        || (arrived && saw && voyage.effects.contains(&Effect::Forget))
}

/// Whether it tells one of the secrets; nothing is put together to find out.
fn tells(what: &impl Debug) -> bool {
    struct Search(bool);
    impl Write for Search {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            self.0 |= text.len() >= 8 && (1..4).any(|number| text.contains(mark(number)));
            Ok(())
        }
    }
    let mut search = Search(false);
    let _ = write!(search, "{what:?}");
    search.0
}

/// Eight letters from the middle of a secret, which nothing else has.
fn mark(number: usize) -> &'static str {
    use std::sync::OnceLock;
    static MARKS: OnceLock<[String; 3]> = OnceLock::new();
    let marks = MARKS.get_or_init(|| {
        [1, 2, 3].map(|number| {
            let plain = |part: &&str| part.bytes().all(|byte| byte.is_ascii_alphanumeric());
            let secret = specimen::current(number);
            let parts = (6..30).filter_map(|at| secret.get(at..at + 8));
            parts.into_iter().find(|part| plain(part)).or(secret.get(6..14)).unwrap().to_owned()
        })
    });
    &marks[number - 1]
}
