//! Futures that asynchronous destructors are put together from.

use core::future::{Future, IntoFuture};
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use pin_project_lite::pin_project;

/// One future, then another: for the fields of a struct.
///
/// The first is dropped before the second is polled. Dropped midway, it drops the first, then the
/// second. The second is made into a future at the start, so it should do nothing before it is
/// polled, or be [`defer`]red.
///
/// ```
/// use leak::async_drop::{async_drop, chain};
///
/// smol::block_on(chain(async_drop(1), async { println!("then this") }));
/// ```
///
/// From the text.
pub fn chain<A, B>(first: A, second: B) -> Chain<A::IntoFuture, B::IntoFuture>
where
    A: IntoFuture<Output = ()>,
    B: IntoFuture<Output = ()>,
{
    Chain {
        first: fuse(first),
        second: fuse(second),
    }
}

pin_project! {
    /// The future of [`chain`].
    #[derive(Debug)]
    #[must_use = "futures do nothing unless polled"]
    pub struct Chain<A, B> {
        // In the order in which they are dropped.
        #[pin]
        first: Fuse<A>,
        #[pin]
        second: Fuse<B>,
    }
}

impl<A: Future<Output = ()>, B: Future<Output = ()>> Future for Chain<A, B> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = self.project();
        ready!(this.first.poll(cx));
        this.second.poll(cx)
    }
}

/// One of two futures: for the variants of an enum. The other one is dropped, when this is first
/// polled.
///
/// ```
/// use leak::async_drop::{async_drop, either, noop};
///
/// let state = Some(1);
/// smol::block_on(either(state.is_some(), async_drop(state), noop()));
/// ```
///
/// From the text, where it compares discriminants. A library can't do that before it knows whether
/// they are there; here the caller says it.
pub fn either<M, O>(is_match: bool, matched: M, other: O) -> Either<M::IntoFuture, O::IntoFuture>
where
    M: IntoFuture<Output = ()>,
    O: IntoFuture<Output = ()>,
{
    Either {
        is_match,
        matched: fuse(matched),
        other: fuse(other),
    }
}

pin_project! {
    /// The future of [`either`].
    #[derive(Debug)]
    #[must_use = "futures do nothing unless polled"]
    pub struct Either<M, O> {
        is_match: bool,
        #[pin]
        matched: Fuse<M>,
        #[pin]
        other: Fuse<O>,
    }
}

impl<M: Future<Output = ()>, O: Future<Output = ()>> Future for Either<M, O> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = self.project();
        if *this.is_match {
            this.other.clear();
            this.matched.poll(cx)
        } else {
            this.matched.clear();
            this.other.poll(cx)
        }
    }
}

/// A future that is made when it is first polled: for what must be looked at only then, as the
/// variant of an enum after its own code has run.
///
/// Dropped before that, it drops the closure, with what it captured.
///
/// ```
/// use leak::async_drop::{async_drop, chain, defer};
///
/// let values = vec![1, 2];
/// smol::block_on(chain(async { println!("first") }, defer(|| async_drop(values))));
/// ```
///
/// From the text, where it makes the destructor of a place.
pub fn defer<F, D>(make: F) -> Defer<F, D::IntoFuture>
where
    F: FnOnce() -> D,
    D: IntoFuture<Output = ()>,
{
    Defer {
        make: Some(make),
        made: Fuse { future: None },
    }
}

pin_project! {
    /// The future of [`defer`].
    #[derive(Debug)]
    #[must_use = "futures do nothing unless polled"]
    pub struct Defer<F, D> {
        make: Option<F>,
        #[pin]
        made: Fuse<D>,
    }
}

impl<F, D> Future for Defer<F, D::IntoFuture>
where
    F: FnOnce() -> D,
    D: IntoFuture<Output = ()>,
{
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let mut this = self.project();
        if let Some(make) = this.make.take() {
            let made = make();
            this.made.set(fuse(made));
        }
        this.made.poll(cx)
    }
}

/// A future that is ready again whenever it is polled after its completion, in place of panicking.
/// The future inside is dropped when it completes.
///
/// ```
/// use core::pin::pin;
/// use core::task::{Context, Poll, Waker};
/// use leak::async_drop::fuse;
///
/// let mut cx = Context::from_waker(Waker::noop());
/// let mut future = pin!(fuse(async {}));
/// assert_eq!(future.as_mut().poll(&mut cx), Poll::Ready(()));
/// assert_eq!(future.as_mut().poll(&mut cx), Poll::Ready(()));
/// ```
///
/// From the text, which calls the property idempotency.
pub fn fuse<F: IntoFuture<Output = ()>>(future: F) -> Fuse<F::IntoFuture> {
    Fuse {
        future: Some(future.into_future()),
    }
}

pin_project! {
    /// The future of [`fuse`].
    #[derive(Debug)]
    #[must_use = "futures do nothing unless polled"]
    pub struct Fuse<F> {
        #[pin]
        future: Option<F>,
    }
}

impl<F> Fuse<F> {
    /// Drops the future.
    fn clear(self: Pin<&mut Self>) {
        let mut this = self.project();
        if this.future.is_some() {
            this.future.set(None);
        }
    }
}

impl<F: Future<Output = ()>> Future for Fuse<F> {
    type Output = ();

    #[inline]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let mut this = self.project();
        if let Some(future) = this.future.as_mut().as_pin_mut() {
            ready!(future.poll(cx));
            this.future.set(None);
        }
        Poll::Ready(())
    }
}

/// A future that is ready: for types with nothing to destroy.
///
/// ```
/// smol::block_on(leak::async_drop::noop());
/// ```
///
/// From the text.
pub fn noop() -> Noop {
    Noop(())
}

/// The future of [`noop`].
#[derive(Debug)]
#[must_use = "futures do nothing unless polled"]
pub struct Noop(());

impl Future for Noop {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        Poll::Ready(())
    }
}
