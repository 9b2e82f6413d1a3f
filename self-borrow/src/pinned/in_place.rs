//! Lending what lies in the state of a machine, from one state to the next.

use super::lend::{LentInline, SeenInline};
use super::{DropOwner, LendInline, PinnedBound, PinnedStruct};
use crate::{Exclusive, Family, Of, Shared, Step1, Step2};
use core::marker::PhantomData;
use core::mem::{self, MaybeUninit};
use own_ref::part::Turn;

/// A single owner inline: `Shared<T>` or `Exclusive<T>`.
///
/// # Safety
///
/// 1. `Self` is `repr(transparent)` around the `Value`.
pub unsafe trait LendOne: LendInline {
    /// What is owned.
    type Value;
}

// SAFETY: 1. it is.
unsafe impl<T> LendOne for Shared<T> {
    type Value = T;
}

// SAFETY: 1. it is.
unsafe impl<T> LendOne for Exclusive<T> {
    type Value = T;
}

/// How a pinned struct with an owner inline comes and goes within the memory of a state machine, as
/// `own_ref::states` has them: the owner stays where it is, and what borrows from it changes.
///
/// A hand-written `poll` needs this for a local variable that is borrowed while it waits. In one state the field is a `T`; in the next it is
/// lent, and its type a struct with an inline owner, `!'a mut T`, and a field that borrows; later another struct with the same
/// owner; in the end a `T` again. Each of these functions makes what the method `turn_field` of a part wants. Their closures work for
/// every lifetime, so they can keep what is borrowed in their result only, which goes to the next state.
///
/// All structs that `bind!` and `#[self_borrow]` declare with one owner inline implement it; the closures get the fields that borrow as a whole:
/// if there is one, it is the field.
///
/// # Examples
///
/// ```
/// use own_ref::states::update_pin;
/// use own_ref::{Fields, States};
/// use self_borrow::{InPlace, bind};
/// use std::pin::pin;
///
/// bind! { struct Lent bind 'a { text: !'a mut String, all: &'a mut String } }
/// bind! { struct Read bind 'a { text: !'a mut String, word: &'a str } }
///
/// #[derive(Fields)]
/// #[repr(C)]
/// struct Start { #[pin] text: String }
///
/// #[derive(Fields)]
/// #[repr(C)]
/// struct Writing { #[pin] text: Lent }
///
/// #[derive(Fields)]
/// #[repr(C)]
/// struct Reading { #[pin] text: Read }
///
/// #[derive(States)]
/// #[repr(C, u8)]
/// enum Machine { Start(Start), Writing(Writing), Reading(Reading), #[sentinel] Done }
///
/// let mut machine = pin!(Machine::Start(Start { text: "to".to_owned() }));
/// let mut step = || update_pin(machine.as_mut(), |now| match now.state() {
///     MachineState::Start(state) => {
///         let lend = Lent::lend_in_place(|text| text);
///         WritingPart::of(state.part().turn_text(lend)).finish().next().with(None)
///     }
///     MachineState::Writing(state) => {
///         let read = Lent::map_in_place::<Read, _, _, _>(|text, ()| {
///             text.push_str(" be");
///             &text[3..]
///         });
///         ReadingPart::of(state.part().turn_text(read)).finish().next().with(None)
///     }
///     MachineState::Reading(state) => {
///         let mut length = 0;
///         let end = Read::end_in_place(|word, ()| length = word.len());
///         let state = StartPart::of(state.part().turn_text(end)).finish();
///         let result = Some((state.text.clone(), length));
///         state.clear().rest().with(result)
///     }
///     MachineState::Done(_) => panic!("it is done"),
/// });
/// assert_eq!((step(), step()), (None, None));
/// assert_eq!(step(), Some(("to be".to_owned(), 2)));
/// ```
///
/// # Source
///
/// "Safe transmute" of "The Inconceivable Types of Rust": `bind 'a in State1<'a>` becomes `bind 'a in State2<'a>`, `s` stays where it is.
pub trait InPlace: Sized {
    /// The owner is lent where it lies, and the struct is what the closure makes of that: a `T` becomes a `Self`.
    ///
    /// A mutable lend could move the owner, and before it was lent, it was in a pinned field. So it must be `Unpin`.
    ///
    /// # Panics
    ///
    /// If the closure does. The owner is dropped then.
    ///
    /// # Examples
    ///
    /// See [`InPlace`].
    #[inline]
    fn lend_in_place<'x, O, F>(
        f: impl for<'a> Step1<LentInline<'a, O>, Of<'a, F>>,
    ) -> impl Turn<O::Value, Self>
    where
        Self: PinnedStruct<PinnedBound<'x, O, F>>,
        O: LendOne<Value: Unpin> + 'x,
        F: Family + ?Sized + 'x,
    {
        LendHere(f, PhantomData::<(fn() -> O, PhantomData<&'x F>)>)
    }

    /// Another struct with the same owner, which stays where it is, and with what the closure makes of what borrowed from it:
    /// a `Self` becomes a `V`. The closure gets what is seen of the owner, too, if it is lent shared.
    ///
    /// # Panics
    ///
    /// If the closure does. The owner is dropped then.
    ///
    /// # Examples
    ///
    /// See [`InPlace`].
    #[inline]
    fn map_in_place<'x, V, O, F, G>(
        f: impl for<'a> Step2<Of<'a, F>, SeenInline<'a, O>, Of<'a, G>>,
    ) -> impl Turn<Self, V>
    where
        Self: PinnedStruct<PinnedBound<'x, O, F>>,
        V: PinnedStruct<PinnedBound<'x, O, G>>,
        O: LendInline + 'x,
        F: Family + ?Sized + 'x,
        G: Family + ?Sized + 'x,
    {
        MapHere(
            f,
            PhantomData::<(fn() -> O, PhantomData<&'x F>, PhantomData<&'x G>)>,
        )
    }

    /// The closure gets what borrows from the owner, which then is lent no more: a `Self` becomes a `T`.
    ///
    /// # Panics
    ///
    /// If the closure does. The owner is dropped then.
    ///
    /// # Examples
    ///
    /// See [`InPlace`].
    #[inline]
    fn end_in_place<'x, O, F>(
        f: impl for<'a> Step2<Of<'a, F>, SeenInline<'a, O>, ()>,
    ) -> impl Turn<Self, O::Value>
    where
        Self: PinnedStruct<PinnedBound<'x, O, F>>,
        O: LendOne + 'x,
        F: Family + ?Sized + 'x,
    {
        EndHere(f, PhantomData::<(fn() -> O, PhantomData<&'x F>)>)
    }
}

impl<W> InPlace for W {}

/// Where the dependent of a pair is.
///
/// # Safety
///
/// 1. `pair` is valid for writes of a pair.
#[inline]
unsafe fn place_of<'x, O, F>(pair: *mut PinnedBound<'x, O, F>) -> *mut MaybeUninit<Of<'x, F>>
where
    F: Family + ?Sized + 'x,
{
    // SAFETY: clause 1: in bounds.
    unsafe { &raw mut (*pair).dependent }.cast()
}

/// The dependent by value, what is seen of the owner, and the owner in a guard.
///
/// # Safety
///
/// 1. `pair` points to a valid pair, of which the dependent isn't used again. What is done with what is returned works for every
///    lifetime, and is over before the guard ends, or is the dependent of another pair with the owner, where that is.
#[inline]
unsafe fn take<'x, O, F>(
    pair: *mut PinnedBound<'x, O, F>,
) -> (Of<'x, F>, SeenInline<'x, O>, DropOwner<O>)
where
    O: LendInline + 'x,
    F: Family + ?Sized + 'x,
{
    let guard = DropOwner(pair.cast::<O>());
    // SAFETY: 1. valid by invariant 1 of `PinnedBound`, in its place by 4; the caller's clause 1.
    let seen = unsafe { O::see(guard.0) };
    // SAFETY: 1. the caller's clause 1.
    let dependent = unsafe { place_of(pair) };
    // SAFETY: in bounds. A `MaybeUninit` is copied, which claims nothing.
    let dependent = unsafe { dependent.read() };
    // SAFETY: valid by invariant 1, and not used again, by clause 1.
    (unsafe { dependent.assume_init() }, seen, guard)
}

/// The owner has another owner now.
#[inline]
#[expect(
    clippy::mem_forget,
    reason = "a pointer; what it points to has another owner now"
)]
fn keep<O>(guard: DropOwner<O>) {
    mem::forget(guard);
}

struct LendHere<C, P>(C, PhantomData<P>);

// SAFETY: 1. the owner stays, and next to it is what the closure has made of it; when that unwinds, the guard drops the owner. A `W` has
// the layout of the pair. 2. the value is not moved; it is `Unpin`, so it may be lent mutably.
unsafe impl<'x, W, O, F, C> Turn<O::Value, W> for LendHere<C, (fn() -> O, PhantomData<&'x F>)>
where
    W: PinnedStruct<PinnedBound<'x, O, F>>,
    O: LendOne<Value: Unpin> + 'x,
    F: Family + ?Sized + 'x,
    C: for<'a> Step1<LentInline<'a, O>, Of<'a, F>>,
{
    #[inline]
    unsafe fn turn(self, place: *mut O::Value) {
        // By clause 1 of `LendOne` it is an `O` as well, and by invariant 4 of `PinnedBound` that of the pair to be.
        let guard = DropOwner(place.cast::<O>());
        // SAFETY: 1. the caller's clause 1: valid. The closure works for every lifetime, so it can keep what is lent in its
        // result only. That is gone before the owner is: by the invariants of `PinnedBound`, or with the closure.
        let lent = unsafe { O::lend(guard.0) };
        let made = (self.0)(lent);
        keep(guard);
        // SAFETY: 1. the caller's clause 2: valid for a `W`, which has the layout of the pair.
        let place = unsafe { place_of(place.cast::<PinnedBound<'x, O, F>>()) };
        // SAFETY: as above.
        // INVARIANT: 1. made by the closure from what was lent. 2. pinned from here on, by the caller's clause 3.
        unsafe { place.write(MaybeUninit::new(made)) };
    }
}

struct MapHere<C, P>(C, PhantomData<P>);

// SAFETY: 1. the owner stays, and next to it is what the closure has made; when that unwinds, the guard drops the owner. 2. the owner is
// not moved; what borrows from it isn't pinned.
unsafe impl<'x, W, V, O, F, G, C> Turn<W, V>
    for MapHere<C, (fn() -> O, PhantomData<&'x F>, PhantomData<&'x G>)>
where
    W: PinnedStruct<PinnedBound<'x, O, F>>,
    V: PinnedStruct<PinnedBound<'x, O, G>>,
    O: LendInline + 'x,
    F: Family + ?Sized + 'x,
    G: Family + ?Sized + 'x,
    C: for<'a> Step2<Of<'a, F>, SeenInline<'a, O>, Of<'a, G>>,
{
    #[inline]
    unsafe fn turn(self, place: *mut W) {
        // SAFETY: 1. the caller's clause 1: a valid `W`, which has the layout of the pair. The closure works for every lifetime.
        let (dependent, seen, guard) = unsafe { take::<O, F>(place.cast()) };
        let made = (self.0)(dependent, seen);
        keep(guard);
        // SAFETY: 1. the caller's clause 2: valid for a `V`, which has the layout of the pair.
        let place = unsafe { place_of(place.cast::<PinnedBound<'x, O, G>>()) };
        // SAFETY: as above.
        // INVARIANT: 1. made by the closure, which works for every lifetime, from what borrows from the same owner; that is in
        // its place by 4. `'x` is the same. 2. pinned from here on, by the caller's clause 3.
        unsafe { place.write(MaybeUninit::new(made)) };
    }
}

struct EndHere<C, P>(C, PhantomData<P>);

// SAFETY: 1. the owner stays, which is a value of that type by clause 1 of `LendOne`; when the closure unwinds, the guard drops it. 2. it is
// not moved; what borrows from it isn't pinned.
unsafe impl<'x, W, O, F, C> Turn<W, O::Value> for EndHere<C, (fn() -> O, PhantomData<&'x F>)>
where
    W: PinnedStruct<PinnedBound<'x, O, F>>,
    O: LendOne + 'x,
    F: Family + ?Sized + 'x,
    C: for<'a> Step2<Of<'a, F>, SeenInline<'a, O>, ()>,
{
    #[inline]
    unsafe fn turn(self, place: *mut W) {
        // SAFETY: 1. the caller's clause 1: a valid `W`, which has the layout of the pair. The closure works for every lifetime.
        let (dependent, seen, guard) = unsafe { take::<O, F>(place.cast()) };
        (self.0)(dependent, seen);
        keep(guard);
    }
}
