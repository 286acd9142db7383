//! What every open frame shows at this moment. Held in memory only: after a restart of the
//! worker the frames report again.

use crate::{Found, Miss, Place, Screen, Sighting, Site, Table, Target};

/// One frame's latest sighting.
#[derive(Clone, Debug)]
pub struct Glimpse {
    /// The frame's address when it was seen.
    pub url: String,
    /// The top frame's address, where this is a frame in it.
    pub top_url: Option<String>,
    /// Whether it is a practice page of the package.
    pub practice: bool,
    /// What it shows.
    pub sighting: Sighting,
}

/// The frames that report, by place.
#[derive(Debug, Default)]
pub struct Lookout {
    frames: Table<Place, Glimpse>,
}

/// What one tab shows: the frame that matters and every control in any of its frames.
#[derive(Clone, Copy, Debug)]
pub struct Picture<'a> {
    /// The frame whose screen counts.
    pub place: &'a Place,
    /// What that frame shows.
    pub glimpse: &'a Glimpse,
    lookout: &'a Lookout,
}

impl Lookout {
    /// Takes a report; another document in the same frame replaces the one before.
    pub fn report(&mut self, place: Place, glimpse: Glimpse) {
        let replaced = |other: &Place| {
            other.tab == place.tab && other.frame == place.frame && other.document != place.document
        };
        if place.frame == 0 && self.frames.keys().any(replaced) {
            // A new top document takes every frame of the old one with it; the new ones report.
            self.close(place.tab);
        }
        self.frames.retain(|other, _| !replaced(other));
        self.frames.insert(place, glimpse);
    }

    /// A document is gone.
    pub fn leave(&mut self, place: &Place) {
        self.frames.remove(place);
    }

    /// A tab is gone.
    pub fn close(&mut self, tab: u32) {
        self.frames.retain(|place, _| place.tab != tab);
    }

    /// Keeps what fits and forgets the rest.
    pub fn keep(&mut self, fits: impl Fn(&Glimpse) -> bool) {
        self.frames.retain(|_, glimpse| fits(glimpse));
    }

    /// The latest sighting of one document.
    #[must_use]
    pub fn glimpse(&self, place: &Place) -> Option<&Glimpse> {
        self.frames.get(place)
    }

    /// The tabs that show a page of either site.
    pub fn tabs(&self) -> impl Iterator<Item = u32> + '_ {
        let mut last = None;
        self.frames.keys().filter_map(move |place| {
            let new = last != Some(place.tab);
            last = Some(place.tab);
            new.then_some(place.tab)
        })
    }

    /// What a tab shows; `None` where Keyferry must stay silent.
    #[must_use]
    pub fn picture(&self, tab: u32) -> Option<Picture<'_>> {
        self.of(tab)
            .filter(|(_, glimpse)| glimpse.sighting.site.is_some())
            .max_by_key(|(place, glimpse)| {
                // The frame with a pane or a form on it, then the one with a screen at all; a
                // blade's own frame rather than the shell around it.
                (
                    weight(glimpse.sighting.screen),
                    glimpse.sighting.targets.len().min(1),
                    place.frame,
                )
            })
            .map(|(place, glimpse)| Picture { place, glimpse, lookout: self })
    }

    fn of(&self, tab: u32) -> impl Iterator<Item = (&Place, &Glimpse)> {
        self.frames.iter().filter(move |(place, _)| place.tab == tab)
    }
}

/// How much a screen says about what the person is doing.
const fn weight(screen: Option<Screen>) -> u8 {
    match screen {
        None => 0,
        Some(Screen::Admin) => 1,
        Some(screen) if is_work(screen) => 3,
        Some(_) => 2,
    }
}

/// A form, pane or dialog: the person has begun something here, so it is followed first.
#[must_use]
pub const fn is_work(screen: Screen) -> bool {
    matches!(
        screen,
        Screen::RegisterApp
            | Screen::RequestPermissions
            | Screen::ConsentDialog
            | Screen::AddClientSecret
            | Screen::EditCredentials
            | Screen::ValidateForm
            | Screen::ValidateChecks
            | Screen::Reconfigure
            | Screen::FirstConnect
            | Screen::ConfirmSync
    )
}

impl<'a> Picture<'a> {
    /// The site.
    #[must_use]
    pub fn site(&self) -> Option<Site> {
        self.glimpse.sighting.site
    }

    /// The screen.
    #[must_use]
    pub fn screen(&self) -> Option<Screen> {
        self.glimpse.sighting.screen
    }

    /// The language of the labels on the screen.
    #[must_use]
    pub fn language(&self) -> Option<&'a str> {
        self.glimpse.sighting.language.as_deref().or_else(|| {
            self.lookout
                .of(self.place.tab)
                .find_map(|(_, glimpse)| glimpse.sighting.language.as_deref())
        })
    }

    /// A control and the frame that holds it: in the frame that counts, else in another of the tab.
    #[must_use]
    pub fn find(&self, target: Target) -> Option<(&'a Place, &'a Found)> {
        let here = self.glimpse.sighting.targets.get(&target).map(|found| (self.place, found));
        here.or_else(|| {
            self.lookout.of(self.place.tab).find_map(|(place, glimpse)| {
                glimpse.sighting.targets.get(&target).map(|found| (place, found))
            })
        })
    }

    /// What is missing to point at a control of the screen: of the frame that counts, else of another of the tab.
    #[must_use]
    pub fn miss(&self, target: Target) -> Option<Miss> {
        let others = self.lookout.of(self.place.tab).map(|(_, glimpse)| glimpse);
        let mut all = std::iter::once(self.glimpse).chain(others);
        all.find_map(|glimpse| glimpse.sighting.misses.get(&target).copied())
    }
}
