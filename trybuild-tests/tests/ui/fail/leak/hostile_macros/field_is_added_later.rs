//! The derive has checked the fields before a macro below adds one: it could be a guard.

#[derive(leak::Leak)]
#[hostile_macros::add_field(late: u8)]
struct Data {
    early: u8,
}

fn main() {
    let data = Data { early: 1, late: 2 };
    assert_eq!(data.early + data.late, 3);
    leak::mem::forget(data);
}
