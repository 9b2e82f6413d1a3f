//! The intrusive list of what a place owns, in the order of arrival.

use alloc::boxed::Box;
use core::ptr::NonNull;

/// The front of every [`Node`]: what a list knows of it.
pub(crate) struct Header {
    older: Option<NonNull<Header>>,
    newer: Option<NonNull<Header>>,
    /// Destroys the value and gives the node's memory up, whatever its type is.
    destroy: Destroy,
}

/// Ends a node of a type that the function knows.
pub(crate) type Destroy = unsafe fn(NonNull<Header>);

/// A value with room for its links.
///
/// `M` is bookkeeping whose offset doesn't depend on `V`, so that it can be reached without
/// knowing `V`.
///
/// # Invariants
///
/// 1. `header.destroy` may be called with the front of the node by whoever owns it: it is
///    [`destroy::<V, M>`] in a node that is allocated by `Box`, and else what the caller of
///    `in_place` vouched for.
/// 2. While a node is in a list, its header is touched only by that list.
#[repr(C)]
pub(crate) struct Node<V, M = ()> {
    header: Header,
    pub(crate) meta: M,
    pub(crate) value: V,
}

impl<V, M> Node<V, M> {
    /// A node in no list, to be boxed.
    pub(crate) fn new(meta: M, value: V) -> Self {
        // INVARIANT: 1: `destroy` is of the same types; such nodes leave this module only boxed.
        Self::with_destroy(meta, value, destroy::<V, M>)
    }

    /// A node in no list, for memory that isn't a box's.
    ///
    /// # Safety
    ///
    /// 1. `destroy` may be called once with the front of this node, wherever the caller puts it,
    ///    while the node is live and nothing refers to it.
    #[cfg(feature = "bumpalo")]
    pub(crate) unsafe fn in_place(meta: M, value: V, destroy: Destroy) -> Self {
        // INVARIANT: 1, by the caller's clause 1.
        Self::with_destroy(meta, value, destroy)
    }

    fn with_destroy(meta: M, value: V, destroy: Destroy) -> Self {
        let header = Header {
            older: None,
            newer: None,
            destroy,
        };
        Self {
            header,
            meta,
            value,
        }
    }

    /// Gives the node up to a list, or to another owner of the pointer.
    pub(crate) fn into_raw(node: Box<Self>) -> NonNull<Self> {
        // SAFETY: `Box::into_raw` never returns null.
        unsafe { NonNull::new_unchecked(Box::into_raw(node)) }
    }
}

/// Destroys the value and frees the node, also when the destructor panics.
///
/// # Safety
///
/// 1. `header` is the front of a `Node<V, M>` that came from [`Node::into_raw`].
/// 2. The caller owns the node, and nothing refers to it.
unsafe fn destroy<V, M>(header: NonNull<Header>) {
    // SAFETY: clauses 1 and 2 are those of `Box::from_raw`: a node of this type, from a box, owned.
    drop(unsafe { Box::from_raw(header.cast::<Node<V, M>>().as_ptr()) });
}

/// Destroys the value of an unlinked node and gives its memory up.
///
/// # Safety
///
/// 1. `header` is the front of a live node that came from [`Node::into_raw`], or that was made by
///    `Node::in_place`; the pointer may be used for all of the node.
/// 2. The caller owns the node, and nothing refers to it.
pub(crate) unsafe fn destroy_node(header: NonNull<Header>) {
    // SAFETY: the node is live by clause 1, and by clause 2 nobody writes to it.
    let destroy = unsafe { (*header.as_ptr()).destroy };
    // SAFETY: invariant 1 of `Node`: the owner may call it, which is us by clause 2. The clauses of
    // `destroy` are ours.
    unsafe { destroy(header) };
}

/// A doubly-linked list of nodes of any type.
///
/// # Invariants
///
/// 1. Every node reachable from `newest` is live, is in this list only, and the links between
///    neighbours agree.
#[derive(Default)]
pub(crate) struct List {
    newest: Option<NonNull<Header>>,
}

impl core::fmt::Debug for Header {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Header").finish_non_exhaustive()
    }
}

impl List {
    /// Appends a node.
    ///
    /// # Safety
    ///
    /// 1. `node` is the front of a live node, and in no list.
    /// 2. It stays live until it has left the list.
    pub(crate) unsafe fn push(&mut self, node: NonNull<Header>) {
        let older = self.newest.replace(node);
        // SAFETY: the node is live, and nobody else touches the header of a node in no list.
        let header = unsafe { &mut *node.as_ptr() };
        header.older = older;
        header.newer = None;
        if let Some(older) = older {
            // SAFETY: invariant 1: the former newest is live, and ours to write to. It isn't
            // `node`, which was in no list.
            unsafe { (*older.as_ptr()).newer = Some(node) };
        }
        // INVARIANT: 1: both links between the two are set, and `node` is live by clause 2.
    }

    /// Takes a node out.
    ///
    /// # Safety
    ///
    /// 1. `node` is in this list.
    pub(crate) unsafe fn unlink(&mut self, node: NonNull<Header>) {
        // SAFETY: nodes of this list are live, and their headers ours to touch (invariant 1).
        let header = unsafe { &mut *node.as_ptr() };
        let (older, newer) = (header.older.take(), header.newer.take());
        if let Some(older) = older {
            // SAFETY: a neighbour is in this list, and it isn't `node`.
            unsafe { (*older.as_ptr()).newer = newer };
        }
        match newer {
            // SAFETY: as above.
            Some(newer) => unsafe { (*newer.as_ptr()).older = older },
            None => self.newest = older,
        }
        // INVARIANT: 1: the neighbours now name each other.
    }

    /// Takes out the node that came last.
    pub(crate) fn pop(&mut self) -> Option<NonNull<Header>> {
        let newest = self.newest?;
        // SAFETY: `newest` is in this list.
        unsafe { self.unlink(newest) };
        Some(newest)
    }

    /// The nodes, from the newest to the oldest.
    #[cfg(feature = "std")]
    pub(crate) fn iter(&self) -> impl Iterator<Item = NonNull<Header>> + '_ {
        core::iter::successors(self.newest, |node| {
            // SAFETY: invariant 1: the node is live, and `self` is borrowed, so unchanged.
            unsafe { (*node.as_ptr()).older }
        })
    }
}
