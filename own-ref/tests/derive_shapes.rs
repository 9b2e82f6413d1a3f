//! Every shape that the derives accept.

use core::fmt::Debug;
use core::marker::PhantomData;
use core::mem;
use own_ref::states::update;
use own_ref::{Absent, Fields, Own, Present, Slot, States};
use test_support::{Bomb, Log, Note, panic_of, sorted};

#[derive(Fields)]
struct Unit;

#[derive(Fields)]
struct Empty {}

#[derive(Fields)]
struct EmptyTuple();

#[test]
fn structs_without_fields() {
    let (mut unit, mut empty, mut tuple) = (Slot::new(), Slot::new(), Slot::<EmptyTuple>::new());
    let _: UnitOwn = Own::split(unit.put(Unit));
    let EmptyOwn {} = Own::split(empty.put(Empty {}));
    let EmptyTupleOwn() = Own::split(tuple.hole().part().finish());
    let whole: Own<'_, Unit> = Own::part(unit.put(Unit)).finish();
    drop(whole);
    let EmptyTuple() = Own::into_inner(tuple.put(EmptyTuple()));
    assert_eq!(format!("{UnitOwn:?}"), "UnitOwn");
}

#[derive(Fields)]
struct Tuple<'a>(Note<'a>, u8, Note<'a>);

#[test]
fn tuple_structs() {
    let log = Log::default();
    let mut slot = Slot::<Tuple<'_>>::new();
    let half: TuplePart<'_, '_, Absent, Present, Present> =
        slot.hole().part().set_2(Note(&log, "2")).set_1(1);
    assert_eq!((*half.get_1(), half.get_2().1), (1, "2"));
    let mut whole = half.set_0(Note(&log, "0")).finish();
    whole.1 += 1;
    let TupleOwn(zero, one, _) = Own::split(whole);
    assert_eq!((*one, zero.1), (2, "0"));
    assert_eq!(*log.lock().unwrap(), ["2"]);
    drop(zero);
    assert_eq!(*log.lock().unwrap(), ["2", "0"]);
}

/// Every kind of parameter, with defaults, and names that the expansions would have used.
#[derive(Fields)]
struct Parameters<'own, 'a: 'own, Memory, FieldLeft: ?Sized = str, const N: usize = 2>
where
    Memory: Debug,
    for<'x> &'x Memory: Debug,
{
    left: &'own [Memory; N],
    right: PhantomData<&'a FieldLeft>,
}

#[test]
fn parameters() {
    let numbers = [1, 2];
    let mut slot = Slot::<Parameters<'_, 'static, u8>>::new();
    let part = slot.hole().part().set_left(&numbers).set_right(PhantomData);
    let ParametersOwn { left, .. } = Own::split(part.finish());
    assert_eq!(*left, &numbers);
    assert_eq!(format!("{left:?}"), "[1, 2]");
}

/// `Self` in types means the struct, also where they are repeated elsewhere.
#[derive(Fields)]
struct Node {
    next: Option<Box<Self>>,
    visit: fn(&Self) -> u32,
    value: u32,
}

#[test]
fn recursive_types() {
    let mut slot = Slot::<Node>::new();
    let first = slot.hole().part().set_value(1).set_visit(|node| node.value);
    let last = Node {
        next: None,
        visit: |node| node.value + 1,
        value: 2,
    };
    let whole = first.set_next(Some(Box::new(last))).finish();
    let next = whole.next.as_deref();
    assert_eq!(next.map(|node| (node.visit)(node)), Some(3));
    assert_eq!((whole.visit)(&whole), 1);
}

#[derive(Fields)]
#[allow(
    non_camel_case_types,
    reason = "keywords; for the parameter, only the first of two places"
)]
struct r#struct<r#type> {
    r#fn: r#type,
    r#gen: u8,
    _hidden: u8,
}

#[test]
fn raw_names() {
    let mut slot = Slot::<r#struct<_>>::new();
    let part = slot.hole().part().set_fn("fn").set_gen(1).set__hidden(2);
    assert_eq!((*part.r#fn(), *part.r#gen(), *part._hidden()), ("fn", 1, 2));
    let structOwn { r#fn, .. } = Own::split(part.finish());
    assert_eq!(*r#fn, "fn");
}

/// An enum is split by matching.
#[derive(Fields)]
enum Shape<'a, T> {
    Point,
    Circle(Note<'a>),
    Square { side: T, note: Note<'a> },
}

#[test]
fn enums() {
    let log = Log::default();
    let mut slot = Slot::new();
    for shape in [
        Shape::Point,
        Shape::Circle(Note(&log, "circle")),
        Shape::Square {
            side: 3,
            note: Note(&log, "square"),
        },
    ] {
        match Own::split(slot.put(shape)) {
            ShapeOwn::Point => assert!(log.lock().unwrap().is_empty()),
            ShapeOwn::Circle(note) => mem::drop(Own::into_inner(note)),
            ShapeOwn::Square { side, .. } => assert_eq!(*side, 3),
        }
    }
    assert_eq!(*log.lock().unwrap(), ["circle", "square"]);
}

#[derive(Fields)]
enum Never {}

#[derive(Fields)]
enum Plain {
    One,
    Two {},
    Three(),
}

#[test]
fn enums_without_fields() {
    let _: Option<fn(NeverOwn) -> Never> = None;
    for (plain, number) in [(Plain::One, 1), (Plain::Two {}, 2), (Plain::Three(), 3)] {
        let mut slot = Slot::new();
        let found = match Own::split(slot.put(plain)) {
            PlainOwn::One => 1,
            PlainOwn::Two {} => 2,
            PlainOwn::Three() => 3,
        };
        assert_eq!(found, number);
    }
}

#[test]
fn a_panicking_field_does_not_keep_the_others_of_an_enum() {
    #[derive(Fields)]
    enum Both<'a> {
        Bombs(Bomb<'a>, Note<'a>),
    }
    let log = Log::default();
    let mut slot = Slot::new();
    let both = Both::Bombs(Bomb(Note(&log, "bomb")), Note(&log, "note"));
    let message = panic_of(|| drop(Own::split(slot.put(both))));
    assert_eq!(message, "bomb");
    assert_eq!(sorted(log), ["bomb", "note"]);
}

macro_rules! define {
    ($(#[$attr:meta])* $name:ident<$lifetime:lifetime, $param:ident> { $($field:ident: $ty:ty,)* }) => {
        $(#[$attr])*
        #[derive(Fields)]
        struct $name<$lifetime, $param> {
            $($field: $ty,)*
            by_the_macro: &$lifetime $param,
        }
    };
}
define! {
    /// Written by a macro.
    ByMacro<'m, T> { first: Vec<T>, second: (u8, &'m T), }
}

#[test]
fn structs_written_by_macros() {
    let mut slot = Slot::<ByMacro<'_, _>>::new();
    let part = slot.hole().part().set_first(vec![1]).set_second((2, &3));
    let ByMacroOwn {
        first,
        by_the_macro,
        ..
    } = Own::split(part.set_by_the_macro(&4).finish());
    assert_eq!((first.len(), **by_the_macro), (1, 4));
}

/// Private types in an item that is not.
#[expect(unreachable_pub, reason = "`pub` is the point")]
mod private {
    #[derive(Debug, Default)]
    struct Hidden(u8);

    /// Parts can't name a type that is private where the struct is public.
    #[derive(own_ref::Fields, Default)]
    #[own_ref(split_only)]
    pub struct Public {
        hidden: Hidden,
        pub open: u8,
    }

    pub fn hidden(public: &PublicOwn<'_>) -> u8 {
        public.hidden.0
    }
}

#[test]
fn private_types_can_be_split() {
    let mut slot = Slot::new();
    let split = Own::split(slot.put(private::Public::default()));
    assert_eq!(*split.open, 0);
    assert_eq!(private::hidden(&split), 0);
}

/// What a part can do is as visible as the fields.
#[expect(unreachable_pub, reason = "`pub` is the point")]
mod visible {
    #[derive(own_ref::Fields)]
    #[repr(C)]
    pub struct Token {
        secret: u64,
        pub(super) open: u64,
    }

    pub fn token(
        slot: &mut own_ref::Slot<Token>,
    ) -> TokenPart<'_, own_ref::Present, own_ref::Absent> {
        slot.hole().part().set_secret(7)
    }

    pub fn secret(token: &Token) -> u64 {
        token.secret
    }
}

#[test]
fn others_fill_what_they_see() {
    let mut slot = Slot::new();
    let whole = visible::token(&mut slot).set_open(1).finish();
    assert_eq!((visible::secret(&whole), whole.open), (7, 1));
}

/// Payloads of every kind, and a sentinel in the middle.
#[derive(States)]
#[repr(u8, C)]
enum Machine<'a, T: Clone, const N: usize> {
    Idle(Idle),
    #[sentinel]
    Broken {},
    Busy(Busy<'a, T, N>),
    Nested(Nested<Box<Self>>),
}

#[derive(Fields)]
#[repr(C)]
struct Idle;

#[derive(Fields)]
#[repr(C, align(32))]
struct Busy<'a, T, const N: usize> {
    work: [T; N],
    note: Note<'a>,
}

#[derive(Fields)]
#[repr(C)]
struct Nested<M> {
    inner: M,
}

#[test]
fn machines() {
    let log = Log::default();
    let mut machine: Machine<'_, String, 1> = Machine::Idle(Idle);
    update(&mut machine, |now| match now.state() {
        MachineState::Idle(state) => {
            let part = state.clear().part::<Busy<'_, String, 1>>();
            let part = part.set_note(Note(&log, "busy"));
            part.set_work(["work".to_owned()]).finish().next()
        }
        other => panic!("{other:?}"),
    });
    assert!(matches!(&machine, Machine::Busy(busy) if busy.work[0] == "work"));
    update(&mut machine, |now| match now.state() {
        MachineState::Busy(state) => {
            let (busy, vacant) = state.take();
            let inner = Box::new(Machine::Busy(busy));
            vacant.put(Nested { inner }).next()
        }
        _ => unreachable!(),
    });
    assert!(
        matches!(&machine, Machine::Nested(nested) if matches!(*nested.inner, Machine::Busy(_)))
    );
    update(&mut machine, |now| match now.state() {
        MachineState::Nested(state) => state.clear().rest(),
        _ => unreachable!(),
    });
    assert!(matches!(machine, Machine::Broken {}));
    assert_eq!(*log.lock().unwrap(), ["busy"]);
}

impl Debug for Idle {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Idle")
    }
}
impl<T, const N: usize> Debug for Busy<'_, T, N> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Busy")
    }
}
impl<M> Debug for Nested<M> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Nested")
    }
}

#[test]
fn debug_names_what_is_there() {
    let log = Log::default();
    let mut slot = Slot::new();
    let square = slot.put(Shape::Square {
        side: 1,
        note: Note(&log, "note"),
    });
    assert_eq!(
        format!("{:?}", Own::split(square)),
        "Square { side: 1, note: note }"
    );
    let mut slot = Slot::new();
    let tuple = slot.put(Tuple(Note(&log, "a"), 1, Note(&log, "b")));
    let (_, part) = Own::part(tuple).take_1();
    assert!(format!("{part:?}").contains("absent"));
    assert_eq!(
        format!("{:?}", Own::split(part.set_1(2).finish())),
        "TupleOwn(a, 2, b)"
    );
}

/// Types that differ in lifetimes only.
#[derive(Fields)]
struct Texts<'a, 'b> {
    first: &'a str,
    second: &'b str,
    third: &'static str,
}

#[test]
fn types_that_differ_in_lifetimes_only() {
    let mut slot = Slot::<Texts<'_, '_>>::new();
    let part = slot.hole().part().set_first("1").set_second("2");
    let texts = Own::split(part.set_third("3").finish());
    assert_eq!(
        format!("{texts:?}"),
        r#"TextsOwn { first: "1", second: "2", third: "3" }"#
    );
}
