//! `alloc`: what owns its content alone.

use super::macros::{as_its_content, owns_nothing};
use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet, BinaryHeap, LinkedList, VecDeque};
use alloc::ffi::CString;
use alloc::string::String;
use alloc::vec::{self, Vec};

owns_nothing! {
    [] String; [] CString;
}

as_its_content! {
    [T: ?Sized] Box<T>;
    [T] Vec<T>;
    [T] vec::IntoIter<T>;
    [K, V] BTreeMap<K, V>;
    [T] BTreeSet<T>;
    [T] BinaryHeap<T>;
    [T] LinkedList<T>;
    [T] VecDeque<T>;
}

macro_rules! cow {
    ($([$($params:tt)*] $Trait:path, $Owned:path;)+) => {$(
        // SAFETY: clause 1: it borrows a `B`, or owns what `B` is the borrowed form of.
        unsafe impl<B: ?Sized + ToOwned<Owned: $Owned>, $($params)*> $Trait for Cow<'_, B> {}
    )+};
}

cow! {
    [] crate::AllowedInRc, crate::AllowedInRc;
    [Asked: ?Sized + crate::ownership::Handle] crate::Disowns<Asked>, crate::Disowns<Asked>;
    [const RANK: usize] crate::RankedLeak<RANK>, crate::RankedLeak<RANK>;
}

impl<B: ?Sized + ToOwned<Owned: crate::RoutineDrop>> crate::RoutineDrop for Cow<'_, B> {}

// SAFETY: clause 1: it gives a reference or the owned form, and both give none.
unsafe impl<B, Asked> crate::NeverGives<Asked> for Cow<'_, B>
where
    B: ?Sized + ToOwned<Owned: crate::NeverGives<Asked>> + crate::NeverGives<Asked>,
    Asked: ?Sized + crate::ownership::Handle,
{
}
