//! The laws of "Natural aliasing model", as functions: each asserts what its types say of what is the same memory.
//!
//! There is nothing here but safe code, so each of them holds by the types alone, or it would not be a law.

use capsule::{Capsule, CapsuleSend, Cell, Family, GhostToken, Rc};
use core::cell;
use core::marker::PhantomData;

/// What lies in memory.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, CapsuleSend)]
pub(super) struct S {
    pub(super) c: u32,
    pub(super) rest: u32,
}

/// The text's `Cell<'a, T>`: a cell whose type says which memory it is.
///
/// For each `'a` there is one: [`named`] makes up both.
pub(super) struct Named<'a, T> {
    /// Neither shortened nor extended, so that no two names become one.
    _name: PhantomData<fn(&'a ()) -> &'a ()>,
    memory: cell::Cell<T>,
}

impl<T: Copy> Named<'_, T> {
    pub(super) fn get(&self) -> T {
        self.memory.get()
    }

    pub(super) fn set(&self, value: T) {
        self.memory.set(value);
    }
}

/// Gives the value a place, and the place a name that nobody else has; then the value back.
///
/// A `&mut T` could do the same: it is a cell `for<'a>`, whose name the holder may choose, as nobody else has a reference to it.
pub(super) fn named<T: Copy, R>(value: &mut T, work: impl for<'a> FnOnce(&Named<'a, T>) -> R) -> R {
    let cell = Named {
        _name: PhantomData,
        memory: cell::Cell::new(*value),
    };
    let result = work(&cell);
    *value = cell.get();
    result
}

/// Two references to one name are two to one place: what is put into one comes out of the other.
pub(super) fn assert_aliased<'a>(a: &Named<'a, S>, b: &Named<'a, S>) {
    a.set(S { c: 13, ..a.get() });
    b.set(S { c: 42, ..b.get() });
    assert_eq!(a.get().c, 42);
}

/// Two exclusive references are two to different places.
pub(super) fn assert_unaliased(a: &mut S, b: &mut S) {
    a.c = 13;
    b.c = 42;
    assert_eq!(a.c, 13);
}

/// The same of two names, which proves that names can be given to what isn't aliased, and they differ: see
/// `trybuild-tests/tests/ui/fail/capsule/aliasing`.
pub(super) fn assert_unaliased_by_name(a: &mut S, b: &mut S) {
    named(a, |a| {
        named(b, |b| {
            a.set(S { c: 13, ..a.get() });
            b.set(S { c: 42, ..b.get() });
            assert_eq!(a.get().c, 13);
        });
    });
}

/// Of two names that the *caller* chooses, nothing follows: they may be one. So this asserts nothing, and tells.
pub(super) fn is_aliased(a: &Named<'_, S>, b: &Named<'_, S>) -> bool {
    a.set(S { c: 13, ..a.get() });
    b.set(S { c: 42, ..b.get() });
    a.get().c == 42
}

/// Aliasing in a compound fashion: while `b` is there, it says all there is to say about the place, and `a` nothing. After
/// that, `a` has what `b` left. (The other way round is refused, for there is no symmetry between them.)
pub(super) fn assert_compound(a: &mut S) {
    a.c = 13;
    let b = &mut *a;
    b.c = 42;
    assert_eq!(a.c, 42);
}

/// The same of a whole region: who borrows the token has all of its cells, however many references to them there are.
pub(super) fn assert_compound_region<'b>(
    token: &mut GhostToken<'b>,
    a: &Cell<'b, S>,
    inner: impl FnOnce(&mut GhostToken<'b>),
) {
    a.borrow_mut(token).c = 13;
    let before = *a.borrow(token);
    assert_eq!(before.c, 13); // nobody came in between
    inner(token);
    // What `inner` did with its alias, it did to this one.
    assert_ne!(*a.borrow(token), before);
}

/// What can't be changed is what it looks like, whatever happens in between; so whether two references are one doesn't
/// matter, as nothing tells them apart.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "it is about references")]
pub(super) fn assert_at_face_value(a: &S, b: &S, between: impl FnOnce()) {
    let (before_a, before_b) = (*a, *b);
    between();
    assert_eq!((*a, *b), (before_a, before_b));
}

/// `(a, b): for<'a> (Rc<'a, T>, Rc<'a, T>)` of the text: both aliases, and there are no others.
#[derive(Family, CapsuleSend)]
pub(super) struct Both<'a>(
    pub(super) Rc<'a, Cell<'a, S>>,
    pub(super) Rc<'a, Cell<'a, S>>,
);

/// Who has all aliases may take them anywhere: the count isn't atomic, and needn't be.
pub(super) fn assert_sent_together() -> S {
    let both = Capsule::<Both<'static>>::new(|brand| {
        let one = Rc::new(brand, Cell::new(S::default()));
        Both(one.clone(), one)
    });
    let other_thread = std::thread::spawn(move || {
        let mut both = both;
        both.with(|Both(a, b), token| {
            a.borrow_mut(token).c = 13;
            b.borrow_mut(token).c = 42;
            assert_eq!(Rc::strong_count(a), 2);
            *a.borrow(token)
        })
    });
    other_thread.join().expect("the assertions hold")
}
