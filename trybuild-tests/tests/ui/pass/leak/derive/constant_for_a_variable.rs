//! A pattern that is a plain name means the constant of that name, if there is one. Such a constant
//! must not be checked in place of the type.

#![forbid(unsafe_code)]
#![expect(non_upper_case_globals)]

#[derive(leak::Unleak, PartialEq, Eq)]
struct Guard<'a>(&'a ());

#[derive(leak::Leak, PartialEq, Eq)]
struct Owner(Guard<'static>);

const other: &Owner = &Owner(Guard(&()));

fn main() {
    drop(Owner(Guard(other.0.0)));
}
