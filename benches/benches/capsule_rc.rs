//! Reference counting in a region, in a task, by a token, beside others.

use benches::{COUNT, GRAPH, LIST, MEASURE, WARM_UP};
use capsule::task::InCapsule;
use capsule::{Cell, Rc, Weak, task, token};
use core::cell::RefCell;
use core::hint::black_box;
use core::pin::pin;
use core::task::{Context, Poll, Waker};
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, criterion_group, criterion_main};
use ghost_cell::{GhostCell, GhostToken};
use sendable::SendRc;
use static_rc::StaticRc;
use std::collections::LinkedList;
use std::rc::{Rc as StdRc, Weak as StdWeak};
use std::sync::{Arc, Mutex, Weak as ArcWeak};

type Group<'a> = BenchmarkGroup<'a, WallTime>;

fn bench<R>(group: &mut Group<'_>, name: &str, size: usize, mut work: impl FnMut() -> R) {
    group.bench_function(BenchmarkId::new(name, size), |b| b.iter(&mut work));
}

/// Runs a closure as a task.
fn as_a_task<R>(f: impl FnOnce() -> R) -> R {
    let task = pin!(InCapsule::new(async { f() }));
    match task.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => unreachable!("it waits for nothing"),
    }
}

fn values(size: usize) -> impl Iterator<Item = u64> {
    (0..size as u64).map(black_box)
}

/// A call for all contestants: else it is one for those only that the compiler doesn't inline.
#[inline(never)]
fn clone_all<P: Clone>(pointers: &[P]) {
    for pointer in pointers {
        drop(black_box(black_box(pointer).clone()));
    }
}

/// The same, by a token.
#[inline(never)]
fn duplicate_all<'t>(pointers: &[token::Rc<'t, u64>], token: &mut token::Token<'t>) {
    for pointer in pointers {
        black_box(black_box(pointer).dup(token)).free(token);
    }
}

fn counting(c: &mut Criterion) {
    let mut group = c.benchmark_group(COUNT.group);
    let [std, region, tasks, tokens, sendable, arc] =
        *COUNT.columns.as_array().expect("a name for each");
    for &size in COUNT.sizes {
        let all: Vec<_> = values(size).map(StdRc::new).collect();
        bench(&mut group, std, size, || clone_all(&all));
        capsule::region(|b, _| {
            let all: Vec<_> = values(size).map(|value| Rc::new(b, value)).collect();
            bench(&mut group, region, size, || clone_all(&all));
        });
        as_a_task(|| {
            let all: Vec<_> = values(size).map(task::Rc::new).collect();
            bench(&mut group, tasks, size, || clone_all(&all));
        });
        token!(t);
        let all: Vec<_> = values(size)
            .map(|value| token::Rc::new(&t, value))
            .collect();
        bench(&mut group, tokens, size, || duplicate_all(&all, &mut t));
        let all: Vec<_> = values(size).map(SendRc::new).collect();
        bench(&mut group, sendable, size, || clone_all(&all));
        let all: Vec<_> = values(size).map(Arc::new).collect();
        bench(&mut group, arc, size, || clone_all(&all));
    }
}

/// A tree with links back: built, walked twice, dropped.
macro_rules! graph {
    ($size:expr, $new:expr, $link:expr, $parent:expr) => {{
        let nodes: Vec<_> = values($size).map($new).collect();
        for index in 1..nodes.len() {
            $link(&nodes[(index - 1) / 2], &nodes[index]);
        }
        let mut sum = 0;
        for _ in 0..2 {
            for node in &nodes {
                sum += $parent(node);
            }
        }
        black_box(sum)
    }};
}

mod with_ref_cell {
    use super::{RefCell, StdRc, StdWeak};

    pub(super) struct Node {
        pub(super) value: u64,
        pub(super) children: RefCell<Vec<StdRc<Node>>>,
        pub(super) parent: RefCell<StdWeak<Node>>,
    }
}

mod in_a_region {
    use super::{Cell, Rc, Weak};

    pub(super) struct Node<'b> {
        pub(super) value: u64,
        pub(super) children: Cell<'b, Vec<Rc<'b, Node<'b>>>>,
        pub(super) parent: Cell<'b, Weak<'b, Node<'b>>>,
    }
}

mod in_a_task {
    use super::{RefCell, task};

    pub(super) struct Node {
        pub(super) value: u64,
        pub(super) children: RefCell<Vec<task::Rc<Node>>>,
        pub(super) parent: RefCell<task::Weak<Node>>,
    }
}

mod with_mutex {
    use super::{Arc, ArcWeak, Mutex};

    pub(super) struct Node {
        pub(super) value: u64,
        pub(super) children: Mutex<Vec<Arc<Node>>>,
        pub(super) parent: Mutex<ArcWeak<Node>>,
    }
}

fn graphs(c: &mut Criterion) {
    let mut group = c.benchmark_group(GRAPH.group);
    let [std, region, tasks, arc] = *GRAPH.columns.as_array().expect("a name for each");
    for &size in GRAPH.sizes {
        bench(&mut group, std, size, || {
            use with_ref_cell::Node;
            graph!(
                size,
                |value| StdRc::new(Node {
                    value,
                    children: RefCell::default(),
                    parent: RefCell::default(),
                }),
                |parent: &StdRc<Node>, child: &StdRc<Node>| {
                    parent.children.borrow_mut().push(child.clone());
                    *child.parent.borrow_mut() = StdRc::downgrade(parent);
                },
                |node: &StdRc<Node>| node
                    .parent
                    .borrow()
                    .upgrade()
                    .map_or(0, |parent| parent.value)
            )
        });
        bench(&mut group, region, size, || {
            use in_a_region::Node;
            capsule::region(|b, token| {
                graph!(
                    size,
                    |value| Rc::new(
                        b,
                        Node {
                            value,
                            children: Cell::default(),
                            parent: Cell::default(),
                        }
                    ),
                    |parent, child| link(token, parent, child),
                    |node| parent_of(token, node)
                )
            })
        });
        bench(&mut group, tasks, size, || {
            use in_a_task::Node;
            as_a_task(|| {
                graph!(
                    size,
                    |value| task::Rc::new(Node {
                        value,
                        children: RefCell::default(),
                        parent: RefCell::default(),
                    }),
                    |parent: &task::Rc<Node>, child: &task::Rc<Node>| {
                        parent.with(|node| node.children.borrow_mut().push(child.clone()));
                        child.with(|node| *node.parent.borrow_mut() = task::Rc::downgrade(parent));
                    },
                    |node: &task::Rc<Node>| {
                        let parent = node.with(|node| node.parent.borrow().upgrade());
                        parent.map_or(0, |parent| parent.with(|parent| parent.value))
                    }
                )
            })
        });
        bench(&mut group, arc, size, || {
            use with_mutex::Node;
            graph!(
                size,
                |value| Arc::new(Node {
                    value,
                    children: Mutex::default(),
                    parent: Mutex::default(),
                }),
                |parent: &Arc<Node>, child: &Arc<Node>| {
                    parent.children.lock().unwrap().push(child.clone());
                    *child.parent.lock().unwrap() = Arc::downgrade(parent);
                },
                |node: &Arc<Node>| {
                    let parent = node.parent.lock().unwrap().upgrade();
                    parent.map_or(0, |parent| parent.value)
                }
            )
        });
    }
}

type RegionNode<'b> = Rc<'b, in_a_region::Node<'b>>;

fn link<'b>(token: &mut GhostToken<'b>, parent: &RegionNode<'b>, child: &RegionNode<'b>) {
    parent.children.borrow_mut(token).push(child.clone());
    *child.parent.borrow_mut(token) = Rc::downgrade(parent);
}

fn parent_of<'b>(token: &GhostToken<'b>, node: &RegionNode<'b>) -> u64 {
    let parent = node.parent.borrow(token).upgrade();
    parent.map_or(0, |parent| parent.value)
}

struct StdLink {
    value: u64,
    next: RefCell<Option<StdRc<StdLink>>>,
    back: RefCell<StdWeak<StdLink>>,
}

fn std_list(size: usize) -> u64 {
    let new = |value| {
        StdRc::new(StdLink {
            value,
            next: RefCell::default(),
            back: RefCell::default(),
        })
    };
    let first = new(0);
    let mut last = first.clone();
    for value in values(size - 1) {
        let next = new(value);
        *next.back.borrow_mut() = StdRc::downgrade(&last);
        *last.next.borrow_mut() = Some(next.clone());
        last = next;
    }
    let mut sum = 0;
    let mut at = Some(first.clone());
    while let Some(node) = at {
        sum += node.value;
        let next = node.next.borrow().clone();
        at = next;
    }
    let mut at = Some(last);
    while let Some(node) = at {
        sum += node.value;
        at = node.back.borrow().upgrade();
    }
    let mut at = Some(first);
    while let Some(node) = at {
        at = node.next.borrow_mut().take();
    }
    sum
}

struct Link<'b> {
    value: u64,
    next: Cell<'b, Option<Rc<'b, Link<'b>>>>,
    back: Cell<'b, Weak<'b, Link<'b>>>,
}

fn region_list(size: usize) -> u64 {
    fn within<'b>(b: capsule::Brand<'b>, token: &mut GhostToken<'b>, size: usize) -> u64 {
        let new = |value| {
            Rc::new(
                b,
                Link {
                    value,
                    next: Cell::default(),
                    back: Cell::default(),
                },
            )
        };
        let first = new(0);
        let mut last = first.clone();
        for value in values(size - 1) {
            let next = new(value);
            *next.back.borrow_mut(token) = Rc::downgrade(&last);
            *last.next.borrow_mut(token) = Some(next.clone());
            last = next;
        }
        let mut sum = 0;
        let mut at = Some(first.clone());
        while let Some(node) = at {
            sum += node.value;
            let next = node.next.borrow(token).clone();
            at = next;
        }
        let mut at = Some(last);
        while let Some(node) = at {
            sum += node.value;
            at = node.back.borrow(token).upgrade();
        }
        let mut at = Some(first);
        while let Some(node) = at {
            at = node.next.borrow_mut(token).take();
        }
        sum
    }
    capsule::region(|b, token| within(b, token, size))
}

type Half<T> = StaticRc<T, 1, 2>;
type Whole<T> = StaticRc<T, 2, 2>;
type GhostLink<'b> = Half<GhostCell<'b, Ghost<'b>>>;

struct Ghost<'b> {
    value: u64,
    next: Option<GhostLink<'b>>,
    back: Option<GhostLink<'b>>,
}

fn ghost_list(size: usize) -> u64 {
    GhostToken::new(|mut token| {
        fn new<'b>(value: u64) -> (GhostLink<'b>, GhostLink<'b>) {
            let node = Ghost {
                value,
                next: None,
                back: None,
            };
            StaticRc::split::<1, 1>(Whole::new(GhostCell::new(node)))
        }
        let (first, mut last) = new(0);
        // The first half of the first node is the list's; so is the second half of the last.
        for value in values(size - 1) {
            let (one, other) = new(value);
            // The old end goes behind the new one.
            let back = core::mem::replace(&mut last, other);
            back.borrow_mut(&mut token).next = Some(one);
            last.borrow_mut(&mut token).back = Some(back);
        }
        let mut sum = 0;
        let mut at = Some(&first);
        while let Some(node) = at {
            let node = node.borrow(&token);
            sum += node.value;
            at = node.next.as_ref();
        }
        let mut at = Some(&last);
        while let Some(node) = at {
            let node = node.borrow(&token);
            sum += node.value;
            at = node.back.as_ref();
        }
        // Taken apart from the front: both halves of a node are put together to be dropped.
        let mut at = Some(first);
        while let Some(node) = at {
            let next = node.borrow_mut(&mut token).next.take();
            let Some(next) = next else {
                drop(Whole::join::<1, 1>(node, last));
                break;
            };
            let other = next.borrow_mut(&mut token).back.take();
            drop(Whole::join::<1, 1>(node, other.expect("the other half")));
            at = Some(next);
        }
        sum
    })
}

fn linked_list(size: usize) -> u64 {
    let list: LinkedList<u64> = values(size).collect();
    list.iter().sum::<u64>() + list.iter().rev().sum::<u64>()
}

fn lists(c: &mut Criterion) {
    let mut group = c.benchmark_group(LIST.group);
    let [std, region, ghost, linked] = *LIST.columns.as_array().expect("a name for each");
    for &size in LIST.sizes {
        bench(&mut group, std, size, || std_list(size));
        bench(&mut group, region, size, || region_list(size));
        bench(&mut group, ghost, size, || ghost_list(size));
        bench(&mut group, linked, size, || linked_list(size));
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(WARM_UP).measurement_time(MEASURE);
    targets = counting, graphs, lists
}
criterion_main!(benches);
