//! Dependents that keep references to the owner, to siblings and to themselves, and read them in their destructors.
use core::cell::{Cell, OnceCell, RefCell};
use self_borrow::{Bound, Shared, family, self_borrow};
use std::rc::Rc;

/// Reads what it borrows when it is dropped, and writes it down.
struct Reads<'a> {
    text: Cell<&'a str>,
    sum: &'a Cell<usize>,
}

impl Drop for Reads<'_> {
    fn drop(&mut self) {
        self.sum.set(self.sum.get() * 10 + self.text.get().len());
    }
}

#[self_borrow]
struct Owned {
    #[lend('a)]
    owner: Box<(String, Cell<usize>)>,
    #[not_covariant]
    one: Reads<'a>,
    #[not_covariant]
    two: Reads<'a>,
}

fn owned() -> Owned {
    let reads = |owner: &_| {
        let (text, sum): &(String, Cell<usize>) = owner;
        (text.clone(), sum.clone())
    };
    let owner = reads(&("four".to_owned(), Cell::new(0)));
    Owned::new(
        Box::new(owner),
        |(text, sum)| Reads {
            text: Cell::new(text),
            sum,
        },
        |(text, sum)| Reads {
            text: Cell::new(&text[1..]),
            sum,
        },
    )
}

#[test]
fn destructors_read_the_owner() {
    assert_eq!(owned().into_owners().1.get(), 43);
}

#[test]
fn siblings_exchange_what_they_borrow() {
    let it = owned();
    it.with(|it| it.one.text.swap(&it.two.text));
    assert_eq!(it.into_owners().1.get(), 34);
    let mut it = owned();
    it.with_mut(|it| {
        core::mem::swap(it.one, it.two);
        it.one.text.set(&it.owner.0[2..]);
    });
    let (owner, ()) = it.unbind(|parts| drop(parts.two));
    assert_eq!(owner.1.get(), 42);
}

/// A node of a cycle: `&'b Node<'b, 'a>` can't be, as its destructor might look at it; `&'b Node<'a>` can.
struct Node<'a> {
    name: &'a str,
    seen: RefCell<Vec<&'a str>>,
}

impl Drop for Node<'_> {
    fn drop(&mut self) {
        self.seen.get_mut().push(self.name);
        assert!(self.seen.get_mut().iter().all(|it| it.is_ascii()));
    }
}

#[self_borrow]
struct Graph {
    #[lend('text)]
    text: String,
    #[lend('nodes)]
    #[not_covariant]
    nodes: Vec<Node<'text>>,
    #[not_covariant]
    edges: RefCell<Vec<(&'nodes Node<'text>, &'nodes Node<'text>)>>,
}

#[test]
fn edges_between_nodes_are_made_later() {
    let mut graph = Graph::new(
        "a b c".to_owned(),
        |text| {
            let node = |name| Node {
                name,
                seen: RefCell::default(),
            };
            text.split(' ').map(node).collect()
        },
        |_, nodes| RefCell::new(vec![(&nodes[0], &nodes[1])]),
    );
    graph.with(|graph| {
        let (first, last) = (&graph.nodes[0], &graph.nodes[2]);
        graph.edges.borrow_mut().push((last, first));
        first.seen.borrow_mut().push(last.name);
        last.seen.borrow_mut().push(graph.text);
    });
    let names = graph.with_mut(|graph| {
        graph.edges.get_mut().reverse();
        let names = graph.edges.get_mut().iter();
        names
            .map(|(from, to)| from.name.len() + to.name.len())
            .sum::<usize>()
    });
    assert_eq!(names, 4);
    assert_eq!(graph.into_owners(), "a b c");
}

/// A cycle without destructors may be: here a cell that holds a reference to a sibling in the same box.
struct Link<'b> {
    name: u8,
    next: OnceCell<&'b Link<'b>>,
}

family!(struct First<'a> = u8);

#[test]
fn a_cycle_is_made_within_one_call() {
    let links = [1, 2, 3].map(|name| Link {
        name,
        next: OnceCell::new(),
    });
    for (index, link) in links.iter().enumerate() {
        let _ = link.next.set(&links[(index + 1) % 3]);
    }
    let walk = |start: &Link<'_>| {
        start
            .next
            .get()
            .and_then(|it| it.next.get())
            .map(|it| it.name)
    };
    assert_eq!(walk(&links[1]), Some(1));
}

/// A dependent that is cloned may share a cell with its clone, in which each puts what it borrows.
#[self_borrow]
#[derive(Clone)]
struct Mailbox {
    #[lend('a)]
    owner: Rc<(String, Cell<u8>)>,
    #[not_covariant]
    mail: Rc<RefCell<Vec<&'a (String, Cell<u8>)>>>,
}

#[test]
fn clones_share_a_cell_in_which_they_leave_what_they_borrow() {
    let one = Mailbox::new(Rc::new(("text".to_owned(), Cell::new(0))), |_| {
        Rc::default()
    });
    let two = one.clone();
    one.with(|it| it.mail.borrow_mut().push(it.owner));
    two.with(|it| it.mail.borrow_mut().push(it.owner));
    drop(one);
    two.with(|it| {
        let mail = it.mail.borrow();
        mail[0].1.set(mail[1].0.len().try_into().expect("short"));
        assert_eq!(mail.len(), 2);
    });
    assert_eq!(two.with(|it| Rc::strong_count(it.mail)), 1);
    let owner = two.into_owners();
    assert_eq!((owner.1.get(), Rc::strong_count(&owner)), (4, 1));
}

/// Families of closures: a dependent may be a function of what it borrows.
#[self_borrow]
struct Called<'s> {
    #[lend('a)]
    owner: Vec<Cell<u32>>,
    call: Box<dyn Fn(u32) -> u32 + 'a>,
    log: &'s Cell<u32>,
}

#[test]
fn a_dependent_is_a_closure() {
    let log = Cell::new(0);
    let it = Called::new(
        vec![Cell::new(1), Cell::new(2)],
        |owner| {
            Box::new(move |by| {
                for it in owner {
                    it.set(it.get() + by);
                }
                owner.iter().map(Cell::get).sum()
            })
        },
        &log,
    );
    it.with(|it| it.log.set((it.call)(10)));
    assert_eq!((log.get(), it.owner()[1].get()), (23, 12));
}

#[test]
fn a_dependent_borrows_nothing_but_shares_with_the_owner() {
    let owner = Rc::new(Cell::new(1));
    let shared = owner.clone();
    family!(struct Other<'a> = Rc<Cell<i32>>);
    let pair = Bound::<_, Other>::new(Shared(owner), move |_| shared);
    pair.with(|other, seen| {
        other.set(2);
        seen.set(seen.get() + 1);
    });
    let (Shared(owner), other) = pair.unbind(|other, _| other);
    assert_eq!((owner.get(), Rc::ptr_eq(&owner, &other)), (3, true));
}

/// In a chain, each level reads the one that it borrows from when it is dropped.
struct Level<'b, T> {
    below: &'b T,
    sum: &'b dyn Fn(&T) -> usize,
    out: Rc<Cell<usize>>,
}

impl<T> Drop for Level<'_, T> {
    fn drop(&mut self) {
        self.out.set(self.out.get() * 100 + (self.sum)(self.below));
    }
}

#[self_borrow]
struct Tower {
    #[lend('a)]
    one: Box<String>,
    #[lend('b)]
    #[not_covariant]
    two: Box<Level<'a, String>>,
    #[not_covariant]
    three: Level<'b, Level<'a, String>>,
}

#[test]
fn each_level_reads_the_one_below_when_it_is_dropped() {
    let out = Rc::new(Cell::new(0));
    let tower = Tower::new(
        Box::new("seven".to_owned()),
        |below| {
            Box::new(Level {
                below,
                sum: &|text| text.len(),
                out: out.clone(),
            })
        },
        |_, below| Level {
            below,
            sum: &|level| level.below.len() * 2,
            out: out.clone(),
        },
    );
    drop(tower);
    assert_eq!(out.get(), 1005);
}
