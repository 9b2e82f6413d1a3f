//! `task::Rc`: in its task, elsewhere, and when the task is gone.

use capsule::task::{InCapsule, Rc, Weak};
use core::cell::{Cell, RefCell};
use core::future::{poll_fn, ready};
use core::pin::{Pin, pin};
use core::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use core::task::{Context, Poll, Waker};
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use test_support::panic_of;

/// Polls once.
fn poll<F: Future>(task: Pin<&mut F>) -> Poll<F::Output> {
    task.poll(&mut Context::from_waker(Waker::noop()))
}

/// Runs to the end a future that never waits for anything but to be polled again.
fn run<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    for _ in 0..1000 {
        if let Poll::Ready(result) = poll(future.as_mut()) {
            return result;
        }
    }
    panic!("it doesn't end");
}

/// Is pending once.
async fn pause() {
    let mut paused = false;
    poll_fn(|_| {
        if paused {
            return Poll::Ready(());
        }
        paused = true;
        Poll::Pending
    })
    .await;
}

/// Counts its values.
struct Counted(Arc<AtomicUsize>);

impl Counted {
    fn new(alive: &Arc<AtomicUsize>) -> Self {
        alive.fetch_add(1, SeqCst);
        Self(alive.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_sub(1, SeqCst);
    }
}

struct Node {
    _counted: Counted,
    name: &'static str,
    links: RefCell<Vec<Rc<Node>>>,
    back: RefCell<Weak<Node>>,
}

fn node(alive: &Arc<AtomicUsize>, name: &'static str) -> Rc<Node> {
    Rc::new(Node {
        _counted: Counted::new(alive),
        name,
        links: RefCell::default(),
        back: RefCell::default(),
    })
}

fn link(from: &Rc<Node>, to: &Rc<Node>) {
    from.with(|node| node.links.borrow_mut().push(to.clone()));
    to.with(|node| *node.back.borrow_mut() = Rc::downgrade(from));
}

#[test]
fn a_graph_moves_with_its_task() {
    let alive = Arc::default();
    let task = InCapsule::new({
        let alive = Arc::clone(&alive);
        async move {
            let (root, leaf) = (node(&alive, "root"), node(&alive, "leaf"));
            link(&root, &leaf);
            pause().await;
            let new = node(&alive, "new");
            link(&leaf, &new);
            pause().await;
            let back = new.with(|new| new.back.borrow().upgrade()).unwrap();
            assert!(Rc::ptr_eq(&back, &leaf));
            let back = leaf.with(|leaf| leaf.back.borrow().upgrade()).unwrap();
            back.with(|back| back.name)
        }
    });
    // Each poll on another thread.
    let mut task = Box::pin(task);
    for step in 0..3 {
        let (back, poll) = thread::spawn(move || {
            let poll = poll(task.as_mut());
            (task, poll)
        })
        .join()
        .unwrap();
        task = back;
        assert_eq!(
            poll,
            if step < 2 {
                Poll::Pending
            } else {
                Poll::Ready("root")
            }
        );
        assert_eq!(alive.load(SeqCst), [2, 3, 0][step]);
    }
}

/// Uses its pointer in its destructor.
struct Last(Rc<Node>);
impl Drop for Last {
    fn drop(&mut self) {
        self.0.clone().with(|node| assert_eq!(node.name, "node"));
    }
}

#[test]
fn a_task_that_is_dropped_midway_drops_its_values_as_their_owner() {
    let alive = Arc::default();
    let mut task = Box::pin(InCapsule::new({
        let alive = Arc::clone(&alive);
        async move {
            let node = node(&alive, "node");
            let _last = Last(node);
            pause().await;
        }
    }));
    assert_eq!(poll(task.as_mut()), Poll::Pending);
    assert_eq!(alive.load(SeqCst), 1);
    thread::spawn(move || drop(task)).join().unwrap();
    assert_eq!(alive.load(SeqCst), 0);
}

#[test]
fn elsewhere_it_panics_and_drops_later() {
    let alive = Arc::default();
    run(InCapsule::new({
        let alive = Arc::clone(&alive);
        async move {
            let shared = node(&alive, "shared");
            let (strong, weak) = (shared.clone(), Rc::downgrade(&shared));
            thread::scope(|s| {
                s.spawn(|| {
                    for message in [
                        panic_of(|| strong.clone()),
                        panic_of(|| strong.with(|node| node.name)),
                        panic_of(|| Rc::downgrade(&strong)),
                        panic_of(|| Rc::strong_count(&strong)),
                        panic_of(|| weak.upgrade()),
                        panic_of(|| weak.clone()),
                    ] {
                        assert!(message.contains("the task"), "{message}");
                    }
                    assert!(!Rc::is_here(&strong));
                    assert_eq!(format!("{:?}", Weak::<u32>::new()), "(Weak)");
                });
            });
            thread::scope(|s| {
                s.spawn(move || drop((strong, weak)));
            });
            assert_eq!((Rc::strong_count(&shared), Rc::weak_count(&shared)), (2, 1));
            pause().await;
            assert_eq!((Rc::strong_count(&shared), Rc::weak_count(&shared)), (1, 0));
            assert_eq!(alive.load(SeqCst), 1);
            thread::scope(|s| {
                s.spawn(move || drop(shared));
            });
            assert_eq!(alive.load(SeqCst), 1);
            pause().await;
            assert_eq!(alive.load(SeqCst), 0);
        }
    }));
}

#[test]
fn without_a_task_there_is_none() {
    let message = panic_of(|| Rc::new(1));
    assert!(message.contains("InCapsule"), "{message}");
}

/// A job that the first thread runs in the middle of something else, with a pointer of a task that is polled on
/// the second by then: what a check by thread would let through.
#[test]
fn a_borrowed_job_on_the_thread_that_polled_before() {
    let (job_sender, jobs) = mpsc::channel::<Box<dyn FnOnce() + Send>>();
    let (go, gone) = mpsc::channel();
    let mut task = Box::pin(InCapsule::new(async move {
        let shared = Rc::new(Cell::new(0));
        let alias = shared.clone();
        let job = move || {
            let message = panic_of(|| alias.clone());
            assert!(message.contains("the task"), "{message}");
            // Dropped while the task runs elsewhere.
        };
        job_sender.send(Box::new(job)).unwrap();
        pause().await;
        // On the second thread.
        go.send(()).unwrap();
        for _ in 0..100 {
            shared.clone().with(|cell| cell.set(cell.get() + 1));
        }
        pause().await;
        shared.with(Cell::get)
    }));
    assert_eq!(poll(task.as_mut()), Poll::Pending);
    let second = thread::spawn(move || {
        assert_eq!(poll(task.as_mut()), Poll::Pending);
        task
    });
    gone.recv().unwrap();
    jobs.recv().unwrap()();
    let mut task = second.join().unwrap();
    assert_eq!(poll(task.as_mut()), Poll::Ready(100));
}

/// A job of a scope runs beside the poll that waits for it.
#[test]
fn a_scoped_job_beside_the_poll() {
    run(InCapsule::new(async {
        let shared = Rc::new(Mutex::new(1));
        for _ in 0..3 {
            thread::scope(|s| {
                s.spawn(|| {
                    // `Deref`: a mutex is `Sync`.
                    *shared.lock().unwrap() += 1;
                    panic_of(|| shared.clone());
                });
                let alias = shared.clone();
                *alias.lock().unwrap() += 1;
            });
            pause().await;
        }
        assert_eq!(*shared.lock().unwrap(), 7);
        assert_eq!(Rc::strong_count(&shared), 1);
    }));
}

#[test]
fn values_outlive_their_task() {
    let alive = Arc::default();
    let root = run(InCapsule::new({
        let alive = Arc::clone(&alive);
        async move {
            let (root, leaf) = (node(&alive, "root"), node(&alive, "leaf"));
            link(&root, &leaf);
            root
        }
    }));
    assert_eq!(alive.load(SeqCst), 2);
    let message = panic_of(|| root.clone());
    assert!(message.contains("the task"), "{message}");
    // Nobody is the owner any more: the last one drops, wherever it is.
    thread::spawn(move || drop(root)).join().unwrap();
    assert_eq!(alive.load(SeqCst), 0);
}

#[test]
fn orphans_are_dropped_by_many_threads() {
    let alive = Arc::default();
    let clones = if cfg!(miri) { 8 } else { 64 };
    let handed_out = run(InCapsule::new({
        let alive = Arc::clone(&alive);
        async move {
            let shared = Rc::new(Counted::new(&alive));
            let weak = Rc::downgrade(&shared);
            let mut all: Vec<_> = (0..clones)
                .map(|_| (shared.clone(), weak.clone()))
                .collect();
            all.push((shared, weak));
            all
        }
    }));
    thread::scope(|s| {
        for (strong, weak) in handed_out {
            s.spawn(move || {
                drop(weak);
                drop(strong);
            });
        }
    });
    assert_eq!(alive.load(SeqCst), 0);
}

#[test]
fn dropping_races_with_the_end_of_the_task() {
    let rounds = if cfg!(miri) { 5 } else { 200 };
    for _ in 0..rounds {
        let alive = Arc::default();
        let (sender, receiver) = mpsc::channel();
        let mut task = Box::pin(InCapsule::new({
            let alive = Arc::clone(&alive);
            async move {
                let shared = Rc::new(Counted::new(&alive));
                for _ in 0..4 {
                    sender
                        .send((shared.clone(), Rc::downgrade(&shared)))
                        .unwrap();
                }
                drop(sender);
                pause().await;
            }
        }));
        assert_eq!(poll(task.as_mut()), Poll::Pending);
        thread::scope(|s| {
            for pair in receiver {
                s.spawn(move || drop(pair));
            }
            drop(task);
        });
        assert_eq!(alive.load(SeqCst), 0);
    }
}

#[test]
fn the_values_of_an_inner_task_become_those_of_the_outer() {
    let alive = Arc::default();
    run(InCapsule::new({
        let alive = Arc::clone(&alive);
        async move {
            let outer = node(&alive, "outer");
            let inner = InCapsule::new({
                let alive = Arc::clone(&alive);
                async move {
                    let innermost = InCapsule::new({
                        let alive = Arc::clone(&alive);
                        async move { node(&alive, "innermost") }
                    })
                    .await;
                    pause().await;
                    let inner = node(&alive, "inner");
                    link(&innermost, &inner);
                    inner
                }
            })
            .await;
            // The way back to `innermost` is gone with its last pointer.
            assert!(inner.with(|inner| inner.back.borrow().upgrade()).is_none());
            link(&outer, &inner);
            link(&inner.clone(), &node(&alive, "leaf"));
            assert_eq!(alive.load(SeqCst), 3);
            // Dropped elsewhere: the outer owner settles it.
            let alias = inner.clone();
            thread::scope(|s| {
                s.spawn(move || drop(alias));
            });
            pause().await;
            assert_eq!(Rc::strong_count(&inner), 2);
        }
    }));
    assert_eq!(alive.load(SeqCst), 0);
}

#[test]
fn while_an_inner_task_runs_the_outer_pointers_are_elsewhere() {
    run(InCapsule::new(async {
        let outer = Rc::new(Cell::new(1));
        let alias = outer.clone();
        InCapsule::new(async move {
            let message = panic_of(|| alias.clone());
            assert!(message.contains("the task"), "{message}");
            // Noted for the outer one.
            drop(alias);
        })
        .await;
        pause().await;
        assert_eq!(Rc::strong_count(&outer), 1);
    }));
}

#[test]
fn an_inner_task_that_is_dropped_midway() {
    let alive = Arc::default();
    let (sender, receiver) = mpsc::channel();
    run(InCapsule::new({
        let alive = Arc::clone(&alive);
        async move {
            let mut inner = Box::pin(InCapsule::new({
                let alive = Arc::clone(&alive);
                async move {
                    sender.send(node(&alive, "sent")).unwrap();
                    let _kept = node(&alive, "kept");
                    pause().await;
                }
            }));
            assert_eq!(poll(inner.as_mut()), Poll::Pending);
            let sent = receiver.recv().unwrap();
            assert!(!Rc::is_here(&sent));
            drop(inner);
            // Ours now.
            assert_eq!(sent.clone().with(|node| node.name), "sent");
            assert_eq!(alive.load(SeqCst), 1);
        }
    }));
    assert_eq!(alive.load(SeqCst), 0);
}

#[test]
fn a_panic_while_it_is_polled() {
    let alive = Arc::default();
    let (sender, receiver) = mpsc::channel();
    let mut task = Box::pin(InCapsule::new({
        let alive = Arc::clone(&alive);
        async move {
            let shared = node(&alive, "shared");
            sender.send(shared.clone()).unwrap();
            pause().await;
            panic!("midway");
        }
    }));
    assert_eq!(poll(task.as_mut()), Poll::Pending);
    assert_eq!(panic_of(|| poll(task.as_mut())), "midway");
    // Nobody is running any more.
    let message = panic_of(|| Rc::new(1));
    assert!(message.contains("InCapsule"), "{message}");
    let shared = receiver.recv().unwrap();
    assert!(!Rc::is_here(&shared));
    drop(task);
    assert_eq!(alive.load(SeqCst), 1);
    drop(shared);
    assert_eq!(alive.load(SeqCst), 0);
}

#[test]
fn panicking_destructors_skip_nothing() {
    struct Bomb(Arc<AtomicUsize>);
    impl Drop for Bomb {
        fn drop(&mut self) {
            self.0.fetch_add(1, SeqCst);
            panic!("bomb");
        }
    }
    let dropped = Arc::new(AtomicUsize::new(0));
    // Settled by the owner, in a poll.
    let mut task = Box::pin(InCapsule::new({
        let dropped = Arc::clone(&dropped);
        async move {
            let other = Arc::new(AtomicUsize::new(0));
            let (bomb, node) = (Rc::new(Bomb(dropped)), node(&other, "node"));
            thread::scope(|s| {
                s.spawn(move || drop(bomb));
            });
            thread::scope(|s| {
                s.spawn(move || drop(node));
            });
            pause().await;
            assert_eq!(other.load(SeqCst), 0);
        }
    }));
    assert_eq!(poll(task.as_mut()), Poll::Pending);
    assert_eq!(panic_of(|| poll(task.as_mut())), "bomb");
    assert_eq!(poll(task.as_mut()), Poll::Ready(()));
    assert_eq!(dropped.load(SeqCst), 1);

    // With the future.
    let mut task = Box::pin(InCapsule::new({
        let dropped = Arc::clone(&dropped);
        async move {
            let _bomb = Rc::new(Bomb(dropped));
            pause().await;
        }
    }));
    assert_eq!(poll(task.as_mut()), Poll::Pending);
    assert_eq!(panic_of(|| drop(task)), "bomb");
    assert_eq!(dropped.load(SeqCst), 2);

    // By whoever is the last, when the task is gone.
    let bomb = run(InCapsule::lazy(|| {
        ready(Rc::new(Bomb(Arc::clone(&dropped))))
    }));
    assert_eq!(panic_of(|| drop(bomb)), "bomb");
    assert_eq!(dropped.load(SeqCst), 3);
}

#[test]
fn a_panic_in_the_closure_that_makes_the_future() {
    let alive = Arc::default();
    let mut kept = None;
    let message = panic_of(|| {
        InCapsule::lazy(|| -> core::future::Ready<()> {
            kept = Some(node(&alive, "kept"));
            panic!("while it is made")
        })
    });
    assert_eq!(message, "while it is made");
    assert_eq!(alive.load(SeqCst), 1);
    drop(kept);
    assert_eq!(alive.load(SeqCst), 0);
}

#[test]
fn unique_values() {
    run(InCapsule::new(async {
        let mut shared = Rc::new(String::from("a"));
        Rc::get_mut(&mut shared).unwrap().push('b');
        let alias = shared.clone();
        assert!(Rc::get_mut(&mut shared).is_none());
        let shared = Rc::try_unwrap(shared).unwrap_err();
        drop(alias);
        let weak = Rc::downgrade(&shared);
        assert_eq!(Rc::try_unwrap(shared).unwrap(), "ab");
        assert!(weak.upgrade().is_none());
        assert!(weak.ptr_eq(&weak.clone()));
    }));
}

#[test]
fn a_finished_task_is_not_polled_again() {
    let mut task = Box::pin(InCapsule::new(poll_fn(|_| Poll::Ready(()))));
    assert_eq!(poll(task.as_mut()), Poll::Ready(()));
    let message = panic_of(|| poll(task.as_mut()));
    assert!(message.contains("again"), "{message}");
}

#[test]
fn everything_is_send_and_sync() {
    fn check<T: Send + Sync>(_: &T) {}
    fn send<T: Send>(_: &T) {}
    let task = InCapsule::new(async {
        let shared = Rc::new(Cell::new(1));
        let weak = Rc::downgrade(&shared);
        check(&shared);
        check(&weak);
        pause().await;
    });
    send(&task);
    run(task);
}
