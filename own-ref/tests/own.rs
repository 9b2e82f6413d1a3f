//! Owned references, slots and holes: who drops what, when, and how often.
#![expect(clippy::mem_forget, reason = "forgetting is what is tested")]

use core::mem::{self, MaybeUninit};
use own_ref::{Hole, Init as _, Items, Own, RefOnce, Slot, init};
use test_support::{Bomb, Log, Note, panic_of};

fn names(log: &Log) -> Vec<&'static str> {
    mem::take(&mut *log.lock().unwrap())
}

#[test]
fn sizes() {
    assert_eq!(size_of::<Own<'_, [u8; 99]>>(), size_of::<usize>());
    assert_eq!(size_of::<Option<Own<'_, u8>>>(), size_of::<usize>());
    assert_eq!(size_of::<Option<Hole<'_, u8>>>(), size_of::<usize>());
    assert_eq!(size_of::<Own<'_, [u8]>>(), 2 * size_of::<usize>());
    assert_eq!(size_of::<Slot<u64>>(), size_of::<u64>());
    drop::<RefOnce<'_, u8>>(Slot::new().put(1));
}

#[test]
fn the_owner_drops_once() {
    let log = Log::default();
    let mut slot = Box::new(Slot::new());
    drop(slot.put(Note(&log, "dropped")));
    assert_eq!(names(&log), ["dropped"]);
    let value = Own::into_inner(slot.put(Note(&log, "moved out")));
    assert!(names(&log).is_empty());
    drop(value);
    assert_eq!(names(&log), ["moved out"]);
    let hole = Own::clear(slot.put(Note(&log, "cleared")));
    assert_eq!(names(&log), ["cleared"]);
    let (value, hole) = Own::take(hole.put(Note(&log, "taken")));
    let second = hole.put(Note(&log, "in its memory"));
    drop((value, second));
    assert_eq!(names(&log), ["taken", "in its memory"]);
    let leaked = Own::leak(slot.put(Note(&log, "leaked")));
    assert_eq!(leaked.1, "leaked");
    mem::forget(slot.put(Note(&log, "forgotten")));
    drop(slot);
    assert!(names(&log).is_empty());
}

#[test]
fn swapping_values_references_slots_and_holes() {
    let (mut one, mut two) = (Slot::new(), Slot::new());
    let (mut a, mut b) = (one.put("a".to_owned()), two.put("b".to_owned()));
    mem::swap(&mut a, &mut b); // the references
    assert_eq!((&**a, &**b), ("b", "a"));
    mem::swap(&mut *a, &mut *b); // the values
    assert_eq!((&**a, &**b), ("a", "b"));
    drop((a, b));

    mem::swap(&mut one, &mut two);
    assert_eq!(*one.put("c".to_owned()), "c");

    let (mut a, mut b) = (one.hole(), two.hole());
    mem::swap(&mut a, &mut b);
    let (a, b) = (a.put("a".to_owned()), b.put("b".to_owned()));
    assert_eq!((&**a, &**b), ("a", "b"));

    let array = &mut [Slot::new(), Slot::new()];
    let [first, second] = array;
    let (first, second) = (first.put(1), second.put(2));
    assert_eq!(*first + *second, 3);
    drop((first, second));
    array.swap(0, 1);
}

#[test]
fn panicking_destructors() {
    let log = Log::default();
    let mut slot = Slot::new();
    let own = slot.put(Bomb(Note(&log, "bomb")));
    assert_eq!(panic_of(move || drop(own)), "bomb");
    assert_eq!(names(&log), ["bomb"]);

    let own = slot.put(Bomb(Note(&log, "cleared")));
    assert_eq!(panic_of(move || Own::clear(own).into_raw()), "cleared");
    assert_eq!(names(&log), ["cleared"]);

    // Taken, and the value panics: the hole is not affected.
    let (value, hole) = Own::take(slot.put(Bomb(Note(&log, "taken"))));
    assert_eq!(panic_of(move || drop(value)), "taken");
    mem::forget(hole.put(Bomb(Note(&log, "never"))));
    assert_eq!(names(&log), ["taken"]);

    // Assigning drops the old value first; the new one is dropped all the same.
    let (mut one, mut two) = (Slot::new(), Slot::new());
    let mut own = one.put((Some(Bomb(Note(&log, "old"))), Note(&log, "old too")));
    let new = two.put((None, Note(&log, "new")));
    let message = panic_of(|| own = new);
    assert_eq!(message, "old");
    assert_eq!(names(&log), ["old", "old too"]);
    // The assignment went through: the variable holds the new value now.
    drop(own);
    assert_eq!(names(&log), ["new"]);
}

#[test]
fn slices_go_on_after_a_panic() {
    let log = Log::default();
    let mixed = || {
        [None, Some(Bomb(Note(&log, "bomb"))), None]
            .into_iter()
            .zip(["a", "b", "c"])
            .map(|(bomb, name)| (bomb, Note(&log, name)))
            .collect::<Vec<_>>()
            .try_into()
            .unwrap_or_else(|_| unreachable!())
    };
    let mut slot = Slot::<[(Option<Bomb<'_>>, Note<'_>); 3]>::new();
    let own = Own::into_slice(slot.put(mixed()));
    assert_eq!(panic_of(move || drop(own)), "bomb");
    assert_eq!(names(&log), ["a", "bomb", "b", "c"]);

    let mut items = Own::into_items(Own::into_slice(slot.put(mixed())));
    drop(items.next_back());
    assert_eq!(panic_of(move || drop(items)), "bomb");
    assert_eq!(names(&log), ["c", "a", "bomb", "b"]);

    let [a, b, c] = Own::each(slot.put(mixed()));
    drop(a);
    assert_eq!(panic_of(move || drop(b)), "bomb");
    drop(c);
    assert_eq!(names(&log), ["a", "bomb", "b", "c"]);
}

#[test]
fn slices_part() {
    let log = Log::default();
    let mut slot = Slot::new();
    let notes = Own::into_slice(slot.put(["a", "b", "c", "d"].map(|name| Note(&log, name))));
    let Ok((first, rest)) = Own::split_first(notes) else {
        unreachable!()
    };
    let Ok((last, rest)) = Own::split_last(rest) else {
        unreachable!()
    };
    drop(last);
    let (b, c) = Own::split_at(rest, 1);
    drop(c);
    drop(b);
    drop(first);
    assert_eq!(names(&log), ["d", "c", "b", "a"]);

    let notes = Own::into_slice(slot.put(["a", "b", "c", "d"].map(|name| Note(&log, name))));
    let message = panic_of(move || Own::split_at(notes, 5).0.len());
    assert_eq!(message, "can't split 4 elements after 5");
    assert_eq!(names(&log), ["a", "b", "c", "d"]);

    let notes = slot.put(["a", "b", "c", "d"].map(|name| Note(&log, name)));
    let mut items: Items<'_, _> = Own::into_items(Own::into_slice(notes));
    assert_eq!(items.nth(1).map(|note| note.1), Some("b"));
    assert_eq!(
        (
            items.len(),
            items.as_slice().len(),
            items.as_mut_slice().len()
        ),
        (2, 2, 2)
    );
    let rest = items.into_rest();
    assert!(Own::try_into_array::<3>(rest).is_err_and(|rest| rest.len() == 2));
    assert_eq!(names(&log), ["a", "b", "c", "d"]);

    let mut none = Slot::<[String; 0]>::new();
    let empty = Own::into_slice(none.put([]));
    assert!(Own::split_first(empty).is_err_and(|empty| empty.is_empty()));
}

#[test]
fn zero_sized_values() {
    struct Zero;
    static DROPS: core::sync::atomic::AtomicU32 = core::sync::atomic::AtomicU32::new(0);
    impl Drop for Zero {
        fn drop(&mut self) {
            DROPS.fetch_add(1, core::sync::atomic::Ordering::Relaxed);
        }
    }
    let drops = || DROPS.load(core::sync::atomic::Ordering::Relaxed);

    let mut slot = Slot::new();
    let (zero, hole) = Own::take(slot.put(Zero));
    let own = hole.put(zero);
    assert_eq!(drops(), 0);
    drop(own);
    assert_eq!(drops(), 1);
    let mut slot = Slot::<[Zero; 5]>::new();
    let mut items = Own::into_items(Own::into_slice(slot.hole().fill(|_| Zero)));
    drop(items.next());
    assert_eq!(drops(), 2);
    drop(items);
    assert_eq!(drops(), 6);
}

#[test]
fn over_aligned_values() {
    #[repr(align(4096))]
    struct Page([u8; 4096]);

    let mut slot = Slot::new();
    let page = slot.put(Page([7; 4096]));
    assert_eq!(core::ptr::from_ref(&*page).addr() % 4096, 0);
    let (page, hole) = Own::take(page);
    let numbers = hole.cast::<[u64; 2]>().fill(|i| u64::from(page.0[i]));
    assert_eq!(*numbers, [7, 7]);
}

#[test]
fn recursive_types() {
    enum List<'a> {
        End,
        Node(u32, Own<'a, List<'a>>),
    }

    let mut slots = [const { Slot::new() }; 10];
    let mut list = List::End;
    let mut rest = &mut slots[..];
    for i in 0..10 {
        let (slot, others) = rest.split_first_mut().unwrap();
        rest = others;
        list = List::Node(i, slot.put(list));
    }
    let mut sum = 0;
    while let List::Node(value, next) = list {
        sum += value;
        list = Own::into_inner(next);
    }
    assert_eq!(sum, 45);
}

#[test]
fn filling_stops_anywhere() {
    let log = Log::default();
    let mut slot = Box::new(Slot::<[Note<'_>; 4]>::new());
    let all = ["0", "1", "2", "3"];
    let result = slot.hole().try_fill(|i| {
        if i == 2 {
            Err("two")
        } else {
            Ok(Note(&log, all[i]))
        }
    });
    assert_eq!(result.err(), Some("two"));
    assert_eq!(names(&log), ["0", "1"]);

    let hole = slot.hole();
    let message = panic_of(|| {
        let _full = hole.fill(|i| {
            if i == 3 {
                panic!("three")
            } else {
                Note(&log, all[i])
            }
        });
    });
    assert_eq!(message, "three");
    assert_eq!(names(&log), ["0", "1", "2"]);

    let mut filling = slot.hole().into_slice().filling();
    filling.extend(all.iter().take(3).map(|name| Note(&log, name)));
    let Err(filling) = filling.finish() else {
        unreachable!("three of four")
    };
    let (filled, rest) = filling.into_parts();
    assert_eq!((filled.len(), rest.len()), (3, 1));
    let Some((last, rest)) = rest.split_first() else {
        unreachable!()
    };
    assert!(rest.is_empty());
    let last = last.put(Note(&log, "last"));
    drop(filled);
    drop(last);
    assert_eq!(names(&log), ["0", "1", "2", "last"]);

    // Forgotten: so are the elements, and the slot doesn't mind.
    let mut filling = slot.hole().into_slice().filling();
    assert!(filling.push(Note(&log, "lost")).is_ok());
    mem::forget(filling);
    drop(slot);
    assert!(names(&log).is_empty());
}

#[test]
fn a_filling_keeps_what_it_has_when_a_destructor_panics() {
    let log = Log::default();
    let mut slot = Slot::<[Bomb<'_>; 2]>::new();
    let mut filling = slot.hole().into_slice().filling();
    assert!(filling.push(Bomb(Note(&log, "only"))).is_ok());
    assert_eq!(panic_of(move || drop(filling)), "only");
    assert_eq!(names(&log), ["only"]);
}

#[test]
fn memory_of_std() {
    let mut memory = MaybeUninit::uninit();
    assert_eq!(*Hole::from(&mut memory).put(3), 3);
    let mut memory = [MaybeUninit::uninit(); 3];
    assert_eq!(*Hole::from(&mut memory[..]).put_copy(&[1, 2, 3]), [1, 2, 3]);
    let message = panic_of(|| Hole::from(&mut memory[1..]).put_copy(&[1, 2, 3]).len());
    assert!(message.contains("another length"), "{message}");
}

#[test]
fn to_another_thread_and_back() {
    let mut slot = Slot::new();
    let own = slot.put(vec![1]);
    let own = std::thread::scope(|s| {
        s.spawn(move || {
            let (mut vec, hole) = Own::take(own);
            vec.push(2);
            hole.put(vec)
        })
        .join()
        .unwrap()
    });
    assert_eq!(*own, [1, 2]);
}

/// rust#47949: what a function has returned is forgotten if a destructor panics afterwards.
#[test]
fn panicking_closures_do_not_lose_the_elements() {
    let log = Log::default();
    let mut slot = Slot::<[Note<'_>; 2]>::new();
    let bomb = Bomb(Note(&log, "closure"));
    let hole = slot.hole();
    let log_ref = &log;
    let fill = move |_| {
        let _ = &bomb;
        Note(log_ref, "element")
    };
    assert_eq!(panic_of(move || drop(hole.fill(fill))), "closure");
    assert_eq!(names(&log), ["closure", "element", "element"]);

    let bomb = Bomb(Note(&log, "closure"));
    let hole = slot.hole();
    let recipes = move |_| {
        let _ = &bomb;
        init::value::<_, Note<'_>>(Note(log_ref, "built"))
    };
    assert_eq!(panic_of(move || drop(hole.fill_init(recipes))), "closure");
    assert_eq!(names(&log), ["closure", "built", "built"]);
}

#[test]
fn panicking_elements_do_not_lose_the_error() {
    let log = Log::default();
    let mut slot = Slot::<[Bomb<'_>; 2]>::new();
    let hole = slot.hole();
    let log_ref = &log;
    let failing = move |i| {
        if i == 0 {
            Ok(Bomb(Note(log_ref, "element")))
        } else {
            Err(Note(log_ref, "error"))
        }
    };
    assert_eq!(panic_of(move || hole.try_fill(failing).is_ok()), "element");
    assert_eq!(names(&log), ["element", "error"]);

    let mut slot = Slot::new();
    let hole = slot.hole();
    let recipe =
        init::value(Bomb(Note(log_ref, "value"))).then(move |_| Err(Note(log_ref, "error")));
    assert_eq!(panic_of(move || hole.init(recipe).is_ok()), "value");
    assert_eq!(names(&log), ["value", "error"]);
}

#[test]
fn empty_ones() {
    assert!(Own::<'_, [String]>::default().is_empty());
    assert_eq!(&*Own::<'_, str>::default(), "");
}

#[test]
fn values_of_std_are_split() {
    let log = Log::default();
    let mut slot = Slot::new();
    let both = slot.put((Note(&log, "a"), Bomb(Note(&log, "b"))));
    let (a, b) = Own::split(both);
    assert_eq!(panic_of(move || drop(b)), "b");
    drop(a);
    assert_eq!(names(&log), ["b", "a"]);

    let mut slot = Slot::<Option<Result<Note<'_>, String>>>::new();
    assert!(Own::split(slot.put(None)).is_none());
    let some = Own::split(slot.put(Some(Ok(Note(&log, "ok")))));
    let Some(Ok(note)) = some.map(Own::split) else {
        unreachable!()
    };
    assert_eq!(note.1, "ok");
    drop(note);
    assert_eq!(names(&log), ["ok"]);
    let some = Own::split(slot.put(Some(Err("error".to_owned()))));
    assert!(matches!(some.map(Own::split), Some(Err(error)) if *error == "error"));
}
