//! For types that contain themselves.

use super::traits::AsyncDestruct;
use alloc::boxed::Box;
use core::future::Future;
use core::pin::Pin;

/// Destroys a value asynchronously, by a future on the heap: for the field in which a type contains
/// itself.
///
/// The future of a recursive type would contain itself. So, as with `async fn`, one field has to be
/// boxed: one allocation for each value destroyed that way.
///
/// ```
/// use leak::async_drop::{AsyncDrop, async_drop};
///
/// #[derive(AsyncDrop)]
/// struct List {
///     value: String,
///     #[async_drop(with = "leak::async_drop::boxed")]
///     next: Option<Box<List>>,
/// }
///
/// let list = List { value: "a".into(), next: Some(Box::new(List { value: "b".into(), next: None })) };
/// smol::block_on(async_drop(list));
/// ```
pub fn boxed<'t, T: AsyncDestruct + 't>(value: T) -> Pin<Box<dyn Future<Output = ()> + Send + 't>> {
    Box::pin(value.async_destruct())
}
