//! Tasks of an executor with several threads that hold graphs across `.await`.

use benches::{MEASURE, TASKS, WARM_UP};
use capsule::task::{self, InCapsule};
use capsule::token;
use core::hint::black_box;
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, criterion_group, criterion_main};
use std::rc::Rc as StdRc;
use std::sync::Arc;
use tokio::runtime::{Builder, Runtime};
use tokio::task::{LocalSet, yield_now};

type Group<'a> = BenchmarkGroup<'a, WallTime>;

const NODES: u64 = 10;
const YIELDS: usize = 100;

/// The work of a task: holds pointers, yields, and clones and drops them in between.
macro_rules! work {
    ($new:expr) => {{
        let nodes: Vec<_> = (0..NODES).map($new).collect();
        for _ in 0..YIELDS {
            for node in &nodes {
                drop(black_box(node.clone()));
            }
            yield_now().await;
        }
        black_box(nodes.len())
    }};
}

async fn by_token() -> usize {
    token!(t);
    let nodes: Vec<_> = (0..NODES).map(|value| token::Rc::new(&t, value)).collect();
    for _ in 0..YIELDS {
        for node in &nodes {
            black_box(node.dup(&mut t)).free(&mut t);
        }
        yield_now().await;
    }
    black_box(nodes.len())
}

fn spawned<F>(runtime: &Runtime, count: usize, work: impl Fn() -> F) -> usize
where
    F: Future<Output = usize> + Send + 'static,
{
    let tasks: Vec<_> = (0..count).map(|_| runtime.spawn(work())).collect();
    runtime.block_on(async {
        let mut sum = 0;
        for task in tasks {
            sum += task.await.expect("no task panics");
        }
        sum
    })
}

fn local(runtime: &Runtime, count: usize) -> usize {
    LocalSet::new().block_on(runtime, async {
        let tasks: Vec<_> = (0..count)
            .map(|_| tokio::task::spawn_local(async { work!(StdRc::new) }))
            .collect();
        let mut sum = 0;
        for task in tasks {
            sum += task.await.expect("no task panics");
        }
        sum
    })
}

fn bench<R>(group: &mut Group<'_>, name: &str, size: usize, mut work: impl FnMut() -> R) {
    group.bench_function(BenchmarkId::new(name, size), |b| b.iter(&mut work));
}

fn tasks(c: &mut Criterion) {
    let mut group = c.benchmark_group(TASKS.group);
    group.sample_size(10);
    let one = Builder::new_current_thread().build().expect("a runtime");
    let two = Builder::new_multi_thread()
        .worker_threads(2)
        .build()
        .expect("a runtime");
    let [set, capsule, tokens, arc] = *TASKS.columns.as_array().expect("a name for each");
    for &size in TASKS.sizes {
        bench(&mut group, set, size, || local(&one, size));
        bench(&mut group, capsule, size, || {
            spawned(&two, size, || {
                InCapsule::new(async { work!(task::Rc::new) })
            })
        });
        bench(&mut group, tokens, size, || spawned(&two, size, by_token));
        bench(&mut group, arc, size, || {
            spawned(&two, size, || async { work!(Arc::new) })
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(WARM_UP).measurement_time(MEASURE);
    targets = tasks
}
criterion_main!(benches);
