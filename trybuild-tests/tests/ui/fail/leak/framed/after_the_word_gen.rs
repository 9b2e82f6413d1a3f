//! For newer compilers, `gen { … }` is a generator.

#[leak::framed]
fn run(n: &u32, r#gen: [u8; 1]) {
    for _ in gen {
        frame!(s);
        s.spawn(|| println!("{n}")).detach();
    }
}

fn main() {
    let _ = run(&1, [1]);
}
