// The list of a public struct's fields can't name a private type.
mod inner {
    struct Hidden(u8);

    #[derive(own_ref::Fields)]
    #[own_ref(split_only)]
    pub struct Public {
        hidden: Hidden,
    }

    pub fn new() -> Public {
        let hidden = Hidden(1);
        assert_eq!(hidden.0, 1);
        Public { hidden }
    }
}

fn main() {
    let mut slot = own_ref::Slot::new();
    drop(own_ref::Own::split(slot.put(inner::new())));
}
