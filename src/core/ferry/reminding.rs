//! Remembers the connections that were set up, and reminds before their secrets end.

use super::Ferry;
use crate::calendar::{day, iso};
use crate::{Arg, Connection, ConnectionView, Effect, Moment, Text, Tone};

/// From so many days on, the end of a secret is on the badge and in red.
const URGENT: u64 = 14;

impl Ferry {
    /// Notes the pair that Marketo has: a page said that it is saved.
    pub(super) fn note_connection(&mut self, now: Moment) {
        let Some(log) = self.logbook.voyage.as_ref().filter(|log| !log.practice) else { return };
        let Some(client_id) = log.saved.as_ref().filter(|saved| Some(*saved) == log.app.as_ref())
        else {
            return;
        };
        let Some(app) = log.current() else { return };
        let Some(secret) = app.secret.as_ref() else { return };
        let connections = &mut self.connections.all;
        let place = connections.iter().position(|known| known.client_id == *client_id);
        let mut known = place.map_or_else(Connection::default, |place| connections.remove(place));
        if place.is_none() || known.secret_id != secret.secret_id {
            known.expires = None;
            known.reminded = None;
        }
        if known.expires.is_none() && secret.expires.is_some() {
            known.expires.clone_from(&secret.expires);
            known.remind(now);
        }
        known.client_id.clone_from(client_id);
        known.secret_id.clone_from(&secret.secret_id);
        let take = |slot: &mut Option<String>, fact: &Option<String>| {
            if fact.is_some() {
                slot.clone_from(fact);
            }
        };
        take(&mut known.tenant_id, &app.tenant_id);
        take(&mut known.tenant_name, &app.tenant_name);
        take(&mut known.app_name, &app.name);
        connections.insert(place.unwrap_or(connections.len()), known);
    }

    /// Gives the reminders that are due.
    pub(super) fn remind(&mut self, now: Moment, effects: &mut Vec<Effect>) {
        for connection in &mut self.connections.all {
            connection.heed(now);
            let (Some(due), Some(ends)) = (connection.due(now), connection.ends()) else {
                continue;
            };
            connection.remind(now);
            let name = Arg::Plain(name(connection));
            let (title, body) = match due {
                0 => ("reminder_over_title", "reminder_over"),
                1 => ("reminder_day_title", "reminder_day"),
                _ => ("reminder_days_title", "reminder_days"),
            };
            let left = connection.days_left(now).unwrap_or_default();
            effects.push(Effect::Remind {
                connection: connection.client_id.clone(),
                title: Text::plain(title).with(Arg::Plain(left.to_string())),
                body: Text::plain(body).with(name).with(Arg::Date(ends.0)),
            });
        }
    }

    /// The moment of the next reminder of all.
    pub(super) fn next_reminder(&self, now: Moment) -> Option<Moment> {
        self.connections.all.iter().filter_map(|it| it.next(now)).min()
    }

    /// Whether a secret ends within days, or has ended.
    pub(super) fn is_urgent(&self, now: Moment) -> bool {
        let left = self.connections.all.iter().filter_map(|it| it.days_left(now));
        left.min().is_some_and(|left| left <= URGENT)
    }

    /// Takes the day that the admin says a secret ends; nonsense is told, not kept.
    pub(super) fn set_expiry(&mut self, client_id: &str, said: &str, now: Moment) {
        let Some(day) = day(said.trim()).filter(|day| iso(*day) == said.trim()) else {
            return self.say(Text::plain("connection_day_bad"), Tone::Bad);
        };
        let mut connections = self.connections.all.iter_mut();
        if let Some(known) = connections.find(|known| known.client_id == client_id) {
            known.expires = Some(iso(day));
            known.reminded = None;
            known.remind(now);
            self.note = None;
        }
    }

    /// Forgets a connection.
    pub(super) fn forget_connection(&mut self, client_id: &str) {
        self.connections.all.retain(|known| known.client_id != client_id);
    }

    /// What the panel shows of the connections.
    pub(super) fn connections_view(&self, now: Moment) -> Vec<ConnectionView> {
        let view = |known: &Connection| {
            let left = known.days_left(now);
            let ends = known.ends();
            let remark = match (ends, left) {
                (Some(ends), Some(0)) => Text::plain("connection_over").with(Arg::Date(ends.0)),
                (Some(ends), Some(1)) => Text::plain("connection_day").with(Arg::Date(ends.0)),
                (Some(ends), Some(left)) => Text::plain("connection_days")
                    .with(Arg::Plain(left.to_string()))
                    .with(Arg::Date(ends.0)),
                _ => Text::plain("connection_unknown"),
            };
            let tone = match left {
                Some(left) if left <= URGENT => Tone::Bad,
                Some(left) if left <= 60 => Tone::Warn,
                Some(_) => Tone::Plain,
                None => Tone::Warn,
            };
            ConnectionView {
                client_id: known.client_id.clone(),
                name: name(known),
                tenant: known.tenant_name.clone().or_else(|| known.tenant_id.clone()),
                ends: known.expires.clone(),
                remark,
                tone,
            }
        };
        self.connections.all.iter().map(view).collect()
    }
}

fn name(known: &Connection) -> String {
    known.app_name.clone().unwrap_or_else(|| known.client_id.clone())
}

#[cfg(test)]
mod tests {
    use crate::calendar::day;
    use crate::logbook::{AppLog, SecretLog};
    use crate::{Badge, Command, Effect, Event, Ferry, Memory, Moment, Tone};

    const APP: &str = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";

    fn at(iso: &str) -> Moment {
        Moment(day(iso).unwrap())
    }

    fn woken(connections: Option<crate::Connections>, now: Moment) -> Ferry {
        let memory = Memory { connections, ..Memory::default() };
        Ferry::wake("chrome-extension://x".into(), memory, now)
    }

    /// A journey whose pair was just seen saved in Marketo.
    fn saved(expires: Option<&str>, now: Moment) -> Ferry {
        let mut ferry = woken(None, now);
        let start = Command::Start { journey: "online".into() };
        ferry.handle(Event::Asked { command: start }, now);
        let log = ferry.logbook.voyage.as_mut().unwrap();
        log.app = Some(APP.to_owned());
        log.saved = Some(APP.to_owned());
        let secret = SecretLog { expires: expires.map(str::to_owned), ..SecretLog::default() };
        let name = Some("Marketo Integration".to_owned());
        let app = AppLog { name, secret: Some(secret), ..AppLog::default() };
        *log.apps.or_default(APP.to_owned()) = app;
        ferry
    }

    fn reminders(effects: &[Effect]) -> Vec<&str> {
        let mut keys = Vec::new();
        for effect in effects {
            if let Effect::Remind { title, .. } = effect {
                keys.push(&*title.key);
            }
        }
        keys
    }

    fn wakes(effects: &[Effect]) -> Vec<Option<Moment>> {
        let at = |effect: &Effect| match effect {
            Effect::Wake { at } => Some(*at),
            _ => None,
        };
        effects.iter().filter_map(at).collect()
    }

    #[test]
    fn a_saved_pair_is_remembered_and_reminded_of_over_restarts() {
        let now = at("2027-01-10");
        let mut ferry = saved(Some("2027-07-09"), now);
        let effects = ferry.handle(Event::Rang, now);
        assert_eq!(reminders(&effects), [""; 0]);
        assert!(wakes(&effects).contains(&Some(at("2027-05-10"))), "{effects:?}");
        let finish = Command::Press { button: crate::Button::Finish };
        ferry.handle(Event::Asked { command: finish }, now);
        // The browser was not open for months, and its alarm is lost.
        let now = at("2027-07-01");
        let mut ferry = woken(Some(ferry.connections().clone()), now);
        let effects = ferry.handle(Event::BrowserStarted, now);
        assert_eq!(reminders(&effects), ["reminder_days_title"]);
        assert!(
            effects.contains(&Effect::Store)
                && effects.contains(&Effect::Badge { badge: Badge::Ending })
        );
        assert_eq!(wakes(&effects).last(), Some(&Some(at("2027-07-02"))));
        assert_eq!(reminders(&ferry.handle(Event::Rang, now)), [""; 0]);
        assert_eq!(reminders(&ferry.handle(Event::Rang, at("2027-07-08"))), ["reminder_day_title"]);
        assert_eq!(
            reminders(&ferry.handle(Event::Rang, at("2027-08-01"))),
            ["reminder_over_title"]
        );
        assert_eq!(wakes(&ferry.handle(Event::Rang, at("2027-08-01"))), [None]);
        let view = ferry.view(at("2027-08-01"));
        assert_eq!(
            (view.connections[0].name.as_str(), view.connections[0].tone),
            ("Marketo Integration", Tone::Bad)
        );
    }

    #[test]
    fn a_day_that_is_not_known_is_asked_for_and_nonsense_is_not_kept() {
        let now = at("2027-01-10");
        let mut ferry = saved(None, now);
        ferry.handle(Event::Rang, now);
        let said = |ferry: &mut Ferry, said: &str| {
            let command = Command::SetExpiry { client_id: APP.into(), day: said.into() };
            ferry.handle(Event::Asked { command }, now);
            ferry.view(now).connections[0].ends.clone()
        };
        for nonsense in ["", "soon", "2027-02-30", "2027-5-22", "22.05.2027"] {
            assert_eq!(said(&mut ferry, nonsense), None, "{nonsense}");
        }
        assert_eq!(said(&mut ferry, "2027-05-22").as_deref(), Some("2027-05-22"));
        let command = Command::ForgetConnection { client_id: APP.into() };
        ferry.logbook.voyage = None;
        ferry.handle(Event::Asked { command }, now);
        assert!(ferry.view(now).connections.is_empty());
    }

    #[test]
    fn practice_is_not_remembered() {
        let now = at("2027-01-10");
        let mut ferry = saved(Some("2027-07-09"), now);
        ferry.logbook.voyage.as_mut().unwrap().practice = true;
        ferry.handle(Event::Rang, now);
        assert!(ferry.view(now).connections.is_empty());
    }

    #[test]
    fn a_new_secret_begins_anew() {
        let now = at("2027-01-10");
        let mut ferry = saved(Some("2027-01-20"), now);
        ferry.handle(Event::Rang, now);
        let secret = SecretLog {
            secret_id: Some("new".to_owned()),
            expires: Some("2028-01-09".to_owned()),
            ..SecretLog::default()
        };
        let log = ferry.logbook.voyage.as_mut().unwrap();
        log.apps.or_default(APP.to_owned()).secret = Some(secret);
        let effects = ferry.handle(Event::Rang, now);
        assert_eq!(reminders(&effects), [""; 0]);
        assert_eq!(ferry.view(now).connections[0].ends.as_deref(), Some("2028-01-09"));
        assert_eq!(wakes(&effects).last(), Some(&Some(at("2027-11-10"))));
    }
}
