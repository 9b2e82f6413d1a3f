//! Values in a row.

use super::glue::each;
use super::place::Doomed;
use super::traits::AsyncDestruct;
use super::{Fuse, fuse};
use core::future::Future;
use core::mem::ManuallyDrop;
use core::pin::Pin;
use core::ptr::NonNull;

/// Destroys the values of a slice in their place, one after another.
///
/// Arrays, boxed slices and `Vec` have glue that does this; the function is for containers of your
/// own.
///
/// ```
/// use core::mem::ManuallyDrop;
/// use core::pin::pin;
///
/// smol::block_on(async {
///     let values = pin!([const { ManuallyDrop::new(String::new()) }; 3]);
///     // SAFETY: 1. They were just put there, and nobody uses them again. 2. They weren't pinned before.
///     // 3. The future is awaited.
///     unsafe { leak::async_drop::slice(values) }.await;
/// });
/// ```
///
/// From the text.
///
/// # Safety
///
/// As for [`async_drop_in_place`](super::async_drop_in_place), for each of the values:
///
/// 1. The value is live. From this call on it belongs to the future: nobody else uses it, or drops
///    it.
/// 2. If `T` is not `Unpin`, nobody has seen the value pinned before, or its asynchronous
///    destructor is a derived one for its whole type.
/// 3. If `T` is not `Unpin`, the future is not forgotten.
pub unsafe fn slice<T: AsyncDestruct>(
    values: Pin<&mut [ManuallyDrop<T>]>,
) -> Fuse<impl Future<Output = ()> + Send> {
    // SAFETY: the memory is used for pinned values: the `Doomed` keeps them where they are, or by
    // clause 2 may move them.
    let values = unsafe { values.get_unchecked_mut() };
    let values = NonNull::from(values);
    // `ManuallyDrop` is transparent: a row of `T`.
    let values = NonNull::slice_from_raw_parts(values.cast::<T>(), values.len());
    // SAFETY: 1. Live by clause 1, in memory that is borrowed. 2. Clause 1. 3. Clause 2. 4. Clause
    // 3. 5. By its bound.
    let values: Doomed<'_, [T]> = unsafe { Doomed::new(values) };
    fuse(each(values, ()))
}
