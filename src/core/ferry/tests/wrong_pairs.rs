//! Two tenants, three apps, some tabs, and everything that can happen to their secrets in between: what is filled is always
//! one whole pair, and the one that an independent model says.

use super::super::*;
use super::voyage::*;
use crate::counts::sized;
use crate::specimen::{self, Dice};
use crate::{Button, Facts, Screen, Secret, Sighting, Take};

/// The apps: client ID and tenant. The first two are of one tenant.
const APPS: [(&str, &str); 3] = [
    ("5f0c2b1e-84d1-4a7e-9c39-1c2d7a30b1ff", "11111111-84d1-4a7e-9c39-1c2d7a30b1ff"),
    ("0a1b2c3d-0000-4a7e-9c39-1c2d7a30b1ff", "11111111-84d1-4a7e-9c39-1c2d7a30b1ff"),
    ("77777777-0000-4a7e-9c39-1c2d7a30b1ff", "22222222-84d1-4a7e-9c39-1c2d7a30b1ff"),
];
/// The secrets of an app: the admin may have made a second one.
const SECRETS: usize = 2;
const MARKETO_TABS: [u32; 2] = [8, 9];

/// A secret by its app and its place there.
fn secret(app: usize, which: usize) -> String {
    specimen::current((app * SECRETS + which) as u64 + 100)
}

fn azure_page(app: usize) -> Sighting {
    let mut page = shown_secret(APPS[app].0);
    page.facts = Facts { tenant_id: Some(APPS[app].1.to_owned()), ..page.facts };
    page
}

/// What an independent onlooker expects: the captures that are alive, oldest first, and when each ends.
#[derive(Default)]
struct Model {
    alive: Vec<(usize, usize, Moment)>,
}

impl Model {
    fn pass(&mut self, now: Moment) {
        self.alive.retain(|(.., until)| now <= *until);
    }
}

/// One interleaving; the number of fills in it.
fn interleave(dice: &mut Dice) -> u32 {
    let mut voyage = Voyage::begin();
    let mut model = Model::default();
    let mut fills = 0;
    for _ in 0..40 {
        voyage.effects.clear();
        model.pass(voyage.now);
        let app = dice.below(APPS.len());
        match dice.below(10) {
            // An app's secrets are looked at, in a tab of its own.
            0..3 => voyage.see(1 + app as u32, azure_page(app)),
            3 | 4 => capture(&mut voyage, &mut model, app, dice.below(SECRETS)),
            5 => choose(&mut voyage, &mut model, dice),
            6 => voyage.now = Moment(voyage.now.0 + dice.below(400) as u64 * 1000),
            7 if dice.below(4) == 0 => {
                voyage.ask(Command::Wipe);
                model.alive.clear();
            }
            _ => fills += fill(&mut voyage, &mut model, *dice.pick(&MARKETO_TABS)),
        }
    }
    fills
}

/// The secret that this app's tab shows is kept, if the tab is there.
fn capture(voyage: &mut Voyage, model: &mut Model, app: usize, which: usize) {
    let tab = 1 + app as u32;
    voyage.see(tab, azure_page(app));
    voyage.press(tab, Button::Keep);
    // While the hand is at it, another app's page comes up.
    voyage.see(1 + ((app + 1) % APPS.len()) as u32, azure_page((app + 1) % APPS.len()));
    let order = voyage.order().expect("the cell is there");
    let url = "https://portal.azure.com/#a".to_owned();
    let outcome = Take::Value(Secret::new(secret(app, which)));
    voyage.tell(Event::Taken { order, place: place(tab), url, outcome });
    model.alive.retain(|(a, w, _)| (*a, *w) != (app, which));
    if model.alive.len() < 6 {
        model.alive.push((app, which, Moment(voyage.now.0 + crate::LIFETIME)));
    }
}

/// The admin chooses what the panel offers, if it offers a choice.
fn choose(voyage: &mut Voyage, model: &mut Model, dice: &mut Dice) {
    let choices = voyage.ferry.view(voyage.now).voyage.unwrap().choices;
    let expected: Vec<_> = model.alive.iter().map(|(app, ..)| APPS[*app].0).collect();
    let offered: Vec<_> = choices.iter().map(|choice| choice.client_id.as_str()).collect();
    assert_eq!(offered, if expected.len() > 1 { expected } else { Vec::new() });
    if !choices.is_empty() {
        let chosen = dice.below(choices.len());
        voyage.ask(Command::Choose { number: choices[chosen].number });
        model.alive = vec![model.alive[chosen]];
    }
}

/// An empty form is opened and the button pressed; the shell redeems what it is told to.
fn fill(voyage: &mut Voyage, model: &mut Model, tab: u32) -> u32 {
    voyage.see(tab, form(Screen::EditCredentials, false));
    model.pass(voyage.now);
    voyage.effects.clear();
    voyage.press(tab, Button::Fill);
    let Some(order) = voyage.order() else { return 0 };
    let now = voyage.now;
    let Some(released) = voyage.ferry.redeem(order, now) else { return 0 };
    let [(app, which, _)] = model.alive[..] else {
        panic!("filled while {} pairs are alive", model.alive.len())
    };
    assert_eq!(released.client_id, APPS[app].0, "the client ID of another app");
    // EXPOSE: made up by this test.
    assert_eq!(released.secret.expose(), secret(app, which), "the secret of another app");
    voyage.tell(Event::Filled { order, place: place(tab), fault: None });
    1
}

pub(super) fn interleavings() {
    let count = sized(500, 10_000);
    let fills: u32 = (0..count).map(|seed| interleave(&mut Dice::new(u64::from(seed)))).sum();
    assert!(fills > count / 4, "only {fills} fills in {count} interleavings");
    println!("figure security interleavings {count}");
    println!("figure security interleavings-fills {fills}");
    println!("figure security interleavings-mixed 0");
}
