//! What the compiler makes of an `async fn`, written by hand, in safe code.
//!
//! ```text
//! cargo run -p self-borrow --example async_by_hand
//! ```
//!
//! The function is the last example of "The Inconceivable Types of Rust", which asks what types its states would have:
//!
//! ```text
//! async fn foo(mut s: String) {
//!     let r = &mut s;
//!     sub().await;
//!     let z = if true { r.as_bytes() } else { "hello".as_bytes() };
//!     sub().await;
//!     println!("{z:?}");
//!     sub().await;
//!     println!("{s}");
//! }
//! ```
//!
//! and finds these, in a language that would have them:
//!
//! ```text
//! struct State0 { s: String }
//! struct State1<'a> { s: !'a mut String, r: &'a mut String }
//! struct State2<'a> { s: !'a mut String, z: &'a [u8] }
//! struct State3 { s: String }
//!
//! enum MyFuture { Initial(State0), Await1(bind 'a in State1<'a>, SubFut), Await2(bind 'a in State2<'a>, SubFut),
//!                 Await3(State3, SubFut), Final }
//! ```
//!
//! Here they are, with their `poll`, and compared with what the compiler makes of the function: no larger, the same
//! polls, the same output and the same drops in the same order, at whatever poll it is dropped, and wherever it panics.
//!
//! # What is done in another way than in the text
//!
//! - *Names of types.* `sub()` returns a type without a name. So the future is generic in it, and in the function `sub`.
//! - *`bind 'a in State1<'a>`* is a struct of its own, which `bind!` declares, as a lifetime that is bound in a type needs a type
//!   that the library knows. What belongs to the state and isn't borrowed stands beside it.
//! - *Transitions.* The text takes `r` out of the state, which is then a `State1{s}`, transmutes that to a `State2{s}`, and
//!   puts `z` in. Between these steps the state would be lent without anything that borrows from it, and nothing on stable Rust ties a
//!   local variable `r` to it. So these steps are one call with a closure, `map_in_place`, that works for every `'a`. What it
//!   makes is that of the next state.
//! - *The first poll.* `s` stays where it is from the beginning, and not only from `State1` on: the text wants it
//!   to be in the same place in all states. That place is behind the place of `SubFut`, which is dropped first, as fields are
//!   dropped in their order. So `State0` has room for a `SubFut`, which is never filled. (The compiler moves `s`, when
//!   it is polled first: from where its arguments are to where its variables are. It has room for both, and is larger.)
//! - *`Final`* has nothing in it that could be polled, and that is checked when it is compiled. That nobody polls a future that is
//!   done isn't: `poll` takes `Pin<&mut Self>`. So it panics, as that of the compiler does.
//! - *The order of drops* is that of the fields, in each state the same, but that a field which is just being turned when its closure panics
//!   is dropped first. The compiler drops variables in reverse, and the arguments of a future that was never polled in their order. `sub` has
//!   no destructor. If it had one, it would run before that of `s` in a future that was never polled, and after it where a line between two
//!   `await`s panics: both the other way round than there.
//!
//! # What is not in this function, and would be harder
//!
//! - *Futures of several types.* Here all three have one type, so `s` is behind the same number of bytes in all states. With
//!   others, `s` would come first, to be in the same place, and be dropped first; or the field would be an enum of them, as large as the
//!   largest.
//! - *A future that borrows `s` itself*, `sub(r).await`, is what is lent, and the struct of `bind!` gives it out by `&mut`. So it must be
//!   `Unpin`, as a boxed one is (`tests/in_place_futures.rs` has such a machine): the library has no struct of which what borrows is pinned, too.
//!
//! No step of this one needs `unsafe`, and none is left out. What the library has for it: `own_ref::states::update_pin` hands out the state and leaves
//! `Final`; `turn_s` changes the type of a field where it lies, and carries the others; `self_borrow::InPlace` says how that is right
//! for what is lent.
#![forbid(unsafe_code)]

use core::future::{Future, poll_fn};
use core::mem::MaybeUninit;
use core::panic::AssertUnwindSafe;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};
use core::time::Duration;
use own_ref::states::update_pin;
use own_ref::{Fields, States};
use self_borrow::{InPlace, bind};
use std::panic::catch_unwind;
use std::sync::Mutex;

// The function, as one writes it. ------------------------------------------------------------------------------------

async fn compiled<S, F>(mut s: Text, sub: S)
where
    S: Fn(u32) -> F,
    F: Future<Output = ()>,
{
    let r = &mut s;
    sub(1).await;
    let z = if true {
        r.as_bytes()
    } else {
        "hello".as_bytes()
    };
    sub(2).await;
    note(format!("prints {z:?}"));
    sub(3).await;
    note(format!("prints {}", s.text));
}

// The same by hand. --------------------------------------------------------------------------------------------------

bind! {
    /// `r` borrows `s`.
    struct Written bind 'a { s: !'a mut Text, r: &'a mut Text }
}

bind! {
    /// `z` borrows `s`.
    struct Read bind 'a { s: !'a mut Text, z: &'a [u8] }
}

/// What the caller has given, and where the next states have their future.
#[derive(Fields)]
#[repr(C)]
struct State0<S, F> {
    room: MaybeUninit<F>,
    sub: S,
    #[pin]
    s: Text,
}

/// `sub(1).await`
#[derive(Fields)]
#[repr(C)]
struct State1<S, F> {
    #[pin]
    awaited: F,
    sub: S,
    #[pin]
    s: Written,
}

/// `sub(2).await`
#[derive(Fields)]
#[repr(C)]
struct State2<S, F> {
    #[pin]
    awaited: F,
    sub: S,
    #[pin]
    s: Read,
}

/// `sub(3).await`
#[derive(Fields)]
#[repr(C)]
struct State3<S, F> {
    #[pin]
    awaited: F,
    sub: S,
    #[pin]
    s: Text,
}

#[derive(States)]
#[repr(C, u8)]
enum MyFuture<S, F> {
    Initial(State0<S, F>),
    Await1(State1<S, F>),
    Await2(State2<S, F>),
    Await3(State3<S, F>),
    /// It has returned, or it has panicked.
    #[sentinel]
    Final,
}

/// `async fn by_hand(mut s: Text, sub: S)`
fn by_hand<S, F>(s: Text, sub: S) -> MyFuture<S, F>
where
    S: Fn(u32) -> F,
    F: Future<Output = ()>,
{
    let room = MaybeUninit::uninit();
    MyFuture::Initial(State0 { room, sub, s })
}

impl<S, F> Future for MyFuture<S, F>
where
    S: Fn(u32) -> F,
    F: Future<Output = ()>,
{
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        loop {
            // While this runs, the future is `Final`. So that is what is left if it panics.
            let poll = update_pin(self.as_mut(), |now| match now.state() {
                MyFutureState::Initial(state) => {
                    // let r = &mut s;
                    let r = Written::lend_in_place(|s| s);
                    let state = State1Part::of(state.part().drop_room().turn_s(r));
                    let awaited = (state.sub())(1);
                    state.set_awaited(awaited).finish().next().with(None)
                }
                MyFutureState::Await1(state) => {
                    let mut state = state.part();
                    match state.awaited_pin().poll(cx) {
                        Poll::Pending => state.finish().next().with(Some(Poll::Pending)),
                        Poll::Ready(()) => {
                            let z = Written::map_in_place::<Read, _, _, _>(|r, ()| {
                                if true {
                                    r.as_bytes()
                                } else {
                                    "hello".as_bytes()
                                }
                            });
                            let state = State2Part::of(state.drop_awaited().turn_s(z));
                            let awaited = (state.sub())(2);
                            state.set_awaited(awaited).finish().next().with(None)
                        }
                    }
                }
                MyFutureState::Await2(state) => {
                    let mut state = state.part();
                    match state.awaited_pin().poll(cx) {
                        Poll::Pending => state.finish().next().with(Some(Poll::Pending)),
                        Poll::Ready(()) => {
                            let end = Read::end_in_place(|z, ()| note(format!("prints {z:?}")));
                            let state = State3Part::of(state.drop_awaited().turn_s(end));
                            let awaited = (state.sub())(3);
                            state.set_awaited(awaited).finish().next().with(None)
                        }
                    }
                }
                MyFutureState::Await3(state) => {
                    let mut state = state.part();
                    match state.awaited_pin().poll(cx) {
                        Poll::Pending => state.finish().next().with(Some(Poll::Pending)),
                        Poll::Ready(()) => {
                            let state = state.drop_awaited();
                            note(format!("prints {}", state.s().text));
                            // The end of the function: what is left is dropped.
                            state.vacate().rest().with(Some(Poll::Ready(())))
                        }
                    }
                }
                MyFutureState::Final(_) => panic!("polled after it was done"),
            });
            if let Some(poll) = poll {
                return poll;
            }
        }
    }
}

// What they work with. -----------------------------------------------------------------------------------------------

/// What happened, in this order.
static NOTES: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn note(what: impl Into<String>) {
    NOTES.lock().unwrap().push(what.into());
}

fn notes() -> Vec<String> {
    core::mem::take(&mut *NOTES.lock().unwrap())
}

/// A string whose end is noted.
struct Text {
    text: String,
}

impl Text {
    fn new() -> Self {
        Self {
            text: "own".to_owned(),
        }
    }

    fn as_bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }
}

impl Drop for Text {
    fn drop(&mut self) {
        note(format!("drops the string {:?}", self.text));
    }
}

/// Notes that a future is dropped.
struct Noted(u32);

impl Drop for Noted {
    fn drop(&mut self) {
        note(format!("drops sub({})", self.0));
    }
}

/// Ready when it is polled once more.
async fn once_more() {
    let mut polled = false;
    poll_fn(|cx| {
        if core::mem::replace(&mut polled, true) {
            Poll::Ready(())
        } else {
            cx.waker().wake_by_ref();
            Poll::Pending
        }
    })
    .await;
}

/// `sub(1)` is ready at once, `sub(2)` when it is polled again, `sub(3)` after two more polls. Then `panics` says which panics.
async fn sub(number: u32, panics: u32) {
    let _noted = Noted(number);
    note(format!("begins sub({number})"));
    for _ in 0..number - 1 {
        once_more().await;
        note(format!("goes on with sub({number})"));
    }
    assert!(panics != number, "sub({number}) panics");
}

// The comparison. ----------------------------------------------------------------------------------------------------

/// Polls the future up to so many times, and drops it. What happens at each poll is noted.
fn poll_and_drop(future: impl Future<Output = ()>, polls: u32) -> Vec<String> {
    {
        let mut future = pin!(future);
        let cx = &mut Context::from_waker(Waker::noop());
        for poll in 1..=polls {
            note(format!("poll {poll}"));
            let hook = std::panic::take_hook();
            std::panic::set_hook(Box::new(|_| {})); // it is noted
            let result = catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx)));
            std::panic::set_hook(hook);
            note(match result {
                Ok(poll) => format!("{poll:?}"),
                Err(panic) => format!("panics: {}", words(&*panic)),
            });
        }
        note("is dropped");
    }
    notes()
}

/// Which panic it is. What is said of a future that is polled too often is not the same in each version of the compiler.
fn words(panic: &(dyn core::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>();
    text.map_or("polled after it was done", String::as_str)
}

/// Both, with the same arguments.
fn compare(polls: u32, panics: u32) -> Vec<String> {
    let function = move |number| sub(number, panics);
    let hand = poll_and_drop(by_hand(Text::new(), function), polls);
    let compiler = poll_and_drop(compiled(Text::new(), function), polls);
    assert_eq!(hand, compiler, "after {polls} polls, sub({panics}) panics");
    hand
}

/// A line for each poll.
fn show(title: &str, notes: &[String]) {
    println!("{title}");
    let begins = |note: &str| note.starts_with("poll ") || note == "is dropped";
    for line in notes.chunk_by(|_, next| !begins(next)) {
        println!("    {}", line.join(", "));
    }
}

/// The same as the tasks of a runtime with threads. Each may be polled by another thread each time.
fn run_on_tokio() {
    async fn sub(number: u32) {
        let _noted = Noted(number);
        note(format!("sleeps in sub({number})"));
        tokio::time::sleep(Duration::from_millis(1)).await;
    }

    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_time()
        .build()
        .expect("the runtime starts");
    let run = |task: tokio::task::JoinHandle<()>| {
        runtime.block_on(task).expect("the task doesn't panic");
        notes()
    };
    let hand = run(runtime.spawn(by_hand(Text::new(), sub)));
    let compiler = run(runtime.spawn(compiled(Text::new(), sub)));
    assert_eq!(hand, compiler);
    show("both on tokio:", &hand);

    // Cancelled by the runtime, which drops it where it is.
    let run = |task: tokio::task::JoinHandle<()>| {
        runtime.block_on(async {
            tokio::task::yield_now().await;
            task.abort();
            assert!(task.await.is_err_and(|error| error.is_cancelled()));
        });
        notes()
    };
    let never = |number| async move {
        let _noted = Noted(number);
        core::future::pending::<()>().await;
    };
    let hand = run(runtime.spawn(by_hand(Text::new(), never)));
    let compiler = run(runtime.spawn(compiled(Text::new(), never)));
    // The runtime may cancel it before it was polled, or after that.
    for notes in [hand, compiler] {
        assert_eq!(
            notes.last().map(String::as_str),
            Some("drops the string \"own\"")
        );
    }
}

fn main() {
    let hand = size_of_val(&by_hand(Text::new(), |number| sub(number, 0)));
    let compiler = size_of_val(&compiled(Text::new(), |number| sub(number, 0)));
    println!("{hand} bytes by hand, {compiler} bytes by the compiler");
    assert!(hand <= compiler);
    notes();

    // The fourth poll is ready; the fifth and sixth are too many.
    for polls in 0..=6 {
        let both = compare(polls, 0);
        show(&format!("both, dropped after {polls} polls:"), &both);
    }
    for panics in 1..=3 {
        let both = compare(6, panics);
        show(&format!("both, if sub({panics}) panics:"), &both);
    }
    run_on_tokio();
}
