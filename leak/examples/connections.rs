//! A TCP server that echoes and logs, with ten thousand connections at once.
//!
//! The parent accepts, owns what is known of each connection, and logs each one that is finished. The
//! workers multiplex: each has a poll of its own, and the connections that were lent to it. When a peer
//! hangs up, the connection goes back to the parent.
//!
//! ```text
//! cargo run --release -p leak --example connections              10,000 connections (500 in CI)
//! cargo run --release -p leak --example connections -- 2000
//! ```
//!
//! The load comes from a child process, which opens all connections, sends some lines over each, and
//! hangs up only when all have been served. It prints the times from line to echo.

#[path = "connections/load.rs"]
mod load;
#[path = "connections/server.rs"]
mod server;

use core::error::Error;
use core::net::{Ipv4Addr, SocketAddr};
use core::time::Duration;
use leak::structured::scope;
use mio::net::TcpListener;
use std::env;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Lines over each connection.
const ROUNDS: u32 = 4;

/// After so long the whole is cancelled: it never hangs.
const LIMIT: Duration = Duration::from_secs(150);

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [role, address, connections] = &arguments[..]
        && role == "load"
    {
        return load::run(
            address.parse()?,
            connections.parse()?,
            ROUNDS,
            Instant::now() + LIMIT,
        );
    }
    let wanted = match arguments.first() {
        Some(connections) => connections.parse()?,
        None if env::var_os("CI").is_some() => 500,
        None => 10_000,
    };
    let connections = as_many_as_allowed(wanted);

    let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))?;
    let address = listener.local_addr()?.to_string();
    let mut load = Command::new(env::current_exe()?)
        .args(["load", &address, &connections.to_string()])
        .stdin(Stdio::null())
        .spawn()?;

    let workers = std::thread::available_parallelism()?.get().max(2);
    println!("{workers} workers, {connections} connections, {ROUNDS} lines each");
    let start = Instant::now();
    // The pool is cancelled with the set around it: by the deadline.
    let served = scope(|set| {
        set.deadline(start + LIMIT);
        server::run(listener, workers, connections, || load.try_wait())
    });
    let log = match served? {
        Ok(log) => log,
        Err(error) => {
            load.kill()?;
            load.wait()?;
            return Err(error);
        }
    };
    let status = load.wait()?;
    println!("server: {log}, in {:.2?}", start.elapsed());

    assert!(status.success(), "the load has got its echoes");
    assert_eq!(log.finished, connections, "each connection was logged");
    assert_eq!(
        log.lines,
        connections as u64 * u64::from(ROUNDS),
        "and each line"
    );
    Ok(())
}

/// Raises the limit on open files as far as the system lets us: either process has one for each
/// connection.
fn as_many_as_allowed(wanted: usize) -> usize {
    const OTHERS: u64 = 100;
    let needed = wanted as u64 + OTHERS;
    let limit = rlimit::increase_nofile_limit(needed).unwrap_or(256);
    // Above the hard limit only the superuser may go.
    #[cfg(unix)]
    if limit < needed && rlimit::setrlimit(rlimit::Resource::NOFILE, needed, needed).is_ok() {
        return wanted;
    }
    if limit >= needed {
        return wanted;
    }
    let allowed = usize::try_from(limit.saturating_sub(OTHERS))
        .unwrap_or(wanted)
        .max(1);
    println!(
        "!!! THE SYSTEM ALLOWS {limit} OPEN FILES, NOT {needed}: {allowed} CONNECTIONS ONLY, NOT {wanted}"
    );
    println!("!!! raise the limit (`ulimit -Hn`) for more");
    allowed
}
