//! `leak::scope` beside other scopes with threads.

use benches::{Area, JOIN, SCOPE};
use core::hint::black_box;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use std::thread;

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

fn left_to_the_scope(c: &mut Criterion) {
    compare(
        c,
        &SCOPE,
        &[
            |children| {
                thread::scope(|s| {
                    for i in 0..children {
                        s.spawn(move || black_box(i));
                    }
                });
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
        ],
    );
}

fn joined(c: &mut Criterion) {
    compare(
        c,
        &JOIN,
        &[
            |children| {
                thread::scope(|s| {
                    let guards: Vec<_> = (0..children)
                        .map(|i| s.spawn(move || black_box(i)))
                        .collect();
                    for guard in guards {
                        black_box(guard.join().expect("no child panics"));
                    }
                });
            },
            |children| {
                leak::scope(|s| {
                    let guards: Vec<_> = (0..children)
                        .map(|i| s.spawn(move || black_box(i)))
                        .collect();
                    for guard in guards {
                        black_box(guard.join().expect("no child panics"));
                    }
                });
            },
            |children| {
                let ended = crossbeam_utils::thread::scope(|s| {
                    let guards: Vec<_> = (0..children)
                        .map(|i| s.spawn(move |_| black_box(i)))
                        .collect();
                    for guard in guards {
                        black_box(guard.join().expect("no child panics"));
                    }
                });
                ended.expect("no child panics");
            },
        ],
    );
}

criterion_group!(benches, left_to_the_scope, joined);
criterion_main!(benches);
