//! The machine's own clock and random source, for hosts that have none of their own (feature `system`).
//! This is the only module that may read them; everything else takes them as arguments.
#![allow(clippy::disallowed_methods, reason = "the implementations behind the Clock and IdSource arguments")]

use crate::{
    ids::IdSource,
    time::{Clock, Instant, storable},
};
use std::sync::Mutex;
use uuid::{ContextV7, Timestamp, Uuid};

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        storable(chrono::Utc::now())
    }
}

/// UUIDs of version 7 from the machine's clock and random source, ascending within the process.
#[derive(Debug)]
pub struct SystemIds(Mutex<ContextV7>);

impl Default for SystemIds {
    fn default() -> Self {
        Self(Mutex::new(ContextV7::new()))
    }
}

impl IdSource for SystemIds {
    fn next_id(&self) -> Uuid {
        let context = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        Uuid::new_v7(Timestamp::now(&*context))
    }
}
