//! `#[derive(Leak)]` looks at every field, but that doesn't count as a use: the compiler still tells
//! which fields are never read.

use leak::Leak;

#[derive(Leak)]
#[expect(dead_code, reason = "this is the warning")]
struct Struct {
    never_read: u8,
    read: u8,
}

#[derive(Leak)]
#[expect(dead_code, reason = "this is the warning")]
enum Enum {
    Made { never_read: u8, read: u8 },
}

#[test]
fn the_others_are_read() {
    let value = Struct {
        never_read: 1,
        read: 2,
    };
    assert_eq!(value.read, 2);
    let value = Enum::Made {
        never_read: 1,
        read: 2,
    };
    let Enum::Made { read, .. } = value;
    assert_eq!(read, 2);
}
