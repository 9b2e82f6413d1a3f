//! A sender for long-lived messages is not one for short-lived messages.

use leak::sync::mpsc::SyncSender;

fn shorten<'a>(sender: SyncSender<&'static str>) -> SyncSender<&'static str> {
    sender
}

fn main() {
    shorten(leak::sync::mpsc::sync_channel(1).0);
}
