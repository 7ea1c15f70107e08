//! Both sides of a case in turns, and what came of them.

use crate::Settings;
use std::{
    ops::Range,
    sync::atomic::{AtomicUsize, Ordering},
    time::Instant,
};

/// Numbers of the documents of one turn, which the callers take one after the other.
pub(crate) struct Queue {
    next: AtomicUsize,
    end: usize,
}

impl Queue {
    pub(crate) fn new(numbers: Range<usize>) -> Self {
        Self { next: AtomicUsize::new(numbers.start), end: numbers.end }
    }

    pub(crate) fn take(&self) -> Option<usize> {
        Some(self.next.fetch_add(1, Ordering::Relaxed)).filter(|number| *number < self.end)
    }
}

/// Runs both sides in turns, each with the same documents; who begins a pair changes. The first pair fills caches and is not counted.
pub(crate) async fn in_turns(case: &str, settings: &Settings, library: impl AsyncFn(Range<usize>), by_hand: impl AsyncFn(Range<usize>)) {
    let turn = settings.documents / settings.rounds;
    let (mut ours, mut theirs, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..=settings.rounds {
        let numbers = round * turn..(round + 1) * turn;
        let (our, their) = if round % 2 == 0 {
            let our = rate(&library, numbers.clone()).await;
            (our, rate(&by_hand, numbers).await)
        } else {
            let their = rate(&by_hand, numbers.clone()).await;
            (rate(&library, numbers).await, their)
        };
        if round > 0 {
            ours.push(our);
            theirs.push(their);
            ratios.push(our / their);
        }
    }
    let (low, high) = (ratios.iter().copied().fold(f64::MAX, f64::min), ratios.iter().copied().fold(0.0, f64::max));
    println!("| {case} | {:.0} | {:.0} | {:.2} [{low:.2} - {high:.2}] |", median(ours), median(theirs), median(ratios));
}

/// Documents a second.
async fn rate(side: &impl AsyncFn(Range<usize>), numbers: Range<usize>) -> f64 {
    let (count, begun) = (numbers.len(), Instant::now());
    side(numbers).await;
    count as f64 / begun.elapsed().as_secs_f64()
}

pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
