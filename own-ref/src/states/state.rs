//! The payload of an enum that is being updated.

use super::{Next, States, Variant};
use crate::part::{Brand, List, Movable, Names, Parted, part_of};
use core::fmt;
use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::ops::{Deref, DerefMut};
use core::panic::UnwindSafe;
use core::ptr::NonNull;

/// Borrows the payload memory of an `E`, invariant in `E`.
pub(super) type MemoryOf<'id, E> = (&'id mut (), fn(E) -> E);

/// An owned reference to a state: the payload of the enum that is being updated.
///
/// It dereferences to the payload; mutably, if the enum isn't pinned. Its methods hide methods of the
/// payload with the same names; `(*state).next()` reaches those. Take it apart with
/// [`part`](State::part). Dropping it drops the payload, and the enum stays in its sentinel variant.
///
/// # Examples
///
/// See [`update`](crate::states::update).
#[must_use = "dropping a state drops the payload"]
pub struct State<'id, V, B: Brand> {
    /// # Invariants
    ///
    /// 1. A valid `V`, owned by this, in the payload of the enum that `brand` names. Until the end of
    ///    the update it is accessed only through this pointer and what is derived from it.
    /// 2. If the enum is pinned, so are the pinned fields of `V`, and `brand` has been told that the
    ///    memory is occupied.
    ptr: NonNull<V>,
    brand: B,
    _owns: PhantomData<(&'id mut (), V)>,
}

// SAFETY: it is a `V` that lies elsewhere.
unsafe impl<V: Send, B: Brand + Send> Send for State<'_, V, B> {}

// SAFETY: a shared state gives out `&V` and nothing else.
unsafe impl<V: Sync, B: Brand + Sync> Sync for State<'_, V, B> {}

// As for `Box`. The `&mut ()` in the marker would take it away.
impl<V: UnwindSafe, B: Brand + UnwindSafe> UnwindSafe for State<'_, V, B> {}

// Moving the handle doesn't move the payload.
impl<V, B: Brand> Unpin for State<'_, V, B> {}

impl<'id, V, B: Brand> State<'id, V, B> {
    /// # Safety
    ///
    /// 1. The invariants hold.
    #[inline]
    pub(crate) unsafe fn from_raw(ptr: *mut V, brand: B) -> Self {
        // SAFETY: clause 1: it points to memory, so it isn't null.
        let ptr = unsafe { NonNull::new_unchecked(ptr) };
        // INVARIANT: 1 and 2: by clause 1.
        Self {
            ptr,
            brand,
            _owns: PhantomData,
        }
    }

    #[inline]
    fn into_raw(self) -> (*mut V, B) {
        let this = ManuallyDrop::new(self);
        (this.ptr.as_ptr(), this.brand)
    }

    /// Begins to take the payload apart, field by field.
    ///
    /// # Examples
    ///
    /// ```
    /// # mod expanded { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fetch.rs")); }
    /// # use expanded::{Connecting, ConnectingPart, Fetch, FetchState, Reading, ReadingPart};
    /// use own_ref::states::update;
    ///
    /// let mut fetch: Fetch<String, u8, u64> = Fetch::Connecting(Connecting { page: "page".into(), dial: 7 });
    /// update(&mut fetch, |now| match now.state() {
    ///     FetchState::Connecting(state) => {
    ///         let (dial, rest) = state.part().take_dial();
    ///         rest.set_dial(dial + 1).finish().next()
    ///     }
    ///     _ => unreachable!(),
    /// });
    /// assert!(matches!(fetch, Fetch::Connecting(Connecting { dial: 8, .. })));
    /// ```
    #[inline]
    pub fn part(self) -> V::Full<'id, B>
    where
        V: Parted,
    {
        let (ptr, brand) = self.into_raw();
        // SAFETY: 1. a valid value, so each field holds one; `self` is gone. The memory and its pins
        // are as the invariants say.
        unsafe { part_of::<V, <V::List as List>::Present, B>(ptr, brand) }.into()
    }

    /// Moves the payload out.
    ///
    /// # Examples
    ///
    /// ```
    /// # mod expanded { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fetch.rs")); }
    /// # use expanded::{Connecting, ConnectingPart, Fetch, FetchState, Reading, ReadingPart};
    /// use own_ref::states::update;
    ///
    /// let mut fetch: Fetch<String, u8, u64> = Fetch::Connecting(Connecting { page: "page".into(), dial: 7 });
    /// update(&mut fetch, |now| match now.state() {
    ///     FetchState::Connecting(state) => {
    ///         let (Connecting { page, dial }, vacant) = state.take();
    ///         vacant.put(Reading { page, chunks: 0, read: dial.into() }).next()
    ///     }
    ///     _ => unreachable!(),
    /// });
    /// assert!(matches!(fetch, Fetch::Reading(Reading { read: 7, .. })));
    /// ```
    #[inline]
    pub fn take<E: States>(self) -> (V, Vacant<'id, E, B>)
    where
        B: Movable + Names<E>,
    {
        let (ptr, brand) = self.into_raw();
        // SAFETY: invariant 1: valid and ours; it is not pinned, and nobody uses it there any more.
        let value = unsafe { ptr.read() };
        // SAFETY: 1. the payload of the enum that the brand names has just left.
        (value, unsafe { Vacant::from_raw(ptr.cast(), brand) })
    }

    /// Drops the payload in place.
    ///
    /// # Examples
    ///
    /// ```
    /// # mod expanded { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fetch.rs")); }
    /// # use expanded::{Connecting, ConnectingPart, Fetch, FetchState, Reading, ReadingPart};
    /// use own_ref::states::update;
    ///
    /// let mut fetch: Fetch<String, u8, u64> = Fetch::Connecting(Connecting { page: "page".into(), dial: 7 });
    /// update(&mut fetch, |now| match now.state() {
    ///     FetchState::Connecting(state) => state.clear().rest(),
    ///     _ => unreachable!(),
    /// });
    /// assert!(matches!(fetch, Fetch::Done));
    /// ```
    #[inline]
    pub fn clear<E: States>(self) -> Vacant<'id, E, B>
    where
        B: Names<E>,
    {
        let (ptr, brand) = (self.ptr.as_ptr(), self.brand);
        drop(self);
        // SAFETY: 1. the payload of the enum that the brand names has just been dropped.
        unsafe { Vacant::from_raw(ptr.cast(), brand) }
    }

    /// This state is the next one.
    ///
    /// # Examples
    ///
    /// ```
    /// # mod expanded { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fetch.rs")); }
    /// # use expanded::{Connecting, ConnectingPart, Fetch, FetchState, Reading, ReadingPart};
    /// use own_ref::states::update;
    ///
    /// let mut fetch: Fetch<String, u8, u64> = Fetch::Connecting(Connecting { page: "page".into(), dial: 7 });
    /// update(&mut fetch, |now| match now.state() {
    ///     FetchState::Connecting(mut state) => {
    ///         state.dial += 1;
    ///         state.next()
    ///     }
    ///     _ => unreachable!(),
    /// });
    /// assert!(matches!(fetch, Fetch::Connecting(Connecting { dial: 8, .. })));
    /// ```
    #[inline]
    pub fn next<E: States>(self) -> Next<'id, E, B>
    where
        V: Variant<E>,
        B: Names<E>,
    {
        let (ptr, brand) = self.into_raw();
        // SAFETY: 1. invariant 1: a valid payload of the variant, in the enum that the brand names.
        unsafe { Next::of_variant::<V>(ptr, brand) }
    }
}

impl<V, B: Brand> Drop for State<'_, V, B> {
    #[inline]
    fn drop(&mut self) {
        let _gone = Gone(self.brand);
        // SAFETY: invariant 1: valid, and ours to drop; this happens once.
        unsafe { self.ptr.drop_in_place() }
    }
}

/// Tells the brand that the memory is empty, also when a destructor panics.
pub(super) struct Gone<B: Brand>(pub(super) B);

impl<B: Brand> Drop for Gone<B> {
    #[inline]
    fn drop(&mut self) {
        self.0.note(false);
    }
}

impl<V, B: Brand> Deref for State<'_, V, B> {
    type Target = V;

    #[inline]
    fn deref(&self) -> &V {
        // SAFETY: invariant 1: valid, and nobody writes while `self` is borrowed.
        unsafe { self.ptr.as_ref() }
    }
}

impl<V, B: Movable> DerefMut for State<'_, V, B> {
    #[inline]
    fn deref_mut(&mut self) -> &mut V {
        // SAFETY: invariant 1: valid, and nobody else accesses it while `self` is borrowed.
        unsafe { self.ptr.as_mut() }
    }
}

impl<V: fmt::Debug, B: Brand> fmt::Debug for State<'_, V, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

/// The payload memory of the enum that is being updated, with nothing in it.
///
/// Dropping it leaves the enum in its sentinel variant, but then there is nothing to return from the
/// update; [`rest`](Vacant::rest) does that.
///
/// # Examples
///
/// See [`update`](crate::states::update).
#[must_use = "end the update with `rest`, or fill the memory"]
pub struct Vacant<'id, E, B: Brand> {
    /// # Invariants
    ///
    /// 1. The payload memory of the enum that `brand` names, with no value in it. Until the end of the
    ///    update it is accessed only through this pointer and what is derived from it.
    ptr: NonNull<u8>,
    brand: B,
    _borrows: PhantomData<MemoryOf<'id, E>>,
}

// SAFETY: it is memory, and what will be in it is a payload of an `E`.
unsafe impl<E: Send, B: Brand + Send> Send for Vacant<'_, E, B> {}

// SAFETY: a shared vacancy gives access to nothing.
unsafe impl<E: Sync, B: Brand + Sync> Sync for Vacant<'_, E, B> {}

impl<'id, E: States, B: Brand> Vacant<'id, E, B> {
    /// # Safety
    ///
    /// 1. Invariant 1 holds.
    #[inline]
    pub(crate) unsafe fn from_raw(ptr: *mut u8, brand: B) -> Self {
        brand.note(false);
        // SAFETY: clause 1: it points to memory, so it isn't null.
        let ptr = unsafe { NonNull::new_unchecked(ptr) };
        // INVARIANT: 1: by clause 1.
        Self {
            ptr,
            brand,
            _borrows: PhantomData,
        }
    }

    /// The sentinel is the next state.
    ///
    /// # Examples
    ///
    /// ```
    /// # mod expanded { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fetch.rs")); }
    /// # use expanded::{Connecting, ConnectingPart, Fetch, FetchState, Reading, ReadingPart};
    /// use own_ref::states::update;
    ///
    /// let mut fetch: Fetch<String, u8, u64> = Fetch::Done;
    /// update(&mut fetch, |now| match now.state() {
    ///     FetchState::Done(vacant) => vacant.rest(),
    ///     _ => unreachable!(),
    /// });
    /// assert!(matches!(fetch, Fetch::Done));
    /// ```
    #[inline]
    pub fn rest(self) -> Next<'id, E, B> {
        Next::sentinel(self.brand)
    }

    /// Puts a state into the memory. It is not the next state before you say so: [`State::next`].
    ///
    /// # Examples
    ///
    /// ```
    /// # mod expanded { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fetch.rs")); }
    /// # use expanded::{Connecting, ConnectingPart, Fetch, FetchState, Reading, ReadingPart};
    /// use own_ref::states::update;
    ///
    /// let mut fetch: Fetch<String, u8, u64> = Fetch::Done;
    /// update(&mut fetch, |now| match now.state() {
    ///     FetchState::Done(vacant) => vacant.put(Connecting { page: String::new(), dial: 1 }).next(),
    ///     _ => unreachable!(),
    /// });
    /// assert!(matches!(fetch, Fetch::Connecting(_)));
    /// ```
    #[inline]
    pub fn put<V: Variant<E>>(self, value: V) -> State<'id, V, B> {
        let ptr = self.ptr.cast::<V>();
        // SAFETY: invariant 1; the memory is large enough and aligned for every variant.
        unsafe { ptr.write(value) };
        self.brand.note(true);
        // SAFETY: 1. written just now, into the payload; `self` is used up.
        unsafe { State::from_raw(ptr.as_ptr(), self.brand) }
    }

    /// Begins to build a state in the memory, field by field.
    ///
    /// # Examples
    ///
    /// ```
    /// # mod expanded { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fetch.rs")); }
    /// # use expanded::{Connecting, ConnectingPart, Fetch, FetchState, Reading, ReadingPart};
    /// use own_ref::states::update;
    ///
    /// let mut fetch: Fetch<String, u8, u64> = Fetch::Done;
    /// update(&mut fetch, |now| match now.state() {
    ///     FetchState::Done(vacant) => {
    ///         let part = vacant.part::<Connecting<String, u8>>();
    ///         part.set_dial(1).set_page(String::new()).finish().next()
    ///     }
    ///     _ => unreachable!(),
    /// });
    /// assert!(matches!(fetch, Fetch::Connecting(_)));
    /// ```
    #[inline]
    pub fn part<V: Variant<E> + Parted>(self) -> V::Empty<'id, B> {
        let ptr = self.ptr.cast::<V>().as_ptr();
        // SAFETY: 1. invariant 1: memory for every variant, with nothing in it; `self` is used up.
        unsafe { part_of::<V, <V::List as List>::Absent, B>(ptr, self.brand) }.into()
    }
}

impl<E, B: Brand> fmt::Debug for Vacant<'_, E, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vacant").finish_non_exhaustive()
    }
}

/// What the function of an update gets: the payload of the enum, before it is known of which variant.
///
/// `match current.state() { … }` tells.
///
/// # Examples
///
/// See [`update`](crate::states::update).
#[must_use = "`state` tells what the enum was"]
pub struct Current<'id, E: States, B: Brand> {
    /// # Invariants
    ///
    /// 1. The payload memory of the enum that `brand` names; it holds the valid payload of the variant
    ///    with this tag. As for [`State`] otherwise.
    ptr: NonNull<u8>,
    tag: u8,
    brand: B,
    _owns: PhantomData<MemoryOf<'id, E>>,
}

impl<'id, E: States, B: Brand> Current<'id, E, B> {
    /// # Safety
    ///
    /// 1. Invariant 1 holds.
    #[inline]
    pub(super) unsafe fn from_raw(ptr: *mut u8, tag: u8, brand: B) -> Self {
        // SAFETY: clause 1: it points to memory, so it isn't null.
        let ptr = unsafe { NonNull::new_unchecked(ptr) };
        // INVARIANT: 1: by clause 1.
        Self {
            ptr,
            tag,
            brand,
            _owns: PhantomData,
        }
    }

    /// The state that the enum was in: an enum with the same variants as `E`, to match on.
    ///
    /// # Examples
    ///
    /// ```
    /// # mod expanded { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fetch.rs")); }
    /// # use expanded::{Connecting, ConnectingPart, Fetch, FetchState, Reading, ReadingPart};
    /// use own_ref::states::update;
    ///
    /// let mut fetch: Fetch<String, u8, u64> = Fetch::Connecting(Connecting { page: "page".into(), dial: 7 });
    /// let was = update(&mut fetch, |now| match now.state() {
    ///     FetchState::Connecting(state) => state.next().with("connecting"),
    ///     FetchState::Reading(state) => state.next().with("reading"),
    ///     FetchState::Done(vacant) => vacant.rest().with("done"),
    /// });
    /// assert_eq!(was, "connecting");
    /// ```
    #[inline]
    pub fn state(self) -> E::State<'id, B> {
        E::pick(self)
    }

    /// The payload as that of one variant.
    ///
    /// # Errors
    ///
    /// If it is that of another variant.
    #[doc(hidden)]
    #[inline]
    pub fn of<V: Variant<E>>(self) -> Result<State<'id, V, B>, Self> {
        if self.tag != V::TAG {
            return Err(self);
        }
        let this = ManuallyDrop::new(self);
        // SAFETY: 1. invariant 1, and by clause 1 of `Variant` the payload with this tag is a `V`.
        Ok(unsafe { State::from_raw(this.ptr.cast().as_ptr(), this.brand) })
    }

    /// No payload, since the tag is that of the sentinel.
    ///
    /// # Panics
    ///
    /// If it isn't. The payload is forgotten then, or, if it is pinned, the program aborts.
    #[doc(hidden)]
    #[inline]
    pub fn vacant(self) -> Vacant<'id, E, B> {
        // Not dropped, as that would ask for the payload once more.
        let this = ManuallyDrop::new(self);
        assert!(
            this.tag == E::SENTINEL,
            "a variant that `States` doesn't know"
        );
        // SAFETY: 1. by clause 2 of `States` the sentinel has no payload.
        unsafe { Vacant::from_raw(this.ptr.as_ptr(), this.brand) }
    }
}

impl<E: States, B: Brand> Drop for Current<'_, E, B> {
    fn drop(&mut self) {
        // SAFETY: 1. invariant 1; this handle ends here.
        let current = unsafe { Self::from_raw(self.ptr.as_ptr(), self.tag, self.brand) };
        drop(E::pick(current));
    }
}

impl<E: States, B: Brand> fmt::Debug for Current<'_, E, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Current")
            .field("tag", &self.tag)
            .finish_non_exhaustive()
    }
}
