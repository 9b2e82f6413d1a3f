//! The doubly-linked list of "Natural aliasing model", in its two modes.
//!
//! > regard list nodes in two different modes: as a singly-linked list node, with next pointer resembling a `Box`,
//! > and as a doubly-linked list node with next and previous pointers as arbitrary aliasing mutable borrows
//!
//! The first mode is a tree of owners: it has no aliases, so it needs no brand, and may leave any region. The
//! second is for working on it: from both ends, in the middle, across capsules.

use capsule::{Brand, Capsule, CapsuleSend, Cell, Family, GhostToken, Plain, Rc, Weak};
use core::error::Error;

/// The first mode.
type Chain = Option<Box<Link>>;

struct Link {
    value: u32,
    next: Chain,
}

fn chain(values: impl DoubleEndedIterator<Item = u32>) -> Chain {
    values
        .rev()
        .fold(None, |next, value| Some(Box::new(Link { value, next })))
}

fn values(mut chain: &Chain) -> Vec<u32> {
    let mut values = Vec::new();
    while let Some(link) = chain {
        values.push(link.value);
        chain = &link.next;
    }
    values
}

/// The second mode.
#[derive(CapsuleSend)]
struct Node<'b> {
    value: u32,
    next: Cell<'b, Option<Rc<'b, Node<'b>>>>,
    back: Cell<'b, Weak<'b, Node<'b>>>,
}

#[derive(CapsuleSend, Family, Default)]
struct List<'b> {
    ends: Option<(Rc<'b, Node<'b>>, Rc<'b, Node<'b>>)>,
}

impl<'b> List<'b> {
    fn push(&mut self, b: Brand<'b>, token: &mut GhostToken<'b>, value: u32) {
        let node = Node {
            value,
            next: Cell::new(None),
            back: Cell::new(Weak::new()),
        };
        let node = Rc::new(b, node);
        self.splice(
            token,
            List {
                ends: Some((node.clone(), node)),
            },
        );
    }

    /// Puts another list behind this one. O(1), wherever it comes from.
    fn splice(&mut self, token: &mut GhostToken<'b>, other: Self) {
        let Some((head, tail)) = other.ends else {
            return;
        };
        self.ends = Some(match self.ends.take() {
            None => (head, tail),
            Some((first, last)) => {
                *head.back.borrow_mut(token) = Rc::downgrade(&last);
                *last.next.borrow_mut(token) = Some(head);
                (first, tail)
            }
        });
    }

    /// Cuts off what comes after the first node with this value. O(1), once it is found, from either side.
    fn cut_after(&mut self, token: &mut GhostToken<'b>, value: u32) -> Self {
        let Some((first, last)) = self.ends.take() else {
            return Self::default();
        };
        let mut at = last.clone();
        while at.value != value {
            let before = at.back.borrow(token).upgrade();
            let Some(before) = before else {
                self.ends = Some((first, last));
                return Self::default();
            };
            at = before;
        }
        let rest = at.next.borrow_mut(token).take();
        self.ends = Some((first, at));
        let Some(rest) = rest else {
            return Self::default();
        };
        *rest.back.borrow_mut(token) = Weak::new();
        Self {
            ends: Some((rest, last)),
        }
    }

    fn forwards(&self, token: &GhostToken<'b>) -> Vec<u32> {
        let mut values = Vec::new();
        let mut at = self.ends.as_ref().map(|(first, _)| first);
        while let Some(node) = at {
            values.push(node.value);
            at = node.next.borrow(token).as_ref();
        }
        values
    }

    fn backwards(&self, token: &GhostToken<'b>) -> Vec<u32> {
        let mut at = self.ends.as_ref().map(|(_, last)| last.clone());
        let mut values = Vec::new();
        while let Some(node) = at {
            values.push(node.value);
            at = node.back.borrow(token).upgrade();
        }
        values
    }

    /// From the first mode to the second.
    fn of_chain(b: Brand<'b>, token: &mut GhostToken<'b>, mut chain: Chain) -> Self {
        let mut list = Self::default();
        while let Some(link) = chain {
            list.push(b, token, link.value);
            chain = link.next;
        }
        list
    }

    /// And back.
    fn into_chain(mut self, token: &mut GhostToken<'b>) -> Chain {
        let mut values = Vec::new();
        let mut at = self.ends.take().map(|(first, _)| first);
        // Each node is let go when it has no other behind it: dropping takes no recursion.
        while let Some(node) = at {
            at = node.next.borrow_mut(token).take();
            values.push(node.value);
        }
        chain(values.into_iter())
    }
}

type Lists = Capsule<List<'static>>;

fn pack(chain: Chain) -> Lists {
    Capsule::build(|b, token| List::of_chain(b, token, chain))
}

fn main() -> Result<(), Box<dyn Error>> {
    // Two lists, built on two threads, in two capsules.
    let [low, high] = [0..5, 5..10].map(|range| std::thread::spawn(|| pack(chain(range))));
    let [low, high] = [
        low.join().expect("no panic"),
        high.join().expect("no panic"),
    ];

    // Spliced: the regions become one, and so do the lists.
    let mut all: Lists = low.zip(high).map(|(mut low, high), token| {
        low.splice(token, high);
        low
    });
    let (forwards, backwards) =
        all.with_ref(|list, token| (list.forwards(token), list.backwards(token)));
    println!("{forwards:?}, and {backwards:?}");
    let expected: Vec<u32> = (0..10).collect();
    if forwards != expected || !backwards.iter().rev().eq(&expected) {
        return Err("spliced in the wrong way".into());
    }

    // Cut: the rest leaves the region in the first mode, and is packed into another capsule.
    let rest = all.with(|list, token| list.cut_after(token, 6).into_chain(token));
    println!("cut off: {:?}", values(&rest));
    let rest = std::thread::spawn(|| pack(rest)).join().expect("no panic");
    let rest = rest.map::<Plain<Chain>>(|list, token| Plain(list.into_chain(token)));
    let kept = all.map::<Plain<Chain>>(|list, token| Plain(list.into_chain(token)));
    let (kept, rest) = (values(&kept.into_inner()), values(&rest.into_inner()));
    println!("{kept:?}, {rest:?}");
    if kept != [0, 1, 2, 3, 4, 5, 6] || rest != [7, 8, 9] {
        return Err("cut in the wrong place".into());
    }
    Ok(())
}
