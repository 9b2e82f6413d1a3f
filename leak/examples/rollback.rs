//! A transaction of a real `SQLite` database as a guard: unless it was committed, its asynchronous
//! destructor rolls it back. `SQLite` blocks, so it works on a thread for that, and the destructor
//! waits for it without blocking the executor.
//!
//! ```text
//! cargo run -p leak --example rollback
//! ```

use core::error::Error;
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use leak::async_drop::{AsyncDrop, must_async_drop};
use leak::async_scope;
use rusqlite::Connection;
use smol::future::FutureExt;
use std::sync::{Arc, Mutex, PoisonError};

/// A database that is used from asynchronous code.
#[derive(Clone)]
struct Database(Arc<Mutex<Connection>>);

impl Database {
    /// Runs something on it, on a thread that may block.
    async fn run<R: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<R> + Send + 'static,
    ) -> rusqlite::Result<R> {
        let database = self.0.clone();
        smol::unblock(move || work(&database.lock().unwrap_or_else(PoisonError::into_inner))).await
    }

    async fn begin(&self) -> rusqlite::Result<Transaction> {
        self.run(|database| database.execute_batch("BEGIN")).await?;
        Ok(Transaction {
            database: self.clone(),
            is_open: true,
        })
    }

    /// The balances of the accounts, by name.
    async fn balances(&self) -> rusqlite::Result<Vec<i64>> {
        self.run(|database| {
            let mut rows = database.prepare("SELECT balance FROM account ORDER BY name")?;
            rows.query_map([], |row| row.get(0))?.collect()
        })
        .await
    }

    /// Whether a transaction is open.
    async fn is_in_transaction(&self) -> rusqlite::Result<bool> {
        self.run(|database| Ok(!database.is_autocommit())).await
    }
}

/// Rolls back, if nobody committed. It can't do that synchronously without blocking, so dropping it
/// is reported.
#[must_async_drop]
#[derive(AsyncDrop)]
struct Transaction {
    database: Database,
    is_open: bool,
}

impl Transaction {
    async fn add(
        &self,
        name: &'static str,
        amount: i64,
    ) -> Result<(), Box<dyn Error + Send + Sync>> {
        let changed = self
            .database
            .run(move |database| {
                let change = "UPDATE account SET balance = balance + ?2 WHERE name = ?1";
                database.execute(change, (name, amount))
            })
            .await?;
        if changed == 1 {
            Ok(())
        } else {
            Err("no such account".into())
        }
    }

    async fn commit(&mut self) -> rusqlite::Result<()> {
        self.database
            .run(|database| database.execute_batch("COMMIT"))
            .await?;
        self.is_open = false;
        Ok(())
    }
}

impl AsyncDrop for Transaction {
    async fn async_drop(self: Pin<&mut Self>) {
        if self.is_open {
            let result = self
                .database
                .run(|database| database.execute_batch("ROLLBACK"))
                .await;
            println!("  rolled back: {result:?}");
        }
    }
}

/// Moves money, or nothing.
async fn transfer(
    database: &Database,
    to: &'static str,
    amount: i64,
) -> Result<(), Box<dyn Error + Send + Sync>> {
    async_scope!(s => {
        let mut transaction = s.own(database.begin().await?);
        transaction.add("alice", -amount).await?;
        assert!(amount <= 1000, "this is a robbery");
        transaction.add(to, amount).await?;
        transaction.commit().await?;
        println!("  committed");
        Ok(())
    })
    .await
}

fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    std::panic::set_hook(Box::new(|panic| println!("  {panic}")));
    let database = Connection::open_in_memory()?;
    database.execute_batch(
        "CREATE TABLE account (name TEXT PRIMARY KEY, balance INTEGER);
         INSERT INTO account VALUES ('alice', 100), ('bob', 0);",
    )?;
    let database = Database(Arc::new(Mutex::new(database)));
    smol::block_on(async {
        println!("committed:");
        transfer(&database, "bob", 10).await?;
        assert_eq!(database.balances().await?, [90, 10]);

        println!("left by `?`:");
        let error = transfer(&database, "nobody", 10)
            .await
            .expect_err("there is no such account");
        assert_eq!(error.to_string(), "no such account");
        assert!(!database.is_in_transaction().await?);
        assert_eq!(
            database.balances().await?,
            [90, 10],
            "alice has her money back"
        );

        println!("left by a panic:");
        let result = AssertUnwindSafe(transfer(&database, "bob", 2000))
            .catch_unwind()
            .await;
        assert!(result.is_err());
        assert!(!database.is_in_transaction().await?);
        assert_eq!(database.balances().await?, [90, 10]);

        println!("cancelled in the middle, and handed over:");
        let (done, is_done) = smol::channel::bounded::<()>(1);
        let (started, has_started) = smol::channel::bounded::<()>(1);
        let cancelled = database.clone();
        let task = smol::spawn(async_scope!(move s, hand_over = |rest| smol::spawn(async {
            rest.await;
            drop(done);
        }).detach() => {
            let transaction = s.own(cancelled.begin().await?);
            transaction.add("alice", -50).await?;
            drop(started);
            core::future::pending::<Result<(), Box<dyn Error + Send + Sync>>>().await
        }));
        assert!(has_started.recv().await.is_err(), "it has begun");
        assert_eq!(
            database.balances().await?,
            [40, 10],
            "the one connection sees it"
        );
        assert!(task.cancel().await.is_none());
        assert!(is_done.recv().await.is_err(), "it is rolled back");
        assert!(!database.is_in_transaction().await?);
        assert_eq!(database.balances().await?, [90, 10]);

        println!("all as it should be");
        Ok(())
    })
}
