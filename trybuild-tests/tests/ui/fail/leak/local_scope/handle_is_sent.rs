//! A handle of a local place stays on its thread.

fn main() {
    leak::local_scope(|s| {
        let one = s.own(1);
        std::thread::scope(|t| {
            t.spawn(move || drop(one));
        });
    });
}
