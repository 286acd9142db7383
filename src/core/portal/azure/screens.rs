//! What counts for and against each screen of the Azure portal, in one table: adding a wording is a line in
//! `lexicon/azure.txt`, adding a sign is a word here.

use super::form;
use super::route::AppPage;
use super::surface::Surface;
use super::view::View;
use crate::Screen;
use crate::lexicon::AzureTerm as Term;
use crate::portal::Kind;

/// What a screen is known by.
pub struct Sign {
    pub screen: Screen,
    /// What it lies on.
    pub layer: Layer,
    /// Where the address leads.
    pub at: &'static [At],
    /// Each of these is enough.
    pub by: &'static [Clue],
    /// None of these may be there.
    pub but: &'static [Clue],
}

/// What a screen lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// A pane or a dialog over the page.
    Pane,
    /// A pane in a frame of its own: it fills its document.
    Frame,
    /// The page itself.
    Page,
}

/// Where an address leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    AppList,
    RegisterApp,
    /// One of an app's pages.
    App(AppPage),
    /// Another page of the app registrations.
    Other,
}

/// Something to be seen on a surface.
#[derive(Clone, Copy)]
pub enum Clue {
    /// A heading, or the name that a dialog gives itself, alone or behind the app's name.
    Title(Term),
    /// A label.
    Says(Term),
    /// A kind of control.
    Has(Kind),
    /// An attribute that begins so; no language changes it.
    Mark(&'static str),
    /// A part of the name of a React blade's frame.
    FrameName(&'static str),
    /// A form, by its fields or by its words.
    Form(&'static str, Form),
    /// No label is in a language that is known.
    Unread,
    /// A title that names another of an app's pages: the portal is on its way from one to the other.
    TitleOfAnother(Term),
    /// A title that says the first, and none that says the second.
    TitleWithout(Term, Term),
    /// All of these.
    All(&'static [Clue]),
}

/// Whether a surface has a form.
pub type Form = for<'s> fn(&View<'s>, Surface<'s>) -> bool;

/// The extension's own mark on a blade's content.
const OURS: Clue = Clue::Mark("css-scope-Microsoft_AAD_RegisteredApps");
/// The menu of an app's pages.
const MENU: Clue = Clue::Mark("data-telemetryname=Menu-");

/// The titles of an app's pages.
pub const TITLES: &[Term] =
    &[Term::Overview, Term::Authentication, Term::ApiPermissions, Term::CertificatesSecrets];

const OVERVIEW: At = At::App(AppPage::Overview);
const AUTHENTICATION: At = At::App(AppPage::Authentication);
const API_PERMISSIONS: At = At::App(AppPage::ApiPermissions);
const CREDENTIALS: At = At::App(AppPage::Credentials);

/// What the form that registers an app always has, with its title.
const REGISTER_FORM: &[Clue] = &[
    Clue::All(&[Clue::Title(Term::RegisterAnApplication), Clue::Says(Term::Register)]),
    Clue::All(&[Clue::Title(Term::RegisterAnApplication), Clue::Says(Term::AccountTypes)]),
];

/// The table; the first row that fits is the screen.
#[rustfmt::skip]
pub const SCREENS: &[Sign] = {
    use Clue::{All, Form, FrameName, Has, Mark, Says, Title, TitleOfAnother, TitleWithout, Unread};
    use Layer::{Frame, Page, Pane};
    use Screen as S;
    &[
        sign(S::AddClientSecret, Pane, &[CREDENTIALS])
            .by(&[
                Title(Term::AddClientSecret),
                Title(Term::NewClientSecret),
                All(&[Form("one field, one drop-down of days, two buttons, no table", form::is_secret_form), Unread]),
            ]),
        sign(S::RequestPermissions, Pane, &[API_PERMISSIONS])
            .by(&[
                Title(Term::RequestPermissions),
                All(&[Says(Term::DelegatedPermissions), Says(Term::ApplicationPermissions)]),
                Mark("data-formelement=pcControl: savePermissionsButton"),
                All(&[Says(Term::DynamicsCrm), Unread]),
            ]),
        sign(S::ConsentDialog, Pane, &[API_PERMISSIONS])
            .by(&[
                Title(Term::ConsentQuestion),
                All(&[Form("asks to grant, not to revoke", form::asks_for_consent), Says(Term::Yes)]),
            ]),
        sign(S::RegisterApp, Pane, &[At::AppList, At::RegisterApp, At::Other])
            .by(REGISTER_FORM),

        sign(S::AddClientSecret, Frame, &[CREDENTIALS])
            .by(&[
                All(&[Title(Term::AddClientSecret), Has(Kind::Field)]),
                All(&[FrameName("addclientsecret"), Has(Kind::Field)]),
            ])
            .but(&[Has(Kind::Tab)]),
        sign(S::RequestPermissions, Frame, &[API_PERMISSIONS])
            .by(&[Title(Term::RequestPermissions)]),

        sign(S::AppList, Page, &[At::AppList])
            .by(&[
                OURS, Title(Term::AppRegistrations), Says(Term::NewRegistration),
                FrameName("applicationslist"), FrameName("applicationlist"), FrameName("applist"),
            ])
            .but(&[TitleWithout(Term::RegisterAnApplication, Term::AppRegistrations)]),
        sign(S::AppList, Page, &[At::Other])
            .by(&[All(&[Title(Term::AppRegistrations), Says(Term::NewRegistration)])]),
        sign(S::RegisterApp, Page, &[At::RegisterApp])
            .by(&[
                OURS,
                Says(Term::RegisterAnApplication), Says(Term::AccountTypes), Says(Term::RedirectUri), Says(Term::SingleTenant),
                FrameName("createapplication"), FrameName("registerapplication"),
                Form("a name, an address and three or four account types", form::is_register_form),
            ])
            .but(&[TitleWithout(Term::AppRegistrations, Term::RegisterAnApplication)]),
        sign(S::RegisterApp, Page, &[At::Other])
            .by(REGISTER_FORM),
        sign(S::AppOverview, Page, &[OVERVIEW])
            .by(&[
                OURS, MENU, Title(Term::Overview),
                Says(Term::ApplicationId), Says(Term::DirectoryId),
                FrameName("overview"), FrameName("essentials"),
                Form("the address's own ID", form::shows_own_id),
            ])
            .but(&[TitleOfAnother(Term::Overview)]),
        sign(S::Authentication, Page, &[AUTHENTICATION])
            .by(&[OURS, MENU, Title(Term::Authentication), FrameName("authentication")])
            .but(&[TitleOfAnother(Term::Authentication)]),
        sign(S::ApiPermissions, Page, &[API_PERMISSIONS])
            .by(&[
                OURS, MENU, Title(Term::ApiPermissions),
                Says(Term::ConfiguredPermissions), Says(Term::GrantAdminConsent),
                FrameName("permission"), FrameName("callanapi"),
            ])
            .but(&[TitleOfAnother(Term::ApiPermissions)]),
        sign(S::CertificatesSecrets, Page, &[CREDENTIALS])
            .by(&[
                OURS, MENU, Title(Term::CertificatesSecrets),
                Says(Term::NewClientSecret), Says(Term::ClientSecrets),
                FrameName("credential"), FrameName("certificates"),
                Form("a table of secrets", form::has_secrets),
            ])
            .but(&[TitleOfAnother(Term::CertificatesSecrets)]),
    ]
};

const fn sign(screen: Screen, layer: Layer, at: &'static [At]) -> Sign {
    Sign { screen, layer, at, by: &[], but: &[] }
}

impl Sign {
    const fn by(mut self, by: &'static [Clue]) -> Self {
        self.by = by;
        self
    }
    const fn but(mut self, but: &'static [Clue]) -> Self {
        self.but = but;
        self
    }
}
