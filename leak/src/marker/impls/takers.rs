//! Leak amplification: types that only borrow a collection, and yet make it forget elements when
//! they are forgotten themselves. Here a reference hides ownership, so on nightly the rule of the
//! auto trait would be wrong.

use alloc::collections::{binary_heap, btree_map, btree_set, linked_list, vec_deque};
use alloc::vec;

use super::macros::leak_if_elements_are;

leak_if_elements_are! {
    // The collection is emptied, or cut, first; the elements come back when the drain is dropped.
    [T] vec::Drain<'_, T>;
    [T] vec_deque::Drain<'_, T>;
    [T] binary_heap::Drain<'_, T>;
    // Both the elements removed and those to be put in.
    [I] vec::Splice<'_, I> where [I: Iterator, I::Item: crate::Leak];
    // Keeps the heap at length 1 while the greatest element is changed, and restores the length.
    [T] binary_heap::PeekMut<'_, T> where [T: Ord];

    // `vec`'s works on an emptied vector. The others may well leave every element in place, but
    // that isn't documented.
    [T, F] vec::ExtractIf<'_, T, F>;
    [T, F] linked_list::ExtractIf<'_, T, F>;
    [K, V, R, F] btree_map::ExtractIf<'_, K, V, R, F>;
    [T, R, F] btree_set::ExtractIf<'_, T, R, F>;
}

// An entry owns the key it was asked for. The value is in the map, or not there yet. That a found
// entry drops its key at once is not documented.
macro_rules! entries {
    ($([$K:ident, $V:ident] $T:ty;)+) => {$(
        // SAFETY: clause 1: forgetting an entry leaves the map as it is. Clause 2: of the map's
        // types it owns a key at most, which is `Leak`.
        unsafe impl<$K: crate::Leak, $V> crate::Leak for $T {}
    )+};
}

entries! {
    [K, V] btree_map::Entry<'_, K, V>;
    [K, V] btree_map::OccupiedEntry<'_, K, V>;
    [K, V] btree_map::VacantEntry<'_, K, V>;
}

#[cfg(feature = "std")]
mod hashed {
    use std::collections::{hash_map, hash_set};

    use crate::marker::impls::macros::leak_if_elements_are;

    leak_if_elements_are! {
        [K, V] hash_map::Drain<'_, K, V>;
        [T] hash_set::Drain<'_, T>;
        [K, V, F] hash_map::ExtractIf<'_, K, V, F>;
        [T, F] hash_set::ExtractIf<'_, T, F>;
    }

    entries! {
        [K, V] hash_map::Entry<'_, K, V>;
        [K, V] hash_map::OccupiedEntry<'_, K, V>;
        [K, V] hash_map::VacantEntry<'_, K, V>;
    }
}
