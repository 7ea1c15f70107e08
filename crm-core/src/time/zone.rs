//! A time zone: the instants of its days, and its wall clock.
//!
//! Days and wall-clock times stay values of `chrono`; the rules of a zone are asked for offsets only, and an instant crosses over as a number of
//! microseconds.

use super::{Day, Instant, LocalTime};
use chrono::{NaiveTime, TimeDelta};
use jiff::{
    Timestamp,
    tz::{Offset, TimeZone},
};
use std::{fmt, ops::Range, sync::Arc};

/// A time zone, found by name ([`super::Zones::find`]). Cheap to clone. The default is UTC.
///
/// The years -9999 to 9999 follow the zone's rules; earlier and later ones keep the offset at that end.
#[derive(Clone)]
pub struct Zone {
    name: Arc<str>,
    rules: TimeZone,
}

impl Zone {
    /// Coordinated universal time.
    pub fn utc() -> Self {
        Self { name: "UTC".into(), rules: TimeZone::UTC }
    }

    pub(super) fn fixed(name: &str, offset: Offset) -> Self {
        Self { name: name.into(), rules: TimeZone::fixed(offset) }
    }

    /// A zone by its TZif data.
    pub(super) fn tzif(name: &str, data: &[u8]) -> Result<Self, jiff::Error> {
        Ok(Self { name: name.into(), rules: TimeZone::tzif(name, data)? })
    }

    /// The name that it was found by.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the wall clock shows at an instant.
    pub fn local(&self, instant: Instant) -> LocalTime {
        let offset = self.rules.to_offset(timestamp(instant));
        let local = instant.naive_utc().checked_add_signed(duration(offset));
        local.unwrap_or(if offset.is_negative() { LocalTime::MIN } else { LocalTime::MAX })
    }

    /// The instant at which the wall clock shows a time. A time that clocks set forward skip moves forward by what they skip: 02:30 becomes 03:30. Of
    /// a time that clocks set back repeat, the first.
    pub fn instant_of(&self, local: LocalTime) -> Instant {
        match self.find(local) {
            Shown::At(instant) => instant,
            Shown::Skipped { before, .. } => at_offset(local, before),
        }
    }

    /// The first instant of a day: of its first midnight, or where clocks skip midnight, of what follows. A day that a zone skips altogether begins
    /// with the next, such as 2011-12-30 in Samoa.
    pub fn start_of(&self, day: Day) -> Instant {
        match self.find(day.and_time(NaiveTime::MIN)) {
            Shown::At(instant) | Shown::Skipped { at: instant, .. } => instant,
        }
    }

    /// The instants of a day: from its start until that of the next. It is empty for a day that the zone skips, and 23, 24 or 25 hours long for
    /// most others.
    pub fn interval(&self, day: Day) -> Range<Instant> {
        let end = day.succ_opt().map_or(Instant::MAX_UTC, |next| self.start_of(next));
        self.start_of(day)..end
    }

    /// The day whose interval contains an instant. That is its date on the wall clock, except where clocks set back across midnight repeat the end of
    /// a day that is over.
    pub fn day_of(&self, instant: Instant) -> Day {
        let date = self.local(instant).date();
        date.succ_opt().filter(|next| self.start_of(*next) <= instant).unwrap_or(date)
    }

    /// Goes over the changes of offset from a day before to a day after. The rules' own search by local time is not used: for the hour before their
    /// last listed change it answers by the rule that recurs only after it (America/Nuuk, 2023-10-28 23:00).
    fn find(&self, local: LocalTime) -> Shown {
        let around = |offset| timestamp(at_offset(local, offset));
        let (since, until) = (around(Offset::MAX), around(Offset::MIN));
        let mut before = self.rules.to_offset(since);
        for change in self.rules.following(since).take_while(|change| change.timestamp() <= until) {
            let (at, after) = (instant(change.timestamp()), change.offset());
            if at_offset(local, before) < at {
                break;
            }
            if at_offset(local, after) < at {
                return Shown::Skipped { at, before };
            }
            before = after;
        }
        Shown::At(at_offset(local, before))
    }
}

/// When a wall clock first shows a local time.
enum Shown {
    At(Instant),
    /// Never: clocks are set forward across it.
    Skipped {
        at: Instant,
        before: Offset,
    },
}

impl Default for Zone {
    fn default() -> Self {
        Self::utc()
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Zone").field(&self.name).finish()
    }
}

/// An instant for the rules, within their years.
fn timestamp(instant: Instant) -> Timestamp {
    let end = if instant < Instant::UNIX_EPOCH { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::from_microsecond(instant.timestamp_micros()).unwrap_or(end)
}

fn instant(timestamp: Timestamp) -> Instant {
    Instant::from_timestamp_micros(timestamp.as_microsecond()).unwrap_or(Instant::MAX_UTC)
}

fn duration(offset: Offset) -> TimeDelta {
    TimeDelta::seconds(offset.seconds().into())
}

/// The instant of a local time at an offset.
fn at_offset(local: LocalTime, offset: Offset) -> Instant {
    let end = if offset.is_negative() { Instant::MAX_UTC } else { Instant::MIN_UTC };
    local.checked_sub_signed(duration(offset)).map_or(end, |utc| utc.and_utc())
}

#[cfg(all(test, feature = "tzdb"))]
mod tests {
    use super::*;
    use crate::time::{BundledZones, Zones};

    /// Around every change of every zone, in all of history: an instant is in the interval of its day and of no other, a day begins at the first
    /// instant that has its date or a later one, and the wall clock leads back to the instant or to the same time before clocks were set back.
    #[test]
    fn every_change_of_every_zone_keeps_the_days_in_order() {
        let mut changes = 0;
        for name in BundledZones::names() {
            let zone = Zones::default().find(name).unwrap();
            let until = timestamp("2040-01-01T00:00:00Z".parse().unwrap());
            for change in zone.rules.following(Timestamp::MIN).take_while(|change| change.timestamp() < until) {
                changes += 1;
                let change = instant(change.timestamp());
                let around = [-86_400_000_000, -3_600_000_000, -1, 0, 1, 1_800_000_000, 3_600_000_000, 86_400_000_000];
                for at in around.map(|micros| change + TimeDelta::microseconds(micros)) {
                    let day = zone.day_of(at);
                    assert!(zone.interval(day).contains(&at), "{name} {at}");
                    let date = zone.local(at).date();
                    assert!(date == day || (date < day && zone.start_of(date) < at), "{name} {at}");
                    let back = zone.instant_of(zone.local(at));
                    assert!(back == at || (back < at && zone.local(back) == zone.local(at)), "{name} {at}");
                    let start = zone.start_of(day);
                    let before = zone.local(start - TimeDelta::microseconds(1)).date();
                    assert!(zone.local(start).date() == day && before < day, "{name} {day}");
                }
            }
        }
        assert!(changes > 10_000, "{changes}");
    }
}
