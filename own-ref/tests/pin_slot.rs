//! The drop guarantee of pinned slots.
#![expect(clippy::mem_forget, reason = "forgetting is what is tested")]

use core::future::Future as _;
use core::mem;
use core::pin::{Pin, pin};
use core::task::{Context, Waker};
use own_ref::{Init as _, PinSlot, Tracked, init, unsize};
use test_support::{Bomb, Log, Note, panic_of};

fn names(log: &Log) -> Vec<&'static str> {
    mem::take(&mut *log.lock().unwrap())
}

#[test]
fn a_forgotten_value_is_dropped_by_its_slot() {
    let log = Log::default();
    {
        let mut slot = pin!(PinSlot::new());
        mem::forget(slot.as_mut().put(Note(&log, "first")));
        assert!(slot.is_full() && names(&log).is_empty());
        mem::forget(slot.as_mut().put(Note(&log, "second")));
        assert_eq!(names(&log), ["first"]);
        slot.as_mut().clear();
        assert_eq!(names(&log), ["second"]);
        mem::forget(slot.as_mut().put(Note(&log, "third")));
    }
    assert_eq!(names(&log), ["third"]);
}

#[test]
fn a_forgotten_object_too() {
    let log = Log::default();
    {
        let slot = pin!(PinSlot::new());
        mem::forget(unsize!(slot.put(Note(&log, "object")) => dyn Sync + '_));
    }
    assert_eq!(names(&log), ["object"]);
    let slot = pin!(PinSlot::new());
    drop(unsize!(slot.put(Note(&log, "object")) => dyn Sync + '_));
    assert_eq!(names(&log), ["object"]);
}

#[test]
fn a_value_is_dropped_once() {
    let log = Log::default();
    {
        let mut slot = pin!(PinSlot::new());
        drop(slot.as_mut().put(Note(&log, "by its handle")));
        assert!(!slot.is_full());
        drop(Tracked::into_inner(
            slot.as_mut().put(Note(&log, "moved out")),
        ));
        assert!(!slot.is_full());
    }
    assert_eq!(names(&log), ["by its handle", "moved out"]);
}

/// The flag is cleared before the destructor runs.
#[test]
fn a_panicking_destructor_runs_once() {
    let log = Log::default();
    {
        let mut slot = pin!(PinSlot::new());
        let handle = slot.as_mut().put(Bomb(Note(&log, "handle")));
        assert_eq!(panic_of(move || drop(handle)), "handle");
        assert!(!slot.is_full());

        mem::forget(slot.as_mut().put(Bomb(Note(&log, "cleared"))));
        assert_eq!(panic_of(|| slot.as_mut().clear()), "cleared");
        assert!(!slot.is_full());

        // The old value panics: the new one is dropped, by unwinding.
        mem::forget(slot.as_mut().put(Bomb(Note(&log, "old"))));
        let recipe = init::with(|| unreachable!("the old value comes first"));
        assert_eq!(
            panic_of(|| slot.as_mut().init::<(), _>(recipe).is_ok()),
            "old"
        );
        assert!(!slot.is_full());
    }
    assert_eq!(names(&log), ["handle", "cleared", "old"]);

    let mut slot = Box::pin(PinSlot::new());
    mem::forget(slot.as_mut().put(Bomb(Note(&log, "with its slot"))));
    assert_eq!(panic_of(move || drop(slot)), "with its slot");
    assert_eq!(names(&log), ["with its slot"]);
}

#[test]
fn a_failed_recipe_leaves_an_empty_slot() {
    let log = Log::default();
    let mut slot = pin!(PinSlot::new());
    let failing = init::value(Note(&log, "built")).then(|_| Err("no"));
    assert_eq!(slot.as_mut().init(failing).err(), Some("no"));
    assert!(!slot.is_full());
    assert_eq!(names(&log), ["built"]);
}

#[test]
fn handles_can_be_swapped() {
    let log = Log::default();
    let (mut one, mut two) = (pin!(PinSlot::new()), pin!(PinSlot::new()));
    {
        let mut a = one.as_mut().put(Note(&log, "a"));
        let mut b = two.as_mut().put(Note(&log, "b"));
        mem::swap(&mut a, &mut b);
        assert_eq!((a.1, b.1), ("b", "a"));
        drop(a);
        mem::forget(b);
    }
    assert_eq!(names(&log), ["b"]);
    assert_eq!((one.is_full(), two.is_full()), (true, false));
    two.as_mut().clear();
    one.as_mut().clear();
    assert_eq!(names(&log), ["a"]);
}

#[test]
fn zero_sized_and_over_aligned() {
    #[repr(align(256))]
    struct Wide(u8);

    let wide = pin!(PinSlot::new());
    let wide = wide.put(Wide(1));
    assert_eq!((core::ptr::from_ref(&*wide).addr() % 256, wide.0), (0, 1));
    let mut zero = pin!(PinSlot::new());
    mem::forget(zero.as_mut().put(()));
    let mut handle: Pin<Tracked<'_, ()>> = zero.put(());
    *handle = ();
}

/// A future that points into itself, left in its slot: looking at the slot claims nothing about it.
#[test]
fn looking_does_not_disturb_what_was_left() {
    struct Adds<'a>(&'a mut u32);
    impl Drop for Adds<'_> {
        fn drop(&mut self) {
            *self.0 += 1;
        }
    }

    let mut slot = pin!(PinSlot::new());
    let mut future = slot.as_mut().put(async {
        let mut number = 0;
        let adds = Adds(&mut number);
        *adds.0 = 1;
        core::future::pending::<()>().await;
        drop(adds);
    });
    let mut cx = Context::from_waker(Waker::noop());
    assert!(future.as_mut().poll(&mut cx).is_pending());
    mem::forget(future);
    assert!(slot.is_full());
    assert_eq!(format!("{slot:?}"), "PinSlot { full: true, .. }");
    slot.as_mut().clear();
    assert!(!slot.is_full());
}
