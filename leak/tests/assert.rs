//! `assert_leak!` and `assert_not_leak!` in all the places where they may stand, next to items that
//! have the names of theirs.

use leak::Unleak;

leak::assert_leak!(u8);
leak::assert_leak!(
    u8,
    [&'static str; 2],
    str,
    (fn(u8) -> u8, Unleak<*const u8>),
);
leak::assert_not_leak!(*const u8);
leak::assert_not_leak!(*mut str, [*const u8], Option<*const u8>,);

/// Nothing in an expansion depends on what names mean here.
mod hostile {
    #![expect(dead_code, unused_macros, reason = "they are only in the way")]

    mod core {}
    mod std {}
    mod leak {}

    struct IsLeak<T>(T);
    trait NotLeak {
        const IS_LEAK: bool = true;
    }
    impl NotLeak for u8 {}
    fn assert_leak() {}

    macro_rules! panic {
        () => {};
    }
    macro_rules! concat {
        () => {};
    }

    /// Braces in the type must not end up in a format string.
    struct Braces<const N: usize>(*const u8);

    ::leak::assert_leak!(u8);
    ::leak::assert_not_leak!(*const u8, Braces<{ 1 + 1 }>);
}

#[test]
fn in_a_function() {
    struct Local(*const u8);
    // SAFETY: clauses 1 and 2: no lifetimes here.
    unsafe impl leak::Leak for Local {}

    leak::assert_leak!(Local);
    leak::assert_leak!(&Local, fn(&'static u8) -> u8);
    leak::assert_not_leak!(*const Local);
    assert!(Local(&7).0.is_aligned());
}
