//! What a person asks for in the panel or with the keyboard, each in one line where it can be.

use super::Ferry;

use crate::journey::Journey;
use crate::lookout::Lookout;
use crate::{Command, Effect, Moment, Table, Text, Tone};

impl Ferry {
    /// Does what was asked for in the panel or with the keyboard.
    pub(super) fn asked(&mut self, command: Command, now: Moment, effects: &mut Vec<Effect>) {
        match command {
            Command::Start { journey } => self.start(&journey),
            Command::StartOver => {
                self.wipe(effects);
                self.logbook.voyage = None;
                self.note = None;
                self.explaining = None;
                self.lookout = Lookout::default();
            }
            Command::Press { button } => self.press(button, None, now, effects),
            Command::Act => {
                if let Some(button) = self.present_button(now) {
                    self.press(button, None, now, effects);
                }
            }
            Command::Wipe => {
                self.wipe(effects);
                self.say(Text::plain("pair_wiped"), Tone::Plain);
            }
            Command::Extend => {
                if self.custody.extend(now).is_some() {
                    effects.push(Effect::Keep);
                }
            }
            Command::TestPair => self.try_pair(now, effects),
            Command::Choose { number } => self.choose(number, now, effects),
            Command::Weigh { text } => self.weigh(text, now),
            Command::KeepWeighed { client_id } => self.keep_weighed(client_id, now, effects),
            Command::DropWeighed => self.weighing = None,
            Command::Explain { text } => self.explain(&text),
            Command::DropExplained => self.explaining = None,
            Command::SetExpiry { client_id, day } => self.set_expiry(&client_id, &day, now),
            Command::ForgetConnection { client_id } => self.forget_connection(&client_id),
            Command::CheckOff { recipe, done } => self.check_off(recipe, done, now),
            Command::Judge { check, passed } => self.judge(check, passed, now),
            Command::Locate { cloud } => self.locate(cloud),
            Command::Speak { language } => {
                self.logbook.language = language;
                // Every card is drawn again, in the other language.
                self.drawn = Table::default();
            }
        }
    }

    fn start(&mut self, name: &str) {
        let Some(journey) = Journey::named(name) else { return };
        self.note = None;
        self.logbook.dropped = false;
        self.connections.dropped = false;
        // What the pages have said holds for every journey: a change of journey forgets none of it.
        self.logbook.voyage.get_or_insert_default().journey = journey.id.to_owned();
    }
}
