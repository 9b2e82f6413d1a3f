//! A macro from elsewhere can't bring a frame in.

#[allow(unused_macros)]
macro_rules! open {
    ($scope:ident) => {
        leak::frame!($scope);
    };
}

#[leak::framed]
fn run(n: &u32) {
    leak::frame!(s);
    println!("{:?}", s.spawn(|| *n).join().ok());
}

fn main() {
    let _ = run(&1);
}
