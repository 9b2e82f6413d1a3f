//! A thread that the scope doesn't wait for can't have its handles.

fn main() {
    leak::scope(|s| {
        let text = s.own(String::from("text"));
        std::thread::spawn(move || drop(text)).join().unwrap();
    });
}
