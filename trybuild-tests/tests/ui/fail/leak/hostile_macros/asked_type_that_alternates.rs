//! The type of the field is `*const u8`. Were the tokens copied into a check, that would see `u8`.

#[derive(leak::Disowns)]
struct Data {
    field: hostile_macros::alternating!(*const u8, u8),
}

fn main() {
    let data = Data { field: &0 };
    assert!(!std::ptr::eq(&data.field, std::ptr::null()));
}
