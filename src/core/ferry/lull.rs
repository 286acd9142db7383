//! A form has closed and the page behind it has not caught up yet: the consent is given, but the
//! table still says it is not. To say "grant consent" once more in that moment would be wrong, so
//! what led to the form stays unsaid for a little while, unless the page says something else.

use crate::{CATCHING_UP, Effect, Moment, Screen, is_work};

/// What each tab said last, and the tabs in which a form has just closed.
#[derive(Default)]
pub(super) struct Lulls(Vec<Tab>);

struct Tab {
    id: u32,
    /// The cue that the page itself showed last: the one that led to the form.
    cue: &'static str,
    /// Whether a form lay over the page when it was seen last.
    form: bool,
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
        screen: Option<Screen>,
        now: Moment,
        effects: &mut Vec<Effect>,
    ) -> bool {
        let form = screen.is_some_and(is_work);
        let at = self.0.iter().position(|tab| tab.id == id);
        let Some(tab) = at.and_then(|at| self.0.get_mut(at)) else {
            self.0.push(Tab { id, cue, form, until: Moment(0) });
            return false;
        };
        let closed = tab.form && !form;
        tab.form = form;
        if form {
            return false;
        }
        if closed && tab.cue == cue {
            tab.until = Moment(now.0.saturating_add(u64::from(CATCHING_UP)));
            effects.push(Effect::Linger { milliseconds: CATCHING_UP });
        } else if tab.cue != cue {
            tab.until = Moment(0);
        }
        tab.cue = cue;
        now < tab.until
    }
}
