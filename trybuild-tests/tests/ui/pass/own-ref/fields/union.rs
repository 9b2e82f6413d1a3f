// Nobody knows which fields of a union hold a value.
use own_ref::Fields;

#[derive(Fields)]
#[repr(C)]
struct Either {
    word: u32,
    _byte: u8,
}

fn main() {
    let either = Either { word: 1, _byte: 0 };
    let _ = &raw const either.word;
}
