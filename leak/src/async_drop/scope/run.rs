//! The body of a scope, then its end.

use super::{AsyncScope, lock};
use core::future::{Future, poll_fn};
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use core::task::Poll;
use std::panic::{catch_unwind, resume_unwind};

/// Runs the body, then destroys what the scope owns, then gives the result of the body, or its
/// panic.
///
/// For the expansion of the macro. `body` is the only one who uses handles of the scope.
pub fn run<'s, 'env, P, F>(
    scope: &'s AsyncScope<'env, P>,
    body: F,
) -> impl Future<Output = F::Output> + use<'s, 'env, P, F>
where
    F: Future,
{
    let mut body = Some(body);
    async move {
        // Where it was captured.
        // SAFETY: `body` is part of this future, which is pinned, and is used in no other way.
        let mut body = unsafe { Pin::new_unchecked(&mut body) };
        let mut result = poll_fn(|cx| {
            let Some(body) = body.as_mut().as_pin_mut() else {
                unreachable!("the body is there until it ends");
            };
            match catch_unwind(AssertUnwindSafe(|| body.poll(cx))) {
                Ok(Poll::Pending) => Poll::Pending,
                Ok(Poll::Ready(value)) => Poll::Ready(Ok(value)),
                Err(payload) => Poll::Ready(Err(payload)),
            }
        })
        .await;
        let dropped = catch_unwind(AssertUnwindSafe(|| body.set(None)));
        if let Err(payload) = dropped {
            note(&mut result, payload);
        }

        // What is being destroyed stays in the list until it is gone: if this future is dropped,
        // the scope's policy is to take care of it.
        while let Some(key) = next(scope) {
            let polled = poll_fn(|cx| {
                // SAFETY: 1. The list has it. 2. Handles borrow the scope, from inside of the body,
                // which is gone.
                match catch_unwind(AssertUnwindSafe(|| unsafe { key.poll(cx) })) {
                    Ok(Poll::Pending) => Poll::Pending,
                    Ok(Poll::Ready(())) => Poll::Ready(Ok(())),
                    Err(payload) => Poll::Ready(Err(payload)),
                }
            })
            .await;
            let entry = lock(&scope.entries).remove(key);
            let dropped = catch_unwind(AssertUnwindSafe(|| drop(entry)));
            for payload in [polled.err(), dropped.err()].into_iter().flatten() {
                note(&mut result, payload);
            }
        }
        match result {
            Ok(value) => value,
            Err(payload) => resume_unwind(payload),
        }
    }
}

fn next<'env, P>(scope: &AsyncScope<'env, P>) -> Option<super::entries::Key<'env>> {
    lock(&scope.entries).newest()
}

/// The first panic is the one that is passed on.
fn note<T>(
    result: &mut std::thread::Result<T>,
    payload: alloc::boxed::Box<dyn core::any::Any + Send>,
) {
    if result.is_ok() {
        let value = core::mem::replace(result, Err(payload));
        // The first panic has happened already; of this one nobody hears.
        drop(catch_unwind(AssertUnwindSafe(|| drop(value))));
    }
}
