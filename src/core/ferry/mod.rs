//! The state machine: events in, effects out.
//!
//! ```text
//!  Saw ──> lookout (what each frame shows) ──> logbook (what the pages said) ──> guiding ──> Guide
//!  Pressed / Asked ──> acts: an order to the hand ──> Taken / Filled ──> custody, logbook
//!  Rang ──> custody: the pair's time is over
//! ```
//!
//! Nothing here panics, whatever comes in; an event that does not fit the state is ignored.

mod acts;
mod again;
mod asking;
mod checking;
mod choice;
mod elsewhere;
mod fitting;
mod guiding;
mod help;
mod learning;
mod lull;
mod mishaps;
mod noting;
mod paste;
mod quoting;
mod reason;
mod reminding;
mod showing;
mod trying;

#[cfg(test)]
mod tests;
#[cfg(test)]
use crate::Command;

use crate::connections::Connections;
use crate::custody::{Custody, Pair, Record, Stored};
use crate::journey::{Bearings, Journey};
use crate::logbook::Logbook;
use crate::lookout::{Glimpse, Lookout};
use crate::{
    Badge, Effect, Event, Guide, Moment, Page, Place, Reach, Remedy, Sync, Table, Text, Tone,
    portal_of, recognise,
};

use acts::Order;
use guiding::Note;
use lull::Lulls;
use mishaps::{Mishaps, Recovered, recover};
use paste::Weighing;
use trying::Trying;

/// Everything that Keyferry knows at one moment.
pub struct Ferry {
    /// The origin of the extension's own pages, where the practice portals live.
    own_origin: String,
    logbook: Logbook,
    connections: Connections,
    custody: Custody,
    lookout: Lookout,
    /// The tab in front of the focused window.
    foreground: Option<u32>,
    /// What may be reached beyond the hosts of every journey.
    allowed: Vec<Reach>,
    /// The one order that the hand is at.
    order: Option<Order>,
    /// The test of the pair that is under way.
    trying: Option<Trying>,
    /// What stands in the paste box, weighed.
    weighing: Option<Weighing>,
    /// The browser has no memory for a secret.
    unsheltered: bool,
    /// What the codes in a pasted error mean.
    explaining: Option<Vec<Remedy>>,
    /// What went wrong or right last; gone with the next step.
    note: Option<Note>,
    /// The number of the step that the note belongs to.
    noted_at: Option<u32>,
    lulls: Lulls,
    mishaps: Mishaps,
    /// What each frame draws, so that nothing is drawn twice.
    drawn: Table<Place, Guide>,
    badge: Badge,
}

/// What was stored when the worker was last awake.
#[derive(Default)]
pub struct Memory {
    /// The record of `storage.local`; `None` where there is none or it cannot be read.
    pub logbook: Option<Logbook>,
    /// The record of `storage.session`.
    pub pair: Option<Stored>,
    /// The other record of `storage.local`.
    pub connections: Option<Connections>,
    /// Whether the pages are told to watch.
    pub watch: bool,
    /// There is something in `storage.local` that is no record.
    pub logbook_lost: bool,
    /// There is something there that is no record of connections.
    pub connections_lost: bool,
    /// There is something in `storage.session` that is no record.
    pub pair_lost: bool,
}

impl Ferry {
    /// Takes up where the stored records left off.
    #[must_use]
    pub fn wake(own_origin: String, memory: Memory, now: Moment) -> Self {
        let Recovered { logbook, connections, custody, mishaps, note } =
            recover(memory, &own_origin, now);
        Self {
            own_origin,
            logbook,
            connections,
            custody,
            mishaps,
            lookout: Lookout::default(),
            foreground: None,
            allowed: Vec::new(),
            order: None,
            trying: None,
            weighing: None,
            unsheltered: false,
            explaining: None,
            note,
            noted_at: None,
            lulls: Lulls::default(),
            drawn: Table::default(),
            badge: Badge::Nothing,
        }
    }

    /// The state that is stored in `storage.local`.
    #[must_use]
    pub fn logbook(&self) -> &Logbook {
        &self.logbook
    }

    /// The connections, stored beside it in a record of their own.
    #[must_use]
    pub fn connections(&self) -> &Connections {
        &self.connections
    }

    /// The record of the pair for `storage.session`; `None`: there is no pair.
    #[must_use]
    pub fn record(&self) -> Option<Record<'_>> {
        self.custody.record()
    }

    /// Takes one event in and says what to do.
    pub fn handle(&mut self, event: Event, now: Moment) -> Vec<Effect> {
        self.around(now, |ferry, effects| ferry.take_in(event, now, effects))
    }

    /// What comes before every change and after it.
    fn around(
        &mut self,
        now: Moment,
        change: impl FnOnce(&mut Self, &mut Vec<Effect>),
    ) -> Vec<Effect> {
        let before = (self.logbook.clone(), self.connections.clone());
        let wake = self.wake_at(now);
        let mut effects = Vec::new();
        self.pay_debts(&mut effects);
        self.expire(now, &mut effects);
        change(self, &mut effects);
        self.note_connection(now);
        self.remind(now, &mut effects);
        self.settle_note(now);
        self.guide_tabs(now, &mut effects);
        self.finish(&before, wake, now, &mut effects);
        effects
    }

    fn take_in(&mut self, event: Event, now: Moment, effects: &mut Vec<Effect>) {
        match event {
            Event::Saw { place, page } => self.saw(place, &page, now, effects),
            Event::Left { place } => {
                self.lose_form(&place);
                self.abandon(|at| *at == place, "fault_left");
                self.lookout.leave(&place);
                self.drawn.remove(&place);
                if place.frame == 0 {
                    self.lulls.forget(place.tab);
                }
            }
            Event::Closed { tab } => {
                self.abandon(|at| at.tab == tab, "fault_closed");
                self.miss_tab(tab, now);
                self.lulls.forget(tab);
                self.lookout.close(tab);
                self.drawn.retain(|place, _| place.tab != tab);
            }
            Event::Foreground { tab } => self.foreground = tab,
            Event::Pressed { place, button } => {
                self.press(button, Some(&place), now, effects);
            }
            Event::Asked { command } => self.asked(command, now, effects),
            Event::Taken { order, place, url, outcome } => {
                self.taken(order, &place, &url, outcome, now, effects);
            }
            Event::Filled { order, place, fault } => self.filled(order, &place, fault),
            Event::TokenAnswered { order, outcome, codes } => self.tried(order, outcome, codes),
            // The pair's time was looked at above; the warning rings first, then the end.
            Event::Rang => {
                self.lose_patience(now);
                effects.push(Effect::Wake { at: self.wake_at(now) });
            }
            Event::BrowserStarted => {
                self.restarted(effects);
                // The browser may have dropped the alarm.
                effects.push(Effect::Wake { at: self.wake_at(now) });
            }
            Event::Locked => {
                if self.custody.held(now).next().is_some() {
                    self.say(Text::plain("pair_locked"), Tone::Warn);
                }
                self.wipe(effects);
            }
            Event::Unsheltered => {
                self.unsheltered = true;
                self.wipe(effects);
            }
            Event::Stored { chore, failed } => self.stored(chore, failed, effects),
            Event::Online { on } => self.online(on),
            Event::Allowed { reaches } => self.allow(reaches),
        }
    }

    fn say(&mut self, text: Text, tone: Tone) {
        self.note = Some((text, tone));
        self.noted_at = None;
    }

    /// A note belongs to the step at which it came up, and goes with it.
    fn settle_note(&mut self, now: Moment) {
        let step = self.present(now).map_or(0, |present| present.step);
        if *self.noted_at.get_or_insert(step) != step {
            self.note = None;
        }
    }

    /// What follows from a change, whatever brought it about.
    fn finish(
        &mut self,
        (logbook, connections): &(Logbook, Connections),
        wake: Option<Moment>,
        now: Moment,
        effects: &mut Vec<Effect>,
    ) {
        if self.logbook != *logbook || self.connections != *connections {
            effects.push(Effect::Store);
        }
        if self.logbook.voyage.is_some() != logbook.voyage.is_some() {
            effects.push(Effect::Watch { on: self.logbook.voyage.is_some() });
        }
        let at = self.wake_at(now);
        if at != wake {
            effects.push(Effect::Wake { at });
        }
        let badge = self.badge_now(now);
        if badge != self.badge {
            self.badge = badge;
            effects.push(Effect::Badge { badge });
        }
    }

    /// When to look again: at the pair's warning, at its end, at the end of the wait, at the next
    /// reminder.
    fn wake_at(&self, now: Moment) -> Option<Moment> {
        let next = |pair: &Pair| {
            // A millisecond past the end, when it is over for certain.
            let end = Moment(pair.until.0.saturating_add(1));
            if now < pair.warn_at() { pair.warn_at() } else { end }
        };
        let log = self.logbook.voyage.as_ref();
        let wait = log.and_then(|log| log.waits_until()).filter(|until| now < *until);
        self.custody.held(now).map(next).chain(wait).chain(self.next_reminder(now)).min()
    }

    fn badge_now(&self, now: Moment) -> Badge {
        match &self.logbook.voyage {
            None if self.is_urgent(now) => Badge::Ending,
            None => Badge::Nothing,
            Some(log) if log.sync == Some(Sync::Off) => Badge::SyncOff,
            Some(log) if log.arrived && self.present(now).is_none() => Badge::Done,
            Some(_) if self.custody.held(now).next().is_some() => Badge::Pair,
            Some(_) => Badge::Nothing,
        }
    }

    fn saw(&mut self, place: Place, page: &Page, now: Moment, effects: &mut Vec<Effect>) {
        let Some(portal) = portal_of(page, &self.own_origin).filter(|_| self.may_see(&page.url))
        else {
            self.lookout.leave(&place);
            return;
        };
        self.arrive(Some(portal.site));
        let glimpse = Glimpse {
            url: page.url.clone(),
            top_url: page.top_url.clone(),
            practice: portal.practice,
            sighting: recognise(page, &self.own_origin),
        };
        self.sighted(place, glimpse, now, effects);
    }

    /// A frame has been recognised.
    fn sighted(&mut self, place: Place, glimpse: Glimpse, now: Moment, effects: &mut Vec<Effect>) {
        if self.logbook.voyage.is_some() {
            self.lookout.report(place.clone(), glimpse.clone());
            self.learn(&place, &glimpse, now, effects);
        }
    }

    /// The pair's time is enforced here, at every reading; the alarm is only the broom.
    fn expire(&mut self, now: Moment, effects: &mut Vec<Effect>) {
        self.expire_weighing(now);
        if self.custody.sweep(now) {
            if self.custody.held(now).next().is_some() {
                self.fewer(now, effects);
            } else {
                self.wipe(effects);
            }
            self.say(Text::plain("pair_expired"), Tone::Warn);
        }
    }

    fn wipe(&mut self, effects: &mut Vec<Effect>) {
        self.custody.wipe();
        self.order = None;
        self.trying = None;
        self.weighing = None;
        effects.push(Effect::Forget);
    }

    fn journey(&self) -> Option<&'static Journey> {
        Journey::named(&self.logbook.voyage.as_ref()?.journey)
    }

    fn bearings(&self, now: Moment) -> Option<Bearings<'_>> {
        let log = self.logbook.voyage.as_ref()?;
        let aboard = self.custody.aboard(now).map(|pair| &pair.provenance.client_id);
        let journey = Journey::named(&log.journey)?;
        Some(Bearings { journey, now, log, pair: aboard.is_some() && aboard == log.app.as_ref() })
    }

    /// Draws what has changed, takes away what no longer holds.
    fn guide_tabs(&mut self, now: Moment, effects: &mut Vec<Effect>) {
        let mut wanted = Table::default();
        let mut lulls = std::mem::take(&mut self.lulls);
        if let (Some(journey), Some(bearings)) = (self.journey(), self.bearings(now)) {
            for tab in self.lookout.tabs() {
                let Some(picture) = self.lookout.picture(tab) else { continue };
                let Some(advice) = guiding::advise(journey, &bearings, &picture) else { continue };
                if lulls.hush(tab, advice.cue.id, &picture.glimpse.sighting, now, effects) {
                    continue;
                }
                let place = advice.found.map_or(picture.place, |(place, _)| place);
                let note = self.note_for(&advice, &picture, now);
                let guide = guiding::guide(journey, &bearings, &advice, &picture, note);
                wanted.insert(place.clone(), guide);
            }
        }
        self.lulls = lulls;
        for place in self.drawn.keys().filter(|place| !wanted.contains_key(*place)) {
            effects.push(Effect::Unguide { place: place.clone() });
        }
        for (place, guide) in wanted.iter() {
            if self.drawn.get(place) != Some(guide) {
                effects
                    .push(Effect::Guide { place: place.clone(), guide: Box::new(guide.clone()) });
            }
        }
        self.drawn = wanted;
    }
}
