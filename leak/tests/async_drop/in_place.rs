//! `async_drop_in_place`, `slice`.

use crate::steps::{Async, Log, block_on, stop_after};
use core::mem::ManuallyDrop;
use core::pin::pin;
use leak::async_drop::{async_drop_in_place, slice};

#[test]
fn a_place_is_emptied_and_can_be_used_again() {
    let log = &Log::default();
    let mut place = pin!(ManuallyDrop::new(vec![Async(log, "a"), Async(log, "b")]));
    for polls in 0..=5 {
        // SAFETY: 1. It is live, and set anew below. 2. A `Vec` may be moved. 3. It isn't
        // forgotten.
        let future = unsafe { async_drop_in_place(place.as_mut()) };
        stop_after(polls, future);
        assert_eq!(log.take().len(), 2);
        place.set(ManuallyDrop::new(vec![Async(log, "a"), Async(log, "b")]));
    }
    // SAFETY: as above, for the last time.
    block_on(unsafe { async_drop_in_place(place) });
    assert_eq!(log.take(), ["a", "b"]);
}

#[test]
fn slices_go_in_order() {
    let log = &Log::default();
    for polls in 0..8 {
        let values = pin!(["a", "b", "c"].map(|name| ManuallyDrop::new(Async(log, name))));
        // SAFETY: 1. They were just put there. 2. They weren't pinned before. 3. It isn't
        // forgotten.
        let done = stop_after(polls, unsafe { slice(values) }).is_some();
        assert_eq!(done, polls == 7);
        let notes = log.take();
        let names: Vec<_> = notes
            .iter()
            .map(|note| note.trim_start_matches('!'))
            .collect();
        assert_eq!(names, ["a", "b", "c"]);
        let dropped = notes.iter().filter(|note| note.starts_with('!')).count();
        // 1 to 3 polls begin the first, and so on; each ends in the poll that begins the next.
        assert_eq!(dropped, 3 - polls.saturating_sub(1) / 2);
    }
}

#[test]
fn an_empty_slice() {
    let values: &mut [ManuallyDrop<Async<'_>>] = &mut [];
    // SAFETY: of no values nothing is asked.
    block_on(unsafe { slice(core::pin::Pin::new(values)) });
}
