//! Variance of the public types. These functions compile or they don't; what must be invariant is
//! in the ui tests.
#![cfg(feature = "std")]

use leak::mem::{ManuallyDrop, MaybeUninit};
use leak::{LeakFn, LeakFnMut, LeakFnOnce, Unleak, rc, sync};

macro_rules! covariant {
    ($($name:ident: $T:path),+ $(,)?) => {$(
        #[test]
        fn $name() {
            use $T as Probed;

            fn shorter<'a>(longer: Probed<&'static str>) -> Probed<&'a str> {
                longer
            }

            let _: fn(_) -> _ = shorter;
        }
    )+};
}

covariant! {
    unleak: Unleak,
    manually_drop: ManuallyDrop,
    maybe_uninit: MaybeUninit,
    rc: rc::Rc,
    rc_weak: rc::Weak,
    arc: sync::Arc,
    arc_weak: sync::Weak,
}

macro_rules! fn_like {
    ($($name:ident: $T:path),+ $(,)?) => {$(
        #[test]
        fn $name() {
            use $T as Probed;

            fn longer_argument(f: Probed<(), &str>) -> Probed<(), &'static str> {
                f
            }

            fn shorter_result<'a>(f: Probed<(), (), &'static str>) -> Probed<(), (), &'a str> {
                f
            }

            let _: fn(_) -> _ = longer_argument;
            let _: fn(_) -> _ = shorter_result;
        }
    )+};
}

fn_like! {
    leak_fn: LeakFn,
    leak_fn_mut: LeakFnMut,
    leak_fn_once: LeakFnOnce,
}
