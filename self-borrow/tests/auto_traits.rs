//! Auto traits hold for what is true of the dependent at every lifetime; nothing is covariant.
use core::cell::{Cell, Ref, RefCell};
use core::marker::{PhantomData, PhantomPinned};
use core::panic::{RefUnwindSafe, UnwindSafe};
use self_borrow::{Bound, Exclusive, Shared, family, self_borrow};
use static_assertions::{assert_impl_all, assert_not_impl_any};
use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard};

/// All of them, but for `'static` only.
struct OnlyStatic<'a>(PhantomData<(&'a (), *const (), PhantomPinned, &'a mut Cell<()>)>);

// SAFETY: there is nothing in it.
unsafe impl Send for OnlyStatic<'static> {}
// SAFETY: there is nothing in it.
unsafe impl Sync for OnlyStatic<'static> {}
impl Unpin for OnlyStatic<'static> {}
impl UnwindSafe for OnlyStatic<'static> {}
impl RefUnwindSafe for OnlyStatic<'static> {}

assert_impl_all!(OnlyStatic<'static>: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe);

/// Borrows no more than the type says.
struct Skips<'a>(PhantomData<&'a ()>);

macro_rules! structs {
    ($($name:ident: $owner:ty, $dependent:ty;)*) => {$(
        #[self_borrow]
        struct $name {
            #[lend('a)]
            owner: $owner,
            #[not_covariant]
            dependent: $dependent,
        }
    )*};
}

structs! {
    Text: String, &'a str;
    Tricky: String, OnlyStatic<'a>;
    Counted: Rc<str>, &'a str;
    Atomic: Arc<str>, &'a str;
    SharedCell: Box<Cell<u8>>, &'a Cell<u8>;
    CellOnly: Box<Cell<u8>>, Skips<'a>;
    WithRc: String, Rc<&'a str>;
    Pinned: String, (&'a str, PhantomPinned);
    Dynamic: String, Box<dyn Fn(&'a str) + Send + 'a>;
    Locked: Box<Mutex<Cell<u8>>>, MutexGuard<'a, Cell<u8>>;
    Borrowed: Box<RefCell<u8>>, Ref<'a, u8>;
}

assert_impl_all!(Text: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe);
assert_not_impl_any!(Tricky: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe);
assert_impl_all!(Counted: Unpin);
assert_not_impl_any!(Counted: Send, Sync);
assert_impl_all!(Atomic: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe);
assert_not_impl_any!(SharedCell: Send, Sync);
// What is seen of the owner is a `&Cell`, of which each thread would have one.
assert_impl_all!(CellOnly: Send);
assert_not_impl_any!(CellOnly: Sync, RefUnwindSafe);
assert_not_impl_any!(WithRc: Send, Sync);
assert_not_impl_any!(Pinned: Unpin);
assert_impl_all!(Pinned: Send, Sync);
assert_impl_all!(Dynamic: Send, Unpin);
assert_not_impl_any!(Dynamic: Sync, UnwindSafe, RefUnwindSafe);
assert_not_impl_any!(Locked: Send);
assert_not_impl_any!(Borrowed: Send, Sync);

#[self_borrow]
struct Edit<T: 'static> {
    #[lend(mut 'a)]
    owner: Box<T>,
    dependent: &'a mut T,
}

assert_impl_all!(Edit<u8>: Send, Sync, Unpin);
assert_not_impl_any!(Edit<u8>: UnwindSafe);
assert_impl_all!(Edit<Cell<u8>>: Send);
assert_not_impl_any!(Edit<Cell<u8>>: Sync);
assert_not_impl_any!(Edit<Rc<u8>>: Send, Sync);
// A box of it may be moved: what is behind it isn't pinned by the struct.
assert_impl_all!(Edit<PhantomPinned>: Unpin);

#[self_borrow]
struct Plain<T> {
    #[lend('a)]
    owner: String,
    dependent: &'a str,
    plain: T,
}

assert_impl_all!(Plain<u8>: Send, Sync, Unpin);
assert_not_impl_any!(Plain<Rc<u8>>: Send, Sync);
assert_not_impl_any!(Plain<PhantomPinned>: Unpin);

#[self_borrow]
struct Inline<T: 'static> {
    #[lend(inline 'a)]
    owner: T,
    dependent: &'a T,
}

#[self_borrow]
struct Embedded<T: 'static> {
    #[lend(inline mut 'a)]
    owner: T,
    dependent: &'a mut T,
}

#[self_borrow]
struct InlineTricky {
    #[lend(inline 'a)]
    owner: u8,
    #[not_covariant]
    dependent: OnlyStatic<'a>,
}

assert_impl_all!(Inline<u8>: Send, Sync, UnwindSafe, RefUnwindSafe);
assert_not_impl_any!(Inline<Cell<u8>>: Send, Sync);
assert_not_impl_any!(Inline<Rc<u8>>: Send, Sync);
assert_impl_all!(Embedded<u8>: Send, Sync);
assert_impl_all!(Embedded<Cell<u8>>: Send);
assert_not_impl_any!(Embedded<Cell<u8>>: Sync);
assert_not_impl_any!(Inline<u8>: Unpin);
assert_not_impl_any!(Embedded<u8>: Unpin);
assert_not_impl_any!(InlineTricky: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe);

family!(struct Place<'a> = &'a str);
family!(struct Deceiving<'a> = OnlyStatic<'a>);
family!(struct PlaceMut<'a> = &'a mut u8);

assert_impl_all!(Bound<'static, Shared<String>, Place>: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe);
assert_not_impl_any!(Bound<'static, Shared<String>, Deceiving>: Send, Sync, Unpin, UnwindSafe, RefUnwindSafe);
assert_not_impl_any!(Bound<'static, Shared<Rc<str>>, Place>: Send, Sync);
assert_impl_all!(Bound<'static, Exclusive<Box<u8>>, PlaceMut>: Send, Sync, Unpin);
assert_impl_all!(Bound<'static, (Shared<String>, Exclusive<Vec<u8>>), Place>: Send, Sync, Unpin);
assert_not_impl_any!(Bound<'static, (Shared<String>, Exclusive<Rc<u8>>), Place>: Send, Sync);

// What was built can be cloned only if the owner shares its place.
assert_impl_all!(Bound<'static, Shared<Rc<str>>, Place>: Clone);
assert_impl_all!(Bound<'static, (Shared<Rc<str>>, Shared<&'static str>), Place>: Clone);
assert_impl_all!(Bound<'static, Shared<Option<[Arc<str>; 2]>>, Place>: Clone);
assert_not_impl_any!(Bound<'static, Shared<String>, Place>: Clone);
assert_not_impl_any!(Bound<'static, Shared<Box<str>>, Place>: Clone);
assert_not_impl_any!(Bound<'static, (Shared<Rc<str>>, Shared<String>), Place>: Clone);
assert_not_impl_any!(Bound<'static, Exclusive<Rc<str>>, Place>: Clone);

#[cfg(feature = "leak")]
mod leak_too {
    use super::*;
    use leak::{Leak, Unleak};

    family!(struct Guarded<'a> = Unleak<&'a str>);

    assert_impl_all!(Bound<'static, Shared<String>, Place>: Leak);
    assert_impl_all!(Bound<'static, (Shared<String>, Exclusive<Vec<u8>>), Place>: Leak);
    // Of what is borrowed, only what is `'static` may be forgotten with an `Unleak`; that the dependent isn't can't be seen
    // here, as it is about lifetimes alone: it is a ui test.
    assert_impl_all!(Unleak<&'static str>: Leak);
    assert_impl_all!(Bound<'static, Shared<Box<Unleak<&'static str>>>, Place>: Leak);

    #[test]
    fn what_must_not_be_forgotten_is_dropped() {
        let pair = Bound::<_, Guarded>::new(Shared(String::from("text")), |text| Unleak(text));
        assert_eq!(pair.with(|it, _| it.0.len()), 4);
    }
}

#[test]
fn builders_and_views_are_sent() {
    fn is_send<T: Send>(it: T) -> T {
        it
    }
    let builder = is_send(Text::builder().owner(String::from("text")));
    let it = is_send(is_send(builder.dependent(|text| text)).build());
    it.with(|view| {
        is_send(view);
    });
    let (_, length) = it.unbind(|parts| is_send(parts).dependent.len());
    assert_eq!(length, 4);
}

#[test]
fn the_deceiving_dependent_is_built() {
    let it = Tricky::new(String::new(), |_| OnlyStatic(PhantomData));
    let pinned = InlineTricky::pin_box(1, |_| OnlyStatic(PhantomData));
    assert_eq!((it.into_owners(), pinned.into_owners()), (String::new(), 1));
}
