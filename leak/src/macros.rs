//! The derives and attributes. Their documentation is here, and not where they are defined, so
//! that it can link to the rest of the crate, and its examples can use it.

/// Implements the trait [`Leak`](trait@crate::Leak) for a type whose fields are all `Leak`.
///
/// ```
/// use leak::Leak;
///
/// #[derive(Leak)]
/// struct Session<'a> {
///     name: &'a str,
///     log: Vec<String>,
/// }
///
/// #[derive(Leak)]
/// enum List<T> {
///     Nil,
///     Cons(T, Box<List<T>>),
/// }
///
/// leak::mem::forget(Session { name: "s", log: vec![] });
/// leak::mem::forget(List::Cons(1, Box::new(List::Nil)));
/// ```
///
/// The trait is unsafe to implement, but there is no `unsafe` to write, because the derive checks
/// what the impl promises: it compiles only if every field is `Leak`. If one isn't, the error is at
/// the type of that field.
///
/// ```compile_fail,E0277
/// #[derive(leak::Leak)]
/// struct Node {
///     next: *const Node, // who owns the target?
/// }
/// ```
///
/// If a field is a guard, the type is as bound to its lifetime as the guard is. The compiler then
/// says of the field that a lifetime "must outlive `'static`".
///
/// <!-- no code: lifetime errors have none -->
/// ```compile_fail
/// # use leak::{Leak, Unleak};
/// #[derive(Unleak)]
/// struct Guard<'a>(&'a mut u8);
///
/// #[derive(Leak)]
/// struct Owner<'a> {
///     guard: Guard<'a>, // `'a` must outlive `'static`
/// }
/// ```
///
/// # `#[leak(bound = "…")]`
///
/// The impl asks for `T: Leak` for every type parameter `T`. Where that is too much or the wrong
/// thing, write the bounds: they take the place of all automatic ones. Those of the type itself
/// are always repeated. Bounds that are too weak don't compile, since the fields are checked under
/// them.
///
/// ```
/// use leak::Leak;
/// use std::marker::PhantomData;
///
/// #[derive(Leak)]
/// #[leak(bound = "I: Leak, I::Item: Leak")]
/// struct Peeked<I: Iterator> {
///     iter: I,
///     next: Option<I::Item>,
/// }
///
/// /// Holds no `T`, so it asks nothing of it.
/// #[derive(Leak)]
/// #[leak(bound = "")]
/// struct Id<T>(u64, PhantomData<fn() -> T>);
///
/// fn ids<T>(id: Id<T>) {
///     leak::mem::forget(id);
/// }
/// ```
///
/// `bound(I: Leak, I::Item: Leak)` is the same without quotes.
///
/// # `#[leak(crate = path)]`
///
/// Says where the crate `leak` is, for macros that expand to a derive, and for crates that know it
/// under another name.
///
/// ```
/// extern crate leak as renamed;
///
/// #[derive(renamed::Leak)]
/// #[leak(crate = renamed)]
/// struct Unit;
/// ```
///
/// # On nightly
///
/// With the feature `nightly`, the trait is an auto trait, and a type whose fields are `Leak` has
/// it without the derive. With the derive, it means the same there as it does on stable.
pub use leak_derive::Leak;

/// Makes a type a guard: implements the trait [`Leak`](trait@crate::Leak) only where the type is
/// `'static`.
///
/// ```
/// use leak::Unleak;
///
/// /// Lends `data` to a device until it is dropped.
/// #[derive(Unleak)]
/// struct Transfer<'a> {
///     data: &'a mut [u8],
/// }
///
/// impl Drop for Transfer<'_> {
///     fn drop(&mut self) {
///         // wait for the device
///         self.data.fill(0);
///     }
/// }
///
/// // What is borrowed forever need not be given back.
/// let data: &'static mut [u8] = Box::leak(Box::new([1, 2, 3]));
/// leak::mem::forget(Transfer { data });
/// ```
///
/// ```compile_fail,E0597
/// # use leak::Unleak;
/// # #[derive(Unleak)]
/// # struct Transfer<'a> { data: &'a mut [u8] }
/// let mut data = [1, 2, 3];
/// leak::mem::forget(Transfer { data: &mut data }); // `data` does not live long enough
/// ```
///
/// The impl has one condition, `Self: 'static`, besides the type's own bounds. So it is `Leak` if
/// all its lifetime and type parameters are `'static`, and no field needs the type
/// [`Unleak`](struct@crate::Unleak).
///
/// On stable, a type without any impl is not `Leak` either, but then not even where it is
/// `'static`. It couldn't be sent through a channel of this crate, for example, although nothing
/// rests on its destruction there.
///
/// Being a guard is a request to others: see [the trait](trait@crate::Leak) for who must respect
/// it, and why the constructor of a guard that rests on it is `unsafe`.
///
/// # Errors
///
/// A type with neither a lifetime nor a type parameter is refused. It is always `'static`, so the
/// derive would grant nothing.
///
/// <!-- no code: the error is a macro's -->
/// ```compile_fail
/// #[derive(leak::Unleak)] // would grant nothing
/// struct Transfer {
///     id: u32,
/// }
/// ```
///
/// `#[leak(crate = path)]` says where the crate `leak` is.
pub use leak_derive::Unleak;

/// Makes every type parameter of an item [`Leak`](trait@crate::Leak), unless it is declared `?Leak`.
///
/// This is the rule that the destruction guarantee proposal has for all code, for one item at a
/// time: a type parameter is `Leak` by default, as it is `Sized` by default, and who doesn't need
/// that says so.
///
/// ```
/// use leak::leak_bounds;
///
/// #[leak_bounds]
/// struct Queue<T> { // T: Leak
///     items: Vec<T>,
/// }
///
/// #[leak_bounds]
/// impl<T> Queue<T> {
///     fn push(&mut self, item: T) {
///         self.items.push(item);
///     }
///
///     /// `F` is called and dropped here, so it may be a guard.
///     fn retain<F: ?Leak + FnMut(&T) -> bool>(&mut self, keep: F) {
///         self.items.retain(keep);
///     }
///
///     /// Each `impl Trait` in an argument is a type parameter, too.
///     fn extend(&mut self, items: impl IntoIterator<Item = T> + ?Leak) {
///         self.items.extend(items);
///     }
/// }
///
/// let mut queue = Queue { items: vec![] };
/// let limit = 2;
/// queue.extend([1, 2, 3]);
/// queue.retain(|n| *n > limit);
/// assert_eq!(queue.items, [3]);
/// ```
///
/// ```compile_fail,E0277
/// # use leak::leak_bounds;
/// #[leak_bounds]
/// fn store<T>(item: T) {}
///
/// store(std::ptr::null::<u8>()); // a raw pointer is not `Leak`
/// ```
///
/// # Where it goes, and what it does
///
/// On a function, an `impl` block, a trait, a struct, an enum or a union.
///
/// | gets the bound | does not |
/// |---|---|
/// | type parameters of the item | lifetime and constant parameters |
/// | in an `impl` block or a trait: type parameters of its methods, and of its generic associated types | associated types themselves, and `Self` |
/// | `impl Trait` in an argument, nested ones included | a returned `impl Trait`, `dyn Trait` |
/// | | anything inside a body |
///
/// A method that carries `#[leak_bounds]` itself is left to that. Everything else stays as it is:
/// other bounds (`?Sized` as well), `where` clauses, defaults, attributes.
///
/// `?Leak` may stand among the bounds of the parameter, or in a `where` clause on it, where the
/// parameter is declared. `?Forget`, `?leak::Leak` and `?::leak::Leak` are the same. Elsewhere it
/// would relax nothing, and is an error.
///
/// A method that implements a method of someone else's trait must not ask for more than that does.
/// Declare its parameters `?Leak`.
///
/// Derives see the item as it is at their place. `?Leak` is not Rust, so put `#[leak_bounds]`
/// above them.
///
/// `#[leak_bounds(crate = path)]` says where the crate `leak` is.
pub use leak_derive::leak_bounds;

/// Gives a function an unforgettable place for guards, without a closure around its body.
///
/// In the function, the statement [`frame!(s);`](crate::frame!) opens a scope that ends with the
/// block it stands in. `s` is a reference to a [`Scope`](crate::Scope): `s.spawn(…)` starts a thread
/// that may borrow, `s.hold(…)` keeps a guard. What is borrowed must be declared before the frame.
///
/// ```
/// use leak::framed;
///
/// #[framed]
/// fn sum(numbers: &[u32]) -> Result<u32, &'static str> {
///     let (left, right) = numbers.split_at(numbers.len() / 2);
///     frame!(s);
///     let left = s.spawn(|| left.iter().sum::<u32>());
///     if right.is_empty() {
///         return Err("nothing to do"); // joins the thread
///     }
///     let right: u32 = right.iter().sum();
///     Ok(right + left.join().map_err(|_| "panicked")?)
/// }
///
/// assert_eq!(sum(&[1, 2, 3]), Ok(6));
/// assert_eq!(sum(&[]), Err("nothing to do"));
/// ```
///
/// [`scope(|s| …)`](fn@crate::scope) does the same with a closure. The difference is that `return`, `?`,
/// `break` and `continue` work as usual, because the body *is* the function's body.
///
/// Whatever happens to the handles, when the block ends, by whatever path, the threads are joined
/// and the guards dropped:
///
/// ```
/// # use leak::framed;
/// #[framed]
/// fn count(numbers: &mut Vec<u32>) -> usize {
///     {
///         let numbers = &mut *numbers;
///         frame!(s);
///         let guard = s.spawn(move || numbers.push(7));
///         leak::mem::forget(guard);
///     } // joins
///     numbers.len()
/// }
///
/// assert_eq!(count(&mut vec![]), 1);
/// ```
///
/// ```compile_fail,E0501
/// # use leak::framed;
/// #[framed]
/// fn count(numbers: &mut Vec<u32>) -> usize {
///     frame!(s);
///     leak::mem::forget(s.spawn(|| numbers.push(7)));
///     numbers.push(8); // the thread may still run
///     numbers.len()
/// }
/// ```
///
/// # How it works
///
/// The statement becomes a hidden local variable that owns the guards, and `s` borrows from it.
/// The local variables of a synchronous function are dropped on every path out of their block.
/// Nobody can name this one, so nobody can move or forget it. There is nothing to import: the
/// attribute knows `frame!`, `leak::frame!` and `::leak::frame!` by name.
///
/// # What it refuses
///
/// All of these would let a frame be somewhere else than on the stack of a synchronous function.
/// Each is an error that says what to do instead.
///
/// * **`async` functions**, and `const` ones. A future can be polled once and then be forgotten,
///   with a thread still using what was in it. Use [`PinScope`](crate::PinScope) there.
///
///   <!-- no code: the error is a macro's -->
///   ```compile_fail
///   #[leak::framed]
///   async fn wait(data: &[u8]) {
///       frame!(s);
///       s.spawn(|| data.len());
///   }
///   ```
/// * **`frame!` anywhere but as a statement of a plain block**: not in closures, `async` blocks,
///   nested functions (they can be framed themselves), constants, arguments of macros, and not as
///   a value.
/// * **Attributes below `#[framed]`** that could be macros, since they would get to see the
///   rewritten body, and could wrap it into a future. Only attributes that are built into the
///   compiler may stand there, such as `#[inline]`, `#[must_use]`, `#[cfg]`, `#[doc]` and lint
///   levels. All others go above `#[framed]`, where they see the body as it was written. That
///   includes `#[test]`: it is a macro, too.
///
/// `#[framed(crate = path)]` says where the crate `leak` is.
#[cfg(feature = "std")]
pub use leak_derive::framed;
