//! The form that asks for the credentials: in the Edit window, on the Validate and on the Reconfigure tab or window.

use super::kit::{self, Piece};
use super::view::View;
use crate::Target;
use crate::lexicon::MarketoTerm as Term;
use crate::portal::{Kind, Part};

/// The fields, with their labels and what marks them. A label in a language of the lexicon counts first; a field's `name`
/// counts where its label cannot be read, and against it where the two disagree.
pub(super) const FIELDS: &[(Target, Term, &[&str])] = &[
    (Target::Username, Term::Username, &["username", "user_name", "userid", "login"]),
    (Target::Password, Term::Password, &["password", "passwd", "pwd"]),
    (Target::Url, Term::Url, &["url", "orgurl", "serviceurl", "organizationurl"]),
    (Target::ClientId, Term::ClientId, &["clientid", "client_id", "client-id", "appid"]),
    (
        Target::ClientSecret,
        Term::ClientSecret,
        &["clientsecret", "client_secret", "client-secret", "appsecret"],
    ),
    // The server-to-server connection asks for it.
    (Target::TenantId, Term::TenantId, &["tenantid", "tenant_id", "tenant-id"]),
];

/// A form with the fields that were found.
#[derive(Clone)]
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

    /// Whether one of the pair's fields is among some parts: a form may be there, even if it is not certain that it is.
    pub(super) fn is_hinted<'v>(
        view: &'v View<'s>,
        mut parts: impl Iterator<Item = Part<'s>>,
    ) -> bool {
        parts.any(|part| {
            is_field(part)
                && matches!(meaning(view, part), Some(Term::ClientId | Term::ClientSecret))
        })
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
    let by_name = mark(field).map(|(term, _)| term);
    let by_label = label(view, field).map(|(term, _)| term);
    match (by_label, by_name) {
        (Some(label), Some(name)) if label != name => None,
        (label, name) => label.or(name),
    }
}

/// What a field's `name` says.
pub(super) fn mark(field: Part<'_>) -> Option<(Term, &'static str)> {
    let own = field.attribute("name")?.to_ascii_lowercase();
    let of = |names: &&'static [&'static str]| names.iter().copied().find(|name| *name == own);
    FIELDS.iter().find_map(|(_, term, names)| Some((*term, of(names)?)))
}

/// What a field's label says, and the part that carries it.
pub(super) fn label<'s>(view: &View<'s>, field: Part<'s>) -> Option<(Term, Part<'s>)> {
    read(view, field).or_else(|| beside(view, field))
}

fn read<'s>(view: &View<'s>, part: Part<'s>) -> Option<(Term, Part<'s>)> {
    let mut terms = FIELDS.iter().map(|(_, term, _)| *term);
    terms.find(|term| view.reads(part, *term)).map(|term| (term, part))
}

/// The label that stands in the same row, where it has no `for`.
fn beside<'s>(view: &View<'s>, field: Part<'s>) -> Option<(Term, Part<'s>)> {
    let row =
        field.above().find(|above| kit::is(*above, Piece::FormRow) || above.kind() == Kind::Row)?;
    if view.shown_in(row).filter(|part| is_field(*part)).count() != 1 {
        return None;
    }
    let mut labels = view.shown_in(row).filter_map(|part| read(view, part));
    let first = labels.next()?;
    labels.all(|(other, _)| other == first.0).then_some(first)
}
