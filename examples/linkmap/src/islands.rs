//! Which pages are joined by links at all, however many there are in between.
//!
//! Each worker builds its part of the link graph: pages that know whom they link to, and who links to them, in any
//! number of circles, by `Rc` and `Weak` without atomics. A part is a region of its own, and crosses to the main thread in a
//! capsule. There the parts are merged, in O(1) each, joined at their ends, and walked as a whole.

use core::cell::{Cell as StdCell, RefCell};
use core::fmt::Write as _;
use core::ops::Range;

use capsule::{Brand, Capsule, CapsuleSend, Family, Rc, Weak};

use crate::failure::Failure;
use crate::graph::{Graph, Kind};
use crate::pool;
use crate::words::count;

/// A page among those that it links to and is linked from. Links hold nobody: the part does.
#[derive(CapsuleSend)]
struct Page<'b> {
    number: usize,
    links: RefCell<Vec<Weak<'b, Page<'b>>>>,
    back: RefCell<Vec<Weak<'b, Page<'b>>>>,
    visited: StdCell<bool>,
}

/// The pages of one worker, or all.
#[derive(CapsuleSend, Family, Default)]
struct Part<'b> {
    pages: Vec<Rc<'b, Page<'b>>>,
    /// Links to pages of other parts, by their number.
    open: Vec<(Weak<'b, Page<'b>>, usize)>,
}

impl<'b> Part<'b> {
    fn build(b: Brand<'b>, graph: &Graph, numbers: Range<usize>, pages: usize) -> Self {
        let page = |number| {
            Rc::new(
                b,
                Page {
                    number,
                    links: RefCell::default(),
                    back: RefCell::default(),
                    visited: StdCell::new(false),
                },
            )
        };
        let mut part = Self {
            pages: numbers.clone().map(page).collect(),
            open: Vec::new(),
        };
        let first = graph
            .edges
            .partition_point(|edge| edge.from < numbers.start);
        for edge in graph.edges[first..]
            .iter()
            .take_while(|edge| edge.from < numbers.end)
        {
            let from = &part.pages[edge.from - numbers.start];
            if numbers.contains(&edge.to) {
                link(from, &part.pages[edge.to - numbers.start]);
            } else if edge.to < pages {
                part.open.push((Rc::downgrade(from), edge.to));
            }
        }
        part
    }

    /// All parts as one, in the order of the pages, with the links from one to another.
    fn join(parts: Vec<Self>) -> Self {
        let mut whole = Self::default();
        for mut part in parts {
            whole.pages.append(&mut part.pages);
            whole.open.append(&mut part.open);
        }
        for (from, to) in whole.open.drain(..) {
            if let Some(from) = from.upgrade() {
                link(&from, &whole.pages[to]);
            }
        }
        whole
    }

    /// The pages of each island, all in order.
    fn islands(&self) -> Vec<Vec<usize>> {
        let mut islands = Vec::new();
        for page in &self.pages {
            let mut island = Vec::new();
            let mut open = vec![page.clone()];
            while let Some(page) = open.pop() {
                if !page.visited.replace(true) {
                    island.push(page.number);
                    let (links, back) = (page.links.borrow(), page.back.borrow());
                    open.extend(links.iter().chain(&*back).filter_map(Weak::upgrade));
                }
            }
            if !island.is_empty() {
                island.sort_unstable();
                islands.push(island);
            }
        }
        islands
    }
}

fn link<'b>(from: &Rc<'b, Page<'b>>, to: &Rc<'b, Page<'b>>) {
    from.links.borrow_mut().push(Rc::downgrade(to));
    to.back.borrow_mut().push(Rc::downgrade(from));
}

fn find(graph: &Graph, mut jobs: usize) -> Result<Vec<Vec<usize>>, Failure> {
    let is_page = |kind| matches!(kind, Kind::Page | Kind::Unreadable);
    let pages = graph
        .nodes
        .iter()
        .take_while(|node| is_page(node.kind))
        .count();
    let share = pages.div_ceil(jobs).max(1);
    let shares: Vec<_> = (0..pages)
        .step_by(share)
        .map(|start| start..pages.min(start + share))
        .collect();
    let parts = pool::map(&mut jobs, &shares, |numbers| {
        Capsule::<Part<'static>>::new(|b| Part::build(b, graph, numbers.clone(), pages))
    })?;
    let whole = Capsule::collect(parts).map::<Part<'static>>(|parts, _token| Part::join(parts));
    Ok(whole.with_ref(|whole, _token| whole.islands()))
}

/// The islands, the largest first, each with its pages.
pub(crate) fn report(graph: &Graph, jobs: usize) -> Result<String, Failure> {
    let mut islands = find(graph, jobs)?;
    islands.sort_by_key(|island| core::cmp::Reverse(island.len()));
    let mut report = format!("{}\n", count(islands.len(), "island"));
    for island in islands {
        // Writing to a string can't fail.
        writeln!(report, "{}:", count(island.len(), "page")).ok();
        for page in island {
            writeln!(report, "  {}", graph.nodes[page].path).ok();
        }
    }
    Ok(report)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::tests::{edge, node};

    /// Pages 0 → 1 → 2 → 0 in a circle, 3 → 4 ← 5, 6 alone; a link that leaves the folder joins nothing.
    fn graph() -> Graph {
        let mut nodes: Vec<_> = ["a", "b", "c", "d", "e", "f", "g"]
            .map(|path| node(path, Kind::Page, 0))
            .into();
        nodes.push(node("../h", Kind::Outside, 0));
        let edges = [(0, 1), (0, 7), (1, 2), (2, 0), (3, 4), (5, 4), (6, 7)];
        Graph {
            nodes,
            edges: edges.map(|(from, to)| edge(from, to, 1, 0)).into(),
        }
    }

    #[test]
    fn islands_do_not_depend_on_the_number_of_workers() {
        for jobs in [1, 2, 3, 4, 7, 100] {
            let islands = find(&graph(), jobs).expect("no worker fails");
            assert_eq!(islands, [vec![0, 1, 2], vec![3, 4, 5], vec![6]], "{jobs}");
        }
    }

    #[test]
    fn no_pages_make_no_islands() {
        let none = Graph::default();
        assert_eq!(report(&none, 3).ok().as_deref(), Some("0 islands\n"));
    }
}
