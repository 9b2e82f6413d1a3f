//! A type with drop glue and no impl.

struct Guard(*const u8);

impl Drop for Guard {
    fn drop(&mut self) {
        assert!(self.0.is_null());
    }
}

const _: () = assert!(leak::is_leak!(Guard));

fn main() {
    drop(Guard(core::ptr::null()));
}
