//! Cells and the transparent wrappers.

use core::cell::{
    BorrowError, BorrowMutError, Cell, LazyCell, OnceCell, Ref, RefCell, RefMut, UnsafeCell,
};
use core::cmp::Reverse;
use core::marker::{PhantomData, PhantomPinned};
use core::mem::{Discriminant, ManuallyDrop, MaybeUninit};
use core::num::{Saturating, Wrapping};
use core::panic::AssertUnwindSafe;
use core::pin::Pin;

use super::macros::{leak_always, leak_if_content_is, leak_static};

leak_if_content_is! {
    [T: ?Sized] Cell<T>;
    [T: ?Sized] RefCell<T>;
    [T: ?Sized] UnsafeCell<T>;
    [T] OnceCell<T>;
    [T, F] LazyCell<T, F>;

    [T: ?Sized] PhantomData<T>;
    [P] Pin<P>;
    [T] Wrapping<T>;
    [T] Saturating<T>;
    [T] Reverse<T>;
    [T] AssertUnwindSafe<T>;

    // One might expect `leak_always!`: by themselves they destroy nothing. But containers that have
    // never heard of `Leak` keep the values they own in them (`ArrayVec`, `SmallVec`, std's own
    // `MapWindows`), and on nightly such a container is `Leak` by its fields. `leak::mem` has its
    // own versions, where the question is asked when a value goes in.
    [T: ?Sized] ManuallyDrop<T>;
    [T] MaybeUninit<T>;
}

leak_always! {
    // Their destructors give the borrow back. Forgotten, the cell stays borrowed, as the
    // documentation of `Ref::leak` and `RefMut::leak` describes, and later attempts panic.
    ['b, T: ?Sized] Ref<'b, T>;
    ['b, T: ?Sized] RefMut<'b, T>;

    [T] Discriminant<T>;
}

leak_static! { PhantomPinned, BorrowError, BorrowMutError }
