//! The future of a type that has code of its own: that, then the fields.

use super::place::{Doomed, Pinned};
use super::traits::AsyncDrop;
use super::ways::IsPlain;
use core::future::Future;
use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

/// Runs a type's own code, then what `fields` makes; or `drop_all`, if all `ways` are plain.
///
/// By hand, and not an `async` block: that would be one more state to look at in each poll.
#[inline]
pub(crate) fn own_code_then<'a, T, P, W, A, M, G>(
    place: Doomed<'a, T, P>,
    _: W,
    drop_all: A,
    fields: M,
) -> impl Future<Output = ()> + use<'a, T, P, W, A, M, G>
where
    T: AsyncDrop,
    W: IsPlain,
    A: FnOnce(Doomed<'a, T, Pinned>),
    M: FnOnce(Doomed<'a, T, Pinned>) -> G,
    G: Future<Output = ()>,
{
    let mut place = place.pinned();
    // SAFETY: 1. `OwnCode` drops the future, or forgets it, before it uses or drops the `place`; and
    // if this call panics, it is over. 2. It is `Pinned`.
    let value = unsafe { place.pin_mut() };
    let code = value.async_drop();
    // INVARIANT: 1.
    OwnCode {
        stage: Stage::Code,
        place: ManuallyDrop::new(place),
        then: ManuallyDrop::new((drop_all, fields)),
        ways: PhantomData::<fn() -> W>,
        now: Now {
            code: ManuallyDrop::new(code),
        },
    }
}

/// Which part of [`OwnCode`] is there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Code,
    Fields,
    Gone,
}

/// # Invariants
///
/// 1. `Code`: `now.code`, `place` and `then` are there. `now.code` may refer to the value of
///    `place`.
/// 2. `Fields`: `now.fields` is there.
/// 3. `Gone`: nothing is.
/// 4. If the ways `W` are plain, it is never `Fields`.
struct OwnCode<'a, T: 'a, W, F, A, M, G> {
    stage: Stage,
    place: ManuallyDrop<Doomed<'a, T, Pinned>>,
    then: ManuallyDrop<(A, M)>,
    ways: PhantomData<fn() -> W>,
    now: Now<F, G>,
}

union Now<F, G> {
    code: ManuallyDrop<F>,
    fields: ManuallyDrop<G>,
}

impl<'a, T, W, F, A, M, G> Future for OwnCode<'a, T, W, F, A, M, G>
where
    W: IsPlain,
    F: Future<Output = ()>,
    A: FnOnce(Doomed<'a, T, Pinned>),
    M: FnOnce(Doomed<'a, T, Pinned>) -> G,
    G: Future<Output = ()>,
{
    type Output = ();

    #[expect(
        clippy::inline_always,
        reason = "it is a comparison and a call; left to itself the compiler makes it a call more"
    )]
    #[inline(always)]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        // SAFETY: the futures in `now` stay where they are until they are dropped there.
        let this = unsafe { self.get_unchecked_mut() };
        assert!(this.stage != Stage::Gone, "polled again after its end");
        // INVARIANT: 4 spares the comparison.
        if W::IS_PLAIN || this.stage == Stage::Code {
            // SAFETY: it is there (invariant 1).
            let code: &mut F = unsafe { &mut this.now.code };
            // SAFETY: part of something pinned.
            ready!(unsafe { Pin::new_unchecked(code) }.poll(cx));
            // INVARIANT: 3: all three are taken out now.
            this.stage = Stage::Gone;
            // SAFETY: it was there, and isn't used again.
            let place = unsafe { ManuallyDrop::take(&mut this.place) };
            // SAFETY: as above.
            let (drop_all, make) = unsafe { ManuallyDrop::take(&mut this.then) };
            // SAFETY: as above.
            let code = unsafe { &mut this.now.code };
            // SAFETY: as above. If it panics, `place` is dropped.
            unsafe { ManuallyDrop::drop(code) };
            if W::IS_PLAIN {
                drop_all(place);
                return Poll::Ready(());
            }
            this.now.fields = ManuallyDrop::new(make(place));
            // INVARIANT: 2.
            this.stage = Stage::Fields;
        }
        // SAFETY: it is there (invariant 2).
        let fields: &mut G = unsafe { &mut this.now.fields };
        // SAFETY: part of something pinned.
        unsafe { Pin::new_unchecked(fields) }.poll(cx)
    }
}

impl<T, W, F, A, M, G> Drop for OwnCode<'_, T, W, F, A, M, G> {
    #[inline]
    fn drop(&mut self) {
        match self.stage {
            Stage::Code => {
                // SAFETY: it is there (invariant 1), and not used again.
                let _place = unsafe { ManuallyDrop::take(&mut self.place) };
                // SAFETY: as above.
                let _then = unsafe { ManuallyDrop::take(&mut self.then) };
                // SAFETY: as above.
                let code = unsafe { &mut self.now.code };
                // SAFETY: as above. It goes before the place that it refers to; if it panics, too.
                unsafe { ManuallyDrop::drop(code) };
            }
            Stage::Fields => {
                // SAFETY: it is there (invariant 2).
                let fields = unsafe { &mut self.now.fields };
                // SAFETY: as above, and it isn't used again.
                unsafe { ManuallyDrop::drop(fields) };
            }
            Stage::Gone => {}
        }
    }
}
