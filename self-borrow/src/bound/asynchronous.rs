//! Making one while a future runs.

use super::Bound;
use crate::pending::{Fallible, Outcome, Pending, Sure, ToBuild};
use crate::{AsyncStep1, Family, FamilyAt, Lend, Lent, Of};
use core::marker::PhantomData;

/// What lies beside `O` while the closure `C` makes an `F`: its future.
struct Running<C, W, O, F: ?Sized> {
    _parts: PhantomData<(O, fn() -> C)>,
    _outcome: PhantomData<fn() -> W>,
    _family: PhantomData<F>,
}

impl<'a, C, W, O, F> FamilyAt<'a> for Running<C, W, O, F>
where
    C: AsyncStep1<Lent<'a, O>, <W as Outcome<Of<'a, F>>>::Of>,
    W: Outcome<Of<'a, F>>,
    O: Lend,
    F: Family + ?Sized,
{
    type Of = Pending<C::Future>;
}

impl<'x, O, F> Bound<'x, O, F>
where
    O: Lend + 'x,
    F: Family + ?Sized + 'x,
{
    /// Lends the owner to an async closure, and calls `then` with what comes of it.
    ///
    /// The future of the closure lies beside the owner while it runs; nothing is allocated. Dropping the future drops both.
    /// It is `Send` if the owner and the future of the closure are.
    ///
    /// The closure may not borrow from outside but what outlives `'x`: its future is a dependent while it runs, and `'x` is at
    /// most as long as anything that a dependent was ever made from (`ui/fail/self-borrow/async/future_borrows_a_local`).
    ///
    /// # Examples
    ///
    /// ```
    /// use self_borrow::{Bound, Shared, family};
    ///
    /// family!(struct Words<'a> = Vec<&'a str>);
    ///
    /// async fn read(text: String) -> Bound<'static, Shared<String>, Words> {
    ///     Bound::<_, Words>::new_async(Shared(text), async |text| text.split(' ').collect(), |bound| bound).await
    /// }
    /// # let mut read = std::pin::pin!(read("a b".to_owned()));
    /// # let cx = &mut std::task::Context::from_waker(std::task::Waker::noop());
    /// # let std::task::Poll::Ready(words) = read.as_mut().poll(cx) else { unreachable!() };
    /// # words.with(|words, _| assert_eq!(words.len(), 2));
    /// ```
    pub fn new_async<C, D, R>(owner: O, f: C, then: D) -> impl Future<Output = R>
    where
        C: for<'a> AsyncStep1<Lent<'a, O>, Of<'a, F>> + 'x,
        D: FnOnce(Self) -> R,
    {
        let stage = Bound::<'x, O, Running<C, Sure, O, F>>::new(owner, |lent: Lent<'_, O>| {
            Pending::new(f.start(lent))
        });
        let to_build = ToBuild::new(
            stage,
            |stage, cx| stage.with_pin(|pending, _| pending.poll(cx)),
            |stage| then(stage.map::<F>(|pending, _| pending.finish())),
        );
        // SAFETY: 1. only `pending` is pinned, until it is `Ready`.
        unsafe { to_build.start() }
    }

    /// Lends the owner to an async closure that may fail, and calls `then` with what comes of it: the pair, or the error and
    /// the owner.
    ///
    /// # Examples
    ///
    /// ```
    /// use self_borrow::{Bound, Shared, family};
    ///
    /// family!(struct Line<'a> = &'a str);
    ///
    /// async fn read(bytes: Vec<u8>) -> Result<Bound<'static, Shared<Vec<u8>>, Line>, Vec<u8>> {
    ///     Bound::<_, Line>::try_new_async(
    ///         Shared(bytes),
    ///         async |bytes| str::from_utf8(bytes),
    ///         |built| built.map_err(|(_error, Shared(bytes))| bytes),
    ///     )
    ///     .await
    /// }
    /// # let mut read = std::pin::pin!(read(b"\xff".to_vec()));
    /// # let cx = &mut std::task::Context::from_waker(std::task::Waker::noop());
    /// # let std::task::Poll::Ready(line) = read.as_mut().poll(cx) else { unreachable!() };
    /// # assert!(line.is_err_and(|bytes| bytes == b"\xff"));
    /// ```
    pub fn try_new_async<E, C, D, R>(owner: O, f: C, then: D) -> impl Future<Output = R>
    where
        C: for<'a> AsyncStep1<Lent<'a, O>, Result<Of<'a, F>, E>> + 'x,
        E: 'x,
        D: FnOnce(Result<Self, (E, O)>) -> R,
    {
        let stage =
            Bound::<'x, O, Running<C, Fallible<E>, O, F>>::new(owner, |lent: Lent<'_, O>| {
                Pending::new(f.start(lent))
            });
        let to_build = ToBuild::new(
            stage,
            |stage, cx| stage.with_pin(|pending, _| pending.poll(cx)),
            |stage| then(stage.try_map::<F, E>(|pending, _| pending.finish())),
        );
        // SAFETY: 1. only `pending` is pinned, until it is `Ready`.
        unsafe { to_build.start() }
    }
}
