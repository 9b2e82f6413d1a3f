//! Which file links to which.

pub(crate) mod dot;
mod layout;
pub(crate) mod svg;

use core::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::paths::with_slashes;
use crate::summary::Summary;
use crate::verdict::{FaultKind, Verdict};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    Page,
    Unreadable,
    Outside,
    Missing,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Node {
    /// Relative to the checked folder.
    pub(crate) path: String,
    pub(crate) kind: Kind,
    /// How many of its links are broken.
    pub(crate) broken: usize,
}

/// All links from one file to another. A file's links to itself are not in the graph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Edge {
    /// Index of a node, as is `to`.
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) links: usize,
    pub(crate) broken: usize,
}

/// The pages come first, ordered by path; the other targets follow, ordered by kind and path.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Graph {
    pub(crate) nodes: Vec<Node>,
    pub(crate) edges: Vec<Edge>,
}

impl Graph {
    pub(crate) fn new(summary: &Summary<'_>) -> Self {
        let mut nodes = pages(summary);
        let mut others: BTreeMap<(Kind, &str), usize> = summary
            .findings()
            .filter_map(|finding| Some((other(finding.verdict)?, 0)))
            .collect();
        for (&(kind, path), index) in &mut others {
            *index = nodes.len();
            nodes.push(Node {
                path: path.to_owned(),
                kind,
                broken: 0,
            });
        }

        let mut edges: BTreeMap<(usize, usize), Edge> = BTreeMap::new();
        for finding in summary.findings() {
            let from = finding.page;
            let broken = usize::from(matches!(finding.verdict, Verdict::Broken(_)));
            nodes[from].broken += broken;
            let to = page(finding.verdict)
                .or_else(|| others.get(&other(finding.verdict)?).copied())
                .filter(|&to| to != from);
            if let Some(to) = to {
                let edge = edges.entry((from, to)).or_insert(Edge {
                    from,
                    to,
                    links: 0,
                    broken: 0,
                });
                edge.links += 1;
                edge.broken += broken;
            }
        }
        Self {
            nodes,
            edges: edges.into_values().collect(),
        }
    }

    /// The part of the graph that holds the `limit` nodes with the most links from and to them.
    pub(crate) fn most_linked(&self, limit: usize) -> Self {
        let mut links = vec![0; self.nodes.len()];
        for edge in &self.edges {
            links[edge.from] += edge.links;
            links[edge.to] += edge.links;
        }
        let mut kept: Vec<usize> = (0..self.nodes.len()).collect();
        kept.sort_by_key(|&node| Reverse(links[node]));
        kept.truncate(limit);
        kept.sort_unstable();

        let moved = |node: usize| kept.binary_search(&node).ok();
        let edges = self.edges.iter().filter_map(|edge| {
            let (from, to) = (moved(edge.from)?, moved(edge.to)?);
            Some(Edge { from, to, ..*edge })
        });
        Self {
            nodes: kept.iter().map(|&node| self.nodes[node].clone()).collect(),
            edges: edges.collect(),
        }
    }
}

fn pages(summary: &Summary<'_>) -> Vec<Node> {
    let files = summary.files.iter().zip(summary.pages);
    files
        .map(|(file, page)| Node {
            path: with_slashes(file),
            kind: if page.is_some() {
                Kind::Page
            } else {
                Kind::Unreadable
            },
            broken: 0,
        })
        .collect()
}

/// The page that a link leads to, even if it is broken because of its fragment.
fn page(verdict: &Verdict) -> Option<usize> {
    match verdict {
        Verdict::Good { page } => *page,
        Verdict::Broken(fault) => match fault.kind {
            FaultKind::MissingAnchor { page, .. } => Some(page),
            _ => None,
        },
        _ => None,
    }
}

/// The target of a link that is no page.
fn other(verdict: &Verdict) -> Option<(Kind, &str)> {
    match verdict {
        Verdict::Outside { target } => Some((Kind::Outside, target)),
        Verdict::Broken(fault) => match &fault.kind {
            FaultKind::MissingFile { target } => Some((Kind::Missing, target)),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::path::{Path, PathBuf};

    use super::*;
    use crate::page::Page;

    pub(crate) fn node(path: &str, kind: Kind, broken: usize) -> Node {
        Node {
            path: path.to_owned(),
            kind,
            broken,
        }
    }

    pub(crate) fn edge(from: usize, to: usize, links: usize, broken: usize) -> Edge {
        Edge {
            from,
            to,
            links,
            broken,
        }
    }

    #[test]
    fn links_between_two_files_are_one_edge() {
        let missing = |target: &str| {
            FaultKind::MissingFile {
                target: target.to_owned(),
            }
            .into()
        };
        let anchor = FaultKind::MissingAnchor {
            page: 1,
            fragment: "x".to_owned(),
        };
        let verdicts = [
            vec![
                Verdict::Good { page: Some(1) },
                anchor.into(),
                missing("z.md"),
                Verdict::Good { page: Some(0) },
                Verdict::Good { page: None },
                FaultKind::EmptyLink.into(),
            ],
            vec![
                Verdict::Outside {
                    target: "../o.md".to_owned(),
                },
                missing("z.md"),
            ],
            vec![],
        ];
        let text = |links: usize| "[x](y) ".repeat(links);
        let parse = |text: String| Page::parse(text.into()).ok();
        let pages = [parse(text(6)), parse(text(2)), None];
        let graph = Graph::new(&Summary {
            root: Path::new("."),
            files: &["a.md", "b.md", "c.md"].map(PathBuf::from),
            pages: &pages,
            verdicts: &verdicts,
            problems: &[],
        });
        assert_eq!(
            graph.nodes,
            [
                node("a.md", Kind::Page, 3),
                node("b.md", Kind::Page, 1),
                node("c.md", Kind::Unreadable, 0),
                node("../o.md", Kind::Outside, 0),
                node("z.md", Kind::Missing, 0),
            ]
        );
        assert_eq!(
            graph.edges,
            [
                edge(0, 1, 2, 1),
                edge(0, 4, 1, 1),
                edge(1, 3, 1, 0),
                edge(1, 4, 1, 1),
            ]
        );
    }

    #[test]
    fn the_most_linked_files_are_kept_in_their_order() {
        let page = |path| node(path, Kind::Page, 0);
        let graph = Graph {
            nodes: ["a", "b", "c", "d"].map(page).to_vec(),
            edges: vec![edge(0, 1, 1, 0), edge(1, 3, 2, 1), edge(2, 3, 1, 0)],
        };
        assert_eq!(graph.most_linked(4), graph);
        let smaller = graph.most_linked(2);
        assert_eq!(smaller.nodes, [page("b"), page("d")]);
        assert_eq!(smaller.edges, [edge(0, 1, 2, 1)]);
    }
}
