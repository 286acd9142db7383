//! Portals beyond those of every journey: those of Microsoft's other clouds.
//!
//! Their addresses are always recognised; whether Keyferry looks there is the person's to say, and
//! the browser's to enforce. What was taken back is forgotten here at once, also where a content
//! script is still in the page.

use super::Ferry;
use crate::{Cloud, Elsewhere, Reach};

impl Ferry {
    /// The browser says what may be reached.
    pub(super) fn allow(&mut self, reaches: Vec<Reach>) {
        self.allowed = reaches;
        let may = |url: &str| may_see(&self.allowed, url);
        self.lookout.keep(|glimpse| may(&glimpse.url));
        if self.order.as_ref().is_some_and(|order| !may(order.url())) {
            self.order = None;
        }
    }

    /// Whether Keyferry may look at an address that it knows.
    pub(super) fn may_see(&self, url: &str) -> bool {
        may_see(&self.allowed, url)
    }

    /// A person says which cloud their Azure is in.
    pub(super) fn locate(&mut self, cloud: Cloud) {
        self.logbook.cloud = Some(cloud);
        self.note = None;
    }

    /// The cloud of the journey: as the person said, else as the portal that was seen.
    pub(super) fn cloud(&self) -> Cloud {
        let seen = || {
            let url = self.logbook.voyage.as_ref()?.azure_url.as_deref()?;
            Some(Cloud::of(url))
        };
        self.logbook.cloud.or_else(seen).unwrap_or_default()
    }

    /// What the panel shows of it.
    pub(super) fn elsewhere(&self) -> Elsewhere {
        Elsewhere { cloud: self.cloud(), allowed: self.allowed.clone(), asks: self.asks() }
    }

    /// What cannot be seen and is needed.
    fn asks(&self) -> Option<Reach> {
        if self.logbook.voyage.as_ref().is_some_and(|log| log.practice) {
            return None;
        }
        let needed = self.cloud().reach()?;
        (!self.allowed.contains(&needed)).then_some(needed)
    }
}

fn may_see(allowed: &[Reach], url: &str) -> bool {
    Reach::of(url).is_none_or(|reach| allowed.contains(&reach))
}
