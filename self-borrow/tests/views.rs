//! What closures get: types with names, of structs of every shape.
#![cfg(feature = "macros")]
#![expect(clippy::needless_pass_by_value, reason = "as closures get them")]

use self_borrow::{Built, self_borrow};
use std::rc::Rc;

/// A pair: its views are one struct.
#[self_borrow]
#[derive(Debug)]
struct Line {
    #[lend('text)]
    text: String,
    word: &'text str,
}

fn length(line: LineRef<'_, '_>) -> usize {
    line.text.len() + line.word.len()
}

fn shorten(line: LineMut<'_, '_>) {
    *line.word = &line.text[..1];
}

fn taken(line: LineParts<'_>) -> String {
    format!("{} of {}", line.word, line.text)
}

/// Any of them, without its name.
fn word<T, W>(line: LineFields<T, W>) -> W {
    line.word
}

#[test]
fn views_of_a_pair() {
    let mut line = Line::new("one two".to_owned(), |text| &text[..3]);
    assert_eq!(line.with(length), 10);
    line.with_mut(shorten);
    assert_eq!(line.with(|line| word(line).len()), 1);
    assert_eq!(
        line.unbind(taken),
        ("one two".to_owned(), "o of one two".to_owned())
    );
}

/// A chain: each view is a struct of its own.
#[self_borrow]
struct Chain {
    #[lend('text)]
    text: String,
    #[lend('words)]
    words: Vec<&'text str>,
    first: &'words &'text str,
    count: usize,
}

fn all(chain: ChainRef<'_, '_, '_>) -> usize {
    chain.text.len() + chain.words.len() + chain.first.len() + *chain.count
}

#[test]
fn views_of_a_chain() {
    let built: Built<Chain> = Chain::builder()
        .text("one two".to_owned())
        .count(1)
        .words(|text| text.split(' ').collect())
        .first(|_, words| &words[0]);
    let mut chain = built.build();
    assert_eq!(chain.with(all), 7 + 2 + 3 + 1);
    chain.with_mut(|chain: ChainMut<'_, '_, '_>| {
        *chain.first = &chain.words[1];
        *chain.count += 1;
    });
    let (owners, first) = chain.unbind(|parts: ChainParts<'_, '_>| parts.first.len());
    assert_eq!(
        (owners.text.as_str(), owners.count, first),
        ("one two", 2, 3)
    );
}

/// Of a tuple, what isn't there is `()`.
#[self_borrow]
struct Edit(#[lend(mut 'text)] Box<u8>, &'text mut u8);

#[test]
fn views_of_a_tuple() {
    let mut edit = Edit::new(Box::new(1), |number| number);
    edit.with_mut(|edit: EditMut<'_, '_>| **edit.1 += 1);
    edit.with(|EditFields((), number): EditRef<'_, '_>| assert_eq!(**number, 2));
    assert_eq!(edit.into_owners(), Box::new(2));
}

trait Part {
    type Of<'a>;
    fn of(text: &str) -> Self::Of<'_>;
}

struct Word;

impl Part for Word {
    type Of<'a> = &'a str;

    fn of(text: &str) -> &str {
        text
    }
}

/// A path that needs the parameter's bound, and parameters with the names of those that are generated.
#[self_borrow]
struct Named<D: Part + 'static, S: ?Sized + 'static> {
    #[lend('text)]
    text: Rc<S>,
    #[not_covariant]
    part: (D::Of<'text>, &'text S),
}

#[test]
fn views_of_a_struct_with_parameters() {
    fn same<D: Part, S: ?Sized>(named: NamedRef<'_, '_, D, S>) -> bool {
        core::ptr::eq(named.text, named.part.1)
    }

    let named = Named::<Word, str>::new("text".into(), |text| (Word::of(text), text));
    assert!(named.with(same::<Word, str>));
    assert_eq!(named.with(|named| named.part.0.len()), 4);
}

mod old {
    #[deprecated]
    pub(crate) struct Old<'a>(pub(crate) &'a str);
}

/// What is said about lints holds for the views.
#[self_borrow]
struct Uses {
    #[lend('text)]
    text: String,
    #[expect(deprecated, reason = "that is tested")]
    old: old::Old<'text>,
}

#[expect(deprecated, reason = "that is tested")]
#[self_borrow]
struct AlsoUses {
    #[lend('text)]
    text: String,
    old: old::Old<'text>,
}

#[test]
#[expect(deprecated, reason = "that is tested")]
fn views_of_a_deprecated_type() {
    let uses = Uses::new("text".to_owned(), |text| old::Old(text));
    assert_eq!((uses.text(), uses.old().0), ("text", "text"));
    let uses = AlsoUses::new("text".to_owned(), |text| old::Old(text));
    assert_eq!((uses.text(), uses.old().0), ("text", "text"));
}
