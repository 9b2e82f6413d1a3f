//! What an update ends with.

use super::state::{Gone, MemoryOf};
use super::{States, Variant};
use crate::part::Brand;
use core::fmt;
use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::ptr::NonNull;

/// The next state of the enum that is being updated, complete and in its place: what the function of
/// an update returns. `R` is what the update returns besides; see [`with`](Next::with).
///
/// If it is dropped instead, it drops the state.
///
/// # Examples
///
/// See [`update`](crate::states::update).
#[must_use = "return it from the update"]
pub struct Next<'id, E, B: Brand, R = ()> {
    state: Complete<'id, E, B>,
    value: R,
}

/// # Invariants
///
/// 1. The payload memory of the enum that `brand` names holds the valid payload of the variant with this
///    tag, which this owns; `drop_payload`, if there is one, drops it. The sentinel has none.
struct Complete<'id, E, B: Brand> {
    tag: u8,
    payload: NonNull<()>,
    drop_payload: Option<unsafe fn(NonNull<()>)>,
    brand: B,
    _of: PhantomData<MemoryOf<'id, E>>,
}

impl<E: States, B: Brand> Next<'_, E, B> {
    /// # Safety
    ///
    /// 1. `payload` points to a valid `V`, which the caller owns and gives up, in the payload memory of
    ///    the enum of type `E` that `brand` names.
    #[inline]
    pub(super) unsafe fn of_variant<V: Variant<E>>(payload: *mut V, brand: B) -> Self {
        /// # Safety
        ///
        /// 1. `payload` points to a valid `V` that the caller owns and gives up.
        unsafe fn drop_payload<V>(payload: NonNull<()>) {
            // SAFETY: clause 1.
            unsafe { payload.cast::<V>().drop_in_place() }
        }

        // SAFETY: clause 1: it points to memory, so it isn't null.
        let payload = unsafe { NonNull::new_unchecked(payload.cast()) };
        // INVARIANT: 1: by clause 1, and clause 1 of `Variant`.
        let drop_payload = Some(drop_payload::<V> as unsafe fn(NonNull<()>));
        let state = Complete {
            tag: V::TAG,
            payload,
            drop_payload,
            brand,
            _of: PhantomData,
        };
        Self { state, value: () }
    }

    #[inline]
    pub(super) fn sentinel(brand: B) -> Self {
        // INVARIANT: 1: nothing to own.
        let payload = NonNull::dangling();
        let tag = E::SENTINEL;
        Self {
            state: Complete {
                tag,
                payload,
                drop_payload: None,
                brand,
                _of: PhantomData,
            },
            value: (),
        }
    }
}

impl<'id, E, B: Brand> Next<'id, E, B> {
    /// The same, with a value for the update to return.
    ///
    /// # Examples
    ///
    /// ```
    /// # mod expanded { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fetch.rs")); }
    /// # use expanded::{Connecting, ConnectingPart, Fetch, FetchState, Reading, ReadingPart};
    /// use own_ref::states::update;
    ///
    /// let mut fetch: Fetch<String, u8, u64> = Fetch::Connecting(Connecting { page: "page".into(), dial: 7 });
    /// let length = update(&mut fetch, |now| match now.state() {
    ///     FetchState::Connecting(state) => {
    ///         let length = state.page.len();
    ///         state.next().with(length)
    ///     }
    ///     _ => unreachable!(),
    /// });
    /// assert_eq!(length, 4);
    /// ```
    #[inline]
    pub fn with<R>(self, value: R) -> Next<'id, E, B, R> {
        Next {
            state: self.state,
            value,
        }
    }
}

impl<E, B: Brand, R> Next<'_, E, B, R> {
    /// The tag, for which the payload is in its place, and the value. The payload is the enum's now.
    #[inline]
    pub(super) fn into_parts(self) -> (u8, R) {
        (ManuallyDrop::new(self.state).tag, self.value)
    }
}

impl<E, B: Brand> Drop for Complete<'_, E, B> {
    fn drop(&mut self) {
        let _gone = Gone(self.brand);
        if let Some(drop_payload) = self.drop_payload {
            // SAFETY: 1. invariant 1; this happens once.
            unsafe { drop_payload(self.payload) }
        }
    }
}

impl<E, B: Brand, R: fmt::Debug> fmt::Debug for Next<'_, E, B, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Next")
            .field("tag", &self.state.tag)
            .field("value", &self.value)
            .finish()
    }
}
