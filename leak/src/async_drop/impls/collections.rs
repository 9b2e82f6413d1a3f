//! Collections whose elements are taken out one by one.

use super::glue;
use crate::async_drop::AsyncDestruct;
use alloc::collections::{BTreeMap, BTreeSet, BinaryHeap, LinkedList, VecDeque};

/// The elements are moved out of their iterator, which drops those that it still has, in order.
macro_rules! sets {
    ($([$($generics:tt)*] $ty:ty),* $(,)?) => {
        $(glue!([$($generics)*] $ty, plain if T::__IS_PLAIN, |place| async {
            // SAFETY: collections show nobody themselves, or their elements, pinned.
            let values = unsafe { place.take() };
            for value in values {
                value.__async_drop().await;
            }
        });)*
    };
}

macro_rules! maps {
    ($([$($generics:tt)*] $ty:ty),* $(,)?) => {
        $(glue!([$($generics)*] $ty, plain if K::__IS_PLAIN && V::__IS_PLAIN, |place| async {
            // SAFETY: collections show nobody themselves, or their elements, pinned.
            let entries = unsafe { place.take() };
            for (key, value) in entries {
                key.__async_drop().await;
                value.__async_drop().await;
            }
        });)*
    };
}

sets! {
    [T: AsyncDestruct] VecDeque<T>,
    [T: AsyncDestruct] LinkedList<T>,
    [T: AsyncDestruct] BTreeSet<T>,
    [T: AsyncDestruct] BinaryHeap<T>,
}
maps!([K: AsyncDestruct, V: AsyncDestruct] BTreeMap<K, V>);

#[cfg(feature = "std")]
sets!([T: AsyncDestruct, S: Send] std::collections::HashSet<T, S>);
#[cfg(feature = "std")]
maps!([K: AsyncDestruct, V: AsyncDestruct, S: Send] std::collections::HashMap<K, V, S>);
