//! What is lent, by the name of a type that knows no lifetime.

use core::fmt;
use core::marker::PhantomData;

/// Types that differ in one lifetime, by one name.
///
/// An [`Edge`](super::Edge) must outlive the frame that lends, or it could not be sent anywhere. So its
/// type says *which kind* of data is lent, and not for how long: who enters gets the data for a
/// lifetime of the moment. [`Value`], [`Shared`] and [`Unique`] are there for plain values and references;
/// [`family!`](crate::family) writes others.
///
/// Nothing unsafe rests on an implementation.
///
/// # Examples
///
/// ```
/// use leak::structured::{Family, lend, scope};
///
/// struct Request<'x> { path: &'x str, tries: core::sync::atomic::AtomicU32 }
///
/// struct Requests;
/// impl Family for Requests { type Of<'x> = Request<'x>; }
///
/// let line = String::from("GET /index.html");
/// let request = Request { path: &line[4..], tries: 0.into() };
/// let length = lend::<Requests, _>(&request, |lender| {
///     let edge = lender.edge(); // `'static`, though `request` borrows from `line`
///     edge.enter(|request| {
///         request.tries.fetch_add(1, core::sync::atomic::Ordering::Relaxed);
///         request.path.len()
///     })
/// });
/// assert_eq!(length, Ok(11));
/// ```
///
/// # Source
///
/// The name for a type with its lifetime taken out is known from `yoke` (`Yokeable`) and from the
/// `for<'a>` types of `higher-kinded-types`.
pub trait Family: 'static {
    /// The type for one lifetime.
    type Of<'x>;
}

/// The family of a type that borrows nothing.
pub struct Value<T>(PhantomData<fn() -> T>);

/// The family of shared references to a type that borrows nothing: for slices, strings, trait objects.
///
/// # Examples
///
/// ```
/// use leak::structured::{Shared, lend};
///
/// let words = [String::from("two"), String::from("words")];
/// let letters = lend::<Shared<[String]>, _>(&&words[..], |lender| {
///     lender.edge().enter(|words| words.iter().map(String::len).sum::<usize>())
/// });
/// assert_eq!(letters, Ok(8));
/// ```
pub struct Shared<T: ?Sized>(PhantomData<fn() -> T>);

/// The family of exclusive references to a type that borrows nothing.
pub struct Unique<T: ?Sized>(PhantomData<fn() -> T>);

impl<T: 'static> Family for Value<T> {
    type Of<'x> = T;
}

impl<T: ?Sized + 'static> Family for Shared<T> {
    type Of<'x> = &'x T;
}

impl<T: ?Sized + 'static> Family for Unique<T> {
    type Of<'x> = &'x mut T;
}

macro_rules! names {
    ($($name:ident: $($unsized:ident)?),*) => {$(
        impl<T $(: ?$unsized)?> fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    )*};
}
names!(Value: , Shared: Sized, Unique: Sized);

/// Names a [`Family`](crate::structured::Family): types that differ in one lifetime.
///
/// # Examples
///
/// ```
/// use leak::structured::lend_mut;
///
/// struct Parser<'x> { rest: &'x str, errors: Vec<&'x str> }
///
/// leak::family! {
///     /// Parsers of any text.
///     struct Parsers = for<'x> Parser<'x>;
/// }
///
/// let text = String::from("1 x 2");
/// let mut parser = Parser { rest: &text, errors: vec![] };
/// lend_mut::<Parsers, _>(&mut parser, |lender| {
///     lender.edge().enter(|parser| {
///         parser.errors.extend(parser.rest.split(' ').filter(|word| word.parse::<u8>().is_err()));
///     })
/// }).unwrap();
/// assert_eq!(parser.errors, ["x"]);
/// ```
#[macro_export]
macro_rules! family {
    ($(#[$attribute:meta])* $visible:vis struct $name:ident = for<$x:lifetime> $of:ty;) => {
        $(#[$attribute])*
        #[non_exhaustive]
        $visible enum $name {}

        // Not derived: the name of the derive is whatever it is where this is expanded.
        impl $crate::__private::fmt::Debug for $name {
            #[inline]
            fn fmt(
                &self,
                _: &mut $crate::__private::fmt::Formatter<'_>,
            ) -> $crate::__private::fmt::Result {
                match *self {}
            }
        }

        impl $crate::structured::Family for $name {
            type Of<$x> = $of;
        }
    };
}
