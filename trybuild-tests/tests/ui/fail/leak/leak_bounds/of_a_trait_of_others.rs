//! A method of a trait from elsewhere takes any type: the impl must not ask for more.

struct Words;

#[leak::leak_bounds]
impl Extend<u8> for Words {
    fn extend<I: IntoIterator<Item = u8>>(&mut self, iter: I) {
        iter.into_iter().for_each(drop);
    }
}

fn main() {
    Words.extend([1, 2]);
}
