//! An attribute could be a macro.

#[leak::framed]
fn run(n: &u32) {
    #[allow(clippy::all)]
    let () = {
        frame!(s);
        s.spawn(|| println!("{n}")).detach();
    };
}

fn main() {
    let _ = run(&1);
}
