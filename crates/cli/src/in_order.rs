//! Work on all cores, results in order.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::{Condvar, Mutex, PoisonError, mpsc};
use std::thread;

/// How far the fastest may be ahead of the slowest: what is done waits in memory until its turn.
const AHEAD: usize = 256;

/// How many results are handed over at once: to wake another thread for each costs more than some pages do.
const RUN: usize = 16;

/// Calls `work` with every number below `count`, on all cores, and `take` with the results in the order of the numbers.
///
/// At most so many results wait at a time that memory does not grow with `count`. One piece of work starts no thread.
pub(crate) fn in_order<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync, mut take: impl FnMut(T)) {
    // Asking how many cores there are costs more than a page.
    let cores = if count < 2 { 1 } else { thread::available_parallelism().map_or(1, NonZero::get).min(count) };
    if cores < 2 {
        return (0..count).for_each(|index| take(work(index)));
    }
    // Of few pieces each core gets its share.
    let run = (count / (cores * 8)).clamp(1, RUN);
    let desk = Desk {
        next: Mutex::new(Next { start: 0, taken: 0 }),
        moved: Condvar::new(),
        count: count.div_ceil(run),
        ahead: AHEAD / run,
    };
    let (sender, results) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..cores {
            let (sender, desk, work) = (sender.clone(), &desk, &work);
            scope.spawn(move || {
                while let Some(number) = desk.start() {
                    let pieces = number * run..count.min((number + 1) * run);
                    // Nobody listens any more only when the other end is unwinding.
                    let _ = sender.send((number, pieces.map(work).collect::<Vec<T>>()));
                }
            });
        }
        drop(sender);
        let mut waiting = BTreeMap::new();
        let mut turn = 0;
        for (number, results) in results {
            waiting.insert(number, results);
            while let Some(results) = waiting.remove(&turn) {
                results.into_iter().for_each(&mut take);
                turn += 1;
            }
            desk.took(turn);
        }
    });
}

/// Where threads ask for their next run of pieces.
struct Desk {
    next: Mutex<Next>,
    moved: Condvar,
    /// How many runs there are.
    count: usize,
    /// How many the fastest may be ahead.
    ahead: usize,
}

struct Next {
    /// The number of the next run.
    start: usize,
    /// Of how many the results were taken.
    taken: usize,
}

impl Desk {
    /// The number of the next run; waits while too many results wait for an earlier one.
    fn start(&self) -> Option<usize> {
        let next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let far = |next: &mut Next| next.start < self.count && next.start >= next.taken + self.ahead;
        let mut next = self.moved.wait_while(next, far).unwrap_or_else(PoisonError::into_inner);
        let index = next.start;
        next.start += 1;
        (index < self.count).then_some(index)
    }

    fn took(&self, taken: usize) {
        self.next.lock().unwrap_or_else(PoisonError::into_inner).taken = taken;
        self.moved.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    #[test]
    fn results_come_in_order_whoever_is_first() {
        let mut taken = Vec::new();
        let slow_first = |index: usize| {
            thread::sleep(Duration::from_micros(if index.is_multiple_of(7) { 500 } else { 0 }));
            index
        };
        in_order(1000, slow_first, |index| taken.push(index));
        assert_eq!(taken, (0..1000).collect::<Vec<_>>());
    }

    #[test]
    fn no_more_wait_than_are_allowed() {
        let (started, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let work = |index: usize| {
            let ahead = (started.fetch_add(1, Ordering::SeqCst) + 1).saturating_sub(taken.load(Ordering::SeqCst));
            // The first is slow: the others run into the limit.
            thread::sleep(Duration::from_millis(if index == 0 { 50 } else { 0 }));
            ahead
        };
        let mut most = 0;
        in_order(4 * AHEAD, work, |ahead| {
            taken.fetch_add(1, Ordering::SeqCst);
            most = most.max(ahead);
        });
        assert!(most <= AHEAD + thread::available_parallelism().map_or(1, NonZero::get), "{most}");
    }
}
