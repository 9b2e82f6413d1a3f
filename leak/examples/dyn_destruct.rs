//! Values of different types behind one trait object, each with its own asynchronous destructor,
//! each in one allocation.
//!
//! ```text
//! cargo run -p leak --example dyn_destruct
//! ```

use core::future::Future;
use core::pin::Pin;
use leak::async_drop::{
    AsyncDestruct, AsyncDrop, PollDestruct, PollDrop, async_drop, async_drop_boxed, poll_drop,
};
use smol::channel::{Receiver, Sender};

/// What goes to the other side, last of all "flushed".
type Line = String;

/// What an application knows of its sinks. The supertrait makes them destructible without their
/// type.
trait Sink: PollDestruct + Send {
    fn write(&mut self, text: &str);
    fn pending(&self) -> usize;
}

/// The sink proper: what [`Sink`] is for each type, wherever it lies.
trait Write: AsyncDestruct {
    fn write(&mut self, text: &str);
    fn pending(&self) -> usize;
}

/// One impl for all: what is boxed is the value with room for its destructor.
impl<T: Write, D: Future<Output = ()> + Send> Sink for PollDrop<T, D> {
    fn write(&mut self, text: &str) {
        Write::write(&mut **self, text);
    }

    fn pending(&self) -> usize {
        Write::pending(&**self)
    }
}

/// Sends what it has when it is destroyed.
#[derive(AsyncDrop)]
struct Buffered {
    name: &'static str,
    lines: Vec<Line>,
    to: Sender<Line>,
}

impl AsyncDrop for Buffered {
    async fn async_drop(mut self: Pin<&mut Self>) {
        let this = &mut *self;
        for line in this.lines.drain(..) {
            // Waits: the channel has room for one.
            drop(this.to.send(line).await);
        }
        drop(this.to.send(format!("{}: flushed", this.name)).await);
    }
}

impl Write for Buffered {
    fn write(&mut self, text: &str) {
        self.lines.push(format!("{}: {text}", self.name));
    }

    fn pending(&self) -> usize {
        self.lines.len()
    }
}

/// Hands everything on to two others; its glue is that of its fields.
#[derive(AsyncDrop)]
struct Tee<A: Write, B: Write>(A, B);

impl<A: Write, B: Write> Write for Tee<A, B> {
    fn write(&mut self, text: &str) {
        self.0.write(text);
        self.1.write(text);
    }

    fn pending(&self) -> usize {
        self.0.pending() + self.1.pending()
    }
}

async fn received(lines: Receiver<Line>) -> Vec<Line> {
    let mut all = Vec::new();
    while let Ok(line) = lines.recv().await {
        all.push(line);
    }
    all
}

fn main() {
    let (to, lines) = smol::channel::bounded(1);
    let buffered = |name| Buffered {
        name,
        lines: Vec::new(),
        to: to.clone(),
    };
    let mut sinks: Vec<Box<dyn Sink>> = vec![
        Box::new(poll_drop(buffered("a"))),
        Box::new(poll_drop(Tee(
            buffered("b"),
            Tee(buffered("c"), buffered("d")),
        ))),
    ];
    for sink in &mut sinks {
        sink.write("hello");
    }
    assert_eq!(sinks.iter().map(|sink| sink.pending()).sum::<usize>(), 4);
    let sizes: Vec<_> = sinks.iter().map(|sink| size_of_val(&**sink)).collect();
    println!("bytes for values and destructors: {sizes:?}");

    // One is destroyed by itself, the others as elements of a vector.
    let first = sinks.remove(0);
    let rest: Vec<Pin<Box<dyn Sink>>> = sinks.into_iter().map(Box::into_pin).collect();
    drop(to);
    let lines = smol::block_on(async {
        let destroy = async {
            async_drop_boxed(first).await;
            async_drop(rest).await;
        };
        smol::future::zip(destroy, received(lines)).await.1
    });
    for line in &lines {
        println!("{line}");
    }
    assert_eq!(
        lines,
        [
            "a: hello",
            "a: flushed",
            "b: hello",
            "b: flushed",
            "c: hello",
            "c: flushed",
            "d: hello",
            "d: flushed",
        ]
    );
}
