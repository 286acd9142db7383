//! The Azure portal and the Entra admin center.

mod date;
mod essentials;
mod facts;
mod form;
mod permissions;
mod route;
mod screen;
mod screens;
mod secrets;
mod shape;
mod signs;
mod special;
mod surface;
mod view;
mod weigh;

use crate::lexicon::AzureTerm as Term;
use crate::portal::{Candidate, Notes, Part, Scene};
use crate::{Found, Node, Page, Sighting, Site, Target};
use route::Route;
use surface::Surface;
use view::View;

/// Recognises a page of the Azure portal or of the Entra admin center.
pub(super) fn recognise<N: Notes>(page: &Page, notes: &mut N) -> Sighting {
    let top_url = page.top_url.as_deref().unwrap_or(&page.url);
    let route = Route::of(top_url);
    if route == Route::Elsewhere {
        return Sighting::default();
    }
    let mut sighting = Sighting { site: Some(Site::Azure), ..Sighting::default() };
    let [width, height] = page.size;
    if width <= 0 || height <= 0 {
        return sighting;
    }
    let scene = Scene::of(page);
    let view = View::of(&scene);
    let mut surface = surface::topmost(&view);
    notes.page(|| format!("address: {route:?}"));
    let mut shown = screen::screen(&view, &route, surface, notes);
    if shown.is_err() && surface.root.is_some_and(|root| !screen::blocks(root)) {
        surface = Surface { root: None };
        notes.page(|| "the pane on top leaves the page free".to_owned());
        shown = screen::screen(&view, &route, surface, notes);
    }
    let screen = match shown {
        Ok(screen) => screen,
        Err(unseen) => {
            sighting.unseen = Some(unseen);
            return sighting;
        }
    };
    sighting.screen = Some(screen);
    sighting.language = view.language().map(Into::into);
    sighting.facts = facts::facts(&view, &route, surface, screen, [top_url, &page.url]);
    for (target, found) in weigh::controls(&view, surface, screen, &sighting.facts, notes) {
        sighting.put(target, found.map(|candidate| found_at(target, &candidate)));
    }
    sighting
}

fn found_at(target: Target, candidate: &Candidate<'_>) -> Found {
    let part = candidate.part;
    let known = |name: &String| !crate::lexicon::azure().read(name).is_empty();
    Found {
        node: part.id,
        label: part.names().into_iter().find(known).unwrap_or_default(),
        by: candidate.by(),
        filled: part.is(Node::FILLED) || chosen(target, &part),
        checked: part.is(Node::CHECKED) || part.has_mark("is-checked"),
    }
}

/// Whether a drop-down shows a choice: it has no value that *sight* could tell from its invitation to choose.
fn chosen(target: Target, list: &Part<'_>) -> bool {
    match target {
        Target::RedirectPlatform => crate::lexicon::azure().is(&list.text, Term::Platform),
        // This one begins with the portal's recommendation.
        Target::SecretExpires => !list.text.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Miss;
    use crate::portal::paint::{node, page};
    use crate::{Screen, SecretKind, Target, ValueState};

    const APPS: &str = "https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps/";
    const ID: &str = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
    const OTHER: &str = "aaaaaaaa-4f89-11d3-9a0c-0305e82c3301";

    fn app(item: &str) -> String {
        format!("{APPS}ApplicationMenuBlade/~/{item}/appId/{ID}/isMSAApp~/false")
    }

    fn button(text: &str) -> Node {
        node("div").role("button").text(text).mark("tabindex=0")
    }

    fn see(page: &Page) -> Sighting {
        recognise(page, &mut ())
    }

    /// The screen and the texts of the targets.
    #[track_caller]
    fn check(
        url: &str,
        nodes: &[(Option<u32>, Node)],
        screen: Option<Screen>,
        targets: &[(Target, u32)],
    ) -> Sighting {
        let sighting = see(&page(url, nodes));
        let found: Vec<(Target, u32)> =
            sighting.targets.iter().map(|(target, found)| (*target, found.node - 1000)).collect();
        assert_eq!((sighting.screen, found.as_slice()), (screen, targets), "{url}");
        sighting
    }

    #[test]
    fn a_command_is_found_by_its_label_and_two_of_them_are_none() {
        let list = format!("{APPS}ApplicationsListBlade");
        let bar = (None, node("div").mark("fxs-commandBar"));
        let heading = (None, node("h2").text("App-Registrierungen"));
        check(
            &list,
            &[heading.clone(), bar.clone(), (Some(1), button("+ Neue Registrierung"))],
            Some(Screen::AppList),
            &[(Target::NewRegistration, 2)],
        );
        check(
            &list,
            &[
                heading.clone(),
                (None, button("Neue Registrierung")),
                (None, button("Neue Registrierung")),
            ],
            Some(Screen::AppList),
            &[],
        );
        check(
            &list,
            &[
                heading.clone(),
                bar,
                (Some(1), button("Neue Registrierung")),
                (None, button("Neue Registrierung")),
            ],
            Some(Screen::AppList),
            &[(Target::NewRegistration, 2)],
        );
        let link = node("a").text("Neue Registrierung").mark("href=https://learn.microsoft.com/x");
        check(&list, &[heading, (None, link)], Some(Screen::AppList), &[]);
    }

    #[test]
    fn what_is_greyed_or_covered_is_not_pointed_at() {
        let url = app("CallAnAPI");
        let heading = (None, node("h2").text("Sync | API permissions"));
        let grant = |state| (None, button("✓ Grant admin consent for Contoso").state(state));
        let seen = check(
            &url,
            &[heading.clone(), grant(Node::DISABLED)],
            Some(Screen::ApiPermissions),
            &[],
        );
        assert_eq!(seen.misses.get(&Target::GrantAdminConsent), Some(&Miss::Greyed));
        let seen = check(
            &url,
            &[heading.clone(), grant(Node::COVERED)],
            Some(Screen::ApiPermissions),
            &[],
        );
        assert_eq!(seen.misses.get(&Target::GrantAdminConsent), Some(&Miss::Covered));
        let seen = check(
            &url,
            &[heading, grant(0)],
            Some(Screen::ApiPermissions),
            &[(Target::GrantAdminConsent, 1)],
        );
        assert_eq!(
            (seen.facts.tenant_name.as_deref(), seen.facts.app_name.as_deref()),
            (Some("Contoso"), Some("Sync"))
        );
    }

    #[test]
    fn a_title_that_names_another_page_is_waited_out() {
        check(
            &app("Credentials"),
            &[
                (None, node("h2").text("Sync | API permissions")),
                (None, button("New client secret")),
            ],
            None,
            &[],
        );
        check(
            &app("Owners"),
            &[(None, node("h2").text("Sync | Owners")), (None, button("New client secret"))],
            None,
            &[],
        );
    }

    #[test]
    fn a_pane_is_the_screen() {
        let base = (None, node("h2").text("Sync | Certificates & secrets"));
        let add = |title: &str| {
            vec![
                base.clone(),
                (None, button("New client secret")),
                (None, node("div").role("dialog").mark("fxs-contextpane-visible")),
                (Some(2), node("h2").text(title)),
                (Some(2), node("input").hint("Enter a description for this client secret")),
                (Some(2), node("div").role("combobox").label("Expires")),
                (Some(2), button("Add")),
                (Some(2), button("Cancel")),
            ]
        };
        let targets =
            [(Target::SecretDescription, 4), (Target::SecretExpires, 5), (Target::AddSecret, 6)];
        check(
            &app("Credentials"),
            &add("Add a client secret"),
            Some(Screen::AddClientSecret),
            &targets,
        );
        check(&app("Credentials"), &add("Notifications"), None, &[]);
        check(&app("Overview"), &add("Add a client secret"), None, &[]);
    }

    #[test]
    fn consent_is_confirmed_where_it_is_granted_and_not_where_it_is_revoked() {
        let ask = |text: &str| {
            vec![
                (None, node("h2").text("Sync | API permissions")),
                (None, node("div").role("alertdialog").mark("aria-modal=true")),
                (Some(1), node("p").text(text)),
                (Some(1), button("Yes")),
                (Some(1), button("No")),
            ]
        };
        check(
            &app("CallAnAPI"),
            &ask("Do you want to grant consent for the requested permissions?"),
            Some(Screen::ConsentDialog),
            &[(Target::ConfirmConsent, 3)],
        );
        check(
            &app("CallAnAPI"),
            &ask("Do you want to revoke the consent that was granted?"),
            None,
            &[],
        );
        check(&app("CallAnAPI"), &ask("Remove this permission?"), None, &[]);
    }

    fn table(heads: [&str; 4], rows: &[[Node; 4]]) -> Vec<(Option<u32>, Node)> {
        let mut nodes = vec![
            (
                None,
                node("h2")
                    .text("Sync | Certificates & secrets")
                    .mark("css-scope-Microsoft_AAD_RegisteredApps"),
            ),
            (None, node("table")),
            (Some(1), node("tr")),
        ];
        nodes.extend(heads.map(|head| (Some(2), node("th").text(head))));
        for row in rows {
            let at = u32::try_from(nodes.len()).expect("small");
            nodes.push((Some(1), node("tr")));
            nodes.extend(row.clone().map(|cell| (Some(at), cell)));
        }
        nodes
    }

    fn cell(text: &str) -> Node {
        node("td").text(text)
    }

    #[test]
    fn secrets_are_read_in_any_order_of_columns_and_any_language() {
        let value = || node("td").sealed(SecretKind::Current, 40, "abc");
        let known = table(
            ["Value", "Expires", "Secret ID", "Description"],
            &[
                [value(), cell("12/31/2027"), cell(ID), cell("Marketo")],
                [cell("xyz******"), cell("5/6/2027"), cell(OTHER), cell("old")],
            ],
        );
        let strange = table(
            ["Arvo", "Vanhenee", "Tunnus", "Kuvaus"],
            &[
                [value(), cell("31.12.2027"), cell(ID), cell("Marketo")],
                [cell("xyz******"), cell("6.5.2027"), cell(OTHER), cell("old")],
            ],
        );
        for nodes in [known, strange] {
            let seen = check(
                &app("Credentials"),
                &nodes,
                Some(Screen::CertificatesSecrets),
                &[(Target::SecretValue, 8)],
            );
            let rows = seen.facts.secrets.expect("a table");
            let read: Vec<_> = rows
                .iter()
                .map(|row| {
                    (
                        row.description.as_deref(),
                        row.expires.as_deref(),
                        row.secret_id.as_deref(),
                        row.value.as_ref().map(|value| value.state),
                    )
                })
                .collect();
            assert_eq!(
                read,
                [
                    (Some("Marketo"), Some("2027-12-31"), Some(ID), Some(ValueState::Shown)),
                    (Some("old"), Some("2027-05-06"), Some(OTHER), Some(ValueState::Masked)),
                ]
            );
        }
    }

    #[test]
    fn what_is_sealed_elsewhere_is_no_secret_of_the_app() {
        let thumbprint = node("td").sealed(SecretKind::Unknown, 40, "9F8");
        let seen = check(
            &app("Credentials"),
            &table(
                ["Thumbprint", "Description", "Expires", "Certificate ID"],
                &[[thumbprint, cell("c"), cell("12/31/2027"), cell(ID)]],
            ),
            Some(Screen::CertificatesSecrets),
            &[],
        );
        assert_eq!(seen.facts.secrets, None);
    }

    #[test]
    fn two_values_that_can_be_read_are_listed_and_neither_is_pointed_at() {
        let value = |hint| node("td").sealed(SecretKind::Current, 40, hint);
        let rows = [
            [cell("a"), cell("12/31/2027"), value("abc"), cell(ID)],
            [cell("b"), cell("12/31/2027"), value("xyz"), cell(OTHER)],
        ];
        let seen = check(
            &app("Credentials"),
            &table(["Description", "Expires", "Value", "Secret ID"], &rows),
            Some(Screen::CertificatesSecrets),
            &[],
        );
        assert_eq!(seen.facts.secrets.map(|rows| rows.len()), Some(2));
    }

    #[test]
    fn silence_elsewhere_and_in_frames_without_size() {
        let nodes = [
            (None, node("h2").text("Sync | Certificates & secrets")),
            (None, button("New client secret")),
        ];
        let enterprise = format!(
            "https://portal.azure.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Credentials/objectId/{ID}"
        );
        assert_eq!(see(&page(&enterprise, &nodes)), Sighting::default());
        let prewarmed = Page { size: [0, 0], ..page(&app("Credentials"), &nodes) };
        assert_eq!(see(&prewarmed), Sighting { site: Some(Site::Azure), ..Sighting::default() });
    }

    #[test]
    fn essentials_about_another_app_are_not_believed() {
        let nodes = [
            (None, node("h2").text("Sync")),
            (None, node("div")),
            (Some(1), node("div").text("Application (client) ID")),
            (Some(1), node("div").text(OTHER)),
            (None, node("div")),
            (Some(4), node("div").text("Object ID")),
            (Some(4), node("div").text(ID)),
        ];
        let seen = check(&app("Overview"), &nodes, Some(Screen::AppOverview), &[]);
        assert_eq!((seen.facts.client_id, seen.facts.object_id), (None, None));
    }
}
