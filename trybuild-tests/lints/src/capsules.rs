//! `#[derive(CapsuleSend, Family)]`, `family!`, `root_local!`, `token!`, `unsize_rc!`.

use capsule::token::Rc as TokenRc;
use capsule::{CapsuleSend, Family, Rc, Weak, family, root_local, token, unsize_rc};
use core::fmt::Display;

/// A struct without fields.
#[derive(Clone, Copy, Debug, CapsuleSend)]
#[expect(clippy::exhaustive_structs, reason = "not on what is generated")]
pub struct Unit;

/// A tuple.
#[derive(Debug, CapsuleSend, Family)]
#[expect(clippy::exhaustive_structs, reason = "not on what is generated")]
pub struct Tuple<'brand>(
    pub u8,
    pub Weak<'brand, str>,
    #[capsule(send)] pub &'static str,
);

/// Named fields.
#[derive(Debug, CapsuleSend, Family)]
#[non_exhaustive]
pub struct Named<'brand, Item, const LENGTH: usize>
where
    Item: Clone + Display,
{
    /// A field.
    pub items: [Option<Item>; LENGTH],
    /// A raw name.
    pub r#type: Option<Rc<'brand, Self>>,
}

/// Variants of each kind.
#[derive(Debug, CapsuleSend, Family)]
#[non_exhaustive]
#[expect(variant_size_differences, reason = "not on what is generated")]
pub enum Choice<'brand> {
    /// Nothing.
    Nothing,
    /// One.
    One(Rc<'brand, Self>),
    /// Two.
    Two {
        /// A field.
        left: u8,
        /// Another.
        #[capsule(send)]
        right: u16,
    },
}

/// A family on the spot.
pub type Texts = family!(Vec<Rc<'brand, str>>);

root_local! {
    /// What is bound to the thread.
    pub static LOCAL: family!(Rc<'root, u8>) = |key| Rc::new(key.brand(), 1);
}

/// Counts by a token.
#[inline]
#[must_use]
pub fn counted() -> u8 {
    token!(token);
    let one = TokenRc::new(&token, 1);
    one.into_inner(&mut token).unwrap_or(0)
}

/// A token that is never lent mutably.
#[inline]
#[must_use]
pub fn looked_at() -> u8 {
    token!(token);
    *TokenRc::new(&token, 1).get(&token)
}

/// As a trait object.
#[inline]
#[must_use]
pub fn shown() -> String {
    capsule::region(|brand, _token| unsize_rc!(Rc::new(brand, "a") => dyn Display).to_string())
}
