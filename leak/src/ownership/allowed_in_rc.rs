/// Everything that a value of this type shares with others may be forgotten, so it may itself be
/// shared.
///
/// To *share* is to own together with others: by an `Rc`, an `Arc`, an end of a channel. A value
/// comes to own itself only by something shared that leads back to it. Here all of that leads
/// to [`Leak`](trait@crate::Leak) values, which own no others. So the value never owns itself, unless it is
/// `Leak`, when it may. Hence [`Rc::new_allowed`](crate::rc::Rc::new_allowed) takes it:
///
/// ```
/// use leak::rc::{Rc, Weak};
/// use leak::{AllowedInRc, Unleak};
/// use std::cell::{Cell, RefCell};
///
/// /// A guard in a tree: it shares a name, and knows its parent.
/// #[derive(AllowedInRc)]
/// struct Node<'a> {
///     lent: Unleak<&'a Cell<u32>>,
///     name: Rc<str>,
///     parent: RefCell<Weak<Node<'a>>>,
///     scratch: Option<Box<Node<'a>>>,
/// }
///
/// impl Drop for Node<'_> {
///     fn drop(&mut self) {
///         self.lent.set(self.lent.get() + 1); // ends the lending
///     }
/// }
///
/// let returned = Cell::new(0);
/// {
///     let node = |name| Node {
///         lent: Unleak(&returned),
///         name: Rc::from(name),
///         parent: RefCell::default(),
///         scratch: None,
///     };
///     let parent = Rc::new_allowed(node("parent"));
///     let child = Rc::new_allowed(node("child"));
///     *child.parent.borrow_mut() = Rc::downgrade(&parent);
///     assert_eq!(child.parent.borrow().upgrade().map(|p| p.name.len()), Some(6));
/// }
/// assert_eq!(returned.get(), 2);
/// ```
///
/// # Which types are
///
/// - Those that own nothing: numbers, text, `&T`, `&mut T`, `fn` pointers.
/// - If their content is: tuples, arrays, boxes, collections, cells, locks, `PhantomData<T>`,
///   [`Unleak<T>`](struct@crate::Unleak).
/// - If their content is `Leak`: `Rc`, `Arc`, both ends of a channel.
/// - Always: `Weak`. It keeps no value alive. What is upgraded from it must go somewhere, and the
///   types of those places are asked, too.
/// - If it is a supertrait: trait objects.
/// - Never: raw pointers, closures, futures, and guards of threads, whose types don't say what the
///   thread's closure owns. Among other things it might be an `Arc` that owns the guard.
///
/// A field that is `Leak` and has no impl here goes into [`Forgettable`](crate::ownership::Forgettable).
///
/// # Deriving
///
/// See the [derive](derive@crate::AllowedInRc), which checks each field.
///
/// # Safety
///
/// Whoever implements it promises, for every value of the type:
///
/// 1. Whatever shared ownership the value owns, or can come to own, directly or through other
///    values (also such that the type doesn't name), leads only to values that are [`Leak`](trait@crate::Leak).
///
/// # Source
///
/// "Custom Rc trait": *so that anything that implements it is safely allowed to be held within Rc*.
#[diagnostic::on_unimplemented(
    message = "`{Self}` may come to own an `Rc` of itself, so it can't be shared here unless it is `Leak`",
    label = "`{Self}` is not known to share only what may be forgotten",
    note = "for a type of your own, add `#[derive(AllowedInRc)]`, which checks its fields",
    note = "what a shared pointer leads to must be `Leak`; to an owner that comes back, use a `Weak`",
    note = "a closure doesn't say what it owns; in a `leak::LeakFn` its captures can be seen",
    note = "a field that is `Leak` may lie in a `leak::ownership::Forgettable`"
)]
pub unsafe trait AllowedInRc {}
