//! What the pages say, written into the logbook. No step is done but by what stands on a page.

use super::Ferry;
use super::acts::form_of;
use super::noting::ALREADY;
use crate::journey::{Journey, Proof};
use crate::lexicon::{self, MarketoTerm};
use crate::logbook::{AppLog, VoyageLog};
use crate::lookout::Glimpse;
use crate::{
    Check, Effect, Facts, Form, Moment, Permission, Place, Screen, SecretRow, Sighting, Site, Sync,
    Target, Text, Tone,
};

impl Ferry {
    /// A form that goes together with its document, by a reload or a closed tab, was not sent.
    pub(super) fn lose_form(&mut self, place: &Place) {
        let screen = self.lookout.glimpse(place).and_then(|glimpse| glimpse.sighting.screen);
        let Some(log) = self.logbook.voyage.as_mut() else { return };
        let lost = match screen {
            Some(Screen::EditCredentials) => log.filled.take().is_some(),
            Some(Screen::ValidateForm | Screen::Reconfigure) => std::mem::take(&mut log.validating),
            _ => false,
        };
        if lost {
            self.say(Text::plain("form_lost"), Tone::Warn);
        }
    }

    /// A form holds the pair now.
    pub(super) fn note_filled(&mut self, form: &Form, client_id: String) {
        let Some(log) = self.logbook.voyage.as_mut() else { return };
        match form.screen {
            Screen::ValidateForm | Screen::Reconfigure => log.validating = true,
            _ => {
                if log.filled.as_ref() != Some(&client_id) {
                    (log.ready, log.sent, log.unsure) = (false, false, false);
                }
                log.filled = Some(client_id);
                log.filled_in = Some(form.document.clone());
            }
        }
    }

    /// A form that was given the pair holds it, but no answer came: the worker was ended in
    /// between. What stands on the page counts.
    fn notice_filled(&mut self, place: &Place, glimpse: &Glimpse, now: Moment) {
        let holds =
            |target| glimpse.sighting.targets.get(&target).is_some_and(|found| found.filled);
        if self.order.is_some() || !holds(Target::ClientId) || !holds(Target::ClientSecret) {
            return;
        }
        let given = form_of(place, glimpse).filter(|form| self.custody.has_given(form));
        let aboard = self.custody.aboard(now).map(|pair| pair.provenance.client_id.clone());
        if let (Some(form), Some(client_id)) = (given, aboard) {
            self.note_filled(&form, client_id);
        }
    }

    /// Learns from the frame that has just reported.
    pub(super) fn learn(
        &mut self,
        place: &Place,
        glimpse: &Glimpse,
        now: Moment,
        effects: &mut Vec<Effect>,
    ) {
        let pair = self.custody.aboard(now).map(|pair| pair.provenance.client_id.clone());
        let Some(log) = self.logbook.voyage.as_mut() else { return };
        let sighting = &glimpse.sighting;
        let Some(site) = sighting.site else { return };
        if log.app.is_none() && !log.dynamics_seen {
            log.practice = glimpse.practice;
        }
        // A practice page never speaks for a real journey, nor the other way round.
        if log.practice != glimpse.practice {
            return;
        }
        let address = glimpse.top_url.as_deref().unwrap_or(&glimpse.url);
        match site {
            Site::Azure => {
                log.azure_url = Some(base(address).to_owned());
                let app =
                    |log: &VoyageLog| log.apps.get(sighting.facts.client_id.as_ref()?).cloned();
                let known = app(log).is_some_and(|app| app.permission);
                learn_azure(log, sighting, pair.as_deref(), now);
                let granted = app(log).is_some_and(|app| app.consent);
                if granted && !known && asks_for_consent(log) {
                    self.say(Text::plain(ALREADY), Tone::Good);
                }
            }
            Site::Marketo => {
                if self.note.as_ref().is_some_and(|(text, _)| text.key == "cue_marketo_first") {
                    self.note = None;
                }
                log.marketo_url = Some(address.to_owned());
                if !log.practice {
                    self.logbook.marketo_url.clone_from(&log.marketo_url);
                }
                let empty =
                    |target| sighting.targets.get(&target).is_some_and(|found| !found.filled);
                let emptied = empty(Target::ClientSecret) || empty(Target::ClientId);
                // A form that went with another document was not sent.
                let form_is_here = log.filled_in.as_ref() == Some(&place.document);
                if sighting.screen == Some(Screen::Dynamics) && !form_is_here {
                    log.filled = None;
                }
                let proof = Journey::named(&log.journey).map(|journey| journey.proof);
                learn_windows(log, sighting, now);
                learn_checks(log, sighting);
                learn_sending(log, sighting);
                learn_marketo(log, proof, sighting.screen, &sighting.facts, emptied, now);
                // After the switch nobody asks for the pair again, and the wait is longer than its life.
                let over = log.arrived || log.switched.is_some();
                if over && self.custody.held(now).next().is_some() {
                    self.wipe(effects);
                }
                self.notice_filled(place, glimpse, now);
            }
        }
    }
}

/// An address without its fragment.
fn base(address: &str) -> &str {
    address.split_once('#').map_or(address, |(base, _)| base)
}

/// Whether consent is a step of the journey.
fn asks_for_consent(log: &VoyageLog) -> bool {
    let journey = Journey::named(&log.journey);
    journey.is_some_and(|it| it.steps.iter().any(|step| step.stage == "consent"))
}

fn learn_azure(log: &mut VoyageLog, sighting: &Sighting, pair: Option<&str>, now: Moment) {
    let Some(client_id) = &sighting.facts.client_id else { return };
    let Some(screen) = sighting.screen else { return };
    let app = log.apps.or_default(client_id.clone());
    learn_app(app, screen, &sighting.facts);
    learn_answer(app, screen, now);
    if app.permission {
        // Whoever goes on has left the optional step as it is.
        log.pass("public_client");
    }
    // The pair on board decides which app the journey is about; without one, it is the app whose
    // page the admin opened last.
    match pair {
        Some(aboard) => log.app = Some(aboard.to_owned()),
        None if log.saved.is_none() => log.app = Some(client_id.clone()),
        None => {}
    }
}

/// Azure asks whether to grant consent; where the question is gone, the page tells what was said.
fn learn_answer(app: &mut AppLog, screen: Screen, now: Moment) {
    match screen {
        Screen::ConsentDialog => (app.question, app.declined) = (true, None),
        Screen::ApiPermissions => {
            if std::mem::take(&mut app.question) {
                app.declined = Some(now);
            }
            if app.consent {
                app.declined = None;
            }
        }
        _ => {}
    }
}

fn learn_app(app: &mut AppLog, screen: Screen, facts: &Facts) {
    let take = |slot: &mut Option<String>, fact: &Option<String>| {
        if fact.is_some() {
            slot.clone_from(fact);
        }
    };
    take(&mut app.name, &facts.app_name);
    take(&mut app.tenant_id, &facts.tenant_id);
    take(&mut app.tenant_name, &facts.tenant_name);
    take(&mut app.object_id, &facts.object_id);
    app.authentication_seen |= screen == Screen::Authentication;
    if let Some(rows) = &facts.secrets {
        learn_secrets(app, rows);
    }
    if let Some(permissions) = &facts.permissions {
        let dynamics = permissions.iter().find(|permission| is_dynamics(permission));
        app.permission = dynamics.is_some();
        app.consent = dynamics.is_some_and(|permission| permission.granted);
    }
}

/// Notes when the last secret ends, and which of the old ones are gone. A table without the secret
/// that was taken is not there whole, or not this app's.
fn learn_secrets(app: &mut AppLog, rows: &[SecretRow]) {
    app.ends = rows.iter().filter_map(|row| row.expires.clone()).max();
    let shows = |id: &String| rows.iter().any(|row| row.secret_id.as_ref() == Some(id));
    let taken = app.secret.as_ref().and_then(|secret| secret.secret_id.as_ref());
    if taken.is_some_and(shows) {
        app.old.retain(|old| shows(&old.secret_id));
    }
}

/// The API has had three names (facts/setup.md section 6.1); the permission has one.
fn is_dynamics(permission: &Permission) -> bool {
    let api = permission.api.to_ascii_lowercase();
    permission.name.eq_ignore_ascii_case("user_impersonation")
        && ["dynamics crm", "dataverse", "common data service"]
            .iter()
            .any(|name| api.contains(name))
}

fn learn_marketo(
    log: &mut VoyageLog,
    proof: Option<Proof>,
    screen: Option<Screen>,
    facts: &Facts,
    emptied: bool,
    now: Moment,
) {
    let Some(screen) = screen else { return };
    log.dynamics_seen |= !matches!(screen, Screen::Admin);
    if let Some(sync) = facts.sync {
        if sync == Sync::Off && log.sync != Some(Sync::Off) {
            log.sync_off_since = Some(now);
        }
        log.sync = Some(sync);
        if sync == Sync::On {
            log.arrived |= proof.is_some_and(|proof| proof.arrives(log));
            if log.arrived {
                log.arrived_at.get_or_insert(now);
            }
            log.sync_off_since = None;
        }
    }
    match screen {
        Screen::EditCredentials if emptied => (log.filled, log.unsure) = (None, false),
        Screen::ValidateForm | Screen::Reconfigure if emptied => log.validating = false,
        _ => {}
    }
    if matches!(screen, Screen::Dynamics | Screen::FirstConnect) {
        learn_credentials(log, facts);
    }
}

/// The checks, as far as they have run.
fn learn_checks(log: &mut VoyageLog, sighting: &Sighting) {
    let rows = sighting.facts.checks.as_ref();
    let over = match sighting.screen {
        Some(Screen::ValidateForm) => false,
        Some(Screen::ValidateChecks) => sighting.targets.contains_key(&Target::Close),
        Some(Screen::Reconfigure) => rows.is_some_and(|rows| rows.len() == Check::ALL.len()),
        _ => return,
    };
    if !over {
        log.checks_begin();
    }
    log.checks_over = over;
    if rows.is_some() {
        log.checks = rows.cloned();
    }
}

/// Whether the filled form is being sent. While it is, it cannot be used; a form that is cancelled is gone at once.
fn learn_sending(log: &mut VoyageLog, sighting: &Sighting) {
    if log.filled.is_some() && sighting.screen == Some(Screen::EditCredentials) {
        let usable = sighting.targets.contains_key(&Target::Save);
        // Usable again: Marketo did not take it.
        (log.ready, log.sent) = (log.ready || usable, log.ready && !usable);
    }
}

/// What the page says of the saved credentials. The secret is never shown, so the client ID stands for the pair
/// only where it is another than before: with a new secret for the same app it tells nothing.
fn learn_credentials(log: &mut VoyageLog, facts: &Facts) {
    let rows = facts.username.is_some();
    let shown = facts.client_id.clone().or_else(|| rows.then(String::new));
    match &facts.client_id {
        Some(id) if Some(id) == log.app.as_ref() => {
            if log.shown.as_ref().is_some_and(|before| before != id) {
                log.saved = Some(id.clone());
                log.unsure = false;
            } else if log.filled.is_some() {
                learn_closed(log);
            }
        }
        Some(_) => log.saved = None,
        None if log.filled.is_some() => learn_closed(log),
        None => {}
    }
    if shown.is_some() {
        log.shown = shown;
    }
}

/// The filled form has closed, and the page shows what it showed before: saved if it was seen being sent.
fn learn_closed(log: &mut VoyageLog) {
    if log.sent {
        log.save();
    }
    log.unsure = !log.is_saved();
}

/// What the forms, windows and boxes of the first connection and of the switch tell by being there.
fn learn_windows(log: &mut VoyageLog, sighting: &Sighting, now: Moment) {
    let has = |target| sighting.targets.contains_key(&target);
    let filled = |target| sighting.targets.get(&target).is_some_and(|found| found.filled);
    // A clock that was set back does not make the wait longer.
    log.switched = log.switched.map(|at| at.min(now));
    if let Some(node) = sighting.targets.get(&Target::MicrosoftDynamics) {
        let is = |term| lexicon::marketo().is(&node.label, term);
        log.connected = Some(!is(MarketoTerm::Crm));
    }
    if matches!(sighting.screen, Some(Screen::Dynamics)) && sighting.facts.url.is_some() {
        log.url.clone_from(&sighting.facts.url);
    }
    log.fields_open |= has(Target::SaveFields);
    match sighting.screen {
        Some(Screen::EditCredentials) => {
            let password = !has(Target::Password) || filled(Target::Password);
            log.own_fields = filled(Target::Username) && filled(Target::Url) && password;
        }
        Some(Screen::FirstConnect) => {
            log.fields_chosen |= log.fields_open && has(Target::EditFields);
        }
        Some(Screen::Reconfigure) => {
            let asks = has(Target::Confirm);
            // A box that leaves no choice, after the question: Marketo says that it is done.
            let said = has(Target::Ok) && !asks;
            if log.switching && said && log.all_green() {
                log.switched = log.switched.or(Some(now));
                log.saved.clone_from(&log.app);
            }
            log.switching |= asks;
        }
        _ => {}
    }
}
