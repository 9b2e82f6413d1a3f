// The attribute wraps the fields of a struct.
use own_ref::own_drop;

#[own_drop]
struct Either {
    left: String,
}

#[own_drop]
impl own_ref::OwnDrop for Either {
    fn drop(_: own_ref::Own<'_, Self>) {}
}

fn main() {
    let either = Either::from(EitherFields { left: String::new() });
    drop(either);
}
