//! The macros, documented here, so that the documentation can link to the rest.

/// Implements [`AsyncDestruct`](super::AsyncDestruct): the type's own code, if there is an
/// impl of [`AsyncDrop`](trait@super::AsyncDrop), then the fields in the order of their
/// declaration.
///
/// ```
/// use leak::async_drop::{AsyncDestruct, AsyncDrop, async_drop};
/// use core::pin::Pin;
///
/// #[derive(AsyncDrop)]
/// struct Connection {
///     name: String, // nothing asynchronous about it: dropped, in its turn
/// }
///
/// impl AsyncDrop for Connection {
///     async fn async_drop(self: Pin<&mut Self>) { /* say goodbye */ }
/// }
///
/// /// No code of its own.
/// #[derive(AsyncDrop)]
/// struct Pool<T: AsyncDestruct> {
///     main: Connection,
///     free: Vec<T>,
/// }
///
/// #[derive(AsyncDrop)]
/// enum State {
///     Closed,
///     Open { connection: Connection },
///     Both(Connection, Box<Connection>),
/// }
///
/// let connection = || Connection { name: "c".into() };
/// smol::block_on(async {
///     async_drop(Pool { main: connection(), free: vec![connection()] }).await;
///     async_drop([State::Closed, State::Open { connection: connection() }]).await;
///     async_drop(State::Both(connection(), Box::new(connection()))).await;
/// });
/// ```
///
/// # Which fields are destroyed asynchronously
///
/// - A field whose type depends on no type or `const` parameter: if the type has an
///   [`AsyncDestruct`](super::AsyncDestruct). Else it is dropped. But it is an error if it
///   looks like a mistake: the type has an `AsyncDrop`, and nobody derived the glue for it; or
///   it is a container of the standard library's that holds a type which derives `AsyncDrop`
///   beside one that has no asynchronous destructor, such as `HashMap<Key, Connection>`. (Then
///   derive it for `Key`, too.)
/// - A field whose type depends on a parameter: always. The bounds are not added for you, so
///   that it can be seen in the type's interface what it asks for. If one is missing, the
///   error is at the field. (A macro in the place of a type counts as if it named a
///   parameter.)
///
/// ```compile_fail,E0277
/// #[derive(leak::async_drop::AsyncDrop)]
/// struct Pool<T> {
///     free: Vec<T>, // `T` has no asynchronous destructor
/// }
/// ```
///
/// The type must be `Send`.
///
/// # Attributes of fields
///
/// | | |
/// |---|---|
/// | `#[async_drop(sync)]` | dropped in its turn, whatever its type is; needs no bound |
/// | `#[async_drop(skip)]` | left out: dropped when all others are gone |
/// | `#[async_drop(with = "path")]` | given to this function, by value; what it returns is awaited. The quotes may be left out |
///
/// ```
/// use leak::async_drop::{AsyncDrop, async_drop};
///
/// #[derive(AsyncDrop)]
/// struct Upload<T: Send> {
///     #[async_drop(with = "close")]
///     file: FromElsewhere,
///     #[async_drop(sync)]
///     rest: Vec<T>,
///     #[async_drop(skip)]
///     memory: Box<[u8]>,
/// }
///
/// struct FromElsewhere;
///
/// async fn close(file: FromElsewhere) { drop(file); }
///
/// let upload = Upload { file: FromElsewhere, rest: vec![1], memory: Box::new([0; 64]) };
/// smol::block_on(async_drop(upload));
/// ```
///
/// # Attributes of the type
///
/// `#[async_drop(bound = "T: AsyncDestruct")]`, or `bound(T: AsyncDestruct)`, adds to the
/// bounds of the impl, where the type itself has none. `#[async_drop(crate = path)]` says
/// where the crate `leak` is.
///
/// # Errors
///
/// Unions are refused, and types with `#[repr(packed)]`: a destructor refers to fields in
/// their place. A type that contains itself needs [`boxed`](super::boxed) for that field.
pub use leak_derive::AsyncDrop;

/// Makes a type one that is to be destroyed asynchronously only: adds a `Drop` impl that
/// reports.
///
/// ```
/// use core::pin::Pin;
/// use leak::async_drop::{AsyncDrop, async_drop, must_async_drop};
///
/// #[must_async_drop]
/// #[derive(AsyncDrop)]
/// struct Session;
///
/// impl AsyncDrop for Session {
///     async fn async_drop(self: Pin<&mut Self>) { /* say goodbye */ }
/// }
///
/// smol::block_on(async_drop(Session)); // quiet
///
/// let dropped = std::panic::catch_unwind(|| drop(Session));
/// assert!(dropped.is_err());
/// ```
///
/// The report is a panic, at run time, where the value is dropped; also where a destructor is
/// dropped before the type's own code is through. While the thread is panicking already, it is
/// silent. [`dropped_synchronously`](super::dropped_synchronously) is the function that
/// reports, for a `Drop` impl of your own. [`Linear`](super::Linear) makes it an error at
/// compile time.
///
/// As with every type that implements `Drop`, its fields can't be moved out.
/// `#[must_async_drop(crate = path)]` says where the crate `leak` is.
///
/// From the text: "exclusively async drop".
///
/// # Errors
///
/// It is for structs and enums, and not beside a `Drop` impl.
pub use leak_derive::must_async_drop;
