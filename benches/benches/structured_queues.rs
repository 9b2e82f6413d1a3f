//! `produce_consume` and `worker_pool` beside channels.

use benches::{Area, MEASURE, STRUCTURED_LATENCY, STRUCTURED_POOL, STRUCTURED_QUEUE, WARM_UP};
use core::hint::black_box;
use core::time::Duration;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use leak::structured::{Consumer, Producer, produce_consume, worker_pool};
use std::sync::mpsc::sync_channel;
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

const VALUES: u64 = 50_000;

/// `VALUES` numbers from one thread to another.
fn throughput(c: &mut Criterion) {
    compare(
        c,
        &STRUCTURED_QUEUE,
        &[
            |capacity| {
                let (send, receive) = crossbeam_channel::bounded(capacity);
                thread::scope(|s| {
                    s.spawn(move || (0..VALUES).for_each(|n| send.send(n).expect("there")));
                    s.spawn(move || black_box(receive.iter().sum::<u64>()));
                });
            },
            |capacity| {
                let (send, receive) = sync_channel(capacity);
                thread::scope(|s| {
                    s.spawn(move || (0..VALUES).for_each(|n| send.send(n).expect("there")));
                    s.spawn(move || black_box(receive.iter().sum::<u64>()));
                });
            },
            |capacity| {
                let sums = produce_consume(
                    capacity,
                    [|queue: &Producer<'_, u64>| {
                        (0..VALUES).for_each(|n| queue.push(n).expect("there"));
                    }],
                    [|queue: &Consumer<'_, u64>| queue.iter().sum::<u64>()],
                );
                black_box(sums.expect("no panic"));
            },
        ],
    );
}

/// The 99th percentile of the times between push and pop, when a value is pushed every ten
/// microseconds.
fn latency(c: &mut Criterion) {
    const PACE: Duration = Duration::from_micros(10);
    fn values() -> usize {
        2000
    }
    fn produce(mut push: impl FnMut(Instant)) {
        for _ in 0..values() {
            let next = Instant::now() + PACE;
            push(Instant::now());
            while Instant::now() < next {
                core::hint::spin_loop();
            }
        }
    }
    fn percentile(mut times: Vec<Duration>) -> Duration {
        times.sort_unstable();
        times[times.len() * 99 / 100]
    }
    let contestants: [fn(usize) -> Duration; 3] = [
        |capacity| {
            let (send, receive) = crossbeam_channel::bounded::<Instant>(capacity);
            thread::scope(|s| {
                s.spawn(move || produce(|at| send.send(at).expect("there")));
                let times = s.spawn(move || receive.iter().map(|at| at.elapsed()).collect());
                percentile(times.join().expect("no panic"))
            })
        },
        |capacity| {
            let (send, receive) = sync_channel::<Instant>(capacity);
            thread::scope(|s| {
                s.spawn(move || produce(|at| send.send(at).expect("there")));
                let times = s.spawn(move || receive.iter().map(|at| at.elapsed()).collect());
                percentile(times.join().expect("no panic"))
            })
        },
        |capacity| {
            let times = produce_consume(
                capacity,
                [|queue: &Producer<'_, Instant>| {
                    produce(|at| queue.push(at).expect("there"));
                }],
                [|queue: &Consumer<'_, Instant>| queue.iter().map(|at| at.elapsed()).collect()],
            );
            let (_, times) = times.expect("no panic");
            percentile(times.into_iter().next().expect("one consumer"))
        },
    ];
    let mut group = c.benchmark_group(STRUCTURED_LATENCY.group);
    group.sample_size(10);
    for size in STRUCTURED_LATENCY.sizes {
        for (name, run) in STRUCTURED_LATENCY.columns.iter().zip(contestants) {
            group.bench_function(BenchmarkId::new(*name, size), |b| {
                b.iter_custom(|times| (0..times).map(|_| run(*size)).sum());
            });
        }
    }
}

const JOBS: usize = 200;

fn work(nanoseconds: usize) {
    let end = Instant::now() + Duration::from_nanos(nanoseconds as u64);
    while Instant::now() < end {
        core::hint::spin_loop();
    }
}

/// `JOBS` jobs of that many nanoseconds, on two workers.
fn pool(c: &mut Criterion) {
    compare(
        c,
        &STRUCTURED_POOL,
        &[
            |time| {
                let (assign, assigned) = crossbeam_channel::unbounded();
                let (tell, told) = crossbeam_channel::unbounded();
                thread::scope(|s| {
                    for _ in 0..2 {
                        let (assigned, tell) = (assigned.clone(), tell.clone());
                        s.spawn(move || {
                            for job in assigned {
                                work(job);
                                tell.send(job).expect("there");
                            }
                        });
                    }
                    (0..JOBS).for_each(|_| assign.send(time).expect("there"));
                    drop(assign);
                    black_box(
                        (0..JOBS)
                            .map(|_| told.recv().expect("there"))
                            .sum::<usize>(),
                    );
                });
            },
            |time| {
                let results = std::sync::Mutex::new(Vec::new());
                rayon::scope(|s| {
                    for _ in 0..JOBS {
                        s.spawn(|_| {
                            work(time);
                            results.lock().expect("not poisoned").push(time);
                        });
                    }
                });
                black_box(results.into_inner().expect("not poisoned"));
            },
            |time| {
                let sum = worker_pool(
                    2,
                    |worker| worker.run(|job: &mut usize| work(*job)),
                    |pool| {
                        for _ in 0..JOBS {
                            pool.assign(time).expect("there");
                        }
                        let mut sum = 0;
                        while let Ok(Some(done)) = pool.completed() {
                            sum += done.value;
                        }
                        sum
                    },
                );
                black_box(sum.expect("no panic"));
            },
        ],
    );
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(WARM_UP).measurement_time(MEASURE);
    targets = throughput, latency, pool
}
criterion_main!(benches);
