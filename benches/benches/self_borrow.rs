//! `self_borrow` beside its peers: structs that borrow from themselves, built, moved, read, changed, dropped.

#[path = "../contestants/self_borrow.rs"]
mod contestants;

use benches::{MEASURE, SELF_BUILD, SELF_MOVE, SELF_MUTATE, SELF_READ, WARM_UP};
use contestants::{edit, tail, text};
use core::hint::black_box;
use criterion::measurement::WallTime;
use criterion::{
    BatchSize, BenchmarkGroup, BenchmarkId, Criterion, criterion_group, criterion_main,
};

type Group<'a> = BenchmarkGroup<'a, WallTime>;

fn owner(size: usize) -> String {
    "x".repeat(black_box(size))
}

/// Builds one of a new text, and drops both.
fn build(group: &mut Group<'_>) {
    let [raw, ouroboros, self_cell, yoke, ours] =
        *SELF_BUILD.columns.as_array().expect("a name for each");
    for &size in SELF_BUILD.sizes {
        let mut bench = |name: &str, work: &mut dyn FnMut()| {
            group.bench_function(BenchmarkId::new(name, size), |b| b.iter(&mut *work));
        };
        bench(raw, &mut || drop(black_box(text::Unsafe::new(owner(size)))));
        bench(ouroboros, &mut || {
            drop(black_box(text::Ouroboros::new(owner(size), |text| {
                tail(text)
            })));
        });
        bench(self_cell, &mut || {
            drop(black_box(text::SelfCell::new(owner(size), |text| {
                tail(text)
            })));
        });
        bench(yoke, &mut || {
            drop(black_box(text::Yoke::attach_to_cart(owner(size), tail)));
        });
        bench(ours, &mut || {
            drop(black_box(text::SelfBorrow::new(owner(size), |text| {
                tail(text)
            })));
        });
    }
}

/// Through calls that the compiler doesn't see through.
#[inline(never)]
fn through<T>(value: T) -> T {
    black_box(value)
}

fn moves(group: &mut Group<'_>) {
    fn one<T>(group: &mut Group<'_>, name: &str, size: usize, build: impl Fn() -> T) {
        group.bench_function(BenchmarkId::new(name, size), |b| {
            b.iter_batched(
                &build,
                |mut value| {
                    for _ in 0..size {
                        value = through(value);
                    }
                    value
                },
                BatchSize::SmallInput,
            );
        });
    }
    let [raw, ouroboros, self_cell, yoke, ours] =
        *SELF_MOVE.columns.as_array().expect("a name for each");
    for &size in SELF_MOVE.sizes {
        one(group, raw, size, || text::Unsafe::new(owner(16)));
        one(group, ouroboros, size, || {
            text::Ouroboros::new(owner(16), |text| tail(text))
        });
        one(group, self_cell, size, || {
            text::SelfCell::new(owner(16), |text| tail(text))
        });
        one(group, yoke, size, || {
            text::Yoke::attach_to_cart(owner(16), tail)
        });
        one(group, ours, size, || {
            text::SelfBorrow::new(owner(16), |text| tail(text))
        });
    }
}

/// Reads the dependents of many.
fn read(group: &mut Group<'_>) {
    fn one<T>(
        group: &mut Group<'_>,
        name: &str,
        size: usize,
        build: impl Fn() -> T,
        get: impl Fn(&T) -> &str,
    ) {
        let all: Vec<T> = (0..size).map(|_| build()).collect();
        group.bench_function(BenchmarkId::new(name, size), |b| {
            b.iter(|| all.iter().map(|value| get(value).len()).sum::<usize>());
        });
    }
    let [raw, ouroboros, self_cell, yoke, ours] =
        *SELF_READ.columns.as_array().expect("a name for each");
    for &size in SELF_READ.sizes {
        one(
            group,
            raw,
            size,
            || text::Unsafe::new(owner(16)),
            text::Unsafe::get,
        );
        one(
            group,
            ouroboros,
            size,
            || text::Ouroboros::new(owner(16), |text| tail(text)),
            |value| value.borrow_dependent(),
        );
        one(
            group,
            self_cell,
            size,
            || text::SelfCell::new(owner(16), |text| tail(text)),
            |value| value.borrow_dependent(),
        );
        one(
            group,
            yoke,
            size,
            || text::Yoke::attach_to_cart(owner(16), tail),
            |value| value.get(),
        );
        one(
            group,
            ours,
            size,
            || text::SelfBorrow::new(owner(16), |text| tail(text)),
            |value| value.dependent(),
        );
    }
}

/// Changes what is lent mutably, in many.
fn mutate(group: &mut Group<'_>) {
    fn one<T>(
        group: &mut Group<'_>,
        name: &str,
        size: usize,
        build: impl Fn() -> T,
        change: impl Fn(&mut T),
    ) {
        let mut all: Vec<T> = (0..size).map(|_| build()).collect();
        group.bench_function(BenchmarkId::new(name, size), |b| {
            b.iter(|| all.iter_mut().for_each(&change));
        });
    }
    /// Pushes and pops, so that the text stays as it is.
    fn touch(text: &mut String) {
        text.push('x');
        black_box(&mut *text).pop();
    }
    let [raw, ouroboros, self_cell, ours] =
        *SELF_MUTATE.columns.as_array().expect("a name for each");
    for &size in SELF_MUTATE.sizes {
        let boxed = || Box::new(owner(16));
        one(
            group,
            raw,
            size,
            || edit::Unsafe::new(boxed()),
            |value| touch(value.get_mut()),
        );
        one(
            group,
            ouroboros,
            size,
            || edit::Ouroboros::new(owner(16), |text| text),
            |value| value.with_dependent_mut(|text| touch(text)),
        );
        one(
            group,
            self_cell,
            size,
            || {
                let owner = self_cell::MutBorrow::new(owner(16));
                edit::SelfCell::new(owner, |text| text.borrow_mut())
            },
            |value| value.with_dependent_mut(|_, text| touch(text)),
        );
        one(
            group,
            ours,
            size,
            || edit::SelfBorrow::new(boxed(), |text| text),
            |value| value.with_dependent_mut(|text| touch(text)),
        );
    }
}

fn all(c: &mut Criterion) {
    build(&mut c.benchmark_group(SELF_BUILD.group));
    moves(&mut c.benchmark_group(SELF_MOVE.group));
    read(&mut c.benchmark_group(SELF_READ.group));
    mutate(&mut c.benchmark_group(SELF_MUTATE.group));
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(WARM_UP).measurement_time(MEASURE);
    targets = all
}
criterion_main!(benches);
