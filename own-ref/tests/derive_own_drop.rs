//! `#[own_drop]`: destructors that consume their fields.

use core::fmt::Debug;
use own_ref::{Own, OwnDrop, own_drop};
use test_support::{Log, Note, panic_of, sorted};
use tokio::sync::oneshot;

/// The example of the text.
#[own_drop]
#[derive(Debug)]
struct Foo {
    channel: oneshot::Sender<()>,
    name: String,
}

#[own_drop]
impl OwnDrop for Foo {
    fn drop(this: Own<'_, Self>) {
        let FooFieldsOwn { channel, .. } = Own::split(this);
        let _ = Own::into_inner(channel).send(());
    }
}

fn foo() -> (Foo, oneshot::Receiver<()>) {
    let (channel, receiver) = oneshot::channel();
    let name = "foo".to_owned();
    (Foo::from(FooFields { channel, name }), receiver)
}

#[test]
fn it_sends_when_it_is_dropped() {
    let (mut foo, mut receiver) = foo();
    assert_eq!(foo.name, "foo");
    foo.name.push('!');
    assert!(format!("{foo:?}").contains("foo!"));
    assert!(receiver.try_recv().is_err());
    drop(foo);
    assert_eq!(receiver.try_recv(), Ok(()));
}

#[test]
fn it_sends_when_a_panic_drops_it() {
    let (foo, mut receiver) = foo();
    let message = panic_of(move || {
        let _foo = foo;
        panic!("unwinding");
    });
    assert_eq!(message, "unwinding");
    assert_eq!(receiver.try_recv(), Ok(()));
}

#[test]
fn fields_that_are_taken_out_have_no_destructor() {
    let (foo, mut receiver) = foo();
    let FooFields { channel, name } = Foo::into_fields(foo);
    assert!(receiver.try_recv().is_err());
    assert_eq!((name.as_str(), channel.send(())), ("foo", Ok(())));
}

/// With everything that a struct can have, and a name of its own for the fields.
#[own_drop(fields = PairParts)]
#[derive(own_ref::Fields)]
struct Pair<'a, T: Debug, const N: usize = 2>(Note<'a>, [T; N])
where
    T: Clone;

#[own_drop(fields = PairParts)]
impl<T: Debug, const N: usize> OwnDrop for Pair<'_, T, N>
where
    T: Clone,
{
    fn drop(this: Own<'_, Self>) {
        let (note, rest) = Own::part(this).take_0();
        assert_eq!(rest.get_1().len(), N);
        note.0.lock().unwrap().push("in the destructor");
        drop(rest);
    }
}

#[test]
fn generics_and_tuples() {
    let log = Log::default();
    let pair: Pair<'_, u8> = PairParts(Note(&log, "note"), [1, 2]).into();
    assert_eq!(pair.1, [1, 2]);
    drop(pair);
    assert_eq!(*log.lock().unwrap(), ["in the destructor", "note"]);
    let pair: Pair<'_, u8> = PairParts(Note(&log, "again"), [3, 4]).into();
    let PairParts(again, _) = Pair::into_fields(pair);
    drop(again);
    assert_eq!(sorted(log), ["again", "in the destructor", "note"]);
}

/// A panic in the destructor drops what is left.
#[own_drop]
struct Panics<'a> {
    first: Note<'a>,
    second: Note<'a>,
}

#[own_drop]
impl OwnDrop for Panics<'_> {
    fn drop(this: Own<'_, Self>) {
        let PanicsFieldsOwn { first, second } = Own::split(this);
        drop(first);
        assert!(second.1.is_empty(), "halfway");
    }
}

#[test]
fn a_panic_in_the_destructor_drops_the_rest() {
    let log = Log::default();
    let both = Panics::from(PanicsFields {
        first: Note(&log, "first"),
        second: Note(&log, "second"),
    });
    assert_eq!(panic_of(|| drop(both)), "halfway");
    assert_eq!(*log.lock().unwrap(), ["first", "second"]);
}
