//! A destructor that consumes a field: it sends on a oneshot channel, whose `send` takes `self`.
//! No `Option`, no `unsafe`.
//!
//! ```text
//! cargo run -p own-ref --example oneshot_on_drop
//! ```

use own_ref::{Own, OwnDrop, own_drop};
use tokio::sync::oneshot;

/// Tells somebody that it is gone.
#[own_drop]
struct Foo {
    name: String,
    channel: oneshot::Sender<()>,
}

#[own_drop]
impl OwnDrop for Foo {
    fn drop(this: Own<'_, Self>) {
        println!("  {} is being destroyed", this.name);
        let FooFieldsOwn { channel, name } = Own::split(this);
        // `Sender::send(self, ())`: the field is moved out of what is being destroyed.
        let received = Own::into_inner(channel).send(()).is_ok();
        println!("  told {} listener about {}", u8::from(received), *name);
    } // `name` is dropped here, as the compiler knows what is left
}

fn foo(name: &str) -> (Foo, oneshot::Receiver<()>) {
    let (channel, gone) = oneshot::channel();
    (
        Foo::from(FooFields {
            name: name.to_owned(),
            channel,
        }),
        gone,
    )
}

fn main() {
    println!("dropped by its scope:");
    let (first, mut gone) = foo("first");
    assert!(gone.try_recv().is_err());
    println!("  {} is alive", first.name);
    drop(first);
    assert_eq!(gone.try_recv(), Ok(()));

    println!("dropped by a panic:");
    let (second, mut gone) = foo("second");
    std::panic::set_hook(Box::new(|_| println!("  a panic")));
    let result = std::thread::spawn(move || {
        let _second = second;
        panic!("unwinding drops it");
    })
    .join();
    assert!(result.is_err());
    assert_eq!(gone.try_recv(), Ok(()));

    println!("nobody listens:");
    let (third, gone) = foo("third");
    drop(gone);
    drop(third);
}
