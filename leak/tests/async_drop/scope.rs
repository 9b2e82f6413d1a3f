//! `async_scope!`: every way out.

use crate::steps::{Async, Dropped, Log, block_on, stop_after, yield_now};
use core::panic::AssertUnwindSafe;
use leak::async_drop::async_drop;
use leak::async_scope;
use std::panic::{catch_unwind, resume_unwind};

#[test]
fn values_go_newest_first() {
    let log = &Log::default();
    let value = block_on(async_scope!(s => {
        s.own(Async(log, "first"));
        s.defer(async {
            yield_now().await;
            log.note("deferred");
        });
        let mut held = s.own(vec![Async(log, "a")]);
        held.push(Async(log, "b"));
        log.note("body");
        held.len()
    }));
    assert_eq!(value, 2);
    assert_eq!(log.take(), ["body", "a", "b", "deferred", "first"]);
}

#[test]
fn question_mark_and_return_are_ways_out() {
    let log = &Log::default();
    let parse = |text: &'static str| {
        async_scope!(s => {
            let _held = s.own(Async(log, "a"));
            let number: u8 = text.parse()?;
            if number == 0 {
                return Ok(0);
            }
            yield_now().await;
            s.own(Async(log, "b"));
            Ok::<_, core::num::ParseIntError>(number)
        })
    };
    assert_eq!(block_on(parse("1")), Ok(1));
    assert_eq!(log.take(), ["b", "a"]);
    assert_eq!(block_on(parse("0")), Ok(0));
    assert_eq!(log.take(), ["a"]);
    assert!(block_on(parse("x")).is_err());
    assert_eq!(log.take(), ["a"]);
}

#[test]
fn a_panic_is_a_way_out() {
    let log = &Log::default();
    for awaits in [false, true] {
        let scope = async_scope!(s => {
            s.own(Async(log, "a"));
            let _local = Dropped(log, "local");
            s.own(Async(log, "b"));
            if awaits {
                yield_now().await;
            }
            resume_unwind(Box::new("body"));
        });
        let result = catch_unwind(AssertUnwindSafe(|| -> () { block_on(scope) }));
        assert_eq!(result.unwrap_err().downcast_ref(), Some(&"body"));
        // Locals first; then asynchronously, though the body panicked.
        assert_eq!(log.take(), ["local", "b", "a"]);
    }
}

#[test]
fn a_panicking_destructor_does_not_keep_the_others() {
    let log = &Log::default();
    for panics in 1..=9 {
        log.panic_at(panics);
        let result = catch_unwind(AssertUnwindSafe(|| {
            block_on(async_scope!(s => {
                s.own(Async(log, "a"));
                s.own(Async(log, "b"));
                s.own(Async(log, "c"));
                Dropped(log, "value")
            }))
        }));
        log.panic_at(0);
        assert!(result.is_err());
        let notes = log.take();
        let destroyed: Vec<_> = notes.iter().filter(|note| *note != "value").collect();
        let expected = match panics {
            1..=3 => ["!c", "b", "a"],
            4..=6 => ["c", "!b", "a"],
            _ => ["c", "b", "!a"],
        };
        assert_eq!(destroyed, expected);
        assert_eq!(
            notes.len(),
            4,
            "the value of the body is dropped, once: {notes:?}"
        );
    }
}

#[test]
fn of_several_panics_the_first_is_passed_on() {
    let log = &Log::default();
    let result = catch_unwind(AssertUnwindSafe(|| {
        block_on(async_scope!(s => {
            s.own(Async(log, "a"));
            s.defer(async { resume_unwind(Box::new("second")) });
            s.defer(async { resume_unwind(Box::new("first")) });
        }));
    }));
    assert_eq!(result.unwrap_err().downcast_ref(), Some(&"first"));
    assert_eq!(log.take(), ["a"]);

    let result = catch_unwind(AssertUnwindSafe(|| -> () {
        block_on(async_scope!(s => {
            s.own(Async(log, "a"));
            s.defer(async { resume_unwind(Box::new("destructor")) });
            resume_unwind(Box::new("body"))
        }));
    }));
    assert_eq!(result.unwrap_err().downcast_ref(), Some(&"body"));
    assert_eq!(log.take(), ["a"]);
}

struct PanicsWhenDropped;

impl Drop for PanicsWhenDropped {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            resume_unwind(Box::new("dropped"));
        }
    }
}

#[test]
fn locals_and_futures_of_the_body_that_panic_when_dropped() {
    let log = &Log::default();
    let result = catch_unwind(AssertUnwindSafe(|| {
        block_on(async_scope!(s => {
            s.own(Async(log, "a"));
            let _local = PanicsWhenDropped;
            s.own(Async(log, "b"));
        }));
    }));
    assert_eq!(result.unwrap_err().downcast_ref(), Some(&"dropped"));
    assert_eq!(log.take(), ["b", "a"]);

    let captured = PanicsWhenDropped;
    let result = catch_unwind(AssertUnwindSafe(|| {
        block_on(async_scope!(move s => {
            s.own(Async(log, "a"));
            let _captured = &captured;
        }));
    }));
    assert!(result.is_err());
    assert_eq!(log.take(), ["a"]);
}

#[test]
fn handles_destroy_and_take() {
    let log = &Log::default();
    let taken = block_on(async_scope!(s => {
        let a = s.own(Async(log, "a"));
        let b = s.own(Async(log, "b"));
        let c = s.own(Async(log, "c"));
        b.destroy().await;
        log.note("then");
        let _: &Async<'_> = &c; // stays
        a.take()
    }));
    assert_eq!(log.take(), ["b", "then", "c"]);
    block_on(async_drop(taken));
    assert_eq!(log.take(), ["a"]);
}

#[test]
fn destroying_through_a_handle_is_gone_on_with_at_the_end() {
    let log = &Log::default();
    for polls in 0..4 {
        let mut done = false;
        block_on(async_scope!(s => {
            s.own(Async(log, "a"));
            let b = s.own(Async(log, "b"));
            s.own(Async(log, "c"));
            done = stop_after(polls, b.destroy()).is_some();
            log.note("body");
        }));
        let expected = if polls < 3 {
            ["body", "c", "b", "a"]
        } else {
            ["b", "body", "c", "a"]
        };
        assert_eq!(log.take(), expected);
        assert_eq!(done, polls == 3);
    }
}

#[test]
fn handles_of_several_values_are_used_at_once() {
    let log = &Log::default();
    block_on(async_scope!(s => {
        let mut many: Vec<_> = (0..20).map(|n| s.own(n)).collect();
        for held in &mut many {
            **held += 1;
        }
        assert_eq!(many.iter().map(|held| **held).sum::<i32>(), 210);
        for held in many.into_iter().step_by(2) {
            held.destroy().await;
        }
        log.note("done");
    }));
    assert_eq!(log.take(), ["done"]);
}

#[test]
fn scopes_nest() {
    let log = &Log::default();
    let result = block_on(async_scope!(outer => {
        let outside = outer.own(Async(log, "outer"));
        let inner = async_scope!(inner => {
            inner.own((Async(log, "inner"), 1));
            assert_eq!(outside.1, "outer");
            yield_now().await;
            Err::<u8, _>("inner")
        }).await;
        log.note("between");
        let number = inner?;
        Ok::<_, &str>(number)
    }));
    assert_eq!(result, Err("inner"));
    assert_eq!(log.take(), ["inner", "between", "outer"]);
}

#[test]
fn it_borrows_and_it_moves() {
    fn returned(text: String) -> impl Future<Output = usize> + Send + 'static {
        async_scope!(move s => {
            let held = s.own(text.clone());
            yield_now().await;
            held.len() + text.len()
        })
    }
    let log = Log::default();
    let mut count = 0;
    block_on(async_scope!(s => {
        s.own(Async(&log, "a"));
        count += 1;
    }));
    assert_eq!((count, log.take()), (1, vec!["a".to_owned()]));
    assert_eq!(block_on(returned("four".into())), 8);
}

#[test]
fn it_is_an_expression_without_braces_too() {
    let length = block_on(async_scope!(s => s.own(String::from("any")).len()));
    assert_eq!(length, 3);
}

/// What the destructor of a local gives to the scope is destroyed, too.
#[test]
fn given_by_a_destructor() {
    struct Gives<'s, 'env>(&'s leak::async_drop::AsyncScope<'env>, &'env Log);
    impl Drop for Gives<'_, '_> {
        fn drop(&mut self) {
            self.0.own(Async(self.1, "given"));
        }
    }
    let log = &Log::default();
    block_on(async_scope!(s => {
        s.own(Async(log, "a"));
        let _gives = Gives(s, log);
    }));
    assert_eq!(log.take(), ["given", "a"]);
    stop_after(
        1,
        async_scope!(s => {
            s.own(Async(log, "a"));
            let _gives = Gives(s, log);
            yield_now().await;
        }),
    );
    assert_eq!(log.take(), ["!given", "!a"]);
}
