//! What is lent stays where it is until the frame is dropped.

#[leak::framed]
fn run() {
    let text = String::from("lent");
    leak::frame!(s);
    s.spawn(|| println!("{text}")).detach();
    drop(text.clone());
}

fn main() {
    run();
}
