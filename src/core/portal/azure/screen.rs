//! Which screen it is: the route says which it may be, what is seen says whether it is.

use super::route::{AppPage, Route};
use super::surface::Surface;
use super::view::{View, widget};
use super::weigh::is_strange;
use crate::Screen;
use crate::lexicon::{AzureTerm as Term, plain_words};
use crate::portal::{Kind, Part};

/// The screen that a surface shows.
pub fn screen<'s>(view: &View<'s>, route: &Route, surface: Surface<'s>) -> Option<Screen> {
    if surface.root.is_some() {
        pane(view, route, surface)
    } else {
        pane_in_a_frame(view, route, surface).or_else(|| page(view, route, surface))
    }
}

/// The headings of a surface, and the name that a dialog gives itself.
pub fn headings<'s>(view: &View<'s>, surface: Surface<'s>) -> impl Iterator<Item = Part<'s>> {
    surface.parts(view).filter(move |part| is_heading(*part) || surface.root == Some(*part))
}

fn is_heading(part: Part<'_>) -> bool {
    const MARKS: &[&str] = &[
        "fxs-blade-title-titleText",
        "id=fxsContextPaneTitle",
        "ms-Panel-headerText",
        "ms-Dialog-title",
        "fui-DialogTitle",
        "fui-DrawerHeaderTitle",
        "fxs-messagebox-title",
    ];
    part.kind() == Kind::Heading || MARKS.iter().any(|mark| part.has_mark(mark))
}

/// `App name | Page`: the last part, where there is one.
pub fn title_parts(title: &str) -> (Option<&str>, &str) {
    title.rsplit_once(" | ").map_or((None, title), |(name, page)| (Some(name.trim()), page.trim()))
}

/// Whether a heading says this, alone or behind the app's name.
fn titled<'s>(view: &View<'s>, surface: Surface<'s>, term: Term) -> bool {
    headings(view, surface).any(|part| {
        view.says(part, term) || crate::lexicon::azure().is(title_parts(&part.text).1, term)
    })
}

fn pane<'s>(view: &View<'s>, route: &Route, surface: Surface<'s>) -> Option<Screen> {
    let on = |page| matches!(route, Route::App { page: at, .. } if *at == page);
    if on(AppPage::Credentials) && is_secret_pane(view, surface) {
        Some(Screen::AddClientSecret)
    } else if on(AppPage::ApiPermissions) && is_request_pane(view, surface) {
        Some(Screen::RequestPermissions)
    } else if on(AppPage::ApiPermissions) && asks_for_consent(view, surface) {
        Some(Screen::ConsentDialog)
    } else if matches!(route, Route::AppList | Route::RegisterApp | Route::Other)
        && is_register_form(view, surface)
    {
        Some(Screen::RegisterApp)
    } else {
        None
    }
}

/// A pane may be a frame of its own: then it fills its document.
fn pane_in_a_frame<'s>(view: &View<'s>, route: &Route, surface: Surface<'s>) -> Option<Screen> {
    view.scene.page().top_url.as_ref()?;
    let on = |page| matches!(route, Route::App { page: at, .. } if *at == page);
    if on(AppPage::Credentials)
        && titled(view, surface, Term::AddClientSecret)
        && has(view, surface, Kind::Field)
        && !has(view, surface, Kind::Tab)
    {
        Some(Screen::AddClientSecret)
    } else if on(AppPage::ApiPermissions) && titled(view, surface, Term::RequestPermissions) {
        Some(Screen::RequestPermissions)
    } else {
        None
    }
}

fn has<'s>(view: &View<'s>, surface: Surface<'s>, kind: Kind) -> bool {
    surface.parts(view).any(|part| widget(part) == kind)
}

fn says<'s>(view: &View<'s>, surface: Surface<'s>, term: Term) -> bool {
    surface.parts(view).any(|part| view.says(part, term))
}

/// "Add a client secret"; without a known label: one field, one drop-down and buttons, no table.
fn is_secret_pane<'s>(view: &View<'s>, surface: Surface<'s>) -> bool {
    let count = |kind| {
        surface
            .parts(view)
            .filter(|part| {
                widget(*part) == kind && !part.above().any(|above| widget(above) == kind)
            })
            .count()
    };
    let formed = count(Kind::Field) == 1
        && count(Kind::Choice) == 1
        && count(Kind::Button) >= 2
        && count(Kind::Row) == 0;
    titled(view, surface, Term::AddClientSecret)
        || titled(view, surface, Term::NewClientSecret)
        || (formed && is_strange(view, surface))
}

/// "Request API permissions", or what only it has.
fn is_request_pane<'s>(view: &View<'s>, surface: Surface<'s>) -> bool {
    titled(view, surface, Term::RequestPermissions)
        || (says(view, surface, Term::DelegatedPermissions)
            && says(view, surface, Term::ApplicationPermissions))
        || surface
            .parts(view)
            .any(|part| part.has_mark("data-formelement=pcControl: savePermissionsButton"))
        || (says(view, surface, Term::DynamicsCrm) && is_strange(view, surface))
}

/// The question whether to grant; not the one whether to revoke.
fn asks_for_consent<'s>(view: &View<'s>, surface: Surface<'s>) -> bool {
    if titled(view, surface, Term::ConsentQuestion) {
        return true;
    }
    let words = plain_words(&surface.root.map(Part::full_text).unwrap_or_default());
    let any = |words_of: &[&str]| words_of.iter().any(|word| words.contains(word));
    any(CONSENT) && any(GRANT) && !any(REVOKE) && says(view, surface, Term::Yes)
}

const CONSENT: &[&str] = &[
    "consent",
    "medgivande",
    "einwilligung",
    "zustimmung",
    "consenso",
    "toestemming",
    "同意",
    "동의",
];
const GRANT: &[&str] = &[
    "grant", "bevilja", "erteil", "gewahr", "accord", "conced", "fornir", "verlen", "付与", "与え",
    "부여", "허용", "授予", "授与", "授與",
];
const REVOKE: &[&str] = &[
    "revoke",
    "remove",
    "withdraw",
    "aterkall",
    "ta bort",
    "widerruf",
    "entfern",
    "revoqu",
    "retir",
    "supprim",
    "revoc",
    "quitar",
    "elimin",
    "rimuov",
    "revog",
    "remov",
    "intrek",
    "verwijder",
    "取り消",
    "削除",
    "철회",
    "취소",
    "제거",
    "撤销",
    "撤銷",
    "删除",
    "移除",
];

fn is_register_form<'s>(view: &View<'s>, surface: Surface<'s>) -> bool {
    titled(view, surface, Term::RegisterAnApplication)
        && (says(view, surface, Term::Register) || says(view, surface, Term::AccountTypes))
}

fn page<'s>(view: &View<'s>, route: &Route, surface: Surface<'s>) -> Option<Screen> {
    let on_app = |page, screen| {
        let here = is_app_page(view, surface, page) && !contradicts(view, surface, page);
        here.then_some(screen)
    };
    match route {
        Route::AppList => (is_ours(view)
            || titled(view, surface, Term::AppRegistrations)
            || says(view, surface, Term::NewRegistration))
        .then_some(Screen::AppList),
        Route::RegisterApp => {
            let labels = [
                Term::RegisterAnApplication,
                Term::AccountTypes,
                Term::RedirectUri,
                Term::SingleTenant,
            ];
            let known = labels.iter().filter(|term| says(view, surface, **term)).count() >= 1;
            (is_ours(view)
                || known
                || is_named(view, &["createapplication", "registerapplication"]))
            .then_some(Screen::RegisterApp)
        }
        Route::App { page: AppPage::Overview, .. } => {
            on_app(AppPage::Overview, Screen::AppOverview)
        }
        Route::App { page: AppPage::Authentication, .. } => {
            on_app(AppPage::Authentication, Screen::Authentication)
        }
        Route::App { page: AppPage::ApiPermissions, .. } => {
            on_app(AppPage::ApiPermissions, Screen::ApiPermissions)
        }
        Route::App { page: AppPage::Credentials, .. } => {
            on_app(AppPage::Credentials, Screen::CertificatesSecrets)
        }
        Route::Other if is_register_form(view, surface) => Some(Screen::RegisterApp),
        Route::Other
            if titled(view, surface, Term::AppRegistrations)
                && says(view, surface, Term::NewRegistration) =>
        {
            Some(Screen::AppList)
        }
        Route::App { .. } | Route::Other | Route::Nowhere | Route::Elsewhere => None,
    }
}

/// The extension's own mark on a blade's content.
fn is_ours(view: &View<'_>) -> bool {
    view.scene.parts().any(|part| part.has_mark("css-scope-Microsoft_AAD_RegisteredApps"))
}

/// A React blade carries its name in its frame.
fn is_named(view: &View<'_>, names: &[&str]) -> bool {
    let name = view.scene.page().frame_name.to_ascii_lowercase();
    name.ends_with(".reactview") && names.iter().any(|part| name.contains(part))
}

/// The terms that only one of an app's pages shows as its heading or in its content, and the names of its frame.
const PAGES: &[(AppPage, Term, &[Term], &[&str])] = &[
    (
        AppPage::Overview,
        Term::Overview,
        &[Term::ApplicationId, Term::DirectoryId],
        &["overview", "essentials"],
    ),
    (AppPage::Authentication, Term::Authentication, &[], &["authentication"]),
    (
        AppPage::ApiPermissions,
        Term::ApiPermissions,
        &[Term::ConfiguredPermissions, Term::GrantAdminConsent],
        &["permission", "callanapi"],
    ),
    (
        AppPage::Credentials,
        Term::CertificatesSecrets,
        &[Term::NewClientSecret, Term::ClientSecrets],
        &["credential", "secret"],
    ),
];

fn is_app_page<'s>(view: &View<'s>, surface: Surface<'s>, page: AppPage) -> bool {
    let menu = view.scene.parts().any(|part| part.has_mark_like("data-telemetryname=Menu-"));
    let known = PAGES.iter().filter(|(of, ..)| *of == page).any(|(_, title, content, names)| {
        titled(view, surface, *title)
            || content.iter().any(|term| says(view, surface, *term))
            || is_named(view, names)
    });
    menu || known || is_ours(view)
}

/// A title that names another page: the portal is on its way from one to the other.
fn contradicts<'s>(view: &View<'s>, surface: Surface<'s>, page: AppPage) -> bool {
    let names = |term: Term| {
        headings(view, surface).any(|part| matches!(title_parts(&part.text), (Some(_), last) if crate::lexicon::azure().is(last, term)))
    };
    PAGES.iter().any(|(of, title, ..)| *of != page && names(*title))
        && !PAGES.iter().any(|(of, title, ..)| *of == page && names(*title))
}

/// Whether a pane keeps the page below from being used.
pub fn blocks(pane: Part<'_>) -> bool {
    const MARKS: &[&str] = &[
        "aria-modal=true",
        "fxs-contextpane-visible",
        "fxs-messagebox",
        "fxs-blade-dialog",
        "ms-Panel",
        "ms-Dialog-main",
        "fui-DialogSurface",
        "fui-OverlayDrawer",
    ];
    pane.and_below().take(3).any(|part| MARKS.iter().any(|mark| part.has_mark(mark)))
        || pane.tag == "dialog"
}
