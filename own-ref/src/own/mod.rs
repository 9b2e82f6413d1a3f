//! The owned reference.

mod compare;
mod error;
mod format;
#[cfg(feature = "std")]
mod io;
mod run;
mod slice;
mod text;

pub use slice::Items;

use crate::Hole;
use core::borrow::{Borrow, BorrowMut};
use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::ops::{Deref, DerefMut};
use core::panic::UnwindSafe;
use core::ptr::{self, NonNull};

/// An owned reference: it owns the value, somebody else owns the memory.
///
/// What `Box<T>` is to the heap, `Own<'a, T>` is to any memory that is borrowed for `'a`: a
/// [`Slot`](crate::Slot) on the stack, an arena, a place inside another value. It is one pointer
/// (two for an unsized `T`), it dereferences to the value, and dropping it drops the value. As
/// it owns the value, it can give it away: by value ([`into_inner`](Own::into_inner)), field by
/// field ([`split`](Own::split)), for ever ([`leak`](Own::leak)).
///
/// Like those of `Box`, its functions are called as `Own::take(own)`, not as `own.take()`, so that
/// they never hide a method of `T`.
///
/// Forgetting an owned reference forgets the value, and does nothing else: the place never looks at
/// the memory. This is why there is no way from `Own<'a, T>` to `Pin<Own<'a, T>>`; see
/// [`PinSlot`](crate::PinSlot) for a place that keeps the promise that `Pin` makes.
///
/// # Examples
///
/// ```
/// use own_ref::{Own, Slot};
///
/// fn shout(mut word: Own<'_, String>) -> usize {
///     word.push('!');
///     word.len()
/// } // the string is dropped here, by its owner
///
/// let mut slot = Slot::new();
/// let word = slot.put(String::from("own"));
/// assert_eq!(shout(word), 4);
/// assert_eq!(*slot.put(String::from("again")), "again"); // the memory is free once more
/// ```
///
/// # Source
///
/// `&own T` of "The Inconceivable Types of Rust", part 2. `moveit::Slot` and `stackbox::StackBox`
/// are its predecessors.
#[repr(transparent)]
#[must_use = "dropping an owned reference drops the value; `Own::leak` keeps it"]
pub struct Own<'a, T: ?Sized> {
    /// # Invariants
    ///
    /// 1. Aligned, and points to a valid value of `T` that this reference owns: nobody else drops it
    ///    or moves it out.
    /// 2. Until `'a` ends, the memory may be read and written, and is accessed only through this
    ///    pointer and what is derived from it. When the value is gone the memory is
    ///    uninitialised for everybody.
    ptr: NonNull<T>,
    /// `&'a mut ()`: borrows the memory, covariant in `'a`. `T`: owns a value, so the drop check
    /// knows that dropping this may read what `T` borrows. A field of type `&'a mut T` instead would
    /// make it invariant, and claim for the whole of every call that gets it that the memory
    /// stays there.
    _owns: PhantomData<(&'a mut (), T)>,
}

// SAFETY: it is a `T` that lies elsewhere; the memory is ours alone (invariant 2).
unsafe impl<T: ?Sized + Send> Send for Own<'_, T> {}

// SAFETY: a shared owned reference gives out `&T` and nothing else.
unsafe impl<T: ?Sized + Sync> Sync for Own<'_, T> {}

// Moving the reference doesn't move the value, as with `Box`. Nothing is ever pinned through it.
impl<T: ?Sized> Unpin for Own<'_, T> {}

// As for `Box`. The `&mut ()` in the marker would take it away.
impl<T: ?Sized + UnwindSafe> UnwindSafe for Own<'_, T> {}

impl<'a, T> Own<'a, T> {
    /// Moves the value out, and gives back the memory it was in.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{Own, Slot};
    ///
    /// let mut slot = Slot::new();
    /// let (text, hole) = Own::take(slot.put(String::from("ab")));
    /// let again = hole.put(text + "c");
    /// assert_eq!(*again, "abc");
    /// ```
    #[inline]
    pub fn take(this: Self) -> (T, Hole<'a, T>) {
        let ptr = Self::into_raw(this);
        // SAFETY: invariant 1: a valid value, aligned, ours, and `this` is gone, so that it
        // won't be dropped there.
        let value = unsafe { ptr.read() };
        // SAFETY: 1. as invariant 2; the value has just left. 2. from a reference, so not null.
        let hole = unsafe { Hole::from_raw(ptr) };
        (value, hole)
    }

    /// Moves the value out.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{Own, Slot};
    ///
    /// let mut slot = Slot::new();
    /// let own = slot.put(String::from("out"));
    /// let text: String = Own::into_inner(own);
    /// assert_eq!(text, "out");
    /// ```
    #[inline]
    #[must_use = "to drop the value, drop the owned reference"]
    pub fn into_inner(this: Self) -> T {
        Self::take(this).0
    }
}

impl<'a, T: ?Sized> Own<'a, T> {
    /// The pointer. Nothing drops the value any more, until it is given to
    /// [`from_raw`](Own::from_raw) or is dropped in place.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{Own, Slot};
    ///
    /// let mut slot = Slot::new();
    /// let raw = Own::into_raw(slot.put(String::from("raw")));
    /// // SAFETY: 1. it came from `into_raw` just now. 2. `slot` is not used while `own` is.
    /// let own: Own<'_, String> = unsafe { Own::from_raw(raw) };
    /// assert_eq!(*own, "raw");
    /// ```
    #[inline]
    #[must_use = "losing the pointer forgets the value"]
    pub fn into_raw(this: Self) -> *mut T {
        ManuallyDrop::new(this).ptr.as_ptr()
    }

    /// Takes ownership of the value behind a pointer.
    ///
    /// # Safety
    ///
    /// 1. `ptr` is aligned and not null, and points to a valid `T`, which nobody else owns:
    ///    nobody else will drop it or move it out, and nobody takes it to be there when the owned
    ///    reference is gone.
    /// 2. Until `'a` ends, the memory may be read and written through `ptr`, and is accessed in no
    ///    other way. `'a` is chosen by the caller.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::mem::ManuallyDrop;
    /// use own_ref::Own;
    ///
    /// let mut value = ManuallyDrop::new(String::from("mine"));
    /// // SAFETY: 1. `value` won't be dropped by its owner. 2. nor used again.
    /// let own = unsafe { Own::from_raw(&raw mut *value) };
    /// assert_eq!(*own, "mine");
    /// ```
    #[inline]
    pub unsafe fn from_raw(ptr: *mut T) -> Self {
        // SAFETY: clause 1: not null.
        let ptr = unsafe { NonNull::new_unchecked(ptr) };
        // INVARIANT: 1 and 2: by the clauses of the same number.
        Self {
            ptr,
            _owns: PhantomData,
        }
    }

    /// Gives up the value: what is left is an ordinary reference, and nobody drops the value.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{Own, Slot};
    ///
    /// let mut slot = Slot::new();
    /// let number: &mut u32 = Own::leak(slot.put(6));
    /// *number += 1;
    /// assert_eq!(*number, 7);
    /// ```
    #[inline]
    #[expect(
        clippy::must_use_candidate,
        reason = "as with `Box::leak`, leaking may be the purpose"
    )]
    pub fn leak(this: Self) -> &'a mut T
    where
        T: 'a,
    {
        // SAFETY: invariants 1 and 2: a valid value that is ours alone until `'a` ends, and `this`
        // is gone.
        unsafe { &mut *Self::into_raw(this) }
    }

    /// Drops the value, and gives back the memory.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{Own, Slot};
    ///
    /// let mut slot = Slot::new();
    /// let hole = Own::clear(slot.put(vec![1, 2]));
    /// assert_eq!(*hole.put(vec![3]), [3]);
    /// ```
    #[inline]
    pub fn clear(this: Self) -> Hole<'a, T> {
        let ptr = this.ptr.as_ptr();
        drop(this);
        // SAFETY: 1. as invariant 2: the value has just been dropped. 2. not null.
        unsafe { Hole::from_raw(ptr) }
    }

    /// The pointer, while the value stays where it is and owned by `this`.
    #[inline]
    pub(crate) fn as_ptr(this: &Self) -> *mut T {
        this.ptr.as_ptr()
    }
}

impl<T: ?Sized> Drop for Own<'_, T> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: invariant 1: valid, aligned, and ours to drop; this happens once.
        unsafe { ptr::drop_in_place(self.ptr.as_ptr()) }
    }
}

impl<T: ?Sized> Deref for Own<'_, T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: invariants 1 and 2: valid, and nobody writes while `self` is borrowed.
        unsafe { self.ptr.as_ref() }
    }
}

impl<T: ?Sized> DerefMut for Own<'_, T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: invariants 1 and 2: valid, and nobody else accesses it while `self` is borrowed.
        unsafe { self.ptr.as_mut() }
    }
}

impl<T: ?Sized> AsRef<T> for Own<'_, T> {
    #[inline]
    fn as_ref(&self) -> &T {
        self
    }
}

impl<T: ?Sized> AsMut<T> for Own<'_, T> {
    #[inline]
    fn as_mut(&mut self) -> &mut T {
        self
    }
}

impl<T: ?Sized> Borrow<T> for Own<'_, T> {
    #[inline]
    fn borrow(&self) -> &T {
        self
    }
}

impl<T: ?Sized> BorrowMut<T> for Own<'_, T> {
    #[inline]
    fn borrow_mut(&mut self) -> &mut T {
        self
    }
}
