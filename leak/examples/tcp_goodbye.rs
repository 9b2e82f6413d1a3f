//! A connection whose asynchronous destructor says goodbye over a real socket, and waits until the
//! peer has answered. The peer notes who said goodbye, and who just went away.
//!
//! ```text
//! cargo run -p leak --example tcp_goodbye
//! ```

use core::error::Error;
use core::net::{Ipv4Addr, SocketAddr};
use core::pin::Pin;
use core::time::Duration;
use leak::async_drop::{AsyncDrop, AwaitGuard, async_drop, must_async_drop};
use leak::async_scope;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

/// A client's end. Dropping it synchronously is a bug, and reported as one.
#[must_async_drop]
#[derive(AsyncDrop)]
struct Connection {
    name: &'static str,
    stream: BufReader<TcpStream>,
}

impl Connection {
    async fn open(address: SocketAddr, name: &'static str) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        let mut connection = Self {
            name,
            stream: BufReader::new(stream),
        };
        // From here on it has to say goodbye, also if there is no answer.
        if let Err(error) = connection.ask("hello").await {
            async_drop(connection).await;
            return Err(error);
        }
        Ok(connection)
    }

    /// Sends a line, and waits for the answer.
    async fn ask(&mut self, what: &str) -> io::Result<String> {
        let line = format!("{what} {}\n", self.name);
        self.stream.write_all(line.as_bytes()).await?;
        let mut answer = String::new();
        self.stream.read_line(&mut answer).await?;
        Ok(answer)
    }
}

impl AsyncDrop for Connection {
    async fn async_drop(mut self: Pin<&mut Self>) {
        match self.ask("goodbye").await {
            Ok(answer) if answer == "goodbye\n" => println!("  {}: said goodbye", self.name),
            other => println!("  {}: the peer said {other:?}", self.name),
        }
    }
}

/// What the peer knows of its clients.
type Visits = Arc<Mutex<Vec<String>>>;

/// Answers lines until the client goes away.
async fn serve(stream: TcpStream, visits: Visits) -> io::Result<()> {
    let mut stream = BufReader::new(stream);
    let mut last = String::from("nothing");
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            lock(&visits).push(last);
            return Ok(());
        }
        let answer = line.split(' ').next().unwrap_or_default();
        stream.write_all(format!("{answer}\n").as_bytes()).await?;
        line.trim_end().clone_into(&mut last);
    }
}

async fn listen(listener: TcpListener, visits: Visits) -> io::Result<()> {
    // The tasks are owned by the loop: they are gone when it is.
    let mut clients = tokio::task::JoinSet::new();
    loop {
        let (stream, _) = listener.accept().await?;
        clients.spawn(serve(stream, visits.clone()));
    }
}

/// The last line of the client that left last, once the peer has noticed it.
async fn last_words(visits: &Visits) -> String {
    let noticed = async {
        loop {
            if let Some(words) = lock(visits).pop() {
                return words;
            }
            tokio::task::yield_now().await;
        }
    };
    let words = tokio::time::timeout(Duration::from_mins(1), noticed).await;
    words.expect("the peer notices soon")
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn parse(
    address: SocketAddr,
    name: &'static str,
    text: &str,
) -> Result<u32, Box<dyn Error + Send + Sync>> {
    async_scope!(s => {
        let mut connection = s.own(Connection::open(address, name).await?);
        connection.ask("parsing").await?;
        let number: u32 = text.parse()?;
        assert_ne!(number, 0, "zero is too much for this program");
        Ok(number)
    })
    .await
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    std::panic::set_hook(Box::new(|panic| println!("  {panic}")));
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = listener.local_addr()?;
    let visits = Visits::default();
    let server = AwaitGuard::spawn(listen(listener, visits.clone()), |task| {
        tokio::spawn(task);
    });

    println!("a value:");
    assert_eq!(parse(address, "value", "7").await?, 7);
    assert_eq!(last_words(&visits).await, "goodbye value");

    println!("an error:");
    assert!(parse(address, "error", "seven").await.is_err());
    assert_eq!(last_words(&visits).await, "goodbye error");

    println!("a panic:");
    let task = tokio::spawn(async move { parse(address, "panic", "0").await.is_ok() });
    let panicked = task.await.is_err_and(|error| error.is_panic());
    assert!(panicked, "the panic goes on, after the goodbye");
    assert_eq!(last_words(&visits).await, "goodbye panic");

    println!("cancelled, and handed over to another task:");
    let (started, has_started) = oneshot::channel();
    let (done, is_done) = oneshot::channel();
    let task = tokio::spawn(
        async_scope!(move s, hand_over = |rest| drop(tokio::spawn(async {
            rest.await;
            done.send(()).expect("the program waits");
        })) => {
            let connection = Connection::open(address, "cancelled").await?;
            s.own(connection);
            started.send(()).expect("the program waits");
            core::future::pending::<io::Result<()>>().await
        }),
    );
    has_started.await?;
    task.abort();
    assert!(task.await.is_err_and(|error| error.is_cancelled()));
    is_done.await?;
    assert_eq!(last_words(&visits).await, "goodbye cancelled");

    println!("a vector of them:");
    let mut many = Vec::new();
    for name in ["one", "two", "three"] {
        many.push(Connection::open(address, name).await?);
    }
    async_drop(many).await;
    let mut words = Vec::new();
    for _ in 0..3 {
        words.push(last_words(&visits).await);
    }
    words.sort_unstable();
    assert_eq!(words, ["goodbye one", "goodbye three", "goodbye two"]);

    println!("dropped synchronously:");
    let dropped = Connection::open(address, "dropped").await?;
    let reported = std::panic::catch_unwind(core::panic::AssertUnwindSafe(|| drop(dropped)));
    assert!(reported.is_err(), "it is a bug, and reported");
    assert_eq!(
        last_words(&visits).await,
        "hello dropped",
        "the peer was not told"
    );

    async_drop(server).await;
    println!("all as it should be");
    Ok(())
}
