//! The spare memory of a vector as a place.

use crate::init::init_here;
use crate::{Hole, Init, Own};
use alloc::vec::Vec;
use core::ptr;

/// Adds what a recipe builds to a vector, in place.
///
/// # Errors
///
/// With what the recipe failed with. Nothing was added then.
///
/// # Panics
///
/// If the recipe returns a value that is not in the vector's memory; or if the capacity overflows.
///
/// # Examples
///
/// ```
/// use core::convert::Infallible;
/// use own_ref::{init, vec};
///
/// let mut pages: Vec<[u8; 4096]> = Vec::new();
/// let Ok::<_, Infallible>(page) = vec::push_with(&mut pages, init::array(|i| init::value(i as u8)));
/// page[0] = 9;
/// assert_eq!((pages.len(), pages[0][1]), (1, 1));
/// ```
pub fn push_with<T, E, I: Init<T, E>>(vec: &mut Vec<T>, recipe: I) -> Result<&mut T, E> {
    vec.reserve(1);
    let len = vec.len();
    let next = vec.spare_capacity_mut().first_mut();
    let hole = Hole::from(next.unwrap_or_else(|| unreachable!("reserved above")));
    init_here(hole, recipe)?;
    // SAFETY: within the capacity, as it was reserved, and `init_here` left a value there that is
    // ours. The vector was borrowed meanwhile, so `len` is still its length.
    unsafe { vec.set_len(len + 1) };
    Ok(&mut vec[len])
}

/// Takes all elements of a vector as an owned slice, in place. The vector is empty and keeps its
/// memory.
///
/// Forgetting the slice forgets the elements, and does no other harm.
///
/// # Examples
///
/// ```
/// use own_ref::{Own, vec};
///
/// let mut words = vec!["a".to_owned(), "b".to_owned()];
/// let (first, rest) = Own::split_at(vec::take_all(&mut words), 1);
/// assert_eq!((&*first, &*rest), (&["a".to_owned()][..], &["b".to_owned()][..]));
/// drop((first, rest));
/// assert!(words.is_empty() && words.capacity() >= 2);
/// ```
pub fn take_all<T>(vec: &mut Vec<T>) -> Own<'_, [T]> {
    let len = vec.len();
    // SAFETY: no elements are valid elements. The vector doesn't own them any more.
    unsafe { vec.set_len(0) };
    let elements = ptr::slice_from_raw_parts_mut(vec.as_mut_ptr(), len);
    // SAFETY: 1. valid elements, which nobody owns now. 2. the memory is the vector's, which is
    // borrowed for as long.
    unsafe { Own::from_raw(elements) }
}

/// The spare memory of a vector, at least for `additional` elements. What is put there belongs to
/// its owned reference, not to the vector.
///
/// # Panics
///
/// If the capacity overflows.
///
/// # Examples
///
/// ```
/// use own_ref::vec;
///
/// let mut scratch = Vec::new();
/// let hole = vec::spare(&mut scratch, 10);
/// let squares = hole.fill(|i| i * i);
/// assert_eq!(squares[9], 81);
/// ```
pub fn spare<T>(vec: &mut Vec<T>, additional: usize) -> Hole<'_, [T]> {
    vec.reserve(additional);
    Hole::from(vec.spare_capacity_mut())
}
