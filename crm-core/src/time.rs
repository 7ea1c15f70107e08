//! Days and instants are different types, and the present is an argument.
//!
//! A `Day` (document date, due date) never shifts with a time zone; an `Instant` is a moment in UTC, kept to the
//! microsecond because that is what both engines keep.

use chrono::{DateTime, DurationRound, NaiveDate, TimeDelta, Utc};
use std::sync::Mutex;

/// A calendar day without a time zone.
pub type Day = NaiveDate;
/// A moment, in UTC, to the microsecond.
pub type Instant = DateTime<Utc>;

/// Where the library gets the present from: the host's clock.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Instant;
}

/// Cuts an instant to the precision that storage keeps.
pub fn storable(instant: Instant) -> Instant {
    instant.duration_trunc(TimeDelta::microseconds(1)).unwrap_or(instant)
}

/// A clock that stands where it is put: for tests, demonstrations and replays.
#[derive(Debug)]
pub struct ManualClock(Mutex<Instant>);

impl ManualClock {
    /// A clock that shows `now` until it is set.
    pub fn new(now: Instant) -> Self {
        Self(Mutex::new(now))
    }

    /// Puts the clock to another moment.
    pub fn set(&self, now: Instant) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = now;
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Instant {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
