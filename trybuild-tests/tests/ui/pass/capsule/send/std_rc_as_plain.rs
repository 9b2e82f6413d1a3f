//! `Plain` is for what is `Send`.

use capsule::{Capsule, Plain};
use std::sync::Arc;

fn main() {
    let capsule = Capsule::<Plain<Arc<u32>>>::new(|_| Plain(Arc::new(1)));
    std::thread::spawn(move || drop(capsule)).join().unwrap();
}
