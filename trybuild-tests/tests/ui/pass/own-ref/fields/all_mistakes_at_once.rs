// Each mistake is reported at its own place.
use own_ref::Fields;

#[derive(Fields)]
#[own_ref(plain_errors)]
struct Wrong {
    #[pin]
    left: u8,
    right: u8,
    finished: u8,
    left_set: u8,
}

fn main() {
    let _ = Wrong { left: 1, right: 2, finished: 3, left_set: 4 };
}
