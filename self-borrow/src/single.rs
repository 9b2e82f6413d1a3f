//! One owner and one dependent: the pairs that most structs are, in few words.
//!
//! The bounds of their methods name the family only, and what it is lent: `impl Step<F>` for
//! `impl for<'a> Step1<RefOf<'a, String>, Vec<&'a str>>`. Both mean the same, and a closure's types are found by both; but the
//! compiler compares the shorter one by name.

use crate::bound::Bound;
use crate::{AsyncStep1, Exclusive, Family, Lend, Lent, Of, Owner, OwnerMut, Seen, Shared, Step1};

/// The [`Family`] of a dependent that has an owner of its own.
///
/// Generated structs of one owner and one dependent have one. Their methods say what closures they take by its name: the
/// [`Step`] of the family `F` is `for<'a> FnOnce(Lent<'a, F::Lend>) -> Of<'a, F>`.
///
/// # Examples
///
/// ```
/// use self_borrow::{Bound, LentTo, Pair, Shared, Step, family};
///
/// family!(struct Words<'a> = Vec<&'a str>);
///
/// impl LentTo for Words {
///     type Lend = Shared<String>;
/// }
///
/// fn of_lines(lines: Vec<String>, split: impl Step<Words> + Copy) -> Vec<Pair<'static, Words>> {
///     lines.into_iter().map(|line| Bound::new(Shared(line), split)).collect()
/// }
///
/// let lines = of_lines(vec!["a b".to_owned(), "c".to_owned()], |line| line.split(' ').collect());
/// lines[0].with(|words, _| assert_eq!(words, &["a", "b"]));
/// ```
pub trait LentTo: Family {
    /// The owner, and how it is lent.
    type Lend: Single;
}

/// One owner: [`Shared`] or [`Exclusive`], not a tuple of them.
pub trait Single: Lend {
    /// The owner itself.
    type Owner;

    /// The owner, to be lent.
    fn of(owner: Self::Owner) -> Self;

    /// The owner itself.
    fn into_inner(self) -> Self::Owner;
}

impl<O: Owner> Single for Shared<O> {
    type Owner = O;

    #[inline]
    fn of(owner: O) -> Self {
        Self(owner)
    }

    #[inline]
    fn into_inner(self) -> O {
        self.0
    }
}

impl<O: OwnerMut> Single for Exclusive<O> {
    type Owner = O;

    #[inline]
    fn of(owner: O) -> Self {
        Self(owner)
    }

    #[inline]
    fn into_inner(self) -> O {
        self.0
    }
}

/// An owner, and a dependent of that family: see [`LentTo`].
pub type Pair<'x, F> = Bound<'x, <F as LentTo>::Lend, F>;

/// The owner itself.
pub type OwnerOf<F> = <<F as LentTo>::Lend as Single>::Owner;

macro_rules! steps {
    ($(
        $(#[$attr:meta])*
        $step:ident<$($family:ident: $bound:ident),+; $($error:ident)?> = $closure:path;
    )*) => {$(
        $(#[$attr])*
        pub trait $step<$($family: $bound,)+ $($error)?>: for<'a> $closure {}

        impl<$($family: $bound,)+ $($error,)? C> $step<$($family,)+ $($error)?> for C
        where
            C: for<'a> $closure
        {}
    )*};
}

steps! {
    /// A closure that builds the dependent from what its owner lends, as `for<'a> FnOnce(&'a str) -> Vec<&'a str>`.
    #[diagnostic::on_unimplemented(
        message = "the closure must build the dependent from what is lent to it",
        label = "not such a closure"
    )]
    Step<F: LentTo;> = Step1<Lent<'a, F::Lend>, Of<'a, F>>;
    /// A closure that builds the dependent from what its owner lends, or fails with an error.
    #[diagnostic::on_unimplemented(
        message = "the closure must build the dependent from what is lent to it, or fail with `{E}`",
        label = "not such a closure"
    )]
    TryStep<F: LentTo; E> = Step1<Lent<'a, F::Lend>, Result<Of<'a, F>, E>>;
    /// An async closure that builds the dependent from what its owner lends.
    #[diagnostic::on_unimplemented(
        message = "the async closure must build the dependent from what is lent to it",
        label = "not such a closure",
        note = "write `async |…| …`; by `move`, if it uses variables of its surroundings"
    )]
    AsyncStep<F: LentTo;> = AsyncStep1<Lent<'a, F::Lend>, Of<'a, F>>;
    /// An async closure that builds the dependent from what its owner lends, or fails with an error.
    #[diagnostic::on_unimplemented(
        message = "the async closure must build the dependent from what is lent to it, or fail with `{E}`",
        label = "not such a closure",
        note = "write `async |…| …`; by `move`, if it uses variables of its surroundings"
    )]
    TryAsyncStep<F: LentTo; E> = AsyncStep1<Lent<'a, F::Lend>, Result<Of<'a, F>, E>>;
    /// A closure that makes another dependent from one.
    #[diagnostic::on_unimplemented(
        message = "the closure must make another dependent from the one that it gets",
        label = "not such a closure"
    )]
    Change<F: Family, G: Family;> = Step1<Of<'a, F>, Of<'a, G>>;
    /// A closure that makes another dependent from one, or fails with an error.
    #[diagnostic::on_unimplemented(
        message = "the closure must make another dependent from the one that it gets, or fail with `{E}`",
        label = "not such a closure"
    )]
    TryChange<F: Family, G: Family; E> = Step1<Of<'a, F>, Result<Of<'a, G>, E>>;
}

/// Builds a pair.
#[inline]
pub fn build<'x, F: LentTo + 'x>(owner: OwnerOf<F>, f: impl Step<F>) -> Pair<'x, F> {
    Bound::new(F::Lend::of(owner), f)
}

/// The same, by a closure that may fail.
///
/// # Errors
///
/// The error of the closure, and the owner.
#[inline]
pub fn try_build<'x, F: LentTo + 'x, E>(
    owner: OwnerOf<F>,
    f: impl TryStep<F, E>,
) -> Result<Pair<'x, F>, (E, OwnerOf<F>)> {
    match Bound::try_new(F::Lend::of(owner), f) {
        Ok(pair) => Ok(pair),
        Err((error, owner)) => Err((error, owner.into_inner())),
    }
}

/// What has been built: the last state of a generated builder.
///
/// # Examples
///
/// ```
/// # #[cfg(feature = "macros")] {
/// use self_borrow::{Built, self_borrow};
///
/// #[self_borrow]
/// struct Words {
///     #[lend('text)]
///     text: String,
///     words: Vec<&'text str>,
/// }
///
/// let built: Built<Words> =
///     Words::builder().text("a b".to_owned()).words(|text| text.split(' ').collect());
/// assert_eq!(built.build().words().len(), 2);
/// # }
/// ```
#[must_use = "the value is there after `build`"]
#[derive(Debug)]
pub struct Built<T>(#[doc(hidden)] pub T);

impl<T> Built<T> {
    /// What has been built.
    #[inline]
    pub fn build(self) -> T {
        self.0
    }
}

/// Builds a pair, and makes a struct of it.
#[inline]
pub fn step<'x, F: LentTo + 'x, T>(
    owner: OwnerOf<F>,
    f: impl Step<F>,
    make: impl FnOnce(Pair<'x, F>) -> T,
) -> Built<T> {
    Built(make(build(owner, f)))
}

/// The same, by a closure that may fail.
///
/// # Errors
///
/// The error of the closure, and the owner.
#[inline]
pub fn try_step<'x, F: LentTo + 'x, E, T>(
    owner: OwnerOf<F>,
    f: impl TryStep<F, E>,
    make: impl FnOnce(Pair<'x, F>) -> T,
) -> Result<Built<T>, (E, OwnerOf<F>)> {
    try_build(owner, f).map(|pair| Built(make(pair)))
}

/// Builds a pair by an async closure, and makes a struct of it.
#[inline]
pub fn step_async<'x, F: LentTo + 'x, T>(
    owner: OwnerOf<F>,
    f: impl AsyncStep<F> + 'x,
    make: impl FnOnce(Pair<'x, F>) -> T,
) -> impl Future<Output = Built<T>> {
    Bound::new_async(F::Lend::of(owner), f, |pair| Built(make(pair)))
}

/// The same, by a closure that may fail.
#[inline]
pub fn try_step_async<'x, F: LentTo + 'x, E: 'x, T>(
    owner: OwnerOf<F>,
    f: impl TryAsyncStep<F, E> + 'x,
    make: impl FnOnce(Pair<'x, F>) -> T,
) -> impl Future<Output = Result<Built<T>, (E, OwnerOf<F>)>> {
    Bound::try_new_async(F::Lend::of(owner), f, |built| match built {
        Ok(pair) => Ok(Built(make(pair))),
        Err((error, owner)) => Err((error, owner.into_inner())),
    })
}

/// Makes another dependent of the pair's.
#[inline]
pub fn change<'x, F: LentTo + 'x, G>(pair: Pair<'x, F>, f: impl Change<F, G>) -> Pair<'x, G>
where
    G: LentTo<Lend = F::Lend> + 'x,
{
    pair.map_dependent(f)
}

/// The same, by a closure that may fail.
///
/// # Errors
///
/// The error of the closure, and the owner.
#[inline]
pub fn try_change<'x, F: LentTo + 'x, G, E>(
    pair: Pair<'x, F>,
    f: impl TryChange<F, G, E>,
) -> Result<Pair<'x, G>, (E, OwnerOf<F>)>
where
    G: LentTo<Lend = F::Lend> + 'x,
{
    match pair.try_map_dependent(f) {
        Ok(pair) => Ok(pair),
        Err((error, owner)) => Err((error, owner.into_inner())),
    }
}

/// The fields of a struct that is a pair and nothing else, by their names.
///
/// As a function of types: closures in expansions would cost more time to compile than all the rest.
pub trait Fields: LentTo {
    /// What has the names, around the dependent and what is seen of the owner.
    type Fields<D, S>;

    /// Gives them their names.
    fn fields<D, S>(dependent: D, seen: S) -> Self::Fields<D, S>;
}

/// Calls the closure with the fields, borrowed.
#[inline]
pub fn with<'s, 'x: 's, F: Fields + 'x, R>(
    pair: &'s Pair<'x, F>,
    f: impl for<'a> FnOnce(F::Fields<&'s Of<'a, F>, Seen<'a, F::Lend>>) -> R,
) -> R {
    pair.with(|dependent, seen| f(F::fields(dependent, seen)))
}

/// Calls the closure with the fields, borrowed mutably.
#[inline]
pub fn with_mut<'s, 'x: 's, F: Fields + 'x, R>(
    pair: &'s mut Pair<'x, F>,
    f: impl for<'a> FnOnce(F::Fields<&'s mut Of<'a, F>, Seen<'a, F::Lend>>) -> R,
) -> R {
    pair.with_mut(|dependent, seen| f(F::fields(dependent, seen)))
}

/// Gives the fields to the closure, by value, then the owner back.
#[inline]
pub fn unbind<'x, F: Fields + 'x, R>(
    pair: Pair<'x, F>,
    f: impl for<'a> FnOnce(F::Fields<Of<'a, F>, Seen<'a, F::Lend>>) -> R,
) -> (OwnerOf<F>, R) {
    let (owner, result) = pair.unbind_within(|dependent, seen, _| f(F::fields(dependent, seen)));
    (owner.into_inner(), result)
}

/// Drops the dependent, and gives the owner back.
#[inline]
pub fn into_single<'x, F: LentTo + 'x>(pair: Pair<'x, F>) -> OwnerOf<F> {
    pair.into_owner().into_inner()
}
