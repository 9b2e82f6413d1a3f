//! The load: many connections at once, from one thread.

use core::error::Error;
use core::net::SocketAddr;
use core::time::Duration;
use mio::net::TcpStream;
use mio::{Events, Interest, Poll, Token};
use std::io::{self, ErrorKind, Read, Write};
use std::time::Instant;

/// So many lines are on their way at once.
const WINDOW: usize = 128;

const LINE: &[u8] = b"what is said is said again, and somebody writes it down\n";

struct Connection {
    stream: TcpStream,
    /// How much of the echo has come.
    echoed: usize,
    sent: Option<Instant>,
}

/// Opens so many connections, sends a line over each so many times, and then closes them all.
pub(crate) fn run(
    server: SocketAddr,
    connections: usize,
    rounds: u32,
    end: Instant,
) -> Result<(), Box<dyn Error>> {
    rlimit::increase_nofile_limit(connections as u64 + 100)?;
    let mut poll = Poll::new()?;
    let mut all: Vec<Connection> = Vec::with_capacity(connections);
    // With the first line, so that the server has accepted the connection when its echo comes.
    let start = Instant::now();
    let opening = round(&mut poll, &mut all, connections, end, |poll, token| {
        let mut stream = TcpStream::connect(server)?;
        let interest = Interest::READABLE | Interest::WRITABLE;
        poll.registry().register(&mut stream, token, interest)?;
        Ok(Some(stream))
    })?;
    let opened = start.elapsed();
    let mut echoes = Vec::new();
    let start = Instant::now();
    for _ in 1..rounds {
        echoes.extend(round(&mut poll, &mut all, connections, end, |_, _| {
            Ok(None)
        })?);
    }
    let time = start.elapsed();
    println!(
        "load: {} connections open at once, after {opened:.2?}",
        all.len()
    );
    println!(
        "load: open, accept, lend, first echo: {}",
        Percentiles::of(opening)
    );
    println!(
        "load: line to echo: {}; {:.0} lines a second, {WINDOW} on their way at once",
        Percentiles::of(echoes.clone()),
        f64::from(u32::try_from(echoes.len())?) / time.as_secs_f64()
    );
    Ok(())
}

/// One line over each connection, and its echo; the times that took.
fn round(
    poll: &mut Poll,
    all: &mut Vec<Connection>,
    connections: usize,
    end: Instant,
    open: impl Fn(&Poll, Token) -> io::Result<Option<TcpStream>>,
) -> Result<Vec<Duration>, Box<dyn Error>> {
    let mut events = Events::with_capacity(1024);
    let mut times = Vec::with_capacity(connections);
    let mut next = 0;
    while times.len() < connections {
        while next < connections && next - times.len() < WINDOW {
            if let Some(stream) = open(poll, Token(next))? {
                let (echoed, sent) = (0, Some(Instant::now()));
                all.push(Connection {
                    stream,
                    echoed,
                    sent,
                });
            } else {
                all[next].sent = Some(Instant::now());
                all[next].stream.write_all(LINE)?; // it was writable, and the buffers are empty
            }
            next += 1;
        }
        if Instant::now() >= end {
            return Err("the time is over".into());
        }
        match poll.poll(&mut events, Some(Duration::from_millis(100))) {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            polled => polled?,
        }
        for event in &events {
            let Token(place) = event.token();
            let connection = &mut all[place];
            if event.is_writable() && !connection.greeted()? {
                continue;
            }
            times.extend(connection.receive()?);
        }
    }
    Ok(times)
}

impl Connection {
    /// Sends the first line as soon as the connection is there. Whether it is there.
    fn greeted(&mut self) -> io::Result<bool> {
        if self.echoed > 0 || self.sent.is_none() {
            return Ok(true);
        }
        if let Some(error) = self.stream.take_error()? {
            return Err(error);
        }
        match self.stream.peer_addr() {
            Ok(_) if !self.has_greeted() => {
                self.stream.set_nodelay(true)?;
                self.stream.write_all(LINE)?;
                Ok(true)
            }
            Ok(_) => Ok(true),
            Err(error) if error.kind() == ErrorKind::NotConnected => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// No delay is set with the first line.
    fn has_greeted(&self) -> bool {
        self.stream.nodelay().unwrap_or(false)
    }

    /// Reads what has come. The time since the line was sent, when its echo is complete.
    fn receive(&mut self) -> Result<Option<Duration>, Box<dyn Error>> {
        let mut buffer = [0; 1024];
        loop {
            match self.stream.read(&mut buffer) {
                Ok(0) => return Err("the server has hung up".into()),
                Ok(length) => {
                    let expected = LINE.get(self.echoed..self.echoed + length);
                    if expected != Some(&buffer[..length]) {
                        return Err("that is no echo".into());
                    }
                    self.echoed += length;
                    if self.echoed == LINE.len() {
                        self.echoed = 0;
                        return Ok(self.sent.take().map(|sent| sent.elapsed()));
                    }
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(None),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

struct Percentiles(Vec<Duration>);

impl Percentiles {
    fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }
}

impl core::fmt::Display for Percentiles {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let at = |percent: usize| self.0[(self.0.len() - 1) * percent / 100];
        write!(
            f,
            "half in {:.0?}, 99 % in {:.0?}, all in {:.0?}",
            at(50),
            at(99),
            at(100)
        )
    }
}
