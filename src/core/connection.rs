//! A connection between Dynamics and Marketo that was set up, and the day its secret ends: what
//! nobody thinks of in a year (facts/setup.md section 6.3). Never a secret.

use serde::Serialize;

use crate::Moment;
use crate::calendar::day;
use crate::record::read_into_default;

/// A day in milliseconds.
const DAY: u64 = 86_400_000;

/// So many days before the end there is a reminder; 0: it is over.
pub const DAYS_BEFORE: [u32; 6] = [60, 30, 14, 7, 1, 0];

/// One app whose pair was saved in Marketo.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Connection {
    /// The app's client ID.
    pub client_id: String,
    /// The tenant's ID, where it is known.
    pub tenant_id: Option<String>,
    /// The tenant's name, where it is known.
    pub tenant_name: Option<String>,
    /// The app's name, where it is known.
    pub app_name: Option<String>,
    /// The Secret ID of the secret that Marketo has.
    pub secret_id: Option<String>,
    /// The day that secret ends, `YYYY-MM-DD`; `None`: nobody has said.
    pub expires: Option<String>,
    /// The smallest of [`DAYS_BEFORE`] for which there was a reminder.
    pub reminded: Option<u32>,
}

read_into_default! {
    Connection { client_id, tenant_id, tenant_name, app_name, secret_id, expires, reminded }
}

impl Connection {
    /// When the secret's last day begins (UTC).
    #[must_use]
    pub fn ends(&self) -> Option<Moment> {
        self.expires.as_deref().and_then(day).map(Moment)
    }

    /// Whole days until the last day, rounded up; 0 from its beginning on.
    #[must_use]
    pub fn days_left(&self, now: Moment) -> Option<u64> {
        Some(self.ends()?.0.saturating_sub(now.0).div_ceil(DAY))
    }

    /// The reminder that is due and was not given yet.
    #[must_use]
    pub fn due(&self, now: Moment) -> Option<u32> {
        let reached = self.reached(now)?;
        self.reminded.is_none_or(|before| reached < before).then_some(reached)
    }

    /// Takes note that everything up to now needs no reminder: the admin has it before the eyes.
    pub fn remind(&mut self, now: Moment) {
        if let Some(due) = self.due(now) {
            self.reminded = Some(due);
        }
    }

    /// A clock that was wrong by more than a day and is set back: what was said for days that are still to come will be said
    /// again on those days, and nothing is said twice today.
    pub fn heed(&mut self, now: Moment) {
        let to_come = |left: u64, before: u32| left > u64::from(before) + 1;
        if let (Some(left), Some(before)) = (self.days_left(now), self.reminded)
            && to_come(left, before)
        {
            self.reminded = self.reached(now);
        }
    }

    /// The moment of the next reminder.
    #[must_use]
    pub fn next(&self, now: Moment) -> Option<Moment> {
        let ends = self.ends()?.0;
        let moments = DAYS_BEFORE.iter().filter(|days| self.reminded.is_none_or(|it| **days < it));
        let moments = moments.map(|days| ends.saturating_sub(u64::from(*days) * DAY));
        moments.filter(|moment| *moment > now.0).min().map(Moment)
    }

    /// The smallest number of days that is reached.
    fn reached(&self, now: Moment) -> Option<u32> {
        let left = self.days_left(now)?;
        DAYS_BEFORE.iter().copied().filter(|days| left <= u64::from(*days)).min()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ending(expires: &str) -> Connection {
        Connection { expires: Some(expires.to_owned()), ..Connection::default() }
    }

    fn at(iso: &str) -> Moment {
        Moment(day(iso).unwrap())
    }

    #[test]
    fn reminders_come_at_their_days_and_once() {
        let mut connection = ending("2027-06-30");
        let mut given = Vec::new();
        let mut now = at("2027-04-01");
        while now < at("2027-07-10") {
            if let Some(due) = connection.due(now) {
                given.push((due, connection.days_left(now).unwrap()));
                connection.remind(now);
            }
            now = Moment(now.0 + DAY / 4);
        }
        assert_eq!(given, [(60, 60), (30, 30), (14, 14), (7, 7), (1, 1), (0, 0)]);
    }

    #[test]
    fn a_missed_alarm_gives_the_nearest_reminder_only() {
        let mut connection = ending("2027-06-30");
        assert_eq!(connection.next(at("2027-01-01")), Some(at("2027-05-01")));
        assert_eq!(connection.due(at("2027-06-25")), Some(7));
        connection.remind(at("2027-06-25"));
        assert_eq!(connection.next(at("2027-06-25")), Some(at("2027-06-29")));
        assert_eq!(connection.due(at("2027-06-29")), Some(1));
    }

    #[test]
    fn a_clock_that_jumps_forth_and_back_repeats_nothing_and_swallows_nothing() {
        // Years ahead for a moment: that it is over is said, and was not true.
        let mut connection = ending("2027-06-30");
        let right = at("2027-05-20");
        assert_eq!(connection.due(right), Some(60));
        connection.remind(right);
        assert_eq!(connection.due(at("2031-01-01")), Some(0));
        connection.remind(at("2031-01-01"));
        connection.heed(right);
        assert_eq!(connection.due(right), None, "said before");
        for (day, days) in [("2027-05-31", 30), ("2027-06-16", 14), ("2027-06-23", 7)] {
            connection.heed(at(day));
            assert_eq!(connection.due(at(day)), Some(days), "{day}");
            connection.remind(at(day));
        }
        // Set back by less than a day, as a clock is that goes a little wrong: nothing is said twice.
        let corrected = Moment(at("2027-06-23").0 - DAY / 2);
        connection.heed(corrected);
        assert_eq!(connection.due(corrected), None);
        connection.heed(at("2027-06-23"));
        assert_eq!(connection.due(at("2027-06-23")), None);
        // Set back to where nothing is due: nothing is said, and everything in its time.
        let back = at("2027-01-01");
        connection.heed(back);
        assert_eq!((connection.due(back), connection.next(back)), (None, Some(at("2027-05-01"))));
    }

    #[test]
    fn a_day_that_nobody_has_said_gives_none() {
        let connection = Connection::default();
        let now = at("2027-01-01");
        assert_eq!((connection.due(now), connection.next(now)), (None, None));
        assert_eq!(ending("soon").days_left(now), None);
    }

    proptest! {
        #[test]
        fn the_next_reminder_is_due_when_its_moment_comes(now in 1_700_000_000_000_u64..1_900_000_000_000) {
            let mut connection = ending("2029-06-30");
            connection.remind(Moment(now));
            if let Some(next) = connection.next(Moment(now)) {
                prop_assert!(next.0 > now);
                prop_assert!(connection.due(next).is_some());
            }
        }
    }
}
