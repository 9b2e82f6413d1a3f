//! Serialising what is owned, and deserialising into a hole.

use crate::{Hole, Own};
use serde_core::de::{Deserialize, DeserializeSeed, Deserializer};
use serde_core::ser::{Serialize, Serializer};

impl<T: ?Sized + Serialize> Serialize for Own<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

/// A hole is a seed: what is deserialised with it is put there.
///
/// # Examples
///
/// ```
/// use own_ref::{Own, Slot};
/// use serde::de::DeserializeSeed;
///
/// let mut slot = Slot::<Vec<u8>>::new();
/// let mut json = serde_json::Deserializer::from_str("[1, 2]");
/// let own: Own<'_, Vec<u8>> = slot.hole().deserialize(&mut json)?;
/// assert_eq!(*own, [1, 2]);
/// # Ok::<(), serde_json::Error>(())
/// ```
impl<'de, 'a, T: Deserialize<'de>> DeserializeSeed<'de> for Hole<'a, T> {
    type Value = Own<'a, T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Own<'a, T>, D::Error> {
        self.try_put_with(|| T::deserialize(deserializer))
    }
}
