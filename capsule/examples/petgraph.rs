//! A graph in a capsule, as one of `petgraph`, to use its algorithms; and back.

use capsule::{Brand, Capsule, CapsuleSend, Cell, Family, GhostToken, Rc, Weak};
use core::error::Error;
use petgraph::algo::{kosaraju_scc, toposort};
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::HashMap;

#[derive(CapsuleSend)]
struct Crate<'b> {
    name: String,
    needs: Cell<'b, Vec<Weak<'b, Crate<'b>>>>,
}

#[derive(CapsuleSend, Family)]
struct Workspace<'b>(Vec<Rc<'b, Crate<'b>>>);

impl<'b> Workspace<'b> {
    /// The nodes share the crates with the capsule.
    fn to_petgraph(&self, token: &GhostToken<'b>) -> DiGraph<Rc<'b, Crate<'b>>, ()> {
        let mut graph = DiGraph::new();
        let indices: HashMap<*const Crate<'b>, NodeIndex> = self
            .0
            .iter()
            .map(|one| (Rc::as_ptr(one), graph.add_node(one.clone())))
            .collect();
        for one in &self.0 {
            for need in one.needs.borrow(token).iter().filter_map(Weak::upgrade) {
                graph.add_edge(indices[&Rc::as_ptr(one)], indices[&Rc::as_ptr(&need)], ());
            }
        }
        graph
    }

    fn of_petgraph(b: Brand<'b>, token: &mut GhostToken<'b>, graph: &DiGraph<&str, ()>) -> Self {
        let new = |name: &&str| {
            Rc::new(
                b,
                Crate {
                    name: (*name).to_owned(),
                    needs: Cell::new(Vec::new()),
                },
            )
        };
        let all: Vec<_> = graph.node_weights().map(new).collect();
        for edge in graph.raw_edges() {
            let to = Rc::downgrade(&all[edge.target().index()]);
            all[edge.source().index()].needs.borrow_mut(token).push(to);
        }
        Self(all)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    // The crates around here. The derive needs its library to be tested, which makes a circle.
    let mut plain = DiGraph::<&str, ()>::new();
    let nodes = [
        "linkmap",
        "capsule",
        "capsule-derive",
        "ownership-macro-support",
        "leak",
    ]
    .map(|name| plain.add_node(name));
    for (from, to) in [(0, 1), (0, 4), (1, 2), (2, 1), (2, 3), (4, 3)] {
        plain.add_edge(nodes[from], nodes[to], ());
    }

    let workspace = std::thread::spawn(move || {
        Capsule::<Workspace<'static>>::build(|b, token| Workspace::of_petgraph(b, token, &plain))
    });
    let workspace = workspace.join().expect("no panic");
    let circles = workspace.with_ref(|workspace, token| {
        let graph = workspace.to_petgraph(token);
        assert!(toposort(&graph, None).is_err(), "there is a circle");
        let mut circles: Vec<Vec<String>> = kosaraju_scc(&graph)
            .into_iter()
            .filter(|component| component.len() > 1)
            .map(|component| {
                component
                    .into_iter()
                    .map(|node| graph[node].name.clone())
                    .collect()
            })
            .collect();
        for circle in &mut circles {
            circle.sort();
        }
        circles
    });
    println!("circles: {circles:?}");
    if circles != [["capsule", "capsule-derive"]] {
        return Err("there is one circle, of a crate and its derive".into());
    }
    Ok(())
}
