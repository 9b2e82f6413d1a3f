//! A container without an asynchronous destructor is not dropped by accident, if something in it has one.

use core::pin::Pin;
use leak::async_drop::{AsyncDrop, async_drop};
use std::collections::BTreeMap;

#[derive(AsyncDrop)]
struct Connection(&'static str);

impl AsyncDrop for Connection {
    async fn async_drop(self: Pin<&mut Self>) {}
}


#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key(u8);

#[derive(AsyncDrop)]
struct Client {
    connections: BTreeMap<Key, Connection>,
    fallback: Vec<Option<(Key, Box<Connection>)>>,
    names: Vec<Key>,
}

fn main() {
    drop(async_drop(Client {
        connections: [(Key(1), Connection("any"))].into(),
        fallback: vec![],
        names: vec![],
    }));
}
