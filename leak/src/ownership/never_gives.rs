use super::Disowns;

/// From a value of this type, no `H` can be got.
///
/// This is more than not to own one. A `&Mutex<Option<H>>` owns nothing, but whoever has it can take
/// the `H`. A `fn() -> H` owns nothing, but can be called.
///
/// ```
/// use leak::{Disowns, NeverGives};
///
/// fn takes<T>() {
///     fn disowns<F: Disowns<H>, H>() {}
///     fn never_gives<F: NeverGives<H>, H>() {}
///
///     disowns::<fn(T), T>();
///     never_gives::<fn(T), T>(); // a `T` goes in, none comes out
///     disowns::<fn() -> T, T>();
/// }
/// takes::<u8>();
/// ```
///
/// ```compile_fail,E0277
/// # use leak::NeverGives;
/// # fn takes<T>() {
/// #     fn never_gives<F: NeverGives<H>, H>() {}
/// never_gives::<fn() -> T, T>(); // it returns one
/// # }
/// ```
///
/// ```compile_fail,E0277
/// # use leak::Disowns;
/// # fn takes<T>() {
/// #     fn disowns<F: Disowns<H>, H>() {}
/// disowns::<T, T>(); // it is one
/// # }
/// ```
///
/// It is what a thread must fulfil to be kept from its own guard, however that travels: see
/// [`spawn_fn_unchecked`](crate::thread::spawn_fn_unchecked).
///
/// # From whose values what is got
///
/// | type | `NeverGives<H>` |
/// |---|---|
/// | numbers, text | always |
/// | `&T`, `&mut T` | if `T` does: a reference to a cell gives what is in the cell |
/// | `Weak<T>` | as `Rc<T>`: it can be upgraded |
/// | `fn() -> R` | if `R` does |
/// | `fn(H) -> R` | if `R` does: whoever calls it had an `H` before |
/// | other functions | never: a `fn(&mut Option<H>)` gives one, too |
/// | [`LeakFnOnce<C, (), R>`](crate::LeakFnOnce) and its like | if `C` and `R` do |
/// | others | as [`Disowns<H>`](trait@Disowns) |
///
/// What is `Leak` may give a handle (a reference is `Leak`), so [`Forgettable`](super::Forgettable) doesn't have this trait.
///
/// # Safety
///
/// Whoever implements it promises, besides what [`Disowns`](trait@Disowns) asks:
///
/// 1. Safe code that has a value of the type, by value or by reference, for any lifetime, can't get a value of type `H` from
///    it that it didn't have before. As `H` counts what `Disowns` counts. What is `'static` needn't be counted.
///
/// # Source
///
/// "`Disowns` (and `NeverGives`) trait(s)": *make sure closure that you pass into a spawned thread should never capture anything
/// that can give you join guard*.
#[diagnostic::on_unimplemented(
    message = "a `{H}` might be got from `{Self}`",
    label = "`{Self}` is not known to give no `{H}`",
    note = "for a type of your own, add `#[derive(Disowns, NeverGives)]`, which checks its fields"
)]
pub unsafe trait NeverGives<H: ?Sized>: Disowns<H> {}
