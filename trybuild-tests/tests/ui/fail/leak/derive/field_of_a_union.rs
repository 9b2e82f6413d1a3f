//! The fields of a union are checked, too.

#[derive(leak::Leak)]
union Word {
    number: usize,
    pointer: *const Word,
}

fn main() {
    let _word = Word { number: 1 };
}
