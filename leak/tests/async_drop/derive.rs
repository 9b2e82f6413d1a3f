//! `#[derive(AsyncDrop)]`.

use crate::steps::{Async, Dropped, Log, block_on, stop_after, stop_everywhere, yield_now};
use core::future::Future;
use core::marker::PhantomData;
use core::pin::Pin;
use leak::async_drop::{AsyncDestruct, AsyncDrop, Plain, async_drop, boxed};

#[derive(AsyncDrop)]
struct Unit;

#[derive(AsyncDrop)]
struct Tuple<'l>(Async<'l>, u8, Dropped<'l>, Async<'l>);

#[derive(AsyncDrop)]
struct Named<'l> {
    first: Async<'l>,
    r#type: Dropped<'l>,
    last: (Async<'l>, String),
}

#[test]
fn fields_go_in_order() {
    let log = &Log::default();
    assert_eq!(stop_everywhere(log, "", |_| async_drop(Unit)), 1);
    stop_everywhere(log, "a b c", |log| {
        async_drop(Tuple(
            Async(log, "a"),
            1,
            Dropped(log, "b"),
            Async(log, "c"),
        ))
    });
    stop_everywhere(log, "a b c", |log| {
        async_drop(Named {
            last: (Async(log, "c"), String::new()),
            r#type: Dropped(log, "b"),
            first: Async(log, "a"),
        })
    });
}

/// Code of its own, both ways.
#[derive(AsyncDrop)]
struct Owner<'l> {
    log: &'l Log,
    first: Async<'l>,
    second: Async<'l>,
}

impl AsyncDrop for Owner<'_> {
    async fn async_drop(self: Pin<&mut Self>) {
        yield_now().await;
        self.log.note("own");
    }
}

impl Drop for Owner<'_> {
    fn drop(&mut self) {
        self.log.note("!own");
    }
}

#[test]
fn own_code_goes_first_and_once() {
    let log = &Log::default();
    stop_everywhere(log, "own a b", |log| {
        async_drop(Owner {
            log,
            first: Async(log, "a"),
            second: Async(log, "b"),
        })
    });
}

#[derive(AsyncDrop)]
enum Flat<'l> {
    Nothing,
    Tuple(Async<'l>, Dropped<'l>, Async<'l>),
    Named { a: Async<'l>, b: Async<'l> },
    Empty {},
}

#[test]
fn enums_go_by_variant() {
    let log = &Log::default();
    assert_eq!(stop_everywhere(log, "", |_| async_drop(Flat::Nothing)), 1);
    assert_eq!(stop_everywhere(log, "", |_| async_drop(Flat::Empty {})), 1);
    stop_everywhere(log, "a b c", |log| {
        async_drop(Flat::Tuple(
            Async(log, "a"),
            Dropped(log, "b"),
            Async(log, "c"),
        ))
    });
    stop_everywhere(log, "a b", |log| {
        async_drop(Flat::Named {
            b: Async(log, "b"),
            a: Async(log, "a"),
        })
    });
}

/// Changes its variant in its own code.
#[derive(AsyncDrop)]
enum Changing<'l> {
    Open(&'l Log, Async<'l>),
    Closed(Async<'l>),
}

impl AsyncDrop for Changing<'_> {
    async fn async_drop(mut self: Pin<&mut Self>) {
        if let Self::Open(log, _) = *self {
            self.set(Self::Closed(Async(log, "closed")));
        }
    }
}

#[test]
fn the_variant_is_looked_at_after_the_own_code() {
    let log = &Log::default();
    block_on(async_drop(Changing::Open(log, Async(log, "open"))));
    assert_eq!(log.take(), ["!open", "closed"]);
}

#[derive(AsyncDrop)]
enum Never {}

#[derive(AsyncDrop)]
struct Generic<'l, T: AsyncDestruct, U, const N: usize>
where
    U: AsyncDestruct + Clone,
{
    values: [T; N],
    marker: PhantomData<U>,
    optional: Option<U>,
    never: Option<Never>,
    last: Async<'l>,
}

#[test]
fn generic_fields_need_bounds_and_get_their_glue() {
    let log = &Log::default();
    stop_everywhere(log, "a b c", |log| {
        async_drop(Generic {
            values: [Async(log, "a"), Async(log, "b")],
            marker: PhantomData,
            optional: Some(1_u8),
            never: None,
            last: Async(log, "c"),
        })
    });
    stop_everywhere(log, "a b c", |log| {
        async_drop(Generic::<_, u8, 1> {
            values: [Plain((Dropped(log, "a"), Dropped(log, "b")))],
            marker: PhantomData,
            optional: None,
            never: None,
            last: Async(log, "c"),
        })
    });
}

/// The bound is on the impl, not on the type.
#[derive(AsyncDrop)]
#[async_drop(bound = "T: AsyncDestruct, U: Send")]
struct Bounded<T, U> {
    value: T,
    #[async_drop(sync)]
    rest: Vec<U>,
}

/// Own code in a generic type, and a destructor for both ways.
#[derive(AsyncDrop)]
struct GenericOwner<'l, T: AsyncDestruct> {
    log: &'l Log,
    value: T,
}

impl<T: AsyncDestruct> AsyncDrop for GenericOwner<'_, T> {
    async fn async_drop(self: Pin<&mut Self>) {
        yield_now().await;
        self.log.note("own");
    }
}

impl<T: AsyncDestruct> Drop for GenericOwner<'_, T> {
    fn drop(&mut self) {
        self.log.note("!own");
    }
}

#[test]
fn own_code_of_generic_types() {
    let log = &Log::default();
    stop_everywhere(log, "own a b", |log| {
        async_drop(GenericOwner {
            log,
            value: Bounded {
                value: Async(log, "a"),
                rest: vec![Dropped(log, "b")],
            },
        })
    });
}

#[derive(AsyncDrop)]
struct Attributes<'l> {
    #[async_drop(skip)]
    skipped: Dropped<'l>,
    #[async_drop(sync)]
    synchronous: Async<'l>,
    #[async_drop(with = "close")]
    closed: File<'l>,
    #[async_drop(with = self::close_in_module::close)]
    also: (File<'l>,),
    last: Async<'l>,
}

struct File<'l>(&'l Log, &'static str, bool);

impl Drop for File<'_> {
    fn drop(&mut self) {
        let how = if self.2 { "" } else { "!" };
        self.0.note(format!("{how}{}", self.1));
    }
}

async fn close(mut file: File<'_>) {
    yield_now().await;
    file.2 = true;
}

mod close_in_module {
    pub(super) async fn close((file,): (super::File<'_>,)) {
        super::close(file).await;
    }
}

#[test]
fn attributes_of_fields() {
    let log = &Log::default();
    let make = || Attributes {
        skipped: Dropped(log, "skipped"),
        synchronous: Async(log, "sync"),
        closed: File(log, "closed", false),
        also: (File(log, "also", false),),
        last: Async(log, "last"),
    };
    let mut stopped = Vec::new();
    for polls in 0..=5 {
        let done = stop_after(polls, async_drop(make())).is_some();
        assert_eq!(done, polls == 5);
        stopped.push(log.take().join(" "));
    }
    assert_eq!(
        stopped,
        [
            // Nothing has begun: as any value.
            "skipped !sync !closed !also !last",
            "!sync !closed !also !last skipped",
            "!sync closed !also !last skipped",
            "!sync closed also !last skipped",
            "!sync closed also !last skipped",
            "!sync closed also last skipped",
        ]
    );
}

/// Contains itself.
#[derive(AsyncDrop)]
struct List<'l> {
    value: Async<'l>,
    #[async_drop(with = boxed)]
    next: Option<Box<List<'l>>>,
}

#[derive(AsyncDrop)]
enum Tree<'l> {
    Leaf(Async<'l>),
    Node(#[async_drop(with = boxed)] Vec<Tree<'l>>),
}

#[test]
fn recursive_types() {
    let log = &Log::default();
    stop_everywhere(log, "a b c", |log| {
        let mut list = None;
        for name in ["c", "b", "a"] {
            list = Some(Box::new(List {
                value: Async(log, name),
                next: list,
            }));
        }
        async_drop(list)
    });
    stop_everywhere(log, "a b c d e", |log| {
        let leaf = |name| Tree::Leaf(Async(log, name));
        async_drop(Tree::Node(vec![
            leaf("a"),
            Tree::Node(vec![leaf("b"), Tree::Node(vec![leaf("c")]), leaf("d")]),
            Tree::Node(vec![]),
            leaf("e"),
        ]))
    });
}

/// Written by a macro, in a function, with every name raw or strange.
#[test]
fn types_in_odd_places() {
    macro_rules! define {
        ($name:ident { $($field:ident: $ty:ty),* } $($attr:meta)?) => {
            #[derive(AsyncDrop)]
            struct $name<'r#l> { $(#[$attr] _other: u8,)? $($field: $ty),* }
        };
    }
    define!(Made { r#async: Async<'l>, place: (Async<'l>, u8) });
    let log = &Log::default();
    stop_everywhere(log, "a b", |log| {
        async_drop(Made {
            r#async: Async(log, "a"),
            place: (Async(log, "b"), 1),
        })
    });
}

/// The value lies where it lay, from the first poll to the last, and it is not in the way of its
/// size.
#[test]
fn futures_are_small() {
    #[derive(AsyncDrop)]
    struct Big([u8; 1000], Vec<u8>);
    impl AsyncDrop for Big {
        async fn async_drop(self: Pin<&mut Self>) {
            yield_now().await;
        }
    }
    #[derive(AsyncDrop)]
    struct Nested(Big, Option<Big>);

    let value = || Big([0; 1000], vec![]);
    assert!(size_of_val(&async_drop(value())) < size_of::<Big>() + 200);
    let nested = async_drop(Nested(value(), Some(value())));
    assert!(
        size_of_val(&nested) < size_of::<Nested>() + 300,
        "{}",
        size_of_val(&nested)
    );
}

#[test]
fn futures_are_send() {
    fn is_send<T: Send>(future: T) -> T {
        future
    }
    fn generic<T: AsyncDestruct>(value: T) -> impl Future<Output = ()> + Send {
        async_drop((Some(value), 1))
    }
    let log = &Log::default();
    drop(is_send(async_drop(Tuple(
        Async(log, "a"),
        1,
        Dropped(log, "b"),
        Async(log, "c"),
    ))));
    block_on(is_send(generic(vec![Async(log, "d")])));
    assert_eq!(log.take(), ["!a", "b", "!c", "d"]);
}
