// Without parts, nothing is pinned.
use own_ref::Fields;

#[derive(Fields)]
#[own_ref(split_only)]
struct One {
    #[pin]
    #[pin]
    field: u8,
}

fn main() {
    let _ = One { field: 1 }.field;
}
