//! What the macro expands to is no back door.

use own_ref::{Own, Slot};

fn main() {
    let mut slot = Slot::new();
    let (pointer, frame) = own_ref::__private::into_frame(slot.put([1_u8, 2]));
    let slice: *mut [u8] = pointer;
    // SAFETY: from one call of `into_frame`, only unsized.
    let own: Own<'_, [u8]> = unsafe { own_ref::__private::out_of_frame(frame, slice) };
    assert_eq!(*own, [1, 2]);
}
