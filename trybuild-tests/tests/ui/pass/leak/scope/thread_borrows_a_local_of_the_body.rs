//! Locals of the closure end before the threads do.

fn main() {
    let text = String::from("outside");
    leak::scope(|s| {
        s.spawn(|| println!("{text}")).detach();
    });
}
