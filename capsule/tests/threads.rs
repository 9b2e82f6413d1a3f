//! Threads whose results are inherited, rayon, channels, and thread locals with a key.

use capsule::thread::{spawn_build, spawn_scoped, spawn_with_scoped, thread_root_with};
use capsule::{
    Brand, Capsule, CapsuleSend, Cell, Family, Rc, ThreadLocalKey, Weak, family, region,
    root_local, spawn, spawn_with, thread_root,
};
use core::cell::RefCell;
use rayon::prelude::*;
use std::thread;
use test_support::{message, panic_of};

#[derive(CapsuleSend, Family)]
struct Tree<'b> {
    value: u32,
    children: Vec<Rc<'b, Tree<'b>>>,
    parent: Cell<'b, Weak<'b, Tree<'b>>>,
}

fn tree<'b>(b: Brand<'b>, token: &mut capsule::GhostToken<'b>, depth: u32) -> Rc<'b, Tree<'b>> {
    let children: Vec<_> = (0..depth).map(|child| tree(b, token, child)).collect();
    let tree = Rc::new(
        b,
        Tree {
            value: depth,
            children,
            parent: Cell::new(Weak::new()),
        },
    );
    for child in &tree.children {
        *child.parent.borrow_mut(token) = Rc::downgrade(&tree);
    }
    tree
}

fn sum(tree: &Tree<'_>) -> u32 {
    tree.value + tree.children.iter().map(|child| sum(child)).sum::<u32>()
}

type Root = family!(Rc<'b, Tree<'b>>);

#[test]
fn the_joiner_inherits_what_the_thread_built() {
    let threads: Vec<_> = (0..3)
        .map(|depth| spawn_build::<Root>(move |b, token| tree(b, token, depth)))
        .collect();
    region(|b, token| {
        let trees: Vec<_> = threads
            .into_iter()
            .map(|thread| thread.join(b).unwrap())
            .collect();
        assert_eq!(
            trees.iter().map(|tree| sum(tree)).collect::<Vec<_>>(),
            [0, 1, 3]
        );
        let child = &trees[2].children[1];
        assert!(Rc::ptr_eq(
            &child.parent.borrow(token).upgrade().unwrap(),
            &trees[2]
        ));
    });
}

#[test]
fn a_capsule_goes_through_threads() {
    let mut thread = spawn::<family!(Vec<Rc<'b, u32>>)>(|b| vec![Rc::new(b, 0)]);
    for turn in 1..5 {
        let packed = thread.join_packed().unwrap();
        thread = spawn_with(packed, move |mut list, token| {
            list.push(Rc::new(Brand::of(token), turn));
            list.push(list[0].clone());
            list
        });
    }
    region(|b, _| {
        let list = thread.join(b).unwrap();
        assert_eq!(list.len(), 9);
        assert_eq!(Rc::strong_count(&list[0]), 5);
    });
}

#[test]
fn a_panic_of_a_thread_is_given_to_the_joiner() {
    let thread = spawn::<Root>(|_| panic!("in the thread"));
    let payload = region(|b, _| thread.join(b).map(drop)).unwrap_err();
    assert_eq!(message(&*payload), "in the thread");
}

#[test]
fn scoped_threads_borrow() {
    let words = ["a", "b", "c"].map(String::from);
    let joined = thread::scope(|s| {
        let threads = words
            .each_ref()
            .map(|word| spawn_scoped::<family!(Rc<'b, str>)>(s, |b| Rc::from_str(b, word)));
        let packed = threads.map(|thread| thread.join_packed().unwrap());
        let all = Capsule::collect(packed);
        let thread = spawn_with_scoped::<_, family!((Rc<'b, str>, usize))>(s, all, |all, token| {
            let text = all.concat() + &words[0];
            (Rc::from_str(Brand::of(token), &text), words.len())
        });
        region(|b, _| {
            let (text, count) = thread.join(b).unwrap();
            format!("{text} {count}")
        })
    });
    assert_eq!(joined, "abca 3");
}

#[test]
#[cfg_attr(miri, ignore = "rayon's deque isn't for Miri")]
fn parts_are_built_by_rayon() {
    let parts: Vec<Capsule<Root>> = (0..6_u32)
        .into_par_iter()
        .map(|depth| Capsule::build(|b, token| tree(b, token, depth)))
        .collect();
    let sum: u32 =
        Capsule::collect(parts).with_ref(|trees, _| trees.iter().map(|tree| sum(tree)).sum());
    assert_eq!(sum, (1 << 6) - 1 - 6);
}

#[test]
fn capsules_go_through_channels() {
    let (parts, received) = crossbeam_channel::unbounded::<Capsule<Root>>();
    thread::scope(|s| {
        for depth in 0..4 {
            let parts = parts.clone();
            s.spawn(move || {
                parts
                    .send(Capsule::build(|b, token| tree(b, token, depth)))
                    .unwrap();
            });
        }
        drop(parts);
        let count = region(|b, _| {
            let all: Vec<Rc<'_, Tree<'_>>> =
                received.iter().map(|part| part.open_into(b)).collect();
            all.len()
        });
        assert_eq!(count, 4);
    });
}

root_local! {
    /// Names, each once.
    static NAMES: family!(RefCell<Vec<Rc<'t, str>>>) = |_key| RefCell::new(Vec::new());
    static PANICS_ONCE: family!(Rc<'t, u32>) = |key| {
        assert!(NAMES.with(key, |names| !names.borrow().is_empty()), "no names");
        Rc::new(key.brand(), 1)
    };
    static OF_ITSELF: family!(Rc<'t, u32>) = |key| OF_ITSELF.with(key, Clone::clone);
}

fn intern<'t>(key: ThreadLocalKey<'t>, name: &str) -> Rc<'t, str> {
    NAMES.with(key, |names| {
        let known = names
            .borrow()
            .iter()
            .find(|known| &***known == name)
            .cloned();
        known.unwrap_or_else(|| {
            let new = Rc::from_str(key.brand(), name);
            names.borrow_mut().push(new.clone());
            new
        })
    })
}

#[test]
fn root_locals_are_for_the_root_of_their_thread() {
    for _ in 0..2 {
        thread::spawn(|| {
            thread_root(|key, _| {
                assert!(Rc::ptr_eq(&intern(key, "a"), &intern(key, "a")));
                assert_eq!(NAMES.with(key, |names| names.borrow().len()), 1);
            });
            // The next root finds what the first has left.
            thread_root(|key, _| assert_eq!(NAMES.with(key, |names| names.borrow().len()), 1));
        })
        .join()
        .unwrap();
    }
}

#[test]
fn one_root_at_a_time() {
    thread_root(|_, _| {
        let message = panic_of(|| thread_root(|_, _| ()));
        assert!(message.contains("a root on this thread"), "{message}");
    });
    // Not after a panic either.
    assert_eq!(panic_of(|| thread_root(|_, _| panic!("root"))), "root");
    thread_root(|_, _| ());
}

#[test]
fn a_root_has_a_token_if_it_wants() {
    thread_root_with(|key, token| {
        let cell = Rc::new(key.brand(), Cell::new(1));
        *cell.clone().borrow_mut(token) += 1;
        assert_eq!(*cell.borrow(token), 2);
    });
}

#[test]
fn an_initialiser_that_panics_is_tried_again() {
    thread_root(|key, _| {
        assert_eq!(panic_of(|| PANICS_ONCE.with(key, |one| **one)), "no names");
        intern(key, "a");
        assert_eq!(PANICS_ONCE.with(key, |one| **one), 1);
    });
}

#[test]
fn an_initialiser_that_needs_itself_panics() {
    thread_root(|key, _| {
        let message = panic_of(|| OF_ITSELF.with(key, |one| **one));
        assert!(message.contains("needs itself"), "{message}");
    });
}
