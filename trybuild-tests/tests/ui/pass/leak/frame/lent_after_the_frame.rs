//! What is declared after the frame ends before it.

#[leak::framed]
fn run() {
    let text = String::from("lent");
    leak::frame!(s);
    s.spawn(|| println!("{text}")).detach();
}

fn main() {
    run();
}
