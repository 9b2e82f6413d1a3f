//! A parameter has no attribute.

use leak::async_drop::AsyncDestruct;

#[derive(leak::async_drop::AsyncDrop)]
struct Owner<#[async_drop(sync)] T: AsyncDestruct>(T);

fn main() {
    drop(leak::async_drop::async_drop(Owner(1)));
}
