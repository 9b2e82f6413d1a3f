//! What these do to the item does no harm to what the derives say of it.

#[hostile_macros::duplicate]
#[hostile_macros::reverse_fields]
#[derive(leak::Leak, hostile_macros::EmptyDrop)]
#[hostile_macros::strip_attributes]
struct Data<T> {
    first: T,
    second: Vec<T>,
}

#[hostile_macros::rename(Renamed)]
#[derive(leak::Unleak)]
#[hostile_macros::reverse_fields]
struct Guard<'a> {
    first: &'a u8,
    second: &'a mut u8,
}

hostile_macros::echo_at_mixed_site! {
    #[derive(leak::Leak)]
    enum Choice<T> {
        One(T),
        Two { this: T, that: u8 },
    }
}

hostile_macros::echo_at_call_site! {
    #[leak::framed]
    fn framed(bytes: &[u8]) -> usize {
        leak::frame!(s);
        s.spawn(|| bytes.len()).join().unwrap_or(0)
    }
}

#[hostile_macros::body_in_item]
#[leak::leak_bounds]
fn bounded<T>(_: T) {
    assert_eq!(framed(&[]), 0);
}

#[derive(leak::Leak)]
#[hostile_macros::erase]
struct Erased;

struct Erased;

fn main() {
    leak::assert_leak!(Data<u8>, Renamed<'static>, Choice<u8>, Erased);
    assert_eq!(framed(&[1, 2]), 2);
    bounded("text");
}
