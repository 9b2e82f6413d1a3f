//! Capsules, where everything has a name that is taken.

pub mod alloc {}
pub mod capsule {}
pub mod core {}
pub mod private {}
pub mod std {}
pub mod __private {}

pub trait At {}
pub trait CapsuleSend {}
pub trait Clone {}
pub trait Drop {
    fn drop(&mut self) {}
}
pub trait Family {}
pub trait Send {}
pub trait Sized {}
pub trait Sync {}

/// With methods that an expansion might call by name.
pub trait Methods {
    fn check(&self) {}
    fn brand(&self) {}
    fn with(&self) {}
}
impl<T: ?::std_again::marker::Sized> Methods for T {}

pub struct Anchor;
pub struct Brand;
pub struct Hold;
pub struct Named;
pub struct Option;
pub struct PhantomData;
pub struct Plain;
pub struct Rc;
pub struct Slot;
pub struct Token;
pub struct Weak;
pub struct bool;
pub struct u8;
pub enum Result {
    Some,
    None,
    Ok,
    Err,
}
pub use Result::*;

macro_rules! compile_error {
    ($($tokens:tt)*) => {};
}
macro_rules! thread_local {
    ($($tokens:tt)*) => {};
}
macro_rules! family {
    ($($tokens:tt)*) => {};
}

pub fn a_value_of() {}
pub fn each_field_must_be_capsule_send() {}
pub fn token_of() {}

/// A struct.
#[derive(::capsule::CapsuleSend, ::capsule::Family)]
pub struct Node<'b, T> {
    pub value: T,
    pub next: ::capsule::Weak<'b, Node<'b, T>>,
    #[capsule(send)]
    pub sent: ::std_again::primitive::u8,
}

/// An enum whose variants have the names of the type and its traits.
#[derive(::capsule::CapsuleSend, ::capsule::Family)]
pub enum Choice<'b> {
    Choice(::capsule::Weak<'b, str>),
    Send {
        this: ::std_again::primitive::u8,
        __capsule_this: ::std_again::primitive::u8,
        pointer: ::std_again::primitive::u8,
    },
    CapsuleSend,
}

/// A family.
pub type Texts = ::capsule::family!(::std_again::vec::Vec<::capsule::Weak<'b, str>>);

::capsule::root_local! {
    pub static LOCAL: ::capsule::family!(::capsule::Rc<'t, ::std_again::primitive::u8>) =
        |key| ::capsule::Rc::new(::capsule::ThreadLocalKey::brand(key), 1);
}

/// Counts by a token.
pub fn counted() -> ::std_again::primitive::bool {
    ::capsule::token!(token);
    let rc = ::capsule::token::Rc::new(&token, 1);
    ::capsule::token::Rc::into_inner(rc, &mut token).is_some()
}

/// As a slice.
pub fn slice<'b>(
    rc: ::capsule::Rc<'b, [::std_again::primitive::u8; 2]>,
) -> ::capsule::Rc<'b, [::std_again::primitive::u8]> {
    ::capsule::unsize_rc!(rc => [::std_again::primitive::u8])
}
