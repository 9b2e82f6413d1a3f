//! Cells, locks and shared owners.

use super::glue;
use crate::async_drop::AsyncDestruct;
use core::cell::{Cell, OnceCell, RefCell, UnsafeCell};

/// The content is moved out, then destroyed.
macro_rules! cells {
    ($([$($generics:tt)*] $ty:ty, |$cell:ident| $content:expr;)*) => {
        $(glue!([$($generics)*] $ty, plain if T::__IS_PLAIN, |place| async {
            // SAFETY: these types show nobody themselves, or their content, pinned.
            let $cell = unsafe { place.take() };
            if let Some(content) = $content {
                content.__async_drop().await;
            }
        });)*
    };
}

cells! {
    [T: AsyncDestruct] Cell<T>, |cell| Some(cell.into_inner());
    [T: AsyncDestruct] RefCell<T>, |cell| Some(cell.into_inner());
    [T: AsyncDestruct] UnsafeCell<T>, |cell| Some(cell.into_inner());
    [T: AsyncDestruct] OnceCell<T>, |cell| cell.into_inner();
}

// The last owner destroys the content.
#[cfg(feature = "alloc")]
cells!([T: AsyncDestruct + Sync] alloc::sync::Arc<T>, |shared| alloc::sync::Arc::into_inner(shared););

#[cfg(feature = "std")]
cells! {
    // Poisoned or not: what is inside must go.
    [T: AsyncDestruct] std::sync::Mutex<T>, |lock| Some(match lock.into_inner() {
        Ok(content) => content,
        Err(poisoned) => poisoned.into_inner(),
    });
    [T: AsyncDestruct] std::sync::RwLock<T>, |lock| Some(match lock.into_inner() {
        Ok(content) => content,
        Err(poisoned) => poisoned.into_inner(),
    });
    [T: AsyncDestruct] std::sync::OnceLock<T>, |cell| cell.into_inner();
}
