//! Values that contain the others.

use super::glue;
use crate::async_drop::glue::{OneOf, each};
use crate::async_drop::place::Doomed;
use crate::async_drop::{AsyncDestruct, noop};
use core::ptr::NonNull;

glue!([T: AsyncDestruct] Option<T>, plain if T::__IS_PLAIN, |place| {
    // SAFETY: 1. The only field becomes a `field`. 2. Nothing else.
    let content = match unsafe { place.open() } {
        // SAFETY: 1. From `open`; there is no other. 2. It isn't forgotten.
        Some(content) => Some(unsafe { place.field(content) }),
        None => None,
    };
    // SAFETY: 1. See above.
    unsafe { place.release() };
    match content {
        Some(content) => OneOf::A { destructor: T::__unsafe_glue(content) },
        None => OneOf::B { destructor: noop() },
    }
});

glue!([T: AsyncDestruct, E: AsyncDestruct] Result<T, E>, plain if T::__IS_PLAIN && E::__IS_PLAIN, |place| {
    // SAFETY: 1. The only field becomes a `field`. 2. Nothing else.
    let content = match unsafe { place.open() } {
        // SAFETY: 1. From `open`; there is no other. 2. It isn't forgotten.
        Ok(content) => Ok(unsafe { place.field(content) }),
        // SAFETY: as above.
        Err(content) => Err(unsafe { place.field(content) }),
    };
    // SAFETY: 1. See above.
    unsafe { place.release() };
    match content {
        Ok(content) => OneOf::A { destructor: T::__unsafe_glue(content) },
        Err(content) => OneOf::B { destructor: E::__unsafe_glue(content) },
    }
});

glue!([T: AsyncDestruct, const N: usize] [T; N], plain if T::__IS_PLAIN, |place| {
    let array: NonNull<[T; N]> = place.into_raw();
    let values = NonNull::slice_from_raw_parts(array.cast::<T>(), N);
    // SAFETY: 1. to 3. and 5. The invariants of `place`, which was taken apart, for its elements. 4. The glue
    // doesn't forget it.
    let values: Doomed<'_, [T], P> = unsafe { Doomed::new(values) };
    each(values, ())
});

/// `[…]` are the variables for the fields.
macro_rules! tuples {
    ($([$($field:ident: $T:ident = $index:tt),+])*) => {
        $(glue!([$($T: AsyncDestruct),+] ($($T,)+), plain if $($T::__IS_PLAIN)&&+, |place| async {
            // SAFETY: 1. Each field becomes a `field`. 2. Nothing else.
            let ($($field,)+) = unsafe { place.open() };
            let fields = ($(
                // SAFETY: 1. From `open`, each once. 2. They aren't forgotten.
                unsafe { place.field($field) },
            )+);
            // SAFETY: 1. See above.
            unsafe { place.release() };
            // A tuple that is moved out of in part drops the rest in order.
            $($T::__unsafe_glue(fields.$index).await;)+
        });)*
    };
}

tuples! {
    [a: A = 0]
    [a: A = 0, b: B = 1]
    [a: A = 0, b: B = 1, c: C = 2]
    [a: A = 0, b: B = 1, c: C = 2, d: D = 3]
    [a: A = 0, b: B = 1, c: C = 2, d: D = 3, e: E = 4]
    [a: A = 0, b: B = 1, c: C = 2, d: D = 3, e: E = 4, f: F = 5]
    [a: A = 0, b: B = 1, c: C = 2, d: D = 3, e: E = 4, f: F = 5, g: G = 6]
    [a: A = 0, b: B = 1, c: C = 2, d: D = 3, e: E = 4, f: F = 5, g: G = 6, h: H = 7]
    [a: A = 0, b: B = 1, c: C = 2, d: D = 3, e: E = 4, f: F = 5, g: G = 6, h: H = 7, i: I = 8]
    [a: A = 0, b: B = 1, c: C = 2, d: D = 3, e: E = 4, f: F = 5, g: G = 6, h: H = 7, i: I = 8, j: J = 9]
    [a: A = 0, b: B = 1, c: C = 2, d: D = 3, e: E = 4, f: F = 5, g: G = 6, h: H = 7, i: I = 8, j: J = 9, k: K = 10]
    [a: A = 0, b: B = 1, c: C = 2, d: D = 3, e: E = 4, f: F = 5, g: G = 6, h: H = 7, i: I = 8, j: J = 9, k: K = 10, l: L = 11]
}
