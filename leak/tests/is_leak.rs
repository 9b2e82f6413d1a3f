//! `is_leak!` and `mem::is_leak`: `true` only where it holds, on both compilers.

use leak::Unleak;
use leak::mem::is_leak;

/// Has a destructor, and no impl on either compiler.
struct No(*const u8);

impl Drop for No {
    fn drop(&mut self) {
        assert!(self.0.is_null());
    }
}

/// Has a destructor, and is `Leak` for `'static` only.
struct Guard<'a>(&'a u8);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        assert_eq!(*self.0, 1);
    }
}

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl leak::Leak for Guard<'_> where Self: 'static {}

// In constants.
const _: () = assert!(leak::is_leak!(String) && leak::is_leak!(Guard<'static>));
const _: () = assert!(!leak::is_leak!(No) && !leak::is_leak!(Vec<No>));
const _: () = assert!(is_leak::<u8>() && is_leak::<&mut No>() && is_leak::<[No; 0]>());
const _: () = assert!(!is_leak::<String>() && !is_leak::<Guard<'_>>() && !is_leak::<dyn Fn()>());
static KNOWN: bool = leak::is_leak!(std::rc::Rc<str>);

#[test]
fn what_is_left_out_holds_for_every_lifetime() {
    assert!(leak::is_leak!(&u8));
    assert!(leak::is_leak!((&mut No, core::slice::Iter<'_, No>)));
    assert!(leak::is_leak!([Option<&str>]));
    // Nothing to drop, whatever the impls say: for every lifetime.
    assert!(leak::is_leak!(*const Guard<'_>));
    assert!(KNOWN);
}

#[test]
fn a_generic_function_knows_of_drop_glue_only() {
    fn ask<T>(_: &T) -> bool {
        is_leak::<T>()
    }
    let local = 1;
    assert!(!ask(&Guard(&local)));
    assert!(!ask(&No(core::ptr::null())));
    assert!(ask(&&local));
    assert!(ask(&Unleak(&local)));
    assert!(!ask(&String::new()));
    assert!(ask(&core::mem::ManuallyDrop::new(1)));
}

/// Nothing in the expansion depends on what names mean here.
mod hostile {
    #![expect(dead_code, non_camel_case_types, reason = "they are only in the way")]

    mod core {}
    mod leak {}
    struct IsLeak<T>(T);
    struct bool;
    trait MaybeNotLeak {
        fn is_leak(&self) -> u8 {
            1
        }
    }
    impl<T> MaybeNotLeak for T {}

    #[test]
    fn names_that_are_taken() {
        const YES: ::core::primitive::bool = ::leak::is_leak!(&u8);
        assert_eq!(YES, ::leak::mem::is_leak::<&u8>());
    }
}

/// The text's use: a collection forgets elements while a destructor panics, if it may.
#[test]
fn act_accordingly() {
    fn clear<T>(items: &mut Vec<T>) -> &'static str {
        if const { is_leak::<T>() } {
            // SAFETY: dropping the elements would do nothing.
            unsafe { items.set_len(0) };
            "forgotten"
        } else {
            items.clear();
            "dropped"
        }
    }
    assert_eq!(clear(&mut vec![1, 2]), "forgotten");
    assert_eq!(clear(&mut vec![No(core::ptr::null())]), "dropped");
}
