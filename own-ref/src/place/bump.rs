//! An arena of `bumpalo` as a place.
//!
//! `Bump::alloc` gives out `&mut T`, and never drops a `T`. An owned reference does.

use crate::{Hole, Own};
use bumpalo::Bump;
use core::alloc::Layout;
use core::ptr;

/// Memory in an arena.
///
/// # Panics
///
/// If the arena can't allocate.
///
/// # Examples
///
/// ```
/// use bumpalo::Bump;
///
/// let arena = Bump::new();
/// let table = own_ref::bump::hole::<[u32; 1000]>(&arena).fill(|i| i as u32);
/// assert_eq!(table[999], 999);
/// ```
pub fn hole<T>(arena: &Bump) -> Hole<'_, T> {
    let memory = arena.alloc_layout(Layout::new::<T>());
    // SAFETY: 1. allocated just now, nobody else has it, and it isn't freed or reset while the arena
    // is borrowed. 2. the layout is that of `T`.
    unsafe { Hole::from_raw(memory.as_ptr().cast()) }
}

/// Memory for a slice in an arena.
///
/// # Panics
///
/// If the arena can't allocate, or the size overflows.
///
/// # Examples
///
/// ```
/// use bumpalo::Bump;
///
/// let arena = Bump::new();
/// let words = own_ref::bump::hole_slice(&arena, 2).fill(|i| format!("word {i}"));
/// assert_eq!(words[1], "word 1");
/// ```
pub fn hole_slice<T>(arena: &Bump, len: usize) -> Hole<'_, [T]> {
    let Ok(layout) = Layout::array::<T>(len) else {
        panic!("{len} elements are too many")
    };
    let memory = arena.alloc_layout(layout).as_ptr().cast::<T>();
    let slice = ptr::slice_from_raw_parts_mut(memory, len);
    // SAFETY: as in `hole`, for `len` elements.
    unsafe { Hole::from_raw(slice) }
}

/// Puts a value into an arena.
///
/// # Panics
///
/// If the arena can't allocate.
///
/// # Examples
///
/// ```
/// use bumpalo::Bump;
/// use own_ref::Own;
///
/// let arena = Bump::new();
/// let text: Own<'_, String> = own_ref::bump::put(&arena, "dropped, unlike `alloc`".into());
/// assert_eq!(text.len(), 23);
/// ```
pub fn put<T>(arena: &Bump, value: T) -> Own<'_, T> {
    hole(arena).put(value)
}
