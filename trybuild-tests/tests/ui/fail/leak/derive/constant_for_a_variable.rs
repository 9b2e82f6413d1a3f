//! A pattern that is a plain name means the constant of that name, if there is one. Such a constant
//! must not be checked in place of the type.

#![forbid(unsafe_code)]
#![expect(non_upper_case_globals)]

#[derive(leak::Unleak, PartialEq, Eq)]
struct Guard<'a>(&'a ());

#[derive(leak::Leak, PartialEq, Eq)]
struct Owner<'a>(Guard<'a>);

const __leak_this: &Owner<'static> = &Owner(Guard(&()));

fn main() {
    drop(Owner(Guard(__leak_this.0.0)));
}
