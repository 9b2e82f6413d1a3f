//! The attribute says nothing.

#[derive(leak::async_drop::AsyncDrop)]
struct Owner {
    #[async_drop]
    file: String,
}

async fn close(file: String) {
    drop(file);
}

fn main() {
    drop(close(String::new()));
    drop(leak::async_drop::async_drop(Owner { file: String::new() }));
}
