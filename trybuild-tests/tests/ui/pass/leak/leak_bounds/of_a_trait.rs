//! The parameters of a trait, and of its methods.

#[leak::leak_bounds]
trait Visit<T: ?Leak> {
    fn visit(&self, item: T);
}

struct Nothing;

impl Visit<*const Data> for Nothing {
    fn visit(&self, _: *const Data) {}
}

fn main() {
    Nothing.visit(&raw const DATA);
}

#[derive(Clone, Copy, leak::Leak)]
struct Data;

static DATA: Data = Data;
