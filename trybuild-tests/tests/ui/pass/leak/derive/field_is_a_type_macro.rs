//! The type of a field is taken from the field, not from the tokens that wrote it.

macro_rules! handle {
    () => { Option<&'static Owner> };
}

#[derive(leak::Leak)]
struct Owner {
    handle: handle!(),
}

fn main() {
    drop(Owner { handle: None });
}
