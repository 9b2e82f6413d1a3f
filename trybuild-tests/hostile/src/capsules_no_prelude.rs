//! Capsules where nothing is in scope.

#![no_implicit_prelude]

/// A struct.
#[derive(::capsule::CapsuleSend, ::capsule::Family)]
pub struct Node<'b, T> {
    /// A field.
    pub value: T,
    /// Another.
    pub next: ::capsule::Weak<'b, Node<'b, T>>,
    /// One that is `Send`.
    #[capsule(send)]
    pub sent: u8,
}

/// An enum.
#[derive(::capsule::CapsuleSend, ::capsule::Family)]
pub enum Choice<'b> {
    /// One.
    One(::capsule::Weak<'b, u8>),
    /// Another.
    Two {
        /// A field.
        field: u8,
    },
    /// Nothing.
    Three,
}

/// A family.
pub type Numbers = ::capsule::family!([::capsule::Weak<'b, u8>; 2]);

::capsule::root_local! {
    /// Bound to the thread.
    pub static LOCAL: ::capsule::family!(::capsule::Rc<'t, u8>) = |key| ::capsule::Rc::new(key.brand(), 1);
}

/// Counts by a token.
pub fn counted() -> bool {
    ::capsule::token!(t);
    ::capsule::token::Rc::new(&t, 1)
        .into_inner(&mut t)
        .is_some()
}

/// As a slice.
pub fn slice<'b>(rc: ::capsule::Rc<'b, [u8; 2]>) -> ::capsule::Rc<'b, [u8]> {
    ::capsule::unsize_rc!(rc => [u8])
}
