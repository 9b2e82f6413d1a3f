//! Cached threads of `leak::structured` beside scopes that start threads, and beside a pool.

use benches::{Area, MEASURE, STRUCTURED_CANCEL, STRUCTURED_SCOPE, WARM_UP};
use core::hint::black_box;
use core::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use core::time::Duration;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use leak::structured;
use std::thread;
use std::time::Instant;

type Contestant = fn(usize);

fn compare(c: &mut Criterion, area: &Area, contestants: &[Contestant]) {
    assert_eq!(area.columns.len(), contestants.len(), "a name for each");
    let mut group = c.benchmark_group(area.group);
    for size in area.sizes {
        for (name, contestant) in area.columns.iter().zip(contestants) {
            group.bench_function(BenchmarkId::new(*name, size), |b| {
                b.iter(|| contestant(*size));
            });
        }
    }
}

fn children(c: &mut Criterion) {
    compare(
        c,
        &STRUCTURED_SCOPE,
        &[
            |children| {
                thread::scope(|s| {
                    for i in 0..children {
                        s.spawn(move || black_box(i));
                    }
                });
            },
            |children| {
                let ended = structured::scope(|set| {
                    for i in 0..children {
                        set.spawn(move |_| black_box(i)).detach();
                    }
                });
                ended.expect("no child panics");
            },
            |children| {
                leak::scope(|s| {
                    for i in 0..children {
                        s.spawn(move || black_box(i)).detach();
                    }
                });
            },
            |children| {
                let ended = crossbeam_utils::thread::scope(|s| {
                    for i in 0..children {
                        s.spawn(move |_| black_box(i));
                    }
                });
                ended.expect("no child panics");
            },
            |children| {
                rayon::scope(|s| {
                    for i in 0..children {
                        s.spawn(move |_| {
                            black_box(i);
                        });
                    }
                });
            },
            |children| {
                scope_lock::lock_scope(|extender| {
                    for i in 0..children {
                        let child = extender.fn_once(Box::new(move |()| {
                            black_box(i);
                        }));
                        thread::spawn(move || child(()));
                    }
                });
            },
        ],
    );
}

/// From the call that cancels until the last child has ended and the scope has returned.
fn cancellation(c: &mut Criterion) {
    let [with_flag, with_set]: [fn(usize) -> Duration; 2] = [
        |children| {
            let cancelled = AtomicBool::new(false);
            let at = AtomicU64::new(0);
            let start = Instant::now();
            thread::scope(|s| {
                let sleeping: Vec<_> = (0..children)
                    .map(|_| {
                        s.spawn(|| {
                            while !cancelled.load(Relaxed) {
                                thread::park();
                            }
                        })
                    })
                    .collect();
                thread::sleep(Duration::from_micros(300)); // until they sleep
                at.store(nanoseconds(start), Relaxed);
                cancelled.store(true, Relaxed);
                for child in &sleeping {
                    child.thread().unpark();
                }
            });
            Duration::from_nanos(nanoseconds(start) - at.into_inner())
        },
        |children| {
            let at = AtomicU64::new(0);
            let start = Instant::now();
            let ended = structured::scope(|set| {
                for _ in 0..children {
                    set.spawn(|cancel| cancel.sleep(Duration::MAX)).detach();
                }
                thread::sleep(Duration::from_micros(300));
                at.store(nanoseconds(start), Relaxed);
                set.cancel();
            });
            ended.expect("no child panics");
            Duration::from_nanos(nanoseconds(start) - at.into_inner())
        },
    ];
    let mut group = c.benchmark_group(STRUCTURED_CANCEL.group);
    for size in STRUCTURED_CANCEL.sizes {
        for (name, run) in STRUCTURED_CANCEL.columns.iter().zip([with_flag, with_set]) {
            group.bench_function(BenchmarkId::new(*name, size), |b| {
                b.iter_custom(|times| (0..times).map(|_| run(*size)).sum());
            });
        }
    }
}

fn nanoseconds(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_nanos()).expect("some centuries")
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(WARM_UP).measurement_time(MEASURE);
    targets = children, cancellation
}
criterion_main!(benches);
