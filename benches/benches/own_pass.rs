//! `Own` beside other pointers that own: passed on, taken apart, called.

use benches::{CALL, FIELDS, MEASURE, PASS, WARM_UP};
use core::hint::black_box;
use core::mem::MaybeUninit;
use core::ptr;
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, criterion_group, criterion_main};
use own_ref::{CallOnce, Dropping, Fields, Own, OwnDrop, Slot, unsize};
use stackbox::StackBox;
use stackbox::dyn_traits::fn_once::StackBoxDynFnOnce_1;

type Group<'a> = BenchmarkGroup<'a, WallTime>;

fn bench<R>(group: &mut Group<'_>, name: &str, size: usize, mut work: impl FnMut() -> R) {
    group.bench_function(BenchmarkId::new(name, size), |b| b.iter(&mut work));
}

/// A value with a destructor that can't be optimised away.
struct Words<const N: usize>([u64; N]);

impl<const N: usize> Words<N> {
    fn new() -> Self {
        Self([black_box(7); N])
    }

    /// Consumes it.
    #[inline(never)]
    fn finish(self) -> u64 {
        black_box(&self.0)[N - 1]
    }
}

impl<const N: usize> Drop for Words<N> {
    fn drop(&mut self) {
        black_box(&mut self.0);
    }
}

// Three calls that the compiler may not see through.

#[inline(never)]
fn first<P>(own: P, end: impl FnOnce(P) -> u64) -> u64 {
    black_box(second(own, end))
}

#[inline(never)]
fn second<P>(own: P, end: impl FnOnce(P) -> u64) -> u64 {
    black_box(third(own, end))
}

#[inline(never)]
fn third<P>(own: P, end: impl FnOnce(P) -> u64) -> u64 {
    end(own)
}

fn pass<const N: usize>(group: &mut Group<'_>) {
    let [raw, value, boxed, moveit, stackbox, own] =
        *PASS.columns.as_array().expect("a name for each");
    let size = size_of::<Words<N>>();
    bench(group, raw, size, || {
        let mut place = MaybeUninit::uninit();
        place.write(Words::<N>::new());
        first(place.as_mut_ptr(), |words| {
            // SAFETY: it was written.
            let last = unsafe { (*words).0[N - 1] };
            // SAFETY: it was written, and isn't used again.
            unsafe { ptr::drop_in_place(words) };
            last
        })
    });
    bench(group, value, size, || {
        first(Words::<N>::new(), |words| words.0[N - 1])
    });
    bench(group, boxed, size, || {
        first(Box::new(Words::<N>::new()), |words| words.0[N - 1])
    });
    bench(group, moveit, size, || {
        moveit::slot!(slot);
        first(slot.put(Words::<N>::new()), |words| words.0[N - 1])
    });
    bench(group, stackbox, size, || {
        let mut slot = stackbox::Slot::VACANT;
        first(StackBox::new_in(&mut slot, Words::<N>::new()), |words| {
            words.0[N - 1]
        })
    });
    bench(group, own, size, || {
        let mut slot = Slot::new();
        first(slot.put(Words::<N>::new()), |words| words.0[N - 1])
    });
}

/// One field is consumed at the end, the others are dropped.
#[derive(Fields)]
struct Job<const N: usize> {
    id: Words<N>,
    finished: Words<N>,
    log: Words<N>,
}

impl<const N: usize> Job<N> {
    fn new() -> Self {
        Self {
            id: Words::new(),
            finished: Words::new(),
            log: Words::new(),
        }
    }
}

impl<const N: usize> OwnDrop for Job<N> {
    fn drop(this: Own<'_, Self>) {
        let JobOwn { finished, .. } = Own::split(this);
        black_box(Own::into_inner(finished).finish());
    }
}

/// The same, with the idiom for `Drop`.
struct OptionJob<const N: usize> {
    _id: Words<N>,
    finished: Option<Words<N>>,
    _log: Words<N>,
}

impl<const N: usize> Drop for OptionJob<N> {
    fn drop(&mut self) {
        if let Some(finished) = self.finished.take() {
            black_box(finished.finish());
        }
    }
}

/// Ends a job out of the compiler's sight of where it began.
#[inline(never)]
fn end<P, R>(job: P, how: impl FnOnce(P) -> R) -> R {
    how(job)
}

fn fields<const N: usize>(group: &mut Group<'_>) {
    let [raw, local, option, boxed, split, dropping] =
        *FIELDS.columns.as_array().expect("a name for each");
    let size = size_of::<Words<N>>();
    bench(group, raw, size, || {
        let mut place = MaybeUninit::uninit();
        place.write(Job::<N>::new());
        end(place.as_mut_ptr(), |job| {
            // SAFETY: it was written.
            let job = unsafe { &mut *job };
            // SAFETY: the field isn't used again.
            let finished = unsafe { ptr::read(&raw const job.finished) };
            let last = finished.finish();
            // SAFETY: the field isn't used again.
            unsafe { ptr::drop_in_place(&raw mut job.id) };
            // SAFETY: the field isn't used again.
            unsafe { ptr::drop_in_place(&raw mut job.log) };
            last
        })
    });
    bench(group, local, size, || {
        end(Job::<N>::new(), |job| {
            let Job { finished, .. } = job;
            finished.finish()
        })
    });
    bench(group, option, size, || {
        let job = OptionJob::<N> {
            _id: Words::new(),
            finished: Some(Words::new()),
            _log: Words::new(),
        };
        end(job, drop);
    });
    bench(group, boxed, size, || {
        end(Box::new(Job::<N>::new()), |job| {
            let Job { finished, .. } = *job;
            finished.finish()
        })
    });
    bench(group, split, size, || {
        let mut slot = Slot::new();
        end(slot.put(Job::<N>::new()), |job| {
            let JobOwn { finished, .. } = Own::split(job);
            Own::into_inner(finished).finish()
        })
    });
    bench(group, dropping, size, || {
        end(Dropping::new(Job::<N>::new()), drop);
    });
}

/// A closure by hand: what it captured, and how to call it.
struct RawCall {
    captured: *mut (),
    call: unsafe fn(*mut (), u64) -> u64,
}

impl RawCall {
    fn new<F: FnOnce(u64) -> u64>(place: &mut MaybeUninit<F>) -> Self {
        /// # Safety
        ///
        /// 1. `captured` points to a valid `F` that is not used again.
        unsafe fn call<F: FnOnce(u64) -> u64>(captured: *mut (), n: u64) -> u64 {
            // SAFETY: clause 1.
            let closure = unsafe { captured.cast::<F>().read() };
            closure(n)
        }
        Self {
            captured: place.as_mut_ptr().cast(),
            call: call::<F>,
        }
    }
}

fn closure<const N: usize>() -> impl FnOnce(u64) -> u64 {
    let words = Words::<N>::new();
    move |n| words.finish() + n
}

fn call<const N: usize>(group: &mut Group<'_>) {
    let [raw, boxed, option, stackbox, own] = *CALL.columns.as_array().expect("a name for each");
    let size = size_of::<Words<N>>();
    bench(group, raw, size, || {
        let mut place = MaybeUninit::uninit();
        place.write(closure::<N>());
        let raw = black_box(RawCall::new(&mut place));
        // SAFETY: 1. it was written, and is called once.
        unsafe { (raw.call)(raw.captured, 1) }
    });
    bench(group, boxed, size, || {
        black_box(Box::new(closure::<N>()) as Box<dyn FnOnce(u64) -> u64>)(1)
    });
    bench(group, option, size, || {
        let mut closure = Some(closure::<N>());
        let mut once = |n| closure.take().map_or(0, |closure| closure(n));
        black_box(&mut once as &mut dyn FnMut(u64) -> u64)(1)
    });
    bench(group, stackbox, size, || {
        let mut slot = stackbox::Slot::VACANT;
        let own = StackBox::new_in(&mut slot, closure::<N>());
        black_box(own.into_dyn::<StackBoxDynFnOnce_1<'_, u64, u64>>()).call(1)
    });
    bench(group, own, size, || {
        let mut slot = Slot::new();
        let own = unsize!(slot.put(closure::<N>()) => dyn CallOnce<(u64,), Output = u64>);
        Own::call(black_box(own), (1,))
    });
}

fn all(c: &mut Criterion) {
    let mut group = c.benchmark_group(PASS.group);
    pass::<8>(&mut group);
    pass::<64>(&mut group);
    pass::<512>(&mut group);
    drop(group);
    let mut group = c.benchmark_group(FIELDS.group);
    fields::<1>(&mut group);
    fields::<8>(&mut group);
    fields::<64>(&mut group);
    drop(group);
    let mut group = c.benchmark_group(CALL.group);
    call::<1>(&mut group);
    call::<8>(&mut group);
    call::<64>(&mut group);
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(WARM_UP).measurement_time(MEASURE);
    targets = all
}
criterion_main!(benches);
