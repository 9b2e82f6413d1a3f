//! The derive has checked the fields before a macro below adds one: it could own the pointer.

use leak::rc::Rc;

#[derive(leak::AllowedInRc)]
#[hostile_macros::add_field(late: u8)]
struct Data {
    early: u8,
}

fn main() {
    let data = Rc::new_allowed(Data { early: 1, late: 2 });
    assert_eq!(data.early + data.late, 3);
}
