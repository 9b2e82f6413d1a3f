//! `I: Leak` says nothing about `I::Item`: the automatic bounds are the wrong ones here.

use leak::Leak;

#[derive(Leak)]
#[leak(bound(I: Leak, I::Item: Leak))]
struct Peeked<I: Iterator> {
    iter: I,
    item: Option<I::Item>,
}

fn main() {
    drop(Peeked { iter: [1].iter(), item: None });
}
