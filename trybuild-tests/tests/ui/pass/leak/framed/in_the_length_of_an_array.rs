//! The length of an array is a constant.

#[leak::framed]
fn run(n: &u32) {
    let zeros = [{
        frame!(s);
        s.spawn(|| ()).detach();
        0
    }; 3];
    println!("{n} {zeros:?}");
}

fn main() {
    let _ = run(&1);
}
