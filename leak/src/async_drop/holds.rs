//! Finds what would be dropped by accident: a container that has no asynchronous destructor,
//! because one of its types has none, although another one has, such as `(Connection, NotDerived)`.
//!
//! "One of these types" is no bound that an impl can have. So each way in which a type can hold
//! another one is an impl of its own, told apart by a parameter, and the compiler searches them.

use core::marker::PhantomData;

/// The type derives `AsyncDrop`.
pub trait Derived {}

/// A value of this type owns one of a type that derives `AsyncDrop`. `Path` says where.
pub trait Holds<Path> {}

/// It is one.
#[derive(Debug)]
pub struct Itself;

/// In the type that is parameter number `N`.
#[derive(Debug)]
pub struct In<const N: usize, Path>(PhantomData<Path>);

impl<T: Derived> Holds<Itself> for T {}

macro_rules! holds {
    ($([$($params:tt)*] $ty:ty: $($T:ident = $index:literal),+;)*) => {
        $(holds!(@each [$($params)*] $ty: $($T = $index),+);)*
    };
    (@each [$($params:tt)*] $ty:ty: $T:ident = $index:literal $(, $rest:ident = $rest_index:literal)*) => {
        impl<$($params)*, Path> Holds<In<$index, Path>> for $ty where $T: Holds<Path> {}
        holds!(@each [$($params)*] $ty: $($rest = $rest_index),*);
    };
    (@each [$($params:tt)*] $ty:ty:) => {};
}

holds! {
    [T] Option<T>: T = 0;
    [T, E] Result<T, E>: T = 0, E = 1;
    [T, const N: usize] [T; N]: T = 0;
    [T] core::cell::Cell<T>: T = 0;
    [T] core::cell::RefCell<T>: T = 0;
    [T] core::cell::OnceCell<T>: T = 0;
    [A, B] (A, B): A = 0, B = 1;
    [A, B, C] (A, B, C): A = 0, B = 1, C = 2;
    [A, B, C, D] (A, B, C, D): A = 0, B = 1, C = 2, D = 3;
    [A, B, C, D, E] (A, B, C, D, E): A = 0, B = 1, C = 2, D = 3, E = 4;
    [A, B, C, D, E, F] (A, B, C, D, E, F): A = 0, B = 1, C = 2, D = 3, E = 4, F = 5;
}

#[cfg(feature = "alloc")]
holds! {
    [T] alloc::boxed::Box<T>: T = 0;
    [T] alloc::boxed::Box<[T]>: T = 0;
    [T] core::pin::Pin<alloc::boxed::Box<T>>: T = 0;
    [T] alloc::sync::Arc<T>: T = 0;
    [T] alloc::vec::Vec<T>: T = 0;
    [T] alloc::collections::VecDeque<T>: T = 0;
    [T] alloc::collections::LinkedList<T>: T = 0;
    [T] alloc::collections::BTreeSet<T>: T = 0;
    [T] alloc::collections::BinaryHeap<T>: T = 0;
    [K, V] alloc::collections::BTreeMap<K, V>: K = 0, V = 1;
}

#[cfg(feature = "std")]
holds! {
    [T] std::sync::Mutex<T>: T = 0;
    [T] std::sync::RwLock<T>: T = 0;
    [T] std::sync::OnceLock<T>: T = 0;
    [T, S] std::collections::HashSet<T, S>: T = 0;
    [K, V, S] std::collections::HashMap<K, V, S>: K = 0, V = 1;
}
