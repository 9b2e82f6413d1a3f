//! Checks the links of a folder of Markdown and draws the link graph.
fn main() {}
