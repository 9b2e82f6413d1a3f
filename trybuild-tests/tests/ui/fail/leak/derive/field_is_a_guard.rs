//! A field that must be destroyed takes `Leak` from the type: the error is at the field.

#[derive(leak::Unleak)]
struct Guard<'a>(&'a mut u8);

#[derive(leak::Leak)]
struct Owner<'a> {
    name: &'a str,
    guards: Vec<Guard<'a>>,
}

fn main() {
    drop(Owner { name: "", guards: vec![Guard(&mut 0)] });
}
