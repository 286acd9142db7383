//! A second press before the first is answered.

use super::Ferry;
use super::acts::Kind;
use crate::Button;

impl Ferry {
    /// Whether the hand is at this very thing already. Its answer counts, and a second press changes nothing.
    pub(super) fn is_at_it(&self, button: Button, tab: Option<u32>) -> bool {
        self.order.as_ref().is_some_and(|order| {
            let same = matches!(
                (button, &order.kind),
                (Button::Keep, Kind::Take(..)) | (Button::Fill, Kind::Fill { .. })
            );
            // Of a document that is gone no answer comes.
            same && Some(order.place.tab) == tab && self.lookout.glimpse(&order.place).is_some()
        })
    }
}
