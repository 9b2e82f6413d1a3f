//! A pattern that is a plain name means the constant of that name, if there is one. Such a constant
//! must not be checked in place of the type.

#![forbid(unsafe_code)]
#![expect(non_upper_case_globals)]

use leak::ownership::Forgettable;

#[derive(PartialEq, Eq)]
struct Guard<'a>(&'a ());

#[derive(leak::AllowedInRc, PartialEq, Eq)]
struct Owner<'a>(Forgettable<leak::Unleak<Guard<'a>>>);

const __leak_this: &Owner<'static> = &Owner(Forgettable(leak::Unleak(Guard(&()))));

fn main() {
    drop(Owner(Forgettable(leak::Unleak(Guard(__leak_this.0.0.0.0)))));
}
