//! Only the frame that opened a set starts threads in it. A child opens a set of its own.

use leak::structured::scope;

fn main() {
    scope(|set| {
        set.spawn(|_| {
            scope(|below| below.spawn(|_| ()).detach()).unwrap();
        })
        .detach();
    })
    .unwrap();
}
