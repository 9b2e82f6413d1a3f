//! Where the boxes of a drawing are: what is linked in layers from left to right, parts of the
//! graph that have nothing to do with each other on shelves below each other.

use core::cmp::Reverse;

use rust_sugiyama::configure::{Config, RankingType};
use rust_sugiyama::from_vertices_and_edges;

use super::Graph;

pub(super) const BOX_HEIGHT: f64 = 22.0;
/// Between boxes of a layer.
const ROW_GAP: f64 = 10.0;
/// Between layers, where the arrows are.
const LAYER_GAP: f64 = 90.0;
/// Between parts.
const PART_GAP: f64 = 16.0;
/// How many links to a file have a say in where it is, if there are more than that on average.
const SHAPING_LINKS: usize = 4;
/// Width to height of a drawing of many parts.
const SHAPE: f64 = 1.5;

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
    let parts = parts(graph, widths);
    let widest = parts.iter().map(|part| part.width).fold(0.0, f64::max);
    let area: f64 = parts.iter().map(|part| part.width * part.height).sum();
    let shelf_width = widest.max((area * SHAPE).sqrt());

    let (mut left, mut top) = (0.0, 0.0);
    for part in parts {
        if left > 0.0 && left + part.width > shelf_width {
            (left, top) = (0.0, layout.height + PART_GAP);
        }
        for (node, place) in part.places {
            layout.places[node] = Place {
                left: left + place.left,
                top: top + place.top,
            };
        }
        layout.width = layout.width.max(left + part.width);
        layout.height = layout.height.max(top + part.height);
        left += part.width + PART_GAP;
    }
    layout
}

/// Nodes that are linked with each other, in a drawing of their own.
struct Part {
    places: Vec<(usize, Place)>,
    width: f64,
    height: f64,
}

/// The parts, large ones first.
fn parts(graph: &Graph, widths: &[f64]) -> Vec<Part> {
    // The crate lays out from top to bottom; here it is from left to right.
    let vertices: Vec<(u32, (f64, f64))> = (0..)
        .zip(
            widths
                .iter()
                .map(|width| (BOX_HEIGHT, width + LAYER_GAP - ROW_GAP)),
        )
        .collect();
    let edges = shaping_edges(graph);
    let config = Config {
        vertex_spacing: ROW_GAP,
        // The default does not end for some graphs with cycles:
        // https://github.com/paddison/rust-sugiyama/issues/25
        ranking_type: RankingType::Original,
        // Takes minutes for a thousand nodes.
        transpose: false,
        dummy_size: 0.3,
        ..Config::default()
    };
    let mut parts: Vec<Part> = from_vertices_and_edges(&vertices, &edges, &config)
        .into_iter()
        .map(|(centers, ..)| Part::new(&centers, widths))
        .collect();
    parts.sort_by_key(|part| {
        (
            Reverse(part.places.len()),
            part.places.iter().map(|p| p.0).min(),
        )
    });
    parts
}

/// The edges that decide where boxes are; the others are drawn between boxes where they are. All of
/// them would take hours for a few hundred files that all link to each other.
fn shaping_edges(graph: &Graph) -> Vec<(u32, u32)> {
    let mut to_node = vec![0; graph.nodes.len()];
    let all_shape = graph.edges.len() <= SHAPING_LINKS * graph.nodes.len();
    let edges = graph.edges.iter().filter(|edge| {
        to_node[edge.to] += 1;
        all_shape || to_node[edge.to] <= SHAPING_LINKS
    });
    edges
        .filter_map(|edge| Some((u32::try_from(edge.from).ok()?, u32::try_from(edge.to).ok()?)))
        .collect()
}

impl Part {
    /// The centres are given as the crate has them: down, to the right.
    fn new(centers: &[(usize, (f64, f64))], widths: &[f64]) -> Self {
        let corner = |&(node, (y, x)): &(usize, (f64, f64))| (node, x - widths[node] / 2.0, y);
        let corners: Vec<(usize, f64, f64)> = centers.iter().map(corner).collect();
        let left = corners
            .iter()
            .map(|corner| corner.1)
            .fold(f64::INFINITY, f64::min);
        let top = corners
            .iter()
            .map(|corner| corner.2)
            .fold(f64::INFINITY, f64::min);
        let mut part = Self {
            places: Vec::new(),
            width: 0.0,
            height: 0.0,
        };
        for (node, x, y) in corners {
            let place = Place {
                left: x - left,
                top: y - top,
            };
            part.places.push((node, place));
            part.width = part.width.max(place.left + widths[node]);
            part.height = part.height.max(place.top + BOX_HEIGHT);
        }
        part
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
            let tree = (1..n).map(|i| edge(7 + i / 3, 7 + i, 1, 0));
            let back = (1..n).step_by(3).map(|i| edge(7 + i, 7 + i / 3, 1, 0));
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
