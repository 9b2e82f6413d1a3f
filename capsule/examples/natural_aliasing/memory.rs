//! `Copy` indices as pointers, into a memory that is a value.
//!
//! > if we would ever consider indices to be pointers with multiple memories, it allows to copy the whole memory region,
//! > leaving stored these pseudo-pointers to be valid
//!
//! A reference says "these bytes". An index says "that many bytes from the beginning", and leaves open of what. So
//! memory may be cloned, cycles and all, and whatever points into it points into each copy.

use core::fmt;
use core::marker::PhantomData;

/// A place in each memory of this kind. `Copy`, as a number is; it says nothing of who else has it, so it can't be
/// followed alone: for that, it takes the memory, as a `Cell` of a region takes the token.
pub(super) struct At<T> {
    index: usize,
    _of: PhantomData<fn() -> T>,
}

impl<T> Clone for At<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for At<T> {}

impl<T> PartialEq for At<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl<T> fmt::Debug for At<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "@{}", self.index)
    }
}

/// Memory. It only grows, so what pointed into it before it was cloned is valid in both; what was made in one copy
/// since then isn't in the other, and that is seen.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Memory<T> {
    cells: Vec<T>,
}

impl<T> Memory<T> {
    pub(super) const fn new() -> Self {
        Self { cells: Vec::new() }
    }

    pub(super) fn put(&mut self, value: T) -> At<T> {
        let index = self.cells.len();
        self.cells.push(value);
        At {
            index,
            _of: PhantomData,
        }
    }

    /// What is there, unless it was put into another copy.
    pub(super) fn load(&self, at: At<T>) -> Option<&T> {
        self.cells.get(at.index)
    }

    /// Aliases take turns by borrowing all of the memory, in a compound fashion.
    pub(super) fn load_mut(&mut self, at: At<T>) -> Option<&mut T> {
        self.cells.get_mut(at.index)
    }
}

/// A node of a ring: both of its neighbours know it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    pub(super) name: &'static str,
    pub(super) next: At<Node>,
    pub(super) back: At<Node>,
}

/// A ring of these names, and where the first one is.
pub(super) fn ring(names: &[&'static str]) -> Option<(Memory<Node>, At<Node>)> {
    let mut memory = Memory::new();
    let mut places = Vec::new();
    for &name in names {
        // Points to itself, for now.
        let place = At {
            index: memory.cells.len(),
            _of: PhantomData,
        };
        places.push(memory.put(Node {
            name,
            next: place,
            back: place,
        }));
    }
    for (index, &here) in places.iter().enumerate() {
        let next = *places.get((index + 1) % places.len())?;
        memory.load_mut(here)?.next = next;
        memory.load_mut(next)?.back = here;
    }
    Some((memory, *places.first()?))
}

/// The names on the way around, forwards or backwards.
pub(super) fn around(
    memory: &Memory<Node>,
    start: At<Node>,
    step: impl Fn(&Node) -> At<Node>,
) -> Option<Vec<&'static str>> {
    let mut names = Vec::new();
    let mut at = start;
    loop {
        let node = memory.load(at)?;
        names.push(node.name);
        at = step(node);
        if at == start {
            return Some(names);
        }
    }
}
