//! Where the portal says it is: the fragment of its address.

/// A place in the portal that matters here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The list of app registrations.
    AppList,
    /// The form that registers an app.
    RegisterApp,
    /// One app's pages.
    App {
        /// The page.
        page: AppPage,
        /// The app's client ID, in lower case.
        client_id: Option<String>,
    },
    /// Another page of the app registrations.
    Other,
    /// Another blade of the portal: Keyferry has no business there.
    Elsewhere,
    /// No blade: the portal's home, or a route that is still to come.
    Nowhere,
}

/// One of an app's pages, by its name in the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppPage {
    /// `~/Overview`, also where none is named.
    Overview,
    /// `~/Authentication`.
    Authentication,
    /// `~/CallAnAPI`.
    ApiPermissions,
    /// `~/Credentials`.
    Credentials,
    /// Any other.
    Other,
}

const EXTENSION: &str = "Microsoft_AAD_RegisteredApps";
const ENTRA: &str = "Microsoft_AAD_IAM";

impl Route {
    /// Reads the route from a top frame's address: `#(@tenant/)?(view|blade)/extension/Blade(.ReactView)?/~?/item/name/value…`
    #[must_use]
    pub fn of(url: &str) -> Self {
        let fragment = url.split_once('#').map_or("", |(_, fragment)| fragment);
        let segments: Vec<String> =
            fragment.split(['?', '&']).next().unwrap_or_default().split('/').map(decode).collect();
        let mut rest = segments
            .iter()
            .map(String::as_str)
            .skip_while(|segment| segment.is_empty() || segment.starts_with('@'));
        let word = rest.next().unwrap_or_default();
        if is(word, "resource") || is(word, "asset") || is(word, "browse") || is(word, "create") {
            return Self::Elsewhere;
        }
        if !is(word, "view") && !is(word, "blade") {
            return Self::Nowhere;
        }
        let (extension, blade) = (rest.next().unwrap_or_default(), rest.next().unwrap_or_default());
        let rest: Vec<&str> = rest.filter(|segment| *segment != "~").collect();
        if is(extension, EXTENSION) {
            Self::in_apps(blade, &rest)
        } else if is(extension, ENTRA)
            && is(blade, "ActiveDirectoryMenuBlade")
            && rest.first().is_some_and(|item| is(item, "RegisteredApps"))
        {
            Self::AppList
        } else {
            Self::Elsewhere
        }
    }

    fn in_apps(blade: &str, rest: &[&str]) -> Self {
        let blade = blade.to_ascii_lowercase();
        let blade = blade.strip_suffix(".reactview").unwrap_or(&blade);
        let blade = blade.strip_suffix("blade").unwrap_or(blade);
        match blade {
            "applicationslist" | "applicationlist" | "applist" => Self::AppList,
            "createapplication" | "registerapplication" => Self::RegisterApp,
            "applicationmenu" | "application" => Self::App {
                page: AppPage::of(rest),
                client_id: parameter(rest, "appId").and_then(guid),
            },
            _ => Self::Other,
        }
    }
}

impl AppPage {
    fn of(rest: &[&str]) -> Self {
        let Some(item) = rest.first() else { return Self::Overview };
        let named = |name: &str| is(item, name);
        if named("Overview") || named("appId") || named("objectId") || item.ends_with('~') {
            Self::Overview
        } else if named("Authentication") {
            Self::Authentication
        } else if named("CallAnAPI") {
            Self::ApiPermissions
        } else if named("Credentials") {
            Self::Credentials
        } else {
            Self::Other
        }
    }
}

/// A GUID in lower case, from a text that is one, with or without braces and quotes.
#[must_use]
pub fn guid(text: &str) -> Option<String> {
    let text = text.trim().trim_matches('"').trim_start_matches('{').trim_end_matches('}');
    let groups: Vec<usize> = text.split('-').map(str::len).collect();
    let hex = text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    (hex && groups == [8, 4, 4, 4, 12]).then(|| text.to_ascii_lowercase())
}

fn is(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// The value behind a name; `name~` is the form for typed values.
fn parameter<'s>(segments: &[&'s str], name: &str) -> Option<&'s str> {
    let at = segments.iter().position(|segment| is(segment.trim_end_matches('~'), name))?;
    segments.get(at.checked_add(1)?).copied()
}

fn decode(segment: &str) -> String {
    let mut bytes = Vec::with_capacity(segment.len());
    let mut rest = segment.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let code =
            (byte == b'%').then(|| Some((digit(ahead.next()?)?, digit(ahead.next()?)?))).flatten();
        if let Some((high, low)) = code {
            bytes.push(high << 4 | low);
            rest = ahead;
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";

    #[track_caller]
    fn check(fragment: &str, expected: &Route) {
        for before in
            ["https://portal.azure.com/", "https://entra.microsoft.com/?l=sv.sv-se&feature.x=y"]
        {
            assert_eq!(Route::of(&format!("{before}{fragment}")), *expected, "{fragment}");
        }
    }

    fn app(page: AppPage) -> Route {
        Route::App { page, client_id: Some(ID.into()) }
    }

    #[test]
    fn the_list_and_the_form() {
        for fragment in [
            "#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade",
            "#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade/quickStartType~/null/sourceType/Microsoft_AAD_IAM",
            "#blade/Microsoft_AAD_RegisteredApps/applicationsListBlade",
            "#@contoso.onmicrosoft.com/view/microsoft_aad_registeredapps/ApplicationsListBlade",
            "#view/Microsoft_AAD_RegisteredApps/ApplicationsList.ReactView",
            "#view/Microsoft_AAD_IAM/ActiveDirectoryMenuBlade/~/RegisteredApps",
            "#blade/Microsoft_AAD_IAM/ActiveDirectoryMenuBlade/RegisteredApps",
            "#/view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade",
        ] {
            check(fragment, &Route::AppList);
        }
        for fragment in [
            "#view/Microsoft_AAD_RegisteredApps/CreateApplicationBlade",
            "#view/Microsoft_AAD_RegisteredApps/CreateApplicationBlade/quickStartType~/null/isMSAApp~/false",
            "#view/Microsoft_AAD_RegisteredApps/CreateApplication.ReactView",
        ] {
            check(fragment, &Route::RegisterApp);
        }
    }

    #[test]
    fn an_apps_pages() {
        check(
            &format!(
                "#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview/appId/{ID}/isMSAApp~/false"
            ),
            &app(AppPage::Overview),
        );
        check(
            &format!(
                "#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview/quickStartType~/null/sourceType/Microsoft_AAD_IAM/appId/{ID}/objectId/aaaaaaaa-4f89-11d3-9a0c-0305e82c3301/isMSAApp~/false/defaultBlade/Overview"
            ),
            &app(AppPage::Overview),
        );
        check(
            &format!(
                "#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/CallAnAPI/appId/{}/isMSAApp~/false",
                ID.to_uppercase()
            ),
            &app(AppPage::ApiPermissions),
        );
        check(
            &format!(
                "#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/CallAnApi/objectId/aaaaaaaa-4f89-11d3-9a0c-0305e82c3301/appId/{ID}"
            ),
            &app(AppPage::ApiPermissions),
        );
        check(
            &format!(
                "#blade/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/Credentials/appId/{ID}"
            ),
            &app(AppPage::Credentials),
        );
        check(
            &format!(
                "#@contoso.com/blade/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/%7E/Credentials/appId/{ID}"
            ),
            &app(AppPage::Credentials),
        );
        check(
            &format!(
                "#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Authentication/appId/{ID}"
            ),
            &app(AppPage::Authentication),
        );
        check(
            &format!("#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Owners/appId/{ID}"),
            &app(AppPage::Other),
        );
        check(
            &format!("#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/appId/{ID}"),
            &app(AppPage::Overview),
        );
        check(
            "#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/nonsense",
            &Route::App { page: AppPage::Credentials, client_id: None },
        );
    }

    #[test]
    fn elsewhere() {
        for fragment in [
            "",
            "#home",
            "#settings/directory",
            "#x/Microsoft_AAD_RegisteredApps/ApplicationsListBlade",
        ] {
            check(fragment, &Route::Nowhere);
        }
        for fragment in [
            "#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Credentials/objectId/3f2504e0-4f89-11d3-9a0c-0305e82c3301",
            "#view/Microsoft_Azure_KeyVault/VaultMenuBlade/~/secrets",
            "#view/HubsExtension/BrowseResourceGroups.ReactView",
            "#@contoso.com/resource/subscriptions/x/resourceGroups/y/providers/Microsoft.Web/sites/z/Credentials",
            "#create/Microsoft.KeyVault",
            "#view/Microsoft_AAD_IAM/ActiveDirectoryMenuBlade/~/Overview",
        ] {
            check(fragment, &Route::Elsewhere);
        }
        check("#view/Microsoft_AAD_RegisteredApps/QuickStartBlade", &Route::Other);
    }
}
