//! Destructors that own what they destroy.
#![expect(clippy::mem_forget, reason = "forgetting is what is tested")]

#[path = "expanded/my_strings.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    missing_docs,
    missing_debug_implementations,
    clippy::must_use_candidate,
    clippy::type_complexity,
    reason = "a derive's expansion; each test uses a part of it"
)]
mod my_strings;

use core::mem;
use my_strings::MyStrings;
use own_ref::{Dropping, Own, OwnDrop};
use test_support::{Bomb, Log, Note, panic_of};

fn names(log: &Log) -> Vec<&'static str> {
    mem::take(&mut *log.lock().unwrap())
}

/// What the destructor does, by the name of `y`.
impl OwnDrop for MyStrings<Note<'_>> {
    fn drop(this: Own<'_, Self>) {
        match this.y.1 {
            "all" => drop(Own::into_inner(this)),
            "one field" => {
                let fields = Own::split(this);
                assert_eq!(Own::into_inner(fields.x), "x");
            }
            "part" => drop(Own::part(this).take_y()),
            "panic first" => panic!("first"),
            "panic halfway" => {
                let (x, _rest) = Own::part(this).take_x();
                panic!("halfway, without {x}");
            }
            "forget" => mem::forget(this),
            "nothing" => {}
            other => unreachable!("{other}"),
        }
    }
}

fn strings<'a>(log: &'a Log, how: &'static str) -> Dropping<MyStrings<Note<'a>>> {
    // `forget` leaks `x` on purpose: no heap memory then.
    let x = if how == "forget" {
        String::new()
    } else {
        "x".to_owned()
    };
    Dropping::new(MyStrings {
        x,
        y: Note(log, how),
    })
}

#[test]
fn what_a_destructor_may_do() {
    let log = Log::default();
    for how in ["all", "one field", "part", "nothing"] {
        drop(strings(&log, how));
        assert_eq!(names(&log), [how]);
    }
    drop(strings(&log, "forget"));
    assert!(names(&log).is_empty());
    assert_eq!(panic_of(|| drop(strings(&log, "panic first"))), "first");
    assert_eq!(names(&log), ["panic first"]);
    assert_eq!(
        panic_of(|| drop(strings(&log, "panic halfway"))),
        "halfway, without x"
    );
    assert_eq!(names(&log), ["panic halfway"]);
}

#[test]
fn taking_the_value_disarms() {
    let log = Log::default();
    let inner = Dropping::into_inner(strings(&log, "panic first"));
    drop(inner);
    assert_eq!(names(&log), ["panic first"]);
    let mut value = strings(&log, "all");
    value.y.1 = "one field";
    drop(value);
    assert_eq!(names(&log), ["one field"]);
}

struct Fragile<'a>(#[expect(dead_code, reason = "dropped")] Bomb<'a>, Note<'a>);

impl OwnDrop for Fragile<'_> {
    fn drop(this: Own<'_, Self>) {
        this.1.0.lock().unwrap().push("destructor");
    }
}

#[test]
fn a_panicking_field_does_not_keep_the_others() {
    let log = Log::default();
    let value = Dropping::new(Fragile(Bomb(Note(&log, "bomb")), Note(&log, "after")));
    assert_eq!(panic_of(move || drop(value)), "bomb");
    assert_eq!(names(&log), ["destructor", "bomb", "after"]);

    let two = vec![
        Dropping::new(Fragile(Bomb(Note(&log, "a")), Note(&log, "a2"))),
        Dropping::new(Fragile(Bomb(Note(&log, "b")), Note(&log, "b2"))),
    ];
    drop(
        two.into_iter()
            .map(|value| panic_of(move || drop(value)))
            .collect::<Vec<_>>(),
    );
    assert_eq!(names(&log).len(), 6);
}

#[test]
fn a_recursive_type() {
    struct Node<'a>(Note<'a>, Option<Box<Dropping<Node<'a>>>>);

    impl OwnDrop for Node<'_> {
        // The list is taken apart in a loop, so its length doesn't matter to the stack.
        fn drop(this: Own<'_, Self>) {
            let Node(note, mut next) = Own::into_inner(this);
            drop(note);
            while let Some(node) = next {
                let Node(note, rest) = Dropping::into_inner(*node);
                drop(note);
                next = rest;
            }
        }
    }

    let log = Log::default();
    let mut list = None;
    let length = if cfg!(miri) { 100 } else { 100_000 };
    for _ in 0..length {
        list = Some(Box::new(Dropping::new(Node(Note(&log, "node"), list))));
    }
    drop(list);
    assert_eq!(names(&log).len(), length);
}
