//! A place that isn't pinned could be moved, or forgotten with its memory reused.

use leak::PinScope;

fn main() {
    let place = PinScope::new(0);
    place.with(|n, s| s.spawn(move || println!("{n}")).detach());
}
