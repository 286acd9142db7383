//! Reads a record field by field into its default; what is not there stays as the default has it.
//!
//! serde's derived reader keeps every field in an `Option` of its own until the last one is read, and lets
//! each of them go on each way out. For five records that was a twentieth of the Wasm module.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

/// Implements `Deserialize` for structs that have a default, given the names of all their fields.
macro_rules! read_into_default {
    ($($record:ident { $($field:ident),+ $(,)? })+) => { $(
        impl<'de> serde::Deserialize<'de> for $record {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use serde::de::{IgnoredAny, MapAccess, Visitor};

                const NAMES: &[&str] = &[$(stringify!($field)),+];
                struct Filled;

                impl<'de> Visitor<'de> for Filled {
                    type Value = $record;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        formatter.write_str(stringify!($record))
                    }

                    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<$record, A::Error> {
                        type Fill<A, E> = fn(&mut $record, &mut A) -> Result<(), E>;
                        let fills: &[Fill<A, A::Error>] = &[$(|record, map| {
                            record.$field = map.next_value()?;
                            Ok(())
                        }),+];
                        let mut record = $record::default();
                        // A field that is missing above is missed here.
                        let $record { $($field: _),+ } = &record;
                        while let Some(at) = map.next_key_seed($crate::record::Name(NAMES))? {
                            match fills.get(at) {
                                Some(fill) => fill(&mut record, &mut map)?,
                                None => drop(map.next_value::<IgnoredAny>()?),
                            }
                        }
                        Ok(record)
                    }
                }

                deserializer.deserialize_struct(stringify!($record), NAMES, Filled)
            }
        }
    )+ };
}

pub(crate) use read_into_default;

/// The place of a name among these; past the end for a stranger.
pub(crate) struct Name(pub &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Name {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = usize;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of a field")
    }

    fn visit_u64<E: Error>(self, at: u64) -> Result<usize, E> {
        Ok(usize::try_from(at).unwrap_or(usize::MAX))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        Ok(self.0.iter().position(|other| *other == name).unwrap_or(usize::MAX))
    }
}
