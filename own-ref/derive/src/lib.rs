#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

/// `quote!` with the hygiene of a macro: a local variable in it can't be confused with anything else.
macro_rules! generated {
    ($($tokens:tt)*) => {
        ::quote::quote_spanned!(::proc_macro2::Span::mixed_site()=> $($tokens)*)
    };
}

mod attr;
mod check;
mod derive;
mod expand;
mod model;
mod own_drop;
#[cfg(test)]
mod snapshots;
mod states_model;

use proc_macro::TokenStream;

/// Makes the fields of a type owned one by one.
///
/// # Splitting
///
/// `Own::split` turns an owned reference to a struct `S` into a struct `SOwn` with the same fields, each
/// owned by reference. What isn't moved out of it is dropped, as the compiler knows what is left.
///
/// ```
/// use own_ref::{Fields, Own, Slot};
///
/// #[derive(Fields)]
/// struct Request {
///     path: String,
///     body: Vec<u8>,
/// }
///
/// let mut slot = Slot::new();
/// let request = slot.put(Request { path: "/".to_owned(), body: vec![1] });
/// let RequestOwn { body, .. } = Own::split(request);
/// assert_eq!(Own::into_inner(body), [1]);
/// ```
///
/// For an enum `E` it is an enum `EOwn` to match on.
///
/// ```
/// use own_ref::{Fields, Own, Slot};
///
/// #[derive(Fields)]
/// enum Message {
///     Text(String),
///     Close { code: u16 },
/// }
///
/// let mut slot = Slot::new();
/// match Own::split(slot.put(Message::Text("hi".to_owned()))) {
///     MessageOwn::Text(text) => assert_eq!(*text, "hi"),
///     MessageOwn::Close { code } => unreachable!("{code}"),
/// }
/// ```
///
/// # Parts
///
/// For a struct `S` there is also `SPart<'a, …>`: an owned reference to an `S` of which only some fields are
/// there. It is one pointer. Which fields are there is part of its type, so it can be passed to functions
/// that know what to do with it: after the lifetime and the parameters of `S` comes `Present` or `Absent`
/// for each field, in order. Dropping it drops the fields that are there, also when the stack is unwound.
///
/// ```
/// use own_ref::{Absent, Fields, Own, Present, Slot};
///
/// #[derive(Fields)]
/// struct MyStrings {
///     x: String,
///     y: String,
/// }
///
/// /// `&own MyStrings{y}`
/// type OnlyY<'a> = MyStringsPart<'a, Absent, Present>;
///
/// fn finish(part: OnlyY<'_>) -> Own<'_, MyStrings> {
///     let x = part.y().to_uppercase();
///     part.set_x(x).finish()
/// }
///
/// let mut slot = Slot::<MyStrings>::new();
/// let begun = slot.hole().part().set_y("y".to_owned());
/// let whole = finish(begun);
/// assert_eq!((whole.x.as_str(), whole.y.as_str()), ("Y", "y"));
///
/// let (x, rest): (String, OnlyY<'_>) = Own::part(whole).take_x();
/// assert_eq!(x, "Y");
/// drop(rest);
/// ```
///
/// | for a field `x` (`0`, in a tuple) | if it is | |
/// |---|---|---|
/// | `set_x(value)` | absent | puts a value there |
/// | `init_x(recipe)` | absent | builds one in place: see `Init` |
/// | `take_x()` | present | moves it out |
/// | `drop_x()` | present | drops it, in place |
/// | `x()`, `x_mut()` (`get_0()`, `get_0_mut()`) | present | borrows it |
/// | `x_pin()` | present, with `#[pin]` | borrows it, pinned, in an `update_pin` |
/// | `turn_x(how)` | present, with `#[pin]` | as `carry()`, and `x` becomes a value of the type that it has there, where it lies: see `Turn` |
///
/// `finish()` gives the whole, when every field is there. Otherwise the compiler says which one isn't:
///
/// ```compile_fail,E0277
/// # use own_ref::{Fields, Slot};
/// # #[derive(Fields)]
/// # struct MyStrings { x: String, y: String }
/// let mut slot = Slot::<MyStrings>::new();
/// slot.hole().part().set_y("y".to_owned()).finish(); // field `x` of `MyStrings` is not initialised yet
/// ```
///
/// `carry()` and `of(…)` change a part of one `#[repr(C)]` struct into one of another that begins with the
/// same fields, in place. `vacate()` drops the fields that are there, and gives the memory back to an update.
///
/// What is generated is as visible as what it is made from: methods as their field, types as the struct,
/// `carry`, `turn_x` and `of` as the least visible field. `finish` of a `#[non_exhaustive]` struct stays in its crate.
///
/// # Attributes
///
/// * `#[pin]` on a field: it is pinned when the struct is the state of a pinned enum with `States`.
/// * `#[own_ref(split_only)]` on the type: no part. It is needed for a struct that is more visible than the
///   *type* of one of its fields, as the compiler doesn't let a public struct's list of fields name a private
///   type (E0446). Making that type `pub`, where nobody else can reach it, does too.
/// * `#[own_ref(plain_errors)]` on the type, where `#![no_implicit_prelude]` rules: errors name the field's trait
///   only, as `#[diagnostic::on_unimplemented]` doesn't exist there.
/// * `#[own_ref(crate = path)]` says where the crate `own_ref` is.
///
/// # Errors
///
/// A type with a `Drop` implementation is refused, as a destructor must find all fields; that is E0119, in
/// the words "conflicting implementations of trait `MustNotImplDrop`". See `OwnDrop` for destructors that
/// may consume fields.
///
/// ```compile_fail,E0119
/// #[derive(own_ref::Fields)]
/// struct Guard(String);
///
/// impl Drop for Guard {
///     fn drop(&mut self) {}
/// }
/// ```
///
/// So are packed structs and unions.
#[proc_macro_derive(Fields, attributes(own_ref, pin))]
pub fn derive_fields(input: TokenStream) -> TokenStream {
    derive::fields(input.into()).into()
}

/// Lets the states of an enum be changed in place, by `states::update` and `states::update_pin`.
///
/// Every variant holds one struct with `#[derive(Fields)]`, but one: the variant with `#[sentinel]`, without
/// data. The enum is in it while it is being updated, and stays there if the update panics.
///
/// An update gets an enum `EState` to match on, like `E`, but with an owned reference to the state in each
/// variant, and vacant memory in the sentinel. It ends with the `next()` of a state, or with the `rest()` of
/// vacant memory.
///
/// ```
/// use own_ref::states::update;
/// use own_ref::{Fields, States};
///
/// #[derive(Fields)]
/// #[repr(C)]
/// struct Connecting { log: String, attempt: u32 }
///
/// #[derive(Fields)]
/// #[repr(C)]
/// struct Open { log: String, bytes: u64 }
///
/// #[derive(States)]
/// #[repr(C, u8)]
/// enum Connection {
///     Connecting(Connecting),
///     Open(Open),
///     #[sentinel]
///     Closed,
/// }
///
/// let mut connection = Connection::Connecting(Connecting { log: "…".to_owned(), attempt: 1 });
/// update(&mut connection, |now| match now.state() {
///     ConnectionState::Connecting(state) => {
///         let (attempt, part) = state.part().take_attempt();
///         // `log` is in the same place in both states: nothing moves.
///         let part = OpenPart::of(part.carry());
///         part.set_bytes(attempt.into()).finish().next()
///     }
///     ConnectionState::Open(state) => state.clear().rest(),
///     ConnectionState::Closed(vacant) => vacant.rest(),
/// });
/// assert!(matches!(connection, Connection::Open(Open { bytes: 1, .. })));
/// ```
///
/// Fields that must not move carry `#[pin]`, where the struct derives `Fields`. The enum is `Unpin` if all of
/// these are.
///
/// `#[own_ref(crate = path)]` says where the crate `own_ref` is.
///
/// # Errors
///
/// The enum must be `#[repr(C, u8)]`, so that it is known where tag and states are, without explicit
/// discriminants; it must not implement `Drop` or `Unpin`; no two states have the same type.
///
/// <!-- no code: the error is the macro's -->
/// ```compile_fail
/// # #[derive(own_ref::Fields)]
/// # struct Busy(u8);
/// #[derive(own_ref::States)] // nothing fixes where the tag and the data of the variants are
/// enum Machine {
///     Busy(Busy),
///     #[sentinel]
///     Idle,
/// }
/// ```
#[proc_macro_derive(States, attributes(own_ref, sentinel))]
pub fn derive_states(input: TokenStream) -> TokenStream {
    derive::states(input.into()).into()
}

/// Gives a struct a destructor that owns its fields.
///
/// The struct and the destructor stay plain to read: no `Option`, no `unsafe`.
///
/// ```
/// use own_ref::{Own, OwnDrop, own_drop};
/// use std::thread::JoinHandle;
///
/// #[own_drop]
/// struct Worker {
///     thread: JoinHandle<u32>,
///     name: String,
/// }
///
/// #[own_drop]
/// impl OwnDrop for Worker {
///     fn drop(this: Own<'_, Self>) {
///         let WorkerFieldsOwn { thread, name } = Own::split(this);
///         // `join` consumes the handle.
///         let sum = Own::into_inner(thread).join();
///         println!("{name}: {sum:?}");
///     }
/// }
///
/// let worker = Worker::from(WorkerFields {
///     thread: std::thread::spawn(|| 1 + 2),
///     name: "adder".to_owned(),
/// });
/// assert_eq!(worker.name, "adder");
/// drop(worker); // joins the thread
/// ```
///
/// # What it does
///
/// A value with a destructor can't be taken apart, so there are two types:
///
/// * On the struct: the fields go to `WorkerFields`, with all attributes; `Worker` is a wrapper around
///   `Dropping<WorkerFields>`, which runs the destructor. It dereferences to the fields, so `worker.name`
///   works. `Worker::from` makes one from the fields, and `Worker::into_fields` gives them back, without
///   running the destructor, to whoever sees all of them.
/// * On the block `impl OwnDrop for Worker`: it is for `WorkerFields`. So `Self` is the struct of fields, and
///   the destructor can split it, or move all of it out with `Own::into_inner`.
///
/// `WorkerFields` derives `Fields`, with `split_only`; write `#[derive(Fields)]` below `#[own_drop]` to
/// have parts too. With `#[derive(Debug)]` below it, `Worker` has `Debug` as well.
///
/// `#[own_drop(fields = Name)]`, on both, names the struct of fields. `#[own_drop(crate = path)]` says
/// where the crate `own_ref` is.
///
/// # Errors
///
/// As with `Drop`, the implementation must be for all of the struct's parameters, and ask for no
/// more than the struct does.
#[proc_macro_attribute]
pub fn own_drop(args: TokenStream, input: TokenStream) -> TokenStream {
    own_drop::expand(args.into(), &input.into()).into()
}
