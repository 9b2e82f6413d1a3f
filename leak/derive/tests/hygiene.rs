//! Expansions in hostile surroundings: no prelude, taken names.
#![no_implicit_prelude]
#![forbid(unsafe_code)]
#![expect(
    dead_code,
    non_camel_case_types,
    reason = "names that the expansions could trip over"
)]

// The only way to the crate is `::leak`.
mod core {}
mod std {}
mod alloc {}
mod leak {}

struct Box;
struct Option;
struct Result;
struct Some;
struct None;
struct Ok;
struct Err;
struct Vec;
struct String;
struct FrameStore;
struct Frame;
trait Sized {}
trait Send {}
trait Sync {}
trait Copy {}
trait Drop {}
trait Leak {}
trait EveryFieldMustBeLeak {
    fn check();
}

fn is_leak<T: ?::core::marker::Sized + ::leak::Leak>() {}

#[derive(::leak::Leak)]
struct each_field_must_be_leak<'this, T: ?::core::marker::Sized + 'this> {
    this: u8,
    pointer: &'this u8,
    private: T,
}

#[derive(::leak::Leak)]
enum private {
    field_0,
    this(u8),
    pointer { this: u8, pointer: u16 },
    each_field_must_be_leak(each_field_must_be_leak<'static, u8>),
}

#[derive(::leak::Unleak)]
struct a_value_of<'a, EveryFieldMustBeLeak>(&'a EveryFieldMustBeLeak);

/// A parameter that has the name of the trait.
#[::leak::leak_bounds]
#[derive(::leak::Leak)]
struct Parameters<Leak, U: ?Leak>(Leak, ::core::marker::PhantomData<fn() -> U>);

#[::leak::leak_bounds]
fn bounds<T, U: ?Leak + ?::core::marker::Sized>(_: T, _: &U, _: &impl ::core::fmt::Debug) {
    is_leak::<T>();
}

/// Variables that have the names of the hidden ones.
#[::leak::framed]
fn framed(store: u8, frame: u8, poison: u8) -> u8 {
    frame!(s);
    let sum = {
        frame!(r#type);
        r#type
            .spawn(move || store + frame)
            .join()
            .unwrap_or_default()
    };
    frame!(store);
    ::core::mem::drop(store.spawn(|| ()));
    ::core::mem::drop(s.spawn(|| ()));
    sum + poison
}

mod other {
    pub(crate) mod library {
        pub(crate) use ::leak::__private;
        pub(crate) use ::leak::*;
    }

    #[::leak::framed(crate = crate::other::library)]
    pub(crate) fn framed() -> u8 {
        crate::other::library::frame!(s);
        s.spawn(|| 7).join().unwrap_or_default()
    }

    #[::leak::leak_bounds(crate = crate::other::library)]
    pub(crate) fn bounds<T, U: ?crate::other::library::Leak>(_: T, _: U) {
        super::is_leak::<T>();
    }
}

/// The pieces come from the caller of a macro, the item from its author.
macro_rules! make {
    ($name:ident, $s:ident, $body:block, $value:expr) => {
        #[::leak::framed]
        fn $name() -> u8 $body

        mod sides {
            #[::leak::framed]
            pub(crate) fn $name(s: u8) -> u8 {
                frame!($s);
                $s.spawn(move || s).join().unwrap_or_default() + $value
            }
        }
    };
}

make!(
    made,
    s,
    {
        frame!(s);
        s.spawn(|| 3).join().unwrap_or_default()
    },
    { crate::one() }
);

fn one() -> u8 {
    1
}

#[::core::prelude::v1::test]
fn runs() {
    is_leak::<each_field_must_be_leak<'static, str>>();
    is_leak::<private>();
    is_leak::<a_value_of<'static, u8>>();
    is_leak::<Parameters<u8, u8>>();
    bounds(1, "str", &1);
    other::bounds(1, 2);
    ::core::assert_eq!(framed(1, 2, 3), 6);
    ::core::assert_eq!(other::framed(), 7);
    ::core::assert_eq!(made(), 3);
    ::core::assert_eq!(sides::made(4), 5);
}
