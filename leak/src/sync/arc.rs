use alloc::sync as std_sync;
use core::any::Any;

crate::shared::shared_pointer!(
    Arc("Arc", "between threads"): std_sync in "sync", [Any + Send + Sync] "Any + Send + Sync"
);

impl<T: ?Sized + core::error::Error> core::error::Error for Arc<T> {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        (**self).source()
    }
}

impl<W: alloc::task::Wake + Send + Sync + 'static> From<Arc<W>> for core::task::Waker {
    #[inline]
    fn from(waker: Arc<W>) -> Self {
        waker.0.into()
    }
}
