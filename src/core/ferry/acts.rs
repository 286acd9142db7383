//! What a person asks for with a press: keep the secret that is shown, fill the pair in, go on.
//!
//! A press makes one order to the hand, bound to the frame, its document and its address. The
//! answer is taken only for that order, from that frame; anything else is thrown away.

use super::{Ferry, guiding};

use crate::logbook::{OldSecret, SecretLog};
use crate::lookout::Glimpse;
use crate::{
    Arg, Button, Cloud, Effect, Field, Fingerprint, Form, Half, HandFault, Known, Moment, OrderId,
    Place, Provenance, Refusal, Released, Screen, Secret, Site, Source, Take, Target, Text, Tone,
    weigh,
};

/// The list of app registrations (facts/azure-portal.md section 10).
const APP_LIST: &str = "#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade";
/// One app's page; its client ID follows.
const APP_PAGE: &str = "#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview/appId/";

/// An order that the hand is at.
pub(super) struct Order {
    id: OrderId,
    pub(super) place: Place,
    url: String,
    pub(super) kind: Kind,
}

impl Order {
    /// The address that it is for.
    pub(super) fn url(&self) -> &str {
        &self.url
    }
}

pub(super) enum Kind {
    Take(Box<Provenance>, Option<String>, Vec<OldSecret>),
    Fill { form: Form, client_id: String },
}

impl Ferry {
    /// A button was pressed: in the card of a frame, or in the panel for the tab in front.
    pub(super) fn press(
        &mut self,
        button: Button,
        place: Option<&Place>,
        now: Moment,
        effects: &mut Vec<Effect>,
    ) {
        let tab = place.map(|place| place.tab).or(self.foreground);
        if self.is_at_it(button, tab) {
            return;
        }
        self.note = None;
        match button {
            Button::Keep | Button::Fill => {
                if place.is_some() && tab != self.foreground && self.foreground.is_some() {
                    // A card in a tab that is not in front cannot have been pressed by a person.
                    return self.fault(HandFault::Background);
                }
                let Some(tab) = tab else { return self.fault(HandFault::Background) };
                match button {
                    Button::Keep => self.keep(tab, now, effects),
                    _ => self.fill(tab, now, effects),
                }
            }
            Button::OpenAzure => self.open(Site::Azure, self.azure_url(), now, effects),
            Button::OpenMarketo => match self.marketo_url() {
                Some(url) => self.open(Site::Marketo, url, now, effects),
                None => self.say(Text::plain("cue_marketo_first"), Tone::Warn),
            },
            Button::PassOver | Button::Vouch => self.pass_over(button, place, now),
            Button::Paste => {}
            Button::Finish => {
                self.wipe(effects);
                self.logbook.voyage = None;
            }
        }
    }

    fn open(&mut self, site: Site, url: String, now: Moment, effects: &mut Vec<Effect>) {
        effects.push(Effect::Open { url });
        let shows = |tab| self.lookout.picture(tab).and_then(|picture| picture.site());
        if !self.lookout.tabs().any(|tab| shows(tab) == Some(site)) {
            self.wait(Some(site), now, effects);
        }
    }

    /// The Azure portal's address, without a fragment.
    pub(super) fn azure(&self) -> &str {
        let cloud = self.cloud();
        let log = self.logbook.voyage.as_ref();
        let fits = |url: &&str| log.is_some_and(|log| log.practice) || Cloud::of(url) == cloud;
        let visited = log.and_then(|log| log.azure_url.as_deref());
        visited.filter(fits).unwrap_or_else(|| cloud.portal())
    }

    fn azure_url(&self) -> String {
        let base = self.azure();
        let log = self.logbook.voyage.as_ref();
        match log.and_then(|log| log.app.as_deref()) {
            Some(client_id) => [base, APP_PAGE, client_id].concat(),
            None => [base, APP_LIST].concat(),
        }
    }

    pub(super) fn marketo_url(&self) -> Option<String> {
        let log = self.logbook.voyage.as_ref()?;
        if let Some(url) = &log.marketo_url {
            return Some(url.clone());
        }
        if log.practice {
            return Some([&self.own_origin, "/practice/marketo/index.html"].concat());
        }
        self.logbook.marketo_url.clone()
    }

    /// Leaves the step that is shown as it is, or takes a person's word for it, where the step allows that.
    fn pass_over(&mut self, button: Button, place: Option<&Place>, now: Moment) {
        let passed = self.passable(button, place, now);
        if let (Some(step), Some(log)) = (passed, self.logbook.voyage.as_mut()) {
            match step {
                "save_credentials" => log.save(),
                _ => log.pass(step),
            }
        }
    }

    fn passable(&self, button: Button, place: Option<&Place>, now: Moment) -> Option<&'static str> {
        let bearings = self.bearings(now)?;
        let journey = self.journey()?;
        let tab = place.map(|place| place.tab).or(self.foreground);
        let picture = tab.and_then(|tab| self.lookout.picture(tab));
        let shown = picture.and_then(|picture| guiding::advise(journey, &bearings, &picture));
        let step = shown
            .map(|advice| advice.step)
            .or_else(|| journey.present(&bearings).map(|(_, step)| step))?;
        let mut cues = step.cues.iter().chain([step.elsewhere]);
        cues.any(|cue| cue.button == Some(button)).then_some(step.id)
    }

    pub(super) fn next_order(&mut self) -> OrderId {
        self.logbook.orders = self.logbook.orders.wrapping_add(1);
        OrderId(self.logbook.orders)
    }

    /// Has the hand read the cell that shows the secret's value.
    fn keep(&mut self, tab: u32, now: Moment, effects: &mut Vec<Effect>) {
        if self.refuses_for_want_of_shelter() {
            return;
        }
        let Some((kind, place, url, node)) = self.capture_in(tab) else {
            return self.fault(HandFault::Gone);
        };
        let id = self.next_order();
        effects.push(Effect::Take { order: id, place: place.clone(), url: url.clone(), node });
        self.wait(None, now, effects);
        self.order = Some(Order { id, place, url, kind });
    }

    fn capture_in(&self, tab: u32) -> Option<(Kind, Place, String, u32)> {
        let picture = self.lookout.picture(tab)?;
        if picture.site() != Some(Site::Azure)
            || picture.screen() != Some(Screen::CertificatesSecrets)
        {
            return None;
        }
        let (place, found) = picture.find(Target::SecretValue)?;
        let glimpse = self.lookout.glimpse(place)?;
        let facts = &glimpse.sighting.facts;
        let mut rows = facts.secrets.iter().flatten();
        let row = rows.find(|row| row.cell == Some(found.node));
        let old = facts.secrets.iter().flatten().filter(|row| row.cell != Some(found.node));
        let old = old.filter_map(|row| {
            let secret_id = row.secret_id.clone()?;
            Some(OldSecret { secret_id, description: row.description.clone() })
        });
        let client_id = facts.client_id.clone()?;
        let app = self.logbook.voyage.as_ref().and_then(|log| log.apps.get(&client_id));
        let from = Provenance {
            tenant_id: app.and_then(|app| app.tenant_id.clone()),
            client_id,
            secret_id: row.and_then(|row| row.secret_id.clone()),
            practice: glimpse.practice,
            source: Source::Page {
                origin: origin(&glimpse.url).to_owned(),
                document: place.document.clone(),
            },
        };
        let expires = row.and_then(|row| row.expires.clone());
        let kind = Kind::Take(Box::new(from), expires, old.collect());
        Some((kind, place.clone(), glimpse.url.clone(), found.node))
    }

    /// The hand has read the cell.
    pub(super) fn taken(
        &mut self,
        order: OrderId,
        place: &Place,
        url: &str,
        outcome: Take,
        now: Moment,
        effects: &mut Vec<Effect>,
    ) {
        let Some(open) = self.answered(order, place) else { return };
        let Kind::Take(from, expires, old) = open.kind else { return };
        let value = match outcome {
            Take::Value(value) => value,
            Take::Fault(fault) => return self.fault(fault),
        };
        if url != open.url {
            return self.fault(HandFault::Moved);
        }
        let client_id = from.client_id.clone();
        if self.board(*from, expires, &value, now, effects)
            && let Some(log) = self.logbook.voyage.as_mut()
        {
            log.apps.or_default(client_id).old = old;
        }
    }

    /// Weighs a value and takes the pair on board, or says why not; whether it is on board now.
    pub(super) fn board(
        &mut self,
        from: Provenance,
        expires: Option<String>,
        value: &Secret,
        now: Moment,
        effects: &mut Vec<Effect>,
    ) -> bool {
        if self.refuses_for_want_of_shelter() {
            return false;
        }
        let app = self.logbook.voyage.as_ref().and_then(|log| log.apps.get(&from.client_id));
        let object_id = app.and_then(|app| app.object_id.clone());
        if object_id.is_some() {
            let verdict = weigh(value, &Known { object_id, ..Known::default() });
            if verdict == crate::Verdict::IsObjectId {
                self.say(verdict.text(), verdict.tone());
                return false;
            }
        }
        let (client_id, secret_id) = (from.client_id.clone(), from.secret_id.clone());
        let (verdict, print) = match self.custody.capture(value, from, now) {
            Ok(pair) => (pair.verdict, pair.fingerprint.clone()),
            Err(Refusal::Value(verdict)) => {
                self.say(verdict.text(), verdict.tone());
                return false;
            }
            Err(refusal) => {
                let bad = refusal == Refusal::Id;
                self.say(
                    Text::plain(if bad { "pair_client_id_bad" } else { "pair_choose" }),
                    Tone::Bad,
                );
                return false;
            }
        };
        let (text, tone) = self.verdict(verdict);
        self.say(text, tone);
        effects.push(Effect::Keep);
        let Fingerprint { hint, length, .. } = print;
        if let Some(log) = self.logbook.voyage.as_mut() {
            let app = log.apps.or_default(client_id);
            app.secret = Some(SecretLog { hint, length, secret_id, expires });
        }
        self.boarded(now);
        true
    }

    /// Has the hand fill the form in front.
    fn fill(&mut self, tab: u32, now: Moment, effects: &mut Vec<Effect>) {
        let Some(from) = self.custody.aboard(now).map(|pair| pair.provenance.clone()) else {
            let undecided = self.custody.held(now).next().is_some();
            self.say(Text::plain(if undecided { "pair_choose" } else { "pair_none" }), Tone::Warn);
            return;
        };
        let client_id = from.client_id;
        let Some((form, place, url, mut fields, emptied)) = self.form_in(tab) else {
            return self.fault(HandFault::Gone);
        };
        if from.practice != form.practice {
            return self.fault(HandFault::Moved);
        }
        if emptied {
            // The page has lost what it was given: it may be given it again.
            self.custody.faulted(&form);
        }
        let current = self.logbook.voyage.as_ref().and_then(|log| log.app.clone());
        if let Some(current) = current.filter(|current| *current != client_id) {
            let text =
                Text::plain("pair_other_app").with(Arg::Plain(client_id)).with(Arg::Plain(current));
            self.say(text, Tone::Bad);
            return;
        }
        if self.custody.has_given(&form) {
            // What stands there counts.
            return self.note_filled(&form, client_id);
        }
        if from.tenant_id.is_none() {
            // What is not known is left to the admin.
            fields.retain(|field| field.half != Half::TenantId);
        }
        let id = self.next_order();
        effects.push(Effect::Fill { order: id, place: place.clone(), url: url.clone(), fields });
        self.wait(None, now, effects);
        self.order = Some(Order { id, place, url, kind: Kind::Fill { form, client_id } });
    }

    /// The form in front, where it stands, its two fields, and whether one of them is empty.
    fn form_in(&self, tab: u32) -> Option<(Form, Place, String, Vec<Field>, bool)> {
        let picture = self.lookout.picture(tab).filter(|it| it.site() == Some(Site::Marketo))?;
        let glimpse = picture.glimpse;
        let targets = &glimpse.sighting.targets;
        let (client_id, secret) =
            (targets.get(&Target::ClientId)?, targets.get(&Target::ClientSecret)?);
        let form = form_of(picture.place, glimpse)?;
        let emptied = !client_id.filled || !secret.filled;
        let mut fields = vec![
            Field { node: client_id.node, half: Half::ClientId },
            Field { node: secret.node, half: Half::Secret },
        ];
        if let Some(tenant_id) = targets.get(&Target::TenantId) {
            fields.push(Field { node: tenant_id.node, half: Half::TenantId });
        }
        Some((form, picture.place.clone(), glimpse.url.clone(), fields, emptied))
    }

    /// The pair for the order that the shell is carrying out, once; `None`: there is nothing to
    /// fill any more.
    pub fn redeem(&mut self, order: OrderId, now: Moment) -> Option<Released<'_>> {
        let open = self.order.as_ref().filter(|open| open.id == order)?;
        match &open.kind {
            Kind::Fill { form, client_id } => {
                // The journey may be about another app by now, or be a new one.
                let app = self.logbook.voyage.as_ref()?.app.as_ref()?;
                if app != client_id {
                    return None;
                }
                let released = self.custody.release(form, now).ok()?;
                (released.client_id == client_id).then_some(released)
            }
            Kind::Take(..) => None,
        }
    }

    /// The hand has filled the form.
    pub(super) fn filled(&mut self, order: OrderId, place: &Place, fault: Option<HandFault>) {
        let Some(open) = self.answered(order, place) else { return };
        let Kind::Fill { form, client_id } = open.kind else { return };
        if let Some(fault) = fault {
            self.custody.faulted(&form);
            return self.fault(fault);
        }
        self.note_filled(&form, client_id);
    }

    /// The open order, if this is its answer.
    fn answered(&mut self, order: OrderId, place: &Place) -> Option<Order> {
        let fits = self.order.as_ref().is_some_and(|open| open.id == order && open.place == *place);
        if !fits {
            return None;
        }
        self.arrive(None);
        self.order.take()
    }

    fn fault(&mut self, fault: HandFault) {
        let key = match fault {
            HandFault::Moved => "fault_moved",
            HandFault::Gone => "fault_gone",
            HandFault::Reverted => "fault_reverted",
            HandFault::Background => "fault_background",
            HandFault::Silent => "fault_silent",
        };
        self.say(Text::plain(key), Tone::Bad);
    }
}

/// The form that a frame shows.
pub(super) fn form_of(place: &Place, glimpse: &Glimpse) -> Option<Form> {
    let secret = glimpse.sighting.targets.get(&Target::ClientSecret)?;
    Some(Form {
        screen: glimpse.sighting.screen?,
        document: place.document.clone(),
        field: secret.node,
        practice: glimpse.practice,
    })
}

/// The origin of an address: all before the third slash.
fn origin(url: &str) -> &str {
    url.match_indices('/').nth(2).and_then(|(end, _)| url.get(..end)).unwrap_or(url)
}
