/// A value of this type never owns an `H`.
///
/// `H` is a *handle*: a type of values that, when owned by what they lead to, keep that from being destroyed.
/// `T: Disowns<Rc<T>>` says that a `T` never owns an `Rc` of itself, and this is what
/// [`Rc::new_disowned`](crate::rc::Rc::new_disowned) asks for.
///
/// ```
/// use leak::rc::Rc;
/// use leak::sync::Arc;
/// use leak::{Disowns, Unleak};
///
/// #[derive(Disowns)]
/// #[disowns(target = Rc<Self>)]
/// struct Part<'a> {
///     lent: Unleak<&'a str>,
///     more: Option<Box<Part<'a>>>,
///     other: Option<Arc<Vec<u8>>>, // not an `Rc`, and leads to none
/// }
///
/// let name = String::from("ann");
/// let part = Rc::new_disowned(Part { lent: Unleak(&name), more: None, other: None });
/// assert_eq!(**part.lent, *"ann");
/// ```
///
/// # Whose values own what
///
/// | type | `Disowns<H>` |
/// |---|---|
/// | numbers, text, `&T`, `&mut T`, `Weak<T>` | always |
/// | `fn(T)`, `fn() -> T`, `()` | always, for any `H` at all, `T` included |
/// | tuples, arrays, boxes, collections, cells, locks, `PhantomData`, … | if the content does |
/// | `Rc<T>`, and std's | if `H` is an `Arc` or a guard of a thread, and `T` does |
/// | `Arc<T>`, and std's | if `H` is an `Rc` or a guard of a thread, and `T` does |
/// | `H` itself | never: `T: Disowns<T>` is what it denies |
/// | trait objects | if it is a supertrait |
///
/// Between two pointers of one kind, `Rc<U>: Disowns<Rc<T>>`, the answer is always no: whether they differ depends on
/// `U` and `T`, and the language has no way to say that two types differ, whatever their lifetimes are and what they were
/// coerced to. (A pointer to a trait object may be one to any `T`.) `Rc`s in `Rc`s are what
/// [`RankedLeak`](trait@crate::RankedLeak) is for, or an impl by hand.
///
/// # Deriving
///
/// See the [derive](derive@crate::Disowns), which checks each field.
///
/// # Safety
///
/// Whoever implements it promises, for every value of the type:
///
/// 1. The value doesn't own a value of type `H`, and can't come to own one: not by its fields, nor
///    by what they own or share, nor by something its type doesn't name. As `H` counts each type that differs from it in
///    lifetimes only, and each that an `H` can be converted to without giving up what it owns: by a coercion, or from this
///    crate's pointer to that of std. An `H` that may be forgotten, being [`Leak`](trait@crate::Leak), doesn't count.
///
/// # Source
///
/// "`Disowns` (and `NeverGives`) trait(s)": *a trait that signify that your type can never own Rc of self*.
#[diagnostic::on_unimplemented(
    message = "`{Self}` may come to own a `{H}`",
    label = "`{Self}` is not known to own no `{H}`",
    note = "for a type of your own, add `#[derive(Disowns)]`, which checks its fields",
    note = "where one kind of handle is denied, others may be owned: `#[disowns(target = Rc<Self>)]`",
    note = "to refer to an owner without owning it, use a `Weak` or a reference"
)]
pub unsafe trait Disowns<H: ?Sized> {}

/// A type of handles, to be denied by [`Disowns`](trait@Disowns) and [`NeverGives`](trait@crate::NeverGives).
///
/// All types that own nothing of their own disown every `Handle`, and containers do if what they contain does. So a
/// handle must be none of these types:
///
/// ```
/// use leak::Disowns;
/// use leak::ownership::Handle;
///
/// struct Subscription<T> {
///     of: Box<T>,
/// }
///
/// // SAFETY: clause 1: it derives neither trait, nor are there other impls.
/// unsafe impl<T> Handle for Subscription<T> {}
///
/// fn subscribe<T: Disowns<Subscription<T>>>(of: T) -> Subscription<T> {
///     Subscription { of: Box::new(of) }
/// }
///
/// assert_eq!(*subscribe((1_u8, "text")).of, (1, "text"));
/// ```
///
/// # Safety
///
/// Whoever implements it promises:
///
/// 1. No value of the type disowns its own type, at any lifetimes: there is no impl of `Disowns` or `NeverGives` for the type
///    that holds for itself, in particular none for all handles.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a handle, and whether a value owns one is asked of handles only",
    label = "not an `Rc`, an `Arc`, or another `Handle`"
)]
pub unsafe trait Handle {}
