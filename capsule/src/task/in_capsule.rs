//! The future of a task.

use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::sync::Arc;

use pin_project_lite::pin_project;

use super::heap::Heap;
use super::owner::Enter;

pin_project! {
    /// A future that owns the [`Rc`](super::Rc)s that are made in it; see [the module](super).
    ///
    /// While it is polled or dropped, it is the owner that is running.
    ///
    /// # Panics
    ///
    /// When it is polled after it has returned `Ready`.
    ///
    /// # Invariants
    ///
    /// 1. `heap` isn't retired, or `state` is `None` and was so since.
    #[must_use = "a future does nothing until it is polled"]
    pub struct InCapsule<F: Future> {
        heap: Arc<Heap>,
        retired: bool,
        #[pin]
        future: Option<F>,
    }

    impl<F: Future> PinnedDrop for InCapsule<F> {
        fn drop(this: Pin<&mut Self>) {
            this.finish();
        }
    }
}

impl<F: Future> InCapsule<F> {
    /// Makes a task of a future.
    ///
    /// The future itself was made outside, so it holds no [`Rc`](super::Rc) of its own yet; see [`lazy`](Self::lazy).
    pub fn new(future: F) -> Self {
        Self {
            heap: Heap::new(),
            retired: false,
            future: Some(future),
        }
    }

    /// Makes a task of the future that the closure returns; the closure runs as a part of it, now.
    ///
    /// ```
    /// use capsule::task::{InCapsule, Rc};
    ///
    /// let task = InCapsule::lazy(|| {
    ///     let shared = Rc::new(1);
    ///     let alias = shared.clone();
    ///     async move { *shared + *alias }
    /// });
    /// # let waker = std::task::Waker::noop();
    /// # let mut cx = std::task::Context::from_waker(waker);
    /// # assert_eq!(std::pin::pin!(task).poll(&mut cx), std::task::Poll::Ready(2));
    /// ```
    ///
    /// # Panics
    ///
    /// If the closure does.
    pub fn lazy(make: impl FnOnce() -> F) -> Self {
        // If the closure panics, this retires the heap.
        let mut this = Self {
            heap: Heap::new(),
            retired: false,
            future: None,
        };
        let future = {
            // SAFETY: 1. The heap is new, and nobody else has it. 2. It is dropped at the end of this block. 3. It
            // isn't retired.
            let _running = unsafe { Enter::new(&this.heap) };
            make()
        };
        this.future = Some(future);
        this
    }

    /// Drops the future, as the owner that is running, and gives all values away.
    fn finish(self: Pin<&mut Self>) {
        /// Gives all values away, also if a destructor panics.
        struct Retire<'a>(&'a Heap);
        impl Drop for Retire<'_> {
            fn drop(&mut self) {
                // SAFETY: 1. It isn't entered: what `finish` entered is left before this is dropped. And it won't be: its
                // future is gone, and `retired` is set. What was done happens before, as it was done through an
                // exclusive reference to the same task. 2. `retired` wasn't set.
                unsafe { self.0.retire() };
            }
        }

        let mut this = self.project();
        if *this.retired {
            return;
        }
        *this.retired = true;
        let heap = &*this.heap;
        let _retire = Retire(heap);
        // SAFETY: 1. Entered here only: it takes an exclusive reference to the task, whose previous uses happen before
        // it. 2. It is dropped at the end of this function, before `_retire`. 3. It wasn't, and is when it was left.
        let _running = unsafe { Enter::new(heap) };
        this.future.set(None);
        // SAFETY: 1. It is, right above.
        unsafe { heap.settle() };
    }
}

impl<F: Future> Future for InCapsule<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let this = self.as_mut().project();
        let future = this.future.as_pin_mut();
        let future = future.expect("a task isn't polled again after it is done");
        let poll = {
            // SAFETY: 1. Entered here only: it takes an exclusive reference to the task, whose previous uses happen
            // before it. 2. It is dropped at the end of this block. 3. There is a future, so it isn't retired,
            // by invariant 1; and it is retired with an exclusive reference only.
            let _running = unsafe { Enter::new(this.heap) };
            // SAFETY: 1. It is, right above.
            unsafe { this.heap.settle() };
            future.poll(cx)
        };
        if poll.is_ready() {
            // The values are those of the outer owner from now on, if there is one, so the result may hold pointers.
            self.finish();
        }
        poll
    }
}

impl<F: Future> fmt::Debug for InCapsule<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InCapsule").finish_non_exhaustive()
    }
}
