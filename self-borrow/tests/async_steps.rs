//! Steps that await: polled by hand, dropped at every poll, failing, panicking, on other threads.
use core::cell::Cell;
use core::future::{Future, poll_fn};
use core::panic::AssertUnwindSafe;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};
use self_borrow::{Bound, Shared, family, self_borrow};
use std::panic::catch_unwind;
use std::sync::Arc;
use std::sync::Mutex;
use std::task::Wake;
use test_support::message;

/// Not ready for so many polls.
async fn wait(mut polls: usize) {
    poll_fn(|cx| {
        if polls == 0 {
            return Poll::Ready(());
        }
        polls -= 1;
        cx.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

fn poll<F: Future>(future: Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

/// The output, and after how many polls.
fn run<F: Future>(future: F) -> (F::Output, usize) {
    let mut future = pin!(future);
    let mut polls = 0;
    loop {
        polls += 1;
        if let Poll::Ready(output) = poll(future.as_mut()) {
            return (output, polls);
        }
    }
}

fn is_send<T: Send>(value: T) -> T {
    value
}

#[self_borrow]
struct Doc {
    #[lend('text)]
    text: (Box<String>, Box<Noted>),
    #[lend('words)]
    words: Box<(Vec<&'text str>, Noted)>,
    #[not_covariant]
    first: (Cell<&'words &'text str>, Noted),
    last: (&'text str, Noted),
    plain: Noted,
}

/// As `test_support::Log`, without a `'static`: the compiler forgets about it when it asks what is `Send` in an async block.
type Log = Mutex<Vec<String>>;

/// Notes its name when it is dropped.
struct Noted(Arc<Log>, String);

impl Noted {
    fn new(log: &Arc<Log>, name: &str) -> Self {
        Self(log.clone(), name.to_owned())
    }
}

impl Drop for Noted {
    fn drop(&mut self) {
        self.0.lock().unwrap().push(self.1.clone());
    }
}

/// Each step notes what it holds while it waits.
async fn build(log: Arc<Log>) -> Doc {
    let (words_log, first_log, last_log) = (log.clone(), log.clone(), log.clone());
    Doc::builder()
        .plain(Noted::new(&log, "plain"))
        .text((
            Box::new("to be".to_owned()),
            Box::new(Noted::new(&log, "text")),
        ))
        .words_async(async move |(text, note)| {
            let _held = Noted::new(&words_log, "held by words");
            wait(1).await;
            assert_eq!(note.1, "text");
            let words = text.split(' ').collect();
            wait(1).await;
            Box::new((words, Noted::new(&words_log, "words")))
        })
        .await
        .first_async(async move |_, words| {
            let _held = Noted::new(&first_log, "held by first");
            let inside = &words.0;
            wait(2).await;
            (Cell::new(&inside[0]), Noted::new(&first_log, "first"))
        })
        .await
        .last_async(async move |(text, _)| {
            let _held = Noted::new(&last_log, "held by last");
            wait(1).await;
            (&text[3..], Noted::new(&last_log, "last"))
        })
        .await
        .build()
}

const POLLS: usize = 6;

#[test]
fn a_struct_is_built_by_awaiting() {
    let log = Arc::new(Log::default());
    let (doc, polls) = run(is_send(build(log.clone())));
    assert_eq!(polls, POLLS);
    assert_eq!(doc.last().0, "be");
    doc.with(|doc| assert_eq!(*doc.first.0.get(), "to"));
    drop(doc);
    assert_eq!(log.lock().unwrap().len(), 8);
}

#[test]
fn everything_is_dropped_at_whatever_poll_the_future_is() {
    for polls in 0..POLLS {
        let log = Arc::new(Log::default());
        let mut future = Box::pin(build(log.clone()));
        for _ in 0..polls {
            assert!(poll(future.as_mut()).is_pending());
        }
        drop(future);
        let noted = log.lock().unwrap().clone();
        let place = |name| noted.iter().position(|it| *it == name);
        if polls == 0 {
            assert!(noted.is_empty(), "nothing has been made");
            continue;
        }
        let (text, plain) = (place("text"), place("plain"));
        assert!(
            text.is_some() && plain.is_some(),
            "after {polls}: {noted:?}"
        );
        let dependents = [
            "words",
            "first",
            "held by words",
            "held by first",
            "held by last",
        ];
        for dependent in dependents {
            assert!(place(dependent) < text, "after {polls}: {noted:?}");
        }
        assert!(place("first") <= place("words"), "after {polls}: {noted:?}");
        let mut once = noted.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), noted.len(), "dropped twice: {noted:?}");
    }
}

async fn check(failing: usize, step: usize) -> Result<(), usize> {
    wait(1).await;
    if step == failing { Err(step) } else { Ok(()) }
}

#[test]
fn an_async_step_that_fails_gives_the_owners_back() {
    for failing in 0..3 {
        let log = Arc::new(Log::default());
        let (words_log, first_log, last_log) = (log.clone(), log.clone(), log.clone());
        let built = async {
            let doc = Doc::builder()
                .plain(Noted::new(&log, "plain"))
                .text((
                    Box::new("to be".to_owned()),
                    Box::new(Noted::new(&log, "text")),
                ))
                .try_words_async(async move |(text, _)| {
                    let words =
                        Box::new((text.split(' ').collect(), Noted::new(&words_log, "words")));
                    check(failing, 0).await.map(|()| words)
                })
                .await?
                .try_first_async(async move |_, words| {
                    let first = (Cell::new(&words.0[0]), Noted::new(&first_log, "first"));
                    check(failing, 1).await.map(|()| first)
                })
                .await?
                .try_last_async(async move |(text, _)| {
                    let last = (&text[3..], Noted::new(&last_log, "last"));
                    check(failing, 2).await.map(|()| last)
                })
                .await?
                .build();
            Ok::<_, (_, DocOwners)>(doc)
        };
        let (built, _) = run(is_send(built));
        let Err((step, owners)) = built else {
            panic!("step {failing} fails");
        };
        assert_eq!(step, failing);
        assert_eq!(
            (owners.text.0.as_str(), owners.plain.1.as_str()),
            ("to be", "plain")
        );
        let mut noted = log.lock().unwrap().clone();
        noted.sort_unstable();
        let expected: [&[&str]; 3] = [&["words"], &["first", "words"], &["first", "last", "words"]];
        assert_eq!(noted, expected[failing]);
    }
}

#[test]
fn a_future_that_panics_is_dropped_before_the_owner() {
    let log = Arc::new(Log::default());
    let held = log.clone();
    let mut future = Box::pin(
        Doc::builder()
            .plain(Noted::new(&log, "plain"))
            .text((Box::new(String::new()), Box::new(Noted::new(&log, "text"))))
            .words_async(async move |_| {
                let _held = Noted::new(&held, "held");
                wait(1).await;
                panic!("as asked");
            }),
    );
    assert!(poll(future.as_mut()).is_pending());
    let panicked = catch_unwind(AssertUnwindSafe(|| poll(future.as_mut()).is_pending()));
    assert_eq!(message(&*panicked.unwrap_err()), "as asked");
    assert_eq!(*log.lock().unwrap(), ["held"]);
    // As any future of an `async fn`.
    let panicked = catch_unwind(AssertUnwindSafe(|| poll(future.as_mut()).is_pending()));
    assert!(panicked.is_err());
    drop(future);
    assert_eq!(*log.lock().unwrap(), ["held", "text", "plain"]);
}

#[test]
fn a_future_that_was_ready_panics_when_polled_again() {
    let mut future = pin!(Bound::<_, Words>::new_async(
        Shared("to be".to_owned()),
        async |text| text.split(' ').collect(),
        |pair| pair,
    ));
    let Poll::Ready(pair) = poll(future.as_mut()) else {
        panic!("it doesn't wait");
    };
    pair.with(|words, _| assert_eq!(words.len(), 2));
    let panicked = catch_unwind(AssertUnwindSafe(|| poll(future.as_mut()).is_pending()));
    assert_eq!(
        message(&*panicked.unwrap_err()),
        "polled after it was ready"
    );
}

family!(struct Words<'a> = Vec<&'a str>);

struct Count(core::sync::atomic::AtomicUsize);

impl Wake for Count {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, core::sync::atomic::Ordering::SeqCst);
    }
}

#[test]
fn a_future_is_polled_on_two_threads_in_turn() {
    let log = Arc::new(Log::default());
    let count = Arc::new(Count(0.into()));
    let mut future = Box::pin(is_send(build(log.clone())));
    let doc = loop {
        let waker = Waker::from(count.clone());
        let (returned, polled) = std::thread::spawn(move || {
            let polled = future.as_mut().poll(&mut Context::from_waker(&waker));
            (future, polled)
        })
        .join()
        .expect("no panic");
        future = returned;
        if let Poll::Ready(doc) = polled {
            break doc;
        }
    };
    assert_eq!(
        count.0.load(core::sync::atomic::Ordering::SeqCst),
        POLLS - 1
    );
    assert_eq!(doc.last().0, "be");
    drop(std::thread::spawn(move || drop(doc)).join());
    assert_eq!(log.lock().unwrap().len(), 8);
}

#[self_borrow]
struct Written<'s> {
    #[lend(mut 'a)]
    owner: Vec<u8>,
    dependent: &'a mut [u8],
    plain: &'s str,
}

#[test]
fn a_mutable_lend_is_held_over_an_await() {
    let key = String::from("k");
    let future = Written::builder()
        .plain(&key)
        .owner(vec![1, 2])
        .dependent_async(async |owner| {
            owner[0] += 1;
            let half = &mut owner[..1];
            wait(1).await;
            // What outlives the struct's own lifetime may be borrowed.
            half[0] += u8::try_from(key.len()).expect("short");
            half
        });
    let (built, polls) = run(future);
    let owners = built.build().into_owners();
    assert_eq!((owners.owner, owners.plain, polls), (vec![3, 2], "k", 2));
}

/// A future that is pinned for good once it was polled: it points to itself.
#[test]
fn the_future_of_a_step_stays_where_it_is() {
    let addresses = Arc::new(Mutex::new(Vec::new()));
    let noted = addresses.clone();
    let future = Bound::<_, Words>::new_async(
        Shared("to be".to_owned()),
        async move |text| {
            let local = [0_u8; 64];
            let inside = &local[3];
            for _ in 0..3 {
                noted.lock().unwrap().push((&raw const *inside).addr());
                wait(1).await;
            }
            text.split(' ').collect()
        },
        |pair| pair,
    );
    let (pair, polls) = run(future);
    assert_eq!(polls, 4);
    pair.with(|words, _| assert_eq!(words[1], "be"));
    let addresses = addresses.lock().unwrap();
    assert!(addresses.iter().all(|it| *it == addresses[0]));
}

#[test]
fn a_future_that_was_polled_once_is_forgotten() {
    let log = Arc::new(Log::default());
    let mut future = Box::pin(build(log.clone()));
    assert!(poll(future.as_mut()).is_pending());
    test_support::forget_reachable(future);
    assert!(log.lock().unwrap().is_empty());
}
