//! One thing that happens, small enough to be made by the million.

use super::super::*;
use super::voyage::*;
use crate::specimen::{self, Dice};
use crate::{Button, HandFault, OrderId, Screen, Secret, Sighting, Site, Take, Target};

#[derive(Clone, Debug)]
pub(super) enum Happening {
    /// A page is seen.
    See { tab: u32, page: u8, filled: bool },
    /// A button of the card is pressed.
    Press { tab: u32, button: u8 },
    /// Something is asked for in the panel.
    Ask(u8),
    /// The hand answers some order to read; 0: the last one.
    Answer { order: u32, tab: u32, value: u8 },
    /// The hand answers some order to fill; 0: the last one.
    Filled { order: u32, tab: u32, fault: bool },
    /// A document goes.
    Leave(u32),
    /// Another tab comes to the front.
    Front(Option<u32>),
    /// Seconds pass; backwards where the clock is set.
    Later(i32),
    /// The alarm.
    Rang,
    /// The worker is ended and comes back.
    Restart,
    /// The browser starts.
    BrowserStarted,
}

/// How many pages, buttons and wishes there are.
pub(super) const PAGES: u8 = 17;
pub(super) const BUTTONS: [Button; 6] = [
    Button::Keep,
    Button::Fill,
    Button::OpenAzure,
    Button::OpenMarketo,
    Button::PassOver,
    Button::Finish,
];
pub(super) const WISHES: u8 = 12;

/// Something at random.
pub(super) fn thrown(dice: &mut Dice) -> Happening {
    let mut below = |limit: u32| u32::try_from(dice.below(limit as usize)).unwrap();
    let kind = below(35);
    let tab = 1 + below(3);
    let byte = |value: u32| u8::try_from(value).unwrap();
    match kind {
        0..8 => Happening::See { tab, page: byte(below(u32::from(PAGES))), filled: below(2) == 0 },
        8..13 => Happening::Press { tab, button: byte(below(6)) },
        13..16 => Happening::Ask(byte(below(u32::from(WISHES)))),
        16..21 => Happening::Answer { order: below(6), tab, value: byte(below(4)) },
        21..24 => Happening::Filled { order: below(6), tab, fault: below(2) == 0 },
        24 => Happening::Leave(tab),
        25 => Happening::Front((below(4) > 0).then_some(tab)),
        26..29 => Happening::Later(i32::try_from(below(1400)).unwrap() - 200),
        29..31 => Happening::Rang,
        31..33 => Happening::Restart,
        _ => Happening::BrowserStarted,
    }
}

/// The ten happenings that everything else is made of: a secret shown, kept and read, a form empty, filled and taken, time,
/// sleep, and the ends.
pub(super) fn of_the_alphabet(letter: u32) -> Happening {
    match letter {
        0 => Happening::See { tab: 1, page: 0, filled: true },
        1 => Happening::Press { tab: 1, button: 0 },
        2 => Happening::Answer { order: 1, tab: 1, value: 0 },
        3 => Happening::See { tab: 2, page: 1, filled: false },
        4 => Happening::Press { tab: 2, button: 1 },
        5 => Happening::Filled { order: 2, tab: 2, fault: false },
        6 => Happening::Later(14 * 60),
        7 => Happening::Restart,
        8 => Happening::Leave(2),
        _ => Happening::BrowserStarted,
    }
}

/// One of the pages.
pub(super) fn page(number: u8, filled: bool) -> Sighting {
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

fn wish(number: u8) -> Command {
    match number {
        0 => Command::Start { journey: "online".to_owned() },
        1 => Command::StartOver,
        2 => Command::Act,
        3 => Command::Wipe,
        4 => Command::Extend,
        5 => Command::Weigh { text: Secret::new(specimen::current(3)) },
        6 => Command::KeepWeighed { client_id: Some(Secret::new(OTHER.to_owned())) },
        7 => Command::DropWeighed,
        8 => Command::Press { button: Button::Fill },
        9 | 10 => Command::Choose { number: u32::from(number - 9) },
        _ => Command::Start { journey: "nowhere".to_owned() },
    }
}

impl Voyage {
    pub(super) fn happen(&mut self, happening: &Happening) {
        match *happening {
            Happening::See { tab, page: number, filled } => self.see(tab, page(number, filled)),
            Happening::Press { tab, button } => self.press(tab, BUTTONS[usize::from(button)]),
            Happening::Ask(what) => self.ask(wish(what)),
            Happening::Answer { order, tab, value: number } => {
                let url = "https://portal.azure.com/#a".to_owned();
                let outcome = Take::Value(Secret::new(value(number)));
                let order = self.numbered(order);
                self.tell(Event::Taken { order, place: place(tab), url, outcome });
            }
            Happening::Filled { order, tab, fault } => {
                let fault = fault.then_some(HandFault::Reverted);
                self.tell(Event::Filled { order: self.numbered(order), place: place(tab), fault });
            }
            Happening::Leave(tab) => self.tell(Event::Left { place: place(tab) }),
            Happening::Front(tab) => self.tell(Event::Foreground { tab }),
            Happening::Later(seconds) => {
                self.now = Moment(self.now.0.saturating_add_signed(i64::from(seconds) * 1000));
            }
            Happening::Rang => self.tell(Event::Rang),
            Happening::Restart => self.sleep(),
            Happening::BrowserStarted => self.tell(Event::BrowserStarted),
        }
    }

    fn numbered(&self, number: u32) -> OrderId {
        OrderId(if number == 0 { self.ferry.logbook.orders } else { number })
    }

    /// The worker is ended; what was stored is all that is left.
    fn sleep(&mut self) {
        let memory = Memory {
            logbook: Some(self.ferry.logbook().clone()),
            connections: Some(self.ferry.connections().clone()),
            watch: self.ferry.logbook().voyage.is_some(),
            pair: self.ferry.record().map(|record| {
                serde_json::from_value(serde_json::to_value(record).unwrap()).unwrap()
            }),
            ..Memory::default()
        };
        self.ferry = Ferry::wake("chrome-extension://own".to_owned(), memory, self.now);
    }
}
