//! Where the boxes of a drawing are: linked ones in layers from left to right, the others in a
//! grid below.

use core::cmp::Reverse;

use rust_sugiyama::configure::{Config, RankingType};
use rust_sugiyama::from_vertices_and_edges;

use super::Graph;

pub(super) const BOX_HEIGHT: f64 = 22.0;
/// Above each other.
const ROW_GAP: f64 = 10.0;
/// Between layers, where the arrows are.
const LAYER_GAP: f64 = 90.0;
/// Between parts of the graph that are not linked.
const PART_GAP: f64 = 30.0;
/// The grid is as wide as this or the layers, whichever is more.
const GRID_WIDTH: f64 = 1000.0;

#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Place {
    pub(super) left: f64,
    pub(super) top: f64,
}

#[derive(Debug, Default)]
pub(super) struct Layout {
    /// One per node.
    pub(super) places: Vec<Place>,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// Places boxes of the given widths.
pub(super) fn lay_out(graph: &Graph, widths: &[f64]) -> Layout {
    let mut layout = Layout {
        places: vec![Place::default(); widths.len()],
        ..Layout::default()
    };
    let mut linked = vec![false; widths.len()];
    for edge in &graph.edges {
        (linked[edge.from], linked[edge.to]) = (true, true);
    }
    for part in layers(graph, widths, &linked) {
        layout.add_part(&part, widths);
    }
    layout.add_grid((0..widths.len()).filter(|&node| !linked[node]), widths);
    layout
}

/// Each connected part, as nodes with the centres of their boxes.
///
/// The crate lays out from top to bottom, so its `x` is down and its `y` is to the right. Its
/// default ranking does not end for some graphs (<https://github.com/paddison/rust-sugiyama/issues/25>);
/// the one used here always does.
fn layers(graph: &Graph, widths: &[f64], linked: &[bool]) -> Vec<Vec<(usize, Place)>> {
    let numbered = widths.iter().zip(0_u32..).zip(linked);
    let vertices: Vec<(u32, (f64, f64))> = numbered
        .filter(|(_, linked)| **linked)
        .map(|((width, number), _)| (number, (BOX_HEIGHT, width + LAYER_GAP - ROW_GAP)))
        .collect();
    let edges: Vec<(u32, u32)> = graph
        .edges
        .iter()
        .filter_map(|edge| Some((u32::try_from(edge.from).ok()?, u32::try_from(edge.to).ok()?)))
        .collect();
    let config = Config {
        vertex_spacing: ROW_GAP,
        ranking_type: RankingType::Original,
        transpose: false, // minutes for a thousand nodes
        ..Config::default()
    };
    let mut parts: Vec<Vec<(usize, Place)>> = from_vertices_and_edges(&vertices, &edges, &config)
        .into_iter()
        .map(|(part, ..)| {
            part.into_iter()
                .map(|(node, (x, y))| (node, Place { left: y, top: x }))
                .collect()
        })
        .collect();
    for part in &mut parts {
        part.sort_by_key(|&(node, _)| node);
    }
    parts.sort_by_key(|part| (Reverse(part.len()), part.first().map(|first| first.0)));
    parts
}

impl Layout {
    /// Puts a part below what there is.
    fn add_part(&mut self, part: &[(usize, Place)], widths: &[f64]) {
        let least = |values: &mut dyn Iterator<Item = f64>| values.fold(f64::INFINITY, f64::min);
        let left = least(
            &mut part
                .iter()
                .map(|(node, center)| center.left - widths[*node] / 2.0),
        );
        let top = least(&mut part.iter().map(|(_, center)| center.top)) - self.next_top();
        for &(node, center) in part {
            self.put(
                node,
                center.left - widths[node] / 2.0 - left,
                center.top - top,
                widths,
            );
        }
    }

    fn add_grid(&mut self, nodes: impl Iterator<Item = usize>, widths: &[f64]) {
        let line = self.width.max(GRID_WIDTH);
        let (mut left, mut top) = (0.0, self.next_top());
        for node in nodes {
            if left > 0.0 && left + widths[node] > line {
                (left, top) = (0.0, top + BOX_HEIGHT + ROW_GAP);
            }
            self.put(node, left, top, widths);
            left += widths[node] + ROW_GAP;
        }
    }

    fn next_top(&self) -> f64 {
        if self.height > 0.0 {
            self.height + PART_GAP
        } else {
            0.0
        }
    }

    fn put(&mut self, node: usize, left: f64, top: f64, widths: &[f64]) {
        self.places[node] = Place { left, top };
        self.width = self.width.max(left + widths[node]);
        self.height = self.height.max(top + BOX_HEIGHT);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{edge, node};
    use super::super::{Edge, Kind};
    use super::*;

    fn lay_out_pages(pages: usize, edges: Vec<Edge>) -> (Layout, Vec<f64>) {
        let nodes = vec![node("x", Kind::Page, 0); pages];
        let widths: Vec<f64> = (0_u8..4)
            .cycle()
            .map(|n| 50.0 + f64::from(n))
            .take(pages)
            .collect();
        (lay_out(&Graph { nodes, edges }, &widths), widths)
    }

    fn assert_apart(layout: &Layout, widths: &[f64]) {
        for (a, (one, width)) in layout.places.iter().zip(widths).enumerate() {
            assert!(one.left >= 0.0 && one.top >= 0.0, "{one:?}");
            assert!(one.left + width <= layout.width && one.top + BOX_HEIGHT <= layout.height);
            for (two, other_width) in layout.places.iter().zip(widths).skip(a + 1) {
                let beside = one.left + width <= two.left || two.left + other_width <= one.left;
                let above = (one.top - two.top).abs() >= BOX_HEIGHT;
                assert!(beside || above, "{one:?} {two:?}");
            }
        }
    }

    #[test]
    fn a_link_leads_to_the_right() {
        let (layout, widths) = lay_out_pages(3, vec![edge(0, 1, 1, 0), edge(1, 2, 1, 0)]);
        assert_apart(&layout, &widths);
        let lefts: Vec<f64> = layout.places.iter().map(|place| place.left).collect();
        assert!(
            lefts[0] + widths[0] < lefts[1] && lefts[1] + widths[1] < lefts[2],
            "{lefts:?}"
        );
    }

    #[test]
    fn no_boxes_overlap() {
        let edges = |n: usize| {
            let tree = (1..n).map(|i| edge(i / 3, i, 1, 0));
            let back = (1..n).step_by(3).map(|i| edge(i, i / 3, 1, 0));
            tree.chain(back).collect()
        };
        for pages in [1, 2, 10, 100] {
            let (layout, widths) = lay_out_pages(pages + 40, edges(pages));
            assert_apart(&layout, &widths);
        }
    }

    #[test]
    fn the_empty_graph_has_no_size() {
        let (layout, _) = lay_out_pages(0, vec![]);
        assert!(layout.places.is_empty() && layout.width == 0.0 && layout.height == 0.0);
    }

    /// The graph of the issue that is named above.
    #[test]
    fn cycles_come_to_an_end() {
        let pairs = [
            (0, 1),
            (0, 2),
            (0, 3),
            (1, 0),
            (1, 3),
            (2, 0),
            (2, 3),
            (3, 0),
            (4, 1),
            (4, 2),
        ];
        let (layout, widths) =
            lay_out_pages(5, pairs.map(|(from, to)| edge(from, to, 1, 0)).to_vec());
        assert_apart(&layout, &widths);
    }
}
