//! Everything has a name that is taken.

/// What expansions of other macros, or their authors, might reach for without a leading `::`.
pub mod alloc {}
pub mod core {}
pub mod leak {}
pub mod marker {}
pub mod mem {}
pub mod private {
    /// In a module that has the name of one in expansions.
    pub use ::leak::rc::Rc;
}
pub mod std {}
pub mod __private {}

pub trait Activate {}
pub trait Copy {}
pub trait Drop {
    fn drop(&mut self) {}
}
pub trait Fn {}
pub trait FnOnce {}
pub trait Forget {}
pub trait Send {}
pub trait Sized {}
pub trait Sync {}

/// With methods that an expansion might call by name.
pub trait Methods {
    fn clone(&self) {}
    fn drop(&mut self) {}
    fn scope(&self) {}
    fn check(&self) {}
}
impl<T: ?::core::names::really::Sized> Methods for T {}

/// What is shadowed here.
pub mod really {
    pub type Byte = u8;
    pub type Length = usize;
    pub use Sized;
}
use really::{Byte, Length};

pub enum Option {}
pub enum Result {}
pub struct Frame;
pub struct FrameStore;
pub struct ManuallyDrop;
pub struct PhantomData;
pub struct Scope;
pub struct String;
pub struct Vec;
pub struct bool;
#[derive(::leak::Leak)]
pub struct str;
pub struct u8;
#[derive(::leak::Leak)]
pub struct usize;

pub fn drop() {}
pub fn forget() {}
pub fn scope() {}
pub fn size_of() {}

macro_rules! assert {
    () => {};
}
macro_rules! compile_error {
    () => {};
}
macro_rules! concat {
    () => {};
}
macro_rules! derive_leak {
    () => {};
}
macro_rules! derive_unleak {
    () => {};
}
macro_rules! matches {
    () => {};
}
macro_rules! panic {
    () => {};
}
macro_rules! stringify {
    () => {};
}

/// A trait and a derived type of one name.
#[derive(::leak::Leak)]
pub struct Leak<T>(pub T, pub str);

#[derive(::leak::Leak)]
pub struct Box<T> {
    pub core: T,
    pub std: ::std::names::Leak<T>,
}

#[derive(::leak::Leak)]
pub enum Error<Ok, Err> {
    Ok(Ok),
    Err(Err),
    None,
    Some { r#type: Box<Ok>, usize: usize },
}

#[derive(::leak::Unleak)]
pub struct Unleak<'a, T>(pub &'a mut T);

#[derive(::leak::Unleak)]
pub struct Guard<'a> {
    pub drop: Unleak<'a, u8>,
}

#[derive(
    ::leak::AllowedInRc,
    ::leak::Disowns,
    ::leak::NeverGives,
    ::leak::RankedLeak,
    ::leak::RoutineDrop,
)]
#[ranked_leak(rank = 1)]
pub struct AllowedInRc<'a, Disowns>(pub &'a Byte, pub Disowns);

#[derive(::leak::Disowns, ::leak::NeverGives)]
#[disowns(target = private::Rc<Self>)]
#[never_gives(target = "private::Rc<Self>")]
pub enum RankedLeak<Handle> {
    Handle(Handle),
    Rank { asked: Byte, check: Length },
}

#[::leak::leak_bounds]
pub fn bounded<Leak, Send: ?Leak>(leak: Leak, send: &Send) -> (Leak, &Send) {
    (leak, send)
}

#[::leak::framed]
pub fn framed(this: &[Byte]) -> Length {
    ::leak::frame!(leak);
    leak.spawn(|| this.len()).join().unwrap_or(0)
}
