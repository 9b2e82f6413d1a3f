//! Nobody has the scope by value, so nobody can forget it.

fn main() {
    leak::scope(|s| {
        let _scope = s;
    });
}
