//! What runs through an owned reference: iterators and futures.

use super::Own;
use core::future::Future;
use core::iter::FusedIterator;
use core::ops::DerefMut;
use core::pin::Pin;
use core::task::{Context, Poll};

impl<I: ?Sized + Iterator> Iterator for Own<'_, I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        (**self).next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (**self).size_hint()
    }

    fn nth(&mut self, n: usize) -> Option<I::Item> {
        (**self).nth(n)
    }
}

impl<I: ?Sized + DoubleEndedIterator> DoubleEndedIterator for Own<'_, I> {
    fn next_back(&mut self) -> Option<I::Item> {
        (**self).next_back()
    }

    fn nth_back(&mut self, n: usize) -> Option<I::Item> {
        (**self).nth_back(n)
    }
}

impl<I: ?Sized + ExactSizeIterator> ExactSizeIterator for Own<'_, I> {
    fn len(&self) -> usize {
        (**self).len()
    }
}

impl<I: ?Sized + FusedIterator> FusedIterator for Own<'_, I> {}

/// For futures that may move. Any other future wants a [`PinSlot`](crate::PinSlot).
impl<F: ?Sized + Future + Unpin> Future for Own<'_, F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        Pin::new(self.deref_mut().deref_mut()).poll(cx)
    }
}
