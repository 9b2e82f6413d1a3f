//! Traits that a capsule has if its content has them, whatever the brand.

use core::fmt;
use core::hash::{Hash, Hasher};

use super::Capsule;
use crate::Family;

impl<F: Family> Default for Capsule<F>
where
    for<'b> F::Of<'b>: Default,
{
    fn default() -> Self {
        Self::new(|_| Default::default())
    }
}

impl<F: Family> fmt::Debug for Capsule<F>
where
    for<'b> F::Of<'b>: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_poisoned() {
            return f.write_str("Capsule(<poisoned>)");
        }
        self.with_ref(|content, _| f.debug_tuple("Capsule").field(content).finish())
    }
}

impl<F: Family> fmt::Display for Capsule<F>
where
    for<'b> F::Of<'b>: fmt::Display,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_ref(|content, _| content.fmt(f))
    }
}

impl<F: Family> Hash for Capsule<F>
where
    for<'b> F::Of<'b>: Hash,
{
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.with_ref(|content, _| content.hash(state));
    }
}
