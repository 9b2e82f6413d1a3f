//! An `async fn` written by hand, with a string that it lends across its `await`s, beside the compiler's.

use benches::{BY_HAND, MEASURE, WARM_UP};
use core::hint::black_box;
use core::mem::{self, MaybeUninit};
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};
use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use own_ref::states::update_pin;
use own_ref::{Fields, States};
use self_borrow::{InPlace, bind};

/// Ready after so many polls.
struct Wait(usize);

impl Future for Wait {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if black_box(self.0) == 0 {
            return Poll::Ready(());
        }
        self.0 -= 1;
        Poll::Pending
    }
}

async fn compiled(mut s: String, polls: usize) -> String {
    let r = &mut s;
    Wait(polls).await;
    r.push('!');
    let z = r.as_bytes();
    Wait(polls).await;
    black_box(z);
    Wait(polls).await;
    s
}

bind! {
    struct Written bind 'a { s: !'a mut String, r: &'a mut String }
}

bind! {
    struct Read bind 'a { s: !'a mut String, z: &'a [u8] }
}

#[derive(Fields)]
#[repr(C)]
struct State0 {
    room: MaybeUninit<Wait>,
    polls: usize,
    #[pin]
    s: String,
}

#[derive(Fields)]
#[repr(C)]
struct State1 {
    #[pin]
    awaited: Wait,
    polls: usize,
    #[pin]
    s: Written,
}

#[derive(Fields)]
#[repr(C)]
struct State2 {
    #[pin]
    awaited: Wait,
    polls: usize,
    #[pin]
    s: Read,
}

#[derive(Fields)]
#[repr(C)]
struct State3 {
    #[pin]
    awaited: Wait,
    polls: usize,
    #[pin]
    s: String,
}

#[derive(States)]
#[repr(C, u8)]
enum ByHand {
    Initial(State0),
    Await1(State1),
    Await2(State2),
    Await3(State3),
    #[sentinel]
    Final,
}

fn by_hand(s: String, polls: usize) -> ByHand {
    let room = MaybeUninit::uninit();
    ByHand::Initial(State0 { room, polls, s })
}

impl Future for ByHand {
    type Output = String;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<String> {
        loop {
            let poll = update_pin(self.as_mut(), |now| match now.state() {
                ByHandState::Initial(state) => {
                    let r = Written::lend_in_place(|s| s);
                    let state = State1Part::of(state.part().drop_room().turn_s(r));
                    let awaited = Wait(*state.polls());
                    state.set_awaited(awaited).finish().next().with(None)
                }
                ByHandState::Await1(state) => {
                    let mut state = state.part();
                    if state.awaited_pin().poll(cx).is_pending() {
                        return state.finish().next().with(Some(Poll::Pending));
                    }
                    let z = Written::map_in_place::<Read, _, _, _>(|r, ()| {
                        r.push('!');
                        r.as_bytes()
                    });
                    let state = State2Part::of(state.drop_awaited().turn_s(z));
                    let awaited = Wait(*state.polls());
                    state.set_awaited(awaited).finish().next().with(None)
                }
                ByHandState::Await2(state) => {
                    let mut state = state.part();
                    if state.awaited_pin().poll(cx).is_pending() {
                        return state.finish().next().with(Some(Poll::Pending));
                    }
                    let end = Read::end_in_place(|z, ()| {
                        black_box(z);
                    });
                    let state = State3Part::of(state.drop_awaited().turn_s(end));
                    let awaited = Wait(*state.polls());
                    state.set_awaited(awaited).finish().next().with(None)
                }
                ByHandState::Await3(state) => {
                    let mut state = state.part();
                    if state.awaited_pin().poll(cx).is_pending() {
                        return state.finish().next().with(Some(Poll::Pending));
                    }
                    let s = mem::take(state.s_pin().get_mut());
                    state.vacate().rest().with(Some(Poll::Ready(s)))
                }
                ByHandState::Final(_) => panic!("polled after it was done"),
            });
            if let Some(poll) = poll {
                return poll;
            }
        }
    }
}

fn run(future: impl Future<Output = String>) -> String {
    let mut future = pin!(future);
    let cx = &mut Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(result) = future.as_mut().poll(cx) {
            return result;
        }
    }
}

fn all(criterion: &mut Criterion) {
    let [compiler, hand] = *BY_HAND.columns.as_array().expect("a name for each");
    let mut group = criterion.benchmark_group(BY_HAND.group);
    // With room for what is written to it.
    let text = || String::with_capacity(8);
    for &polls in BY_HAND.sizes {
        group.bench_function(BenchmarkId::new(compiler, polls), |b| {
            b.iter_batched(text, |s| run(compiled(s, polls)), BatchSize::SmallInput);
        });
        group.bench_function(BenchmarkId::new(hand, polls), |b| {
            b.iter_batched(text, |s| run(by_hand(s, polls)), BatchSize::SmallInput);
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(WARM_UP).measurement_time(MEASURE);
    targets = all
}
criterion_main!(benches);
