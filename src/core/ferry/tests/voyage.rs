//! What the tests see and do: sightings, and a ferry under way.

use super::super::*;
use crate::{
    Button, Check, CheckRow, Facts, Found, HandFault, OrderId, Permission, Screen, Secret,
    SecretKind, SecretRow, SecretValue, Sighting, Site, Take, Target, ValueState, specimen,
};

pub(super) const APP: &str = "5f0c2b1e-84d1-4a7e-9c39-1c2d7a30b1ff";
pub(super) const OTHER: &str = "0a1b2c3d-0000-4a7e-9c39-1c2d7a30b1ff";
pub(super) const NOW: Moment = Moment(1_800_000_000_000);

pub(super) fn place(tab: u32) -> Place {
    Place { tab, frame: 0, document: ["document ", &tab.to_string()].concat() }
}

pub(super) fn later(seconds: u64) -> Moment {
    Moment(NOW.0 + seconds * 1000)
}

/// A sighting with these controls, each with its own handle and nothing in it.
pub(super) fn sighting(site: Site, screen: Screen, targets: &[Target]) -> Sighting {
    let found = |target: Target| {
        let node = target as u32 + 1;
        (target, Found { node, label: target.word().to_owned(), ..Found::default() })
    };
    Sighting {
        site: Some(site),
        screen: Some(screen),
        targets: targets.iter().copied().map(found).collect(),
        ..Sighting::default()
    }
}

pub(super) fn azure(screen: Screen, client_id: Option<&str>, targets: &[Target]) -> Sighting {
    let facts = Facts { client_id: client_id.map(str::to_owned), ..Facts::default() };
    Sighting { facts, ..sighting(Site::Azure, screen, targets) }
}

/// Azure's list of permissions, with the Dynamics permission granted or not.
pub(super) fn permissions(granted: bool) -> Sighting {
    let mut page = azure(Screen::ApiPermissions, Some(APP), &[Target::GrantAdminConsent]);
    page.facts.permissions = Some(vec![Permission {
        api: "Dynamics CRM".to_owned(),
        name: "user_impersonation".to_owned(),
        granted,
    }]);
    page
}

pub(super) fn marketo(screen: Screen, sync: Option<Sync>, targets: &[Target]) -> Sighting {
    let facts = Facts { sync, ..Facts::default() };
    Sighting { facts, ..sighting(Site::Marketo, screen, targets) }
}

/// The secrets page with one secret that is still shown.
pub(super) fn shown_secret(client_id: &str) -> Sighting {
    let mut page = azure(Screen::CertificatesSecrets, Some(client_id), &[Target::SecretValue]);
    page.facts.secrets = Some(vec![SecretRow {
        value: Some(SecretValue {
            state: ValueState::Shown,
            kind: Some(SecretKind::Current),
            length: Some(40),
            hint: Some("abc".to_owned()),
            checksum: Some(true),
        }),
        cell: Some(Target::SecretValue as u32 + 1),
        ..SecretRow::default()
    }]);
    page
}

pub(super) fn form(screen: Screen, filled: bool) -> Sighting {
    let mut form = marketo(
        screen,
        None,
        &[Target::ClientId, Target::ClientSecret, Target::Save, Target::Next],
    );
    for found in form.targets.values_mut() {
        found.filled = filled;
    }
    form
}

/// The credentials while they are sent: the form is there and cannot be used.
pub(super) fn sending() -> Sighting {
    let mut form = form(Screen::EditCredentials, true);
    form.targets = Table::default();
    form
}

pub(super) fn checks(passed: impl Fn(usize) -> Option<bool>) -> Sighting {
    let mut page = marketo(Screen::ValidateChecks, None, &[Target::Close]);
    let row = |(at, check): (usize, &Check)| CheckRow { check: *check, passed: passed(at) };
    page.facts.checks = Some(Check::ALL.iter().enumerate().map(row).collect());
    page
}

/// The page Microsoft Dynamics with what it shows of the credentials.
pub(super) fn dynamics(sync: Sync, client_id: Option<&str>) -> Sighting {
    let button = if sync == Sync::On { Target::DisableSync } else { Target::EnableSync };
    let targets = [button, Target::EditCredentials, Target::ValidateTab, Target::ReconfigureTab];
    let mut page = marketo(Screen::Dynamics, Some(sync), &targets);
    page.facts.username = Some("marketo.sync@contoso.com".to_owned());
    page.facts.client_id = client_id.map(str::to_owned);
    page
}

/// A ferry under way, with everything that it has asked for.
pub(super) struct Voyage {
    pub(super) ferry: Ferry,
    pub(super) now: Moment,
    pub(super) effects: Vec<Effect>,
}

impl Voyage {
    pub(super) fn begin() -> Self {
        Self::on("online")
    }

    pub(super) fn on(journey: &str) -> Self {
        let ferry = Ferry::wake("chrome-extension://own".to_owned(), Memory::default(), NOW);
        let mut voyage = Self { ferry, now: NOW, effects: Vec::new() };
        voyage.ask(Command::Start { journey: journey.to_owned() });
        voyage
    }

    pub(super) fn tell(&mut self, event: Event) {
        let effects = self.ferry.handle(event, self.now);
        self.effects.extend(effects);
    }

    pub(super) fn ask(&mut self, command: Command) {
        self.tell(Event::Asked { command });
    }

    pub(super) fn see(&mut self, tab: u32, sighting: Sighting) {
        let url = "https://portal.azure.com/#a".to_owned();
        let glimpse = Glimpse { url, top_url: None, practice: false, sighting };
        let now = self.now;
        self.ferry.foreground = Some(tab);
        let effects = self.ferry.around(now, |ferry, effects| {
            ferry.sighted(place(tab), glimpse, now, effects);
        });
        self.effects.extend(effects);
    }

    pub(super) fn order(&self) -> Option<OrderId> {
        self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Take { order, .. } | Effect::Fill { order, .. } => Some(*order),
            _ => None,
        })
    }

    pub(super) fn press(&mut self, tab: u32, button: Button) {
        self.tell(Event::Pressed { place: place(tab), button });
    }

    /// The hand answers the last order to read.
    pub(super) fn answer(&mut self, tab: u32, value: String) {
        let order = self.order().unwrap();
        let url = "https://portal.azure.com/#a".to_owned();
        let outcome = Take::Value(Secret::new(value));
        self.tell(Event::Taken { order, place: place(tab), url, outcome });
    }

    pub(super) fn filled(&mut self, tab: u32, fault: Option<HandFault>) {
        let order = self.order().unwrap();
        assert!(self.ferry.redeem(order, self.now).is_some());
        self.tell(Event::Filled { order, place: place(tab), fault });
    }

    /// As far as the pair on board.
    pub(super) fn with_pair() -> Self {
        let mut voyage = Self::begin();
        voyage.see(1, shown_secret(APP));
        voyage.press(1, Button::Keep);
        voyage.answer(1, specimen::current(1));
        voyage
    }

    /// Fills and saves on the page Microsoft Dynamics, then validates until all is green.
    pub(super) fn carry(&mut self, client_id: &str) {
        self.see(2, dynamics(Sync::Off, None));
        self.see(2, form(Screen::EditCredentials, false));
        self.press(2, Button::Fill);
        self.filled(2, None);
        self.see(2, dynamics(Sync::Off, Some(client_id)));
        self.see(2, form(Screen::ValidateForm, false));
        self.press(2, Button::Fill);
        self.filled(2, None);
        self.see(2, checks(|_| Some(true)));
    }

    #[track_caller]
    pub(super) fn shows(&self, step: &str, target: Option<Target>) {
        let view = self.ferry.view(self.now);
        let now = view.voyage.unwrap().now.unwrap();
        assert_eq!(now.title.key, ["step_", step, "_title"].concat());
        let tab = self.ferry.foreground.unwrap();
        let guide = self.ferry.drawn.get(&place(tab));
        let node = guide.and_then(|guide| guide.target);
        assert_eq!(node, target.map(|target| target as u32 + 1), "the spotlight");
    }

    pub(super) fn pair(&self) -> Option<String> {
        let pair = self.ferry.custody.aboard(self.now)?;
        Some(pair.provenance.client_id.clone())
    }

    pub(super) fn note(&self) -> Option<String> {
        self.ferry.note.as_ref().map(|(text, _)| text.key.to_string())
    }
}
