//! `#[derive(AsyncDrop)]`, `#[must_async_drop]` and `async_scope!` among names that are taken.

use really::{AsyncDestruct as Destruct, AsyncDrop as OwnCode, Future as IsFuture};

pub mod really {
    pub use crate::std_again::future::Future;
    pub use crate::std_again::pin::Pin;
    pub use crate::std_again::prelude::rust_2024::{Some, Vec};
    pub use ::leak::async_drop::{AsyncDestruct, AsyncDrop};
}

/// What expansions of other macros, or their authors, might reach for.
pub mod alloc {}
pub mod core {}
pub mod leak {}
pub mod std {}
pub mod async_drop {}
pub mod __private {}
pub trait AsyncDrop {}
pub trait AsyncDestruct {}
pub trait Drop {}
pub trait Future {}
pub trait Pinning {}
pub trait Send {}
pub struct Doomed;
pub struct Field;
pub struct Option;
pub struct Owner;
pub struct Pin;
pub struct Some;
pub struct __LeakPinning;
pub fn async_destruct() {}
pub fn by_value() {}
pub fn drop() {}
pub fn field() {}
pub fn run() {}

/// With methods that an expansion calls by name, on everything.
pub trait Methods {
    fn destroy(&self) {}
    fn drop(&mut self) {}
    fn field(&self) {}
    fn how(&self) {}
    fn known(&self) {}
    fn open(&self) {}
    fn own_code(&self) {}
    fn poll(&self) {}
    fn release(&self) {}
    fn run(&self) {}
    fn seen(&self) {}
}
impl<T> Methods for T {}

/// A type with the name of everything, and code of its own.
#[::leak::async_drop::must_async_drop]
#[derive(::leak::async_drop::AsyncDrop)]
pub struct Box<T: Destruct> {
    pub place: T,
    pub fields: Err,
    pub owner: really::Vec<T>,
    #[async_drop(sync)]
    pub own_code: Some,
    #[async_drop(skip)]
    pub __leak_place: Option,
    #[async_drop(with = by_hand)]
    pub __leak_fields: Doomed,
}

async fn by_hand(_: Doomed) {}

impl<T: Destruct> OwnCode for Box<T> {
    async fn async_drop(self: really::Pin<&mut Self>) {}
}

#[derive(::leak::async_drop::AsyncDrop)]
pub enum Err {
    Ok(u8, u16),
    Some { some: Field, how: Owner },
    None,
}

/// Constants, where there are variables in expansions.
pub mod constants {
    pub const place: u8 = 0;
    pub const fields: u8 = 0;
    pub const own_code: u8 = 0;
    pub const owner: u8 = 0;
    pub const value: u8 = 0;
    pub const field_0: u8 = 0;
    pub static scope: u8 = 0;

    #[derive(::leak::async_drop::AsyncDrop)]
    pub struct Struct<const field: usize> {
        pub value: [u8; field],
        pub field_0: (),
    }

    #[derive(::leak::async_drop::AsyncDrop)]
    pub enum Enum {
        Tuple(u8, u8),
        Struct { place: u8, owner: u8 },
    }

    pub fn scoped(text: &str) -> impl super::IsFuture {
        ::leak::async_scope!(move s => s.own(text).len())
    }

    pub fn sum() -> u8 {
        place + fields + own_code + owner + value + field_0 + scope
    }
}

/// Nothing is in scope.
pub mod bare {
    #![no_implicit_prelude]

    #[derive(::leak::async_drop::AsyncDrop)]
    pub struct Data<'a, T: ::leak::async_drop::AsyncDestruct> {
        pub field: T,
        pub list: [T; 2],
        pub text: &'a (),
    }

    #[derive(::leak::async_drop::AsyncDrop)]
    pub enum Choice {
        One(()),
        Two { field: () },
        Three,
    }

    #[::leak::async_drop::must_async_drop]
    pub struct Session(pub ());

    pub fn scoped<'a>(text: &'a ()) -> impl super::IsFuture + 'a {
        ::leak::async_scope!(move s, hand_over = ::std_again::mem::drop => {
            s.own(()).destroy().await;
            text
        })
    }
}

/// Written by macros, with raw names.
pub mod written {
    macro_rules! define {
        ($name:ident<$param:ident: $bound:path> { $($field:ident: $ty:ty = $how:ident,)* }) => {
            #[derive(::leak::async_drop::AsyncDrop)]
            pub struct $name<$param: $bound> {
                $(#[async_drop($how)] $field: $ty,)*
                pub hygienic: $param,
            }
        };
        (scope $s:ident $body:expr) => { ::leak::async_scope!(move $s => $body) };
    }
    define!(r#struct<r#type: ::leak::async_drop::AsyncDestruct> {
        r#async: r#type = sync,
        r#gen: (u8, r#type) = skip,
    });

    impl<r#type: ::leak::async_drop::AsyncDestruct> r#struct<r#type> {
        pub fn new(a: r#type, b: r#type, c: r#type) -> Self {
            Self {
                r#async: a,
                r#gen: (0, b),
                hygienic: c,
            }
        }
    }

    pub fn scoped(text: &str) -> impl super::IsFuture<Output = usize> {
        define!(scope s { let held = s.own(text); held.len() })
    }
}

#[cfg(test)]
mod tests {
    use super::{bare, constants, written};
    use crate::std_again::prelude::rust_2024::*;
    use crate::std_again::{pin::pin, task::Context, task::Poll, task::Waker};

    fn ready<F: crate::std_again::future::Future>(future: F) -> F::Output {
        match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(output) => output,
            Poll::Pending => crate::std_again::panic!("it waits"),
        }
    }

    #[test]
    fn they_are_destroyed() {
        ready(::leak::async_drop::async_drop((
            super::Box {
                place: 1,
                fields: super::Err::Some {
                    some: super::Field,
                    how: super::Owner,
                },
                owner: Vec::new(),
                own_code: super::Some,
                __leak_place: super::Option,
                __leak_fields: super::Doomed,
            },
            [super::Err::Ok(1, 2), super::Err::None],
            constants::Struct {
                value: [1, 2],
                field_0: (),
            },
            [
                constants::Enum::Tuple(1, 2),
                constants::Enum::Struct { place: 1, owner: 2 },
            ],
            bare::Data {
                field: 1,
                list: [1, 2],
                text: &(),
            },
            [
                bare::Choice::One(()),
                bare::Choice::Two { field: () },
                bare::Choice::Three,
            ],
            written::r#struct::new(1, 2, 3),
        )));
        ready(constants::scoped("any"));
        ready(bare::scoped(&()));
        crate::std_again::assert_eq!(ready(written::scoped("four")), 4);
        crate::std_again::assert_eq!(constants::sum(), 0);
        crate::std_again::mem::forget(bare::Session(()));
    }
}
