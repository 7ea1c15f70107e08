//! Storage readers, shared fairly: the concurrent reads of one operator leave half of them to others.
//!
//! Invariant: an operator holds at most its share and waits only for its own reads; a read that is dropped or done releases its place.

use crate::ids::{CompanyId, OperatorId};
use async_lock::{Semaphore, SemaphoreGuardArc};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, Weak},
};

/// The reader shares of all operators.
pub(super) struct Shares {
    /// Maximum readers per operator.
    each: usize,
    held: Mutex<HashMap<(CompanyId, OperatorId), Weak<Semaphore>>>,
}

impl Shares {
    /// A share of half the readers, but at least one.
    pub(super) fn of(readers: usize) -> Self {
        Self { each: readers.checked_div(2).unwrap_or_default().max(1), held: Mutex::default() }
    }

    /// Takes one of an operator's places.
    pub(super) async fn take(&self, company: CompanyId, operator: OperatorId) -> SemaphoreGuardArc {
        self.places(company, operator).acquire_arc().await
    }

    /// The places of an operator, which exist as long as a read runs or waits.
    fn places(&self, company: CompanyId, operator: OperatorId) -> Arc<Semaphore> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(places) = held.get(&(company, operator)).and_then(Weak::upgrade) {
            return places;
        }
        held.retain(|_, places| places.strong_count() > 0);
        let places = Arc::new(Semaphore::new(self.each));
        held.insert((company, operator), Arc::downgrade(&places));
        places
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Uuid;
    use std::{
        future::Future,
        pin::pin,
        task::{Context, Poll, Waker},
    };

    const COMPANY: CompanyId = CompanyId(Uuid::nil());

    fn operator(number: u128) -> OperatorId {
        OperatorId(Uuid::from_u128(number))
    }

    /// Takes a place if one is free now.
    fn taken(shares: &Shares, of: OperatorId) -> Option<SemaphoreGuardArc> {
        match pin!(shares.take(COMPANY, of)).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(share) => Some(share),
            Poll::Pending => None,
        }
    }

    #[test]
    fn an_operator_holds_half_of_the_readers_and_at_least_one() {
        for (readers, each) in [(0, 1), (1, 1), (2, 1), (3, 1), (4, 2), (10, 5)] {
            let shares = Shares::of(readers);
            let held: Vec<_> = (0..20).map_while(|_| taken(&shares, operator(1))).collect();
            assert_eq!(held.len(), each, "{readers}");
            assert!(taken(&shares, operator(2)).is_some(), "another has places as well");
        }
    }

    #[test]
    fn a_place_comes_back_with_the_read_and_with_whoever_stops_waiting() {
        let shares = Shares::of(2);
        let held = taken(&shares, operator(1));
        let mut context = Context::from_waker(Waker::noop());
        {
            let mut waiting = pin!(shares.take(COMPANY, operator(1)));
            assert!(waiting.as_mut().poll(&mut context).is_pending());
        }
        let mut waiting = pin!(shares.take(COMPANY, operator(1)));
        assert!(waiting.as_mut().poll(&mut context).is_pending());
        drop(held);
        assert!(waiting.as_mut().poll(&mut context).is_ready());
        assert!(taken(&shares, operator(1)).is_some());
    }

    #[test]
    fn who_reads_no_more_is_forgotten() {
        let shares = Shares::of(4);
        for number in 0..100 {
            drop(taken(&shares, operator(number)));
        }
        assert!(shares.held.lock().unwrap().len() <= 1);
    }
}
