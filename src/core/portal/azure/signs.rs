//! What counts for and against each control of the Azure portal, in one table: adding a wording is a line in
//! `lexicon/azure.txt`, adding a selector is a word here.

use super::surface::Surface;
use super::view::View;
use super::{shape, special};
use crate::lexicon::AzureTerm as Term;
use crate::portal::{Kind, Part};
use crate::{Facts, Miss, Screen, Target};

/// What a control is known by.
pub struct Sign {
    pub target: Target,
    /// The screens that have it.
    pub screens: &'static [Screen],
    /// What it must be to a person; nothing: only what stands [`beside`](Self::beside) it can tell.
    pub kinds: &'static [Kind],
    /// Its label.
    pub term: Term,
    /// What else may stand on it: a choice that was made, the name of the group.
    pub also: &'static [Term],
    /// The label may stand on a part of it (a tile's headline, a menu item's text).
    pub inner: bool,
    /// Attributes that no language changes: on it, on a part of it, or on the wrapper that is its own.
    pub marks: &'static [&'static str],
    /// Where it usually stands; settles between two of the same label.
    pub regions: &'static [Region],
    /// Its form and place, where no label is known.
    pub shape: Option<(&'static str, Shape)>,
    /// The form tells so much that it counts beside labels that say nothing.
    pub shape_is_sure: bool,
    /// What it stands beside, where that tells more than anything on itself. It comes first.
    pub beside: Option<(&'static str, Beside)>,
}

/// Finds the only part of a form on a surface.
pub type Shape = for<'s> fn(&View<'s>, Surface<'s>) -> Option<Part<'s>>;

/// Finds a part by what stands beside it and by the facts of the page.
pub type Beside = for<'s> fn(&View<'s>, Surface<'s>, &Facts) -> Result<Part<'s>, Miss>;

/// Whether something counts against a part.
pub type Never = fn(Part<'_>) -> bool;

/// What counts against any control, whatever counts for it.
pub const NEVER: &[(&str, Never)] = &[
    ("in a column head or a heading", in_head),
    ("in the breadcrumbs", in_crumbs),
    ("leads out of the portal", |part| part.leads_out()),
];

fn in_head(part: Part<'_>) -> bool {
    part.above().any(|above| matches!(above.kind(), Kind::ColumnHead | Kind::Heading))
}

fn in_crumbs(part: Part<'_>) -> bool {
    let crumbs = |mark: &String| mark.to_ascii_lowercase().contains("breadcrumb");
    part.closest(|part| part.marks.iter().any(crumbs)).is_some()
}

/// A part of the screen that a kit marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// The menu of an app's pages.
    Menu,
    /// A bar of commands.
    Commands,
    /// The buttons at the foot of a form or pane.
    Footer,
    /// The tab strip.
    Tabs,
}

impl Region {
    /// Whether a part stands in this region.
    pub fn holds(self, part: Part<'_>) -> bool {
        let (roles, marks): (&[&str], &[&str]) = match self {
            Self::Menu => (
                &["navigation", "tree"],
                &["fxc-menu", "ext-fxc-menu", "ms-Nav", "fui-Nav", "data-telemetryname=Menu-"],
            ),
            Self::Commands => (
                &["menubar", "toolbar"],
                &[
                    "fxs-commandBar",
                    "azc-toolbar",
                    "ms-CommandBar",
                    "fui-Toolbar",
                    "id=__bladeCommandBar",
                ],
            ),
            Self::Footer => (
                &["contentinfo"],
                &[
                    "msportalfx-docking-footer",
                    "ms-Panel-footer",
                    "ms-Dialog-actions",
                    "fui-DialogActions",
                    "fui-DrawerFooter",
                ],
            ),
            Self::Tabs => (&["tablist"], &["ms-Pivot", "fui-TabList", "azc-tab"]),
        };
        part.closest(|part| {
            roles.contains(&part.role.as_str())
                || marks.iter().any(|mark| part.has_mark_like(mark))
                || (self == Self::Menu && part.tag == "nav")
        })
        .is_some()
            || part.below().any(|part| marks.iter().any(|mark| part.has_mark_like(mark)))
    }
}

const PRESSED: &[Kind] = &[Kind::Button, Kind::Link];
const MENU: &[Kind] = &[Kind::Link, Kind::Button, Kind::Option, Kind::Tab];
const APP: &[Screen] = &[
    Screen::AppOverview,
    Screen::Authentication,
    Screen::ApiPermissions,
    Screen::CertificatesSecrets,
];

const fn sign(
    target: Target,
    screens: &'static [Screen],
    kinds: &'static [Kind],
    term: Term,
) -> Sign {
    Sign {
        target,
        screens,
        kinds,
        term,
        also: &[],
        inner: false,
        marks: &[],
        regions: &[],
        shape: None,
        shape_is_sure: false,
        beside: None,
    }
}

impl Sign {
    const fn inner(mut self) -> Self {
        self.inner = true;
        self
    }
    const fn marks(mut self, marks: &'static [&'static str]) -> Self {
        self.marks = marks;
        self
    }
    const fn regions(mut self, regions: &'static [Region]) -> Self {
        self.regions = regions;
        self
    }
    const fn also(mut self, also: &'static [Term]) -> Self {
        self.also = also;
        self
    }
    const fn sure(mut self) -> Self {
        self.shape_is_sure = true;
        self
    }
    const fn beside(mut self, name: &'static str, beside: Beside) -> Self {
        self.beside = Some((name, beside));
        self
    }
    const fn shape(mut self, name: &'static str, shape: Shape) -> Self {
        self.shape = Some((name, shape));
        self
    }
}

/// The table.
pub const SIGNS: &[Sign] = &[
    sign(Target::NewRegistration, &[Screen::AppList], PRESSED, Term::NewRegistration)
        .regions(&[Region::Commands])
        .shape("first command of the list", shape::first_command),
    sign(Target::AppName, &[Screen::RegisterApp], &[Kind::Field], Term::Name)
        .marks(&["data-validatable-control-valid=false"])
        .shape("first of the form's two fields", shape::first_of_two_fields),
    sign(
        Target::AccountTypeSingleTenant,
        &[Screen::RegisterApp],
        &[Kind::Radio, Kind::Option],
        Term::SingleTenant,
    )
    .inner()
    .shape("first of the account types", shape::first_account_type)
    .sure()
    .beside("drop-down of account types", special::account_choice),
    sign(Target::RedirectPlatform, &[Screen::RegisterApp], &[Kind::Choice], Term::RedirectPlatform)
        .also(&[Term::Platform, Term::RedirectUri])
        .shape("drop-down before the address", shape::platform)
        .sure(),
    sign(Target::RedirectUri, &[Screen::RegisterApp], &[Kind::Field], Term::RedirectUri)
        .shape("field for an address", shape::address_field)
        .sure(),
    sign(Target::Register, &[Screen::RegisterApp], PRESSED, Term::Register)
        .regions(&[Region::Footer])
        .shape("first button at the foot", shape::first_in_footer),
    sign(Target::MenuAuthentication, APP, MENU, Term::Authentication)
        .inner()
        .marks(&["data-telemetryname=Menu-Authentication"])
        .regions(&[Region::Menu]),
    sign(Target::MenuApiPermissions, APP, MENU, Term::ApiPermissions)
        .inner()
        .marks(&["data-telemetryname=Menu-CallAnAPI", "data-telemetryname=Menu-CallAnApi"])
        .regions(&[Region::Menu]),
    sign(Target::MenuCertificatesSecrets, APP, MENU, Term::CertificatesSecrets)
        .inner()
        .marks(&["data-telemetryname=Menu-Credentials"])
        .regions(&[Region::Menu]),
    sign(Target::AddPermission, &[Screen::ApiPermissions], PRESSED, Term::AddPermission)
        .regions(&[Region::Commands]),
    sign(Target::GrantAdminConsent, &[Screen::ApiPermissions], PRESSED, Term::GrantAdminConsent)
        .regions(&[Region::Commands]),
    sign(
        Target::DynamicsCrmTile,
        &[Screen::RequestPermissions],
        &[Kind::Button, Kind::Link, Kind::Option, Kind::Radio],
        Term::DynamicsCrm,
    )
    .inner(),
    sign(
        Target::DelegatedPermissions,
        &[Screen::RequestPermissions],
        &[Kind::Button, Kind::Radio, Kind::Option, Kind::Tab],
        Term::DelegatedPermissions,
    )
    .inner(),
    sign(
        Target::AddPermissions,
        &[Screen::RequestPermissions],
        &[Kind::Button],
        Term::AddPermissions,
    )
    .marks(&["data-formelement=pcControl: savePermissionsButton"])
    .regions(&[Region::Footer])
    .shape("first button at the foot", shape::first_in_footer),
    sign(Target::ConfirmConsent, &[Screen::ConsentDialog], &[Kind::Button], Term::Yes)
        .regions(&[Region::Footer]),
    sign(
        Target::TabClientSecrets,
        &[Screen::CertificatesSecrets],
        &[Kind::Tab],
        Term::ClientSecrets,
    )
    .inner()
    .regions(&[Region::Tabs])
    .shape("chosen tab over secrets", shape::tab_of_secrets),
    sign(Target::NewClientSecret, &[Screen::CertificatesSecrets], PRESSED, Term::NewClientSecret)
        .regions(&[Region::Commands])
        .shape("only button between tabs and secrets", shape::command_of_secrets),
    sign(Target::SecretDescription, &[Screen::AddClientSecret], &[Kind::Field], Term::Description)
        .also(&[Term::DescriptionHint])
        .shape("the pane's only field", shape::only_field),
    sign(Target::SecretExpires, &[Screen::AddClientSecret], &[Kind::Choice], Term::Expires)
        .shape("the pane's only drop-down", shape::only_choice),
    sign(Target::AddSecret, &[Screen::AddClientSecret], &[Kind::Button], Term::Add)
        .regions(&[Region::Footer])
        .shape("first button at the foot", shape::first_in_footer),
    sign(Target::UserImpersonation, &[Screen::RequestPermissions], &[], Term::UserImpersonation)
        .beside("box of the permission, in a pane about Dynamics CRM", special::user_impersonation),
    sign(Target::ClientId, &[Screen::AppOverview], &[], Term::ApplicationId)
        .beside("the address's own ID, behind its name", special::client_id),
    sign(Target::SecretValue, &[Screen::CertificatesSecrets], &[], Term::Value)
        .beside("the only value that can be read", special::secret_value),
];
