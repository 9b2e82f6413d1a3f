//! Every field of every variant is checked.

#[derive(leak::Leak)]
enum Event {
    Quit,
    Key(char),
    Click { x: u32, handle: &'static Event },
    Raw(u8, &'static mut Event),
}

fn main() {
    drop([Event::Quit, Event::Key('a')]);
    drop(Event::Click { x: 1, handle: &Event::Quit });
    drop(Event::Raw(1, Box::leak(Box::new(Event::Quit))));
}
