//! The bound.

/// Values of this type may be dropped as a matter of routine, when they go out of scope.
///
/// [`Linear`](super::Linear) and [`Bomb`](super::Bomb) may not, nor may what owns one. Code that drops
/// values of a type parameter on some path can ask for this, and then refuses them by their type, at the call:
///
/// ```
/// use leak::RoutineDrop;
/// use leak::linear::Linear;
///
/// /// Keeps the newest `N` items, and drops the others.
/// struct Newest<T, const N: usize>(Vec<T>);
///
/// impl<T: RoutineDrop, const N: usize> Newest<T, N> {
///     fn push(&mut self, item: T) {
///         self.0.push(item);
///         let old = self.0.len().saturating_sub(N);
///         self.0.drain(..old);
///     }
/// }
///
/// let mut newest = Newest::<_, 2>(vec![]);
/// for name in ["ann", "bob", "eve"] {
///     newest.push(name);
/// }
/// assert_eq!(newest.0, ["bob", "eve"]);
/// ```
///
/// ```compile_fail,E0277
/// # use leak::RoutineDrop;
/// # use leak::linear::{Bomb, drop_routinely};
/// drop_routinely(vec![Bomb::new(1)]);
/// ```
///
/// # Advisory
///
/// In the text that this comes from, it is an automatic trait, which the compiler asks for wherever it drops something. As a
/// library it can't be: nobody asks a trait before a drop. So the trait speaks early, readably, and only where somebody asks;
/// and the constant in the destructor of a [`Linear`](super::Linear) speaks late, and everywhere.
///
/// It is safe to implement, so no unsafe code rests on it. Generic code that has no bound may hold linear values:
/// it must then give them back, as a container does by its `into_iter`.
///
/// The [derive](derive@crate::RoutineDrop) checks each field.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` would be dropped here, and it is not known that it may be",
    label = "`{Self}` is linear, or doesn't say that it isn't",
    note = "what is linear is taken apart by `into_inner`, or by another function that ends it",
    note = "for a type of your own, add `#[derive(RoutineDrop)]`"
)]
pub trait RoutineDrop {}

/// [`drop`], for what may be dropped as a matter of routine.
///
/// ```
/// leak::linear::drop_routinely((1, String::from("any")));
/// ```
#[inline]
pub fn drop_routinely<T: RoutineDrop>(value: T) {
    drop(value);
}
