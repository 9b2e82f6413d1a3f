//! The string must hold predicates.

#[derive(leak::async_drop::AsyncDrop)]
#[async_drop(bound = "T leak::async_drop::AsyncDestruct")]
struct Owner<T>(T);

fn main() {
    drop(leak::async_drop::async_drop(Owner(1)));
}
