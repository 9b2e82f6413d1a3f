//! A million connections, without sockets: what the pool itself costs when so many are open at once, all
//! of them lent to workers over edges that can be revoked at any time.
//!
//! ```text
//! cargo run --release -p leak --example million              a million (50,000 in CI)
//! cargo run --release -p leak --example million -- 200000 plot.svg
//! ```
//!
//! For each number of connections: the parent assigns them all, the workers serve rounds of requests over
//! them in an order that has nothing to do with their age, and hand them back, and the parent logs each. The
//! plot shows that a step costs about the same whether there are ten thousand or a million: what grows is the
//! time to fetch a connection from memory, which is not in a cache any more.

#![expect(
    clippy::cast_precision_loss,
    reason = "times and counts far below what a float holds exactly"
)]

use core::error::Error;
use core::sync::atomic::{AtomicU64, Ordering::Relaxed};
use core::time::Duration;
use leak::structured::{Assigned, Worker, worker_pool};
use plotters::prelude::*;
use std::env;
use std::path::{Path, PathBuf};
use std::sync::Barrier;
use std::time::Instant;

/// Requests over each connection.
const ROUNDS: u32 = 5;

/// What the parent knows of a connection.
struct Connection {
    number: u64,
    requests: u32,
    /// A sum over all requests, which the parent checks.
    state: u64,
}

/// Nanoseconds a connection (or a request), with so many open at once.
struct Measured {
    open: usize,
    assign: f64,
    request: f64,
    complete: f64,
    /// How much more the busiest worker had than the mean.
    imbalance: f64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args_os().skip(1);
    let most: usize = match arguments.next() {
        Some(most) => most.to_string_lossy().parse()?,
        None if env::var_os("CI").is_some() => 50_000,
        None => 1_000_000,
    };
    let plot = arguments.next().map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/million-connections.svg"),
        PathBuf::from,
    );
    let workers = std::thread::available_parallelism()?.get().max(2);
    println!("{workers} workers; nanoseconds of elapsed time for each");
    println!(
        "{:>10} {:>8} {:>8} {:>8}   busiest",
        "open", "assign", "request", "log"
    );
    simulate(most / 10, workers)?; // warms up: the memory is the system's before
    let mut all = Vec::new();
    for tenth in [1, 2, 4, 6, 8, 10] {
        let measured = simulate((most * tenth / 10).max(1), workers)?;
        println!(
            "{:>10} {:>8.0} {:>8.1} {:>8.0}   +{:.1} %",
            measured.open,
            measured.assign,
            measured.request,
            measured.complete,
            measured.imbalance * 100.0
        );
        all.push(measured);
    }
    draw(&plot, &all)?;
    println!("plot: {}", plot.file_name().unwrap_or_default().display());
    Ok(())
}

fn simulate(connections: usize, workers: usize) -> Result<Measured, Box<dyn Error>> {
    // The steps are the same for all: assigned, served, given back.
    let step = Barrier::new(workers + 1);
    let assigned = AtomicU64::new(0);
    worker_pool(
        workers,
        |worker| work(worker, &step, &assigned, connections as u64),
        |pool| -> Result<Measured, Box<dyn Error>> {
            let start = Instant::now();
            for number in 0..connections as u64 {
                let connection = Connection {
                    number,
                    requests: 0,
                    state: 0,
                };
                pool.assign(connection).map_err(|error| error.to_string())?;
            }
            let assign = start.elapsed();
            let mean = connections as f64 / workers as f64;
            let busiest = pool.loads().max().unwrap_or(0) as f64;
            assert_eq!(pool.lent_out(), connections, "all of them at once");
            step.wait(); // the workers have them all

            let start = Instant::now();
            step.wait(); // and have served them
            let serve = start.elapsed();

            let start = Instant::now();
            step.wait(); // now they give them back
            let mut logged = 0;
            while let Some(done) = pool.completed()? {
                let Connection {
                    number,
                    requests,
                    state,
                } = done.value;
                let expected = (0..ROUNDS)
                    .map(|round| answer(number, round))
                    .fold(0, u64::wrapping_add);
                assert_eq!((requests, state), (ROUNDS, expected));
                logged += 1;
            }
            assert_eq!(logged, connections, "each has come back once");
            let complete = start.elapsed();
            Ok(Measured {
                open: connections,
                assign: each(assign, connections),
                request: each(serve, connections * ROUNDS as usize),
                complete: each(complete, connections),
                imbalance: busiest / mean - 1.0,
            })
        },
    )?
}

fn each(time: Duration, count: usize) -> f64 {
    time.as_nanos() as f64 / count as f64
}

/// A worker: takes what it is assigned until all are there, serves requests in a mixed order, gives all
/// back.
fn work(worker: &Worker<'_, Connection>, step: &Barrier, assigned: &AtomicU64, all: u64) {
    let mut mine: Vec<Assigned<'_, Connection>> = Vec::new();
    while assigned.load(Relaxed) < all {
        match worker.try_recv() {
            Ok(Some(connection)) => {
                mine.push(connection);
                assigned.fetch_add(1, Relaxed);
            }
            Ok(None) => std::thread::yield_now(),
            Err(error) => panic!("{error}"),
        }
    }
    step.wait();
    for round in 0..ROUNDS {
        for index in mixed(mine.len()) {
            let served = mine[index].enter(|connection| {
                connection.requests += 1;
                let answer = answer(connection.number, round);
                connection.state = connection.state.wrapping_add(answer);
            });
            served.expect("nothing is taken back");
        }
    }
    step.wait();
    step.wait();
    while !mine.is_empty() {
        let index = (mine.len() * 7919) % mine.len().max(1);
        drop(mine.swap_remove(index)); // back to the parent
    }
}

/// Something to compute.
fn answer(number: u64, round: u32) -> u64 {
    (number ^ u64::from(round))
        .wrapping_mul(0x9e37_79b9_7f4a_7c15)
        .rotate_left(23)
}

/// All numbers below `length`, each once, in an order that jumps about.
fn mixed(length: usize) -> impl Iterator<Item = usize> {
    let gcd = |mut a: usize, mut b: usize| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    let stride = (length * 618 / 1000..=length)
        .find(|stride| gcd(*stride, length) == 1)
        .unwrap_or(1);
    (0..length).map(move |n| (n * stride) % length)
}

fn draw(file: &Path, all: &[Measured]) -> Result<(), Box<dyn Error>> {
    type Value = fn(&Measured) -> f64;

    let root = SVGBackend::new(file, (800, 480)).into_drawing_area();
    root.fill(&WHITE)?;
    let most = all.iter().map(|m| m.open).max().unwrap_or(1);
    let slowest = all
        .iter()
        .map(|m| m.assign.max(m.complete).max(m.request))
        .fold(1.0, f64::max);
    let mut chart = ChartBuilder::on(&root)
        .caption(
            "A step of the pool, by connections that are open",
            ("sans-serif", 20),
        )
        .margin(12)
        .x_label_area_size(44)
        .y_label_area_size(60)
        .build_cartesian_2d(0..most, 0.0..slowest * 1.2)?;
    chart
        .configure_mesh()
        .x_desc("connections open at once")
        .y_desc("ns each")
        .x_label_formatter(&|open| format!("{}k", open / 1000))
        .draw()?;
    let lines: [(&str, RGBColor, Value); 3] = [
        ("assign: own, lend, pick a worker", RED, |m| m.assign),
        ("request: enter the edge, serve, leave", BLUE, |m| m.request),
        ("log: give back, end the loan", GREEN, |m| m.complete),
    ];
    for (name, color, value) in lines {
        chart
            .draw_series(
                LineSeries::new(all.iter().map(|m| (m.open, value(m))), color).point_size(3),
            )?
            .label(name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 20, y)], color));
    }
    chart
        .configure_series_labels()
        .background_style(WHITE)
        .border_style(BLACK)
        .draw()?;
    root.present()?;
    Ok(())
}
