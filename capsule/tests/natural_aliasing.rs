//! The laws of "Natural aliasing model", for more values than the example has.

#[path = "../examples/natural_aliasing/laws.rs"]
mod laws;
#[path = "../examples/natural_aliasing/memory.rs"]
mod memory;

use capsule::{Cell, region};
use laws::S;
use memory::{Memory, around, ring};

const VALUES: [S; 3] = [
    S { c: 0, rest: 0 },
    S { c: 13, rest: 1 },
    S { c: 42, rest: 2 },
];

#[test]
fn one_name_is_one_place() {
    for mut value in VALUES {
        let rest = value.rest;
        laws::named(&mut value, |cell| {
            let alias = cell;
            laws::assert_aliased(cell, alias);
            laws::assert_aliased(alias, cell);
            assert!(laws::is_aliased(alias, cell));
        });
        assert_eq!(value, S { c: 42, rest });
    }
}

#[test]
fn exclusive_references_are_different_places_also_by_names() {
    for mut one in VALUES {
        for mut other in VALUES {
            laws::assert_unaliased(&mut one, &mut other);
            laws::assert_unaliased_by_name(&mut other, &mut one);
            assert_eq!((one.c, other.c), (42, 13));
            let aliased = laws::named(&mut one, |one| {
                laws::named(&mut other, |other| laws::is_aliased(one, other))
            });
            assert!(!aliased);
        }
    }
}

#[test]
fn names_nest_and_the_value_comes_back() {
    let mut value = S::default();
    let deepest = laws::named(&mut value, |outer| {
        let mut copy = outer.get();
        let deepest = laws::named(&mut copy, |inner| {
            inner.set(S { c: 1, rest: 1 });
            outer.set(S { c: 2, rest: 2 });
            inner.get()
        });
        assert_eq!(copy, deepest);
        deepest
    });
    assert_eq!(deepest, S { c: 1, rest: 1 });
    assert_eq!(value, S { c: 2, rest: 2 });
}

#[test]
fn aliasing_is_compound_for_references_and_for_regions() {
    for mut value in VALUES {
        laws::assert_compound(&mut value);
        assert_eq!(value.c, 42);
        region(|_, token| {
            let cell = Cell::new(value);
            laws::assert_compound_region(token, &cell, |token| {
                // Once more, one level down.
                laws::assert_compound_region(token, &cell, |token| cell.borrow_mut(token).c = 7);
            });
            assert_eq!(cell.borrow(token).c, 7);
        });
    }
}

#[test]
fn frozen_values_are_what_they_look_like() {
    for one in &VALUES {
        for other in &VALUES {
            let mut copy = *other;
            laws::assert_at_face_value(one, other, || copy.c += 1);
            assert_eq!(copy.c, other.c + 1);
        }
    }
}

#[test]
fn aliases_are_sent_together() {
    assert_eq!(laws::assert_sent_together(), S { c: 42, rest: 0 });
}

#[test]
fn pointers_that_are_numbers_point_into_every_copy() {
    assert!(ring(&[]).is_none());
    let (mut memory, start) = ring(&["a", "b", "c", "d"]).unwrap();
    let before = memory.clone();
    let mut copies: Vec<Memory<_>> = Vec::new();
    let mut at = start;
    for name in ["A", "B", "C", "D"] {
        copies.push(memory.clone());
        let node = memory.load_mut(at).unwrap();
        node.name = name;
        at = node.next;
    }
    assert_eq!(at, start);
    let forwards = |memory| around(memory, start, |node| node.next).unwrap();
    assert_eq!(forwards(&before), ["a", "b", "c", "d"]);
    assert_eq!(forwards(&copies[2]), ["A", "B", "c", "d"]);
    assert_eq!(forwards(&memory), ["A", "B", "C", "D"]);
    let backwards = around(&memory, start, |node| node.back).unwrap();
    assert_eq!(backwards, ["A", "D", "C", "B"]);
    assert_eq!(before, copies[0]);
    assert_ne!(before, memory);
}

#[test]
fn a_pointer_from_another_copy_is_seen() {
    let (mut one, start) = ring(&["a"]).unwrap();
    let other = one.clone();
    let node = one.load(start).unwrap().clone();
    let late = one.put(node);
    assert!(one.load(late).is_some());
    assert!(other.load(late).is_none());
    assert_eq!(format!("{start:?} {late:?}"), "@0 @1");
}
