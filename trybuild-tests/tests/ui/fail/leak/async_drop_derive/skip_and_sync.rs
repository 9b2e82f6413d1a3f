//! A field is destroyed in one way.

#[derive(leak::async_drop::AsyncDrop)]
struct Owner {
    #[async_drop(skip, sync)]
    file: String,
}

async fn close(file: String) {
    drop(file);
}

fn main() {
    drop(close(String::new()));
    drop(leak::async_drop::async_drop(Owner { file: String::new() }));
}
