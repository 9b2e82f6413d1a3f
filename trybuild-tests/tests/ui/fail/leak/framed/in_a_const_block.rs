//! A constant has no stack.

#[leak::framed]
fn run(n: &u32) {
    const {
        frame!(s);
        s.spawn(|| 1).detach();
    }
    println!("{n}");
}

fn main() {
    let _ = run(&1);
}
