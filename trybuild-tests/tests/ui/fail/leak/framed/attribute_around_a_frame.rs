//! An attribute could be a macro.

#[leak::framed]
fn run(n: &u32) {
    #[rustfmt::skip]
    let () = {
        frame!(s);
        s.spawn(|| println!("{n}")).detach();
    };
}

fn main() {
    let _ = run(&1);
}
