//! The length of an array is a constant.

#[leak::framed]
fn run(n: &u32) {
    let zeros = [0; {
        frame!(s);
        s.spawn(|| ()).detach();
        3
    }];
    println!("{n} {zeros:?}");
}

fn main() {
    let _ = run(&1);
}
