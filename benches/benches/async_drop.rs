//! Asynchronous destructors beside closing by hand.

use async_drop_guard::AsyncDropGuard;
use benches::{ASYNC_NESTED, ASYNC_VEC, Area, MEASURE, WARM_UP};
use core::future::{Future, poll_fn};
use core::hint::black_box;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker};
use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use leak::async_drop::{AsyncDestruct, AsyncDrop, Fuse, async_drop, fuse};

/// What has to be closed: that waits once.
#[derive(AsyncDrop, Debug)]
struct Leaf(u64, String);

/// Says goodbye, and waits for the answer.
fn goodbye(id: &mut u64) -> impl Future<Output = ()> + Send {
    black_box(id);
    let mut answered = false;
    poll_fn(move |cx| {
        if core::mem::replace(&mut answered, true) {
            return Poll::Ready(());
        }
        cx.waker().wake_by_ref();
        Poll::Pending
    })
}

impl AsyncDrop for Leaf {
    async fn async_drop(mut self: Pin<&mut Self>) {
        goodbye(&mut self.0).await;
    }
}

#[async_trait::async_trait]
impl async_drop_guard::AsyncDrop for Leaf {
    type Error = core::convert::Infallible;

    async fn async_drop_impl(&mut self) -> Result<(), Self::Error> {
        goodbye(&mut self.0).await;
        Ok(())
    }
}

/// Three of the same.
#[derive(AsyncDrop, Debug)]
struct Node<T: AsyncDestruct>(T, T, T);

/// By hand, that is one more trait, and an impl for each struct. By value, so that everything goes
/// in its turn, and is dropped in order when the future is: what glue does, too.
trait Close: Send {
    fn close(self) -> impl Future<Output = ()> + Send;
}

impl Close for Leaf {
    async fn close(mut self) {
        goodbye(&mut self.0).await;
    }
}

impl Close for AsyncDropGuard<Leaf> {
    async fn close(mut self) {
        let Ok(()) = self.async_drop().await;
    }
}

/// As a [`Node`], without a destructor of ours.
struct Triple<T>(T, T, T);

impl<T: Close> Close for Triple<T> {
    async fn close(self) {
        self.0.close().await;
        self.1.close().await;
        self.2.close().await;
    }
}

impl<T: Close> Close for Vec<T> {
    async fn close(self) {
        for value in self {
            value.close().await;
        }
    }
}

/// By hand, and ready again when it is polled after its completion, as ours.
fn close_fused<T: Close>(value: T) -> Fuse<impl Future<Output = ()> + Send> {
    fuse(value.close())
}

trait Make {
    fn make() -> Self;
}

impl Make for Leaf {
    fn make() -> Self {
        Self(1, String::new())
    }
}

impl Make for AsyncDropGuard<Leaf> {
    fn make() -> Self {
        Self::new(Leaf::make())
    }
}

impl<T: Make + AsyncDestruct> Make for Node<T> {
    fn make() -> Self {
        Self(T::make(), T::make(), T::make())
    }
}

impl<T: Make> Make for Triple<T> {
    fn make() -> Self {
        Self(T::make(), T::make(), T::make())
    }
}

/// As an executor does: without knowing the future.
fn run(future: impl Future<Output = ()>) {
    let mut future = pin!(future);
    let mut cx = Context::from_waker(Waker::noop());
    loop {
        let future: Pin<&mut dyn Future<Output = ()>> = future.as_mut();
        if black_box(future).poll(&mut cx).is_ready() {
            break;
        }
    }
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
    ($hand:ty, $ours:ty, $guarded:ty) => {
        &[
            |b| measure(b, <$hand>::make, Close::close),
            |b| measure(b, <$ours>::make, async_drop),
            |b| measure(b, <$hand>::make, close_fused),
            |b| measure(b, <$guarded>::make, Close::close),
        ]
    };
}

fn nested(c: &mut Criterion) {
    type Guard = AsyncDropGuard<Leaf>;
    compare(
        c,
        &ASYNC_NESTED,
        &[
            nested!(Leaf, Leaf, Guard),
            nested!(Triple<Leaf>, Node<Leaf>, Triple<Guard>),
            nested!(
                Triple<Triple<Leaf>>,
                Node<Node<Leaf>>,
                Triple<Triple<Guard>>
            ),
            nested!(
                Triple<Triple<Triple<Leaf>>>,
                Node<Node<Node<Leaf>>>,
                Triple<Triple<Triple<Guard>>>
            ),
        ],
    );
}

fn many<T: Make, const N: usize>() -> Vec<T> {
    (0..N).map(|_| T::make()).collect()
}

macro_rules! vectors {
    ($size:literal) => {
        &[
            |b| measure(b, many::<Leaf, $size>, Close::close),
            |b| measure(b, many::<Leaf, $size>, async_drop),
            |b| measure(b, many::<Leaf, $size>, close_fused),
            |b| measure(b, many::<AsyncDropGuard<Leaf>, $size>, Close::close),
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
