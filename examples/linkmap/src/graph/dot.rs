//! The graph in Graphviz' language.

use core::fmt::Write as _;

use super::{Edge, Graph, Kind, Node};

pub(crate) fn draw(graph: &Graph) -> String {
    let mut dot = String::from(
        "digraph linkmap {\n  rankdir=LR;\n  node [shape=box, style=rounded, fontname=\"monospace\"];\n",
    );
    // Writing to a string can't fail.
    for (index, node) in graph.nodes.iter().enumerate() {
        let (label, looks) = (escape(&node.path), node_looks(node));
        writeln!(dot, "  n{index} [label=\"{label}\"{looks}];").ok();
    }
    for edge in &graph.edges {
        writeln!(dot, "  n{} -> n{}{};", edge.from, edge.to, edge_looks(edge)).ok();
    }
    dot + "}\n"
}

fn node_looks(node: &Node) -> &'static str {
    match node.kind {
        Kind::Page if node.broken > 0 => ", color=red",
        Kind::Page => "",
        Kind::Unreadable => ", color=red, style=dashed",
        Kind::Outside => ", color=gray, style=dashed",
        Kind::Missing => ", color=red, fontcolor=red, style=dashed",
    }
}

fn edge_looks(edge: &Edge) -> String {
    match (edge.links, edge.broken) {
        (1, 0) => String::new(),
        (links, 0) => format!(" [label=\"{links}\"]"),
        (1, _) => " [color=red]".to_owned(),
        (links, _) => format!(" [label=\"{links}\", color=red]"),
    }
}

/// In a label, a backslash starts an escape sequence.
fn escape(text: &str) -> String {
    text.replace('\\', r"\\")
        .replace('"', "\\\"")
        .replace(['\n', '\r'], " ")
}

#[cfg(test)]
mod tests {
    use super::super::tests::{edge, node};
    use super::*;

    #[test]
    fn the_text_is_what_graphviz_reads() {
        let graph = Graph {
            nodes: vec![
                node("a.md", Kind::Page, 0),
                node(r#"b"\.md"#, Kind::Page, 1),
                node("../c.md", Kind::Outside, 0),
                node("d.md", Kind::Missing, 0),
            ],
            edges: vec![edge(0, 1, 1, 0), edge(0, 2, 3, 0), edge(1, 3, 2, 2)],
        };
        let expected = r#"digraph linkmap {
  rankdir=LR;
  node [shape=box, style=rounded, fontname="monospace"];
  n0 [label="a.md"];
  n1 [label="b\"\\.md", color=red];
  n2 [label="../c.md", color=gray, style=dashed];
  n3 [label="d.md", color=red, fontcolor=red, style=dashed];
  n0 -> n1;
  n0 -> n2 [label="3"];
  n1 -> n3 [label="2", color=red];
}
"#;
        assert_eq!(draw(&graph), expected);
    }
}
