//! Guards in places beside guards on the stack and in boxes.

use benches::{DROP, FORGET, MEASURE, WARM_UP};
use core::hint::black_box;
use core::sync::atomic::{AtomicUsize, Ordering};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use leak::Activate;

/// Counts up while it is inert no more.
struct Lend<'a>(&'a AtomicUsize);

/// Counts down in its destructor.
struct Lent<'a>(&'a AtomicUsize);

impl<'a> Lend<'a> {
    fn start(self) -> Lent<'a> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Lent(self.0)
    }
}

impl<'a> Activate for Lend<'a> {
    type Guard = Lent<'a>;

    unsafe fn activate(self) -> Lent<'a> {
        self.start()
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

fn dropped(c: &mut Criterion) {
    let lent = &AtomicUsize::new(0);
    let mut group = c.benchmark_group(DROP.group);
    for &size in DROP.sizes {
        let [plain, scopeguard, boxed, local, shared] =
            *DROP.columns.as_array().expect("a name for each");
        group.bench_function(BenchmarkId::new(plain, size), |b| {
            b.iter(|| {
                for _ in 0..size {
                    drop(black_box(Lend(lent).start()));
                }
            });
        });
        group.bench_function(BenchmarkId::new(scopeguard, size), |b| {
            b.iter(|| {
                for _ in 0..size {
                    lent.fetch_add(1, Ordering::Relaxed);
                    drop(black_box(scopeguard::guard(lent, |lent| {
                        lent.fetch_sub(1, Ordering::Relaxed);
                    })));
                }
            });
        });
        group.bench_function(BenchmarkId::new(boxed, size), |b| {
            b.iter(|| {
                for _ in 0..size {
                    drop(black_box(Box::new(Lend(lent).start())));
                }
            });
        });
        group.bench_function(BenchmarkId::new(local, size), |b| {
            leak::local_scope(|s| {
                b.iter(|| {
                    for _ in 0..size {
                        drop(black_box(s.hold(Lend(lent))));
                    }
                });
            });
        });
        group.bench_function(BenchmarkId::new(shared, size), |b| {
            leak::scope(|s| {
                b.iter(|| {
                    for _ in 0..size {
                        drop(black_box(s.hold(Lend(lent))));
                    }
                });
            });
        });
    }
    assert_eq!(lent.load(Ordering::Relaxed), 0, "all guards were destroyed");
}

fn forgotten(c: &mut Criterion) {
    let lent = &AtomicUsize::new(0);
    let mut group = c.benchmark_group(FORGET.group);
    for &size in FORGET.sizes {
        let [boxed, local, shared, arena] = *FORGET.columns.as_array().expect("a name for each");
        group.bench_function(BenchmarkId::new(boxed, size), |b| {
            b.iter(|| {
                let mut guards = Vec::new();
                for _ in 0..size {
                    guards.push(black_box(Box::new(Lend(lent).start())));
                }
            });
        });
        group.bench_function(BenchmarkId::new(local, size), |b| {
            b.iter(|| {
                leak::local_scope(|s| {
                    for _ in 0..size {
                        black_box(s.hold(Lend(lent))).keep();
                    }
                });
            });
        });
        group.bench_function(BenchmarkId::new(shared, size), |b| {
            b.iter(|| {
                leak::scope(|s| {
                    for _ in 0..size {
                        black_box(s.hold(Lend(lent))).keep();
                    }
                });
            });
        });
        group.bench_function(BenchmarkId::new(arena, size), |b| {
            b.iter(|| {
                leak::arena::scope(|arena| {
                    for _ in 0..size {
                        black_box(arena.hold(Lend(lent)));
                    }
                });
            });
        });
    }
    assert_eq!(lent.load(Ordering::Relaxed), 0, "all guards were destroyed");
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(WARM_UP).measurement_time(MEASURE);
    targets = dropped, forgotten
}
criterion_main!(benches);
