// Nor does a struct of somebody else, with fields of the same names and types.
mod inner {
    #[derive(own_ref::Fields)]
    #[repr(C)]
    pub struct Token {
        secret: u64,
    }

    impl Token {
        pub fn secret(&self) -> u64 {
            self.secret
        }
    }

    pub fn forge(part: MinePart<'_, own_ref::Present>) -> own_ref::Own<'_, Token> {
        TokenPart::of(part.carry()).finish()
    }

    use super::MinePart;
}

#[derive(own_ref::Fields)]
#[repr(C)]
pub struct Mine {
    pub secret: u64,
}

fn main() {
    let mut slot = own_ref::Slot::<Mine>::new();
    let part = slot.hole().part().set_secret(8);
    let token = inner::forge(part);
    assert_eq!(token.secret(), 8);
}
