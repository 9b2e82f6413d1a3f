//! The path of `with` is looked up where it stands.

#[derive(leak::async_drop::AsyncDrop)]
struct Owner {
    #[async_drop(with = "shut")]
    file: String,
}

async fn close(file: String) {
    drop(file);
}

fn main() {
    drop(close(String::new()));
    drop(leak::async_drop::async_drop(Owner { file: String::new() }));
}
