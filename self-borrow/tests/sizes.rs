//! A struct is as large as its fields, and nothing is allocated but what the user allocates.
use core::alloc::{GlobalAlloc, Layout};
use core::cell::Cell;
use core::task::{Context, Poll, Waker};
use self_borrow::{Bound, Exclusive, Shared, bind, family, self_borrow};
use std::alloc::System;
use std::pin::pin;
use std::rc::Rc;

/// Counts what the thread allocates and frees.
struct Counting;

thread_local! {
    static COUNTS: Cell<(usize, usize)> = const { Cell::new((0, 0)) };
}

// SAFETY: as the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let _ = COUNTS.try_with(|it| it.set((it.get().0 + 1, it.get().1)));
        // SAFETY: as the caller's.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        let _ = COUNTS.try_with(|it| it.set((it.get().0, it.get().1 + 1)));
        // SAFETY: as the caller's.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How often `f` allocates and frees.
fn counted<R>(f: impl FnOnce() -> R) -> (R, (usize, usize)) {
    let (allocated, freed) = COUNTS.get();
    let result = f();
    let now = COUNTS.get();
    (result, (now.0 - allocated, now.1 - freed))
}

const WORD: usize = size_of::<usize>();

#[self_borrow]
struct Text {
    #[lend('a)]
    text: String,
    first: &'a str,
}

#[self_borrow]
struct Edit {
    #[lend(mut 'a)]
    text: Box<String>,
    edit: &'a mut String,
}

/// As large as a vector.
#[derive(Clone, Copy)]
struct Tree<'k, 't> {
    first: &'k &'t str,
    rest: &'k [&'t str],
}

#[self_borrow]
struct Chain {
    #[lend('text)]
    text: String,
    #[lend('words)]
    words: Vec<&'text str>,
    tree: Tree<'words, 'text>,
}

#[self_borrow]
struct Packed {
    #[lend('a)]
    owner: Option<Box<u8>>,
    dependent: Option<&'a u8>,
    flag: bool,
    plain: u16,
}

bind! {
    struct Inline bind 'a { owner: !'a mut [u8; 24], dependent: &'a mut [u8] }
}

family!(struct Place<'a> = &'a str);

#[test]
fn sizes_are_those_of_the_fields() {
    assert_eq!(size_of::<Text>(), 5 * WORD);
    assert_eq!(size_of::<Edit>(), 2 * WORD);
    assert_eq!(size_of::<Tree<'_, '_>>(), 3 * WORD);
    assert_eq!(size_of::<Chain>(), 9 * WORD);
    assert_eq!(size_of::<Packed>(), 3 * WORD);
    assert_eq!(size_of::<Inline>(), 24 + 2 * WORD);
    assert_eq!(size_of::<Bound<'_, Shared<String>, Place>>(), 5 * WORD);
    assert_eq!(
        size_of::<Bound<'_, (Shared<Rc<str>>, Exclusive<Box<u8>>), Place>>(),
        5 * WORD
    );
    assert_eq!(size_of::<Bound<'_, Shared<()>, self::Nothing>>(), 0);
    if cfg!(target_pointer_width = "64") {
        assert_eq!(
            (size_of::<Text>(), size_of::<Edit>(), size_of::<Chain>()),
            (40, 16, 72)
        );
    }
}

family!(struct Nothing<'a> = ());

#[test]
fn nothing_is_allocated_to_build_move_look_or_drop() {
    let text = String::from("to be");
    let (it, count) = counted(|| Text::new(text, |text| &text[..2]));
    assert_eq!(count, (0, 0));
    let (length, count) = counted(|| {
        let moved = it;
        let length = moved.with(|it| it.first.len() + it.text.len());
        core::hint::black_box((moved, length))
    });
    assert_eq!(count, (0, 0));
    let (it, _) = length;
    let (text, count) = counted(|| it.into_owners());
    assert_eq!((text.as_str(), count), ("to be", (0, 0)));

    let (it, count) = counted(|| Edit::new(Box::new(text), |text| text));
    assert_eq!(count, (1, 0));
    assert_eq!(counted(|| drop(it)).1, (0, 2));
}

#[test]
fn a_chain_allocates_what_its_closures_do() {
    let text = String::from("to be or");
    let (it, count) = counted(|| {
        Chain::new(
            text,
            |text| {
                let mut words = Vec::with_capacity(3);
                words.extend(text.split(' '));
                words
            },
            |_, words| Tree {
                first: &words[0],
                rest: &words[1..],
            },
        )
    });
    assert_eq!(count, (1, 0));
    assert_eq!((*it.tree().first, it.tree().rest.len()), ("to", 2));
    let (it, count) = counted(|| it.map_tree(|tree| tree));
    assert_eq!(count, (0, 0));
    assert_eq!(counted(|| drop(it)).1, (0, 2));
}

#[test]
fn a_step_that_fails_allocates_nothing() {
    let text = String::from("to be");
    let (failed, count) = counted(|| Text::try_new(text, |_| Err(3)));
    assert_eq!(count, (0, 0));
    assert!(failed.is_err_and(|(error, text)| error == 3 && text == "to be"));
}

#[test]
fn an_async_step_allocates_nothing() {
    let text = String::from("to be");
    let (it, count) = counted(|| {
        let built = async {
            let built = Text::builder().text(text);
            built.first_async(async |text| &text[3..]).await.build()
        };
        match pin!(built).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(it) => it,
            Poll::Pending => panic!("it doesn't wait"),
        }
    });
    assert_eq!((*it.first(), count), ("be", (0, 0)));
}

#[test]
fn a_pinned_struct_is_one_allocation_or_none() {
    let (it, count) = counted(|| Inline::pin_box([1; 24], |it| &mut it[3..]));
    assert_eq!(count, (1, 0));
    let (owner, count) = counted(|| it.into_owners());
    assert_eq!((owner[0], count), (1, (0, 1)));
    let (failed, count) = counted(|| Inline::try_pin_box([1; 24], |_| Err(())).is_err());
    // The optimiser may see that the box is of no use.
    assert!(failed && count.0 <= 1 && count.0 == count.1);
    let (length, count) = counted(|| {
        let slot = pin!(own_ref::PinSlot::new());
        let it = Inline::pin_in(slot, [1; 24], |it| &mut it[3..]);
        it.dependent().len()
    });
    assert_eq!((length, count), (21, (0, 0)));
}
