//! What nothing that holds a secret may ever learn to do. This file does not compile otherwise.

use std::fmt::{Debug, Display};

use serde::Serialize;

use super::{Pasted, Secret};
use crate::{Custody, Event, Pair, Record, Released, Stored, Take};

/// For every pair of type and trait: a call that is ambiguous, and so no Rust, where the type has
/// the trait.
macro_rules! lack {
    ($($type:ty),+ => $traits:tt) => { $(lack!(@each $type => $traits);)+ };
    (@each $type:ty => [$($trait:path),+]) => { $(const _: () = {
        struct Anything;
        struct WithTheTrait;
        trait Ask<Group> {
            const ANSWER: () = ();
        }
        impl<T: ?Sized> Ask<Anything> for T {}
        impl<T: ?Sized + $trait> Ask<WithTheTrait> for T {}
        <$type as Ask<_>>::ANSWER
    };)+ };
}

// To be printed, to be written into a text, to be doubled.
lack!(Secret, Pasted, Custody, Pair, Released<'static>, Record<'static>, Stored, Take, Event
    => [Debug, Display, Clone]);
// To be stored or sent by accident; a record is what is stored on purpose.
lack!(Secret, Pasted, Custody, Pair, Released<'static>, Stored, Take, Event => [Serialize]);
// To be taken for a text by whoever wants one.
lack!(Secret => [AsRef<str>, AsRef<[u8]>, Into<String>, ToString, std::ops::Deref, PartialEq]);

#[test]
fn a_secret_is_read_by_one_name_only() {
    // EXPOSE: the test of the accessor.
    assert_eq!(Secret::new("x".repeat(3)).expose(), "xxx");
}
