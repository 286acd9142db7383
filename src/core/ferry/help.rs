//! Help beside the steps: what an error means, and what to do by hand.

use super::Ferry;
use crate::recipe::{ASK, DECLINED, SIGN_IN_LOG};
use crate::{
    Explained, Finding, Ingredients, Moment, Part, Recipe, Remedy, Secret, Spot, recipes, remedies,
};

/// The pages of one app (facts/azure-portal.md section 10); the item and its client ID follow.
const APP: &str = "#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/";
/// The list of enterprise applications.
const ENTERPRISE_APPS: &str =
    "#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview";
/// The tenant's users.
const USERS: &str = "#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers";

impl Ferry {
    /// Explains a pasted error. Only what the codes in it mean is kept.
    pub(super) fn explain(&mut self, text: &Secret) {
        // EXPOSE: read for its numbers; no part of it is kept.
        self.explaining = Some(remedies(text.expose()));
    }

    /// What the panel says about it.
    pub(super) fn explained(&self) -> Option<Explained> {
        let remedies = self.explaining.as_ref()?;
        Some(Explained { findings: remedies.iter().map(|remedy| self.finding(remedy)).collect() })
    }

    /// One code, with its links.
    pub(super) fn finding(&self, remedy: &Remedy) -> Finding {
        let next = remedy.spot.and_then(|spot| self.link_to(spot));
        let look_up = Part::link("link_look_up", remedy.look_up.clone());
        Finding {
            code: format!("AADSTS{}", remedy.code),
            cause: remedy.cause.clone(),
            cure: remedy.cure.clone(),
            links: next.into_iter().chain([look_up]).collect(),
        }
    }

    /// The way to a place; none where Keyferry does not know it yet.
    pub(super) fn link_to(&self, spot: Spot) -> Option<Part> {
        let in_app = |item: &str| {
            let id = self.logbook.voyage.as_ref()?.app.as_ref()?;
            Some([self.azure(), APP, item, "/appId/", id].concat())
        };
        let in_azure = |fragment: &str| Some([self.azure(), fragment].concat());
        let (words, url) = match spot {
            Spot::Secrets => ("link_secrets", in_app("Credentials")),
            Spot::Permissions => ("link_permissions", in_app("CallAnAPI")),
            Spot::Authentication => ("link_authentication", in_app("Authentication")),
            Spot::Overview => ("link_overview", in_app("Overview")),
            Spot::EnterpriseApps => ("link_enterprise_apps", in_azure(ENTERPRISE_APPS)),
            Spot::Users => ("link_users", in_azure(USERS)),
            Spot::SignInLog => ("link_sign_in_log", in_azure(SIGN_IN_LOG)),
            Spot::Marketo => ("link_marketo", self.marketo_url()),
        };
        url.map(|url| Part::link(words, url))
    }

    /// Every recipe, with what is known put in.
    pub(super) fn recipes(&self, now: Moment) -> Vec<Recipe> {
        recipes(&self.ingredients(now))
    }

    /// What is known for them.
    pub(super) fn ingredients(&self, now: Moment) -> Ingredients<'_> {
        let log = self.logbook.voyage.as_ref();
        let app = log.and_then(|log| log.current());
        let client_id = log.and_then(|log| log.app.as_deref());
        // What was pasted may say the tenant before a page does.
        let aboard = self.custody.aboard(now).map(|pair| &pair.provenance);
        let aboard = aboard.filter(|pair| Some(&*pair.client_id) == client_id);
        let tenant_id = app.and_then(|app| app.tenant_id.as_deref());
        let consent = self.stand(now).filter(|stand| stand.step.id == "grant_consent");
        let here = consent.map(|stand| match stand.cue.id {
            "consent_greyed" => ASK,
            _ if app.is_some_and(|app| app.has_declined(now)) => DECLINED,
            _ => "",
        });
        Ingredients {
            client_id,
            tenant_id: tenant_id.or_else(|| aboard?.tenant_id.as_deref()),
            app_name: app.and_then(|app| app.name.as_deref()),
            azure: self.azure(),
            cloud: self.cloud(),
            here,
            dynamics: log.and_then(|log| log.url.as_deref()),
            checked: log.map_or(&[], |log| &log.checked),
        }
    }

    /// Notes whether a recipe is done.
    pub(super) fn check_off(&mut self, recipe: String, done: bool, now: Moment) {
        let known = self.recipes(now).iter().any(|it| it.id == recipe && it.checked.is_some());
        let Some(log) = self.logbook.voyage.as_mut().filter(|_| known) else { return };
        log.checked.retain(|other| *other != recipe);
        if done {
            log.checked.push(recipe);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Command, Event, Ferry, Memory, Moment, Secret};

    fn asked(ferry: &mut Ferry, command: Command) {
        ferry.handle(Event::Asked { command }, Moment(1));
    }

    fn begun() -> Ferry {
        let mut ferry = Ferry::wake("chrome-extension://x".into(), Memory::default(), Moment(1));
        asked(&mut ferry, Command::Start { journey: "online".into() });
        ferry
    }

    #[test]
    fn an_error_is_explained_with_the_next_click_until_it_is_put_away() {
        let mut ferry = begun();
        let app = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
        let log = ferry.logbook.voyage.as_mut().unwrap();
        log.app = Some(app.to_owned());
        let text = Secret::new("AADSTS7000215: …, AADSTS99999".to_owned());
        asked(&mut ferry, Command::Explain { text });
        let findings = ferry.view(Moment(1)).explained.unwrap().findings;
        let codes: Vec<&str> = findings.iter().map(|it| it.code.as_str()).collect();
        assert_eq!(codes, ["AADSTS7000215", "AADSTS99999"]);
        let links = |at: usize| -> Vec<&str> {
            findings[at].links.iter().filter_map(|link| link.url.as_deref()).collect()
        };
        let secrets = "#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId";
        assert_eq!(links(0)[0], format!("https://portal.azure.com/{secrets}/{app}"));
        assert_eq!(links(1), ["https://login.microsoftonline.com/error?code=99999"]);
        asked(&mut ferry, Command::DropExplained);
        assert!(ferry.view(Moment(1)).explained.is_none());
    }

    #[test]
    fn a_recipe_is_checked_off_and_remembered_and_a_stranger_is_not() {
        let mut ferry = begun();
        let check = |ferry: &mut Ferry, recipe: &str, done| {
            asked(ferry, Command::CheckOff { recipe: recipe.into(), done });
            ferry.logbook.voyage.as_ref().unwrap().checked.clone()
        };
        assert_eq!(check(&mut ferry, "federated", true), ["federated"]);
        assert_eq!(check(&mut ferry, "federated", true), ["federated"]);
        assert_eq!(check(&mut ferry, "sign_in_log", true), ["federated"]);
        assert_eq!(check(&mut ferry, "nonsense", true), ["federated"]);
        assert!(check(&mut ferry, "federated", false).is_empty());
    }
}
