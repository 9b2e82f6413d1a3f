#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

/// `quote!` with the hygiene of a macro: a local variable in it can't be confused with anything else.
macro_rules! generated {
    ($($tokens:tt)*) => {
        ::quote::quote_spanned!(::proc_macro2::Span::mixed_site()=> $($tokens)*)
    };
}

mod attr;
mod bind;
mod cfg;
mod check;
mod expand;
#[cfg(test)]
mod expansion_page;
mod lifetimes;
mod model;
#[cfg(test)]
mod snapshots;

use proc_macro::TokenStream;

/// Makes a struct of fields that borrow from each other.
///
/// ```
/// use self_borrow::self_borrow;
///
/// #[self_borrow]
/// #[derive(Debug)]
/// pub struct Words {
///     /// Lent, shared: what is borrowed is the `str`.
///     #[lend('text)]
///     text: String,
///     /// Borrows it.
///     pub words: Vec<&'text str>,
///     /// Neither.
///     pub count: usize,
/// }
///
/// let mut words = Words::builder()
///     .count(1)
///     .text("to be".to_owned())
///     .words(|text| text.split(' ').collect())
///     .build();
/// *words.count_mut() += 1;
/// assert_eq!((words.text(), words.words()[1], *words.count()), ("to be", "be", 2));
/// ```
///
/// The fields are written as in any struct, with one thing more: a lifetime that is declared by a field that owns, and
/// named by those that borrow from it. What stands there afterwards is a struct of the same name, with other fields, and the methods below.
///
/// # Attributes of a field
///
/// | | the field |
/// |---|---|
/// | `#[lend('a)]` | owns what is borrowed as `&'a`. Its place is that of an `Owner`: `str` for a `String`, `T` for a `Box<T>`, `Rc<T>`, … |
/// | `#[lend(mut 'a)]` | owns what is borrowed as `&'a mut`, by the first field that names `'a` |
/// | `#[lend(inline 'a)]`, `#[lend(inline mut 'a)]` | is itself what is borrowed: the struct is pinned |
/// | none of these, but the type names `'a` | borrows |
/// | none of these, and no such lifetime | is plain |
/// | `#[not_covariant]` | (of one that borrows) has a type that can't be proved covariant. It has no getter, only closures |
/// | `#[cfg(…)]`, docs, lints | as usual |
///
/// A field that borrows can be lent as well, under another lifetime: a chain. Several fields lent under one lifetime are one owner made of several;
/// a field that names it gets all of them.
///
/// ```
/// use self_borrow::self_borrow;
///
/// #[self_borrow]
/// struct Longest {
///     #[lend('all)]
///     first: String,
///     #[lend('all)]
///     second: Vec<String>,
///     #[lend('texts)]
///     texts: Vec<&'all str>,
///     longest: Option<&'texts &'all str>,
/// }
///
/// let longest = Longest::builder()
///     .first("to be".to_owned())
///     .second(vec!["or".to_owned()])
///     .texts(|first, second| [first].into_iter().chain(second.iter().map(|it| &**it)).collect())
///     .longest(|_first, _second, texts| texts.iter().max_by_key(|text| text.len()))
///     .build();
/// assert_eq!(longest.longest().map(|text| text.len()), Some(5));
/// ```
///
/// # Arguments
///
/// | | |
/// |---|---|
/// | `crate = path` | where `self_borrow` is, if not at `::self_borrow` |
/// | `prefix = Name` | what the names of the types below begin with, if not with the struct's name |
///
/// # What is generated
///
/// Methods are as visible as the field that they are about; those about all fields as the struct; those that build it at once or take it apart
/// as the least visible field that they give or take.
///
/// | for a struct `Doc` | |
/// |---|---|
/// | `Doc::builder()` | a `DocBuilder`. It has one method per field that borrows nothing, in any order; then for each field `x` that borrows, in the order of declaration, `x`, `try_x`, `x_async` and `try_x_async`. The last one gives a `Built<Doc>`, which has `build` |
/// | `Doc::new(…)` | the same at once: values, and closures for what borrows, in the order of declaration |
/// | `Doc::try_new(…)` | if one field borrows: the same, by a closure that returns a `Result` |
/// | `x()` | of a shared owner: the reference to its place; of any other field, a reference to it |
/// | `x_mut()` | of a plain field |
/// | `with_x_mut(closure)` | of a field that borrows and isn't lent |
/// | `with(closure)`, `with_mut(closure)` | a `DocRef`, a `DocMut`, with all fields: owners as what they lend; what is lent mutably isn't there |
/// | `unbind(closure)` | a `DocParts`: what borrows, by value. Returns the owners, and what the closure returned |
/// | `into_owners()` | the fields that borrow nothing: the only one, or a `DocOwners` with all |
/// | `map_x(closure)`, `try_map_x(closure)` | of a field that borrows and isn't lent: makes another of it, by value. If its type has a parameter that no other field uses, that may change |
///
/// In a tuple struct, the methods of field 0 are `set_0` (of the builder), `get_0`, `with_0_mut`, `map_0`. A field with the name of a method, as `with` or `new`, has the getter
/// `get_with`. `DocRef` and the others have the fields of the struct, with its visibility; of a struct
/// of two fields they are aliases of one, `DocFields`. Such a struct has one field without a name afterwards, so no function can be called like it.
///
/// ```
/// use self_borrow::self_borrow;
///
/// #[self_borrow]
/// struct Rest<T: 'static>(#[lend('text)] String, (&'text str, T));
///
/// let mut rest = Rest::new("a b c".to_owned(), |text| (text, 0));
/// rest.with_mut(|rest| *rest.1 = (&rest.0[2..], rest.1.1 + 1)); // from the owner, anew
/// let rest = rest.map_1(|(text, count)| (text, count.to_string())); // another type
/// assert_eq!(*rest.get_1(), ("b c", "1".to_owned()));
/// let (text, length) = rest.unbind(|parts| parts.1.0.len());
/// assert_eq!((text.as_str(), length), ("a b c", 3));
/// ```
///
/// # Steps that fail, or wait
///
/// `try_x` takes a closure that returns a `Result`. On an error, what was built so far is dropped, and the error comes with the owners, as from `into_owners`.
/// `x_async` takes an asynchronous closure, and returns a future; so does `try_x_async`. If the future is dropped, so is all
/// that was given to the builder.
///
/// ```
/// use self_borrow::self_borrow;
/// use std::num::ParseIntError;
///
/// #[self_borrow]
/// struct Numbers {
///     #[lend('text)]
///     text: String,
///     numbers: Vec<(&'text str, u8)>,
/// }
///
/// fn numbers(text: String) -> Result<Numbers, (ParseIntError, String)> {
///     Numbers::try_new(text, |text| {
///         let words = text.split(' ');
///         words.map(|word| Ok((word, word.parse()?))).collect()
///     })
/// }
///
/// assert!(numbers("1 2".to_owned()).is_ok_and(|it| it.numbers()[1] == ("2", 2)));
/// assert!(numbers("1 x".to_owned()).is_err_and(|(_, text)| text == "1 x"));
/// ```
///
/// # Pinned structs
///
/// With `inline`, what is lent lies in the struct itself. All owners that borrow nothing are inline then, under one lifetime. There is no builder, and the struct
/// doesn't move:
///
/// | | |
/// |---|---|
/// | `Doc::pin_box(…)`, `Doc::try_pin_box(…)` | a `Pin<Box<Doc>>` |
/// | `Doc::pin_in(slot, …)`, `Doc::try_pin_in(slot, …)` | a `Pin<Tracked<Doc>>` in an `own_ref::PinSlot` |
/// | `x()`, `with(closure)` | as above |
/// | `with_mut`, `with_x_mut` | of a `Pin<&mut Doc>` |
/// | `into_owners` | of a `Pin<Box<Doc>>` |
///
/// ```
/// use self_borrow::self_borrow;
///
/// #[self_borrow]
/// struct Buffer {
///     #[lend(inline mut 'a)]
///     bytes: [u8; 8],
///     rest: &'a mut [u8],
/// }
///
/// let mut buffer = Buffer::pin_box([0; 8], |bytes| bytes);
/// buffer.as_mut().with_rest_mut(|rest| {
///     let (first, rest_of_it) = std::mem::take(rest).split_at_mut(1);
///     first[0] = 7;
///     *rest = rest_of_it;
/// });
/// assert_eq!(buffer.rest().len(), 7);
/// assert_eq!(buffer.into_owners()[0], 7);
/// ```
///
/// # Derives
///
/// `#[derive(…)]` below the attribute, of `Debug`, `PartialEq`, `Eq`, `PartialOrd`, `Ord` and `Hash`: of all fields that can be seen, for every
/// lifetime that the lends may have. `Clone`, if all owners share their content with their clones: `Rc`, `Arc`, `&T`. Others are implemented by hand, with the methods above.
///
/// # Errors
///
/// All mistakes of a struct are reported at once, each at the smallest token that is wrong, with a help line: a lifetime that nobody lends,
/// a lend that nobody borrows, an owner that borrows from what comes after it, an attribute that would see another struct than the one that is written, …
///
/// <!-- no code: the error is the macro's -->
/// ```compile_fail
/// # use self_borrow::self_borrow;
/// #[self_borrow]
/// struct Words {
///     #[lend('text)]
///     text: String,
///     words: Vec<&'txt str>, // error: `'txt` is neither lent nor a parameter of the struct
/// }
/// ```
///
/// What only the compiler can know is said by it: an owner without a stable place,
///
/// ```compile_fail,E0277
/// # use self_borrow::self_borrow;
/// #[self_borrow]
/// struct Number {
///     #[lend('a)]
///     number: u8, // error: `u8` has no stable place that could be lent
///     same: &'a u8,
/// }
/// ```
///
/// and a field that isn't covariant and has no `#[not_covariant]`.
///
/// <!-- no code: "lifetime may not live long enough" has none -->
/// ```compile_fail
/// # use self_borrow::self_borrow;
/// #[self_borrow]
/// struct Last {
///     #[lend('text)]
///     text: String,
///     last: std::cell::Cell<&'text str>, // error: … `'not_covariant` …
/// }
/// ```
///
/// # Source
///
/// The builder and its closures are those of `ouroboros`, with a lifetime per lend in place of one for all, and types for the order of the steps. Fields are
/// named like those of the struct that you write.
#[proc_macro_attribute]
pub fn self_borrow(args: TokenStream, input: TokenStream) -> TokenStream {
    expand::attribute(&args.into(), input.into()).into()
}

/// Self-borrowing structs, as the text writes them that they come from.
///
/// ```
/// self_borrow::bind! {
///     /// A text that is being edited.
///     pub struct Edit bind 'a {
///         text: Box<!'a mut String>,
///         pub place: &'a mut String,
///     }
/// }
///
/// let mut edit = Edit::new(Box::new("to be".to_owned()), |text| text);
/// edit.with_place_mut(|place| place.push('!'));
/// assert_eq!(*edit.into_owners(), "to be!");
/// ```
///
/// `bind 'a` declares the lifetime; several are separated by commas. The mark `!'a` (`!'a mut`) says what is lent, and how, by standing where its place is:
///
/// | `bind!` | `#[self_borrow]` |
/// |---|---|
/// | `text: Box<!'a mut String>` | `#[lend(mut 'a)] text: Box<String>` |
/// | `words: Vec<!'a Word>` | `#[lend('a)] words: Vec<Word>` |
/// | `text: String<!'a str>` | `#[lend('a)] text: String` |
/// | `bytes: !'a [u8; 32]` | `#[lend(inline 'a)] bytes: [u8; 32]`, which is pinned |
///
/// A type, in place of a struct with named fields:
///
/// ```
/// self_borrow::bind! {
///     type Pair = bind 'a in (Box<!'a mut String>, &'a mut String);
/// }
///
/// let (text, length) = Pair::new(Box::new("to be".to_owned()), |text| text).unbind(|pair| pair.1.len());
/// assert_eq!((text.as_str(), length), ("to be", 5));
/// ```
///
/// What is generated, and all else, is as with [`#[self_borrow]`](macro@self_borrow): attributes of fields, derives, generics. Its arguments are given by
/// `#[self_borrow(crate = path)]` above the struct.
///
/// # Source
///
/// "The Inconceivable Types of Rust: How to Make Self-Borrows Safe", part 1: bound lifetimes, `bind 'a in T`, and negative ones, `!'a mut T`. There, `bind` is an
/// expression, too, and takes any local variables with it; here they are made in the closures of a constructor.
#[proc_macro]
pub fn bind(input: TokenStream) -> TokenStream {
    expand::bind(input.into()).into()
}
