//! The update itself.

use super::{Current, Next, PinStates, States};
use crate::part::{Brand, In, PinnedIn};
use core::cell::Cell;
use core::mem;
use core::pin::Pin;

/// Changes the state of an enum in place.
///
/// The function gets the current state, owned (`match current.state() { … }`), and returns the next one: the payload of some
/// variant, complete, in the memory of *this* enum. Meanwhile the enum is in its sentinel variant, and
/// stays there if the function panics.
///
/// The name `'id` is new for each call, so that nothing but what was made from the state that the
/// function got can be returned: not a state of another enum, nor of an update further out.
///
/// # Examples
///
/// ```
/// # mod expanded { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fetch.rs")); }
/// # use expanded::{Connecting, Fetch, FetchState, Reading, ReadingPart};
/// use own_ref::states::update;
///
/// // #[derive(States)] #[repr(C, u8)]
/// // enum Fetch { Connecting(Connecting { page, dial }), Reading(Reading { page, chunks, read }), Done }
/// let mut fetch: Fetch<String, u8, u64> =
///     Fetch::Connecting(Connecting { page: "page".into(), dial: 7 });
///
/// let connected = update(&mut fetch, |now| match now.state() {
///     FetchState::Connecting(state) => {
///         let (dial, rest) = state.part().take_dial();
///         let next = ReadingPart::of(rest.carry()); // `page` stays where it is
///         next.set_chunks(0).set_read(dial.into()).finish().next().with(true)
///     }
///     FetchState::Reading(state) => state.next().with(false), // no change
///     FetchState::Done(vacant) => vacant.rest().with(false),
/// });
/// assert!(connected && matches!(fetch, Fetch::Reading(Reading { read: 7, .. })));
///
/// // A panic drops the state that was in hand, and leaves the sentinel.
/// let result = std::panic::catch_unwind(core::panic::AssertUnwindSafe(|| {
///     update::<_, (), _>(&mut fetch, |_now| panic!("halfway"))
/// }));
/// assert!(result.is_err() && matches!(fetch, Fetch::Done));
/// ```
///
/// # Source
///
/// "Safe enum updates" of "The Inconceivable Types of Rust". What is a compiler pass there, tied to one
/// function, is a type here, so helpers can be written.
#[inline]
pub fn update<E, R, F>(state: &mut E, change: F) -> R
where
    E: States,
    F: for<'id> FnOnce(Current<'id, E, In<'id, E>>) -> Next<'id, E, In<'id, E>, R>,
{
    // SAFETY: 1. from a reference, which isn't used otherwise. 2. new, as the lifetime is for
    // `change` to accept, whatever it is.
    unsafe { update_as(state, In::new(), change) }
}

/// Changes the state of a pinned enum in place.
///
/// As [`update`], but the fields that are marked with `#[pin]` are pinned: they can be built, used
/// through `Pin<&mut Field>`, carried to another state where they lie, and dropped in place.
///
/// # Examples
///
/// ```
/// # mod expanded { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/expanded/fetch.rs")); }
/// # use expanded::{Connecting, Fetch, FetchState, Reading, ReadingPart};
/// use core::future::Future;
/// use core::pin::pin;
/// use core::task::{Context, Waker};
/// use own_ref::states::update_pin;
///
/// let connecting = Connecting { page: String::new(), dial: async { 7 } };
/// let mut fetch: core::pin::Pin<&mut Fetch<_, _, u64>> = pin!(Fetch::Connecting(connecting));
///
/// update_pin(fetch.as_mut(), |now| match now.state() {
///     FetchState::Connecting(state) => {
///         let mut state = state.part();
///         let polled = state.dial_pin().poll(&mut Context::from_waker(Waker::noop()));
///         assert!(polled.is_ready());
///         // The future is dropped where it was pinned.
///         let next = ReadingPart::of(state.drop_dial().carry());
///         next.set_chunks(0).set_read(1).finish().next()
///     }
///     FetchState::Reading(state) => state.next(),
///     FetchState::Done(vacant) => vacant.rest(),
/// });
/// assert!(matches!(*fetch, Fetch::Reading(Reading { read: 1, .. })));
/// ```
///
/// # Aborts
///
/// If the function forgets a state (or a part of one) and then panics. The memory would be used
/// again with a pinned value in it that was not dropped, which is what `Pin` promises not to happen.
#[inline]
pub fn update_pin<E, R, F>(state: Pin<&mut E>, change: F) -> R
where
    E: PinStates,
    F: for<'id> FnOnce(Current<'id, E, PinnedIn<'id, E>>) -> Next<'id, E, PinnedIn<'id, E>, R>,
{
    /// Aborts when the stack is unwound past a pinned value that was forgotten.
    struct Forgotten<'a>(&'a Cell<bool>);

    impl Drop for Forgotten<'_> {
        #[inline]
        fn drop(&mut self) {
            // A panic while panicking aborts; without unwinding this isn't reached.
            assert!(
                !self.0.get(),
                "a pinned state was forgotten, and the update panicked"
            );
        }
    }

    let occupied = Cell::new(true);
    let forgotten = Forgotten(&occupied);
    // SAFETY: the pinned fields of `E` are not moved: `PinnedIn` sees to it.
    let state: *mut E = unsafe { Pin::get_unchecked_mut(state) };
    // SAFETY: 1. as in `update`. 2. as in `update`.
    let result = unsafe { update_as(state, PinnedIn::new(&occupied), change) };
    // What is there is the enum's.
    #[expect(clippy::mem_forget, reason = "a reference, for when it unwinds")]
    mem::forget(forgotten);
    result
}

/// # Safety
///
/// 1. `state` points to a valid `E`, and is not used otherwise before this returns.
/// 2. `'id` is a name that nothing else has. If `B` is pinned, what `state` points to is.
#[inline]
unsafe fn update_as<'id, E, B, R, F>(state: *mut E, brand: B, change: F) -> R
where
    E: States,
    B: Brand,
    F: FnOnce(Current<'id, E, B>) -> Next<'id, E, B, R>,
{
    // By clause 1 of `States`, the first byte is the tag.
    let tag = state.cast::<u8>();
    // SAFETY: clause 1 of `States`: the offset of the payload, so within the enum.
    let payload = unsafe { state.byte_add(E::LAYOUT.offset()) }.cast();
    // SAFETY: clause 1: a valid enum, so its tag is initialised.
    let current = unsafe { tag.read() };
    // From here on the enum is a valid value without the payload, whatever happens.
    // SAFETY: clause 1; by clause 2 of `States` a valid tag, which needs no payload.
    unsafe { tag.write(E::SENTINEL) };
    // SAFETY: 1. the payload of the variant that the enum was in. The enum gave it up, by
    // its tag, and `brand` is named after it by clause 2.
    let payload = unsafe { Current::from_raw(payload, current, brand) };
    let (next, result) = change(payload).into_parts();
    // SAFETY: clause 1; the invariant of `Next`: the payload for this tag is in its place, in this
    // enum, as no other has the name `'id`.
    unsafe { tag.write(next) };
    result
}
