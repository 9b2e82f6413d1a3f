//! Owned references where nothing is in scope.

#![no_implicit_prelude]

/// A struct.
#[derive(::own_ref::Fields)]
#[own_ref(plain_errors)]
#[repr(C)]
pub struct Data<T> {
    /// A field.
    #[pin]
    pub field: T,
    /// Another.
    pub list: [T; 2],
}

/// An enum.
#[derive(::own_ref::Fields)]
pub enum Choice<T> {
    /// One.
    One(T),
    /// Another.
    Two {
        /// A field.
        field: T,
    },
    /// Nothing.
    Three,
}

/// States.
#[derive(::own_ref::States)]
#[repr(C, u8)]
pub enum Machine<T> {
    /// A state.
    Data(Data<T>),
    /// The sentinel.
    #[sentinel]
    Done,
}

/// With a destructor.
#[::own_ref::own_drop]
pub struct Owner<T> {
    /// A field.
    pub field: T,
}

#[::own_ref::own_drop]
impl<T> ::own_ref::OwnDrop for Owner<T> {
    fn drop(this: ::own_ref::Own<'_, Self>) {
        let OwnerFieldsOwn { field } = ::own_ref::Own::split(this);
        let _field = ::own_ref::Own::into_inner(field);
    }
}
