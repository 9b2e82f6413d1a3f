//! What may cross threads as a part of its capsule.

mod cross;
pub(crate) mod derive_support;
mod impls;

pub use cross::CapsuleSend;
pub use impls::Plain;
