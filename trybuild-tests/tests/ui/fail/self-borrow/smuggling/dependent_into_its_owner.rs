//! The owner lives longer than what borrows from it. Were a reference to the dependent put into the owner, its destructor
//! would find it dangling.

use self_borrow::self_borrow;
use std::cell::Cell;

struct Node<'n>(Cell<&'n str>);

impl Drop for Node<'_> {
    fn drop(&mut self) {
        assert_ne!(self.0.get(), "");
    }
}

#[self_borrow]
struct Graph<'n> {
    #[lend('node)]
    node: Box<Node<'n>>,
    words: (String, &'node Node<'n>),
}

fn main() {
    let outside = String::from("outside");
    let graph = Graph::new(Box::new(Node(Cell::new("node"))), |node| (String::from("word"), node));
    graph.with(|graph| graph.node.0.set(&graph.words.0));
    drop(graph);
}
