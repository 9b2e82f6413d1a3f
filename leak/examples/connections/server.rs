//! The server: a parent that accepts, and workers that multiplex.

use core::error::Error;
use core::fmt;
use core::time::Duration;
use leak::structured::{Assigned, Pool, RecvError, Worker, checkpoint, worker_pool};
use mio::event::Event;
use mio::net::{TcpListener, TcpStream};
use mio::{Events, Interest, Poll, Token, Waker};
use std::io::{self, ErrorKind, Read, Write};
use std::process::ExitStatus;
use std::sync::Arc;
use std::time::Instant;

/// Somebody calls at least so often, for cancellation.
const TICK: Duration = Duration::from_millis(100);

const WAKE: Token = Token(usize::MAX);
const LISTENER: Token = Token(0);

/// What the parent knows of a connection, and lends to a worker.
struct Connection {
    stream: TcpStream,
    accepted: Instant,
    /// Read, and not yet echoed.
    pending: Vec<u8>,
    bytes: u64,
    lines: u64,
    error: Option<io::Error>,
}

/// What the parent writes down.
#[derive(Default)]
pub(crate) struct Log {
    pub(crate) finished: usize,
    pub(crate) lines: u64,
    bytes: u64,
    failed: usize,
    most_at_once: usize,
    longest: Duration,
    by_worker: Vec<usize>,
}

impl fmt::Display for Log {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} connections logged ({} failed), up to {} at once, {} by worker; {} lines, {} bytes; \
             the longest was open for {:.2?}",
            self.finished,
            self.failed,
            self.most_at_once,
            self.by_worker
                .iter()
                .map(usize::to_string)
                .collect::<Vec<_>>()
                .join(" + "),
            self.lines,
            self.bytes,
            self.longest,
        )
    }
}

/// Accepts and logs so many connections, unless the load fails. All of the server's threads are inside of this function.
pub(crate) fn run(
    listener: TcpListener,
    workers: usize,
    connections: usize,
    load: impl FnMut() -> io::Result<Option<ExitStatus>>,
) -> Result<Log, Box<dyn Error>> {
    worker_pool(
        workers,
        |worker| {
            if let Err(error) = multiplex(worker) {
                panic!("worker {}: {error}", worker.index());
            }
        },
        |pool| accept(pool, listener, workers, connections, load),
    )?
}

/// The parent: new connections come from the system, finished ones from the workers.
fn accept(
    pool: &Pool<'_, Connection>,
    mut listener: TcpListener,
    workers: usize,
    connections: usize,
    mut load: impl FnMut() -> io::Result<Option<ExitStatus>>,
) -> Result<Log, Box<dyn Error>> {
    let (mut multiplexer, mut events) = (Poll::new()?, Events::with_capacity(64));
    multiplexer
        .registry()
        .register(&mut listener, LISTENER, Interest::READABLE)?;
    pool.set_waker(waker(&multiplexer)?);
    let mut log = Log {
        by_worker: vec![0; workers],
        ..Log::default()
    };
    while log.finished < connections {
        checkpoint()?;
        wait(&mut multiplexer, &mut events)?;
        if load()?.is_some_and(|status| !status.success()) {
            return Err("the load has failed".into());
        }
        loop {
            match listener.accept() {
                Ok((stream, _)) => {
                    let connection = Connection {
                        stream,
                        accepted: Instant::now(),
                        pending: Vec::new(),
                        bytes: 0,
                        lines: 0,
                        error: None,
                    };
                    pool.assign(connection).map_err(|error| error.to_string())?;
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                Err(error) => return Err(error.into()),
            }
        }
        log.most_at_once = log.most_at_once.max(pool.lent_out());
        while let Some(done) = pool.try_completed() {
            log.by_worker[done.worker] += 1;
            log.write(&done.value);
        }
    }
    Ok(log)
}

impl Log {
    /// A finished connection; the first ones in words.
    fn write(&mut self, connection: &Connection) {
        let open = connection.accepted.elapsed();
        if self.finished < 3 {
            println!(
                "log: {} lines, {} bytes, open for {open:.2?}, {}",
                connection.lines,
                connection.bytes,
                connection
                    .error
                    .as_ref()
                    .map_or("hung up".into(), ToString::to_string),
            );
        } else if self.finished == 3 {
            println!("log: …");
        }
        self.finished += 1;
        self.lines += connection.lines;
        self.bytes += connection.bytes;
        self.failed += usize::from(connection.error.is_some());
        self.longest = self.longest.max(open);
    }
}

/// A worker: serves all connections that were lent to it, whichever has something to say.
fn multiplex(worker: &Worker<'_, Connection>) -> io::Result<()> {
    let (mut poll, mut events) = (Poll::new()?, Events::with_capacity(1024));
    worker.set_waker(waker(&poll)?);
    // By token. A connection that isn't here any more was given back.
    let mut mine: Vec<Option<Assigned<'_, Connection>>> = Vec::new();
    let mut free: Vec<usize> = Vec::new();
    loop {
        loop {
            match worker.try_recv() {
                Ok(Some(mut assigned)) => {
                    let place = free.pop().unwrap_or_else(|| {
                        mine.push(None);
                        mine.len() - 1
                    });
                    let registry = poll.registry();
                    let registered = assigned.enter(|connection| {
                        let interest = Interest::READABLE | Interest::WRITABLE;
                        registry.register(&mut connection.stream, Token(place), interest)
                    });
                    match registered {
                        Ok(registered) => registered?,
                        Err(_revoked) => continue, // the parent has taken it back
                    }
                    mine[place] = Some(assigned);
                }
                Ok(None) => break,
                Err(RecvError::Closed | RecvError::Cancelled(_)) => return Ok(()),
            }
        }
        wait(&mut poll, &mut events)?;
        for event in events.iter().filter(|event| event.token() != WAKE) {
            let Token(place) = event.token();
            let Some(assigned) = &mut mine[place] else {
                continue;
            };
            let finished = assigned.enter(|connection| serve(connection, event));
            if finished.unwrap_or(true) {
                mine[place] = None; // back to the parent
                free.push(place);
            }
        }
    }
}

/// Echoes what is there. Whether the connection is finished.
fn serve(connection: &mut Connection, event: &Event) -> bool {
    let finished = (|| {
        if event.is_readable() {
            let mut buffer = [0; 4096];
            loop {
                match connection.stream.read(&mut buffer) {
                    Ok(0) => return Ok(true),
                    Ok(length) => {
                        let new = &buffer[..length];
                        connection.lines += new.split(|byte| *byte == b'\n').skip(1).count() as u64;
                        connection.bytes += length as u64;
                        connection.pending.extend_from_slice(new);
                    }
                    Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                    Err(error) if error.kind() == ErrorKind::Interrupted => {}
                    Err(error) => return Err(error),
                }
            }
        }
        while !connection.pending.is_empty() {
            match connection.stream.write(&connection.pending) {
                Ok(length) => drop(connection.pending.drain(..length)),
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(false)
    })();
    finished.unwrap_or_else(|error| {
        connection.error = Some(error);
        true
    })
}

fn waker(poll: &Poll) -> io::Result<impl Fn() + Send + Sync + 'static> {
    let waker = Arc::new(Waker::new(poll.registry(), WAKE)?);
    // If it fails, the tick comes.
    Ok(move || drop(waker.wake()))
}

fn wait(poll: &mut Poll, events: &mut Events) -> io::Result<()> {
    match poll.poll(events, Some(TICK)) {
        Err(error) if error.kind() == ErrorKind::Interrupted => {
            events.clear();
            Ok(())
        }
        polled => polled,
    }
}
