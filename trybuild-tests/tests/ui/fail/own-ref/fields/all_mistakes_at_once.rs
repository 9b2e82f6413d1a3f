// Each mistake is reported at its own place.
use own_ref::Fields;

#[derive(Fields)]
#[repr(packed)]
#[own_ref(spilt_only)]
#[pin]
struct Wrong {
    #[pin(structurally)]
    left: u8,
    #[own_ref(crate = own_ref)]
    right: u8,
    finish: u8,
    set_left: u8,
}

fn main() {
    let _ = Wrong { left: 1, right: 2, finish: 3, set_left: 4 };
}
