//! A leaked handle gives out a reference for the rest of the scope. If the scope could own it, its
//! destructor could read the text after the text was destroyed.

struct Prints<'s>(&'s String);

impl Drop for Prints<'_> {
    fn drop(&mut self) {
        println!("{}", self.0);
    }
}

fn main() {
    leak::scope(|outer| {
        outer.own(1).keep();
        leak::scope(|s| {
            let older = s.own(std::sync::Mutex::new(None));
            let text: &String = Box::leak(Box::new(outer.own(String::from("text"))));
            *older.lock().unwrap() = Some(Prints(text));
        });
    });
}
