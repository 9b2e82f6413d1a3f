//! `AwaitGuard`, with an executor whose every step is ours.

use crate::steps::{Async, Dropped, Log, block_on, stop_after, yield_now};
use core::future::{Future, pending};
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use leak::async_drop::{AwaitGuard, JoinError, async_drop, chain};
use std::panic::{catch_unwind, resume_unwind};
use std::sync::Mutex;
use test_support::{leak_reachable, message};

/// One task; polled when the test says so.
#[derive(Default)]
struct Executor(Mutex<Option<Pin<Box<dyn Future<Output = ()> + Send>>>>);

impl Executor {
    fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        *self.0.lock().unwrap() = Some(Box::pin(task));
    }

    /// Polls the task once; whether it is gone.
    fn step(&self) -> bool {
        let mut task = self.0.lock().unwrap();
        let mut cx = Context::from_waker(Waker::noop());
        if task
            .as_mut()
            .is_none_or(|task| task.as_mut().poll(&mut cx).is_ready())
        {
            *task = None;
        }
        task.is_none()
    }

    fn shut_down(&self) {
        drop(self.0.lock().unwrap().take());
    }
}

fn poll<F: Future>(future: Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

#[test]
fn a_result_is_waited_for() {
    let executor = Executor::default();
    let guard = AwaitGuard::spawn(
        async {
            yield_now().await;
            42
        },
        |task| executor.spawn(task),
    );
    assert!(!guard.is_finished());
    let mut join = Box::pin(guard.join());
    assert!(poll(join.as_mut()).is_pending());
    assert!(!executor.step());
    assert!(poll(join.as_mut()).is_pending());
    assert!(executor.step());
    let Poll::Ready(Ok(42)) = poll(join.as_mut()) else {
        panic!("no result")
    };
}

#[test]
fn destroyed_it_cancels_and_waits_until_the_task_is_gone() {
    let log = leak_reachable(Log::default());
    for steps_before in 0..2 {
        let executor = Executor::default();
        let local = Dropped(log, "local");
        let guard = AwaitGuard::spawn(
            async move {
                let _local = local;
                pending::<()>().await;
            },
            |task| executor.spawn(task),
        );
        for _ in 0..steps_before {
            assert!(!executor.step());
        }
        let mut destroy = Box::pin(chain(async_drop(guard), async { log.note("destroyed") }));
        assert!(poll(destroy.as_mut()).is_pending());
        assert!(poll(destroy.as_mut()).is_pending());
        assert_eq!(
            log.take(),
            [""; 0],
            "nobody but its executor drops the task"
        );
        assert!(executor.step());
        assert!(poll(destroy.as_mut()).is_ready());
        assert_eq!(log.take(), ["local", "destroyed"]);
    }
}

#[test]
fn dropped_it_cancels_and_does_not_wait() {
    let log = leak_reachable(Log::default());
    for midway in 0..3 {
        let executor = Executor::default();
        let local = Dropped(log, "local");
        let task = async move {
            let _local = local;
            pending::<()>().await;
        };
        let guard = AwaitGuard::spawn(task, |task| executor.spawn(task));
        executor.step();
        // Not polled, or polled and stopped.
        stop_after(midway, async_drop(guard));
        assert_eq!(log.take(), [""; 0]);
        assert!(executor.step());
        assert_eq!(log.take(), ["local"]);
    }
}

#[test]
fn detached_or_forgotten_it_leaves_the_task_alone() {
    let log = leak_reachable(Log::default());
    for forget in [false, true] {
        let executor = Executor::default();
        let task = async move {
            yield_now().await;
            log.note("ran");
        };
        let guard = AwaitGuard::spawn(task, |task| executor.spawn(task));
        if forget {
            test_support::forget_reachable(guard);
        } else {
            guard.detach();
        }
        while !executor.step() {}
        assert_eq!(log.take(), ["ran"]);
    }
}

#[test]
fn a_panic_of_the_task_goes_to_its_guard() {
    let executor = Executor::default();
    let spawn = || {
        let task = async { resume_unwind(Box::new("task")) };
        let guard: AwaitGuard<()> = AwaitGuard::spawn(task, |task| executor.spawn(task));
        assert!(executor.step(), "the executor doesn't see the panic");
        guard
    };
    let Err(JoinError::Panicked(payload)) = block_on(spawn().join()) else {
        panic!("no panic")
    };
    assert_eq!(message(&*payload), "task");
    let result = catch_unwind(AssertUnwindSafe(|| block_on(async_drop(spawn()))));
    assert_eq!(message(&*result.unwrap_err()), "task");
    // In a synchronous drop nobody looks.
    drop(spawn());
}

#[test]
fn an_executor_that_shuts_down_ends_the_wait() {
    let log = leak_reachable(Log::default());
    for polled in [false, true] {
        let executor = Executor::default();
        let local = Dropped(log, "local");
        let task = async move {
            let _local = local;
            pending::<()>().await;
        };
        let guard = AwaitGuard::spawn(task, |task| executor.spawn(task));
        if polled {
            executor.step();
        }
        executor.shut_down();
        assert_eq!(log.take(), ["local"]);
        assert!(guard.is_finished());
        let Err(JoinError::Cancelled) = block_on(guard.join()) else {
            panic!("not cancelled")
        };
    }
    // One that takes no tasks.
    let guard = AwaitGuard::spawn(pending::<()>(), drop);
    block_on(async_drop(guard));
}

#[test]
fn cancelled_too_late_the_result_is_dropped() {
    let log = leak_reachable(Log::default());
    let executor = Executor::default();
    let guard = AwaitGuard::spawn(async move { Dropped(log, "result") }, |task| {
        executor.spawn(task);
    });
    assert!(executor.step());
    guard.cancel();
    assert_eq!(log.take(), [""; 0]);
    block_on(async_drop(guard));
    assert_eq!(log.take(), ["result"]);

    let guard = AwaitGuard::spawn(async move { Dropped(log, "result") }, |task| {
        executor.spawn(task);
    });
    assert!(executor.step());
    drop(guard);
    assert_eq!(log.take(), ["result"]);
}

#[test]
fn a_task_that_panics_when_it_is_dropped() {
    struct Panics;
    impl Drop for Panics {
        fn drop(&mut self) {
            resume_unwind(Box::new("dropped"));
        }
    }
    let executor = Executor::default();
    let local = Panics;
    let task = async move {
        let _local = local;
        pending::<()>().await;
    };
    let guard = AwaitGuard::spawn(task, |task| executor.spawn(task));
    executor.step();
    guard.cancel();
    assert!(executor.step());
    let result = catch_unwind(AssertUnwindSafe(|| block_on(async_drop(guard))));
    assert_eq!(message(&*result.unwrap_err()), "dropped");
}

#[test]
fn a_task_that_ends_stays_ready() {
    let kept = Mutex::new(None);
    let guard = AwaitGuard::spawn(async {}, |task| {
        *kept.lock().unwrap() = Some(Box::pin(task));
    });
    let mut task = kept.into_inner().unwrap().unwrap();
    assert!(poll(task.as_mut()).is_ready());
    assert!(poll(task.as_mut()).is_ready());
    assert!(guard.is_finished());
    guard.detach();
}

#[test]
fn guards_go_in_order() {
    let log = leak_reachable(Log::default());
    let [one, two] = [Executor::default(), Executor::default()];
    let guard = |executor: &Executor, name| {
        let local = Async(log, name);
        let task = async move {
            pending::<()>().await;
            drop(local);
        };
        AwaitGuard::spawn(task, |task| executor.spawn(task))
    };
    let mut destroy = Box::pin(async_drop((guard(&one, "one"), guard(&two, "two"))));
    assert!(poll(destroy.as_mut()).is_pending());
    // The second isn't even asked before the first is gone.
    assert!(!two.step());
    assert!(one.step());
    assert!(poll(destroy.as_mut()).is_pending());
    assert!(two.step());
    assert!(poll(destroy.as_mut()).is_ready());
    assert_eq!(log.take(), ["!one", "!two"]);
}
