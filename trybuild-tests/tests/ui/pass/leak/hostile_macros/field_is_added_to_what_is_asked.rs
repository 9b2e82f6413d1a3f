//! The derive has checked the fields before a macro below adds one: it could own the pointer.

use leak::rc::Rc;

#[hostile_macros::add_field(late: u8)]
#[derive(leak::AllowedInRc)]
struct Data {
    early: u8,
}

fn main() {
    let data = Rc::new_allowed(Data { early: 1, late: 2 });
    assert_eq!(data.early + data.late, 3);
}
