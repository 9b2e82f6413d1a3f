//! A macro in the body is expanded after the attribute has looked.

#[leak::framed]
fn run(n: &u32) {
    macro_rules! open {
        ($scope:ident) => {
            println!("{:?}", $scope);
        };
    }
    frame!(s);
    open!(s);
    println!("{:?}", s.spawn(|| *n).join().ok());
}

fn main() {
    let _ = run(&1);
}
