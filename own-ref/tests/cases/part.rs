//! Parts: fields that come and go, in every order, with panics at every place.
#![expect(clippy::mem_forget, reason = "forgetting is what is tested")]

use crate::my_strings::{MyStrings, MyStringsPart};
use core::mem;
use own_ref::{Absent, Hole, Init as _, Own, Present, Slot, init};
use std::sync::Arc;
use test_support::{Bomb, Log, Note, panic_of, sorted};

type Half<'a, T> = MyStringsPart<'a, T, Present, Absent>;

fn begin<T>(slot: &mut Slot<MyStrings<T>>) -> Half<'_, T> {
    slot.hole().part().set_x("x".to_owned())
}

#[test]
fn fields_one_by_one() {
    let mut slot = Slot::new();
    let half = begin(&mut slot);
    assert_eq!(half.x(), "x");
    let whole: Own<'_, MyStrings<u8>> = half.set_y(7).finish();
    assert_eq!((whole.x.as_str(), whole.y), ("x", 7));

    let (x, rest) = Own::part(whole).take_x();
    assert_eq!((x.as_str(), *rest.y()), ("x", 7));
    let mut again = rest.set_x("again".to_owned());
    again.x_mut().push('!');
    *again.y_mut() += 1;
    let MyStrings { x, y } = Own::into_inner(again.finish());
    assert_eq!((x.as_str(), y), ("again!", 8));
}

#[test]
fn a_part_is_one_pointer() {
    assert_eq!(size_of::<Half<'_, u8>>(), size_of::<usize>());
    assert_eq!(size_of::<Option<Half<'_, u8>>>(), size_of::<usize>());
}

#[test]
fn dropping_drops_what_is_there() {
    let log = Log::default();
    let mut slot = Slot::<MyStrings<Note<'_>>>::new();
    drop(slot.hole().part());
    assert!(log.lock().unwrap().is_empty());
    drop(slot.hole().part().set_y(Note(&log, "y")));
    assert_eq!(*log.lock().unwrap(), ["y"]);
    let (y, rest) = slot.hole().part().set_y(Note(&log, "taken")).take_y();
    drop(rest);
    assert_eq!(*log.lock().unwrap(), ["y"]);
    drop(y);
    let rest = slot.hole().part().set_y(Note(&log, "in place")).drop_y();
    assert_eq!(*log.lock().unwrap(), ["y", "taken", "in place"]);
    drop(rest);
    assert_eq!(sorted(log), ["in place", "taken", "y"]);
}

#[test]
fn forgetting_forgets() {
    let log = Log::default();
    let mut slot = Box::new(Slot::<MyStrings<Note<'_>>>::new());
    mem::forget(slot.hole().part().set_y(Note(&log, "y")));
    drop(slot);
    assert!(sorted(log).is_empty());
}

#[test]
fn parts_can_be_swapped() {
    let (mut one, mut two) = (Slot::<MyStrings<u8>>::new(), Slot::<MyStrings<u8>>::new());
    let mut a = one.hole().part().set_y(1).set_x("a".to_owned());
    let mut b = two.hole().part().set_y(2).set_x("b".to_owned());
    mem::swap(&mut a, &mut b);
    let (a, b) = (a.finish(), b.finish());
    assert_eq!((a.y, b.y, a.x.as_str()), (2, 1, "b"));
}

/// The second field panics when it is dropped; then the first one; then both are asked in turn.
#[test]
fn a_panicking_field_does_not_keep_the_others() {
    type Two<'a> = MyStrings<(Bomb<'a>, Note<'a>)>;
    let log = Log::default();
    let two = || (Bomb(Note(&log, "bomb")), Note(&log, "after"));
    let mut slot = Slot::<Two<'_>>::new();
    let part = slot.hole().part().set_y(two()).set_x("x".to_owned());
    assert_eq!(panic_of(move || drop(part)), "bomb");
    assert_eq!(mem::take(&mut *log.lock().unwrap()), ["bomb", "after"]);

    // In place: the other field is dropped when the destructor of one panics.
    let part = slot.hole().part().set_x("x".to_owned()).set_y(two());
    assert_eq!(panic_of(move || part.drop_y()), "bomb");
    assert_eq!(mem::take(&mut *log.lock().unwrap()), ["bomb", "after"]);

    // By taking: the value is the taker's.
    let (y, part) = slot.hole().part().set_y(two()).take_y();
    assert_eq!(panic_of(move || drop(y)), "bomb");
    assert_eq!(mem::take(&mut *log.lock().unwrap()), ["bomb", "after"]);
    drop(part);
    assert!(sorted(log).is_empty());
}

#[test]
fn recipes_that_fail_or_panic() {
    let log = Log::default();
    let mut slot = Slot::<MyStrings<Note<'_>>>::new();
    // The `x` is freed in each case (leak checkers look at it).
    let failed = begin(&mut slot).init_y(init::from_fn(|_| Err("no")));
    assert_eq!(failed.err(), Some("no"));
    let log_ref = &log;
    let failed = begin(&mut slot)
        .init_y(init::value(Note(log_ref, "built")).then(|_| Err("after the fact")));
    assert_eq!(failed.err(), Some("after the fact"));
    assert_eq!(*log.lock().unwrap(), ["built"]);
    let half = begin(&mut slot);
    let panicked = panic_of(move || {
        half.init_y::<(), _>(init::from_fn(|hole| {
            let _built = hole.put(Note(log_ref, "unwound"));
            panic!("recipe")
        }))
        .is_ok()
    });
    assert_eq!(panicked, "recipe");
    assert_eq!(sorted(log), ["built", "unwound"]);
}

/// An owned reference that lives for ever fits where one of the hole's lifetime is asked for.
#[test]
fn a_recipe_that_returns_another_place_is_caught() {
    let counted = Arc::new(());
    let mut slot = Slot::<MyStrings<Arc<()>>>::new();
    let half = begin(&mut slot);
    let recipe = init::from_fn(|_| {
        let place = Box::leak(Box::new(mem::MaybeUninit::uninit()));
        test_support::forget_reachable(core::ptr::from_mut(place));
        Ok::<_, ()>(Hole::from(place).put(Arc::clone(&counted)))
    });
    let message = panic_of(move || half.init_y(recipe).is_ok());
    assert!(message.contains("not in the hole"), "{message}");
    assert_eq!(Arc::strong_count(&counted), 1);
}

#[test]
fn split_drops_what_is_left() {
    let log = Log::default();
    let mut slot = Slot::new();
    let own = slot.put(MyStrings {
        x: "x".to_owned(),
        y: Note(&log, "y"),
    });
    let fields = Own::split(own);
    let x: String = Own::into_inner(fields.x); // a partial move, checked by the compiler
    assert_eq!(x, "x");
    assert!(log.lock().unwrap().is_empty());
    drop(fields.y);
    assert_eq!(*log.lock().unwrap(), ["y"]);
}

#[test]
fn zero_sized_and_over_aligned_fields() {
    #[repr(align(128))]
    #[derive(Debug, PartialEq)]
    struct Wide(u8);

    let mut slot = Slot::<MyStrings<()>>::new();
    let own = slot.hole().part().set_y(()).set_x(String::new()).finish();
    let ((), rest) = Own::part(own).take_y();
    drop(rest);

    let mut slot = Slot::<MyStrings<Wide>>::new();
    let own = slot
        .hole()
        .part()
        .set_y(Wide(3))
        .set_x(String::new())
        .finish();
    assert_eq!(core::ptr::from_ref(&own.y).addr() % 128, 0);
    let split = Own::split(own);
    assert_eq!(*split.y, Wide(3));
}

#[test]
fn owned_by_two_threads() {
    let mut slot = Slot::new();
    let own = slot.put(MyStrings {
        x: "x".to_owned(),
        y: vec![1, 2, 3],
    });
    let crate::my_strings::MyStringsOwn { x, mut y } = Own::split(own);
    std::thread::scope(|s| {
        s.spawn(move || y.push(4));
        s.spawn(move || assert_eq!(*x, "x"));
    });
}

#[test]
fn enums_are_split_by_matching() {
    use crate::shape::{Shape, ShapeOwn};

    let mut slot = Slot::new();
    let named = slot.put(Shape::Named("named".to_owned()));
    assert!(matches!(Own::split(named), ShapeOwn::Named(name) if *name == "named"));
    assert!(matches!(
        Own::split(slot.put(Shape::Empty)),
        ShapeOwn::Empty
    ));

    let right = Box::new(Shape::Named("inner".to_owned()));
    let pair = slot.put(Shape::Pair {
        left: vec![1],
        right,
    });
    let ShapeOwn::Pair { mut left, right } = Own::split(pair) else {
        unreachable!()
    };
    left.push(2);
    // The box is moved out, `left` is dropped by its own owner.
    let inner = *Own::into_inner(right);
    assert_eq!(*left, [1, 2]);
    assert!(matches!(inner, Shape::Named(name) if name == "inner"));
}

/// rust#47949: see there.
#[test]
fn a_panicking_field_does_not_lose_the_error() {
    let log = Log::default();
    let log_ref = &log;
    let mut slot = Slot::<MyStrings<Bomb<'_>>>::new();
    let part = slot.hole().part().set_y(Bomb(Note(log_ref, "field")));
    let failing = init::from_fn(move |_: Hole<'_, String>| Err(Note(log_ref, "error")));
    assert_eq!(panic_of(move || part.init_x(failing).is_ok()), "field");
    assert_eq!(*log.lock().unwrap(), ["field", "error"]);
}
