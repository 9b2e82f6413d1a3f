//! Constants, statics, unit structs and const parameters have the names of local variables in expansions.
//!
//! A `let` of such a name isn't a variable but a pattern, and hygiene doesn't help: it covers
//! variables and labels, not items.

const this: u8 = 0;
const pointer: u8 = 0;
const field_0: u8 = 0;
const field_value: u8 = 0;
static store: u8 = 0;
struct frame;
struct guard;
struct scope;

#[derive(leak::Leak)]
pub struct Struct<T> {
    pub value: T,
}

#[derive(leak::Leak)]
pub enum Enum<T> {
    Tuple(T, u8),
    Struct { value: T },
}

#[derive(leak::Leak)]
pub struct Parameters<const value: usize, const value_0: usize>(pub [u8; value], pub [u8; value_0]);

const asked: u8 = 0;
const also: u8 = 0;

#[derive(
    leak::AllowedInRc, leak::Disowns, leak::NeverGives, leak::RankedLeak, leak::RoutineDrop,
)]
#[ranked_leak(rank = 1)]
pub enum Asked<T, const first: usize> {
    Tuple(T, [u8; first]),
    Struct { value: T },
}

#[leak::framed]
#[must_use]
pub fn framed<const length: usize>(bytes: [u8; length]) -> usize {
    leak::frame!(s);
    s.spawn(|| bytes.len()).join().unwrap_or(0)
}

/// The names aren't taken for nothing.
#[must_use]
pub fn sum() -> u8 {
    let (_, _, _) = (frame, guard, scope);
    this + pointer + field_0 + field_value + store + asked + also
}
