//! A module that claims to be the library gets its `Leak`-like macros called, which it doesn't have.

mod forged {
    pub mod __private {}
}

#[derive(leak::AllowedInRc)]
#[allowed_in_rc(crate = forged)]
struct Guard<'a>(&'a str);

fn main() {
    assert_eq!(Guard("ann").0.len(), 3);
}
