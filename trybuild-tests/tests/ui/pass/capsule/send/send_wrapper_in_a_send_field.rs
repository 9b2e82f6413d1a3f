//! Nor does `#[capsule(send)]`.

use capsule::{CapsuleSend, Rc};
use send_wrapper::SendWrapper;

#[derive(CapsuleSend)]
struct Pair<'b> {
    #[capsule(send)]
    wrapped: SendWrapper<u32>,
    alias: Rc<'b, u32>,
}

fn main() {
    capsule::region(|b, _token| {
        let alias = Rc::new(b, 1);
        let wrapped = SendWrapper::new(*alias);
        drop(Pair { wrapped, alias });
    });
}
