//! `#[leak_bounds]` in use: what is bounded, what is not.

use core::fmt::Debug;
use leak::{Leak, leak_bounds};

fn needs<T: Leak + ?Sized>() {}

/// Not `Leak`.
const RAW: *const u8 = core::ptr::null();

#[leak_bounds]
fn bounded<T, U: ?Sized + Debug, const N: usize>(_: [T; N], _: &U) -> usize {
    // A nested function isn't touched.
    fn nested<T>(_: T) -> usize {
        40
    }

    needs::<T>();
    needs::<U>();
    nested(RAW) + N
}

#[leak_bounds]
fn relaxed<A: ?Leak, B, C>(_: A, _: B, _: C) -> usize
where
    B: Copy + ?Forget,
    C: ?leak::Leak,
{
    3
}

#[test]
fn functions() {
    assert_eq!(bounded([1, 2], "str"), 42);
    assert_eq!(relaxed(RAW, RAW, RAW), 3);
}

#[leak_bounds]
fn arguments(
    plain: impl Debug,
    nested: &mut impl Iterator<Item = impl Debug>,
    relaxed: impl Copy + ?Leak,
    relaxed_inside: (impl Sized + ?::leak::Leak, [impl Copy + ?Leak; 1]),
    by_reference: &(impl Debug + ?Sized),
) -> String {
    // The type of a value is not known by name here, so the bound shows in what may be called.
    leak::mem::forget(plain);
    leak::mem::forget(nested.next());
    drop((relaxed, relaxed_inside));
    format!("{by_reference:?}")
}

#[test]
fn impl_trait() {
    let result = arguments(1, &mut "ab".chars(), RAW, (RAW, [RAW]), "e");
    assert_eq!(result, r#""e""#);
}

#[leak_bounds]
#[derive(Leak, Debug)]
struct Queue<T, const N: usize = 2, U: ?Leak = *const u8> {
    items: Vec<T>,
    limits: [T; N],
    tag: core::marker::PhantomData<fn() -> U>,
}

#[leak_bounds]
impl<T: Clone, U: ?Leak, const N: usize> Queue<T, N, U> {
    fn new(limits: [T; N]) -> Self {
        needs::<T>();
        Self {
            items: Vec::new(),
            limits,
            tag: core::marker::PhantomData,
        }
    }

    fn extend<I>(&mut self, items: I) -> &mut Self
    where
        I: ?Leak + IntoIterator<Item = T>,
    {
        self.items.extend(items);
        self
    }

    fn map<R>(&self, f: impl Fn(&T) -> R + ?Leak) -> Vec<R> {
        needs::<R>();
        self.items.iter().map(f).collect()
    }
}

#[leak_bounds]
impl<T, U: ?Leak> IntoIterator for Queue<T, 2, U> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

#[test]
fn structs_and_impls() {
    let mut queue = Queue::<_>::new([0, 9]);
    queue.extend([1, 2].into_iter().map(|n| n * 2));
    assert_eq!(queue.map(|n| n + queue.limits[1]), [11, 13]);
    assert_eq!(queue.into_iter().collect::<Vec<_>>(), [2, 4]);
}

#[leak_bounds]
trait Store<K, V: ?Leak> {
    type Plain;
    type Generic<A, B: ?Leak>;

    fn put<X: Debug>(&self, key: K, value: V, note: X) -> String;
    fn pass<X: ?Leak>(&self, x: X) -> X {
        x
    }
    #[leak_bounds]
    fn own<X, Y: ?Leak>(&self, x: X, y: Y) -> (X, Y) {
        needs::<X>();
        (x, y)
    }
}

struct Memory;

#[leak_bounds]
impl<K: Debug, V: ?Leak> Store<K, V> for Memory {
    type Plain = V;
    type Generic<A, B: ?Leak> = (A, B);

    fn put<X: Debug>(&self, key: K, _: V, note: X) -> String {
        format!("{key:?} {note:?}")
    }
}

#[test]
fn traits() {
    assert_eq!(Memory.put(1, RAW, 'n'), "1 'n'");
    assert_eq!(Store::<u8, u8>::pass(&Memory, RAW), RAW);
    assert_eq!(Store::<u8, u8>::own(&Memory, 1, RAW), (1, RAW));
    let generic: <Memory as Store<u8, *const u8>>::Generic<u8, *const u8> = (1, RAW);
    let plain: <Memory as Store<u8, *const u8>>::Plain = RAW;
    assert_eq!(generic, (1, plain));
}

#[leak_bounds]
#[derive(Clone, Copy)]
union Slot<T: Copy, U: Copy + ?Leak> {
    t: T,
    u: U,
}

#[leak_bounds]
#[derive(Debug, PartialEq)]
enum Either<L, R: ?Leak> {
    Left(L),
    Right(R),
}

#[test]
fn enums_and_unions() {
    let slot = Slot::<u8, *const u8> { u: RAW };
    let _ = Slot::<u8, *const u8> { t: 1 };
    // SAFETY: this is the field that was written.
    let written = unsafe { slot.u };
    assert_eq!(Either::<u8, _>::Right(written), Either::Right(RAW));
    assert_ne!(Either::Left(1), Either::Right(RAW));
}
