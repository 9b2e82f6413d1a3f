//! What is destroyed, and how often, by the functions and types of `leak::mem`.
#![cfg(feature = "std")]

use core::cell::Cell;
use core::panic::AssertUnwindSafe;
use std::panic::catch_unwind;

use leak::mem::{self, ManuallyDrop, MaybeUninit};
use leak::{Leak, Unleak};

/// Counts how often it is destroyed.
#[derive(Clone)]
struct Counted<'a>(&'a Cell<u32>);

impl Drop for Counted<'_> {
    fn drop(&mut self) {
        self.0.set(self.0.get() + 1);
    }
}

// SAFETY: clause 1: nothing rests on the counting. Clause 2: a reference owns nothing.
unsafe impl Leak for Counted<'_> {}

#[test]
fn forget_runs_no_destructor() {
    let drops = Cell::new(0);
    mem::forget(Counted(&drops));
    // SAFETY: clauses 1 and 2: `Counted` is `Leak`.
    unsafe { mem::forget_unchecked(Counted(&drops)) };
    assert_eq!(drops.get(), 0);
}

#[test]
fn forget_static_takes_what_is_not_leak() {
    struct Bomb(*const ());

    impl Drop for Bomb {
        fn drop(&mut self) {
            unreachable!("it was to be forgotten: {:?}", self.0);
        }
    }

    leak::assert_not_leak!(Bomb);
    mem::forget_static(Bomb(core::ptr::null()));
    mem::forget(Unleak(Bomb(core::ptr::null())));
}

#[test]
fn the_functions_of_core_are_there() {
    let mut slot = 1;
    assert_eq!(mem::replace(&mut slot, 2), 1);
    assert_eq!(mem::take(&mut slot), 2);
    let mut other = 3;
    mem::swap(&mut slot, &mut other);
    assert_eq!((slot, other), (3, 0));
    assert_eq!((mem::size_of::<u32>(), mem::align_of_val(&slot)), (4, 4));
    assert!(mem::needs_drop::<String>());
    assert_eq!(mem::discriminant(&Some(1)), mem::discriminant(&Some(2)));
    assert_eq!(
        mem::offset_of!((u8, u8), 0) + mem::offset_of!((u8, u8), 1),
        1
    );
}

#[test]
fn manually_drop_destroys_only_on_demand() {
    let drops = Cell::new(0);

    {
        let _slot = ManuallyDrop::new(Counted(&drops));
    }
    assert_eq!(drops.get(), 0);

    drop(ManuallyDrop::into_inner(ManuallyDrop::new(Counted(&drops))));
    assert_eq!(drops.get(), 1);

    let mut slot = ManuallyDrop::new(Counted(&drops));
    // SAFETY: clause 1: the slot isn't used again.
    drop(unsafe { ManuallyDrop::take(&mut slot) });
    assert_eq!(drops.get(), 2);

    let mut slot = ManuallyDrop::new(Counted(&drops));
    // SAFETY: clause 1: the slot isn't used again.
    unsafe { ManuallyDrop::drop(&mut slot) };
    assert_eq!(drops.get(), 3);
}

#[test]
fn manually_drop_is_transparent() {
    let mut slot = ManuallyDrop::from([3, 1, 2]);
    slot.sort_unstable();
    assert_eq!(
        format!("{slot:?}"),
        format!("{:?}", core::mem::ManuallyDrop::new([1, 2, 3]))
    );
    assert!(slot < ManuallyDrop::new([2, 0, 0]));
    assert_eq!(slot.clone(), slot);

    let std = slot.into_std();
    assert_eq!(
        ManuallyDrop::into_inner(ManuallyDrop::from_std(std)),
        [1, 2, 3]
    );
    drop(ManuallyDrop::into_inner(ManuallyDrop::<Vec<u8>>::default()));
    assert_eq!(
        size_of::<ManuallyDrop<Option<Box<u8>>>>(),
        size_of::<usize>()
    );
}

#[test]
fn manually_drop_holds_what_is_unsized() {
    let drops = Cell::new(0);
    let mut array = ManuallyDrop::new([Counted(&drops), Counted(&drops)]);
    let slice: &mut ManuallyDrop<[Counted<'_>]> = &mut array;
    assert_eq!(slice.len(), 2);
    // SAFETY: clause 1: the slot isn't used again.
    unsafe { ManuallyDrop::drop(slice) };
    assert_eq!(drops.get(), 2);
}

#[test]
fn a_slot_for_static_guards_takes_others_only_unchecked() {
    let drops = Cell::new(0);
    let name = String::from("ann");
    let mut slot = ManuallyDrop::new((Unleak("static"), None));
    // SAFETY: clause 1: what is put in is taken out below.
    let place = unsafe { ManuallyDrop::get_mut_unchecked(&mut slot) };
    *place = (Unleak(name.as_str()), Some(Counted(&drops)));
    assert_eq!(ManuallyDrop::into_inner(slot).0.len(), 3);
    assert_eq!(drops.get(), 1);
}

#[test]
fn maybe_uninit_destroys_only_on_demand() {
    let drops = Cell::new(0);

    let _ = MaybeUninit::new(Counted(&drops));
    let mut slot = MaybeUninit::uninit();
    slot.write(Counted(&drops));
    slot.write(Counted(&drops)); // forgets the first
    assert_eq!(drops.get(), 0);

    // SAFETY: clauses 1 and 2: just written, and written again before it is used.
    unsafe { slot.assume_init_drop() };
    assert_eq!(drops.get(), 1);

    slot.write(Counted(&drops));
    // SAFETY: clauses 1 and 2: just written, and not used again.
    drop(unsafe { slot.assume_init_read() });
    assert_eq!(drops.get(), 2);

    // SAFETY: clause 1: made with a value.
    drop(unsafe { MaybeUninit::from(Counted(&drops)).assume_init() });
    assert_eq!(drops.get(), 3);
}

#[test]
fn maybe_uninit_is_transparent() {
    let mut slot = MaybeUninit::new([1_u16, 2]);
    // SAFETY: clause 1: made with a value. Clause 2: a number may be forgotten.
    unsafe { slot.assume_init_mut()[0] = 7 };
    let copy = slot;
    // SAFETY: clause 1: made with a value.
    assert_eq!(unsafe { copy.assume_init_ref() }, &[7, 2]);
    // SAFETY: the pointer leads to a value.
    assert_eq!(unsafe { (*slot.as_ptr())[1] }, 2);

    let slot = MaybeUninit::from_std(slot.into_std());
    // SAFETY: clause 1: made with a value.
    assert_eq!(unsafe { slot.assume_init() }, [7, 2]);
    assert_eq!(size_of::<MaybeUninit<u16>>(), 2);
}

#[test]
fn a_copy_slot_of_a_borrowing_type_can_be_moved() {
    // With a bound `Leak` on `Copy`, this would ask for `'static`.
    fn pass(slot: MaybeUninit<Unleak<&str>>) -> MaybeUninit<Unleak<&str>> {
        slot
    }

    let name = String::from("ann");
    // SAFETY: clause 1: nothing rests on a mere reference.
    let slot = pass(unsafe { MaybeUninit::new_unchecked(Unleak(&name)) });
    // SAFETY: clause 1: made with a value.
    assert_eq!(**unsafe { slot.assume_init() }, *"ann");
}

#[test]
fn arrays_of_slots() {
    let drops = Cell::new(0);
    let mut slots = MaybeUninit::uninit_array::<3>();
    for slot in &mut slots {
        slot.write(Counted(&drops));
    }
    // SAFETY: clause 1: all were written.
    let values = unsafe { MaybeUninit::slice_assume_init_ref(&slots) };
    assert_eq!(values.len(), 3);
    // SAFETY: clause 1: all were written.
    let values = unsafe { MaybeUninit::array_assume_init(slots) };
    assert_eq!(drops.get(), 0);
    drop(values);
    assert_eq!(drops.get(), 3);
}

#[test]
fn a_panic_in_one_destructor_does_not_skip_the_others() {
    struct Bomb<'a>(Counted<'a>, bool);
    // SAFETY: clauses 1 and 2: as for `Counted`.
    unsafe impl Leak for Bomb<'_> {}

    impl Drop for Bomb<'_> {
        fn drop(&mut self) {
            assert!(!self.1, "boom, after {}", self.0.0.get());
        }
    }

    let drops = Cell::new(0);
    let bomb = |armed| MaybeUninit::new(Bomb(Counted(&drops), armed));
    let mut slots = [bomb(false), bomb(true), bomb(false)];
    let unwound = catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: clauses 1 and 2: all were made with a value, and are not used again.
        unsafe { MaybeUninit::slice_assume_init_drop(&mut slots) };
    }));
    assert!(unwound.is_err());
    assert_eq!(drops.get(), 3);

    let mut slot = ManuallyDrop::new(Bomb(Counted(&drops), true));
    let unwound = catch_unwind(AssertUnwindSafe(|| {
        // SAFETY: clause 1: the slot isn't used again.
        unsafe { ManuallyDrop::drop(&mut slot) };
    }));
    assert!(unwound.is_err());
    assert_eq!(drops.get(), 4);
}
