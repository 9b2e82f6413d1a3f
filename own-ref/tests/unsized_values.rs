//! Trait objects, closures, `Any`, text.
#![expect(clippy::mem_forget, reason = "forgetting is what is tested")]

use core::any::Any;
use core::fmt::{Debug, Display};
use core::future::Future;
use core::mem;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};
use own_ref::{CallOnce, Hole, Own, PinSlot, Slot, Tracked, unsize};
use test_support::{Bomb, Log, Note, panic_of};

fn names(log: &Log) -> Vec<&'static str> {
    mem::take(&mut *log.lock().unwrap())
}

trait Named {
    fn name(&self) -> &'static str;
}

impl Named for Note<'_> {
    fn name(&self) -> &'static str {
        self.1
    }
}

#[test]
fn objects_drop_their_values() {
    let log = Log::default();
    let mut slot = Slot::new();
    let object: Own<'_, dyn Named + '_> = unsize!(slot.put(Note(&log, "object")) => dyn Named + '_);
    assert_eq!(object.name(), "object");
    drop(object);
    assert_eq!(names(&log), ["object"]);

    let slice = unsize!(slot.put(Note(&log, "in an array")) => dyn Named);
    assert_eq!(size_of_val(&slice), 2 * size_of::<usize>());
    mem::forget(slice);
    assert!(names(&log).is_empty());

    let mut slot = Slot::new();
    let slice: Own<'_, [u8]> = unsize!(slot.put([1, 2, 3]) => [u8]);
    assert_eq!(*slice, [1, 2, 3]);
    let mut slot = Slot::new();
    let bomb = unsize!(slot.put(Bomb(Note(&log, "bomb"))) => dyn Any_);
    assert_eq!(panic_of(move || drop(bomb)), "bomb");
    assert_eq!(names(&log), ["bomb"]);
}

trait Any_ {}
impl<T> Any_ for T {}

#[test]
fn the_expression_is_evaluated_once_and_may_return() {
    fn early(slot: &mut Slot<u8>, stop: bool) -> Option<String> {
        let object = unsize!(if stop { return None } else { slot.put(5) } => dyn Display);
        Some(object.to_string())
    }

    let mut slot = Slot::new();
    assert_eq!(early(&mut slot, true), None);
    assert_eq!(early(&mut slot, false).as_deref(), Some("5"));
    let mut calls = 0;
    let object = unsize!({ calls += 1; slot.put(calls) } => dyn Debug);
    assert_eq!(format!("{object:?}"), "1");
    drop(object);
    // Names of the macro don't meet names outside.
    let (pointer, frame) = (1_u8, 2_u8);
    let object = unsize!(slot.put(pointer + frame) => dyn Display);
    assert_eq!(object.to_string(), "3");
}

#[test]
fn upcasts() {
    trait Both: Debug + Display {}
    impl Both for u8 {}

    let mut slot = Slot::new();
    let both = unsize!(slot.put(3) => dyn Both);
    let display: Own<'_, dyn Display> = unsize!(both => dyn Display);
    assert_eq!(display.to_string(), "3");
}

#[test]
fn closures_are_called_once() {
    let log = Log::default();
    let mut slot = Slot::new();
    let note = Note(&log, "captured");
    let call = unsize!(slot.put(move |add: u32| { let _note = &note; add + 1 }) => dyn CallOnce<(u32,), Output = u32> + '_);
    assert_eq!(Own::call(call, (1,)), 2);
    assert_eq!(names(&log), ["captured"]);

    let note = Note(&log, "never called");
    let mut slot = Slot::new();
    drop(unsize!(slot.put(move || drop(note)) => dyn CallOnce<(), Output = ()> + '_));
    assert_eq!(names(&log), ["never called"]);

    let note = Note(&log, "panicked");
    let mut slot = Slot::new();
    let call = unsize!(slot.put(move || { let _note = note; panic!("inside") }) => dyn CallOnce<(), Output = ()> + '_);
    assert_eq!(panic_of(move || Own::call(call, ())), "inside");
    assert_eq!(names(&log), ["panicked"]);

    // Sized closures too, and functions.
    let mut slot = Slot::new();
    assert_eq!(Own::call(slot.put(|a: u8, b: u8| a + b), (1, 2)), 3);
    let mut slot = Slot::new();
    let function: Own<'_, fn(&str) -> usize> = slot.put(str::len);
    assert_eq!(Own::call(function, ("four",)), 4);
}

/// A closure that owns what it runs in the memory next to.
#[test]
fn a_closure_that_owns_another() {
    let (mut outer, mut inner) = (Slot::new(), Slot::new());
    let first = unsize!(inner.put(|| 1) => dyn CallOnce<(), Output = u32> + '_);
    let second = outer.put(move || Own::call(first, ()) + 1);
    let second: Own<'_, dyn CallOnce<(), Output = u32> + '_> =
        unsize!(second => dyn CallOnce<(), Output = u32> + '_);
    assert_eq!(Own::call(second, ()), 2);
}

#[test]
fn any() {
    let mut slot = Slot::new();
    let any = unsize!(slot.put(String::from("text")) => dyn Any + Send + Sync);
    let Err(any) = Own::downcast::<u8>(any) else {
        unreachable!()
    };
    let text: String =
        Own::downcast::<String>(any).map_or_else(|_| unreachable!(), Own::into_inner);
    assert_eq!(text, "text");
}

#[test]
fn text() {
    let mut memory = [mem::MaybeUninit::uninit(); 8];
    let mut text = Hole::from(&mut memory[..5]).put_str("naïf"); // five bytes
    text.make_ascii_uppercase();
    assert_eq!(&*text, "NAïF");
    let bytes = Own::into_bytes(text);
    let (head, tail) = Own::split_at(bytes, 3);
    assert!(
        Own::into_str(head)
            .is_err_and(|(error, bytes)| error.valid_up_to() == 2 && bytes.len() == 3)
    );
    assert!(Own::into_str(tail).is_err());
}

fn poll<F: Future + ?Sized>(future: Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

#[test]
fn futures() {
    let mut slot = Slot::new();
    let mut ready = unsize!(slot.put(core::future::ready(1)) => dyn Future<Output = u8> + Unpin);
    assert_eq!(poll(Pin::new(&mut ready)), Poll::Ready(1));

    let log = Log::default();
    let log_ref = &log;
    let future = async move {
        let here = Note(log_ref, "held across an await");
        let name = &here.1; // a borrow of itself
        core::future::pending::<()>().await;
        name.len()
    };
    let slot = pin!(PinSlot::new());
    let mut pinned: Pin<Tracked<'_, dyn Future<Output = usize> + '_>> =
        unsize!(slot.put(future) => dyn Future<Output = usize> + '_);
    assert!(poll(pinned.as_mut()).is_pending());
    drop(pinned);
    assert_eq!(names(&log), ["held across an await"]);
}
