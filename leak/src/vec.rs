//! A guard that takes elements out of the middle of a `Vec`, and leaves the vector broken meanwhile.
//!
//! This is the text's first example of what a destruction guarantee is good for: `Vec::drain_range`, as it was planned before
//! Rust 1.0. A guard borrows the vector, moves elements out of it, and closes the
//! gap in its destructor. In between, the vector says that it owns elements which were moved out. If the guard
//! could be forgotten, they would be dropped twice. So [`std::vec::Drain`] first sets the length
//! of the vector to the start of the range, to be on the safe side: forget it, and what was behind is lost, drained or not
//! ("leak amplification"). This guard lives in a place where it can't be forgotten. It
//! touches nothing until it is destroyed, and then nothing is lost.

use crate::{Activate, Leak, Unleak};
use alloc::vec::Vec;
use core::cell::Cell;
use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::ops::{Bound, RangeBounds};
use core::ptr::{self, slice_from_raw_parts_mut};

/// The inert half of a guard that removes a range from a vector.
///
/// Nothing happens until a place activates it, with `hold`. The guard, [`Draining`], then gives the
/// elements out. What it has not given out when it is destroyed is dropped then, and what
/// stands behind the range moves up. That holds also if destructors of elements panic.
///
/// # Panics
///
/// If the range starts after its end, or ends after the end of the vector.
///
/// # Examples
///
/// ```
/// let mut numbers = vec![0, 1, 2, 3, 4, 5];
/// leak::local_scope(|s| {
///     let drain = s.hold(leak::vec::drain_range(&mut numbers, 1..4));
///     assert_eq!(drain.next(), Some(1));
///     core::mem::forget(drain); // no harm, and no loss
/// });
/// assert_eq!(numbers, [0, 4, 5]);
/// ```
///
/// As a statement of a function that may leave early:
///
/// ```
/// #[leak::framed]
/// fn first_long(words: &mut Vec<String>) -> Option<String> {
///     leak::frame!(s);
///     let drain = s.hold(leak::vec::drain_range(words, 1..));
///     for word in &*drain {
///         if word.len() > 3 {
///             return Some(word);
///         }
///     }
///     None
/// }
///
/// let mut words = ["a", "b", "long", "c"].map(String::from).to_vec();
/// assert_eq!(first_long(&mut words).as_deref(), Some("long"));
/// assert_eq!(words, ["a"]);
/// ```
///
/// # Source
///
/// "The destruction guarantee and linear types formulation", which names `Vec::drain_range` as what a
/// guard could do that breaks an invariant of what it borrows.
#[must_use = "nothing happens until a place activates it: `s.hold(drain_range(…))`"]
pub fn drain_range<T>(vec: &mut Vec<T>, range: impl RangeBounds<usize>) -> DrainRange<'_, T> {
    let len = vec.len();
    // Asked once: a range of the user's may answer differently the second time.
    let start = match range.start_bound() {
        Bound::Included(&start) => Some(start),
        Bound::Excluded(before) => before.checked_add(1),
        Bound::Unbounded => Some(0),
    };
    let end = match range.end_bound() {
        Bound::Included(last) => last.checked_add(1),
        Bound::Excluded(&end) => Some(end),
        Bound::Unbounded => Some(len),
    };
    match (start, end) {
        // INVARIANT: 1 of `DrainRange`.
        (Some(start), Some(end)) if start <= end && end <= len => DrainRange { vec, start, end },
        _ => out_of_range(start, end, len),
    }
}

#[cold]
#[track_caller]
fn out_of_range(start: Option<usize>, end: Option<usize>, len: usize) -> ! {
    match (start, end) {
        (Some(start), Some(end)) if start > end => {
            panic!("the range to drain starts at {start} and ends at {end}")
        }
        (Some(_), Some(end)) => {
            panic!("the range to drain ends at {end}, and the vector at {len}")
        }
        _ => panic!("the range to drain goes beyond `usize::MAX`"),
    }
}

/// What [`drain_range`] makes: inert.
///
/// # Examples
///
/// ```
/// let mut numbers = vec![1, 2, 3];
/// core::mem::forget(leak::vec::drain_range(&mut numbers, ..)); // nothing happened
/// assert_eq!(numbers, [1, 2, 3]);
/// ```
#[must_use = "nothing happens until a place activates it: `s.hold(…)`"]
pub struct DrainRange<'a, T> {
    /// # Invariants
    ///
    /// 1. `start <= end <= vec.len()`.
    vec: &'a mut Vec<T>,
    start: usize,
    end: usize,
}

// SAFETY: 1. and 2. It is a reference and two numbers, and has no destructor.
unsafe impl<T> Leak for DrainRange<'_, T> {}

impl<T: fmt::Debug> fmt::Debug for DrainRange<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("DrainRange")
            .field(&self.vec.get(self.start..self.end))
            .finish()
    }
}

// Not what somebody meant who holds something else.
#[diagnostic::do_not_recommend]
impl<'a, T> Activate for DrainRange<'a, T> {
    type Guard = Draining<'a, T>;

    unsafe fn activate(self) -> Draining<'a, T> {
        // INVARIANT: 1. to 3. of `Draining`: nothing was given out yet, and by invariant 1 of
        // `DrainRange` the range is one of the vector's. That the guard is destroyed before the borrow
        // ends, and that nobody else has it by value, is what the caller promises.
        Draining {
            front: Cell::new(self.start),
            back: Cell::new(self.end),
            start: self.start,
            end: self.end,
            vec: self.vec,
            unleak: PhantomData,
        }
    }
}

/// A range of a vector that is being removed: the live guard of [`drain_range`].
///
/// Its destructor drops what was not given out, and closes the gap. Places lend it by shared
/// reference, so [`next`](Draining::next) takes `&self`, and `&Draining` is an iterator.
///
/// # Examples
///
/// ```
/// let mut letters: Vec<char> = "abcdef".chars().collect();
/// let taken = leak::local_scope(|s| {
///     let drain = s.hold(leak::vec::drain_range(&mut letters, 1..=4));
///     assert_eq!((drain.next_back(), drain.len()), (Some('e'), 3));
///     drain.into_iter().take(2).collect::<String>()
/// });
/// assert_eq!(taken, "bc");
/// assert_eq!(letters, ['a', 'f']); // 'd' was dropped
/// ```
pub struct Draining<'a, T> {
    /// # Invariants
    ///
    /// 1. `start <= front <= back <= end <= vec.len()`.
    /// 2. Of the elements that the vector counts, those at `start..front` and `back..end` were moved out.
    ///    The others are there. So **the vector's own invariant is broken**, and nothing but `len` and
    ///    `as_ptr` is called on it until the destructor has mended it.
    /// 3. Nobody sees the vector before this is destroyed: it is borrowed for `'a`.
    vec: &'a mut Vec<T>,
    front: Cell<usize>,
    back: Cell<usize>,
    start: usize,
    end: usize,
    /// The vector is broken for `'a`, so this must be destroyed before `'a` ends:
    /// `trybuild-tests/tests/ui/fail/leak/vec/forgotten_by_value.rs`.
    unleak: PhantomData<Unleak<&'a ()>>,
}

// SAFETY: 1. The borrow never ends, so nobody will see the vector. 2. The elements are `'static` too.
unsafe impl<T> Leak for Draining<'_, T> where Self: 'static {}

impl<T> Draining<'_, T> {
    /// Moves the first element out that is left.
    ///
    /// # Examples
    ///
    /// See [`Draining`].
    pub fn next(&self) -> Option<T> {
        let front = self.front.get();
        if front == self.back.get() {
            return None;
        }
        // INVARIANT: 1: it is before `back`. 2: the element is moved out below.
        self.front.set(front + 1);
        // SAFETY: it was at `front`, which is in the range, and counts as moved out from now on.
        Some(unsafe { self.read(front) })
    }

    /// Moves the last element out that is left.
    ///
    /// # Examples
    ///
    /// See [`Draining`].
    pub fn next_back(&self) -> Option<T> {
        if self.front.get() == self.back.get() {
            return None;
        }
        let last = self.back.get() - 1;
        // INVARIANT: 1: it is not before `front`. 2: the element is moved out below.
        self.back.set(last);
        // SAFETY: it was before `back`, which is in the range, and counts as moved out from now on.
        Some(unsafe { self.read(last) })
    }

    /// How many elements are left in the range.
    ///
    /// # Examples
    ///
    /// See [`Draining`].
    #[must_use]
    pub fn len(&self) -> usize {
        self.back.get() - self.front.get()
    }

    /// Whether no element is left in the range.
    ///
    /// # Examples
    ///
    /// ```
    /// let mut one = vec![1];
    /// leak::local_scope(|s| {
    ///     let drain = s.hold(leak::vec::drain_range(&mut one, ..));
    ///     assert!(!drain.is_empty());
    ///     drain.next();
    ///     assert!(drain.is_empty());
    /// });
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Moves an element out.
    ///
    /// # Safety
    ///
    /// 1. `index` is in the range, its element is there, and the caller has noted that it is no more.
    unsafe fn read(&self, index: usize) -> T {
        let elements = self.vec.as_ptr();
        // SAFETY: clause 1: within the vector's buffer.
        let element = unsafe { elements.add(index) };
        // SAFETY: clause 1: there is an element, and it won't be read again. Nothing is written through
        // the pointer, as `Vec::as_ptr` asks.
        unsafe { element.read() }
    }
}

impl<T> Drop for Draining<'_, T> {
    fn drop(&mut self) {
        let (front, left) = (self.front.get(), self.len());
        let elements = self.vec.as_mut_ptr();
        // Mends the vector when it goes: also when an element panics below.
        let _mend = Mend {
            vec: &mut *self.vec,
            start: self.start,
            end: self.end,
        };
        // SAFETY: within the vector's buffer, by invariant 1.
        let first = unsafe { elements.add(front) };
        // SAFETY: invariant 2: these elements are there. `mend` takes them for moved out. If one panics,
        // dropping a slice goes on with the others.
        unsafe { slice_from_raw_parts_mut(first, left).drop_in_place() };
    }
}

/// Closes the gap that `start..end` is by now.
struct Mend<'a, T> {
    vec: &'a mut Vec<T>,
    start: usize,
    end: usize,
}

impl<T> Drop for Mend<'_, T> {
    fn drop(&mut self) {
        let behind = self.vec.len() - self.end;
        let elements = self.vec.as_mut_ptr();
        // SAFETY: within the vector's buffer, by invariant 1 of `Draining`.
        let gap = unsafe { elements.add(self.start) };
        // SAFETY: as above.
        let tail = unsafe { elements.add(self.end) };
        // SAFETY: both are good for `behind` elements, which are moved: the vector forgets the old
        // places in the next line.
        unsafe { ptr::copy(tail, gap, behind) };
        // SAFETY: "new_len must be less than or equal to capacity()": it shrinks. "The elements at
        // old_len..new_len must be initialized": all before the new length are, again.
        unsafe { self.vec.set_len(self.start + behind) };
    }
}

#[expect(
    clippy::copy_iterator,
    reason = "the state is behind the reference, as with `Read for &File`"
)]
impl<T> Iterator for &Draining<'_, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        Draining::next(self)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        // Not `self.len()`, which would be that of `ExactSizeIterator`, and call this.
        let left = Draining::len(self);
        (left, Some(left))
    }
}

impl<T> DoubleEndedIterator for &Draining<'_, T> {
    fn next_back(&mut self) -> Option<T> {
        Draining::next_back(self)
    }
}

impl<T> ExactSizeIterator for &Draining<'_, T> {}
impl<T> FusedIterator for &Draining<'_, T> {}

impl<T> fmt::Debug for Draining<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draining")
            .field("left", &self.len())
            .finish_non_exhaustive()
    }
}
