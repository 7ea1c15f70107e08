//! Waiting in tests: for what is to come, as long as it takes, and never for so long that it must have come.

use std::{
    future::{Future, poll_fn},
    pin::pin,
    task::Poll,
    time::Duration,
};

/// How long anything is waited for before a test gives up. It is no measure of speed: on whatever machine, and whatever else runs there, it is too long.
pub const PATIENCE: Duration = Duration::from_secs(300);

/// Polls a future until it waits for the n-th time, and drops it there: with what it waits for still under way, or when that has come. Gives its
/// output if it ended before.
pub async fn until_it_waits<F: Future>(times: u32, has_come: bool, future: F) -> Option<F::Output> {
    let (mut future, mut left) = (pin!(future), times);
    poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(None);
        }
        if let Poll::Ready(output) = future.as_mut().poll(context) {
            return Poll::Ready(Some(output));
        }
        left = left.saturating_sub(1);
        if left == 0 && !has_come { Poll::Ready(None) } else { Poll::Pending }
    })
    .await
}
