//! What only stable needs to be told. On nightly the auto trait answers here, and covers more: `fn`
//! pointers with any number of arguments, or generic over a lifetime, and string iterators with any
//! pattern.

use core::str;

use super::macros::leak_always;

/// A `fn` pointer owns nothing. Its parameters are only types of arguments.
macro_rules! fn_pointers {
    ($([$($A:ident)*])+) => {$(
        leak_always! {
            [R, $($A),*] fn($($A),*) -> R;
            [R, $($A),*] unsafe fn($($A),*) -> R;
            [R, $($A),*] extern "C" fn($($A),*) -> R;
            [R, $($A),*] unsafe extern "C" fn($($A),*) -> R;
            [R, $($A),*] extern "system" fn($($A),*) -> R;
            [R, $($A),*] unsafe extern "system" fn($($A),*) -> R;
        }
    )+};
}

fn_pointers! {
    []
    [A]
    [A B]
    [A B C]
    [A B C D]
    [A B C D E]
    [A B C D E F]
    [A B C D E F G]
    [A B C D E F G H]
    [A B C D E F G H I]
    [A B C D E F G H I J]
    [A B C D E F G H I J K]
    [A B C D E F G H I J K L]
}

/// The trait `Pattern` is unstable, so the impls can't be generic over it. These are the patterns
/// that aren't closures; they borrow, or own characters.
macro_rules! string_searches {
    ($($Search:ident)+) => {$(
        leak_always! {
            ['a] str::$Search<'a, char>;
            ['a, 'p] str::$Search<'a, &'p str>;
            ['a, const N: usize] str::$Search<'a, [char; N]>;
            ['a, 'p] str::$Search<'a, &'p [char]>;
            ['a, 'p, const N: usize] str::$Search<'a, &'p [char; N]>;
            ['a] str::$Search<'a, fn(char) -> bool>;
        }
    )+};
}

string_searches! {
    Split RSplit SplitN RSplitN SplitTerminator RSplitTerminator SplitInclusive
    Matches RMatches MatchIndices RMatchIndices
}
