//! Where the module broke, should it ever: the place in the source, and never what was at hand there.
//!
//! The standard hook would print the message, and a message can quote a value. No code here panics on purpose; this is for
//! what nobody thought of.

use std::cell::RefCell;
use std::panic::{PanicHookInfo, set_hook};

thread_local! {
    /// `FILE:LINE`; empty as long as nothing broke.
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// From now on a panic leaves its place and nothing else.
pub fn watch() {
    set_hook(Box::new(note));
}

fn note(info: &PanicHookInfo<'_>) {
    let Some(location) = info.location() else { return };
    let place = [location.file(), ":", &location.line().to_string()].concat();
    // A hook that panics would end everything without a word.
    let _ = PLACE.try_with(|slot| slot.try_borrow_mut().map(|mut slot| *slot = place));
}

/// The place of the last panic; empty where there was none.
pub fn place() -> String {
    PLACE.with_borrow(String::clone)
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "to break on purpose")]
mod tests {
    use std::panic::{catch_unwind, panic_any, take_hook};

    use super::*;

    #[test]
    fn a_panic_leaves_its_place_and_nothing_of_what_was_at_hand() {
        // Not of a secret's shape; what counts is that it is nowhere.
        let value = "planted ".repeat(5);
        let breaks: [&(dyn Fn() + std::panic::RefUnwindSafe); 4] = [
            &|| panic!("{value}"),
            &|| panic_any(value.clone()),
            &|| "no number".parse::<u32>().map(drop).map_err(|_| &value).unwrap(),
            &|| drop(value[..value.len() + 1].to_owned()),
        ];
        watch();
        let places = breaks.map(|broken| {
            assert!(catch_unwind(broken).is_err());
            place()
        });
        drop(take_hook());
        for place in places {
            let (file, line) = place.rsplit_once(':').unwrap();
            assert!(file.ends_with("fault.rs") && line.parse::<u32>().is_ok(), "{place}");
        }
    }
}
