//! A place that isn't pinned could be moved, or forgotten with its memory reused.

use leak::PinScope;

fn main() {
    let place = std::pin::pin!(PinScope::new(0));
    place.as_ref().with(|n, s| s.spawn(move || println!("{n}")).detach());
}
