//! The handle that owns a value alone.

use super::store::Store;
use crate::Leak;
use crate::place::list::{Header, Node};
use core::fmt;
use core::marker::PhantomData;
use core::mem::{needs_drop, offset_of};
use core::ops::{Deref, DerefMut};
use core::ptr::NonNull;

/// Owns a value in an [arena](super), until the arena ends.
///
/// Dropping the handle destroys the value now. Forgetting it, or [`keep`](Boxed::keep), leaves that to
/// the end of the arena. The memory stays with the arena either way. A value without a destructor
/// takes no more memory than it needs; one that has a destructor takes three words more.
///
/// It isn't named `Box`, because the compiler would call std's `std::boxed::Box` then, in the errors of
/// every crate that uses this one.
///
/// # Examples
///
/// ```
/// leak::arena::scope(|arena| {
///     let mut words = arena.boxed(vec!["a"]);
///     words.push("b");
///     let words: &[&str] = leak::arena::Boxed::leak(words); // destroyed at the end of the arena
///     assert_eq!(words, ["a", "b"]);
/// });
/// ```
#[must_use = "dropping the handle destroys the value at once; bind it, or call `Boxed::keep` to leave \
              the value to the end of the arena"]
pub struct Boxed<'a, T> {
    /// # Invariants
    ///
    /// 1. Points to a live value, in memory of `store` that may be used through the pointer, and that
    ///    only this handle uses.
    /// 2. If `T` has a destructor, the value is that of a `Node<T>`, for all of which the pointer is
    ///    good, and which is linked as owned.
    value: NonNull<T>,
    store: &'a Store,
    /// Invariant, because the value may be written through the handle, and destroyed after the
    /// handle was forgotten. If `T` could shrink, it could be written with what ends before the arena:
    /// `trybuild-tests/tests/ui/fail/leak/arena/box_takes_what_ends_before_the_arena.rs`.
    invariant: PhantomData<fn(T) -> T>,
}

/// Destroys the value of a node in place.
///
/// # Safety
///
/// 1. `header` is the front of a live `Node<T>`, and good for all of it.
/// 2. The caller owns the value, and nothing refers to it.
unsafe fn destroy<T>(header: NonNull<Header>) {
    // SAFETY: a projection into a live node (clause 1).
    let value = unsafe { &raw mut (*header.cast::<Node<T>>().as_ptr()).value };
    // SAFETY: live, and ours (clause 2).
    unsafe { value.drop_in_place() };
}

impl<'a, T> Boxed<'a, T> {
    /// Puts what `make` returns into the store. The memory is allocated before `make` runs, so that
    /// nothing can fail between the two.
    ///
    /// # Safety
    ///
    /// 1. What the value can reach outlives the arena.
    pub(super) unsafe fn new_with(store: &'a Store, make: impl FnOnce() -> T) -> Self {
        let value = if needs_drop::<T>() {
            let memory = store.allocate::<Node<T>>();
            // SAFETY: 1. `destroy` is for the same `T`; the node stays in its memory.
            let node = unsafe { Node::in_place((), make(), destroy::<T>) };
            // SAFETY: the memory is for a node, and nobody else's.
            unsafe { memory.write(node) };
            // SAFETY: 1. Live since the last line. 2. The memory stays (invariant 1 of `Store`), and
            // the value is destroyed by `drop` only after unlinking. 3. By our clause 1.
            unsafe { store.link_owned(memory.cast()) };
            // SAFETY: a projection into a live node.
            let value = unsafe { &raw mut (*memory.as_ptr()).value };
            // SAFETY: a field of a node isn't at null.
            unsafe { NonNull::new_unchecked(value) }
        } else {
            let memory = store.allocate::<T>();
            // SAFETY: the memory is for a `T`, and nobody else's.
            unsafe { memory.write(make()) };
            memory
        };
        // INVARIANT: 1 and 2: see above.
        Self {
            value,
            store,
            invariant: PhantomData,
        }
    }

    /// Takes the value from the store's care: it is this handle's alone to destroy.
    fn unlink(&mut self) {
        if needs_drop::<T>() {
            let offset = offset_of!(Node<T>, value);
            // SAFETY: invariant 2: the value is that of a node, for which the pointer is good.
            let node = unsafe { self.value.byte_sub(offset) };
            // SAFETY: 1. Linked by invariant 2. The callers end the handle here. The handle exists,
            // so the teardown hasn't come to owned values yet: handles are only in code that is
            // over by then, and in shared values, which are destroyed before.
            unsafe { self.store.unlink_owned(node.cast()) };
        }
    }

    /// Gives the handle up: the value stays until the arena ends.
    ///
    /// The same as forgetting the handle, said aloud.
    ///
    /// # Examples
    ///
    /// ```
    /// use leak::arena::{self, Boxed};
    ///
    /// let flag = std::cell::Cell::new(false);
    /// struct Set<'env>(&'env std::cell::Cell<bool>);
    /// impl Drop for Set<'_> { fn drop(&mut self) { self.0.set(true) } }
    ///
    /// arena::scope(|arena| {
    ///     Boxed::keep(arena.boxed(Set(&flag)));
    ///     assert!(!flag.get());
    /// });
    /// assert!(flag.get());
    /// ```
    pub fn keep(this: Self) {
        #[expect(clippy::mem_forget, reason = "the arena owns the value")]
        core::mem::forget(this);
    }

    /// Gives the handle up for a reference that is good until the arena ends.
    ///
    /// Nothing is leaked: the arena destroys the value.
    ///
    /// # Examples
    ///
    /// ```
    /// use leak::arena::{self, Boxed};
    ///
    /// arena::scope(|arena| {
    ///     let name: &mut String = Boxed::leak(arena.boxed(String::from("ann")));
    ///     name.push('a');
    ///     // Values that are shared may borrow it.
    ///     let greeted = arena.rc(&*name);
    ///     assert_eq!(greeted.with(|name| name.len()), 4);
    /// });
    /// ```
    #[must_use = "use `Boxed::keep` to leave the value to the end of the arena"]
    pub fn leak(this: Self) -> &'a mut T {
        let mut value = this.value;
        Self::keep(this);
        // SAFETY: invariant 1: the value is live, and the only handle to it is gone. It is destroyed by
        // the teardown alone, when owned values come, at which time nothing that runs has `'a` in its
        // type. The memory stays until after that.
        unsafe { value.as_mut() }
    }

    /// Moves the value out of the arena.
    ///
    /// # Examples
    ///
    /// ```
    /// use leak::arena::{self, Boxed};
    ///
    /// let name = arena::scope(|arena| Boxed::into_inner(arena.boxed(String::from("ann"))));
    /// assert_eq!(name, "ann");
    /// ```
    #[must_use = "use `drop` to destroy the value"]
    pub fn into_inner(mut this: Self) -> T {
        this.unlink();
        let value = this.value;
        Self::keep(this);
        // SAFETY: invariant 1: live. Neither the store nor a handle has it any more.
        unsafe { value.read() }
    }
}

impl<T> Drop for Boxed<'_, T> {
    fn drop(&mut self) {
        self.unlink();
        // SAFETY: invariant 1: live, and nobody else's; unlinked, so the teardown won't destroy it
        // again, also if its destructor panics.
        unsafe { self.value.drop_in_place() };
    }
}

impl<T> Deref for Boxed<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: invariant 1; it is destroyed through this handle, which is borrowed, or by the
        // teardown, when nothing that runs has a handle.
        unsafe { self.value.as_ref() }
    }
}

impl<T> DerefMut for Boxed<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as in `deref`, and the handle is borrowed exclusively.
        unsafe { self.value.as_mut() }
    }
}

impl<T> AsRef<T> for Boxed<'_, T> {
    fn as_ref(&self) -> &T {
        self
    }
}

impl<T> AsMut<T> for Boxed<'_, T> {
    fn as_mut(&mut self) -> &mut T {
        self
    }
}

impl<T: fmt::Debug> fmt::Debug for Boxed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl<T: fmt::Display> fmt::Display for Boxed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}

// SAFETY: 1. and 2. The arena owns the value, and destroys it in time if the handle is forgotten.
unsafe impl<T> Leak for Boxed<'_, T> {}
