//! The function of `with` takes the field, by value.

#[derive(leak::async_drop::AsyncDrop)]
struct Owner {
    #[async_drop(with = "close")]
    file: String,
}

async fn close(file: &mut String) {
    file.clear();
}

fn main() {
    drop(leak::async_drop::async_drop(Owner { file: String::new() }));
}
