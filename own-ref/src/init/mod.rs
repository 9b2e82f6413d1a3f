//! Recipes: how to build a value in memory that somebody else provides.
//!
//! A constructor that returns a value decides where the value first lies: on its own stack. One
//! that returns a *recipe* leaves that to the caller. See [`Init`].

mod filling;
mod recipe;

pub use filling::{Filling, NextHole};
pub use recipe::Init;

use crate::{Hole, Own};
use core::convert::Infallible;

/// A recipe from a closure. It is the closure itself; this function only tells the compiler that it
/// must accept a hole of any lifetime.
///
/// # Examples
///
/// ```
/// use core::num::ParseIntError;
/// use own_ref::{Init, Slot, init};
///
/// fn parsed(text: &str) -> impl Init<u32, ParseIntError> {
///     init::from_fn(move |hole| hole.try_put_with(|| text.parse()))
/// }
///
/// let mut slot = Slot::new();
/// assert!(slot.hole().init(parsed("12")).is_ok_and(|n| *n == 12));
/// assert!(slot.hole().init(parsed("x")).is_err());
/// ```
#[inline]
pub fn from_fn<T: ?Sized, E, F>(recipe: F) -> F
where
    F: for<'a> FnOnce(Hole<'a, T>) -> Result<Own<'a, T>, E>,
{
    recipe
}

/// The recipe that moves a value into its place.
///
/// # Examples
///
/// ```
/// use core::convert::Infallible;
/// use own_ref::{Slot, init};
///
/// let mut slot = Slot::new();
/// let Ok::<_, Infallible>(five) = slot.hole().init(init::value(5));
/// assert_eq!(*five, 5);
/// ```
#[inline]
pub fn value<T, E>(value: T) -> impl Init<T, E> {
    from_fn(move |hole| Ok(hole.put(value)))
}

/// The recipe that calls a function in the place, and moves the result there.
///
/// # Examples
///
/// ```
/// use core::convert::Infallible;
/// use own_ref::{Slot, init};
///
/// let mut slot = Slot::<Vec<u8>>::new();
/// let Ok::<_, Infallible>(empty) = slot.hole().init(init::with(Vec::new));
/// assert!(empty.is_empty());
/// ```
#[inline]
pub fn with<T, E, F: FnOnce() -> T>(value: F) -> impl Init<T, E> {
    from_fn(move |hole| Ok(hole.put_with(value)))
}

/// The recipe for an array, from recipes for its elements, which are built in order and in
/// place.
///
/// # Examples
///
/// ```
/// use core::convert::Infallible;
/// use own_ref::{Slot, init};
///
/// let mut slot = Slot::<[String; 2]>::new();
/// let recipe = init::array(|i| init::with(move || i.to_string()));
/// let Ok::<_, Infallible>(array) = slot.hole().init(recipe);
/// assert_eq!(*array, ["0", "1"]);
/// ```
#[inline]
pub fn array<T, E, I, F, const N: usize>(element: F) -> impl Init<[T; N], E>
where
    I: Init<T, E>,
    F: FnMut(usize) -> I,
{
    from_fn(move |hole: Hole<'_, [T; N]>| hole.fill_init(element))
}

/// Follows a recipe, and leaves the value in the hole, owned by whoever owns the memory.
///
/// If it returns `Ok`, the hole's memory holds a valid `T`, which belongs to the caller.
///
/// # Panics
///
/// If the recipe returns an owned reference to some other place. A recipe may be written by
/// anyone, and `Own` is covariant in its lifetime, so the types can't rule that out.
///
/// Only for sized types: of a slice, the recipe could return the beginning.
#[inline]
pub(crate) fn init_here<T, E, I>(hole: Hole<'_, T>, recipe: I) -> Result<(), E>
where
    I: Init<T, E>,
{
    let here = hole.as_ptr();
    let own = recipe.init(hole)?;
    // Two live values of one type that have any bytes don't share an address. Values without bytes may, and
    // for them it doesn't matter whose address the one that we take over had.
    if here != Own::as_ptr(&own).cast_const() {
        elsewhere();
    }
    let _ = Own::into_raw(own);
    Ok(())
}

#[cold]
fn elsewhere() -> ! {
    panic!("the recipe returned a value that is not in the hole it was given")
}

/// The value of a result that can't be an error.
#[inline]
pub(crate) fn infallible<T>(result: Result<T, Infallible>) -> T {
    let Ok(value) = result;
    value
}
