/// What may cross threads as a part of its capsule: its aliases come along, and it is bound to no thread.
///
/// [`Send`] asks more and less. More: a type that is `Send` may cross alone, without its aliases, so an `Rc`
/// isn't. Less: a type may be `Send` for *every* content, and make up for it by looking, at run time, which thread
/// it is on (`send_wrapper`, `fragile`, `diplomatic-bag`). A region that crosses threads with such a value in it
/// would leave an alias behind, in the hand of its old thread. So there is no blanket implementation
/// for what is `Send`.
///
/// | implemented for | if |
/// |---|---|
/// | [`Rc`](crate::Rc), [`Weak`](crate::Weak), [`Cell`](crate::Cell) | the content is `CapsuleSend` |
/// | numbers, strings, paths, times, atomics, `fn` pointers | |
/// | collections, `Box`, `Option`, tuples, arrays; `core::cell`, `Mutex`, `RwLock` | the content is `CapsuleSend` |
/// | [`Plain<T>`](crate::Plain), `std::sync::Arc<T>` | `T` (the `Arc`) is `Send + 'static` |
/// | [`Capsule<F>`](crate::Capsule) | it is `Send` |
/// | your type, with the derive | each field is, or says `#[capsule(send)]` and is `Send + 'static` |
///
/// Not for references, raw pointers, guards of locks, `std::rc::Rc`.
///
/// # Trait objects
///
/// `Box<dyn Shape<'b> + 'b>` and `Rc<'b, dyn Shape<'b> + 'b>` are `CapsuleSend` if this trait is a supertrait of
/// `Shape`.
///
/// ```
/// use capsule::{Capsule, CapsuleSend, Rc, family};
///
/// trait Shape<'b>: CapsuleSend {
///     fn area(&self) -> f64;
/// }
///
/// #[derive(CapsuleSend)]
/// struct Square<'b>(Rc<'b, f64>);
///
/// impl<'b> Shape<'b> for Square<'b> {
///     fn area(&self) -> f64 {
///         *self.0 * *self.0
///     }
/// }
///
/// let mut shapes = Capsule::<family!(Vec<Box<dyn Shape<'b> + 'b>>)>::new(|b| {
///     let side = Rc::new(b, 3.0);
///     vec![Box::new(Square(side.clone())), Box::new(Square(side))]
/// });
/// let areas = std::thread::spawn(move || shapes.with(|shapes, _| shapes[1].area()));
/// assert_eq!(areas.join().unwrap(), 9.0);
/// ```
///
/// # Safety
///
/// 1. Whatever a value shares (memory that it and others can reach, where one of them may write without
///    synchronisation) is reachable only through values whose types have the same brand, or it is `Send` by itself.
///    All the values of a region move to another thread together; nothing else does.
/// 2. The value may be used and dropped on any thread, if no two use it at the same time. Nothing about
///    it depends on which thread that is.
/// 3. The type's lifetimes are brands or `'static`: the value borrows nothing.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't cross threads in a capsule",
    label = "not `CapsuleSend`",
    note = "a capsule is a value together with all its aliases: it crosses threads as a whole, so nothing in it \
            may have an alias outside or be bound to a thread",
    note = "for a type of yours: `#[derive(CapsuleSend)]`; in place of `std::rc::Rc<T>`: `capsule::Rc<'b, T>`; \
            for what is `Send + 'static`: `Plain(value)`, or `#[capsule(send)]` on the field"
)]
pub unsafe trait CapsuleSend {}
