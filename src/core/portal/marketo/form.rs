//! The form that asks for the credentials: in the Edit window, on the Validate and on the Reconfigure tab or window.

use super::kit::{self, Piece};
use super::view::View;
use crate::lexicon::MarketoTerm as Term;
use crate::portal::{Kind, Part};

/// The fields and what marks them. A label in a language of the lexicon counts first; a field's `name`
/// counts where its label cannot be read, and against it where the two disagree.
const FIELDS: &[(Term, &[&str])] = &[
    (Term::Username, &["username", "user_name", "userid", "login"]),
    (Term::Password, &["password", "passwd", "pwd"]),
    (Term::Url, &["url", "orgurl", "serviceurl", "organizationurl"]),
    (Term::ClientId, &["clientid", "client_id", "client-id", "appid"]),
    (Term::ClientSecret, &["clientsecret", "client_secret", "client-secret", "appsecret"]),
];

/// A form with the fields that were found.
pub(super) struct Form<'s> {
    fields: Vec<(Term, Part<'s>)>,
}

impl<'s> Form<'s> {
    /// The credentials form among some parts; `None` where client ID and secret are not both asked for,
    /// or nothing else is: another product's pair.
    pub(super) fn among(
        view: &View<'s>,
        parts: impl Iterator<Item = Part<'s>> + Clone,
    ) -> Option<Self> {
        let all: Vec<_> = parts
            .filter(|part| is_field(*part))
            .filter_map(|field| Some((meaning(view, field)?, field)))
            .collect();
        let once = |term: Term| all.iter().filter(|(of, _)| *of == term).count() == 1;
        let fields: Vec<_> = all.iter().copied().filter(|(term, _)| once(*term)).collect();
        let has = |term: Term| fields.iter().any(|(of, _)| *of == term);
        let accounts = [Term::Username, Term::Password, Term::Url]
            .into_iter()
            .filter(|term| has(*term))
            .count();
        (has(Term::ClientId) && has(Term::ClientSecret) && accounts >= 2).then_some(Self { fields })
    }

    /// The field with this meaning.
    pub(super) fn field(&self, term: Term) -> Option<Part<'s>> {
        self.fields.iter().find(|(of, _)| *of == term).map(|(_, field)| *field)
    }
}

/// A line to type into, also one that is greyed or read-only.
pub(super) fn is_field(part: Part<'_>) -> bool {
    part.kind() == Kind::Field && matches!(part.tag.as_str(), "input" | "textarea")
}

fn meaning<'s>(view: &View<'s>, field: Part<'s>) -> Option<Term> {
    let by_name = field.attribute("name").and_then(named);
    let by_label = FIELDS
        .iter()
        .map(|(term, _)| *term)
        .find(|term| view.reads(field, *term))
        .or_else(|| beside(view, field));
    match (by_label, by_name) {
        (Some(label), Some(name)) if label != name => None,
        (label, name) => label.or(name),
    }
}

fn named(name: &str) -> Option<Term> {
    let name = name.to_ascii_lowercase();
    FIELDS.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(term, _)| *term)
}

/// The label that stands in the same row, where it has no `for`.
fn beside<'s>(view: &View<'s>, field: Part<'s>) -> Option<Term> {
    let row =
        field.above().find(|above| kit::is(*above, Piece::FormRow) || above.kind() == Kind::Row)?;
    if view.shown_in(row).filter(|part| is_field(*part)).count() != 1 {
        return None;
    }
    let mut labels = view.shown_in(row).filter_map(|part| {
        FIELDS.iter().map(|(term, _)| *term).find(|term| view.reads(part, *term))
    });
    let first = labels.next()?;
    labels.all(|other| other == first).then_some(first)
}
