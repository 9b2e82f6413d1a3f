//! `Linear`, `Bomb`, `RoutineDrop`.

use core::panic::AssertUnwindSafe;
use leak::linear::{Bomb, Linear, drop_routinely};
use leak::{Leak, RoutineDrop};
use static_assertions::{assert_eq_size, assert_impl_all as yes, assert_not_impl_any as no};
use std::panic::catch_unwind;
use test_support::{Log, Note, panic_of, sorted};

type Neither = std::rc::Rc<u8>;

yes!(Bomb<u8>: Send, Sync, Unpin, Leak);
no!(Bomb<Neither>: Send, Sync);
no!(Bomb<core::marker::PhantomPinned>: Unpin);
no!(Bomb<u8>: Clone, Copy, Default);
yes!(Linear<u8>: Send, Sync, Unpin, Leak);
assert_eq_size!(Bomb<[u8; 3]>, [u8; 3]);
assert_eq_size!(Linear<[u8; 3]>, [u8; 3]);
leak::assert_not_leak!(Bomb<*const u8>, Linear<*const u8>);
// One type, at both of its places.
yes!(leak::async_drop::Linear<u8>: Same<Linear<u8>>);

trait Same<T> {}
impl<T> Same<T> for T {}

#[test]
fn taken_apart_nothing_is_dropped_twice() {
    let log = Log::default();
    {
        let first = Linear::new(Note(&log, "first")).into_inner();
        let second = Bomb::new(Note(&log, "second")).into_inner();
        assert!(log.lock().unwrap().is_empty());
        drop((first, second));
    }
    assert_eq!(sorted(log), ["first", "second"]);
}

#[test]
fn mapped_it_stays_linear() {
    let length = Linear::new("ann").map(str::len);
    assert_eq!(length.into_inner(), 3);
    let bomb = Bomb::new("ann").map(str::len);
    assert_eq!(*bomb, 3);
    assert_eq!(bomb.into_inner(), 3);
    Linear::new(()).end();
    Bomb::new(()).end();
}

#[test]
fn a_panic_while_mapping_drops_the_value() {
    let log = Log::default();
    let said = panic_of(|| {
        Linear::new(Note(&log, "linear"))
            .map(|note| -> u8 { panic!("{note:?}") })
            .into_inner()
    });
    assert_eq!(said, "linear");
    let said =
        panic_of(|| drop(Bomb::new(Note(&log, "bomb")).map(|note| -> u8 { panic!("{note:?}") })));
    assert_eq!(said, "bomb");
    assert_eq!(sorted(log), ["bomb", "linear"]);
}

#[test]
fn a_bomb_goes_off_and_its_value_goes() {
    let log = Log::default();
    let said = panic_of(|| drop(Bomb::new(Note(&log, "value"))));
    assert!(said.contains("`Bomb`") && said.contains("Note"), "{said}");
    assert_eq!(sorted(log), ["value"]);
}

#[test]
fn one_bomb_of_many_goes_off() {
    let log = Log::default();
    let bombs = ["a", "b", "c"].map(|name| Bomb::new(Note(&log, name)));
    assert!(catch_unwind(AssertUnwindSafe(|| drop(bombs))).is_err());
    assert_eq!(sorted(log), ["a", "b", "c"]);
}

#[test]
fn while_unwinding_a_bomb_is_quiet() {
    let log = Log::default();
    let said = panic_of(|| {
        let _bomb = Bomb::new(Note(&log, "value"));
        panic!("another");
    });
    assert_eq!(said, "another");
    assert_eq!(sorted(log), ["value"]);
}

#[test]
fn bombs_are_used_like_their_values() {
    let mut name = Bomb::new(String::from("ann"));
    name.push('a');
    assert_eq!(name.len(), 4);
    assert_eq!(format!("{name:?}"), r#"Bomb("anna")"#);
    assert_eq!(name.into_inner(), "anna");
}

/// Ends by a function of its own.
struct Transaction<'a> {
    balance: &'a mut i64,
    ends: Linear<()>,
}

impl Transaction<'_> {
    fn commit(self, balance: i64) {
        *self.balance = balance;
        self.ends.end();
    }
}

#[test]
fn a_field_makes_its_struct_linear() {
    no!(Transaction<'static>: RoutineDrop);
    let mut balance = 1;
    Transaction {
        balance: &mut balance,
        ends: Linear::new(()),
    }
    .commit(5);
    assert_eq!(balance, 5);
}

#[derive(RoutineDrop)]
#[expect(dead_code, reason = "they are dropped")]
enum Routine<'l, T: ?Sized, const N: usize> {
    Nothing,
    Tuple(Note_<'l>, [u8; N]),
    Struct { boxed: Box<T> },
}

struct Note_<'l>(#[expect(dead_code, reason = "it notes its drop")] Note<'l>);
impl RoutineDrop for Note_<'_> {}

#[test]
fn routine_drops() {
    let log = Log::default();
    drop_routinely(Routine::<str, 2>::Tuple(Note_(Note(&log, "a")), [0; 2]));
    drop_routinely(vec![
        Routine::<str, 0>::Nothing,
        Routine::Struct { boxed: "b".into() },
        Routine::Tuple(Note_(Note(&log, "c")), []),
    ]);
    assert_eq!(sorted(log), ["a", "c"]);
}
