//! Every function that is generated for a struct, and every function of a pair.
#![expect(
    clippy::ptr_arg,
    clippy::ref_option_ref,
    reason = "the types of fields, borrowed"
)]

use self_borrow::{Bound, Exclusive, Shared, bind, family, self_borrow};
use std::collections::HashSet;
use std::rc::Rc;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Span<'t> {
    text: &'t str,
    start: usize,
}

/// A document.
#[self_borrow]
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Doc<T: Copy + 'static> {
    /// What is parsed.
    #[lend('text)]
    text: String,
    #[lend('spans)]
    pub(crate) spans: Vec<Span<'text>>,
    /// The longest.
    longest: Option<&'spans Span<'text>>,
    note: (&'text str, T),
    path: String,
    #[cfg(not(any()))]
    here: u8,
    #[cfg(any())]
    nowhere: DoesNotExist,
}

fn spans(text: &str) -> Vec<Span<'_>> {
    let starts = text.split(' ').scan(0, |start, word| {
        let here = *start;
        *start += word.len() + 1;
        Some((word, here))
    });
    starts.map(|(text, start)| Span { text, start }).collect()
}

fn doc<T: Copy>(text: &str, note: T) -> Doc<T> {
    Doc::builder()
        .here(1)
        .path("a/b".to_owned())
        .text(text.to_owned())
        .spans(spans)
        .longest(|_, spans| spans.iter().max_by_key(|it| it.text.len()))
        .note(|text| (text, note))
        .build()
}

#[test]
fn builder_takes_what_borrows_nothing_in_any_order() {
    let one = doc("to be or", 1);
    let two = Doc::builder()
        .text("to be or".to_owned())
        .path("a/b".to_owned())
        .here(1)
        .spans(spans)
        .longest(|_, spans| spans.first())
        .note(|text| (text, 1))
        .build();
    assert_eq!(one.spans(), two.spans());
    assert_eq!(two.longest().map(|it| it.start), Some(0));
}

#[test]
fn new_takes_all_in_the_order_of_declaration() {
    let it = Doc::new(
        "to be".to_owned(),
        spans,
        |text, spans| {
            assert_eq!(text, "to be");
            spans.last()
        },
        |text| (&text[1..], 'x'),
        String::new(),
        2,
    );
    assert_eq!(
        (it.longest().unwrap().start, it.note().1, *it.here()),
        (3, 'x', 2)
    );
}

#[test]
fn getters() {
    let mut it = doc("to be", 1);
    let (text, spans, longest): (&str, &[Span<'_>], &Option<&Span<'_>>) =
        (it.text(), it.spans(), it.longest());
    assert_eq!((text, spans.len(), longest.is_some()), ("to be", 2, true));
    it.path_mut().push('c');
    *it.here_mut() += 1;
    assert_eq!((it.path().as_str(), it.here()), ("a/bc", &2));
}

#[test]
fn closures_see_and_change() {
    let mut it = doc("to be", 1);
    let kept: &Span<'_> = it.with(|it| &it.spans[1]);
    assert_eq!(kept.start, 3);
    let returned = it.with_mut(|it| {
        *it.longest = it.spans.iter().find(|span| span.start == 0);
        it.note.0 = &it.text[2..];
        it.path.clear();
        *it.here = 9;
        it.spans.len()
    });
    assert_eq!(
        (returned, it.longest().unwrap().text, it.note().0),
        (2, "to", " be")
    );
    let short = it.with_note_mut(|note| {
        note.1 += 1;
        core::mem::replace(&mut note.0, "static").len()
    });
    assert_eq!((short, it.note()), (3, &("static", 2)));
    it.with_longest_mut(|longest| *longest = None);
    assert_eq!(*it.longest(), None);
}

#[test]
fn taken_apart() {
    let (owners, result) = doc("to be", 1).unbind(|parts| {
        assert_eq!(parts.text, "to be");
        parts.spans.len() + parts.longest.map_or(0, |it| it.start) + parts.note.1
    });
    assert_eq!(owners.text, "to be");
    assert_eq!((owners.path.as_str(), owners.here), ("a/b", 1));
    assert!(result == 3 || result == 6);
    let DocOwners { text, path, here } = doc("or", ()).into_owners();
    assert_eq!((text.as_str(), path.as_str(), here), ("or", "a/b", 1));
}

#[test]
fn mapped() {
    let it = doc("to be", 1).map_note(|(text, number)| (&text[3..], f64::from(number) / 2.0));
    assert_eq!(*it.note(), ("be", 0.5));
    let it = it.map_longest(|it| it.filter(|it| it.start > 9));
    assert_eq!(*it.longest(), None);
    let it = it
        .try_map_note(|(text, number)| {
            if number > 1.0 {
                Err("large")
            } else {
                Ok((text, 'y'))
            }
        })
        .unwrap_or_else(|_| panic!("small"));
    let failed = it.try_map_longest(|it| it.map(Some).ok_or("none"));
    let Err((error, owners)) = failed else {
        panic!("none");
    };
    assert_eq!((error, owners.text.as_str()), ("none", "to be"));
}

#[test]
fn derived_traits() {
    let (one, two, three) = (doc("to be", 1), doc("to be", 1), doc("to bf", 1));
    assert_eq!(one, two);
    assert!(one != three && one < three && three.cmp(&one).is_gt());
    assert_eq!(one.partial_cmp(&two), Some(core::cmp::Ordering::Equal));
    let set: HashSet<_> = [one, two, three].into();
    assert_eq!(set.len(), 2);
    let shown = format!("{:?}", doc("to", 1));
    assert_eq!(
        shown,
        "Doc { text: \"to\", spans: [Span { text: \"to\", start: 0 }], \
         longest: Some(Span { text: \"to\", start: 0 }), note: (\"to\", 1), path: \"a/b\", here: 1 }"
    );
}

#[self_borrow]
#[derive(Debug)]
struct Edit(#[lend(mut 'a)] Box<String>, &'a mut String, u8);

#[test]
fn tuple_structs() {
    let mut it = Edit::builder()
        .set_2(1)
        .set_0(Box::new("a".to_owned()))
        .set_1(|text| text)
        .build();
    it.with_1_mut(|text| text.push('b'));
    *it.get_2_mut() += 1;
    assert_eq!((it.get_1().as_str(), it.get_2()), ("ab", &2));
    assert_eq!(format!("{it:?}"), "Edit(\"ab\", 2, ..)");
    it.with(|it| assert_eq!((it.1.len(), it.2), (2, &2)));
    it.with_mut(|it| it.1.push('c'));
    let it = it.map_1(|text| {
        text.push('d');
        text
    });
    let ((text, number), length) = it.unbind(|parts| parts.1.len());
    assert_eq!((text.as_str(), number, length), ("abcd", 2, 4));
    let it = Edit::new(text, |text| text, 3);
    let failed = it.try_map_1(|text| if text.is_empty() { Ok(text) } else { Err(4) });
    assert!(failed.is_err_and(|(error, (text, _))| error == 4 && text.len() == 4));
}

bind! {
    /// In the notation of the text.
    #[derive(Clone, PartialEq)]
    struct Both<'s> bind 'a, 'b {
        one: Rc<!'a str>,
        two: Rc<!'b [&'a str]>,
        three: Option<&'b &'a str>,
        four: &'s str,
    }
}

bind! {
    type Pair = bind 'a in (Vec<!'a mut u8>, &'a mut [u8]);
}

#[test]
fn the_notation_of_bind() {
    let it = Both::builder()
        .one("to be".into())
        .four("four")
        .two(|one| one.split(' ').collect())
        .three(|_, two| two.get(1))
        .build();
    let clone = it.clone();
    assert!(it == clone);
    drop(it);
    assert_eq!(
        (*clone.three(), clone.two().len(), *clone.four()),
        (Some(&"be"), 2, "four")
    );
    let (owner, ()) = Pair::new(vec![1, 2], |it| &mut it[1..]).unbind(|parts| parts.1[0] = 5);
    assert_eq!(owner, [1, 5]);
}

#[self_borrow]
struct Inline {
    #[lend(inline 'a)]
    text: String,
    #[lend('b)]
    words: Vec<&'a str>,
    first: Option<&'b &'a str>,
    count: usize,
}

#[test]
fn pinned_structs() {
    fn split(text: &String) -> Vec<&str> {
        text.split(' ').collect()
    }
    let mut it = Inline::pin_box("to be".to_owned(), split, |_, words| words.first(), 1);
    assert_eq!(
        (it.text().as_str(), it.words(), *it.first(), *it.count()),
        ("to be", ["to", "be"].as_slice(), Some(&"to"), 1)
    );
    it.as_mut().with_mut(|it| {
        *it.first = it.words.last();
        *it.count += it.text.len();
    });
    it.as_mut()
        .with_first_mut(|it| *it = it.filter(|it| it.len() == 2));
    it.as_mut().with_count_mut(|it| *it += 1);
    it.with(|it| assert_eq!((*it.first, *it.count), (Some(&"be"), 7)));
    assert_eq!(it.into_owners(), "to be");
    let failed = Inline::try_pin_box("a".to_owned(), |_| Err("e"), |_, _| Ok(None), 1);
    assert!(failed.is_err_and(|(error, text)| error == "e" && text == "a"));
    let failed = Inline::try_pin_box("a".to_owned(), |text| Ok(split(text)), |_, _| Err(3), 1);
    assert!(failed.is_err_and(|(error, text)| error == 3 && text == "a"));
    let slot = std::pin::pin!(own_ref::PinSlot::new());
    let it = Inline::pin_in(slot, "or".to_owned(), split, |_, words| words.first(), 1);
    assert_eq!(*it.first(), Some(&"or"));
}

family!(struct Words<'a> = Vec<&'a str>);
family!(
    /// The last word.
    pub(crate) struct Last<'a> = Option<&'a str>
);
family!(struct Tail<'a> = &'a mut [u8]);
family!(struct Two<'a> = (&'a str, &'a mut u8));

#[test]
fn pairs() {
    let mut pair =
        Bound::<_, Words>::new(Shared("to be".to_owned()), |text| text.split(' ').collect());
    assert_eq!(pair.seen(), "to be");
    assert_eq!(pair.with(|words, text| words.len() + text.len()), 7);
    pair.with_mut(|words, text| words.push(&text[1..2]));
    let pair = pair.map::<Last>(|mut words, _| words.pop());
    assert_eq!(format!("{pair:?}"), "Bound { dependent: Some(\"o\"), .. }");
    let pair = pair
        .try_map::<Words, ()>(|last, text| Ok(vec![text, last.ok_or(())?]))
        .expect("some");
    let (Shared(text), words) = pair.unbind(|words, _| words.len());
    assert_eq!((text.as_str(), words), ("to be", 2));

    let pair =
        Bound::<_, Tail>::try_new(Exclusive(vec![1, 2]), |it| it.get_mut(1..).ok_or("short"));
    let mut pair = pair.expect("long");
    pair.with_mut(|it, ()| it[0] = 7);
    let Exclusive(bytes) = pair.into_owner();
    assert_eq!(bytes, [1, 7]);

    let mut pair = Bound::<_, Two>::new((Shared("a"), Exclusive(Box::new(1))), |two| two);
    let seen = pair.with_mut(|(text, number), (seen, ())| {
        **number += 1;
        text.len() + seen.len()
    });
    let (Shared(text), Exclusive(number)) = pair.into_owner();
    assert_eq!((seen, text, *number), (2, "a", 2));
}

#[test]
fn a_pinned_dependent_is_polled_in_place() {
    use core::pin::{Pin, pin};
    use core::task::{Context, Poll, Waker};
    family!(struct Work<'a> = Pin<Box<dyn Future<Output = usize> + 'a>>);
    let work = Bound::<_, Work>::new(Shared("abc".to_owned()), |text| {
        Box::pin(async { text.len() })
    });
    let mut work = pin!(work);
    let cx = &mut Context::from_waker(Waker::noop());
    let ready = work
        .as_mut()
        .with_pin(|work, _| work.get_mut().as_mut().poll(cx));
    assert_eq!(ready, Poll::Ready(3));
}
