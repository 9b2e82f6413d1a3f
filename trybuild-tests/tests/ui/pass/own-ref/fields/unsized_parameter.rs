// Nor can one that may be unsized.
use own_ref::Fields;

#[derive(Fields)]
struct Tail<T>(u8, Box<T>, T);

fn main() {
    let _ = Tail(1, Box::new(2), 3);
}
