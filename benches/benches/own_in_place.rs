//! Values built where they stay, and states changed where they are.

use benches::{BUILD, MEASURE, STATES, WARM_UP};
use core::array;
use core::hint::black_box;
use core::mem::{self, ManuallyDrop};
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, SamplingMode, criterion_group};
use moveit::Emplace as _;
use own_ref::boxed::{self, BoxHole};
use own_ref::states::update;
use own_ref::{Fields, Init, States, init};
use std::{io, thread};

type Group<'a> = BenchmarkGroup<'a, WallTime>;

fn bench<R>(group: &mut Group<'_>, name: &str, size: usize, mut work: impl FnMut() -> R) {
    group.bench_function(BenchmarkId::new(name, size), |b| b.iter(&mut work));
}

/// What each word of a big value is.
fn word(i: usize, seed: usize) -> usize {
    (i ^ seed).wrapping_mul(0x9E37_79B9)
}

fn words<const N: usize>(seed: usize) -> impl Init<[usize; N]> {
    init::array(move |i| init::value(word(i, seed)))
}

fn build<const N: usize>(group: &mut Group<'_>) {
    let [raw, array, vec, collect, moveit, hole, slice] =
        *BUILD.columns.as_array().expect("a name for each");
    let size = size_of::<[usize; N]>() >> 20;
    let seed = || black_box(5);
    bench(group, raw, size, || {
        let (seed, mut place) = (seed(), Box::<[usize; N]>::new_uninit());
        let first = place.as_mut_ptr().cast::<usize>();
        for i in 0..N {
            // SAFETY: `i` is below the length.
            let next = unsafe { first.add(i) };
            // SAFETY: uninitialised memory of ours.
            unsafe { next.write(word(i, seed)) };
        }
        // SAFETY: all words were written.
        unsafe { place.assume_init() }
    });
    bench(group, array, size, || {
        let seed = seed();
        Box::<[usize; N]>::new(array::from_fn(|i| word(i, seed)))
    });
    bench(group, vec, size, || {
        let (seed, mut vec) = (seed(), vec![0; N]);
        for (i, next) in vec.iter_mut().enumerate() {
            *next = word(i, seed);
        }
        vec
    });
    bench(group, collect, size, || {
        let seed = seed();
        (0..N).map(|i| word(i, seed)).collect::<Box<[usize]>>()
    });
    bench(group, moveit, size, || {
        let seed = seed();
        let build = |place: core::pin::Pin<&mut mem::MaybeUninit<[usize; N]>>| {
            let first = place.get_mut().as_mut_ptr().cast::<usize>();
            for i in 0..N {
                // SAFETY: `i` is below the length.
                let next = unsafe { first.add(i) };
                // SAFETY: uninitialised memory that was lent for that.
                unsafe { next.write(word(i, seed)) };
            }
        };
        // SAFETY: it writes all words, and nothing moves.
        Box::emplace(unsafe { moveit::new::by_raw(build) })
    });
    bench(group, hole, size, || {
        BoxHole::new().build(words::<N>(seed()))
    });
    bench(group, slice, size, || {
        let seed = seed();
        let Ok::<_, core::convert::Infallible>(slice) =
            boxed::init_slice(N, |i| init::value(word(i, seed)));
        slice
    });
}

fn building(c: &mut Criterion) {
    let mut group = c.benchmark_group(BUILD.group);
    group.sampling_mode(SamplingMode::Flat).sample_size(20);
    build::<{ 1 << 17 }>(&mut group);
    build::<{ 8 << 17 }>(&mut group);
    build::<{ 64 << 17 }>(&mut group);
}

/// What two states share. Nobody drops it here, so that the union needs no destructor.
struct Page<const N: usize>([u64; N]);

/// Before the connection is there.
#[derive(Fields)]
#[repr(C)]
struct Connecting<const N: usize> {
    page: Page<N>,
    dial: u64,
}

/// While data comes in.
#[derive(Fields)]
#[repr(C)]
struct Reading<const N: usize> {
    page: Page<N>,
    chunks: u32,
    read: u64,
}

#[derive(States)]
#[repr(C, u8)]
enum Fetch<const N: usize> {
    Connecting(Connecting<N>),
    Reading(Reading<N>),
    #[sentinel]
    Done,
}

/// The same by hand.
#[repr(C)]
struct RawFetch<const N: usize> {
    reading: bool,
    state: RawState<N>,
}

#[repr(C)]
union RawState<const N: usize> {
    connecting: ManuallyDrop<Connecting<N>>,
    reading: ManuallyDrop<Reading<N>>,
}

#[inline(never)]
fn raw_step<const N: usize>(fetch: &mut RawFetch<N>) {
    let state = &raw mut fetch.state;
    let connecting = state.cast::<Connecting<N>>();
    let reading = state.cast::<Reading<N>>();
    if fetch.reading {
        // SAFETY: the tag says that it is valid.
        let read = unsafe { (*reading).read };
        // SAFETY: memory of ours; `page` stays where it is in both.
        unsafe { (*connecting).dial = read };
        fetch.reading = false;
    } else {
        // SAFETY: the tag says that it is valid.
        let dial = unsafe { (*connecting).dial };
        // SAFETY: memory of ours; `page` stays where it is in both.
        unsafe { (*reading).chunks = 0 };
        // SAFETY: as above.
        unsafe { (*reading).read = dial };
        fetch.reading = true;
    }
}

/// By value, as one writes it without `own_ref`.
fn next<const N: usize>(fetch: Fetch<N>) -> Fetch<N> {
    match fetch {
        Fetch::Connecting(Connecting { page, dial }) => Fetch::Reading(Reading {
            page,
            chunks: 0,
            read: dial,
        }),
        Fetch::Reading(Reading { page, read, .. }) => {
            Fetch::Connecting(Connecting { page, dial: read })
        }
        Fetch::Done => Fetch::Done,
    }
}

#[inline(never)]
fn replace_step<const N: usize>(fetch: &mut Fetch<N>) {
    *fetch = next(mem::replace(fetch, Fetch::Done));
}

#[inline(never)]
fn option_step<const N: usize>(fetch: &mut Option<Fetch<N>>) {
    *fetch = fetch.take().map(next);
}

#[inline(never)]
fn update_step<const N: usize>(fetch: &mut Fetch<N>) {
    update(fetch, |now| match now.state() {
        FetchState::Connecting(state) => {
            let (dial, rest) = state.part().take_dial();
            let reading = ReadingPart::of(rest.carry());
            reading.set_chunks(0).set_read(dial).finish().next()
        }
        FetchState::Reading(state) => {
            let (read, rest) = state.part().take_read();
            let connecting = ConnectingPart::of(rest.drop_chunks().carry());
            connecting.set_dial(read).finish().next()
        }
        FetchState::Done(vacant) => vacant.rest(),
    });
}

fn change<const N: usize>(group: &mut Group<'_>) {
    let [raw, replace, option, updated] = *STATES.columns.as_array().expect("a name for each");
    let size = size_of::<Page<N>>();
    let start = || Connecting {
        page: Page(black_box([1; N])),
        dial: 2,
    };
    let mut fetch = RawFetch {
        reading: false,
        state: RawState {
            connecting: ManuallyDrop::new(start()),
        },
    };
    bench(group, raw, size, || raw_step(black_box(&mut fetch)));
    let mut fetch = Fetch::Connecting(start());
    bench(group, replace, size, || replace_step(black_box(&mut fetch)));
    let mut fetch = Some(Fetch::Connecting(start()));
    bench(group, option, size, || option_step(black_box(&mut fetch)));
    let mut fetch = Fetch::Connecting(start());
    bench(group, updated, size, || update_step(black_box(&mut fetch)));
}

fn changing(c: &mut Criterion) {
    let mut group = c.benchmark_group(STATES.group);
    change::<2>(&mut group);
    change::<32>(&mut group);
    change::<512>(&mut group);
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(WARM_UP).measurement_time(MEASURE);
    targets = building, changing
}

/// For `Box::new`, which may build the array on the stack, a stack that can hold it.
fn main() -> io::Result<()> {
    let measured = thread::Builder::new().stack_size(512 << 20).spawn(|| {
        benches();
        Criterion::default().configure_from_args().final_summary();
    })?;
    measured.join().map_err(|_| io::ErrorKind::Other.into())
}
