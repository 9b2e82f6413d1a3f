#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod attr;
mod check;
mod derive;
mod expand;
mod model;
#[cfg(test)]
mod snapshots;

use proc_macro::TokenStream;

/// Lets a type cross threads as a part of its capsule, if all of its fields may.
///
/// The type of every field must be `CapsuleSend`. A field with `#[capsule(send)]` must be `Send + 'static`
/// in place of that: what crosses threads by itself. Both are asked of the field's type by the compiler, so
/// neither an alias nor an elided lifetime can hide what is there.
///
/// ```
/// use capsule::{CapsuleSend, Cell, Rc, Weak};
///
/// #[derive(CapsuleSend)]
/// struct Node<'b> {
///     name: String,
///     next: Cell<'b, Option<Rc<'b, Node<'b>>>>,
///     back: Cell<'b, Weak<'b, Node<'b>>>,
///     #[capsule(send)]
///     progress: std::sync::mpsc::Sender<u32>,
/// }
/// ```
///
/// A reference-counted pointer of std is refused, as an alias of it may be anywhere:
///
/// ```compile_fail,E0277
/// #[derive(capsule::CapsuleSend)]
/// struct Node {
///     shared: std::rc::Rc<u32>,
/// }
/// ```
///
/// # Attributes
///
/// * `#[capsule(send)]` on a field: see above.
/// * `#[capsule(bound = "T: Trait")]` on the type: in place of the bound `T: CapsuleSend` that each type
///   parameter gets.
/// * `#[capsule(crate = path)]` on the type says where the crate `capsule` is.
///
/// # Errors
///
/// A union is refused: which of its fields is there, nobody knows.
#[proc_macro_derive(CapsuleSend, attributes(capsule))]
pub fn derive_capsule_send(input: TokenStream) -> TokenStream {
    derive::capsule_send(input.into()).into()
}

/// Makes a type with one lifetime the name of a family of types: `Graph<'static>` stands for `Graph<'b>`,
/// for every `'b`.
///
/// ```
/// use capsule::{Capsule, CapsuleSend, Family, Rc};
///
/// #[derive(CapsuleSend, Family)]
/// struct Pair<'b>(Rc<'b, u32>, Rc<'b, u32>);
///
/// let capsule: Capsule<Pair<'static>> = Capsule::new(|b| {
///     let one = Rc::new(b, 1);
///     Pair(one.clone(), one)
/// });
/// let sum = std::thread::spawn(move || {
///     let mut capsule = capsule;
///     capsule.with(|pair, _| *pair.0 + *pair.1)
/// });
/// assert_eq!(sum.join().unwrap(), 2);
/// ```
///
/// Type parameters must be `'static`. `#[capsule(crate = path)]` on the type says where the crate
/// `capsule` is.
///
/// # Errors
///
/// The type must have exactly one lifetime parameter: the brand.
#[proc_macro_derive(Family, attributes(capsule))]
pub fn derive_family(input: TokenStream) -> TokenStream {
    derive::family(input.into()).into()
}
