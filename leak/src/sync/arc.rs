use alloc::sync as std_sync;

crate::shared::shared_pointer! {
    /// A pointer that shares a value between threads: [`std::sync::Arc`](alloc::sync::Arc) that takes
    /// only what may be forgotten.
    ///
    /// It is a transparent wrapper, with the API of the standard library's. What differs:
    ///
    /// - Each way in asks for `T: Leak`: [`new`](Self::new), [`pin`](Self::pin),
    ///   [`new_cyclic`](Self::new_cyclic), [`make_mut`](Self::make_mut), `From`, `FromIterator`,
    ///   `Default`, [`from_std`](Self::from_std).
    /// - So does [`into_raw`](Self::into_raw), since a raw pointer has no destructor.
    /// - There are `unsafe` ways in for other types: [`new_unchecked`](Self::new_unchecked) and so on.
    /// - Coercion to a trait object needs a function: [`coerce`](Self::coerce).
    ///
    /// What only shares or looks at a value that is already inside is as always: `clone`, `Deref`,
    /// [`get_mut`](Self::get_mut), [`try_unwrap`](Self::try_unwrap) have no bound.
    ///
    /// ```
    /// use leak::sync::{Arc, Mutex};
    ///
    /// let count = Arc::new(Mutex::new(0));
    /// let clone = count.clone();
    /// std::thread::scope(|s| {
    ///     s.spawn(move || *clone.lock().expect("nobody panics") += 1);
    /// });
    /// assert_eq!(count.lock().map(|n| *n).ok(), Some(1));
    /// ```
    Arc("Arc"): std_sync, "leak::sync", "std::sync::Arc", [core::any::Any + Send + Sync] "Any + Send + Sync"
}

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
