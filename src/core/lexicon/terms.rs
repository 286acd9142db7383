//! What both portals' labels have in common: how a list of terms and a label file become a book.

/// Makes `Term`, what a label of one portal means, and `book`, its label file, read once. Each term is given with its heading in
/// the file and, where the label is a control's own, with that control.
macro_rules! terms {
    ($(#[$about:meta])* $file:literal: $($variant:ident = $word:literal $(=> $target:ident)?,)+) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "each variant is named as its label reads in English")]
        pub enum Term { $($variant,)+ }

        impl Term {
            /// Every term.
            #[cfg(test)]
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The term of a heading in the label file.
            fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }

            /// The label of a control.
            #[must_use]
            pub const fn of(target: $crate::Target) -> Option<Self> {
                match target { $($($crate::Target::$target => Some(Self::$variant),)?)+ _ => None }
            }
        }

        /// The label file, read once.
        pub fn book() -> &'static $crate::lexicon::Book<Term> {
            static BOOK: std::sync::LazyLock<$crate::lexicon::Book<Term>> =
                std::sync::LazyLock::new(|| {
                    $crate::lexicon::Book::parse(include_str!($file), Term::from_word)
                });
            &BOOK
        }
    };
}
pub(super) use terms;

/// Every heading of a label file is a term, and every line is in one of the languages.
#[cfg(test)]
#[track_caller]
pub(super) fn check_file(file: &str, languages: &[&str], is_term: impl Fn(&str) -> bool) {
    for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let known = match line.strip_prefix('[') {
            Some(heading) => is_term(heading.trim_end_matches(']')),
            None => {
                line.split_once(": ").is_some_and(|(language, _)| languages.contains(&language))
            }
        };
        assert!(known, "{line}");
    }
}
