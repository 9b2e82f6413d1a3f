//! States: changed in place, pinned and not, with panics, re-entrancy and forgotten handles.
#![expect(clippy::mem_forget, reason = "forgetting is what is tested")]

use crate::fetch::{Connecting, ConnectingPart, Fetch, FetchState, Reading, ReadingPart};
use core::cell::Cell;
use core::marker::PhantomPinned;
use core::mem;
use core::pin::{Pin, pin};
use own_ref::part::replace;
use own_ref::states::{update, update_pin};
use test_support::{Bomb, Log, Note, panic_of, sorted};

type Plain = Fetch<String, u8, u64>;

fn start() -> Plain {
    Fetch::Connecting(Connecting {
        page: "page".to_owned(),
        dial: 7,
    })
}

fn page(state: &Plain) -> Option<&String> {
    match state {
        Fetch::Connecting(Connecting { page, .. }) | Fetch::Reading(Reading { page, .. }) => {
            Some(page)
        }
        Fetch::Done => None,
    }
}

/// To the next state, with the page in its place.
fn step(fetch: &mut Plain) -> &'static str {
    update(fetch, |now| match now.state() {
        FetchState::Connecting(state) => {
            let (dial, part) = state.part().take_dial();
            let part = ReadingPart::of(part.carry());
            part.set_read(u64::from(dial))
                .set_chunks(0)
                .finish()
                .next()
                .with("connected")
        }
        FetchState::Reading(mut state) if state.chunks < 2 => {
            state.chunks += 1;
            state.next().with("a chunk")
        }
        FetchState::Reading(state) => state.clear().rest().with("done"),
        FetchState::Done(vacant) => vacant
            .put(Connecting {
                page: "new".to_owned(),
                dial: 1,
            })
            .next()
            .with("again"),
    })
}

#[test]
fn states_change_in_place() {
    let mut fetch = start();
    let at = page(&fetch).map(core::ptr::from_ref);
    assert_eq!(step(&mut fetch), "connected");
    assert_eq!(page(&fetch).map(core::ptr::from_ref), at);
    assert!(matches!(
        fetch,
        Fetch::Reading(Reading {
            read: 7,
            chunks: 0,
            ..
        })
    ));
    assert_eq!(
        [step(&mut fetch), step(&mut fetch), step(&mut fetch)],
        ["a chunk", "a chunk", "done"]
    );
    assert!(matches!(fetch, Fetch::Done));
    assert_eq!(step(&mut fetch), "again");
    assert_eq!(page(&fetch).map(String::as_str), Some("new"));
}

type Noting<'a> = Fetch<Note<'a>, Note<'a>, Bomb<'a>>;

fn noting(log: &Log) -> Noting<'_> {
    Fetch::Connecting(Connecting {
        page: Note(log, "page"),
        dial: Note(log, "dial"),
    })
}

#[test]
fn a_panic_leaves_the_sentinel() {
    let log = Log::default();
    let mut fetch = noting(&log);
    assert_eq!(
        panic_of(|| update::<_, (), _>(&mut fetch, |_| panic!("at once"))),
        "at once"
    );
    assert!(matches!(fetch, Fetch::Done));
    assert_eq!(mem::take(&mut *log.lock().unwrap()), ["page", "dial"]);

    let mut fetch = noting(&log);
    let message = panic_of(|| {
        update::<_, (), _>(&mut fetch, |now| {
            let FetchState::Connecting(state) = now.state() else {
                unreachable!()
            };
            let part = ReadingPart::of(state.part().drop_dial().carry());
            let _part = part.set_chunks(1);
            panic!("halfway");
        });
    });
    assert_eq!(message, "halfway");
    assert!(matches!(fetch, Fetch::Done));
    assert_eq!(mem::take(&mut *log.lock().unwrap()), ["dial", "page"]);

    // A state that was finished, and not returned.
    let mut fetch = noting(&log);
    let message = panic_of(|| {
        update::<_, (), _>(&mut fetch, |now| {
            let FetchState::Connecting(state) = now.state() else {
                unreachable!()
            };
            let _next = state.next();
            panic!("too late");
        });
    });
    assert_eq!(message, "too late");
    assert!(matches!(fetch, Fetch::Done));
    assert_eq!(*log.lock().unwrap(), ["page", "dial"]);
}

#[test]
fn a_panicking_destructor_leaves_the_sentinel() {
    let log = Log::default();
    let reading = |read| {
        Fetch::Reading(Reading {
            page: Note(&log, "page"),
            chunks: 0,
            read: Bomb(Note(&log, read)),
        })
    };
    let mut fetch: Noting<'_> = reading("bomb");
    let message = panic_of(|| {
        update::<_, (), _>(&mut fetch, |now| match now.state() {
            FetchState::Reading(state) => state.clear().rest(),
            _ => unreachable!(),
        });
    });
    assert_eq!(message, "bomb");
    assert!(matches!(fetch, Fetch::Done));
    assert_eq!(mem::take(&mut *log.lock().unwrap()), ["page", "bomb"]);

    let mut fetch: Noting<'_> = reading("bomb");
    let message = panic_of(|| {
        update::<_, (), _>(&mut fetch, |now| match now.state() {
            FetchState::Reading(state) => state
                .part()
                .drop_read()
                .set_read(Bomb(Note(&log, "no")))
                .finish()
                .next(),
            _ => unreachable!(),
        });
    });
    assert_eq!(message, "bomb");
    assert!(matches!(fetch, Fetch::Done));
    assert_eq!(mem::take(&mut *log.lock().unwrap()), ["bomb", "page"]);
    drop(fetch);
    drop(noting(&log));
    assert_eq!(*log.lock().unwrap(), ["page", "dial"]);
}

#[test]
fn forgetting_forgets() {
    let log = Log::default();
    let mut fetch = noting(&log);
    let message = panic_of(|| {
        update::<_, (), _>(&mut fetch, |now| {
            let FetchState::Connecting(state) = now.state() else {
                unreachable!()
            };
            mem::forget(state);
            panic!("forgotten");
        });
    });
    assert_eq!(message, "forgotten");
    assert!(matches!(fetch, Fetch::Done));
    drop(fetch);
    let mut fetch = noting(&log);
    assert_eq!(
        panic_of(|| update::<_, (), _>(&mut fetch, |now| {
            mem::forget(now);
            panic!("all of it")
        })),
        "all of it"
    );
    drop(fetch);
    assert!(sorted(log).is_empty());
}

#[test]
fn updates_nest() {
    let (mut outer, mut inner) = (start(), start());
    update(&mut outer, |now| {
        let FetchState::Connecting(state) = now.state() else {
            unreachable!()
        };
        assert_eq!(step(&mut inner), "connected");
        state.next()
    });
    assert!(matches!(outer, Fetch::Connecting(_)));
    assert!(matches!(inner, Fetch::Reading(_)));
}

/// Checks that it is dropped where it was pinned.
struct Anchor<'a> {
    at: Cell<usize>,
    drops: Option<&'a Cell<u32>>,
    _pinned: PhantomPinned,
}

impl Anchor<'_> {
    fn hold(self: Pin<&mut Self>) -> usize {
        let here = core::ptr::from_ref(&*self).addr();
        assert!(self.at.get() == 0 || self.at.get() == here, "it was moved");
        self.at.set(here);
        here
    }
}

impl Drop for Anchor<'_> {
    fn drop(&mut self) {
        assert!(
            self.at.get() == 0 || self.at.get() == core::ptr::from_ref(self).addr(),
            "it was moved"
        );
        if let Some(drops) = self.drops {
            drops.set(drops.get() + 1);
        }
    }
}

type Pinned<'a> = Fetch<Anchor<'a>, Anchor<'a>, Anchor<'a>>;

#[test]
fn pinned_fields_stay_where_they_are() {
    let drops = Cell::new(0);
    let anchor = || Anchor {
        drops: Some(&drops),
        at: Cell::new(0),
        _pinned: PhantomPinned,
    };
    let mut fetch: Pin<&mut Pinned<'_>> = pin!(Fetch::Connecting(Connecting {
        page: anchor(),
        dial: anchor()
    }));

    let at = update_pin(fetch.as_mut(), |now| {
        let FetchState::Connecting(state) = now.state() else {
            unreachable!()
        };
        let mut part = state.part();
        part.dial_pin().hold();
        let at = part.page_pin().hold();
        part.finish().next().with(at)
    });
    let again = update_pin(fetch.as_mut(), |now| {
        let FetchState::Connecting(state) = now.state() else {
            unreachable!()
        };
        let part = state.part().drop_dial();
        assert_eq!(drops.get(), 1);
        let part = ReadingPart::of(part.carry())
            .set_chunks(3)
            .set_read(anchor());
        let (chunks, mut part) = part.take_chunks(); // not pinned, so it may move
        part.read_pin().hold();
        let at = part.page_pin().hold();
        part.set_chunks(chunks).finish().next().with(at)
    });
    assert_eq!(at, again);
    // A panic drops the pinned fields in place, and leaves the sentinel.
    let message = panic_of(|| {
        update_pin::<_, (), _>(fetch.as_mut(), |now| {
            let FetchState::Reading(state) = now.state() else {
                unreachable!()
            };
            let _part = state.part().drop_read();
            panic!("with a pinned field in hand");
        });
    });
    assert_eq!(message, "with a pinned field in hand");
    assert_eq!(drops.get(), 3);
    assert!(matches!(*fetch, Fetch::Done));
    update_pin(fetch.as_mut(), |now| {
        let FetchState::Done(vacant) = now.state() else {
            unreachable!()
        };
        vacant
            .put(Connecting {
                page: anchor(),
                dial: anchor(),
            })
            .next()
    });
    update_pin(fetch, |now| match now.state() {
        FetchState::Connecting(state) => state.clear().rest(),
        _ => unreachable!(),
    });
    assert_eq!(drops.get(), 5);
}

#[test]
fn payloads_of_every_alignment() {
    #[repr(align(64))]
    struct Wide(u8);

    let mut fetch: Fetch<(), Wide, ()> = Fetch::Connecting(Connecting {
        page: (),
        dial: Wide(1),
    });
    update(&mut fetch, |now| {
        let FetchState::Connecting(state) = now.state() else {
            unreachable!()
        };
        assert_eq!(core::ptr::from_ref(&state.dial).addr() % 64, 0);
        let (wide, part) = state.part().take_dial();
        let part = ReadingPart::of(part.carry())
            .set_read(())
            .set_chunks(wide.0.into());
        part.finish().next()
    });
    assert!(matches!(fetch, Fetch::Reading(Reading { chunks: 1, .. })));
}

/// Unpinned states, by themselves.
#[test]
fn carrying_without_an_enum() {
    use own_ref::{Own, Slot};

    let mut slot = Slot::new();
    let wide = slot.put(Reading {
        page: "page".to_owned(),
        chunks: 5,
        read: [0_u64; 4],
    });
    let (chunks, part) = Own::part(wide).take_chunks();
    let narrow = crate::fetch::ConnectingPart::of(part.drop_read().carry())
        .set_dial(chunks)
        .finish();
    assert_eq!((narrow.page.as_str(), narrow.dial), ("page", 5));
}

#[test]
fn a_pinned_field_turns_where_it_is() {
    let mut fetch = pin!(start());
    let at = update_pin(fetch.as_mut(), |now| {
        let FetchState::Connecting(state) = now.state() else {
            unreachable!()
        };
        let at = core::ptr::from_ref(&state.page);
        // To a field of the same struct, and to one of another.
        let louder = || replace(|page: String| page + "!");
        let part = ConnectingPart::of(state.part().turn_page(louder()));
        let part = ReadingPart::of(part.drop_dial().turn_page(louder()));
        let state = part.set_read(2).set_chunks(1).finish();
        assert_eq!(core::ptr::from_ref(&state.page), at);
        state.next().with(at)
    });
    let page = page(&fetch).unwrap();
    assert_eq!((page.as_str(), core::ptr::from_ref(page)), ("page!!", at));
}

#[test]
fn a_panic_while_a_field_turns_drops_the_others() {
    let log = Log::default();
    let mut fetch = pin!(noting(&log));
    let message = panic_of(|| {
        update_pin::<_, (), _>(fetch.as_mut(), |now| {
            let FetchState::Connecting(state) = now.state() else {
                unreachable!()
            };
            let turned = state.part().turn_page(replace(|page: Note<'_>| {
                let _page = page;
                panic!("turning")
            }));
            ConnectingPart::of(turned).finish().next()
        });
    });
    assert_eq!(message, "turning");
    assert!(matches!(*fetch, Fetch::Done));
    assert_eq!(mem::take(&mut *log.lock().unwrap()), ["page", "dial"]);

    // One that has turned, and is dropped before it is said what the next state is.
    let mut fetch = pin!(noting(&log));
    let message = panic_of(|| {
        update_pin::<_, (), _>(fetch.as_mut(), |now| {
            let FetchState::Connecting(state) = now.state() else {
                unreachable!()
            };
            let turn = replace(|_page| Note(&log, "another"));
            let _turned = state
                .part()
                .drop_dial()
                .turn_page::<Reading<_, Bomb<'_>>, _>(turn);
            panic!("turned");
        });
    });
    assert_eq!(message, "turned");
    assert!(matches!(*fetch, Fetch::Done));
    assert_eq!(*log.lock().unwrap(), ["dial", "page", "another"]);
}

#[test]
fn what_is_left_of_a_part_goes_with_its_end() {
    let log = Log::default();
    let mut fetch = noting(&log);
    update(&mut fetch, |now| match now.state() {
        FetchState::Connecting(state) => state.part().drop_dial().vacate().rest(),
        _ => unreachable!(),
    });
    assert!(matches!(fetch, Fetch::Done));
    assert_eq!(mem::take(&mut *log.lock().unwrap()), ["dial", "page"]);

    // And another state may be put there.
    let mut fetch = noting(&log);
    update(&mut fetch, |now| match now.state() {
        FetchState::Connecting(state) => {
            let vacant = state.part().vacate();
            let page = Note(&log, "new page");
            vacant
                .put(Reading {
                    page,
                    chunks: 0,
                    read: Bomb(Note(&log, "bomb")),
                })
                .next()
        }
        _ => unreachable!(),
    });
    assert_eq!(mem::take(&mut *log.lock().unwrap()), ["page", "dial"]);
    let message = panic_of(|| {
        update::<_, (), _>(&mut fetch, |now| match now.state() {
            FetchState::Reading(state) => state.part().vacate().rest(),
            _ => unreachable!(),
        });
    });
    assert_eq!(message, "bomb");
    assert!(matches!(fetch, Fetch::Done));
    assert_eq!(*log.lock().unwrap(), ["new page", "bomb"]);
}
