// A part doesn't open private fields.
mod inner {
    #[derive(own_ref::Fields)]
    pub struct Token {
        secret: u64,
        pub open: u64,
    }

    impl Token {
        pub fn secret(&self) -> u64 {
            self.secret
        }
    }

    pub fn begin(slot: &mut own_ref::Slot<Token>) -> TokenPart<'_, own_ref::Present, own_ref::Absent> {
        slot.hole().part().set_secret(7)
    }
}

fn main() {
    let mut slot = own_ref::Slot::<inner::Token>::new();
    let part = slot.hole().part().set_secret(8);
    let token = part.set_open(1).finish();
    assert!(token.secret() > 6 && token.open == 1);
}
