//! The same under another name.

type Me = leak::rc::Rc<Guard>;

#[derive(leak::Disowns, leak::NeverGives)]
#[disowns(target = Me)]
#[never_gives(target = Me)]
struct Guard(u8);

fn main() {
    assert_eq!(Guard(3).0, 3);
}
