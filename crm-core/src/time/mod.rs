//! Days and instants are different types, and the current time is always an argument.
//!
//! A `Day` (document date, due date) never shifts with a time zone; an `Instant` is a moment in UTC, to the microsecond, which is the precision of
//! both engines. Which instants a day has, and which day an instant is in, depends on a [`Zone`], the viewer's; no engine is asked for it.

mod appointment;
mod zone;
mod zones;

use chrono::{DateTime, DurationRound, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use std::sync::Mutex;

pub use appointment::Appointment;
pub use zone::Zone;
#[cfg(feature = "tzdb")]
pub use zones::BundledZones;
pub use zones::{ZoneSource, Zones};

/// A calendar day without a time zone.
pub type Day = NaiveDate;
/// A day and time on a wall clock, without a time zone.
pub type LocalTime = NaiveDateTime;
/// An instant in UTC, to the microsecond.
pub type Instant = DateTime<Utc>;

/// The library's source of the current time: the host's clock.
pub trait Clock: Send + Sync {
    /// The current time.
    fn now(&self) -> Instant;
}

/// Truncates an instant to the precision of storage.
pub fn storable(instant: Instant) -> Instant {
    instant.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(instant)
}

/// A clock set by hand: for tests, demonstrations and replays.
#[derive(Debug)]
pub struct ManualClock(Mutex<Instant>);

impl ManualClock {
    /// A clock that returns `now` until it is set.
    pub fn new(now: Instant) -> Self {
        Self(Mutex::new(now))
    }

    /// Sets the clock.
    pub fn set(&self, now: Instant) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = now;
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Instant {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
