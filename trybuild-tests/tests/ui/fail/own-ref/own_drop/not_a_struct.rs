// The attribute wraps the fields of a struct.
use own_ref::own_drop;

#[own_drop]
enum Either {
    Left(String),
}

fn main() {
    let Either::Left(text) = Either::Left(String::new());
    drop(text);
}
