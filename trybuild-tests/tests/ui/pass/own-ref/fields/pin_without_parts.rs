// Without parts, nothing is pinned.
use own_ref::Fields;

#[derive(Fields)]
struct One {
    #[pin]
    field: u8,
}

fn main() {
    let _ = One { field: 1 }.field;
}
