//! `T: !Disowns<T>`, as the text has it.

fn disowns<T: leak::Disowns<H>, H>() {}

fn for_any<T>() {
    disowns::<T, T>();
}

fn main() {
    for_any::<u8>();
}
