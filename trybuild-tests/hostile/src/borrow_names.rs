//! Self-borrowing structs, where everything has a name that is taken.

pub mod __private {}
pub mod __sb {}
pub mod alloc {}
pub mod bound {}
pub mod core {}
pub mod mem {}
pub mod self_borrow {}
pub mod std {}

pub trait Clone {}
pub trait Debug {}
pub trait Deref {}
pub trait Drop {
    fn drop(&mut self) {}
}
pub trait Eq {}
pub trait Family {}
pub trait FamilyAt {}
pub trait FnOnce {}
pub trait Future {}
pub trait Hash {}
pub trait Lend {}
pub trait Ord {}
pub trait Owner {}
pub trait PartialEq {}
pub trait PartialOrd {}
pub trait Send {}
pub trait Sized {}
pub trait Step1 {}
pub trait Sync {}
pub trait Unpin {}

/// With methods that an expansion might call by name.
pub trait Methods {
    fn clone(&self) {}
    fn cmp(&self) {}
    fn eq(&self) {}
    fn field(&self) {}
    fn finish(&self) {}
    fn fmt(&self) {}
    fn hash(&self) {}
    fn map(&self) {}
    fn seen(&self) {}
    fn shorter(&self) {}
    fn unbind(&self) {}
    fn with(&self) {}
    fn with_mut(&mut self) {}
}
impl<T: ?::core::borrow_names::really::Sized> Methods for T {}

/// Not shadowed.
pub mod really {
    pub use std_again::marker::Sized;
}

pub struct Bound;
pub struct Box<T>(pub T);
pub struct Context;
pub struct Exclusive;
pub struct Formatter;
pub struct Missing;
pub struct MutOf;
pub struct Option;
pub struct Ordering;
pub struct Pending;
pub struct PhantomData;
pub struct Pin;
pub struct Poll;
pub struct RefOf;
pub struct Result;
pub struct Shared;
pub struct Vec<T>(pub T);
pub struct bool;
pub struct usize;
pub enum Variants {
    Err,
    None,
    Ok,
    Some,
}
pub use Variants::{Err, None, Ok, Some};

pub fn drop() {}
pub fn project() {}
pub fn shorter() {}

macro_rules! compile_error {
    () => {};
}
macro_rules! family {
    () => {};
}
macro_rules! matches {
    () => {};
}
macro_rules! unsafe_pinned {
    () => {};
}

/// Parameters and fields have the names that expansions would like.
#[::self_borrow::self_borrow]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line<'this, F, R, E, W, S, L>
where
    F: 'this + really::Sized,
    R: 'this,
{
    #[lend('a)]
    pub bound: &'this (F, R),
    pub view: (&'a F, &'a R),
    pub error: E,
    pub outcome: W,
    pub state: S,
    pub levels: L,
}

/// Lends have the names that expansions use for lifetimes.
#[::self_borrow::self_borrow]
pub struct Lifetimes<'slot, const N: u8, const AT: u8> {
    #[lend('this)]
    pub text: &'slot [u8],
    #[lend('run)]
    pub lines: &'this [u8],
    pub not_covariant: (&'this u8, &'run u8),
    #[not_covariant]
    pub run: std_again::cell::Cell<&'run u8>,
}

/// Fields are named as generated methods.
#[::self_borrow::self_borrow]
pub struct FieldNames<'s> {
    #[lend('a)]
    pub new: &'s str,
    pub with: &'a str,
    pub with_mut: &'a str,
    pub build: &'a str,
    pub builder: &'a str,
    pub unbind: u8,
    pub into_owners: u8,
    pub try_new: &'a str,
    pub map_with: &'a str,
    pub try_with: &'a str,
    pub with_with_mut: &'a str,
    pub with_async: &'a str,
    pub get_with: &'a str,
}

/// Types are named as generated ones.
pub struct NamedBuilder;
pub struct NamedFamily;
pub struct NamedMut;
pub struct NamedOwners;
pub struct NamedParts;
pub struct NamedRef;

#[::self_borrow::self_borrow(prefix = OtherNamed)]
pub struct Named<'s>(
    #[lend('a)] pub &'s str,
    pub &'a str,
    pub NamedBuilder,
    pub NamedRef,
);

/// A type that is called `Box` isn't the one that is known to be covariant, or to have a stable place.
#[::self_borrow::self_borrow]
pub struct Boxes<'s> {
    #[lend('a)]
    pub text: &'s Box<Vec<u8>>,
    pub boxed: Box<Vec<&'a u8>>,
}

/// Pinned.
#[::self_borrow::self_borrow]
pub struct Pinned<Memory: 'static> {
    #[lend(inline mut 'slot)]
    pub memory: Memory,
    pub slot: &'slot mut Memory,
    pub r#bool: bool,
}

::self_borrow::bind! {
    /// In the other notation.
    pub type Pair = bind 'bind in (pub &'static Box<!'bind u8>, pub &'bind Box<u8>);
}
