//! `send` also asks for `'static`: else the wrapper of a pointer would pass.

use capsule::CapsuleSend;

#[derive(CapsuleSend)]
struct Node<'b> {
    #[capsule(send)]
    name: &'b str,
}

fn main() {
    assert_eq!(Node { name: "a" }.name, "a");
}
