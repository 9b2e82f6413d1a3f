//! The derives, documented where they can link to the rest of the crate.

/// Implements the trait [`AllowedInRc`](trait@crate::AllowedInRc) for a type whose fields all have it.
///
/// ```
/// use leak::rc::{Rc, Weak};
/// use leak::{AllowedInRc, Unleak};
///
/// #[derive(AllowedInRc)]
/// enum Tree<'a, T> {
///     Leaf(Unleak<&'a T>),
///     Node { parent: Weak<Tree<'a, T>>, children: Vec<Tree<'a, T>>, name: Rc<str> },
/// }
///
/// let lent = String::from("any");
/// let leaf = Rc::new_allowed(Tree::Leaf(Unleak(&lent)));
/// assert!(matches!(&*leaf, Tree::Leaf(text) if text.len() == 3));
/// ```
///
/// As with [`Leak`](derive@crate::Leak), there is no `unsafe` to write, because each field is
/// checked. An error is at the type of the field:
///
/// ```compile_fail,E0277
/// # use leak::{AllowedInRc, Unleak, rc::Rc};
/// #[derive(AllowedInRc)]
/// struct Node<'a> {
///     lent: Unleak<&'a str>,
///     visit: Box<dyn Fn() + 'a>, // who knows what it owns
/// }
/// ```
///
/// As with the auto traits of the language, who hides an owner from the compiler, say an address in a number, by unsafe code
/// of their own, must not derive it for that type.
///
/// `#[allowed_in_rc(bound = "…")]` takes the place of the automatic bounds, `T: AllowedInRc` for each type parameter, and
/// `#[allowed_in_rc(crate = path)]` says where the crate `leak` is.
pub use leak_derive::AllowedInRc;

/// Implements the trait [`Disowns<H>`](trait@crate::Disowns) for a type whose fields all have it.
///
/// Without arguments, for every [`Handle`](crate::ownership::Handle) `H`. Then the type may own no handle at all:
///
/// ```
/// use leak::rc::Rc;
/// use leak::sync::Arc;
/// use leak::{Disowns, Unleak};
///
/// #[derive(Disowns)]
/// struct Guard<'a, T>(Unleak<&'a str>, Vec<T>);
///
/// let text = String::from("any");
/// let within_a_thread = Rc::new_disowned(Guard(Unleak(&text), vec![1]));
/// let between_threads = Arc::new_disowned(Guard(Unleak(&text), vec![1]));
/// ```
///
/// With `#[disowns(target = Type)]` for that handle only, `Self` being the type:
///
/// ```
/// use leak::rc::Rc;
/// use leak::sync::Arc;
/// use leak::Disowns;
///
/// #[derive(Disowns)]
/// #[disowns(target = Rc<Self>)]
/// struct Node<'a> {
///     name: &'a str,
///     log: Arc<Vec<u8>>, // is no `Rc`, and leads to none
/// }
///
/// Rc::new_disowned(Node { name: "ann", log: Arc::new(vec![]) });
/// ```
///
/// ```compile_fail,E0277
/// # use leak::{Disowns, rc::Rc};
/// #[derive(Disowns)]
/// #[disowns(target = Rc<Self>)]
/// struct Node {
///     next: Option<Rc<Node>>,
/// }
/// ```
///
/// The target has to be a handle, so no type can deny to be itself. It may be quoted, and has to be if there is a comma in
/// it. A macro can't stand in it. `#[disowns(bound = "…")]` and `#[disowns(crate = path)]` are as for
/// [`AllowedInRc`](derive@crate::AllowedInRc).
pub use leak_derive::Disowns;

/// Implements the trait [`NeverGives<H>`](trait@crate::NeverGives) for a type whose fields all have it.
///
/// It is a subtrait of [`Disowns<H>`](trait@crate::Disowns), so derive both, with the same target if any:
///
/// ```
/// use leak::rc::Rc;
/// use leak::{Disowns, NeverGives};
/// use std::cell::RefCell;
///
/// #[derive(Disowns, NeverGives)]
/// struct View<'a>(&'a RefCell<Vec<u8>>, fn() -> u8);
///
/// fn takes<H>(_: &impl NeverGives<Rc<H>>) {}
/// takes::<u8>(&View(&RefCell::default(), || 1));
/// ```
///
/// ```compile_fail,E0277
/// # use leak::rc::Rc;
/// # use leak::{Disowns, NeverGives};
/// # use std::cell::RefCell;
/// #[derive(Disowns, NeverGives)] // owns none, but:
/// struct View<'a>(&'a RefCell<Vec<Rc<u8>>>);
/// ```
///
/// `#[never_gives(target = Type)]`, `#[never_gives(bound = "…")]` and `#[never_gives(crate = path)]` are as for
/// [`Disowns`](derive@crate::Disowns).
pub use leak_derive::NeverGives;

/// Implements the trait [`RankedLeak<N>`](trait@crate::RankedLeak) for a type whose fields all have it.
///
/// Without arguments, for every rank; then the type owns no shared pointer. With `#[ranked_leak(rank = 2)]`
/// for that rank and all higher ones:
///
/// ```
/// use leak::rc::Rc;
/// use leak::{RankedLeak, Unleak};
///
/// #[derive(RankedLeak)]
/// struct Item<'a>(Unleak<&'a str>);
///
/// #[derive(RankedLeak)]
/// #[ranked_leak(rank = 2)]
/// struct Shelf<'a, T> {
///     items: Rc<Vec<Rc<Item<'a>>>>,
///     label: Rc<T>,
/// }
///
/// let text = String::from("any");
/// let item = Rc::new_ranked::<0>(Item(Unleak(&text)));
/// let items = Rc::new_ranked::<1>(vec![item]);
/// Rc::new_ranked::<2>(Shelf { items, label: Rc::new(7) });
/// ```
///
/// ```compile_fail,E0277
/// # use leak::rc::Rc;
/// # use leak::RankedLeak;
/// #[derive(RankedLeak)]
/// #[ranked_leak(rank = 1)]
/// struct Shelf {
///     items: Rc<Vec<Rc<u8>>>, // 2
/// }
/// ```
///
/// A type parameter has to have all ranks from 0 to the given one, so it is of a type without shared pointers. For
/// others, `#[ranked_leak(bound = "T: RankedLeak<2>")]` takes the place of the automatic bounds.
/// `#[ranked_leak(crate = path)]` says where the crate `leak` is.
pub use leak_derive::RankedLeak;

/// Implements the trait [`RoutineDrop`](trait@crate::RoutineDrop) for a type whose fields all have it.
///
/// ```
/// use leak::RoutineDrop;
///
/// #[derive(RoutineDrop)]
/// struct Pair<T>(T, String);
///
/// leak::linear::drop_routinely(Pair(1, String::from("any")));
/// ```
///
/// ```compile_fail,E0277
/// # use leak::RoutineDrop;
/// #[derive(RoutineDrop)]
/// struct Transaction(leak::linear::Linear<()>);
/// ```
///
/// `#[routine_drop(bound = "…")]` and `#[routine_drop(crate = path)]` are as for [`AllowedInRc`](derive@crate::AllowedInRc).
pub use leak_derive::RoutineDrop;
