//! Serialisation. Shared values are written wherever they are pointed to, as with the `Rc` of std.
//!
//! Reading makes pointers, and they need a region: read plain data, and build the region of them, as the example
//! `serde` does.

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Capsule, Family, Plain, Rc};

impl<T: ?Sized + Serialize> Serialize for Rc<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        T::serialize(self, serializer)
    }
}

impl<T: Serialize> Serialize for Plain<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Plain<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self)
    }
}

/// The content, opened to be read.
impl<F: Family> Serialize for Capsule<F>
where
    for<'b> F::Of<'b>: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.with_ref(|content, _| content.serialize(serializer))
    }
}
