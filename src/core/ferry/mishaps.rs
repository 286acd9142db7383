//! What goes wrong around Keyferry, and the sentence for it: records that cannot be read, storage
//! that fails, a network that is gone, a page that goes in the middle of an act or keeps waiting.

use super::acts::Kind;
use super::guiding::Note;
use super::{Ferry, Memory};
use crate::connections::Connections;
use crate::custody::{Custody, Unreadable};
use crate::{Chore, Effect, Logbook, Moment, Notice, Place, Site, Text, Tone};

/// For how long a page may be silent before a person is told, in milliseconds.
const PATIENCE: u32 = 10_000;

/// What is amiss at the moment.
#[derive(Default)]
pub(super) struct Mishaps {
    offline: bool,
    /// The browser does not note how far the journey is.
    unnoted: bool,
    /// The browser does not say what was noted.
    unread: bool,
    /// The browser does not let go of the pair's record.
    unforgotten: bool,
    waiting: Option<Waiting>,
    /// The tab whose page went in the middle of an act.
    left: Option<u32>,
    /// What has to be done with the first event because of what was found at waking.
    debts: Vec<Effect>,
}

/// A page that is waited for.
#[derive(Clone, Copy)]
struct Waiting {
    since: Moment,
    /// The site of the tab that was opened; `None`: the hand's answer.
    site: Option<Site>,
}

/// What a worker takes up.
pub(super) struct Recovered {
    pub logbook: Logbook,
    pub connections: Connections,
    pub custody: Custody,
    pub mishaps: Mishaps,
    pub note: Option<Note>,
}

/// Takes up what was stored, drops what cannot be read, and says so.
pub(super) fn recover(memory: Memory, own_origin: &str, now: Moment) -> Recovered {
    let mut debts = Vec::new();
    let mut note = None;
    let book = match memory.logbook {
        Some(book) => book.taken_up(own_origin),
        None => (!memory.logbook_lost).then(Logbook::default),
    };
    let dropped = book.is_none();
    let mut logbook = book.unwrap_or_else(|| Logbook { dropped, ..Logbook::default() });
    let former = std::mem::take(&mut logbook.connections);
    let moved = memory.connections.is_none() && !former.is_empty();
    let record = match memory.connections {
        Some(record) => record.taken_up(),
        // They stood in the logbook's record, which could not be read either.
        None if memory.connections_lost || dropped => None,
        None => Some(Connections::of(former)),
    };
    if moved || dropped || record.is_none() {
        debts.push(Effect::Store);
    }
    let fresh = Connections { dropped: true, ..Connections::of(Vec::new()) };
    let connections = record.unwrap_or(fresh);
    // Without it no page would watch in a journey, or pages would watch without one.
    let on = logbook.voyage.is_some();
    if memory.watch != on {
        debts.push(Effect::Watch { on });
    }
    let custody = memory.pair.map(|pair| Custody::restore(pair, now));
    let lost = match &custody {
        Some(Err(Unreadable::Expired)) => Some("pair_expired"),
        Some(Err(_)) => Some("pair_dropped"),
        _ => memory.pair_lost.then_some("pair_dropped"),
    };
    if let Some(key) = lost {
        debts.push(Effect::Forget);
        note = note.or(Some((Text::plain(key), Tone::Warn)));
    }
    Recovered {
        logbook,
        connections,
        custody: custody.and_then(Result::ok).unwrap_or_default(),
        mishaps: Mishaps { debts, ..Mishaps::default() },
        note,
    }
}

impl Ferry {
    pub(super) fn pay_debts(&mut self, effects: &mut Vec<Effect>) {
        effects.append(&mut self.mishaps.debts);
    }

    /// The storage failed at something, or does it again.
    pub(super) fn stored(&mut self, chore: Chore, failed: bool, effects: &mut Vec<Effect>) {
        match chore {
            Chore::Store => self.mishaps.unnoted = failed,
            Chore::Recall => self.mishaps.unread = failed,
            Chore::Forget => self.mishaps.unforgotten = failed,
            // Held in this worker's memory alone it would be lost with its next rest, without a word.
            Chore::Keep if failed => {
                self.wipe(effects);
                self.say(Text::plain("storage_keep"), Tone::Bad);
            }
            Chore::Keep => {}
        }
    }

    pub(super) fn online(&mut self, on: bool) {
        self.mishaps.offline = !on;
    }

    /// After a start of the browser there is no pair; whoever had one is told why.
    pub(super) fn restarted(&mut self, effects: &mut Vec<Effect>) {
        self.wipe(effects);
        let log = self.logbook.voyage.as_ref().filter(|log| !log.arrived);
        if log.and_then(|log| log.current()).is_some_and(|app| app.secret.is_some()) {
            self.say(Text::plain("pair_gone"), Tone::Warn);
        }
    }

    /// The page that an order went to is gone.
    pub(super) fn abandon(&mut self, gone: impl Fn(&Place) -> bool, key: &'static str) {
        let Some(order) = self.order.take_if(|order| gone(&order.place)) else { return };
        if let Kind::Fill { form, .. } = &order.kind {
            self.custody.faulted(form);
        }
        self.mishaps.waiting = None;
        self.mishaps.left = Some(order.place.tab);
        self.say(Text::plain(key), Tone::Warn);
    }

    /// A tab is closed: where it was the only one of the side that the present step is on, the
    /// panel says that nothing is lost.
    pub(super) fn miss_tab(&mut self, tab: u32, now: Moment) {
        // The page of a tab that is closed goes first.
        if self.mishaps.left.take_if(|left| *left == tab).is_some()
            && self.note.as_ref().is_some_and(|(text, _)| text.key == "fault_left")
        {
            self.say(Text::plain("fault_closed"), Tone::Warn);
        }
        let site = |tab| self.lookout.picture(tab).and_then(|picture| picture.site());
        let Some(closed) = site(tab) else { return };
        let another = self.lookout.tabs().any(|other| other != tab && site(other) == Some(closed));
        let present = self.bearings(now).and_then(|bearings| self.journey()?.present(&bearings));
        if !another && self.note.is_none() && present.is_some_and(|(_, step)| step.site == closed) {
            self.say(Text::plain("tab_closed"), Tone::Warn);
        }
    }

    /// Waits for a page; after a while the person is told.
    pub(super) fn wait(&mut self, site: Option<Site>, now: Moment, effects: &mut Vec<Effect>) {
        self.mishaps.waiting = Some(Waiting { since: now, site });
        effects.push(Effect::Linger { milliseconds: PATIENCE });
    }

    /// What was waited for is here: an answer of the hand, or a page of this site.
    pub(super) fn arrive(&mut self, site: Option<Site>) {
        self.mishaps.waiting.take_if(|waiting| waiting.site == site);
        self.note.take_if(|(text, _)| text.key == "page_slow");
    }

    /// Tells the person that a page keeps waiting.
    pub(super) fn lose_patience(&mut self, now: Moment) {
        let patient = |since: Moment| now.0 < since.0.saturating_add(PATIENCE.into());
        if self.mishaps.waiting.take_if(|waiting| !patient(waiting.since)).is_some() {
            self.say(Text::plain("page_slow"), Tone::Warn);
        }
    }

    /// What a card says before anything else.
    pub(super) fn mishap(&self) -> Option<Note> {
        self.mishaps.offline.then(|| (Text::plain("offline"), Tone::Warn))
    }

    pub(super) fn mishap_notices(&self) -> impl Iterator<Item = Notice> {
        let Mishaps { offline, unnoted, unread, unforgotten, .. } = self.mishaps;
        [
            (self.logbook.dropped, "state_dropped", Tone::Warn),
            (self.connections.dropped, "connections_dropped", Tone::Warn),
            (offline, "offline", Tone::Warn),
            (unread, "storage_recall", Tone::Bad),
            (unnoted, "storage_store", Tone::Bad),
            (unforgotten, "storage_forget", Tone::Bad),
        ]
        .into_iter()
        .filter(|(amiss, ..)| *amiss)
        .map(|(_, key, tone)| Notice { text: Text::plain(key), tone })
    }
}
