//! Ends a reader's statement early: its time is up, or nobody waits for it any more.
//!
//! Invariant: a watch that was told to interrupt does so until the transaction of that read has ended, and never beyond.

use std::{
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
    time::{Duration, Instant},
};

/// No limit.
const NEVER: u64 = u64::MAX;

/// Polled by the engine while a statement runs.
#[derive(Debug)]
pub(crate) struct Watch {
    since: Instant,
    /// The deadline of the statement, in microseconds since then.
    until: AtomicU64,
    is_broken_off: AtomicBool,
    has_stopped: AtomicBool,
}

impl Watch {
    pub(crate) fn new() -> Self {
        let (until, never) = (AtomicU64::new(NEVER), AtomicBool::default);
        Self { since: Instant::now(), until, is_broken_off: never(), has_stopped: never() }
    }

    fn now(&self) -> u64 {
        self.since.elapsed().as_micros().try_into().unwrap_or(NEVER)
    }

    /// Whether the running statement has to end.
    pub(crate) fn stops(&self) -> bool {
        let stops = self.is_broken_off.load(Ordering::Relaxed) || self.now() >= self.until.load(Ordering::Relaxed);
        if stops {
            self.has_stopped.store(true, Ordering::Relaxed);
        }
        stops
    }

    /// Runs a statement with this time limit. Returns its result, and whether it was interrupted.
    pub(crate) fn run<T>(&self, allowed: Option<Duration>, statement: impl FnOnce() -> T) -> (T, bool) {
        let until = allowed.map_or(NEVER, |allowed| self.now().saturating_add(allowed.as_micros().try_into().unwrap_or(NEVER)));
        self.has_stopped.store(false, Ordering::Relaxed);
        self.until.store(until, Ordering::Relaxed);
        let result = statement();
        self.until.store(NEVER, Ordering::Relaxed);
        (result, self.has_stopped.load(Ordering::Relaxed))
    }

    /// Ends the running statement, and any that follow.
    pub(crate) fn break_off(&self) {
        self.is_broken_off.store(true, Ordering::Relaxed);
    }

    /// For the statement that ends the transaction, and the next user of the connection.
    pub(crate) fn renew(&self) {
        self.is_broken_off.store(false, Ordering::Relaxed);
    }
}
