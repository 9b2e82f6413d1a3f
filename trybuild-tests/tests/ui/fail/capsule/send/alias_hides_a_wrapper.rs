//! The field's type is looked at, not its name: an alias can't hide what it is.

use capsule::{CapsuleSend, Rc};

type Shared<'b> = send_wrapper::SendWrapper<Rc<'b, u32>>;

#[derive(CapsuleSend)]
struct Pair<'b> {
    #[capsule(send)]
    wrapped: Shared<'b>,
    alias: Rc<'b, u32>,
}

fn main() {
    capsule::region(|b, _token| {
        let alias = Rc::new(b, 1);
        let wrapped = Shared::new(alias.clone());
        drop(Pair { wrapped, alias });
    });
}
