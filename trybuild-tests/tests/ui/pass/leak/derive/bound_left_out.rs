//! Without the automatic bound, the check of the field fails: a bound can be too strong, never too
//! weak.

#[derive(leak::Leak)]
#[leak(bound = "T: leak::Leak")]
struct Wrapper<T>(T);

fn main() {
    drop(Wrapper(1));
}
