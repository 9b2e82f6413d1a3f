//! The pointer that counts for who has the token.

use core::cell::Cell;
use core::fmt;
use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::ops::Deref;
use core::ptr::{self, NonNull};
use std::boxed::Box;

use super::Token;
use super::anchor::Anchor;
use crate::brand::Invariant;
use crate::task::list::{Node, Taken};

/// There are never more pointers to a value.
const MOST: u32 = 1 << 31;

/// A pointer that shares a value among those who share a token; see [the module](super).
///
/// # Invariants
///
/// 1. `counted` is a value of the token with the brand `'b`, and counts this pointer.
pub struct Rc<'b, T: Send + Sync + 'b> {
    counted: NonNull<Counted<T>>,
    /// Invariance: else the token of one brand would count for another (ui test `static_token/token_of_another_brand`).
    _brand: Invariant<'b>,
    /// It may drop a `T`.
    _owns: PhantomData<T>,
}

// SAFETY: The count is changed by who has the only token of the brand exclusively; the value is `Sync`; it is
// destroyed by whoever has the token, after all that was done with it, and is `Send`.
unsafe impl<T: Send + Sync> Send for Rc<'_, T> {}

// SAFETY: By a shared reference only what is said above can be done.
unsafe impl<T: Send + Sync> Sync for Rc<'_, T> {}

/// A value with a count.
///
/// # Invariants
///
/// 1. `count` is the number of pointers, those included whose drop is pending. It is changed and read by who has
///    the token exclusively. The value and its memory are there until it becomes 0.
#[repr(C)]
struct Counted<T> {
    /// First, so that a pointer to it is one to all.
    node: Node,
    /// [`settle_as::<T>`]
    settle: unsafe fn(NonNull<Node>),
    anchor: NonNull<Anchor>,
    count: Cell<u32>,
    value: ManuallyDrop<T>,
}

impl<'b, T: Send + Sync + 'b> Rc<'b, T> {
    /// Moves a value to the heap, to share it.
    ///
    /// ```
    /// # use capsule::{token, token::Rc};
    /// token!(t);
    /// assert_eq!(*Rc::new(&t, 5), 5);
    /// ```
    pub fn new(token: &Token<'b>, value: T) -> Self {
        // INVARIANT: 1. One pointer.
        let counted = Box::new(Counted {
            node: Node::new(),
            settle: settle_as::<T>,
            anchor: NonNull::from(token.anchor()),
            count: Cell::new(1),
            value: ManuallyDrop::new(value),
        });
        // INVARIANT: 1. It is new, and counts one.
        Self::wrap(NonNull::from(Box::leak(counted)))
    }

    /// # Invariants
    ///
    /// That `counted` counts it is for the caller.
    #[inline]
    fn wrap(counted: NonNull<Counted<T>>) -> Self {
        Self {
            counted,
            _brand: PhantomData,
            _owns: PhantomData,
        }
    }

    #[inline]
    fn count<'a>(&'a self, _: &'a mut Token<'b>) -> &'a Cell<u32> {
        // SAFETY: it is alive, by invariant 1, as long as this pointer is borrowed. Nobody else uses the cell as long as the
        // token is borrowed exclusively.
        unsafe { &(*self.counted.as_ptr()).count }
    }

    /// Another pointer to the same value.
    ///
    /// ```
    /// # use capsule::{token, token::Rc};
    /// token!(t);
    /// let five = Rc::new(&t, 5);
    /// assert!(Rc::ptr_eq(&five, &five.dup(&mut t)));
    /// ```
    ///
    /// # Panics
    ///
    /// If there are 2³¹ pointers.
    #[inline]
    #[must_use]
    #[track_caller]
    pub fn dup(&self, token: &mut Token<'b>) -> Self {
        let count = self.count(token);
        assert!(count.get() < MOST, "too many pointers to one value");
        count.set(count.get() + 1);
        // INVARIANT: 1. It was counted.
        Self::wrap(self.counted)
    }

    /// Drops the pointer, and the value if it was the last.
    ///
    /// ```
    /// # use capsule::{token, token::Rc};
    /// token!(t);
    /// let five = Rc::new(&t, 5);
    /// five.free(&mut t);
    /// ```
    ///
    /// # Panics
    ///
    /// If the value's destructor does.
    #[inline]
    pub fn free(self, token: &mut Token<'b>) {
        drop(self.into_inner(token));
    }

    /// Drops the pointer; the value, if it was the last.
    ///
    /// ```
    /// # use capsule::{token, token::Rc};
    /// token!(t);
    /// let five = Rc::new(&t, 5);
    /// let alias = five.dup(&mut t);
    /// assert_eq!(alias.into_inner(&mut t), None);
    /// assert_eq!(five.into_inner(&mut t), Some(5));
    /// ```
    #[inline]
    #[must_use]
    pub fn into_inner(self, token: &mut Token<'b>) -> Option<T> {
        let this = ManuallyDrop::new(self);
        let count = this.count(token);
        count.set(count.get() - 1);
        if count.get() > 0 {
            return None;
        }
        // SAFETY: it is from `Box::leak`, and nobody points to it any more.
        let counted = unsafe { Box::from_raw(this.counted.as_ptr()) };
        Some(ManuallyDrop::into_inner(counted.value))
    }

    /// Looks at the value, by the token. [`Deref`] does the same without, so that cells can be borrowed
    /// mutably.
    ///
    /// ```
    /// # use capsule::{token, token::Rc};
    /// token!(t);
    /// assert_eq!(*Rc::new(&t, 5).get(&t), 5);
    /// ```
    #[inline]
    #[must_use]
    pub fn get<'a>(&'a self, token: &'a Token<'b>) -> &'a T {
        let _ = token;
        self
    }

    /// The value, if this is the only pointer to it.
    ///
    /// ```
    /// # use capsule::{token, token::Rc};
    /// token!(t);
    /// let mut five = Rc::new(&t, 5);
    /// *five.get_mut(&mut t).unwrap() += 1;
    /// let alias = five.dup(&mut t);
    /// assert!(five.get_mut(&mut t).is_none());
    /// assert_eq!(*alias, 6);
    /// ```
    #[inline]
    #[must_use]
    pub fn get_mut(&mut self, token: &mut Token<'b>) -> Option<&mut T> {
        if self.count(token).get() != 1 {
            return None;
        }
        // SAFETY: it is there, and this is the only pointer to it, which is borrowed for as long as the result. What
        // others did with it by pointers that they dropped happens before these were subtracted.
        Some(unsafe { &mut (*self.counted.as_ptr()).value })
    }

    /// Whether both point to the same value.
    #[inline]
    #[must_use]
    pub fn ptr_eq(this: &Self, other: &Self) -> bool {
        ptr::addr_eq(this.counted.as_ptr(), other.counted.as_ptr())
    }
}

impl<T: Send + Sync> Deref for Rc<'_, T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: it is there, by invariant 1; and it is `Sync`. Nobody changes it as long as there is this pointer.
        unsafe { &(*self.counted.as_ptr()).value }
    }
}

impl<T: Send + Sync> Drop for Rc<'_, T> {
    fn drop(&mut self) {
        let node: NonNull<Node> = self.counted.cast();
        // SAFETY: it is alive, as this pointer is counted.
        let anchor = unsafe { (*self.counted.as_ptr()).anchor };
        // SAFETY: 1. As above; it is one pointer.
        if !unsafe { Node::add(node, 1) } {
            return;
        }
        // SAFETY: the anchor outlives `'b`, and this type, which has a destructor, doesn't.
        let list = unsafe { anchor.as_ref() }.deferred();
        // SAFETY: 1. It is alive until it is settled; `add` told us to.
        let pushed = unsafe { list.push(node) };
        debug_assert_eq!(pushed, Ok(()), "the list is never shut");
    }
}

impl<T: Send + Sync + fmt::Debug> fmt::Debug for Rc<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::fmt(self, f)
    }
}

impl<T: Send + Sync + fmt::Display> fmt::Display for Rc<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::fmt(self, f)
    }
}

/// Settles all nodes, also if a destructor panics.
///
/// # Safety
///
/// 1. They were on the list of an anchor. Nobody else changes the counts of values with its brand.
pub(super) unsafe fn settle_each(taken: Taken) {
    struct Rest(Taken);
    impl Rest {
        fn settle(&mut self) {
            for node in self.0.by_ref() {
                // SAFETY: it is alive, as something is pending. The fields up to the value are where they are in each
                // `Counted`, by `repr(C)`, and `()` needs no more alignment than they do.
                let settle = unsafe { (*node.cast::<Counted<()>>().as_ptr()).settle };
                // SAFETY: 1. By clause 1 of `settle_each`; and it is the function for the type of the value.
                unsafe { settle(node) };
            }
        }
    }
    impl Drop for Rest {
        fn drop(&mut self) {
            self.settle();
        }
    }

    Rest(taken).settle();
}

/// # Safety
///
/// 1. `node` is that of a [`Counted<T>`], was taken off the list of its anchor, and nobody else changes counts.
unsafe fn settle_as<T>(node: NonNull<Node>) {
    let counted = node.cast::<Counted<T>>();
    // SAFETY: it is alive, as something is pending.
    let dropped = unsafe { &*node.as_ptr() }.take();
    let dropped = u32::try_from(dropped).expect("no more than there were");
    // SAFETY: as above; what was pending is still counted.
    let count = unsafe { &(*counted.as_ptr()).count };
    // INVARIANT: 1. By clause 1.
    count.set(count.get() - dropped);
    if count.get() == 0 {
        // SAFETY: it is from `Box::leak`, and nobody points to it any more.
        let counted = unsafe { Box::from_raw(counted.as_ptr()) };
        drop(ManuallyDrop::into_inner(counted.value));
    }
}
