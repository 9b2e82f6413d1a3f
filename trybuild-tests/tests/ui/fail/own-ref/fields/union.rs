// Nobody knows which fields of a union hold a value.
use own_ref::Fields;

#[derive(Fields)]
#[repr(C)]
union Either {
    word: u32,
    _byte: u8,
}

fn main() {
    let either = Either { word: 1 };
    let _ = &raw const either.word;
}
