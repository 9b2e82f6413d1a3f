// Enums that derive `Fields` pin nothing.
use own_ref::Fields;

#[derive(Fields)]
enum Either {
    Left(#[pin] u8),
    Right,
}

fn main() {
    let _ = [Either::Left(1), Either::Right];
}
