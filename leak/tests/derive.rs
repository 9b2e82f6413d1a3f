//! What can be derived, and for which parameters the result is `Leak`.
#![expect(dead_code, reason = "the types are only asked about")]

use core::fmt::Debug;
use core::marker::PhantomData;
use leak::{Leak, Unleak, assert_leak, assert_not_leak};

/// Not `Leak`, for no lifetime.
type Raw = *const u8;

#[derive(Leak)]
struct Unit;
#[derive(Leak)]
struct Braced {}
#[derive(Leak)]
struct Tuple();
#[derive(Leak)]
enum Empty {}

assert_leak!(Unit, Braced, Tuple, Empty);

#[derive(Leak)]
struct Everything<'a, 'b: 'a, T: ?Sized + 'a, U = u8, const N: usize = 3>
where
    'b: 'a,
    U: Clone,
    Self: Sized,
    [U; N]: Sized,
{
    array: [U; N],
    first: &'a U,
    second: &'b mut [u8],
    last: &'a T,
}

assert_leak!(
    Everything<'static, 'static, str>,
    Everything<'static, 'static, u8, Vec<u8>, 0>
);
assert_not_leak!(Everything<'static, 'static, u8, Raw>);

#[derive(Leak)]
enum Tree<K, V> {
    Leaf,
    Node(Box<Self>, Box<Tree<K, V>>),
    Entry {
        key: K,
        values: Vec<V>,
        children: Vec<Self>,
    },
}

assert_leak!(Tree<u8, String>, Tree<&'static str, Tree<u8, u8>>);
assert_not_leak!(Tree<Raw, u8>, Tree<u8, Raw>);

/// Each needs the other.
#[derive(Leak)]
struct Even<T>(T, Option<Box<Odd<T>>>);
#[derive(Leak)]
struct Odd<T>(Option<Box<Even<T>>>);

assert_leak!(Even<u8>, Odd<u8>);
assert_not_leak!(Even<Raw>, Odd<Raw>);

#[derive(Leak)]
#[repr(C, packed(2))]
struct Packed<T>(u8, T, [u64; 2]);

assert_leak!(Packed<u32>);
assert_not_leak!(Packed<Raw>);

#[derive(Leak)]
struct PackedUnsized<T: ?Sized> {
    head: u8,
    tail: T,
}

assert_leak!(PackedUnsized<[u8]>, PackedUnsized<str>);
assert_not_leak!(PackedUnsized<[Raw]>);

#[derive(Leak)]
#[repr(C)]
union Bits<T: Copy> {
    value: T,
    bytes: [u8; 4],
    r#type: u8,
}

assert_leak!(Bits<f32>);
assert_not_leak!(Bits<Raw>);

#[derive(Leak)]
#[repr(u8)]
enum Discriminants {
    A = 1,
    B(u8) = 3,
    C { c: char } = 7,
}

assert_leak!(Discriminants);

#[derive(Leak)]
struct Uninhabited(u8, core::convert::Infallible);
#[derive(Leak)]
enum OneUninhabited<T> {
    Ok(T),
    Never(core::convert::Infallible, T),
}

assert_leak!(Uninhabited, OneUninhabited<u8>);

mod bounds {
    use super::{Debug, Leak, PhantomData, Raw};

    #[derive(Leak)]
    #[leak(bound = "")]
    pub(crate) struct Id<T: ?Sized>(u8, PhantomData<fn() -> Box<T>>);

    #[derive(Leak)]
    #[leak(bound = "I: Leak, I::Item: Leak + Debug,")]
    pub(crate) struct Peeked<I: Iterator>(I, Option<I::Item>);

    #[derive(Leak)]
    #[leak(bound(I: Leak, <I as Iterator>::Item: Leak))]
    pub(crate) struct Unquoted<I>(I, Option<I::Item>)
    where
        I: Iterator;

    leak::assert_leak!(
        Id<Raw>,
        Id<str>,
        Peeked<core::ops::Range<u8>>,
        Unquoted<core::ops::Range<u8>>
    );
    leak::assert_not_leak!(Unquoted<core::iter::Empty<Raw>>);
}

/// The same in a function, and in what a macro makes.
#[test]
fn in_a_function() {
    #[derive(Leak)]
    struct Inner<T>(T);
    assert_leak!(Inner<u8>);
    assert_not_leak!(Inner<Raw>);
}

macro_rules! make {
    ($library:path, $name:ident<$($param:ident),*> { $($field:ident: $ty:ty),* }, $($variant:ident)*) => {
        #[derive(Leak)]
        struct $name<$($param),*> {
            $($field: $ty,)*
            extra: u8,
        }
        #[derive(Leak)]
        #[leak(crate = $library)]
        enum Variants {
            $($variant { this: u8, pointer: $name<u8> },)*
        }
        assert_leak!($name<u8>, Variants);
        assert_not_leak!($name<Raw>);
    };
}

mod made {
    use super::{Leak, Raw, assert_leak, assert_not_leak};
    make!(::leak, Pair<T> { extra_one: (T, T), r#loop: Option<Box<Pair<T>>> }, A B);
}

/// A crate that re-exports the derive passes its own path on.
mod reexport {
    pub(crate) mod deps {
        pub(crate) use leak as hidden;
    }

    macro_rules! declare {
        ($name:ident) => {
            #[derive($crate::reexport::deps::hidden::Leak)]
            #[leak(crate = $crate::reexport::deps::hidden)]
            pub(crate) struct $name<T>(T);

            #[derive($crate::reexport::deps::hidden::Unleak)]
            #[leak(crate = "crate::reexport::deps::hidden")]
            pub(crate) struct Guard<T>(T);
        };
    }
    declare!(Wrapper);

    leak::assert_leak!(Wrapper<u8>, Guard<super::Raw>);
    leak::assert_not_leak!(Wrapper<super::Raw>);
}

mod guards {
    use super::{Debug, Raw, Unleak};

    #[derive(Unleak)]
    pub(crate) struct Lifetime<'a>(Raw, &'a mut u8);
    #[derive(Unleak)]
    pub(crate) enum Param<T: ?Sized>
    where
        T: Debug,
        Self: Send,
    {
        A(Raw, Box<T>),
        B,
    }
    // SAFETY: nothing is ever sent.
    unsafe impl<T: ?Sized + Debug> Send for Param<T> {}
    #[derive(Unleak)]
    pub(crate) union Union<'a, const N: usize> {
        a: [u8; N],
        b: &'a u8,
    }

    leak::assert_leak!(
        Lifetime<'static>,
        Param<str>,
        Param<dyn Debug>,
        Union<'static, 3>
    );
}

/// The check of the fields is compiled, and only that.
#[test]
fn derived_values_behave_as_before() {
    #[derive(Leak, Clone, Copy, Debug, PartialEq, Default)]
    struct Point<T> {
        x: T,
        y: T,
    }
    let point = Point { x: 1, y: 2 };
    leak::mem::forget(point);
    assert_eq!(point, Point { x: 1, y: 2 });
    assert_eq!(size_of::<Point<u8>>(), 2);
}
