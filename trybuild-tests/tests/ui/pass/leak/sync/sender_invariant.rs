//! A sender for long-lived messages is not one for short-lived messages.

use leak::sync::mpsc::Sender;

fn shorten<'a>(sender: Sender<&'static str>) -> Sender<&'static str> {
    sender
}

fn main() {
    shorten(leak::sync::mpsc::channel().0);
}
