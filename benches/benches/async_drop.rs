//! Asynchronous destructors beside closing by hand.

use async_drop_guard::AsyncDropGuard;
use benches::{ASYNC_NESTED, ASYNC_VEC, Area, MEASURE, WARM_UP};
use core::future::Future;
use core::hint::black_box;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};
use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use leak::async_drop::{AsyncDestruct, AsyncDrop, async_drop};

/// What has to be closed.
#[derive(AsyncDrop, Debug)]
struct Leaf(u64, String);

impl Leaf {
    fn new() -> Self {
        Self(black_box(1), String::new())
    }

    async fn close(&mut self) {
        black_box(&mut self.0);
    }
}

impl AsyncDrop for Leaf {
    async fn async_drop(mut self: Pin<&mut Self>) {
        self.close().await;
    }
}

#[async_trait::async_trait]
impl async_drop_guard::AsyncDrop for Leaf {
    type Error = core::convert::Infallible;

    async fn async_drop_impl(&mut self) -> Result<(), Self::Error> {
        self.close().await;
        Ok(())
    }
}

/// Three of the same.
#[derive(AsyncDrop, Debug)]
struct Node<T: AsyncDestruct>(T, T, T);

/// By hand, that is one more trait, and an impl for each struct.
trait Close: Send {
    fn make() -> Self;
    fn close(&mut self) -> impl Future<Output = ()> + Send;
}

impl Close for Leaf {
    fn make() -> Self {
        Self::new()
    }

    fn close(&mut self) -> impl Future<Output = ()> + Send {
        self.close()
    }
}

impl<T: Close + AsyncDestruct> Close for Node<T> {
    fn make() -> Self {
        Self(T::make(), T::make(), T::make())
    }

    async fn close(&mut self) {
        self.0.close().await;
        self.1.close().await;
        self.2.close().await;
    }
}

impl Close for AsyncDropGuard<Leaf> {
    fn make() -> Self {
        Self::new(Leaf::new())
    }

    async fn close(&mut self) {
        drop(self.async_drop().await);
    }
}

/// The guard's crate has no glue, so this is by hand, too.
struct Guarded<T>(T, T, T);

impl<T: Close> Close for Guarded<T> {
    fn make() -> Self {
        Self(T::make(), T::make(), T::make())
    }

    async fn close(&mut self) {
        self.0.close().await;
        self.1.close().await;
        self.2.close().await;
    }
}

async fn by_hand<T: Close>(mut value: T) {
    value.close().await;
}

fn run(future: impl Future<Output = ()>) {
    let mut future = pin!(future);
    let mut cx = Context::from_waker(Waker::noop());
    while let Poll::Pending = future.as_mut().poll(&mut cx) {}
}

type Contestant = fn(&mut criterion::Bencher<'_>);

fn measure<T, F: Future<Output = ()>>(
    b: &mut criterion::Bencher<'_>,
    make: impl FnMut() -> T,
    destroy: fn(T) -> F,
) {
    b.iter_batched(make, |value| run(destroy(value)), BatchSize::LargeInput);
}

fn compare(c: &mut Criterion, area: &Area, rows: &[&[Contestant]]) {
    assert_eq!(area.sizes.len(), rows.len(), "contestants for each");
    let mut group = c.benchmark_group(area.group);
    for (size, contestants) in area.sizes.iter().zip(rows) {
        assert_eq!(area.columns.len(), contestants.len(), "a name for each");
        for (name, contestant) in area.columns.iter().zip(*contestants) {
            group.bench_function(BenchmarkId::new(*name, size), contestant);
        }
    }
}

macro_rules! nested {
    ($ours:ty, $guarded:ty) => {
        &[
            |b| measure(b, <$ours>::make, by_hand),
            |b| measure(b, <$ours>::make, async_drop),
            |b| measure(b, <$guarded>::make, by_hand),
        ]
    };
}

fn nested(c: &mut Criterion) {
    type Guard = AsyncDropGuard<Leaf>;
    compare(
        c,
        &ASYNC_NESTED,
        &[
            nested!(Leaf, Guard),
            nested!(Node<Leaf>, Guarded<Guard>),
            nested!(Node<Node<Leaf>>, Guarded<Guarded<Guard>>),
            nested!(Node<Node<Node<Leaf>>>, Guarded<Guarded<Guarded<Guard>>>),
        ],
    );
}

async fn each_by_hand<T: Close>(mut values: Vec<T>) {
    for value in &mut values {
        value.close().await;
    }
}

fn many<T: Close, const N: usize>() -> Vec<T> {
    (0..N).map(|_| T::make()).collect()
}

macro_rules! vectors {
    ($size:literal) => {
        &[
            |b| measure(b, many::<Leaf, $size>, each_by_hand),
            |b| measure(b, many::<Leaf, $size>, async_drop),
            |b| measure(b, many::<AsyncDropGuard<Leaf>, $size>, each_by_hand),
        ]
    };
}

fn vectors(c: &mut Criterion) {
    compare(
        c,
        &ASYNC_VEC,
        &[vectors!(10), vectors!(1000), vectors!(100_000)],
    );
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(WARM_UP).measurement_time(MEASURE);
    targets = nested, vectors
}
criterion_main!(benches);
