//! Primitive types, references, arrays, slices and tuples.

use super::macros::{leak_always, leak_if_content_is, leak_static};

leak_static! {
    bool, char, str,
    u8, u16, u32, u64, u128, usize,
    i8, i16, i32, i64, i128, isize,
    f32, f64,
    (),
}

leak_always! {
    ['a, T: ?Sized] &'a T;
    // Also `&mut`: what it refers to belongs to someone else, who destroys it. A type that takes
    // something out of its target, and puts it back when dropped, is not covered by this: it is an
    // own type, with an own impl. See `takers.rs`.
    ['a, T: ?Sized] &'a mut T;
}

leak_if_content_is! {
    [T; const N] [T; N];
    [T] [T];
}

leak_if_content_is! {
    [A] (A,);
    [A, B] (A, B);
    [A, B, C] (A, B, C);
    [A, B, C, D] (A, B, C, D);
    [A, B, C, D, E] (A, B, C, D, E);
    [A, B, C, D, E, F] (A, B, C, D, E, F);
    [A, B, C, D, E, F, G] (A, B, C, D, E, F, G);
    [A, B, C, D, E, F, G, H] (A, B, C, D, E, F, G, H);
    [A, B, C, D, E, F, G, H, I] (A, B, C, D, E, F, G, H, I);
    [A, B, C, D, E, F, G, H, I, J] (A, B, C, D, E, F, G, H, I, J);
    [A, B, C, D, E, F, G, H, I, J, K] (A, B, C, D, E, F, G, H, I, J, K);
    [A, B, C, D, E, F, G, H, I, J, K, L] (A, B, C, D, E, F, G, H, I, J, K, L);
}
