//! What `rc::Rc` and `sync::Arc` have in common, run for both.
#![cfg(feature = "std")]

extern crate alloc;

use alloc::borrow::Cow;
use core::panic::AssertUnwindSafe;
use core::sync::atomic::{AtomicU32, Ordering};
use std::panic::catch_unwind;

use leak::{Leak, Unleak};

/// Counts how often it is destroyed. Its clone panics on demand.
#[derive(Debug)]
struct Counted<'a>(&'a AtomicU32, bool);

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

impl Clone for Counted<'_> {
    fn clone(&self) -> Self {
        assert!(!self.1, "boom");
        Counted(self.0, false)
    }
}

// SAFETY: clause 1: nothing rests on the counting. Clause 2: a reference owns nothing.
unsafe impl Leak for Counted<'_> {}

/// `Leak` for `'static` only.
struct Guard<'a>(Option<&'a AtomicU32>);

// SAFETY: clause 1: `'a` is `'static`. Clause 2: a reference owns nothing.
unsafe impl Leak for Guard<'_> where Self: 'static {}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        if let Some(drops) = self.0 {
            drops.fetch_add(1, Ordering::Relaxed);
        }
    }
}

trait Shape: Leak {
    fn area(&self) -> u32;
}

impl Shape for u32 {
    fn area(&self) -> u32 {
        self * self
    }
}

macro_rules! tests {
    ($module:ident: $Rc:ident, $leak:path, $std:path, $any:ty) => {
        mod $module {
            use core::hash::{BuildHasher, BuildHasherDefault};
            use std::collections::HashMap;
            use std::hash::DefaultHasher;

            use $leak::{Weak, $Rc};
            use $std as std_rc;

            use super::*;

            #[test]
            fn the_last_pointer_destroys_the_value() {
                let drops = AtomicU32::new(0);
                let first = $Rc::new(Counted(&drops, false));
                let second = first.clone();
                let weak = $Rc::downgrade(&first);
                drop(first);
                assert_eq!(drops.load(Ordering::Relaxed), 0);
                assert!(weak.upgrade().is_some());
                drop(second);
                assert_eq!(drops.load(Ordering::Relaxed), 1);
                assert!(weak.upgrade().is_none());
            }

            #[test]
            fn counts() {
                let five = $Rc::new(5);
                let weak = $Rc::downgrade(&five);
                let clone = five.clone();
                assert_eq!(($Rc::strong_count(&five), $Rc::weak_count(&five)), (2, 1));
                assert_eq!((weak.strong_count(), weak.weak_count()), (2, 1));
                assert!($Rc::ptr_eq(&five, &clone) && !$Rc::ptr_eq(&five, &$Rc::new(5)));
                assert!(weak.ptr_eq(&$Rc::downgrade(&clone)) && !weak.ptr_eq(&Weak::new()));
                assert_eq!($Rc::as_ptr(&five), weak.as_ptr());
            }

            #[test]
            fn taking_the_value_out() {
                let drops = AtomicU32::new(0);
                let first = $Rc::new(Counted(&drops, true));
                let second = first.clone();
                let first = $Rc::try_unwrap(first).expect_err("there is a second");
                assert!($Rc::into_inner(first).is_none());
                // Doesn't clone, which would panic: it is the last one.
                let value = $Rc::unwrap_or_clone(second);
                assert_eq!(drops.load(Ordering::Relaxed), 0);
                drop(value);
                assert_eq!(drops.load(Ordering::Relaxed), 1);
            }

            #[test]
            fn exclusive_access() {
                let mut five = $Rc::new(5);
                *$Rc::get_mut(&mut five).expect("the only one") += 1;
                let clone = five.clone();
                assert!($Rc::get_mut(&mut five).is_none());
                *$Rc::make_mut(&mut five) += 1;
                assert_eq!((*five, *clone), (7, 6));

                let mut digits: $Rc<[u8]> = $Rc::from([1, 2]);
                let before = digits.clone();
                $Rc::make_mut(&mut digits)[0] = 0;
                assert_eq!((&*before, &*digits), (&[1, 2][..], &[0, 2][..]));

                let mut name: $Rc<str> = "ann".into();
                let before = name.clone();
                $Rc::make_mut(&mut name).make_ascii_uppercase();
                assert_eq!((&*before, &*name), ("ann", "ANN"));
            }

            #[test]
            fn a_shorter_guard_that_takes_the_place_is_destroyed() {
                let drops = AtomicU32::new(0);
                let mut shared = $Rc::new(Guard(None));
                if let Some(place) = $Rc::get_mut(&mut shared) {
                    *place = Guard(Some(&drops));
                }
                drop(shared);
                assert_eq!(drops.load(Ordering::Relaxed), 1);
            }

            #[test]
            fn a_panic_in_clone_leaves_the_pointer_as_it_was() {
                let drops = AtomicU32::new(0);
                let mut first = $Rc::new(Counted(&drops, true));
                let second = first.clone();
                let unwound = catch_unwind(AssertUnwindSafe(|| {
                    $Rc::make_mut(&mut first);
                }));
                assert!(unwound.is_err());
                assert!($Rc::ptr_eq(&first, &second));
                let unwound = catch_unwind(AssertUnwindSafe(|| $Rc::unwrap_or_clone(first)));
                assert!(unwound.is_err());
                assert_eq!($Rc::strong_count(&second), 1);
                drop(second);
                assert_eq!(drops.load(Ordering::Relaxed), 1);
            }

            #[test]
            fn cyclic() {
                struct Node<'a> {
                    me: Weak<Node<'a>>,
                    _drops: Counted<'a>,
                }
                // SAFETY: clauses 1 and 2: as for `Counted`.
                unsafe impl Leak for Node<'_> {}

                let drops = AtomicU32::new(0);
                let node = $Rc::new_cyclic(|me: &Weak<Node<'_>>| {
                    assert!(me.upgrade().is_none());
                    Node {
                        me: me.clone(),
                        _drops: Counted(&drops, false),
                    }
                });
                assert!(node.me.upgrade().is_some_and(|me| $Rc::ptr_eq(&me, &node)));
                drop(node);
                assert_eq!(drops.load(Ordering::Relaxed), 1);

                let mut escaped = Weak::new();
                let unwound = catch_unwind(AssertUnwindSafe(|| {
                    $Rc::new_cyclic(|me: &Weak<u8>| {
                        escaped = me.clone();
                        panic!("boom")
                    })
                }));
                assert!(unwound.is_err());
                assert!(escaped.upgrade().is_none());
            }

            #[test]
            fn pinned() {
                let pinned = $Rc::pin(core::marker::PhantomPinned);
                let clone = pinned.clone();
                assert!(core::ptr::eq(&raw const *pinned, &raw const *clone));
            }

            #[test]
            fn unchecked_ways_in() {
                // For each clause 1: the pointers are dropped at the end of this block, before
                // `name`, and a reference can't own one.
                let name = String::from("ann");
                // SAFETY: clause 1: see above.
                let guard = unsafe { $Rc::new_unchecked(Unleak(&name)) };
                assert_eq!(guard.len(), 3);
                // SAFETY: clause 1: given back in the next line.
                let raw = unsafe { $Rc::into_raw_unchecked(guard) };
                // SAFETY: clauses 1 to 3: just made by our own function.
                assert_eq!(unsafe { $Rc::from_raw(raw) }.len(), 3);
                // SAFETY: clause 1: see above.
                assert_eq!(unsafe { $Rc::pin_unchecked(Unleak(&name)) }.len(), 3);
                // SAFETY: clause 1: see above.
                let guard = unsafe { $Rc::new_cyclic_unchecked(|_| Unleak(&name)) };
                let weak = $Rc::downgrade(&guard).into_std();
                // SAFETY: clause 1: see above.
                assert_eq!(unsafe { Weak::from_std_unchecked(weak) }.strong_count(), 1);
                // SAFETY: clause 1: see above.
                let guard = unsafe { $Rc::from_std_unchecked(guard.into_std()) };
                assert_eq!($Rc::try_unwrap(guard), Ok(Unleak(&name)));
            }

            #[test]
            fn raw_pointers() {
                let drops = AtomicU32::new(0);
                let raw = $Rc::into_raw($Rc::new(Counted(&drops, false)));
                // SAFETY: clauses 1 and 2: the pointer came from `into_raw`; `Counted` is `Leak`.
                unsafe { $Rc::increment_strong_count(raw) };
                // SAFETY: clauses 1 to 3: counted twice.
                let first = unsafe { $Rc::from_raw(raw) };
                assert_eq!($Rc::strong_count(&first), 2);
                // SAFETY: clause 1: counted twice, and given back once.
                unsafe { $Rc::decrement_strong_count(raw) };
                let weak = $Rc::downgrade(&first).into_raw();
                drop(first);
                assert_eq!(drops.load(Ordering::Relaxed), 1);
                // SAFETY: clauses 1 to 3: just made by `into_raw`.
                assert!(unsafe { Weak::from_raw(weak) }.upgrade().is_none());
            }

            #[test]
            fn slots() {
                let mut slot = $Rc::<String>::new_uninit();
                $Rc::get_mut(&mut slot)
                    .expect("new")
                    .write(String::from("ann"));
                // SAFETY: clause 1: just written.
                assert_eq!(*unsafe { slot.assume_init() }, "ann");

                let mut slots = $Rc::<[String]>::new_uninit_slice(2);
                for slot in $Rc::get_mut(&mut slots).expect("new") {
                    slot.write(String::from("bob"));
                }
                // SAFETY: clause 1: just written.
                assert_eq!(*unsafe { slots.assume_init() }, ["bob", "bob"]);

                // SAFETY: clause 1: all bytes zero is a `u64`.
                assert_eq!(*unsafe { $Rc::<u64>::new_zeroed().assume_init() }, 0);
            }

            #[test]
            fn coercion_keeps_the_allocation() {
                let four = $Rc::new(4_u32);
                let address = $Rc::as_ptr(&four).cast::<()>();
                let shape = $Rc::from_std(four.into_std() as std_rc::$Rc<dyn Shape>);
                assert_eq!(shape.area(), 16);
                assert_eq!($Rc::as_ptr(&shape).cast::<()>(), address);

                let shown = $Rc::coerce::<dyn core::fmt::Display>($Rc::new(4), |rc| rc);
                assert_eq!(shown.to_string(), "4");
                // A value without a size, next to the counters.
                let unit = $Rc::coerce::<dyn core::fmt::Debug>($Rc::new(()), |rc| rc);
                assert_eq!(format!("{unit:?}"), "()");
                let slice = $Rc::coerce::<[u8]>($Rc::new([1, 2]), |rc| rc);
                assert_eq!(slice.len(), 2);
            }

            #[test]
            fn coercion_refuses_another_value() {
                fn swap(other: std_rc::$Rc<u8>) -> bool {
                    let swapped = || $Rc::coerce($Rc::new(1), |_| other);
                    catch_unwind(AssertUnwindSafe(swapped)).is_err()
                }
                assert!(swap(std_rc::$Rc::new(1)));

                // The first allocation is given up before the second is made: the same address
                // can't recur.
                let reuse = || {
                    $Rc::coerce($Rc::new(()), |rc| {
                        drop(rc);
                        std_rc::$Rc::new(())
                    })
                };
                assert!(catch_unwind(AssertUnwindSafe(reuse)).is_err());

                let drops = AtomicU32::new(0);
                let unwinding =
                    || $Rc::coerce::<u8>($Rc::new(Counted(&drops, false)), |_| panic!("boom"));
                assert!(catch_unwind(AssertUnwindSafe(unwinding)).is_err());
                assert_eq!(drops.load(Ordering::Relaxed), 1);
            }

            #[test]
            fn downcast() {
                let any = $Rc::coerce::<$any>($Rc::new(5_u8), |rc| rc);
                let any = any.downcast::<u16>().expect_err("it is a `u8`");
                assert_eq!(any.downcast::<u8>().ok().as_deref(), Some(&5));
            }

            #[test]
            fn conversions() {
                assert_eq!(*$Rc::<u8>::default(), 0);
                assert_eq!($Rc::<[u8]>::default().len(), 0);
                assert_eq!(&*$Rc::<str>::default(), "");
                assert_eq!($Rc::<core::ffi::CStr>::default().count_bytes(), 0);
                assert!(Weak::<u8>::default().upgrade().is_none());
                assert_eq!(*$Rc::from(5), 5);
                assert_eq!(*$Rc::<str>::from(Box::<str>::from("ann")), *"ann");
                assert_eq!(*$Rc::<[u8]>::from(vec![1]), [1]);
                assert_eq!(*$Rc::<[u8]>::from(&[1][..]), [1]);
                assert_eq!(*$Rc::<[u8]>::from(&mut [1][..]), [1]);
                assert_eq!(*$Rc::<str>::from(String::from("ann")), *"ann");
                assert_eq!(*$Rc::<str>::from(Cow::Borrowed("ann")), *"ann");
                assert_eq!(*$Rc::<str>::from(Cow::Owned(String::from("ann"))), *"ann");
                assert_eq!(*$Rc::<core::ffi::CStr>::from(c"ann"), *c"ann");
                assert_eq!(
                    &*$Rc::<std::path::Path>::from(std::path::PathBuf::from("a")),
                    "a"
                );
                assert_eq!(
                    &*$Rc::<std::ffi::OsStr>::from(std::ffi::OsStr::new("a")),
                    "a"
                );
                assert_eq!(*(1..4).collect::<$Rc<[u8]>>(), [1, 2, 3]);
                assert_eq!(*$Rc::<[u8]>::from($Rc::<str>::from("a")), *b"a");
                let digits: $Rc<[u8]> = $Rc::from([1, 2]);
                let digits = <$Rc<[u8; 3]>>::try_from(digits).expect_err("two, not three");
                assert_eq!(<$Rc<[u8; 2]>>::try_from(digits).as_deref(), Ok(&[1, 2]));
                let std: std_rc::$Rc<u8> = $Rc::new(5).into();
                assert_eq!($Rc::<u8>::from(std), $Rc::from_std(std_rc::$Rc::new(5)));
                let std: std_rc::Weak<u8> = Weak::new().into();
                assert!(Weak::from(std).upgrade().is_none());
            }

            #[test]
            fn a_panic_while_collecting_loses_nothing() {
                let drops = AtomicU32::new(0);
                let unwound = catch_unwind(AssertUnwindSafe(|| {
                    (0..3)
                        .map(|n| {
                            assert!(n < 2, "boom");
                            Counted(&drops, false)
                        })
                        .collect::<$Rc<[_]>>()
                }));
                assert!(unwound.is_err());
                assert_eq!(drops.load(Ordering::Relaxed), 2);
            }

            #[test]
            fn traits_are_those_of_the_value() {
                let ann: $Rc<str> = "ann".into();
                let bob: $Rc<str> = "bob".into();
                assert_eq!(format!("{ann} {ann:?}"), r#"ann "ann""#);
                assert_eq!(format!("{ann:p}"), format!("{:p}", &raw const *ann));
                assert_eq!(format!("{:?}", $Rc::downgrade(&ann)), "(Weak)");
                assert!(ann < bob && ann == ann.clone() && ann.cmp(&bob).is_lt());
                let hasher = BuildHasherDefault::<DefaultHasher>::default();
                assert_eq!(hasher.hash_one(&ann), hasher.hash_one("ann"));
                let ages = HashMap::from([(ann, 30), (bob.clone(), 40)]);
                assert_eq!(ages.get("ann"), Some(&30)); // by `Borrow`
                let text: &str = bob.as_ref();
                assert_eq!(text, "bob");
                let nan = $Rc::new(f64::NAN);
                assert!(nan != nan.clone() && nan.partial_cmp(&nan).is_none());
            }

            #[test]
            fn is_as_large_as_a_pointer() {
                assert_eq!(size_of::<Option<$Rc<u8>>>(), size_of::<usize>());
                assert_eq!(size_of::<Option<$Rc<$any>>>(), 2 * size_of::<usize>());
            }
        }
    };
}

tests! { rc: Rc, leak::rc, alloc::rc, dyn core::any::Any }
tests! { arc: Arc, leak::sync, alloc::sync, dyn core::any::Any + Send + Sync }
