//! Packing, opening, merging; what is dropped, and when.

use capsule::{
    Brand, Capsule, CapsuleSend, Cell, Family, Plain, Poisoned, Rc, Weak, family, region,
};
use core::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::sync::Arc;
use test_support::{Log, Note, panic_of, sorted};

/// A node of a graph with cycles: links hold, back links don't.
#[derive(CapsuleSend, Family)]
struct Node<'b> {
    name: String,
    links: Cell<'b, Vec<Rc<'b, Node<'b>>>>,
    back: Cell<'b, Weak<'b, Node<'b>>>,
    #[capsule(send)]
    noted: Option<Arc<Noted>>,
}

type Noted = (Arc<Log>, &'static str);

struct Witness(Arc<Log>, &'static str);

impl Drop for Witness {
    fn drop(&mut self) {
        self.0.lock().unwrap().push(self.1);
    }
}

type Nodes = family!(Vec<Rc<'b, Node<'b>>>);

fn node<'b>(b: Brand<'b>, name: &str) -> Rc<'b, Node<'b>> {
    Rc::new(
        b,
        Node {
            name: name.to_owned(),
            links: Cell::new(Vec::new()),
            back: Cell::new(Weak::new()),
            noted: None,
        },
    )
}

/// A ring of `n` nodes, each linked to the next, the last to the first by a back link.
fn ring(n: usize) -> Capsule<Nodes> {
    Capsule::build(|b, token| {
        let nodes: Vec<_> = (0..n).map(|i| node(b, &i.to_string())).collect();
        for pair in nodes.windows(2) {
            pair[0].links.borrow_mut(token).push(pair[1].clone());
            *pair[1].back.borrow_mut(token) = Rc::downgrade(&pair[0]);
        }
        *nodes[0].back.borrow_mut(token) = Rc::downgrade(&nodes[n - 1]);
        nodes
    })
}

#[test]
fn a_graph_crosses_threads_and_comes_back() {
    let mut ring = ring(5);
    for round in 0..3 {
        ring = std::thread::spawn(move || {
            ring.with(|nodes, token| {
                let first = nodes[0].clone();
                let mut at = first.clone();
                for _ in 0..4 {
                    let next = at.links.borrow(token)[0].clone();
                    assert!(Rc::ptr_eq(&next.back.borrow(token).upgrade().unwrap(), &at));
                    at = next;
                }
                assert!(Rc::ptr_eq(
                    &first.back.borrow(token).upgrade().unwrap(),
                    &at
                ));
                nodes.push(first);
            });
            ring
        })
        .join()
        .unwrap();
        assert_eq!(ring.with_ref(|nodes, _| nodes.len()), 6 + round);
    }
}

#[test]
fn merging_is_one_region_with_one_token() {
    let parts = [ring(2), ring(3)];
    let mut all = Capsule::collect(parts);
    all.with(|parts, token| {
        let b = Brand::of(token);
        let [first, second] = &mut parts[..] else {
            panic!("two parts")
        };
        // Links from one part to the other, and a new node.
        first[0].links.borrow_mut(token).push(second[0].clone());
        let new = node(b, "new");
        new.links.borrow_mut(token).push(first[0].clone());
        second.push(new);
    });
    let names = all.with_ref(|parts, token| {
        let new = parts[1].last().unwrap();
        let first = new.links.borrow(token)[0].clone();
        let second = first.links.borrow(token)[1].clone();
        format!("{} {} {}", new.name, first.name, second.name)
    });
    assert_eq!(names, "new 0 0");
}

#[test]
fn zip_map_split_and_into_inner() {
    let text = Capsule::<family!(Rc<'b, str>)>::new(|b| Rc::from_str(b, "text"));
    let both = text.zip(ring(2));
    let (nodes, text) = both.split::<Nodes, _>(|(text, nodes), _| (nodes, text.to_string()));
    assert_eq!(text, "text");
    let count = nodes.map::<Plain<usize>>(|nodes, _| Plain(nodes.len()));
    assert_eq!(count.into_inner(), Plain(2));
}

#[test]
fn try_map_gives_the_error_and_drops_the_rest() {
    let log = Arc::new(Log::default());
    let witness = Witness(log.clone(), "content");
    let capsule = Capsule::<family!(Rc<'b, Plain<Witness>>)>::new(|b| Rc::new(b, Plain(witness)));
    let error = capsule
        .try_map::<Plain<()>, _>(|_, _| Err("no"))
        .unwrap_err();
    assert_eq!(error, "no");
    assert_eq!(*log.lock().unwrap(), ["content"]);
}

#[test]
fn a_panic_poisons_and_keeps_the_content() {
    let mut ring = ring(3);
    let message = panic_of(|| {
        ring.with(|nodes, _| {
            nodes.pop();
            panic!("midway");
        })
    });
    assert_eq!(message, "midway");
    assert!(ring.is_poisoned());
    assert_eq!(ring.try_with(|_, _| ()), Err(Poisoned));
    assert_eq!(
        format!("{:?}", Capsule::<Plain<u8>>::default()),
        "Capsule(Plain(0))"
    );
    let message = panic_of(|| ring.with_ref(|_, _| ()));
    assert!(message.contains("poisoned"), "{message}");
    ring.clear_poison();
    assert_eq!(ring.with(|nodes, _| nodes.len()), 2);
}

#[test]
fn reading_does_not_poison() {
    let ring = ring(3);
    assert_eq!(
        panic_of(|| ring.with_ref(|_, _| panic!("reader"))),
        "reader"
    );
    assert!(!ring.is_poisoned());
    assert_eq!(ring.with_ref(|nodes, _| nodes.len()), 3);
}

#[test]
fn poisoned_contents_are_dropped_once_by_whatever_takes_them() {
    let poisoned = |log: &Arc<Log>| {
        let witness = Witness(log.clone(), "content");
        let mut capsule =
            Capsule::<family!(Rc<'b, Plain<Witness>>)>::new(|b| Rc::new(b, Plain(witness)));
        panic_of(|| capsule.with(|_, _| panic!("poison")));
        capsule
    };
    for take in 0..4 {
        let log = Arc::new(Log::default());
        let capsule = poisoned(&log);
        if take == 0 {
            drop(capsule);
        } else {
            let message = panic_of(|| match take {
                1 => region(|b, _| drop(capsule.open_into(b))),
                2 => drop(capsule.map::<Plain<()>>(|_, _| Plain(()))),
                _ => drop(capsule.zip(Capsule::<Plain<u8>>::default())),
            });
            assert!(message.contains("poisoned"), "{message}");
        }
        assert_eq!(*log.lock().unwrap(), ["content"], "{take}");
    }
}

#[test]
fn a_panic_with_the_content_by_value_drops_it() {
    let log = Arc::new(Log::default());
    let witness = Witness(log.clone(), "content");
    let capsule = Capsule::<family!(Rc<'b, Plain<Witness>>)>::new(|b| Rc::new(b, Plain(witness)));
    let message = panic_of(|| {
        capsule.map::<Plain<()>>(|content, _| {
            let _alias = content.clone();
            panic!("midway")
        })
    });
    assert_eq!(message, "midway");
    assert_eq!(*log.lock().unwrap(), ["content"]);
}

#[test]
fn a_panic_while_building_drops_what_was_built() {
    let log = Log::default();
    let message = panic_of(|| {
        Capsule::<Plain<()>>::new(|b| {
            let _one = Rc::new(b, Note(&log, "one"));
            panic!("midway")
        })
    });
    assert_eq!(message, "midway");
    assert_eq!(sorted(log), ["one"]);
}

#[test]
fn the_content_is_dropped_on_the_thread_that_drops_the_capsule() {
    let log = Arc::new(Log::default());
    let noted = Witness(log.clone(), "on the other thread");
    let capsule = Capsule::<family!([Rc<'b, Plain<Witness>>; 2])>::new(|b| {
        let one = Rc::new(b, Plain(noted));
        [one.clone(), one]
    });
    std::thread::spawn(move || drop(capsule)).join().unwrap();
    assert_eq!(*log.lock().unwrap(), ["on the other thread"]);
}

#[test]
fn a_panicking_destructor_in_a_capsule_runs_once() {
    struct Bomb(Arc<Log>);
    impl Drop for Bomb {
        fn drop(&mut self) {
            self.0.lock().unwrap().push("bomb");
            panic!("bomb");
        }
    }
    let log = Arc::new(Log::default());
    let bomb = Bomb(log.clone());
    let capsule = Capsule::<family!(Vec<Rc<'b, Plain<Bomb>>>)>::new(|b| {
        let one = Rc::new(b, Plain(bomb));
        vec![one.clone(), one]
    });
    assert_eq!(panic_of(|| drop(capsule)), "bomb");
    assert_eq!(*log.lock().unwrap(), ["bomb"]);
}

#[test]
fn nested_capsules_are_regions_of_their_own() {
    type Outer = (Nodes, Capsule<Nodes>);
    let outer = ring(2).zip(ring(3).map::<Capsule<Nodes>>(|nodes, token| {
        // What is packed inside of an opening is another region.
        assert_eq!(nodes.len(), 3);
        let _ = token;
        ring(4)
    }));
    let (outer, mut inner): (Capsule<Nodes>, Capsule<Nodes>) =
        std::thread::spawn(|| -> (Capsule<Nodes>, Capsule<Nodes>) {
            let outer: Capsule<Outer> = outer;
            outer.split::<Nodes, _>(|(nodes, inner), _| (nodes, inner))
        })
        .join()
        .unwrap();
    assert_eq!(outer.with_ref(|nodes, _| nodes.len()), 2);
    assert_eq!(inner.with(|nodes, _| nodes.len()), 4);
}

#[test]
fn traits_of_the_content() {
    let text = Capsule::<family!(Rc<'b, str>)>::new(|b| Rc::from_str(b, "text"));
    assert_eq!(format!("{text} {text:?}"), "text Capsule(\"text\")");
    let same = Capsule::<family!(Rc<'b, str>)>::new(|b| Rc::from_str(b, "text"));
    let hash = |capsule: &Capsule<_>| {
        use core::hash::BuildHasher as _;
        use std::hash::RandomState;
        thread_local!(static STATE: RandomState = RandomState::new());
        STATE.with(|state| state.hash_one(capsule))
    };
    assert_eq!(hash(&text), hash(&same));
}

#[test]
fn a_capsule_is_as_large_as_its_content_and_a_flag() {
    assert_eq!(
        size_of::<Capsule<family!(Rc<'b, str>)>>(),
        size_of::<(std::rc::Rc<str>, bool)>()
    );
    region(|b, _| assert_eq!(size_of_val(&Rc::new(b, 1)), size_of::<usize>()));
    assert_eq!(size_of::<Brand<'_>>(), 0);
}

#[test]
fn catching_a_panic_inside_of_an_opening_poisons_nothing() {
    let mut ring = ring(2);
    ring.with(|nodes, _| {
        let caught = catch_unwind(AssertUnwindSafe(|| {
            nodes.pop();
            panic!("caught")
        }));
        assert!(caught.is_err());
    });
    assert!(!ring.is_poisoned());
    assert!(ring.with_ref(|nodes, _| nodes[0].noted.is_none()));
}
