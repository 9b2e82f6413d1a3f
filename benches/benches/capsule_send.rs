//! Graphs that are sent through a channel and merged with what is there.

use benches::{MEASURE, PARK, SEND, WARM_UP};
use capsule::{Capsule, CapsuleSend, Cell, Family, Rc, Weak};
use core::cell::RefCell;
use core::hint::black_box;
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, criterion_group, criterion_main};
use sendable::SendRc;
use std::rc::{Rc as StdRc, Weak as StdWeak};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, Weak as ArcWeak};

type Group<'a> = BenchmarkGroup<'a, WallTime>;

/// Sends something through a channel, and receives it: what it costs apart from threads that have to wake up.
fn through_a_channel<T>(value: T) -> T {
    let (sender, receiver) = channel();
    sender.send(black_box(value)).expect("it is received");
    receiver.recv().expect("it was sent")
}

#[derive(CapsuleSend)]
struct Node<'b> {
    value: u64,
    back: Cell<'b, Weak<'b, Node<'b>>>,
}

#[derive(CapsuleSend, Family)]
struct List<'b>(Vec<Rc<'b, Node<'b>>>);

fn packed(size: usize) -> Capsule<List<'static>> {
    Capsule::build(|b, token| {
        let nodes: Vec<_> = (0..size as u64)
            .map(|value| {
                Rc::new(
                    b,
                    Node {
                        value,
                        back: Cell::default(),
                    },
                )
            })
            .collect();
        for pair in nodes.windows(2) {
            *pair[1].back.borrow_mut(token) = Rc::downgrade(&pair[0]);
        }
        List(nodes)
    })
}

fn capsules(group: &mut Group<'_>, name: &str, size: usize) {
    let mut list = Some(packed(size));
    group.bench_function(BenchmarkId::new(name, size), |b| {
        b.iter(|| {
            let sent = through_a_channel(list.take().expect("it comes back"));
            list = Some(Capsule::new(|b| {
                let list = sent.open_into(b);
                // In this region now.
                black_box(list.0.last().map(|node| node.value));
                list
            }));
        });
    });
}

struct Locked {
    value: u64,
    _back: Mutex<ArcWeak<Locked>>,
}

fn locked(group: &mut Group<'_>, name: &str, size: usize) {
    let mut nodes: Vec<Arc<Locked>> = Vec::new();
    for value in 0..size as u64 {
        let back = nodes.last().map_or_else(ArcWeak::new, Arc::downgrade);
        nodes.push(Arc::new(Locked {
            value,
            _back: Mutex::new(back),
        }));
    }
    let mut list = Some(nodes);
    group.bench_function(BenchmarkId::new(name, size), |b| {
        b.iter(|| {
            let sent = through_a_channel(list.take().expect("it comes back"));
            black_box(sent.last().map(|node| node.value));
            list = Some(sent);
        });
    });
}

struct Plain {
    value: u64,
    back: RefCell<StdWeak<Plain>>,
}

fn rebuilt(values: &[u64]) -> Vec<StdRc<Plain>> {
    let mut nodes: Vec<StdRc<Plain>> = Vec::with_capacity(values.len());
    for &value in values {
        let back = nodes.last().map_or_else(StdWeak::new, StdRc::downgrade);
        nodes.push(StdRc::new(Plain {
            value,
            back: RefCell::new(back),
        }));
    }
    nodes
}

fn copied(group: &mut Group<'_>, name: &str, size: usize) {
    let values: Vec<u64> = (0..size as u64).collect();
    let mut list = Some(rebuilt(&values));
    group.bench_function(BenchmarkId::new(name, size), |b| {
        b.iter(|| {
            let nodes = list.take().expect("it comes back");
            let values: Vec<u64> = nodes.iter().map(|node| node.value).collect();
            drop(nodes);
            let sent = through_a_channel(values);
            let nodes = rebuilt(&sent);
            black_box(nodes.last().map(|node| node.back.borrow().strong_count()));
            list = Some(nodes);
        });
    });
}

struct Parked {
    value: u64,
    back: RefCell<Option<SendRc<Parked>>>,
}

fn parked(group: &mut Group<'_>, name: &str, size: usize) {
    let mut nodes: Vec<SendRc<Parked>> = Vec::new();
    for value in 0..size as u64 {
        let back = RefCell::new(nodes.last().cloned());
        nodes.push(SendRc::new(Parked { value, back }));
    }
    let mut list = Some(nodes);
    group.bench_function(BenchmarkId::new(name, size), |b| {
        b.iter(|| {
            let mut nodes = list.take().expect("it comes back");
            let parking = SendRc::pre_send();
            for node in &mut nodes {
                let node = parking.park(node);
                if let Some(back) = node.back.borrow_mut().as_mut() {
                    parking.park(back);
                }
            }
            let (ticket, nodes) = through_a_channel((parking.ready(), nodes));
            ticket.unpark();
            black_box(nodes.last().map(|node| node.value));
            list = Some(nodes);
        });
    });
    // From the end, so that no node is dropped with others behind it.
    let mut nodes = list.take().expect("it came back");
    while nodes.pop().is_some() {}
}

fn sending(c: &mut Criterion) {
    let mut group = c.benchmark_group(SEND.group);
    group.sample_size(10);
    let [capsule, arc, copy] = *SEND.columns.as_array().expect("a name for each");
    for &size in SEND.sizes {
        capsules(&mut group, capsule, size);
        locked(&mut group, arc, size);
        copied(&mut group, copy, size);
    }
}

fn parking(c: &mut Criterion) {
    let mut group = c.benchmark_group(PARK.group);
    group.sample_size(10);
    let [capsule, copy, sendable] = *PARK.columns.as_array().expect("a name for each");
    for &size in PARK.sizes {
        capsules(&mut group, capsule, size);
        copied(&mut group, copy, size);
        parked(&mut group, sendable, size);
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(WARM_UP).measurement_time(MEASURE);
    targets = sending, parking
}
criterion_main!(benches);
