/// Shared pointers lie at most `N` deep in a value of this type.
///
/// What owns no `Rc` has every rank from 0 on. An `Rc` of what has rank `N` has rank `N + 1`, so it
/// never has rank 0. A type that owns an `Rc` of itself would need a rank that is less than itself, and has
/// none. So a value that has a rank can be shared, and never owns itself:
///
/// ```
/// use leak::rc::Rc;
/// use leak::{RankedLeak, Unleak};
///
/// /// A guard, rank 0.
/// #[derive(RankedLeak)]
/// struct Page<'a>(Unleak<&'a str>);
///
/// /// A guard that shares guards, rank 1.
/// #[derive(RankedLeak)]
/// #[ranked_leak(rank = 1)]
/// struct Book<'a> {
///     pages: Vec<Rc<Page<'a>>>,
/// }
///
/// let text = String::from("once");
/// let page = Rc::new_ranked::<0>(Page(Unleak(&text)));
/// let book = Rc::new_ranked::<1>(Book { pages: vec![page.clone(), page] });
/// assert_eq!(**book.pages[1].0, *"once");
/// ```
///
/// A type that is recursive through an `Rc` has no rank, whichever it claims:
///
/// ```compile_fail,E0277
/// # use leak::rc::Rc;
/// # use leak::RankedLeak;
/// #[derive(RankedLeak)]
/// #[ranked_leak(rank = 3)]
/// struct List<'a> {
///     item: &'a str,
///     next: Option<Rc<List<'a>>>, // of rank 2?
/// }
/// ```
///
/// # Ranks
///
/// They go from 0 to 16. What has a rank has all higher ones. [`Weak`](crate::rc::Weak) pointers, references and `fn`
/// pointers have every rank, since they own nothing. A trait object has a rank if it is that of a supertrait, `trait Shape:
/// RankedLeak<0>`. Ends of channels and guards of threads have none. A part that is `Leak`, and may be as recursive as it
/// likes, has every rank within a [`Forgettable`](super::Forgettable).
///
/// # Safety
///
/// Whoever implements it promises, for every value of the type:
///
/// 1. Whatever shared ownership the value owns, or can come to own, directly or through other values (also such that the type
///    doesn't name), leads only to values of types that are `RankedLeak<M>` for an `M` less than `N`, or to such that are
///    [`Leak`](trait@crate::Leak). For `N = 0`, to the latter only.
///
/// # Source
///
/// "Ranked Leak trait": *This allows us to forbid recursive types … similar to von Neumann hierarchy of sets*. (An auto
/// trait with a parameter, as suggested there, is refused by the compiler, E0567.)
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not known to have rank {N}: shared pointers in it may lie deeper, or in a circle",
    label = "shared pointers may lie deeper here",
    note = "for a type of your own, add `#[derive(RankedLeak)]` with the rank of its fields, `#[ranked_leak(rank = {N})]`",
    note = "a pointer's rank is one more than that of what it leads to; a type that is recursive through an `Rc` has none"
)]
pub unsafe trait RankedLeak<const N: usize> {}

/// A rank as a type, to be compared.
///
/// ```
/// use leak::RankedLeak;
/// use leak::ownership::{AtLeast, Rank};
///
/// struct Layered;
/// // SAFETY: clause 1: it shares nothing. (It claims less than it could.)
/// unsafe impl<const N: usize> RankedLeak<N> for Layered where Rank<N>: AtLeast<2> {}
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Rank<const N: usize>;

#[diagnostic::on_unimplemented(
    message = "a shared pointer leads to a type that claims rank {M}, so whatever owns the pointer has a higher one",
    label = "this leads to a type that claims rank {M}"
)]
/// The rank is at least `M`: what makes an impl hold for all higher ranks, too.
pub trait AtLeast<const M: usize>: sealed::Sealed {}

mod sealed {
    #[expect(unnameable_types, reason = "sealed")]
    pub trait Sealed {}
    impl<const N: usize> Sealed for super::Rank<N> {}
}

/// For each rank, those that it isn't less than.
macro_rules! ranks {
    ($($N:literal)+) => { ranks!(@ [] $($N)+); };
    (@ [$($less:literal)*]) => {};
    (@ [$($less:literal)*] $N:literal $($more:literal)*) => {
        $(impl AtLeast<$less> for Rank<$N> {})*
        impl AtLeast<$N> for Rank<$N> {}
        ranks!(@ [$($less)* $N] $($more)*);
    };
}

ranks! { 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 }
