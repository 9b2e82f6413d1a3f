//! A type is one or the other.

#[derive(leak::Unleak)]
struct Lent<'a>(&'a mut u8);

fn main() {
    drop(Lent(&mut 1));
}
