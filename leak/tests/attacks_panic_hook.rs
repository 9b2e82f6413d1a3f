//! A place in a panic hook. The hook is one for all tests of a program, so this one is alone.
#![expect(clippy::mem_forget, reason = "the scope joins what nobody joined")]

use core::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use leak::scope;
use std::panic::{catch_unwind, resume_unwind, set_hook, take_hook};

#[test]
fn a_scope_in_a_panic_hook() {
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    static SCOPES: AtomicUsize = AtomicUsize::new(0);
    set_hook(Box::new(|_| {
        if CALLS.fetch_add(1, SeqCst) < 4 {
            let end = catch_unwind(|| {
                scope(|s| {
                    let count = &SCOPES;
                    s.spawn(|| count.fetch_add(1, SeqCst)).detach();
                    s.own(vec![1]).keep();
                    // Panics, so the hook is called within the hook, on another thread.
                    core::mem::forget(s.spawn(|| -> u32 { panic!("a thread of the hook") }));
                });
            });
            assert!(end.is_err());
        }
    }));
    let end = catch_unwind(|| {
        scope(|s| {
            core::mem::forget(s.spawn(|| -> u32 { panic!("a thread") }));
            s.spawn(|| resume_unwind(Box::new("another"))).detach();
        });
    });
    drop(take_hook());
    assert!(end.is_err());
    assert_eq!(CALLS.load(SeqCst), 5);
    assert_eq!(SCOPES.load(SeqCst), 4);
}
