//! Every field of every variant is checked.

#[derive(leak::Leak)]
enum Event {
    Quit,
    Key(char),
    Click { x: u32, handle: *const Event },
    Raw(u8, *mut Event),
}

fn main() {
    drop([Event::Quit, Event::Key('a')]);
    drop(Event::Click { x: 1, handle: core::ptr::null() });
    drop(Event::Raw(1, core::ptr::null_mut()));
}
