//! Structures full of aliases, each sent between threads as a unit. (More are in `examples`.)

use capsule::{Brand, Capsule, CapsuleSend, Cell, Family, GhostToken, Rc, Weak, family};
use core::cell;
use std::collections::HashMap;
use std::thread;

/// A cache that forgets what was not used for longest: a map into a doubly-linked list.
#[derive(CapsuleSend, Family)]
struct Lru<'b> {
    room: usize,
    map: HashMap<u32, Rc<'b, Entry<'b>>>,
    newest: Option<Rc<'b, Entry<'b>>>,
    oldest: Weak<'b, Entry<'b>>,
}

#[derive(CapsuleSend)]
struct Entry<'b> {
    key: u32,
    value: Cell<'b, String>,
    older: Cell<'b, Option<Rc<'b, Entry<'b>>>>,
    newer: Cell<'b, Weak<'b, Entry<'b>>>,
}

impl<'b> Lru<'b> {
    fn new(room: usize) -> Self {
        Self {
            room,
            map: HashMap::new(),
            newest: None,
            oldest: Weak::new(),
        }
    }

    fn unlink(&mut self, token: &mut GhostToken<'b>, entry: &Rc<'b, Entry<'b>>) {
        let older = entry.older.borrow_mut(token).take();
        let newer = core::mem::take(entry.newer.borrow_mut(token)).upgrade();
        match &older {
            Some(older) => {
                let newer = newer.as_ref().map_or_else(Weak::new, Rc::downgrade);
                *older.newer.borrow_mut(token) = newer;
            }

            None => self.oldest = newer.as_ref().map_or_else(Weak::new, Rc::downgrade),
        }
        match &newer {
            Some(newer) => *newer.older.borrow_mut(token) = older,
            None => self.newest = older,
        }
    }

    fn link(&mut self, token: &mut GhostToken<'b>, entry: Rc<'b, Entry<'b>>) {
        match self.newest.take() {
            Some(older) => {
                *older.newer.borrow_mut(token) = Rc::downgrade(&entry);
                *entry.older.borrow_mut(token) = Some(older);
            }
            None => self.oldest = Rc::downgrade(&entry),
        }
        self.newest = Some(entry);
    }

    fn get<'x>(&mut self, token: &'x mut GhostToken<'b>, key: u32) -> Option<String> {
        let entry = self.map.get(&key)?.clone();
        self.unlink(token, &entry);
        self.link(token, entry.clone());
        Some(entry.value.borrow(token).clone())
    }

    fn put(&mut self, token: &mut GhostToken<'b>, key: u32, value: &str) {
        if let Some(entry) = self.map.get(&key).cloned() {
            value.clone_into(entry.value.borrow_mut(token));
            self.unlink(token, &entry);
            return self.link(token, entry);
        }
        if self.map.len() == self.room
            && let Some(oldest) = self.oldest.upgrade()
        {
            self.unlink(token, &oldest);
            self.map.remove(&oldest.key);
        }
        let entry = Entry {
            key,
            value: Cell::new(value.to_owned()),
            older: Cell::new(None),
            newer: Cell::new(Weak::new()),
        };
        let entry = Rc::new(Brand::of(token), entry);
        self.map.insert(key, entry.clone());
        self.link(token, entry);
    }

    fn keys(&self, token: &GhostToken<'b>) -> Vec<u32> {
        let mut keys = Vec::new();
        let mut at = self.newest.as_ref();
        while let Some(entry) = at {
            keys.push(entry.key);
            at = entry.older.borrow(token).as_ref();
        }
        keys
    }
}

#[test]
fn a_cache_forgets_what_was_not_used_for_longest() {
    let mut cache = Capsule::<Lru<'static>>::new(|_| Lru::new(3));
    cache.with(|cache, token| {
        for key in 0..3 {
            cache.put(token, key, &key.to_string());
        }
    });
    let cache = thread::spawn(move || {
        cache.with(|cache, token| {
            assert_eq!(cache.keys(token), [2, 1, 0]);
            assert_eq!(cache.get(token, 0).as_deref(), Some("0"));
            cache.put(token, 3, "3");
            assert_eq!(cache.keys(token), [3, 0, 2]);
            cache.put(token, 2, "two");
            assert_eq!(cache.get(token, 1), None);
        });
        cache
    });
    let mut cache = cache.join().unwrap();
    cache.with(|cache, token| {
        assert_eq!(cache.keys(token), [2, 3, 0]);
        assert_eq!(cache.get(token, 2).as_deref(), Some("two"));
        assert_eq!(cache.map.len(), 3);
    });
}

/// A set of a union-find structure: it points to the set that it was united with.
#[derive(CapsuleSend)]
struct Set<'b> {
    parent: cell::RefCell<Option<Rc<'b, Set<'b>>>>,
    size: cell::Cell<u32>,
}

fn find<'b>(set: &Rc<'b, Set<'b>>) -> Rc<'b, Set<'b>> {
    let parent = set.parent.borrow().clone();
    let Some(parent) = parent else {
        return set.clone();
    };
    let root = find(&parent);
    // Shorter from now on.
    *set.parent.borrow_mut() = Some(root.clone());
    root
}

fn unite<'b>(one: &Rc<'b, Set<'b>>, other: &Rc<'b, Set<'b>>) {
    let (one, other) = (find(one), find(other));
    if Rc::ptr_eq(&one, &other) {
        return;
    }
    let (small, large) = if one.size.get() < other.size.get() {
        (one, other)
    } else {
        (other, one)
    };
    large.size.set(large.size.get() + small.size.get());
    *small.parent.borrow_mut() = Some(large);
}

/// How many sets there are.
fn roots<'b>(sets: &[Rc<'b, Set<'b>>]) -> usize {
    let mut roots: Vec<_> = sets
        .iter()
        .map(|set| Rc::as_ptr(&find(set)).addr())
        .collect();
    roots.sort_unstable();
    roots.dedup();
    roots.len()
}

#[test]
fn sets_are_united_across_capsules() {
    type Sets = family!(Vec<Rc<'b, Set<'b>>>);
    let sets = |count: u32, modulus: u32| {
        thread::spawn(move || {
            Capsule::<Sets>::new(|b| {
                let new = || Set {
                    parent: cell::RefCell::new(None),
                    size: cell::Cell::new(1),
                };
                let sets: Vec<_> = (0..count).map(|_| Rc::new(b, new())).collect();
                for (index, set) in (0_u32..).zip(&sets) {
                    unite(set, &sets[(index % modulus) as usize]);
                }
                sets
            })
        })
    };
    let (threes, fours) = (sets(12, 3), sets(12, 4));
    let parts = [threes.join().unwrap(), fours.join().unwrap()];
    let mut all = Capsule::collect(parts);
    all.with(|parts, _| {
        assert_eq!([roots(&parts[0]), roots(&parts[1])], [3, 4]);
        unite(&parts[0][0], &parts[1][0]);
    });
    let counted = thread::spawn(move || {
        all.with_ref(|parts, _| (roots(&parts.concat()), find(&parts[1][8]).size.get()))
    });
    assert_eq!(counted.join().unwrap(), (6, 7));
}
