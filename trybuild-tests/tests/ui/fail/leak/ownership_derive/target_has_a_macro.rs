//! A macro could stand for one type where it is checked, and for another one in the impl.

use leak::rc::Rc;

macro_rules! guard {
    () => {
        Guard
    };
}

#[derive(leak::Disowns)]
#[disowns(target = Rc<guard!()>)]
struct Guard(u8);

fn main() {
    let guard: guard!() = Guard(3);
    assert_eq!(Rc::new_disowned(guard).0, 3);
}
