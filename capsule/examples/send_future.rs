//! Tasks of an unmodified, multi-threaded executor that hold a graph of `task::Rc`s across `.await`.
//!
//! Each task builds a ring of nodes, and walks it, a step at a time; between two steps it yields, and
//! may go on on another thread. Nothing in it is atomic, and its future is `Send`.

use capsule::task::{InCapsule, Rc, Weak};
use core::cell::{Cell, RefCell};
use core::error::Error;
use core::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::collections::HashSet;
use std::sync::Arc;
use std::thread::{self, ThreadId};

const TASKS: usize = 200;
const NODES: usize = 20;
const STEPS: usize = 100;
/// To be sure that it ends.
const MOST_STEPS: usize = 1_000_000;

struct Node {
    visits: Cell<usize>,
    next: RefCell<Weak<Node>>,
}

/// Walks a ring, and gives back who visited it how often, and on which threads.
async fn walk(moved: Arc<AtomicUsize>) -> (usize, HashSet<ThreadId>) {
    let ring: Vec<Rc<Node>> = (0..NODES)
        .map(|_| {
            Rc::new(Node {
                visits: Cell::new(0),
                next: RefCell::default(),
            })
        })
        .collect();
    for (index, node) in ring.iter().enumerate() {
        let next = Rc::downgrade(&ring[(index + 1) % NODES]);
        node.with(|node| *node.next.borrow_mut() = next);
    }

    let mut threads = HashSet::new();
    let mut at = ring[0].clone();
    let mut steps = 0;
    // At least so many, and until some task was seen on several threads.
    while steps < STEPS || (moved.load(Relaxed) == 0 && steps < MOST_STEPS) {
        steps += 1;
        threads.insert(thread::current().id());
        if threads.len() == 2 {
            moved.fetch_add(1, Relaxed);
        }
        at.with(|node| node.visits.set(node.visits.get() + 1));
        let next = at.with(|node| node.next.borrow().upgrade());
        at = next.expect("the ring is whole");
        tokio::task::yield_now().await;
    }
    let visits: usize = ring
        .iter()
        .map(|node| node.with(|node| node.visits.get()))
        .sum();
    assert_eq!(visits, steps, "every step is counted once");
    (visits, threads)
}

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(4)
        .build()?;
    let moved = Arc::new(AtomicUsize::new(0));
    let tasks: Vec<_> = (0..TASKS)
        .map(|_| runtime.spawn(InCapsule::new(walk(moved.clone()))))
        .collect();
    let (mut visits, mut several) = (0, 0);
    let mut all_threads = HashSet::new();
    for task in tasks {
        let (visited, threads) = runtime.block_on(task)?;
        visits += visited;
        several += usize::from(threads.len() > 1);
        all_threads.extend(threads);
    }
    println!(
        "{TASKS} tasks made {visits} steps on {} threads",
        all_threads.len()
    );
    println!("{several} of them were seen on several threads");
    if visits < TASKS * STEPS || several == 0 {
        return Err("no task was seen on several threads".into());
    }
    Ok(())
}
