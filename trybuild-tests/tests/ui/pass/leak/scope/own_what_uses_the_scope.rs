//! What a scope owns can't use the scope: its destructor runs while the scope is torn down.
//! Threads can; they are waited for first.

struct Late<'s, 'env>(&'s leak::Scope<'s, 'env>);

impl Drop for Late<'_, '_> {
    fn drop(&mut self) {
        self.0.own(String::from("when nobody expects it")).keep();
    }
}

fn main() {
    leak::scope(|s| {
        s.spawn(|| drop(Late(s))).detach();
    });
}
