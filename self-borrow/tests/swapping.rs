//! Whole structs, views and dependents are swapped, replaced, taken, also between two values.
use core::mem;
use core::pin::Pin;
use self_borrow::{Bound, Shared, family, self_borrow};

#[self_borrow]
#[derive(Debug, PartialEq)]
struct Doc {
    #[lend('text)]
    text: String,
    #[lend('words)]
    words: Vec<&'text str>,
    picked: Vec<&'words &'text str>,
    spare: Vec<&'words &'text str>,
    rest: &'text str,
    name: String,
}

fn doc(text: &str) -> Doc {
    Doc::builder()
        .name(text.to_uppercase())
        .text(text.to_owned())
        .words(|text| text.split(' ').collect())
        .picked(|_, words| words.iter().collect())
        .spare(|_, _| Vec::new())
        .rest(|text| text)
        .build()
}

#[test]
fn whole_structs_are_swapped() {
    let (mut one, mut two) = (doc("to be"), doc("or not"));
    mem::swap(&mut one, &mut two);
    assert_eq!(
        (one.text(), one.words()[1], *one.picked()[0]),
        ("or not", "not", "or")
    );
    let old = mem::replace(&mut one, doc("x"));
    assert_eq!((*old.rest(), *one.rest()), ("or not", "x"));
    drop(old);
    one = two;
    assert_eq!(one, doc("to be"));
    let mut all = [one, doc("a b c"), doc("d")];
    all.rotate_left(1);
    all.sort_by(|a, b| b.text().cmp(a.text()));
    assert_eq!(all.each_ref().map(|it| *it.rest()), ["to be", "d", "a b c"]);
    let mut option = Some(doc("once"));
    let taken = option.take().expect("some");
    assert_eq!(*taken.picked()[0], "once");
}

#[test]
fn dependents_of_one_struct_are_swapped_and_taken() {
    let mut it = doc("to be or");
    it.with_mut(|it| {
        mem::swap(it.picked, it.spare);
        it.picked.push(&it.words[2]);
        it.spare.truncate(2);
    });
    assert_eq!(it.picked().as_slice(), [&"or"]);
    assert_eq!(it.spare().as_slice(), [&"to", &"be"]);
    let rest = it.with_mut(|it| {
        *it.rest = &mem::replace(it.rest, "static")[3..];
        it.rest.len()
    });
    assert_eq!((rest, *it.rest()), (5, "be or"));
    it.with_picked_mut(|picked| drop(mem::take(picked)));
    assert!(it.picked().is_empty());
}

#[test]
fn what_does_not_borrow_is_swapped_between_two_structs() {
    let (mut one, mut two) = (doc("to be"), doc("or not"));
    mem::swap(one.name_mut(), two.name_mut());
    one.with_mut(|one| {
        two.with_mut(|two| {
            mem::swap(one.name, two.name);
            one.name.push_str(two.words[0]);
            // Capacity may be, borrows may not.
            assert!(mem::take(two.picked).capacity() > 0);
        });
    });
    assert_eq!(
        (one.name().as_str(), two.name().as_str()),
        ("TO BEor", "OR NOT")
    );
    assert!(two.picked().is_empty());
}

#[test]
fn a_struct_is_replaced_while_a_view_of_its_clone_is_there() {
    let mut one = doc("to be");
    let two = doc("or not");
    let lengths = two.with(|view| {
        one = doc(view.words[1]);
        view.picked.len() + one.picked().len()
    });
    assert_eq!((lengths, one.text()), (3, "not"));
}

#[self_borrow]
struct Edit {
    #[lend(mut 'a)]
    text: Box<String>,
    edit: &'a mut String,
}

#[test]
fn contents_of_mutable_lends_are_swapped() {
    let mut one = Edit::new(Box::new("one".to_owned()), |it| it);
    let mut two = Edit::new(Box::new("two".to_owned()), |it| it);
    one.with_edit_mut(|one| two.with_edit_mut(|two| mem::swap(*one, *two)));
    assert_eq!((one.edit().as_str(), two.edit().as_str()), ("two", "one"));
    mem::swap(&mut one, &mut two);
    assert_eq!(
        (*one.into_owners(), *two.into_owners()),
        ("one".into(), "two".into())
    );
}

#[self_borrow]
struct Inline {
    #[lend(inline mut 'a)]
    text: String,
    edit: &'a mut String,
    count: u8,
}

#[test]
fn contents_of_pinned_structs_are_swapped_and_boxes_too() {
    let mut one = Inline::pin_box("one".to_owned(), |it| it, 1);
    let mut two = Inline::pin_box("two".to_owned(), |it| it, 2);
    mem::swap(&mut one, &mut two);
    let (mut a, mut b): (Pin<&mut Inline>, Pin<&mut Inline>) = (one.as_mut(), two.as_mut());
    mem::swap(&mut a, &mut b);
    a.with_mut(|a| {
        b.with_mut(|b| {
            mem::swap(*a.edit, *b.edit);
            mem::swap(a.count, b.count);
        });
    });
    assert_eq!((one.edit().as_str(), *one.count()), ("one", 1));
    one = Inline::pin_box("three".to_owned(), |it| it, 3);
    assert_eq!(
        (one.into_owners(), two.into_owners()),
        ("three".into(), "two".into())
    );
}

family!(struct Words<'a> = Vec<&'a str>);

#[test]
fn pairs_are_swapped_and_kept_in_collections() {
    let new = |text: &str| {
        Bound::<_, Words>::new(Shared(text.to_owned()), |text| text.split(' ').collect())
    };
    let mut all: Vec<_> = ["a b", "c", "d e f"].map(new).into();
    all.swap(0, 2);
    all.retain(|pair| pair.with(|words, _| words.len() > 1));
    all.reserve(100);
    let lengths: Vec<_> = all
        .iter()
        .map(|pair| pair.with(|words, _| words.len()))
        .collect();
    assert_eq!(lengths, [3, 2]);
    let [one, two] = all.as_mut_slice() else {
        panic!("two are left");
    };
    one.with_mut(|one, text| {
        two.with_mut(|two, _| {
            mem::take(two);
            *one = vec![text];
        });
    });
    assert_eq!(one.with(|words, _| words[0].len()), 5);
}
