//! Which form may be given the pair, and how often.

use serde::{Deserialize, Serialize};

use crate::Screen;

/// A form of this many asks for the pair in the longest journey, with room for forms that are
/// closed and opened again. A page that asks more often is up to something.
const MOST_FORMS: usize = 12;
/// How often one form may try: fill, read back, and twice more where the page lost the value.
const MOST_TRIES: u8 = 3;

/// One form as it stands on the page: opened again, it is another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// The screen it belongs to.
    pub screen: Screen,
    /// The document's ID, as the browser names it.
    pub document: String,
    /// The handle of the field for the secret.
    pub field: u32,
    /// Whether it stands on a practice portal.
    pub practice: bool,
}

/// Why a form is not given the pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// No pair is on board.
    Nothing,
    /// Its time was up; it is wiped.
    Expired,
    /// There are several, and none is chosen.
    Undecided,
    /// The form has had it.
    Spent,
    /// No form of this screen asks for the pair.
    NoForm,
    /// The pair is for practice and the form is not, or the other way round.
    OtherWorld,
}

/// The forms that have been given the pair.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Fills(Vec<Fill>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fill {
    form: Form,
    tries: u8,
    /// It reported a fault: the next try is its right.
    faulted: bool,
}

impl Fills {
    pub(super) fn take(&mut self, form: &Form) -> Result<(), Withheld> {
        if !asks_for_the_pair(form.screen) {
            return Err(Withheld::NoForm);
        }
        let room = self.0.len() < MOST_FORMS;
        match self.0.iter_mut().find(|fill| fill.form == *form) {
            Some(fill) if fill.faulted && fill.tries < MOST_TRIES => {
                fill.faulted = false;
                fill.tries += 1;
                Ok(())
            }
            None if room => {
                self.0.push(Fill { form: form.clone(), tries: 1, faulted: false });
                Ok(())
            }
            _ => Err(Withheld::Spent),
        }
    }

    pub(super) fn give_back(&mut self, form: &Form) {
        if let Some(fill) = self.0.iter_mut().find(|fill| fill.form == *form) {
            fill.faulted = true;
        }
    }

    pub(super) fn holds(&self, form: &Form) -> bool {
        self.0.iter().any(|fill| fill.form == *form && !fill.faulted)
    }

    /// Whether this could have come about by [`take`](Self::take) and nothing else.
    pub(super) fn is_sound(&self) -> bool {
        self.0.len() <= MOST_FORMS
            && self.0.iter().enumerate().all(|(at, fill)| {
                asks_for_the_pair(fill.form.screen)
                    && (1..=MOST_TRIES).contains(&fill.tries)
                    && self.0.iter().skip(at + 1).all(|other| other.form != fill.form)
            })
    }
}

const fn asks_for_the_pair(screen: Screen) -> bool {
    matches!(
        screen,
        Screen::EditCredentials | Screen::ValidateForm | Screen::Reconfigure | Screen::FirstConnect
    )
}
