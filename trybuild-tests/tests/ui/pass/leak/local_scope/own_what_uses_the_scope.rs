//! What a place owns can't use the place: its destructor runs while the place is torn down.

struct Late<'s, 'env>(&'s leak::LocalScope<'s, 'env>);

impl Drop for Late<'_, '_> {
    fn drop(&mut self) {
        self.0.own(String::from("when nobody expects it")).keep();
    }
}

fn main() {
    leak::local_scope(|outer| {
        leak::local_scope(|s| {
            s.own(Late(outer)).keep();
            outer.own(1).keep();
        });
    });
}
