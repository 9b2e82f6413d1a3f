//! What is declared after the frame ends before it.

#[leak::framed]
fn run() {
    leak::frame!(s);
    let text = String::from("lent");
    s.spawn(|| println!("{text}")).detach();
}

fn main() {
    run();
}
