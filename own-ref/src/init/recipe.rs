//! The trait of recipes.

use crate::init::from_fn;
use crate::{Hole, Own};
use core::convert::Infallible;

/// A recipe: builds a `T` in memory that the caller provides, or fails with an `E`.
///
/// Every function from a hole to the owned reference that fills it is a recipe:
/// `fn(Hole<'_, T>) -> Result<Own<'_, T>, E>`. Write a closure inside
/// [`init::from_fn`](crate::init::from_fn). Recipes are followed by [`Hole::init`], by the places
/// (`boxed::init`, `vec::push_with`, [`PinSlot::init`](crate::PinSlot::init)), and by other recipes:
/// [`init::array`](crate::init::array), [`Part::init`](crate::Part::init).
///
/// A recipe that panics or fails drops what it has built; owned references and parts do that by
/// themselves.
///
/// # Examples
///
/// A constructor that returns a recipe, and one that is a recipe:
///
/// ```
/// use core::convert::Infallible;
/// use own_ref::{Hole, Init, Own, Slot, init};
///
/// struct Table([u64; 512]);
///
/// impl Table {
///     fn filled<E>(with: u64) -> impl Init<[u64; 512], E> {
///         init::array(move |_| init::value(with))
///     }
///
///     fn counted(hole: Hole<'_, [u64; 512]>) -> Result<Own<'_, [u64; 512]>, Infallible> {
///         Ok(hole.fill(|i| i as u64))
///     }
/// }
///
/// let mut slot = Slot::new();
/// let Ok::<_, Infallible>(filled) = slot.hole().init(Table::filled(7));
/// assert_eq!(filled[511], 7);
/// drop(filled);
/// let Ok(counted) = slot.hole().init(Table::counted);
/// assert_eq!(counted[511], 511);
/// ```
///
/// # Source
///
/// `Init` of `pin-init` and `New` of `moveit` are implemented by `unsafe` code, as they promise to
/// have filled raw memory. Here the owned reference that is returned is the proof, so
/// implementing this trait is safe.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a recipe for `{T}` that fails with `{E}`",
    label = "expected a recipe",
    note = "a recipe takes a `Hole<'_, {T}>` and returns `Result<Own<'_, {T}>, {E}>`",
    note = "write a closure as `init::from_fn(|hole| …)`, a value as `init::value(…)`"
)]
pub trait Init<T: ?Sized, E = Infallible>: Sized {
    /// Fills the hole.
    ///
    /// # Errors
    ///
    /// With whatever kept the recipe from it. The hole's memory holds nothing then.
    fn init(self, hole: Hole<'_, T>) -> Result<Own<'_, T>, E>;

    /// The recipe that does something to the value when it is in its place. If that fails, the
    /// value is dropped.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{Init, Slot, init};
    ///
    /// let recipe = init::value(vec![2, 1]).then(|numbers| {
    ///     numbers.sort();
    ///     if numbers.is_empty() { Err("empty") } else { Ok(()) }
    /// });
    /// let mut slot = Slot::new();
    /// assert_eq!(*slot.hole().init(recipe)?, [1, 2]);
    /// # Ok::<(), &str>(())
    /// ```
    #[inline]
    fn then<F: FnOnce(&mut T) -> Result<(), E>>(self, finish: F) -> impl Init<T, E> {
        from_fn(move |hole: Hole<'_, T>| {
            let mut own = self.init(hole)?;
            match finish(&mut own) {
                Ok(()) => Ok(own),
                Err(error) => {
                    // Before the error is returned: rust#47949 would forget it if this panics.
                    drop(own);
                    Err(error)
                }
            }
        })
    }

    /// The recipe that fails with another error.
    ///
    /// # Examples
    ///
    /// ```
    /// use own_ref::{Init, Slot, init};
    ///
    /// let failing = init::from_fn(|hole| hole.try_put_with(|| "x".parse::<u8>()));
    /// let mut slot = Slot::new();
    /// assert_eq!(slot.hole().init(failing.map_err(|_| "no number")), Err("no number"));
    /// ```
    #[inline]
    fn map_err<O, F: FnOnce(E) -> O>(self, map: F) -> impl Init<T, O> {
        from_fn(move |hole: Hole<'_, T>| self.init(hole).map_err(map))
    }
}

impl<T: ?Sized, E, F> Init<T, E> for F
where
    F: for<'a> FnOnce(Hole<'a, T>) -> Result<Own<'a, T>, E>,
{
    #[inline]
    fn init(self, hole: Hole<'_, T>) -> Result<Own<'_, T>, E> {
        self(hole)
    }
}
