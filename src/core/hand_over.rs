//! The set-up record: what whoever looks after the connection has to know of it, to be handed over.
//!
//! It is made of the logbook, which has no place for a secret, and of nothing else; a [`Secret`](crate::Secret) has
//! no way into a [`Text`].

use serde::Serialize;

use crate::calendar::day;
use crate::journey::Journey;
use crate::logbook::VoyageLog;
use crate::{Arg, Check, Moment, Text, check_label, check_number};

/// What was set up, as the pages said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct HandOver {
    /// When the journey came to its end.
    pub at: Moment,
    /// Whether it was practice: none of it is real then.
    pub practice: bool,
    /// What was set up, a fact each.
    pub lines: Vec<RecordLine>,
    /// Marketo's checks, as they were last seen; empty where the journey has none.
    pub checks: Vec<RecordLine>,
}

/// One fact: what it is, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RecordLine {
    /// What it is.
    pub label: Text,
    /// How it stands.
    pub value: Text,
}

/// The record of a journey that is at its end; `None` where it is not about any app.
#[must_use]
pub fn hand_over(journey: &Journey, log: &VoyageLog, now: Moment) -> Option<HandOver> {
    let client_id = log.app.as_deref()?;
    let app = log.current();
    let secret = app.and_then(|app| app.secret.as_ref());
    let tenant_id = app.and_then(|app| app.tenant_id.as_deref());
    let expires = secret.and_then(|secret| secret.expires.as_deref()).and_then(day);
    let from_ad_fs = journey.bank.is_some();

    let mut lines = vec![
        line("record_journey", Text::plain(journey.title)),
        line("record_app", known(app.and_then(|app| app.name.as_deref()))),
        line("record_client_id", plain(client_id)),
    ];
    if !from_ad_fs {
        let name = app.and_then(|app| app.tenant_name.as_deref());
        lines.extend(name.map(|name| line("record_tenant", plain(name))));
        lines.push(line("record_tenant_id", known(tenant_id)));
        let secret_id = secret.and_then(|secret| secret.secret_id.as_deref());
        lines.push(line("record_secret_id", known(secret_id)));
    }
    let expires =
        expires.map_or_else(unknown, |day| Text::plain("remark_plain").with(Arg::Date(day)));
    lines.push(line("record_expires", expires));
    if !from_ad_fs {
        let granted = app.is_some_and(|app| app.consent);
        let consent = if granted { "record_granted" } else { "record_not_seen" };
        lines.push(line("record_consent", Text::plain(consent)));
    }
    let marketo = log.marketo_url.as_deref().filter(|_| !log.practice).and_then(host);
    lines.extend(marketo.map(|host| line("record_marketo", plain(host))));
    lines.extend(log.url.as_deref().map(|url| line("record_dynamics", plain(url))));

    let seen: &[Check] = if log.checks.is_some() { Check::ALL } else { &[] };
    Some(HandOver {
        at: log.arrived_at.unwrap_or(now),
        practice: log.practice,
        lines,
        checks: seen.iter().map(|check| judged(log, *check)).collect(),
    })
}

const fn line(label: &'static str, value: Text) -> RecordLine {
    RecordLine { label: Text::plain(label), value }
}

fn plain(words: &str) -> Text {
    Text::plain("remark_plain").with(Arg::Plain(words.to_owned()))
}

const fn unknown() -> Text {
    Text::plain("record_unknown")
}

fn known(words: Option<&str>) -> Text {
    words.map_or_else(unknown, plain)
}

fn judged(log: &VoyageLog, check: Check) -> RecordLine {
    let value = match (log.told(check), log.verdict(check)) {
        (Some(true), _) => "record_passed",
        (None, Some(true)) => "record_passed_said",
        (_, Some(false)) => "record_red",
        _ => "record_unclear",
    };
    let label = Text::plain("check_title")
        .with(Arg::Plain(check_number(check).to_string()))
        .with(Arg::Plain(check_label(check, None)));
    RecordLine { label, value: Text::plain(value) }
}

/// The host of an address: all between the second slash and the third.
fn host(url: &str) -> Option<&str> {
    url.split('/').nth(2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::logbook::{AppLog, SecretLog};
    use crate::{CheckRow, Table};

    const APP: &str = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
    const TENANT: &str = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";

    fn log() -> VoyageLog {
        let secret = SecretLog {
            hint: "x7k".into(),
            length: 40,
            secret_id: Some("5a3c1f60-2b1d-4e0f-9c8a-112233445566".into()),
            expires: Some("2027-05-22".into()),
        };
        let app = AppLog {
            name: Some("Marketo Integration".into()),
            tenant_id: Some(TENANT.into()),
            consent: true,
            secret: Some(secret),
            ..AppLog::default()
        };
        let mut apps = Table::default();
        apps.insert(APP.to_owned(), app);
        VoyageLog {
            apps,
            app: Some(APP.into()),
            marketo_url: Some("https://app-ab13.marketo.com/#MM0A1".into()),
            url: Some("https://contoso.api.crm4.dynamics.com/XRMServices/".into()),
            checks: Some(vec![CheckRow { check: Check::Url, passed: Some(true) }]),
            judged: vec![CheckRow { check: Check::Role, passed: Some(true) }],
            arrived_at: Some(Moment(5)),
            ..VoyageLog::default()
        }
    }

    fn of(record: &HandOver, label: &str) -> Option<Text> {
        let mut lines = record.lines.iter();
        lines.find(|line| line.label.key == label).map(|line| line.value.clone())
    }

    #[test]
    fn what_the_pages_said_is_in_it_and_nothing_of_the_secret_is() {
        let record = hand_over(Journey::named("online").unwrap(), &log(), Moment(9)).unwrap();
        assert_eq!(record.at, Moment(5));
        assert_eq!(of(&record, "record_client_id"), Some(plain(APP)));
        assert_eq!(of(&record, "record_tenant_id"), Some(plain(TENANT)));
        assert_eq!(of(&record, "record_consent"), Some(Text::plain("record_granted")));
        assert_eq!(of(&record, "record_marketo"), Some(plain("app-ab13.marketo.com")));
        let stands = record.checks.iter().map(|line| line.value.key.as_ref());
        let unclear = "record_unclear";
        let expected =
            ["record_passed", unclear, "record_passed_said", unclear, unclear, unclear, unclear];
        assert_eq!(stands.collect::<Vec<_>>(), expected);
        let written = serde_json::to_string(&record).unwrap();
        // Not even what may be shown of it: a record goes where nobody knows.
        assert!(written.contains("5a3c1f60") && !written.contains("x7k"), "{written}");
    }

    #[test]
    fn what_nobody_knows_is_said_to_be_unknown_and_without_an_app_there_is_no_record() {
        let online = Journey::named("online").unwrap();
        let bare = VoyageLog { app: Some(APP.into()), ..VoyageLog::default() };
        let record = hand_over(online, &bare, Moment(9)).unwrap();
        assert_eq!(record.at, Moment(9));
        for label in ["record_app", "record_tenant_id", "record_secret_id", "record_expires"] {
            assert_eq!(of(&record, label), Some(unknown()), "{label}");
        }
        assert_eq!(of(&record, "record_consent"), Some(Text::plain("record_not_seen")));
        assert_eq!(hand_over(online, &VoyageLog::default(), Moment(9)), None);
    }

    #[test]
    fn a_pair_of_ad_fs_has_neither_tenant_nor_consent() {
        let record = hand_over(Journey::named("on-premises").unwrap(), &log(), Moment(9)).unwrap();
        assert_eq!(of(&record, "record_tenant_id"), None);
        assert_eq!(of(&record, "record_consent"), None);
        assert!(of(&record, "record_client_id").is_some());
    }
}
