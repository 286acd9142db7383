//! What is read from the portal with certainty.

use super::essentials;
use super::permissions::permissions;
use super::route::{Route, guid};
use super::screen::{headings, title_parts};
use super::secrets::secrets;
use super::surface::Surface;
use super::view::View;
use crate::lexicon::AzureTerm as Term;
use crate::portal::Part;
use crate::{AccountType, Facts, Screen};

/// Reads the facts of a screen; `addresses` are those of the page and of the frame.
pub fn facts<'s>(
    view: &View<'s>,
    route: &Route,
    surface: Surface<'s>,
    screen: Screen,
    addresses: [&str; 2],
) -> Facts {
    let page = Surface { root: None };
    let mut facts = Facts { tenant_name: tenant_name(view), ..Facts::default() };
    facts.tenant_id = account_tenant(view);
    if let Route::App { client_id, .. } = route {
        facts.client_id.clone_from(client_id);
        facts.app_name = app_name(view, page);
    }
    if screen == Screen::AppOverview {
        read_essentials(view, &mut facts);
    }
    let holds = |part: Part<'_>| surface.root.is_none_or(|root| part.is_in(root));
    if screen == Screen::CertificatesSecrets {
        facts.secrets = secrets(view, holds, addresses.into_iter().find_map(culture));
    }
    if screen == Screen::ApiPermissions {
        facts.permissions = permissions(view, holds);
    }
    facts
}

/// What Essentials says; nothing of it where it is about another app than the route.
fn read_essentials(view: &View<'_>, facts: &mut Facts) {
    let shown = id(view, Term::ApplicationId);
    if shown.is_some() && shown != facts.client_id {
        (facts.client_id, facts.app_name) = (None, None);
        return;
    }
    facts.object_id = id(view, Term::ObjectId).filter(|object| shown.as_ref() != Some(object));
    facts.account_type = account_type(view);
    let tenant = id(view, Term::DirectoryId);
    facts.tenant_id = match (facts.tenant_id.take(), tenant) {
        (Some(account), Some(tenant)) if account != tenant => None,
        (account, tenant) => tenant.or(account),
    };
}

fn id(view: &View<'_>, term: Term) -> Option<String> {
    guid(&essentials::value(view, term)?.1)
}

/// From Essentials, or from the title `Name | Page`.
fn app_name<'s>(view: &View<'s>, page: Surface<'s>) -> Option<String> {
    if let Some((_, name)) = essentials::value(view, Term::DisplayName) {
        return Some(name);
    }
    let mut names = headings(view, page).filter_map(|part| title_parts(&part.node().text).0);
    let first = names.next().filter(|name| !name.is_empty())?;
    names.all(|name| name == first).then(|| first.to_owned())
}

fn account_type(view: &View<'_>) -> Option<AccountType> {
    let (_, value) = essentials::value(view, Term::AccountTypes)?;
    let readings = crate::lexicon::azure().read(&value);
    let is = |term| readings.iter().any(|reading| reading.term == term);
    match (is(Term::SingleTenant), is(Term::OtherAccounts)) {
        (true, false) => Some(AccountType::SingleTenant),
        (false, true) => Some(AccountType::Other),
        _ => None,
    }
}

/// The name that the labels carry: `Grant admin consent for Contoso`, `Granted for Contoso`.
fn tenant_name(view: &View<'_>) -> Option<String> {
    const TERMS: &[Term] =
        &[Term::GrantAdminConsent, Term::Granted, Term::NotGranted, Term::SingleTenant];
    let mut names = view
        .scene
        .parts()
        .flat_map(|part| view.reads(part))
        .filter(|reading| TERMS.contains(&reading.term))
        .filter_map(|reading| reading.name.as_deref());
    let first = names.next()?;
    names.all(|name| name == first).then(|| first.to_owned())
}

/// The account button names the tenant's ID in brackets at the end of its title.
fn account_tenant(view: &View<'_>) -> Option<String> {
    let button = view.scene.parts().find(|part| part.has_mark("fxs-menu-account"))?;
    guid(button.node().title.trim_end().strip_suffix(')')?.rsplit_once('(')?.1)
}

/// The culture that an address asks for, `?l=sv.sv-se`: the portal gives it to its frames. The language says nothing of
/// it, because the two are set apart from one another.
fn culture(address: &str) -> Option<&str> {
    let query = address.split('#').next()?.split_once('?')?.1;
    let language = query.split('&').find_map(|pair| pair.strip_prefix("l="))?;
    language.split_once('.').map(|(_, culture)| culture)
}
