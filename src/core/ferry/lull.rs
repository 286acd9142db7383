//! A form has closed and the page behind it has not caught up yet: the consent is given, but the
//! table still says it is not. To say "grant consent" once more in that moment would be wrong, so
//! what led to the form stays unsaid for a little while, unless the page says something else. So does
//! what hangs on a list that is still to come: "add the permission" would be a guess before it is there.

use crate::{CATCHING_UP, Effect, Moment, Sighting, is_work};

/// What each tab said last, and the tabs in which a form has just closed.
#[derive(Default)]
pub(super) struct Lulls(Vec<Tab>);

#[derive(Default)]
struct Tab {
    id: u32,
    /// The cue that the page itself showed last: the one that led to the form.
    cue: &'static str,
    /// Whether a form lay over the page when it was seen last.
    form: bool,
    /// Whether the list that the cue hangs on was still to come.
    unread: bool,
    /// Until when the cue is better left unsaid.
    until: Moment,
}

impl Lulls {
    /// The tab shows another page, or is closed.
    pub(super) fn forget(&mut self, id: u32) {
        self.0.retain(|tab| tab.id != id);
    }

    /// A tab shows a cue; says whether the cue is better left unsaid for now.
    pub(super) fn hush(
        &mut self,
        id: u32,
        cue: &'static str,
        sighting: &Sighting,
        now: Moment,
        effects: &mut Vec<Effect>,
    ) -> bool {
        let form = sighting.screen.is_some_and(is_work);
        let unread = cue == "add_permission" && sighting.facts.permissions.is_none();
        let at = self.0.iter().position(|tab| tab.id == id).unwrap_or_else(|| {
            self.0.push(Tab { id, ..Tab::default() });
            self.0.len() - 1
        });
        let Some(tab) = self.0.get_mut(at) else { return false };
        let closed = std::mem::replace(&mut tab.form, form) && !form;
        if form {
            return false;
        }
        let another = std::mem::replace(&mut tab.cue, cue) != cue;
        let read = std::mem::replace(&mut tab.unread, unread) && !unread;
        if if another { unread } else { closed } {
            tab.until = Moment(now.0.saturating_add(u64::from(CATCHING_UP)));
            effects.push(Effect::Linger { milliseconds: CATCHING_UP });
        } else if another || read {
            tab.until = Moment(0);
        }
        now < tab.until
    }
}
