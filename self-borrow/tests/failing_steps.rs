//! Builders that fail or panic, at each step: what was given comes back intact, or is dropped once.
use self_borrow::{Bound, Exclusive, Shared, bind, family, self_borrow};
use test_support::{Log, Note, leak_reachable, panic_of, sorted};

struct Sentence(
    String,
    #[expect(dead_code, reason = "is dropped")] Note<'static>,
);

#[self_borrow]
struct Doc {
    #[lend('text)]
    text: Box<Sentence>,
    #[lend('words)]
    words: Box<(Vec<&'text str>, Note<'static>)>,
    first: (&'words &'text str, Note<'static>),
    last: (&'text str, Note<'static>),
    #[lend('other)]
    other: Box<Sentence>,
    both: (&'text str, &'other str, Note<'static>),
    plain: Note<'static>,
}

/// Which step goes wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Step {
    Words,
    First,
    Last,
    Both,
    None,
}

#[derive(Debug, PartialEq, Eq)]
struct Failed(Step);

fn build(
    log: &'static Log,
    check: impl Fn(Step) -> Result<(), Failed>,
) -> Result<Doc, (Failed, DocOwners)> {
    let check = &check;
    let built = Doc::builder()
        .other(Box::new(Sentence("else".to_owned(), Note(log, "other"))))
        .plain(Note(log, "plain"))
        .text(Box::new(Sentence("to be".to_owned(), Note(log, "text"))))
        .try_words(|text| {
            let words = Box::new((text.0.split(' ').collect(), Note(log, "words")));
            check(Step::Words).map(|()| words)
        })?
        .try_first(|_, words| {
            let first = (&words.0[0], Note(log, "first"));
            check(Step::First).map(|()| first)
        })?
        .try_last(|text| {
            let last = (&text.0[3..], Note(log, "last"));
            check(Step::Last).map(|()| last)
        })?
        .try_both(|text, other| {
            let both = (&text.0[..1], &other.0[..1], Note(log, "both"));
            check(Step::Both).map(|()| both)
        })?
        .build();
    Ok(built)
}

const STEPS: [(Step, &[&str]); 5] = [
    (Step::Words, &["words"]),
    (Step::First, &["first", "words"]),
    (Step::Last, &["first", "last", "words"]),
    (Step::Both, &["both", "first", "last", "words"]),
    (Step::None, &[]),
];

#[test]
fn owners_are_given_back_by_each_step_that_fails() {
    for (failing, dropped) in STEPS {
        let log = leak_reachable(Log::default());
        let built = build(log, |step| {
            if step == failing {
                Err(Failed(step))
            } else {
                Ok(())
            }
        });
        let mut noted = log.lock().unwrap().clone();
        noted.sort_unstable();
        assert_eq!(noted, dropped, "after {failing:?}");
        match built {
            Ok(doc) => {
                assert_eq!(failing, Step::None);
                assert_eq!((doc.first().0, doc.last().0), (&"to", "be"));
                assert_eq!((doc.both().0, doc.both().1), ("t", "e"));
                drop(doc);
            }
            Err((Failed(step), owners)) => {
                assert_eq!(step, failing);
                assert_eq!(owners.text.0, "to be");
                assert_eq!(owners.other.0, "else");
                assert_eq!(owners.plain.1, "plain");
                drop(owners);
            }
        }
        let made = if failing == Step::None {
            4
        } else {
            dropped.len()
        };
        assert_eq!(log.lock().unwrap().len(), made + 3, "after {failing:?}");
    }
}

#[test]
fn everything_is_dropped_once_when_a_step_panics() {
    for (failing, dropped) in STEPS {
        if failing == Step::None {
            continue;
        }
        let log = leak_reachable(Log::default());
        let panicked = panic_of(|| {
            let built = build(log, |step| {
                assert!(step != failing, "as asked");
                Ok(())
            });
            drop(built);
        });
        assert_eq!(panicked, "as asked");
        let mut expected = [dropped, &["other", "plain", "text"]].concat();
        expected.sort_unstable();
        assert_eq!(
            sorted(core::mem::take(&mut *log.lock().unwrap()).into()),
            expected,
            "after {failing:?}"
        );
    }
}

#[self_borrow]
struct One {
    #[lend(mut 'a)]
    owner: Vec<u32>,
    dependent: &'a mut [u32],
}

#[test]
fn a_struct_with_one_dependent_has_the_shorthand() {
    let refused = One::try_new(vec![1, 2], |it| {
        it[0] = 5;
        if it.len() > 1 {
            Err("too long")
        } else {
            Ok(it)
        }
    });
    let Err((error, owner)) = refused else {
        panic!("it is too long");
    };
    assert_eq!((error, owner), ("too long", vec![5, 2]));
    let built = One::try_new(vec![1], |it| Ok::<_, ()>(it));
    assert!(built.is_ok_and(|it| it.dependent().len() == 1));
}

#[test]
fn a_builder_may_be_dropped_at_each_step() {
    let log = leak_reachable(Log::default());
    let sentence = |name| Box::new(Sentence(String::new(), Note(log, name)));
    drop(Doc::builder());
    drop(Doc::builder().text(sentence("text")));
    let step = Doc::builder()
        .text(sentence("text"))
        .other(sentence("other"))
        .plain(Note(log, "plain"))
        .words(|_| Box::new((Vec::new(), Note(log, "words"))));
    drop(step);
    assert_eq!(
        sorted(core::mem::take(&mut *log.lock().unwrap()).into()),
        ["other", "plain", "text", "text", "words"]
    );
}

#[self_borrow]
struct Tuple<'l>(
    #[lend('a)] Box<Note<'l>>,
    (&'a Note<'l>, Note<'l>),
    #[lend(mut 'b)] Box<Note<'l>>,
    (&'b mut Note<'l>, Note<'l>),
);

#[test]
fn owners_of_a_tuple_are_given_back_as_a_tuple() {
    let log = Log::default();
    let refused = Tuple::builder()
        .set_0(Box::new(Note(&log, "0")))
        .set_2(Box::new(Note(&log, "2")))
        .set_1(|owner| (owner, Note(&log, "1")))
        .try_set_3(|owner| {
            if owner.1 == "2" {
                Err(7)
            } else {
                Ok((owner, Note(&log, "3")))
            }
        });
    let Err((7, (zero, two))) = refused else {
        panic!("7");
    };
    assert_eq!((zero.1, two.1), ("0", "2"));
    assert_eq!(*log.lock().unwrap(), ["1"]);
}

bind! {
    struct Inline<'l> bind 'a { owner: !'a mut Note<'l>, dependent: (Note<'l>, &'a mut Note<'l>) }
}

#[test]
fn a_pinned_struct_gives_its_owner_back_and_frees_its_box() {
    let log = Log::default();
    let refused = Inline::try_pin_box(Note(&log, "owner"), |owner| {
        let it = (Note(&log, "dependent"), owner);
        if it.1.1 == "owner" { Err("no") } else { Ok(it) }
    });
    let Err((error, owner)) = refused else {
        panic!("no");
    };
    assert_eq!((error, owner.1), ("no", "owner"));
    drop(owner);
    let panicked = panic_of(|| Inline::pin_box(Note(&log, "owner"), |_| panic!("as asked")));
    assert_eq!(panicked, "as asked");
    assert_eq!(*log.lock().unwrap(), ["dependent", "owner", "owner"]);
}

#[test]
fn a_slot_is_empty_after_a_pinned_struct_failed_in_it() {
    let log = Log::default();
    let mut slot = std::pin::pin!(own_ref::PinSlot::new());
    let refused = Inline::try_pin_in(slot.as_mut(), Note(&log, "owner"), |_| Err(3));
    assert!(refused.is_err_and(|(error, owner)| error == 3 && owner.1 == "owner"));
    let panicked =
        panic_of(|| Inline::pin_in(slot.as_mut(), Note(&log, "owner"), |_| panic!("as asked")));
    assert_eq!(panicked, "as asked");
    let built = Inline::try_pin_in(slot, Note(&log, "owner"), |owner| {
        Ok::<_, ()>((Note(&log, "dependent"), owner))
    });
    drop(built);
    assert_eq!(
        *log.lock().unwrap(),
        ["owner", "owner", "dependent", "owner"]
    );
}

family!(struct Place<'a> = &'a str);
family!(struct PlaceMut<'a> = &'a mut [u32]);

#[test]
fn a_pair_gives_its_owner_back() {
    let refused = Bound::<_, Place>::try_new(Shared("text".to_owned()), |_| Err(1));
    assert!(refused.is_err_and(|(error, Shared(text))| error == 1 && text == "text"));
    let refused = Bound::<_, PlaceMut>::try_new(Exclusive(vec![1]), |it| {
        it[0] += 1;
        Err(it[0])
    });
    assert!(refused.is_err_and(|(error, Exclusive(owner))| error == 2 && owner == [2]));
}
