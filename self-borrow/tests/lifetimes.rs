//! Lifetimes beside those of the lends: longer ones, implied ones, several; types that stand for others.
use core::cell::Cell;
use core::marker::PhantomData;
use self_borrow::{Bound, FamilyAt, Shared, family, self_borrow};
use std::borrow::Cow;

/// What each `&'a &'s T` implies: `'s` outlives `'a`.
#[self_borrow]
struct Nested<'s> {
    #[lend('a)]
    owner: Vec<&'s str>,
    dependent: &'a &'s str,
    proof: PhantomData<&'a &'s ()>,
}

#[test]
fn what_is_longer_than_the_lend_gets_out() {
    let text = String::from("to be");
    let kept: &str = {
        let it = Nested::new(
            text.split(' ').collect(),
            |owner| &owner[1],
            |_| PhantomData,
        );
        it.with(|it| **it.dependent)
    };
    assert_eq!(kept, "be");
}

/// A parameter outlived by the struct's own lifetime, and one that outlives it.
#[self_borrow]
struct Ordered<'long: 'short, 'short, T: 'short> {
    #[lend('a)]
    owner: Cow<'short, str>,
    one: (&'a str, &'long str),
    two: &'a str,
    value: Cell<Option<&'short T>>,
}

#[test]
fn parameters_are_in_the_order_that_they_declare() {
    static LONG: &str = "long";
    let value = 5;
    let short = String::from("short");
    let mut it = Ordered::builder()
        .owner(Cow::Borrowed(&short[1..]))
        .value(Cell::new(None))
        .one(|owner| (owner, LONG))
        .two(|owner| &owner[1..])
        .build();
    it.value().set(Some(&value));
    it.with_mut(|it| {
        it.one.1 = &it.one.1[1..];
        *it.two = it.one.0;
    });
    assert_eq!(
        (it.one(), *it.two(), it.value().get()),
        (&("hort", "ong"), "hort", Some(&5))
    );
}

struct Pairs<'s, T>(PhantomData<&'s T>);

impl<'a, 's, T: 's> FamilyAt<'a> for Pairs<'s, T> {
    type Of = Vec<(&'a str, &'s T)>;
}

#[test]
fn families_have_lifetimes_and_parameters() {
    let numbers = [1, 2];
    let make = |text: &str| {
        Bound::<'_, _, Pairs<'_, i32>>::new(Shared(text.to_owned()), |text| {
            text.split(' ').zip(&numbers).collect()
        })
    };
    let pair = make("a b c");
    let last = pair.with(|pairs, _| pairs[1].1);
    drop(pair);
    assert_eq!(*last, 2);
}

family!(struct Only<'a> = &'a str);

/// A family that knows of a lifetime is mapped to one that doesn't: the pair still can't outlive it.
#[test]
fn a_lifetime_that_was_mapped_away_is_still_alive() {
    let local = String::from("local");
    let pair = Bound::<'_, _, Pairs<'_, String>>::new(Shared(String::from("owner")), |text| {
        vec![(text, &local)]
    });
    let only = pair.map::<Only>(|pairs, _| pairs[0].0);
    only.with(|only, _| assert_eq!(*only, "owner"));
}

type Alias<'a> = &'a str;

macro_rules! of {
    ($lifetime:lifetime) => { &$lifetime str };
}

#[self_borrow]
struct Hidden {
    #[lend('a)]
    owner: String,
    called: of!['a],
    alias: Alias<'a>,
    #[not_covariant]
    pointer: for<'x> fn(&'x str, &'a str) -> bool,
    #[not_covariant]
    boxed: Box<dyn Iterator<Item = &'a str> + Send + 'a>,
}

#[test]
fn types_that_stand_for_others_are_what_they_are_at_every_lifetime() {
    fn same(one: &str, other: &str) -> bool {
        one == other
    }
    let mut it = Hidden::new(
        "to be".to_owned(),
        |text| &text[1..],
        |text| text,
        |_| same as _,
        |text| Box::new(text.split(' ')),
    );
    assert_eq!((*it.called(), *it.alias()), ("o be", "to be"));
    it.with(|it| assert!((it.pointer)("to be", it.owner)));
    assert_eq!(it.with_boxed_mut(|it| it.count()), 2);
}

/// A type that only a trait knows.
trait Project {
    type Of<'a>
    where
        Self: 'a;
}

impl Project for str {
    type Of<'a> = Vec<&'a str>;
}

#[self_borrow]
struct Projected {
    #[lend('a)]
    text: String,
    words: <str as Project>::Of<'a>,
}

#[test]
fn a_dependent_that_is_a_projection() {
    let mut it = Projected::new("to be".to_owned(), |text| text.split(' ').collect());
    it.with_words_mut(|words| words.reverse());
    assert_eq!(it.with(|it| it.words[0].len() + it.text.len()), 7);
    assert_eq!(it.words(), &["be", "to"]);
    assert_eq!(it.into_owners(), "to be");
}

/// A type that the trait of a parameter knows.
trait Parse {
    type Out<'a>
    where
        Self: 'a;

    fn parse<'a>(text: &'a str) -> Self::Out<'a>
    where
        Self: 'a;
}

struct Length;

impl Parse for Length {
    type Out<'a> = (&'a str, usize);

    fn parse<'a>(text: &'a str) -> (&'a str, usize)
    where
        Self: 'a,
    {
        (text, text.len())
    }
}

#[self_borrow]
struct Parsed<T: Parse + 'static> {
    #[lend('a)]
    text: String,
    #[not_covariant]
    out: <T as Parse>::Out<'a>,
}

#[test]
fn a_projection_of_a_parameter_in_every_kind_of_step() {
    use core::pin::pin;
    use core::task::{Context, Poll, Waker};

    let text = || "to be".to_owned();
    let length = |it: &Parsed<Length>| it.with(|it| it.out.0.len() + it.out.1);
    let it = Parsed::<Length>::new(text(), |text| Length::parse(text));
    assert_eq!(length(&it), 10);
    let it = it.map_out::<Length>(|(word, length)| (&word[3..], length));
    assert_eq!(length(&it), 7);
    let refused = it.try_map_out::<_, Length>(|_| Err("refused"));
    assert_eq!(refused.map(drop), Err(("refused", text())));

    let step = Parsed::<Length>::builder()
        .text(text())
        .try_out_async(async |text| Ok::<_, ()>(Length::parse(text)));
    let mut cx = Context::from_waker(Waker::noop());
    let Poll::Ready(Ok(built)) = pin!(step).poll(&mut cx) else {
        panic!("it doesn't wait, nor fail");
    };
    assert_eq!(length(&built.build()), 10);
}
