//! Which types have the traits of `ownership`, and `RoutineDrop`, pinned. The same on both compilers.
#![cfg(feature = "std")]

extern crate alloc;

use alloc::borrow::Cow;
use alloc::collections::{BTreeMap, BTreeSet, BinaryHeap, LinkedList, VecDeque};
use core::cell::{Cell, LazyCell, OnceCell, Ref, RefCell, RefMut, UnsafeCell};
use core::marker::PhantomData;
use core::ops::{Bound, ControlFlow, Range};
use core::pin::Pin;
use core::task::Poll;
use leak::linear::{Bomb, Linear};
use leak::ownership::{Forgettable, Handle};
use leak::thread::FnJoinGuard;
use leak::{
    AllowedInRc, Disowns, LeakFn, LeakFnMut, LeakFnOnce, NeverGives, RankedLeak, RoutineDrop,
    Unleak, rc, sync,
};
use static_assertions::{assert_impl_all as yes, assert_not_impl_any as no};
use std::collections::{HashMap, HashSet};
use std::sync::{LazyLock, Mutex, MutexGuard, OnceLock, RwLock, mpsc};

type Rc = rc::Rc<u8>;
type Arc = sync::Arc<u8>;
type Guard = FnJoinGuard<'static, u8, u8>;
/// Has none of the traits.
type Pointer = *const u8;

macro_rules! all {
    ($($T:ty),+ $(,)?) => {$(
        yes!($T: AllowedInRc, Disowns<Rc>, Disowns<Arc>, Disowns<Guard>, RankedLeak<0>, RankedLeak<16>);
        yes!($T: NeverGives<Rc>, NeverGives<Arc>, NeverGives<Guard>, RoutineDrop);
    )+};
}

macro_rules! none {
    ($($T:ty),+ $(,)?) => {$(
        no!($T: AllowedInRc, Disowns<Rc>, Disowns<Arc>, Disowns<Guard>, RankedLeak<16>);
        no!($T: NeverGives<Rc>, NeverGives<Arc>, NeverGives<Guard>, RoutineDrop);
    )+};
}

all!(
    u8,
    bool,
    char,
    f64,
    str,
    (),
    String,
    std::path::Path,
    std::time::Instant,
    std::fs::File,
    [u8; 3],
    [u8],
    (u8, String),
    Option<Box<u8>>,
    Result<u8, String>,
    fn(),
    Box<str>,
    core::num::NonZero<u8>,
    core::sync::atomic::AtomicUsize,
    core::net::IpAddr,
);
none!(
    *const u8,
    *mut u8,
    core::ptr::NonNull<u8>,
    dyn Fn(),
    Box<dyn Fn()>,
    Box<dyn core::any::Any>,
    [Pointer],
    HashMap<u8, Pointer>,
    BTreeMap<Pointer, u8>,
);

/// If, and only if, the parameter has them.
macro_rules! as_content {
    ($($T:path),+ $(,)?) => {$(
        const _: () = {
            use $T as Probed;
            all!(Probed<u8>, Probed<Probed<&'static u8>>);
            none!(Probed<Pointer>, Probed<Probed<Pointer>>);
            // A shared pointer inside.
            yes!(Probed<rc::Rc<u8>>: AllowedInRc, Disowns<Arc>, NeverGives<Guard>, RankedLeak<1>);
            no!(Probed<rc::Rc<u8>>: Disowns<Rc>, NeverGives<Rc>, RankedLeak<0>);
        };
    )+};
}

type Tuple<T> = (u8, T);
type Errors<T> = Result<u8, T>;
type Breaks<T> = ControlFlow<T, u8>;
type Keys<T> = HashMap<T, u8>;
type Values<T> = HashMap<u8, T>;
type Tree<T> = BTreeMap<u8, T>;
type Lazy<T> = LazyCell<T, fn() -> T>;
type Locked<T> = LazyLock<T, fn() -> T>;
type Boxed<T> = Pin<Box<T>>;
type Two<T> = [T; 2];
type Shared<T> = UnsafeCell<T>;

as_content! {
    Option, Poll, Bound, Range, self::Tuple, self::Errors, self::Breaks, self::Two,
    Cell, RefCell, self::Shared, OnceCell, PhantomData, self::Boxed,
    Box, Vec, VecDeque, BTreeSet, BinaryHeap, LinkedList, HashSet, self::Keys, self::Values, self::Tree,
    Mutex, RwLock, OnceLock, Unleak,
}
yes!(Lazy<u8>: AllowedInRc, Disowns<Rc>, NeverGives<Rc>, RankedLeak<0>, RoutineDrop);
yes!(Locked<u8>: AllowedInRc, Disowns<Rc>, NeverGives<Rc>, RankedLeak<0>, RoutineDrop);
no!(Lazy<Rc>: Disowns<Rc>, NeverGives<Rc>, RankedLeak<0>);
yes!(Cow<'static, str>: AllowedInRc, Disowns<Rc>, NeverGives<Rc>, RankedLeak<0>, RoutineDrop);

// What has no drop glue may be dropped; it may own what it holds nevertheless.
yes!(core::mem::ManuallyDrop<Rc>: AllowedInRc, Disowns<Arc>, RankedLeak<1>, RoutineDrop);
no!(core::mem::ManuallyDrop<Rc>: Disowns<Rc>, NeverGives<Rc>, RankedLeak<0>);
yes!(core::mem::ManuallyDrop<Linear<u8>>: RoutineDrop);
yes!(leak::mem::MaybeUninit<Bomb<u8>>: RoutineDrop);
no!(leak::mem::MaybeUninit<Pointer>: AllowedInRc, Disowns<Rc>, NeverGives<Rc>, RankedLeak<16>);

// References own nothing, and give what is there.
macro_rules! borrows {
    ($($T:ty),+ $(,)?) => {$(
        yes!($T: AllowedInRc, Disowns<Rc>, Disowns<Arc>, RankedLeak<0>, RoutineDrop, NeverGives<Arc>);
        no!($T: NeverGives<Rc>);
    )+};
}
borrows!(
    &'static Rc,
    &'static mut Rc,
    &'static RefCell<Option<Rc>>,
    Ref<'static, Rc>,
    RefMut<'static, Rc>,
    MutexGuard<'static, Rc>,
);
no!(&'static Pointer: NeverGives<Rc>);

/// `AllowedInRc`, and not `Leak`, with or without an auto trait.
#[expect(dead_code, reason = "against the auto trait")]
struct Shareable(*const u8);
// SAFETY: clause 1: it owns nothing.
unsafe impl AllowedInRc for Shareable {}

trait Layered: RankedLeak<3> + Disowns<Rc> + Disowns<Arc> {}

macro_rules! pointers {
    ($mine:ident, $other:ident: $($T:path, $Weak:path);+ $(;)?) => {$(
        const _: () = {
            use $T as Probed;
            use $Weak as Weak;
            yes!(Probed<u8>: AllowedInRc, RoutineDrop, RankedLeak<1>, RankedLeak<16>);
            yes!(Probed<u8>: Disowns<$other>, NeverGives<$other>, Disowns<Guard>, NeverGives<Guard>);
            no!(Probed<u8>: Disowns<$mine>, NeverGives<$mine>, RankedLeak<0>);
            yes!(Probed<Probed<u8>>: AllowedInRc, RankedLeak<2>);
            no!(Probed<Probed<u8>>: RankedLeak<1>);
            yes!(Probed<dyn Layered>: RankedLeak<4>, Disowns<$other>);
            no!(Probed<dyn Layered>: RankedLeak<3>, NeverGives<$other>);
            no!(Probed<dyn Fn()>: RankedLeak<16>, AllowedInRc, Disowns<$other>);
            // Shared, so it has to be `Leak`, and not only shareable itself.
            no!(Probed<Shareable>: AllowedInRc);
            yes!(Shareable: AllowedInRc);
            no!(Probed<Linear<u8>>: RoutineDrop);

            yes!(Weak<Pointer>: AllowedInRc, RankedLeak<0>, RoutineDrop);
            yes!(Weak<Pointer>: Disowns<Rc>, Disowns<Arc>, Disowns<Guard>);
            yes!(Weak<u8>: NeverGives<$other>, NeverGives<Guard>);
            no!(Weak<u8>: NeverGives<$mine>);
            no!(Weak<Pointer>: NeverGives<$other>);
        };
    )+};
}
pointers! {
    Rc, Arc:
    leak::rc::Rc, leak::rc::Weak;
    std::rc::Rc, std::rc::Weak;
}
pointers! {
    Arc, Rc:
    leak::sync::Arc, leak::sync::Weak;
    std::sync::Arc, std::sync::Weak;
}

yes!(Rc: Handle);
yes!(Arc: Handle);
yes!(Guard: Handle);
no!(u8: Handle);
no!(std::rc::Rc<u8>: Handle);
none!(
    Guard,
    leak::thread::JoinGuard<'static, u8>,
    leak::JoinGuard<'static, u8>
);

// Channels have no rank.
macro_rules! channels {
    ($($T:path),+ $(,)?) => {$(
        const _: () = {
            use $T as Probed;
            yes!(Probed<u8>: AllowedInRc, Disowns<Rc>, NeverGives<Arc>, RoutineDrop);
            no!(Probed<u8>: RankedLeak<16>);
            no!(Probed<Shareable>: AllowedInRc);
            no!(Probed<Rc>: Disowns<Rc>, NeverGives<Rc>);
            no!(Probed<Bomb<u8>>: RoutineDrop);
        };
    )+};
}
channels!(
    mpsc::Sender,
    mpsc::SyncSender,
    mpsc::Receiver,
    sync::mpsc::Sender,
    sync::mpsc::SyncSender,
    sync::mpsc::Receiver,
);

/// A `:` can't follow a `fn` without a result.
type Is<T> = T;

// Functions: what the text says of them.
yes!(Is<fn(Rc)>: Disowns<Rc>, NeverGives<Rc>, AllowedInRc, RankedLeak<0>, RoutineDrop);
yes!(fn() -> Rc: Disowns<Rc>, NeverGives<Arc>, AllowedInRc, RankedLeak<0>, RoutineDrop);
no!(fn() -> Rc: NeverGives<Rc>);
no!(fn(Rc) -> Rc: NeverGives<Rc>);
no!(Is<fn(fn(Rc))>: NeverGives<Rc>);
no!(Is<fn(&'static mut Option<Rc>)>: NeverGives<Rc>);
no!(Is<fn(u8, Rc)>: NeverGives<Rc>);
yes!(fn(Pointer, Pointer) -> Pointer: Disowns<Rc>, AllowedInRc, RankedLeak<0>, RoutineDrop);
yes!(unsafe extern "C" fn(Rc) -> u8: NeverGives<Rc>, Disowns<Pointer>);
no!(Rc: Disowns<Rc>, NeverGives<Rc>);

// Closures with visible captures.
macro_rules! closures {
    ($($T:path),+ $(,)?) => {$(
        const _: () = {
            use $T as Probed;
            all!(Probed<u8>, Probed<&'static u8, (), u8>);
            none!(Probed<Pointer>);
            no!(Probed<u8, (), Rc>: NeverGives<Rc>);
            no!(Probed<u8, u8>: NeverGives<Rc>);
            yes!(Probed<u8, (), Rc>: Disowns<Rc>, AllowedInRc, RankedLeak<0>);
            no!(Probed<Rc>: Disowns<Rc>, RankedLeak<0>);
            no!(Probed<Linear<u8>>: RoutineDrop);
        };
    )+};
}
closures!(LeakFn, LeakFnMut, LeakFnOnce);

// What may be forgotten.
yes!(Forgettable<Rc>: AllowedInRc, Disowns<Rc>, RankedLeak<0>, leak::Leak);
yes!(Forgettable<Unleak<Box<dyn Fn()>>>: AllowedInRc, Disowns<Rc>, RankedLeak<0>);
no!(Forgettable<Pointer>: AllowedInRc, Disowns<Rc>, RankedLeak<16>, leak::Leak);
no!(Forgettable<u8>: NeverGives<Rc>);

// Linear.
yes!(Linear<u8>: AllowedInRc, Disowns<Rc>, NeverGives<Rc>, RankedLeak<0>);
yes!(Bomb<Rc>: AllowedInRc, Disowns<Arc>, RankedLeak<1>);
no!(Linear<Pointer>: AllowedInRc, Disowns<Rc>, NeverGives<Rc>, RankedLeak<16>);
no!(Linear<u8>: RoutineDrop);
no!(Bomb<u8>: RoutineDrop);
no!(Vec<Option<Box<Bomb<u8>>>>: RoutineDrop);

// Auto traits of what is only of this module.
yes!(Forgettable<u8>: Send, Sync, Unpin, Copy, Default);
no!(Forgettable<std::rc::Rc<u8>>: Send, Sync, Copy);
no!(Forgettable<core::marker::PhantomPinned>: Unpin);
yes!(leak::ownership::Rank<1>: Send, Sync, Unpin, Copy);

#[test]
fn generic_code_can_rest_on_the_table() {
    fn shares<T: AllowedInRc>(value: T) -> rc::Rc<Vec<Option<T>>> {
        rc::Rc::new_allowed(vec![Some(value)])
    }
    fn layers<T: RankedLeak<0>>(value: T) -> rc::Rc<rc::Rc<T>> {
        rc::Rc::new_ranked::<1>(rc::Rc::new_ranked(value))
    }
    fn disowns<T>(value: T) -> rc::Rc<(T,)>
    where
        T: Disowns<rc::Rc<(T,)>>,
    {
        rc::Rc::new_disowned((value,))
    }
    let name = String::from("ann");
    assert_eq!(
        shares(Unleak(&name))[0].as_ref().map(|name| name.len()),
        Some(3)
    );
    assert_eq!(layers(Unleak(&name)).len(), 3);
    assert_eq!(disowns(Unleak(&name)).0.len(), 3);
}

#[test]
fn forgettable_is_covariant_and_shows_its_content() {
    fn shorter<'a>(longer: Forgettable<&'static str>) -> Forgettable<&'a str> {
        longer
    }
    let mut text = shorter("ann".into());
    assert_eq!(format!("{text:?}"), r#"Forgettable("ann")"#);
    *text = "bob";
    assert_eq!(text.len(), 3);
}
