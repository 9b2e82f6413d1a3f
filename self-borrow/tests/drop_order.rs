//! What is dropped when: what borrows before what is lent, and each of them once, whatever panics.
use core::panic::AssertUnwindSafe;
use self_borrow::{Bound, Shared, bind, family, self_borrow};
use std::panic::catch_unwind;
use test_support::{Bomb, Log, Note, message, panic_of};

#[self_borrow]
struct Chain<'l> {
    #[lend('a)]
    first: Box<Note<'l>>,
    #[lend('b)]
    second: Box<(Note<'l>, &'a Note<'l>)>,
    third: (Note<'l>, &'b (Note<'l>, &'a Note<'l>)),
    fourth: (Note<'l>, &'a Note<'l>),
    plain: Note<'l>,
}

fn chain(log: &Log) -> Chain<'_> {
    Chain::builder()
        .plain(Note(log, "plain"))
        .first(Box::new(Note(log, "first")))
        .second(|first| Box::new((Note(log, "second"), first)))
        .third(|_, second| (Note(log, "third"), second))
        .fourth(|first| (Note(log, "fourth"), first))
        .build()
}

#[test]
fn dependents_are_dropped_before_their_owners() {
    let log = Log::default();
    drop(chain(&log));
    let log = log.into_inner().unwrap();
    let place = |name| log.iter().position(|it| *it == name).expect("dropped");
    assert_eq!(log.len(), 5);
    assert!(place("third") < place("second"));
    assert!(place("second") < place("first"));
    assert!(place("fourth") < place("first"));
}

#[test]
fn dependents_are_dropped_before_the_owners_are_given_back() {
    let log = Log::default();
    let owners = chain(&log).into_owners();
    assert_eq!(log.lock().unwrap().len(), 3);
    assert!(!log.lock().unwrap().contains(&"first"));
    assert_eq!((owners.first.1, owners.plain.1), ("first", "plain"));
    drop(owners);
    assert_eq!(test_support::sorted(log).len(), 5);
}

#[self_borrow]
struct Explosive<'l> {
    #[lend('a)]
    owner: Box<Note<'l>>,
    one: (Bomb<'l>, &'a Note<'l>),
    two: (Bomb<'l>, &'a Note<'l>),
}

/// Two panics at once abort, so one of the dependents doesn't.
#[self_borrow]
struct Beside<'l> {
    #[lend('a)]
    owner: Box<Note<'l>>,
    before: (Note<'l>, &'a Note<'l>),
    bomb: (Bomb<'l>, &'a Note<'l>),
    after: (Note<'l>, &'a Note<'l>),
}

fn beside(log: &Log) -> Beside<'_> {
    Beside::new(
        Box::new(Note(log, "owner")),
        |owner| (Note(log, "before"), owner),
        |owner| (Bomb(Note(log, "bomb")), owner),
        |owner| (Note(log, "after"), owner),
    )
}

#[test]
fn siblings_and_owner_are_dropped_though_a_dependent_panics() {
    let log = Log::default();
    assert_eq!(panic_of(|| drop(beside(&log))), "bomb");
    let noted = log.into_inner().unwrap();
    assert_eq!(noted.last(), Some(&"owner"));
    assert_eq!(noted.len(), 4);
}

#[test]
fn the_owner_is_dropped_if_a_dependent_panics_while_owners_are_given_back() {
    let log = Log::default();
    assert_eq!(panic_of(|| beside(&log).into_owners()), "bomb");
    let noted = log.into_inner().unwrap();
    assert_eq!(noted.last(), Some(&"owner"));
    assert_eq!(noted.len(), 4);
}

#[test]
fn the_owner_is_dropped_if_the_closure_of_unbind_drops_a_bomb() {
    let log = Log::default();
    assert_eq!(
        panic_of(|| beside(&log).unbind(|parts| drop(parts.bomb))),
        "bomb"
    );
    let noted = log.into_inner().unwrap();
    assert_eq!((noted[0], *noted.last().unwrap()), ("bomb", "owner"));
    assert_eq!(noted.len(), 4);
}

#[test]
fn a_bomb_that_is_replaced_leaves_a_whole_struct() {
    let log = Log::default();
    let mut it = beside(&log);
    let new = Bomb(Note(&log, "new"));
    let panicked = panic_of(|| it.with_bomb_mut(|bomb| bomb.0 = new));
    assert_eq!(panicked, "bomb");
    assert_eq!(it.bomb().0.0.1, "new");
    assert_eq!(panic_of(|| drop(it)), "new");
    assert_eq!(
        test_support::sorted(log),
        ["after", "before", "bomb", "new", "owner"]
    );
}

#[self_borrow]
struct OwnerPanics<'l> {
    #[lend('a)]
    one: Box<Bomb<'l>>,
    #[lend('b)]
    two: Box<Note<'l>>,
    dependent: (Note<'l>, &'a Bomb<'l>, &'b Note<'l>),
    plain: Note<'l>,
}

#[test]
fn the_other_owners_are_dropped_though_an_owner_panics() {
    let log = Log::default();
    let it = OwnerPanics::builder()
        .one(Box::new(Bomb(Note(&log, "one"))))
        .two(Box::new(Note(&log, "two")))
        .plain(Note(&log, "plain"))
        .dependent(|one, two| (Note(&log, "dependent"), one, two))
        .build();
    assert_eq!(panic_of(|| drop(it)), "one");
    let noted = log.into_inner().unwrap();
    assert_eq!(noted[0], "dependent");
    assert_eq!(noted.len(), 4);
}

bind! {
    struct Inline<'l> bind 'a { owner: !'a Bomb<'l>, dependent: (Note<'l>, &'a Bomb<'l>) }
}

#[test]
fn a_pinned_owner_that_panics_is_dropped_once() {
    let log = Log::default();
    let it = Inline::pin_box(Bomb(Note(&log, "owner")), |owner| {
        (Note(&log, "dependent"), owner)
    });
    assert_eq!(panic_of(|| drop(it)), "owner");
    assert_eq!(log.into_inner().unwrap(), ["dependent", "owner"]);
}

bind! {
    struct Fuse<'l> bind 'a { owner: !'a mut Note<'l>, dependent: (Bomb<'l>, &'a mut Note<'l>) }
}

#[test]
fn a_pinned_owner_is_dropped_though_the_dependent_panics() {
    let log = Log::default();
    let new = || {
        Fuse::pin_box(Note(&log, "owner"), |owner| {
            (Bomb(Note(&log, "dependent")), owner)
        })
    };
    assert_eq!(panic_of(|| drop(new())), "dependent");
    assert_eq!(panic_of(|| new().into_owners()), "dependent");
    let slot = std::pin::pin!(own_ref::PinSlot::new());
    let it = Fuse::pin_in(slot, Note(&log, "owner"), |owner| {
        (Bomb(Note(&log, "dependent")), owner)
    });
    assert_eq!(panic_of(|| drop(it)), "dependent");
    let expected = ["dependent", "owner"].repeat(3);
    assert_eq!(*log.lock().unwrap(), expected);
}

#[test]
fn a_struct_is_dropped_while_another_panic_unwinds() {
    let log = Log::default();
    let caught = catch_unwind(AssertUnwindSafe(|| {
        let _chain = chain(&log);
        panic!("on the way");
    }));
    assert_eq!(message(&*caught.unwrap_err()), "on the way");
    assert_eq!(test_support::sorted(log).len(), 5);
}

/// Catches what it drops, so that two panics don't meet.
struct Catching<T>(Option<T>, &'static str);

impl<T> Drop for Catching<T> {
    fn drop(&mut self) {
        let inner = self.0.take();
        assert_eq!(panic_of(|| drop(inner)), self.1);
    }
}

#[test]
fn a_struct_with_a_bomb_is_dropped_while_another_panic_unwinds() {
    let log = Log::default();
    let caught = catch_unwind(AssertUnwindSafe(|| {
        let _it = Catching(Some(beside(&log)), "bomb");
        panic!("on the way");
    }));
    assert_eq!(message(&*caught.unwrap_err()), "on the way");
    assert_eq!(log.into_inner().unwrap().len(), 4);
}

#[test]
fn one_of_two_bombs_is_taken_out() {
    let log = Log::default();
    let it = Explosive::new(
        Box::new(Note(&log, "owner")),
        |owner| (Bomb(Note(&log, "one")), owner),
        |owner| (Bomb(Note(&log, "two")), owner),
    );
    let (owner, caught) = it.unbind(|parts| {
        let (one, two) = (parts.one, parts.two);
        [panic_of(|| drop(one)), panic_of(|| drop(two))]
    });
    assert_eq!(caught, ["one", "two"]);
    drop(owner);
    assert_eq!(log.into_inner().unwrap(), ["one", "two", "owner"]);
}

struct Noted<'l>(core::marker::PhantomData<&'l ()>);

impl<'a, 'l> self_borrow::FamilyAt<'a> for Noted<'l> {
    type Of = (Note<'l>, &'a Note<'l>);
}

#[test]
fn a_pair_drops_its_dependent_first() {
    let log = Log::default();
    let pair = Bound::<_, Noted<'_>>::new(Shared(Box::new(Note(&log, "owner"))), |owner| {
        (Note(&log, "dependent"), owner)
    });
    drop(pair);
    assert_eq!(log.into_inner().unwrap(), ["dependent", "owner"]);
}

family!(struct Nothing<'a> = ());

#[test]
fn an_owner_that_is_not_borrowed_is_dropped_once() {
    let log = Log::default();
    drop(Bound::<'_, _, Nothing>::new(
        Shared(Box::new(Note(&log, "owner"))),
        |_| (),
    ));
    assert_eq!(log.into_inner().unwrap(), ["owner"]);
}
