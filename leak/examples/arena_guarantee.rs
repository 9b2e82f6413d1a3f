//! Leaks end where allocation is borrowed: a graph with cycles whose nodes hold leases. In an arena, each lease
//! is given back, whatever was forgotten.
//!
//! ```text
//! cargo run -p leak --features bumpalo --example arena_guarantee
//! ```
#![forbid(unsafe_code)]
#![expect(clippy::mem_forget, reason = "what happens then is the point")]

use core::cell::{Cell, RefCell};
use core::panic::AssertUnwindSafe;
use leak::arena::{self, Arena};
use std::panic::catch_unwind;

/// A few things that are lent, on this stack.
#[derive(Default)]
struct Pool {
    lent: Cell<u32>,
}

impl Pool {
    fn lease(&self) -> Lease<'_> {
        self.lent.set(self.lent.get() + 1);
        Lease(self)
    }
}

struct Lease<'env>(&'env Pool);

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        self.0.lent.set(self.0.lent.get() - 1);
    }
}

/// The same graph on std's heap, where a cycle is a leak.
mod of_std {
    use super::{Lease, Pool};
    use core::cell::RefCell;
    use std::rc::Rc;

    struct Node<'env> {
        next: RefCell<Option<Rc<Node<'env>>>>,
        #[expect(dead_code, reason = "given back when it is dropped")]
        lease: Lease<'env>,
    }

    pub(super) fn ring(pool: &Pool, size: usize) {
        let node = || {
            Rc::new(Node {
                next: RefCell::default(),
                lease: pool.lease(),
            })
        };
        let first = node();
        let mut last = Rc::clone(&first);
        for _ in 1..size {
            let new = node();
            last.next.replace(Some(Rc::clone(&new)));
            last = new;
        }
        last.next.replace(Some(first));
    }
}

type Rc<'a, 'env> = arena::Rc<'a, Node<'a, 'env>>;

struct Node<'a, 'env> {
    name: usize,
    neighbours: RefCell<Vec<Rc<'a, 'env>>>,
    /// Borrowed from another allocation of the arena, for as long as that lasts.
    title: &'a str,
    goodbye: &'env RefCell<Vec<String>>,
    _lease: Lease<'env>,
}

impl Drop for Node<'_, '_> {
    /// Looks at the neighbours, of which some are gone.
    fn drop(&mut self) {
        let there: Vec<_> = (self.neighbours.get_mut().iter())
            .filter_map(|neighbour| neighbour.try_with(|neighbour| neighbour.name))
            .collect();
        let said = format!("{} {} to {there:?}", self.title, self.name);
        self.goodbye.borrow_mut().push(said);
    }
}

/// Everybody knows everybody, themselves too.
fn village<'a, 'env>(
    arena: &'a Arena<'a, 'env>,
    pool: &'env Pool,
    goodbye: &'env RefCell<Vec<String>>,
) -> Vec<Rc<'a, 'env>> {
    let title: &str = arena::Boxed::leak(arena.boxed(String::from("node")));
    let nodes: Vec<_> = (0..4)
        .map(|name| {
            arena.rc(Node {
                name,
                neighbours: RefCell::default(),
                title,
                goodbye,
                _lease: pool.lease(),
            })
        })
        .collect();
    for node in &nodes {
        node.with(|node| node.neighbours.borrow_mut().extend(nodes.iter().cloned()));
    }
    nodes
}

fn main() {
    let (pool, goodbye) = (Pool::default(), RefCell::default());

    println!("a ring of std's `Rc`:");
    of_std::ring(&pool, 4);
    println!("  {} leases are lost", pool.lent.take());

    println!("cycles in an arena:");
    arena::scope(|arena| {
        let nodes = village(arena, &pool, &goodbye);
        println!(
            "  {} leases, {} handles to each node",
            pool.lent.get(),
            nodes[0].strong_count()
        );
        core::mem::forget(arena.boxed(pool.lease()));
        core::mem::forget(nodes); // the `Vec` is leaked, what it points to isn't
    });
    for said in goodbye.borrow_mut().drain(..) {
        println!("  {said}");
    }
    println!("  {} leases are lost", pool.lent.get());
    assert_eq!(pool.lent.get(), 0);

    println!("left by a panic:");
    std::panic::set_hook(Box::new(|panic| println!("  {panic}")));
    let result = catch_unwind(AssertUnwindSafe(|| {
        arena::scope(|arena| {
            let nodes = village(arena, &pool, &goodbye);
            nodes[0].with(|first| panic!("while node {} is looked at", first.name));
        });
    }));
    assert!(result.is_err());
    assert_eq!(pool.lent.get(), 0);
    assert_eq!(goodbye.take().len(), 4);
    println!("  {} leases are lost", pool.lent.get());

    println!("given back early, and moved out:");
    let lease = arena::scope(|arena| {
        let [dropped, moved] = [pool.lease(), pool.lease()].map(|lease| arena.boxed(lease));
        drop(dropped);
        assert_eq!(pool.lent.get(), 1);
        arena::Boxed::into_inner(moved)
    });
    assert_eq!(pool.lent.get(), 1);
    drop(lease);
    assert_eq!(pool.lent.get(), 0);

    println!("all as it should be");
}
