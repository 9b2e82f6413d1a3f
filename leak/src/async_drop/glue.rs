//! The futures of glue that are written by hand. An `async` block has a state to look at in each
//! poll; where one can do without, or with less, these do.

use super::place::{Doomed, Pinning};
use super::row::Row;
use super::traits::AsyncDestruct;
use core::future::Future;
use core::mem::MaybeUninit;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use pin_project_lite::pin_project;

/// Destroys the values of a row, one after another, and drops what is `behind` at the end.
#[inline]
pub(crate) fn each<T: AsyncDestruct, P: Pinning, B: Send>(
    values: Doomed<'_, [T], P>,
    behind: B,
) -> impl Future<Output = ()> + Send + use<'_, T, P, B> {
    let mut rest = Row::new(values);
    if T::__IS_PLAIN {
        rest.clear();
    }
    // INVARIANT: 1: there is none yet.
    Each {
        going: false,
        now: MaybeUninit::uninit(),
        make: T::__unsafe_glue::<P>,
        rest,
        behind,
    }
}

/// # Invariants
///
/// 1. While `going`, `now` is there.
struct Each<'a, T: 'a, P, D, M, B> {
    going: bool,
    now: MaybeUninit<D>,
    make: M,
    // In the order in which they are dropped.
    rest: Row<'a, T, P>,
    #[expect(dead_code, reason = "it is dropped")]
    behind: B,
}

impl<'a, T, P, D, M, B> Future for Each<'a, T, P, D, M, B>
where
    D: Future<Output = ()>,
    M: Fn(Doomed<'a, T, P>) -> D,
{
    type Output = ();

    #[inline]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        // SAFETY: `now` stays where it is until it is dropped there; the rest isn't pinned.
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            if this.going {
                // SAFETY: it is there (invariant 1).
                let now = unsafe { this.now.assume_init_mut() };
                // SAFETY: part of something pinned.
                ready!(unsafe { Pin::new_unchecked(now) }.poll(cx));
                // INVARIANT: 1: it is dropped now, also if it panics.
                this.going = false;
                // SAFETY: it was there, and isn't used again.
                unsafe { this.now.assume_init_drop() };
            }
            let Some(next) = this.rest.next() else {
                return Poll::Ready(());
            };
            this.now.write((this.make)(next));
            // INVARIANT: 1.
            this.going = true;
        }
    }
}

impl<T, P, D, M, B> Drop for Each<'_, T, P, D, M, B> {
    #[inline]
    fn drop(&mut self) {
        if self.going {
            // SAFETY: it is there (invariant 1), and isn't used again.
            unsafe { self.now.assume_init_drop() };
        }
    }
}

pin_project! {
    /// A destructor, and what is dropped behind it.
    pub(crate) struct Before<D, B> {
        // In the order in which they are dropped.
        #[pin]
        pub(crate) destructor: D,
        pub(crate) behind: B,
    }
}

impl<D: Future<Output = ()>, B> Future for Before<D, B> {
    type Output = ();

    #[inline]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        self.project().destructor.poll(cx)
    }
}

pin_project! {
    /// One of two destructors.
    #[project = OneOfProjection]
    pub(crate) enum OneOf<A, B> {
        A { #[pin] destructor: A },
        B { #[pin] destructor: B },
    }
}

impl<A: Future<Output = ()>, B: Future<Output = ()>> Future for OneOf<A, B> {
    type Output = ();

    #[inline]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        match self.project() {
            OneOfProjection::A { destructor } => destructor.poll(cx),
            OneOfProjection::B { destructor } => destructor.poll(cx),
        }
    }
}
