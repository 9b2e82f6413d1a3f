//! Panics in whatever a user may write: nothing is dropped twice, lost, or half a value afterwards.
use core::cell::Cell;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::mem;
use core::panic::AssertUnwindSafe;
use self_borrow::{Bound, Shared, family, self_borrow};
use std::panic::{catch_unwind, panic_any};
use std::rc::Rc;
use test_support::{Log, Note, panic_of};

/// Panics in the method that it is told, once.
struct Moody<'a, 'l> {
    place: &'a Cell<Option<&'static str>>,
    note: Note<'l>,
}

impl Moody<'_, '_> {
    fn act(&self, method: &str) {
        if self.place.get() == Some(method) {
            self.place.set(None);
            panic_any("as asked");
        }
    }
}

impl Clone for Moody<'_, '_> {
    fn clone(&self) -> Self {
        let note = Note(self.note.0, "clone");
        self.act("clone");
        Self {
            place: self.place,
            note,
        }
    }
}

impl fmt::Debug for Moody<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.act("fmt");
        f.write_str("Moody")
    }
}

impl PartialEq for Moody<'_, '_> {
    fn eq(&self, other: &Self) -> bool {
        self.act("eq");
        self.place.get() == other.place.get()
    }
}

impl Eq for Moody<'_, '_> {}

impl PartialOrd for Moody<'_, '_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Moody<'_, '_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.act("cmp");
        self.place.get().cmp(&other.place.get())
    }
}

impl Hash for Moody<'_, '_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.act("hash");
        self.place.get().hash(state);
    }
}

/// An owner that can be compared.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Mood(Cell<Option<&'static str>>);

impl Hash for Mood {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.get().hash(state);
    }
}

#[self_borrow]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Derived<'l> {
    #[lend('a)]
    owner: Rc<Mood>,
    before: &'a Mood,
    moody: Moody<'a, 'l>,
}

fn derived<'l>(log: &'l Log, mood: Option<&'static str>) -> Derived<'l> {
    Derived::new(
        Rc::new(Mood(Cell::new(mood))),
        |owner| owner,
        |owner| Moody {
            place: &owner.0,
            note: Note(log, "moody"),
        },
    )
}

type Action<'l> = fn(&Derived<'l>, &Derived<'l>);

#[test]
fn a_derived_implementation_panics_and_the_struct_is_whole() {
    let log = Log::default();
    let other = derived(&log, None);
    let actions: [(&str, Action<'_>); 5] = [
        ("clone", |it, _| drop(it.clone())),
        ("fmt", |it, _| drop(format!("{it:?}"))),
        ("eq", |it, other| {
            other.moody().place.set(it.moody().place.get());
            assert!(*it == *other);
        }),
        ("cmp", |it, other| {
            other.moody().place.set(it.moody().place.get());
            assert!(it.cmp(other).is_eq());
        }),
        ("hash", |it, _| {
            it.hash(&mut std::hash::DefaultHasher::new());
        }),
    ];
    for (mood, action) in actions {
        let it = derived(&log, Some(mood));
        let panicked = panic_of(|| action(&it, &other));
        assert_eq!(panicked, "as asked", "in {mood}");
        other.moody().place.set(None);
        assert_eq!(it.moody().place.get(), None);
        // Once more, now in good mood.
        action(&it, &other);
        assert_eq!(Rc::strong_count(&it.into_owners()), 1, "after {mood}");
    }
    drop(other);
    let noted = log.into_inner().unwrap();
    let count = |name| noted.iter().filter(|it| **it == name).count();
    assert_eq!((count("moody"), count("clone")), (6, 2));
}

#[self_borrow]
struct Doc {
    #[lend('text)]
    text: String,
    #[lend('words)]
    words: Vec<&'text str>,
    picked: Vec<&'words &'text str>,
    spare: Option<Box<&'text str>>,
    count: usize,
}

fn doc() -> Doc {
    Doc::new(
        "to be or not".to_owned(),
        |text| text.split(' ').collect(),
        |_, words| words.iter().collect(),
        |text| Some(Box::new(text)),
        4,
    )
}

fn check(doc: &Doc, picked: usize) {
    assert_eq!(doc.text(), "to be or not");
    assert_eq!(doc.words().len(), 4);
    assert_eq!(doc.picked().len(), picked);
    assert!(doc.picked().iter().all(|it| doc.text().contains(**it)));
}

#[test]
fn closures_that_look_or_change_panic_and_the_struct_is_whole() {
    let mut it = doc();
    let caught = |f: &mut dyn FnMut()| panic_of(f);
    assert_eq!(caught(&mut || it.with(|_| panic!("with"))), "with");
    check(&it, 4);
    let changed = caught(&mut || {
        it.with_mut(|doc| {
            let taken = mem::take(doc.picked);
            *doc.count = 0;
            assert!(taken.is_empty(), "with_mut");
        });
    });
    assert_eq!(changed, "with_mut");
    check(&it, 0);
    assert_eq!(*it.count(), 0);
    let again = caught(&mut || {
        it.with_mut(|doc| {
            doc.picked.push(doc.tokens_or(1));
            *doc.spare = None;
            panic!("again");
        });
    });
    assert_eq!(again, "again");
    check(&it, 1);
    assert!(it.spare().is_none());
    let field = caught(&mut || {
        it.with_picked_mut(|picked| {
            picked.clear();
            panic!("field");
        });
    });
    assert_eq!(field, "field");
    check(&it, 0);
}

trait TokensOr<'words, 'text> {
    fn tokens_or(&self, index: usize) -> &'words &'text str;
}

impl<'words, 'text> TokensOr<'words, 'text> for DocMut<'_, 'text, 'words> {
    fn tokens_or(&self, index: usize) -> &'words &'text str {
        &self.words[index]
    }
}

#[test]
fn closures_that_consume_panic_and_everything_is_dropped() {
    assert_eq!(panic_of(|| doc().unbind(|_| panic!("unbind"))), "unbind");
    let kept = panic_of(|| {
        doc().unbind(|parts| {
            drop(parts.picked);
            assert!(parts.spare.is_none(), "half");
        })
    });
    assert_eq!(kept, "half");
    assert_eq!(panic_of(|| doc().map_picked(|_| panic!("map"))), "map");
    let tried = panic_of(|| doc().try_map_spare(|_| -> Result<_, ()> { panic!("try_map") }));
    assert_eq!(tried, "try_map");
}

#[test]
fn a_payload_of_a_panic_carries_what_does_not_borrow() {
    let it = doc();
    let caught = catch_unwind(AssertUnwindSafe(|| {
        it.with(|doc| panic_any(doc.words.len()));
    }));
    let payload = caught.expect_err("it panics");
    assert_eq!(payload.downcast_ref::<usize>(), Some(&4));
}

family!(struct Place<'a> = (&'a str, Box<u8>));

#[test]
fn closures_of_a_pair_panic() {
    let new = || Bound::<_, Place>::new(Shared("text".to_owned()), |text| (text, Box::new(1)));
    let mut pair = new();
    assert_eq!(panic_of(|| pair.with(|_, _| panic!("with"))), "with");
    let changed = panic_of(|| {
        pair.with_mut(|(place, _), text| {
            *place = &text[1..];
            panic!("with_mut")
        })
    });
    assert_eq!(changed, "with_mut");
    pair.with(|(place, _), _| assert_eq!(*place, "ext"));
    assert_eq!(panic_of(|| pair.map::<Place>(|_, _| panic!("map"))), "map");
    assert_eq!(panic_of(|| new().unbind(|_, _| panic!("unbind"))), "unbind");
    assert_eq!(
        panic_of(|| new().try_map::<Place, ()>(|_, _| panic!("try_map"))),
        "try_map"
    );
    let new = panic_of(|| Bound::<_, Place>::new(Shared(String::from("a")), |_| panic!("new")));
    assert_eq!(new, "new");
}

/// One owner and one dependent: these have methods of their own kind.
#[self_borrow]
struct Pair<'l> {
    #[lend('a)]
    owner: Box<Note<'l>>,
    dependent: (Note<'l>, &'a Note<'l>),
}

#[test]
fn closures_of_a_generated_pair_panic_and_each_value_is_dropped_once() {
    let steps = ["new", "map", "try_map", "with", "with_mut", "unbind"];
    for step in steps {
        let log = Log::default();
        let at = |here| {
            if here == step {
                panic_any(step);
            }
        };
        let caught = panic_of(|| {
            let owner = Box::new(Note(&log, "owner"));
            let pair = Pair::new(owner, |owner| {
                at("new");
                (Note(&log, "dependent"), owner)
            });
            let pair = pair.map_dependent(|it| {
                at("map");
                it
            });
            let tried = pair.try_map_dependent(|it| {
                at("try_map");
                Ok::<_, ()>(it)
            });
            let Ok(mut pair) = tried else {
                unreachable!("it doesn't fail")
            };
            pair.with(|_| at("with"));
            pair.with_mut(|_| at("with_mut"));
            drop(pair.unbind(|_parts| at("unbind")));
        });
        assert_eq!(caught, step);
        let dropped: &[_] = if step == "new" {
            &["owner"]
        } else {
            &["dependent", "owner"]
        };
        assert_eq!(log.into_inner().unwrap(), dropped, "{step}");
    }
}

#[test]
fn a_generated_pair_that_fails_gives_the_owner_back_and_drops_what_it_had() {
    let log = Log::default();
    let pair = Pair::new(Box::new(Note(&log, "owner")), |owner| {
        (Note(&log, "dependent"), owner)
    });
    let refused = pair.try_map_dependent(|it| {
        drop(it);
        Err::<(Note<'_>, &Note<'_>), _>("refused")
    });
    let (error, owner) = refused.map(drop).expect_err("it fails");
    assert_eq!(
        (error, *log.lock().unwrap() == ["dependent"]),
        ("refused", true)
    );
    drop(owner);
    assert_eq!(log.into_inner().unwrap(), ["dependent", "owner"]);
}
