//! A local place has no lock: other threads can't have it.

fn main() {
    leak::scope(|s| {
        std::thread::scope(|t| {
            t.spawn(|| s.own(1).keep());
        });
    });
}
