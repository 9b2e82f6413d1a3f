//! Entering and leaving an edge or a loan, beside what would be used without them.

use benches::{MEASURE, STRUCTURED_EDGES, WARM_UP};
use core::hint::black_box;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use leak::structured::{Loan, Value, lend};
use std::sync::{Arc, Mutex, RwLock};

/// One enter and leave a round.
fn edges(c: &mut Criterion) {
    let mut group = c.benchmark_group(STRUCTURED_EDGES.group);
    for &size in STRUCTURED_EDGES.sizes {
        let mut column = 0;
        let mut bench = |f: &mut dyn FnMut() -> u64| {
            let id = BenchmarkId::new(STRUCTURED_EDGES.columns[column], size);
            group.bench_function(id, |b| b.iter(|| (0..size).map(|_| f()).sum::<u64>()));
            column += 1;
        };
        let strong = Arc::new(7_u64);
        let weak = Arc::downgrade(&strong);
        bench(&mut || *black_box(&weak).upgrade().expect("there"));
        let lock = RwLock::new(7_u64);
        bench(&mut || *black_box(&lock).read().expect("not poisoned"));
        let mutex = Mutex::new(7_u64);
        bench(&mut || *black_box(&mutex).lock().expect("not poisoned"));
        lend::<Value<u64>, _>(&7, |lender| {
            let edge = lender.edge();
            bench(&mut || black_box(&edge).enter(|n| *n).expect("not revoked"));
        });
        let (loan, mut borrowed) = Loan::new(7_u64);
        bench(&mut || black_box(&mut borrowed).enter(|n| *n).expect("not revoked"));
        drop(loan);
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().warm_up_time(WARM_UP).measurement_time(MEASURE);
    targets = edges
}
criterion_main!(benches);
