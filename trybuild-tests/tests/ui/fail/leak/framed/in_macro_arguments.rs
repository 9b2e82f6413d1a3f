//! What a macro does with its arguments is not known.

#[leak::framed]
fn run(n: &u32) {
    println!("{}", {
        frame!(s);
        s.spawn(|| *n).join().unwrap_or(0)
    });
}

fn main() {
    let _ = run(&1);
}
