//! An `async fn` by hand, against the compiler's: dropped after every number of polls, and with a panic in every single thing that
//! happens. The example of the same name says what is what.
#![forbid(unsafe_code)]

#[path = "async_by_hand/machine.rs"]
mod machine;

use core::future::Future;
use core::mem;
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use machine::{Text, World, by_hand, compiled};
use std::panic::catch_unwind;

fn poll<F: Future + ?Sized>(future: Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

/// The polls until it is ready, and one that is too many.
const POLLS: usize = 6;

/// All that happens when the future is polled so often, and dropped.
fn run<'w, F>(
    world: &'w World,
    polls: usize,
    panics: Option<&String>,
    new: fn(Text<'w>, &'w World) -> F,
) -> Vec<String>
where
    F: Future<Output = usize> + 'w,
{
    *world.panics.lock().unwrap() = panics.cloned();
    let mut future = Box::pin(new(world.text(), world));
    let note = |what: String| world.notes.lock().unwrap().push(what);
    let outcome = |result: Result<String, Box<dyn core::any::Any + Send>>| match result {
        Ok(result) => note(result),
        Err(payload) if payload.is::<&str>() => {
            let asked = payload.downcast_ref() == Some(&"as asked");
            note(if asked { "panics" } else { "refuses" }.to_owned());
        }
        Err(_) => note("panics otherwise".to_owned()),
    };
    for _ in 0..polls {
        outcome(catch_unwind(AssertUnwindSafe(|| {
            format!("{:?}", poll(future.as_mut()))
        })));
    }
    outcome(catch_unwind(AssertUnwindSafe(|| {
        drop(future);
        "dropped".to_owned()
    })));
    mem::take(&mut *world.notes.lock().unwrap())
}

fn both(polls: usize, panics: Option<&String>) -> Vec<String> {
    let world = World::default();
    let compiler = run(&world, polls, panics, compiled);
    let hand = run(&world, polls, panics, by_hand);
    assert_eq!(hand, compiler, "{polls} polls, {panics:?} panics");
    hand
}

#[test]
fn it_does_what_it_should() {
    let all = both(POLLS - 1, None);
    assert_eq!(
        all.join("; "),
        "sub 1 begins; Pending; sub 1: 0 to go; drops sub 1; writes to \"to\"; borrows \"to be\"; sub 2 begins; Pending; \
         sub 2: 1 to go; Pending; sub 2: 0 to go; drops sub 2; changes [\"TO\", \" BE\"]; drops the words [\"TO\", \" BE\"]; \
         sub 3 begins; Pending; sub 3: 0 to go; drops sub 3; prints \"TO BE\"; drops \"TO BE\"; Ready(5); dropped"
    );
    assert_eq!(
        both(POLLS, None)
            .iter()
            .filter(|it| *it == "refuses")
            .count(),
        1
    );
    assert_eq!(both(0, None), ["drops \"to\"", "dropped"]);
}

#[test]
fn it_may_be_dropped_after_each_poll() {
    for polls in 0..=POLLS {
        both(polls, None);
    }
}

#[test]
fn whatever_happens_may_panic() {
    let (mut panics, step) = (0, if cfg!(miri) { 4 } else { 1 });
    for polls in (0..=POLLS).step_by(step) {
        for what in both(polls, None) {
            let all = both(polls, Some(&what));
            let happened = all.iter().filter(|it| *it == "panics").count();
            assert!(
                happened <= 1 && !all.iter().any(|it| it == "panics otherwise"),
                "{all:?}"
            );
            panics += happened;
        }
    }
    assert!(panics > 50 / step, "{panics}");
}

#[test]
fn the_string_stays_where_it_is() {
    let world = World::default();
    let mut machine = Box::pin(by_hand(world.text(), &world));
    let at = machine.as_mut().s();
    assert_ne!(at, 0);
    for _ in 0..POLLS - 2 {
        assert!(poll(machine.as_mut()).is_pending());
        assert_eq!(machine.as_mut().s(), at);
    }
    assert_eq!(poll(machine.as_mut()), Poll::Ready(5));
    assert_eq!(machine.as_mut().s(), 0);
}

#[test]
fn it_is_no_larger() {
    let world = World::default();
    let hand = size_of_val(&by_hand(world.text(), &world));
    let compiler = size_of_val(&compiled(world.text(), &world));
    assert!(hand <= compiler, "{hand} and {compiler}");
}

/// As in `aliasing.rs`: it is an argument while the string is borrowed, and written from the other side.
#[inline(never)]
fn poll_by_value<F: Future + ?Sized>(mut future: Pin<Box<F>>) -> (Poll<F::Output>, Pin<Box<F>>) {
    let polled = poll(future.as_mut());
    (polled, future)
}

#[test]
fn it_is_passed_by_value_between_polls() {
    let world = World::default();
    let mut machine = Box::pin(by_hand(world.text(), &world));
    for _ in 0..POLLS - 2 {
        let polled;
        (polled, machine) = poll_by_value(machine);
        assert!(polled.is_pending());
    }
    assert_eq!(poll_by_value(machine).0, Poll::Ready(5));

    let mut erased: Pin<Box<dyn Future<Output = usize> + '_>> =
        Box::pin(by_hand(world.text(), &world));
    (_, erased) = poll_by_value(erased);
    drop(poll_by_value(erased));
}

#[test]
fn each_poll_is_on_another_thread() {
    let world = World::default();
    let mut machine = Box::pin(by_hand(world.text(), &world));
    let mut last = Poll::Pending;
    for _ in 0..POLLS - 1 {
        assert!(last.is_pending());
        let poll_it = || poll(machine.as_mut());
        last = std::thread::scope(|scope| scope.spawn(poll_it).join().unwrap());
    }
    assert_eq!(last, Poll::Ready(5));
}

#[test]
fn it_lies_in_a_slot() {
    let world = World::default();
    let mut slot = core::pin::pin!(own_ref::PinSlot::new());
    for polls in 0..POLLS {
        let mut machine = slot.as_mut().put(by_hand(world.text(), &world));
        for _ in 0..polls {
            let _: Poll<usize> = poll(machine.as_mut());
        }
    }
    let dropped = world.notes.lock().unwrap();
    let strings = dropped.iter().filter(|it| it.starts_with("drops \""));
    assert_eq!(strings.count(), POLLS);
}

#[test]
fn it_is_forgotten_midway() {
    for polls in 0..POLLS {
        let world = test_support::leak_reachable(World::default());
        let mut machine = Box::pin(by_hand(world.text(), world));
        for _ in 0..polls {
            let _: Poll<usize> = poll(machine.as_mut());
        }
        test_support::forget_reachable(machine);
    }
}
