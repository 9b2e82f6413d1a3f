//! Boxes, vectors, options, arenas.
#![expect(clippy::mem_forget, reason = "forgetting is what is tested")]

use core::convert::Infallible;
use core::mem;
use own_ref::boxed::{self, BoxHole};
use own_ref::{Hole, Init as _, Own, init, option, vec};
use std::sync::Arc;
use test_support::{Bomb, Log, Note, panic_of};

fn names(log: &Log) -> Vec<&'static str> {
    mem::take(&mut *log.lock().unwrap())
}

#[test]
fn boxes_in_place() {
    let log = Log::default();
    let boxed = BoxHole::new().put(Note(&log, "put"));
    let (note, memory) = BoxHole::take(boxed);
    drop(memory);
    drop(note);
    assert_eq!(names(&log), ["put"]);

    let failing = init::value(Note(&log, "failed")).then(|_| Err("no"));
    assert_eq!(BoxHole::new().init(failing).err(), Some("no"));
    assert_eq!(names(&log), ["failed"]);

    let mut memory = BoxHole::new();
    drop(memory.hole().put(Note(&log, "guest")));
    mem::forget(memory.hole().put(Note(&log, "forgotten")));
    drop(memory);
    assert_eq!(names(&log), ["guest"]);
}

#[test]
fn boxes_rebuilt() {
    let log = Log::default();
    let old = Box::new(Note(&log, "old"));
    let at = core::ptr::from_ref(&*old);
    let Ok::<_, Infallible>(new) = boxed::reinit(old, init::value(Note(&log, "new")));
    assert_eq!(core::ptr::from_ref(&*new), at);
    assert_eq!(names(&log), ["old"]);
    drop(new);
    assert_eq!(names(&log), ["new"]);
    let bomb = Box::new(Bomb(Note(&log, "bomb")));
    let recipe = init::from_fn(|_| unreachable!("the old value panics first"));
    assert_eq!(
        panic_of(move || boxed::reinit::<_, (), _>(bomb, recipe).is_ok()),
        "bomb"
    );
    assert_eq!(names(&log), ["bomb"]);
}

#[test]
fn boxes_consumed() {
    let log = Log::default();
    let two = || Box::new([Note(&log, "a"), Note(&log, "b")]) as Box<[Note<'_>]>;
    let first = boxed::consume(two(), |notes| {
        let mut items = Own::into_items(notes);
        items.next().map(Own::into_inner)
    });
    assert_eq!(names(&log), ["b"]);
    drop(first);
    let message = panic_of(|| boxed::consume(two(), |_| panic!("inside")));
    assert_eq!(message, "inside");
    boxed::consume(two(), |own| mem::forget(own));
    assert_eq!(names(&log), ["a", "a", "b"]);
    boxed::consume(Box::new(()), |own| drop(own));
    let object: Box<dyn Fn() -> u8 + '_> = Box::new(|| 7);
    assert_eq!(boxed::consume(object, |call| call()), 7);
}

#[test]
fn box_slices() {
    let log = Log::default();
    let all = ["a", "b", "c"];
    let result = boxed::init_slice(3, |i| {
        let log = &log;
        init::from_fn(move |hole: Hole<'_, _>| {
            if i == 2 {
                Err("c")
            } else {
                Ok(hole.put(Note(log, all[i])))
            }
        })
    });
    assert_eq!(result.err(), Some("c"));
    assert_eq!(names(&log), ["a", "b"]);
    let Ok::<_, Infallible>(none) = boxed::init_slice(0, |_| init::value(String::new()));
    assert!(none.is_empty());
}

/// Every place finds out that a recipe filled some other hole.
#[test]
fn recipes_that_return_another_place() {
    let counted = Arc::new(());
    let elsewhere = || {
        let counted = Arc::clone(&counted);
        init::from_fn(move |_: Hole<'_, Arc<()>>| {
            let place = Box::leak(Box::new(mem::MaybeUninit::uninit()));
            test_support::forget_reachable(core::ptr::from_mut(place));
            Ok::<_, ()>(Hole::from(place).put(counted))
        })
    };
    let mut vector = vec![Arc::clone(&counted)];
    for message in [
        panic_of(|| BoxHole::new().init(elsewhere()).is_ok()),
        panic_of(|| boxed::init_slice(2, |_| elsewhere()).is_ok()),
        panic_of(|| vec::push_with(&mut vector, elsewhere()).is_ok()),
        panic_of(|| {
            core::pin::pin!(own_ref::PinSlot::new())
                .init(elsewhere())
                .is_ok()
        }),
        panic_of(|| {
            own_ref::Slot::<[_; 2]>::new()
                .hole()
                .fill_init(|_| elsewhere())
                .is_ok()
        }),
    ] {
        assert!(message.contains("not in the hole"), "{message}");
    }
    assert_eq!(vector.len(), 1);
    drop(vector);
    assert_eq!(Arc::strong_count(&counted), 1);
}

#[test]
fn vectors() {
    let log = Log::default();
    let mut notes = Vec::new();
    for name in ["a", "b", "c"] {
        let Ok::<_, Infallible>(note) = vec::push_with(&mut notes, init::value(Note(&log, name)));
        assert_eq!(note.1, name);
    }
    let failing = init::value(Note(&log, "failed")).then(|_| Err(()));
    assert!(vec::push_with(&mut notes, failing).is_err());
    let log_ref = &log;
    let panicking = init::from_fn(|hole| {
        let _note = hole.put(Note(log_ref, "unwound"));
        panic!("recipe")
    });
    assert_eq!(
        panic_of(|| vec::push_with::<_, (), _>(&mut notes, panicking).is_ok()),
        "recipe"
    );
    assert_eq!(notes.len(), 3);
    assert_eq!(names(&log), ["failed", "unwound"]);

    let mut all = Own::into_items(vec::take_all(&mut notes));
    drop(all.next_back());
    mem::forget(all);
    assert!(notes.is_empty());
    assert_eq!(names(&log), ["c"]);
    notes.push(Note(&log, "after"));
    drop(notes);
    assert_eq!(names(&log), ["after"]);

    let mut units = Vec::new();
    let Ok::<_, Infallible>(()) = vec::push_with(&mut units, init::value(())).copied();
    assert_eq!(units.len(), 1);

    let mut text = vec![1_u8, 2];
    let spare = vec::spare(&mut text, 10).fill(|_| 0);
    assert!(spare.len() >= 10);
    drop(spare);
    assert_eq!(text, [1, 2]);
}

#[test]
fn options() {
    let log = Log::default();
    // With a niche: `None` is written where the value was.
    let mut boxed = Some(Box::new(Note(&log, "boxed")));
    let (content, none) = (
        option::consume(&mut boxed, |own: Own<'_, _>| Own::into_inner(own)),
        boxed.is_none(),
    );
    assert!(none);
    drop(content);
    assert_eq!(names(&log), ["boxed"]);

    let mut option = Some(Note(&log, "unwound"));
    let message = panic_of(|| option::consume(&mut option, |_note| panic!("inside")));
    assert_eq!(message, "inside");
    assert!(option.is_none());
    option = Some(Note(&log, "forgotten"));
    assert!(option::consume(&mut option, |own| mem::forget(own)).is_some());
    assert!(option.is_none());
    assert!(
        option::consume(&mut option, |_: Own<'_, Note<'_>>| -> () {
            unreachable!("none")
        })
        .is_none()
    );
    let mut bomb = Some(Bomb(Note(&log, "bomb")));
    assert_eq!(
        panic_of(|| option::consume(&mut bomb, |own| drop(own))),
        "bomb"
    );
    assert!(bomb.is_none());
    assert_eq!(names(&log), ["unwound", "bomb"]);
}

#[cfg(feature = "bumpalo")]
#[test]
fn arenas() {
    use own_ref::bump;

    let log = Log::default();
    let mut arena = bumpalo::Bump::new();
    let (a, b) = (
        bump::put(&arena, Note(&log, "a")),
        bump::put(&arena, Note(&log, "b")),
    );
    drop(b);
    assert_eq!(names(&log), ["b"]);
    let many = bump::hole_slice(&arena, 3).fill(|_| Note(&log, "slice"));
    drop(a);
    assert_eq!(names(&log), ["a"]);
    mem::forget(many);
    arena.reset();
    assert!(names(&log).is_empty());
    let _unit = bump::put(&arena, ());
}

/// Arenas of several threads share nothing, not even where they have no memory yet (`bumpalo` before 3.20.4
/// wrote to a static there; the thread sanitizer sees it).
#[cfg(feature = "bumpalo")]
#[test]
fn arenas_share_nothing() {
    use own_ref::bump;

    std::thread::scope(|s| {
        for _ in 0..4 {
            s.spawn(|| {
                for _ in 0..100 {
                    let arena = bumpalo::Bump::new();
                    let unit = bump::put(&arena, ());
                    let none = bump::hole_slice(&arena, 0).fill(|_| String::new());
                    assert_eq!((*unit, none.len()), ((), 0));
                }
            });
        }
    });
}
