//! Closures with explicit captures.
#![cfg(feature = "std")]

extern crate alloc;

use alloc::rc::Rc;
use core::panic::AssertUnwindSafe;
use std::panic::catch_unwind;

use leak::{LeakFn, LeakFnMut, LeakFnOnce};

#[test]
fn captures_are_lent_changed_or_used_up() {
    let text = String::from("ab");
    let lent = LeakFn::new(&text, |text, other: char| text.contains(other));
    assert!(lent.call('a') && !lent.call('c'));

    let mut changed = LeakFnMut::new(String::from("ab"), |text, other: char| {
        text.push(other);
        text.len()
    });
    assert_eq!((changed.call('c'), changed.call('d')), (3, 4));
    assert_eq!(changed.captures(), "abcd");
    assert_eq!(changed.into_captures(), "abcd");

    let used_up = LeakFnOnce::new(text, |text, ()| text.into_bytes());
    assert_eq!(used_up.call(()), b"ab");
}

#[test]
fn as_closures() {
    let add = LeakFn::new(40, |n, m| n + m);
    assert_eq!([1, 2].map(add.into_fn()), [41, 42]);
    assert_eq!(LeakFn::new(40, |n, ()| *n).into_fn0()(), 40);
    assert_eq!(LeakFn::new(40, |n, (a, b)| n + a * b).into_fn2()(1, 2), 42);

    let mut seen = Vec::new();
    let record = LeakFnMut::new(&mut seen, |seen, item| seen.push(item));
    (0..3).for_each(record.into_fn_mut());
    assert_eq!(seen, [0, 1, 2]);
    let mut count = LeakFnMut::new(0, |n, ()| {
        *n += 1;
        *n
    })
    .into_fn_mut0();
    assert_eq!((count(), count()), (1, 2));
    let total = LeakFnMut::new((), |(), (sum, n): (u32, u32)| sum + n);
    assert_eq!((1..4).fold(0, total.into_fn_mut2()), 6);

    let name = LeakFnOnce::new(String::from("ann"), |name, n| name.repeat(n));
    assert_eq!(Some(2).map(name.into_fn_once()).as_deref(), Some("annann"));
    let name = LeakFnOnce::new(String::from("ann"), |name, ()| name);
    assert_eq!(name.into_fn_once0()(), "ann");
    assert_eq!(
        LeakFnOnce::new(1, |n, (a, b)| n + a + b).into_fn_once2()(2, 3),
        6
    );
}

#[test]
fn threads_can_run_it() {
    let name = String::from("ann");
    let len = LeakFnOnce::new(&name, |name, ()| name.len());
    leak::assert_leak!(LeakFnOnce<&str, (), usize>);
    let len = std::thread::scope(|s| s.spawn(len.into_fn_once0()).join());
    assert_eq!(len.ok(), Some(3));
}

#[test]
fn clone_copy_debug() {
    /// Neither an argument nor a result has to be `Clone`.
    struct Plain;

    let double = LeakFn::new(2, |n, m: u8| n * m);
    let copy = double;
    assert_eq!((double.call(3), copy.call(4)), (6, 8));
    assert_eq!(format!("{double:?}"), "LeakFn { captures: 2, .. }");

    let shared = Rc::new(());
    let first = LeakFnMut::new(shared.clone(), |_, plain: Plain| plain);
    let _second = first.clone();
    assert_eq!(Rc::strong_count(&shared), 3);
    assert_eq!(format!("{first:?}"), "LeakFnMut { captures: (), .. }");
    let once = LeakFnOnce::<_, (), ()>::new(1, |_, ()| ());
    assert_eq!(format!("{once:?}"), "LeakFnOnce { captures: 1, .. }");
}

#[test]
fn a_panic_drops_the_captures_once() {
    let shared = Rc::new(());
    let once = LeakFnOnce::new(shared.clone(), |_, ()| panic!("boom"));
    assert!(catch_unwind(AssertUnwindSafe(|| once.call(()))).is_err());
    assert_eq!(Rc::strong_count(&shared), 1);

    let mut changed = LeakFnMut::new(shared.clone(), |_, ()| panic!("boom"));
    assert!(catch_unwind(AssertUnwindSafe(|| changed.call(()))).is_err());
    assert_eq!(Rc::strong_count(&shared), 2);
    drop(changed);
    assert_eq!(Rc::strong_count(&shared), 1);
}
