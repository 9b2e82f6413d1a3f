//! Locals of the closure end before the threads do.

fn main() {
    leak::scope(|s| {
        let text = String::from("inside");
        s.spawn(|| println!("{text}")).detach();
    });
}
