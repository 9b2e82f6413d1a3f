//! The type of a field is taken from the field, not from the tokens that wrote it.

macro_rules! handle {
    () => { *const Owner };
}

#[derive(leak::Leak)]
struct Owner {
    handle: handle!(),
}

fn main() {
    drop(Owner { handle: core::ptr::null() });
}
