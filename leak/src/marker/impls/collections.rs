//! The collections, and what only looks at them. What takes elements out is in `takers.rs`.

use alloc::collections::{
    BTreeMap, BTreeSet, BinaryHeap, LinkedList, TryReserveError, VecDeque, binary_heap, btree_map,
    btree_set, linked_list, vec_deque,
};

use super::macros::{leak_always, leak_if_content_is, leak_static};

leak_if_content_is! {
    [K, V] BTreeMap<K, V>;
    [K, V] btree_map::IntoIter<K, V>;
    [K, V] btree_map::IntoKeys<K, V>;
    [K, V] btree_map::IntoValues<K, V>;
    [T] BTreeSet<T>;
    [T] btree_set::IntoIter<T>;
    [T] BinaryHeap<T>;
    [T] binary_heap::IntoIter<T>;
    [T] LinkedList<T>;
    [T] linked_list::IntoIter<T>;
    [T] VecDeque<T>;
    [T] vec_deque::IntoIter<T>;
}

leak_static! { TryReserveError }

leak_always! {
    ['a, K, V] btree_map::Iter<'a, K, V>;
    ['a, K, V] btree_map::IterMut<'a, K, V>;
    ['a, K, V] btree_map::Keys<'a, K, V>;
    ['a, K, V] btree_map::Values<'a, K, V>;
    ['a, K, V] btree_map::ValuesMut<'a, K, V>;
    ['a, K, V] btree_map::Range<'a, K, V>;
    ['a, K, V] btree_map::RangeMut<'a, K, V>;
    ['a, T] btree_set::Iter<'a, T>;
    ['a, T] btree_set::Range<'a, T>;
    ['a, T] btree_set::Difference<'a, T>;
    ['a, T] btree_set::Intersection<'a, T>;
    ['a, T] btree_set::SymmetricDifference<'a, T>;
    ['a, T] btree_set::Union<'a, T>;
    ['a, T] binary_heap::Iter<'a, T>;
    ['a, T] linked_list::Iter<'a, T>;
    ['a, T] linked_list::IterMut<'a, T>;
    ['a, T] vec_deque::Iter<'a, T>;
    ['a, T] vec_deque::IterMut<'a, T>;
}

#[cfg(feature = "std")]
mod hashed {
    use std::collections::{HashMap, HashSet, hash_map, hash_set};
    use std::hash::{DefaultHasher, RandomState};

    use crate::marker::impls::macros::{leak_always, leak_if_content_is, leak_static};

    leak_if_content_is! {
        [K, V, S] HashMap<K, V, S>;
        [K, V] hash_map::IntoIter<K, V>;
        [K, V] hash_map::IntoKeys<K, V>;
        [K, V] hash_map::IntoValues<K, V>;
        [T, S] HashSet<T, S>;
        [T] hash_set::IntoIter<T>;
    }

    leak_static! { DefaultHasher, RandomState }

    leak_always! {
        ['a, K, V] hash_map::Iter<'a, K, V>;
        ['a, K, V] hash_map::IterMut<'a, K, V>;
        ['a, K, V] hash_map::Keys<'a, K, V>;
        ['a, K, V] hash_map::Values<'a, K, V>;
        ['a, K, V] hash_map::ValuesMut<'a, K, V>;
        ['a, T] hash_set::Iter<'a, T>;
        ['a, T, S] hash_set::Difference<'a, T, S>;
        ['a, T, S] hash_set::Intersection<'a, T, S>;
        ['a, T, S] hash_set::SymmetricDifference<'a, T, S>;
        ['a, T, S] hash_set::Union<'a, T, S>;
    }
}
