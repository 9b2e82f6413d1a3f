//! Owned references, where everything has a name that is taken.

pub mod alloc {}
pub mod core {}
pub mod own_ref {}
pub mod part {}
pub mod private {}
pub mod states {}
pub mod std {}
pub mod __private {}

pub trait Brand {}
pub trait Checked {
    fn check(&mut self) {}
}
pub trait Clone {}
pub trait Debug {}
pub trait Drop {
    fn drop(&mut self) {}
}
pub trait Fields {}
pub trait From {}
pub trait Mark {}
pub trait MustNotImplDrop {}
pub trait Parted {}
pub trait Payloads {}
pub trait Sized {}
pub trait Split {}
pub trait States {}
pub trait Unpin {}
pub trait Variant {}

/// With methods that an expansion might call by name.
pub trait Methods {
    fn own(&self) {}
    fn split(&self) {}
    fn carry(&self) {}
    fn open(&self) {}
    fn state(&self) {}
    fn finish(&self) {}
    fn debug_struct(&self) {}
}
impl<T: ?::core::names::really::Sized> Methods for T {}

pub struct Absent;
pub struct Present;
pub struct First;
pub struct Next;
pub struct Own;
pub struct Option;
pub struct Result;
pub struct State;
pub struct Vacant;
pub struct u8;
pub struct usize;
pub enum Exactly {
    Some,
    None,
    Ok,
    Err,
}

pub fn cons() {}
pub fn drop() {}
pub fn is() {}
pub fn nil() {}
pub fn type_of() {}

macro_rules! assert {
    () => {};
}
macro_rules! compile_error {
    () => {};
}
macro_rules! matches {
    () => {};
}
macro_rules! offset_of {
    () => {};
}
macro_rules! unsafe_fields {
    () => {};
}
macro_rules! unsafe_split {
    () => {};
}
macro_rules! unsafe_states {
    () => {};
}
macro_rules! unsafe_variant {
    () => {};
}

/// Local variables of the expansions.
pub const this: Box<Byte> = Box {
    core: Byte,
    r#claim: Byte,
};
pub static claim: Byte = Byte;
pub static current: Byte = Byte;
pub struct payload;
pub struct state;
pub struct memory;
pub struct error;
pub struct exact;
pub struct f;
pub struct layout;

#[derive(::own_ref::Fields)]
pub struct Byte;

/// Parameters have the names that the expansions would like.
#[derive(::own_ref::Fields)]
#[repr(C)]
pub struct Box<Memory> {
    #[pin]
    pub core: Memory,
    pub r#claim: Byte,
}

#[derive(::own_ref::Fields)]
pub struct Names<'own, FieldA, Other, Error, Recipe> {
    pub a: &'own FieldA,
    pub this: Other,
    pub value: Error,
    pub recipe: Recipe,
    pub part: Option,
}

#[derive(::own_ref::Fields)]
pub enum Tree<Ok, Err> {
    Ok(Ok),
    Err(Err),
    None,
    Some {
        r#type: Box<Ok>,
        usize: usize,
        this: u8,
    },
}

#[derive(::own_ref::States)]
#[repr(C, u8)]
pub enum Machine<Memory> {
    Some(Box<Memory>),
    State(Byte),
    #[sentinel]
    None,
}
