//! Answers that hold as long as nobody writes to the database.
//!
//! Asking a file of `SQLite` costs a way to another thread and back, which takes longer than drawing what a page has for its
//! visitor. Whether anybody has committed since, in whichever process, the engine itself says without that way.

use super::Db;
use quick_cache::sync::Cache;
use rusqlite::{Connection, OpenFlags};
use std::{
    hash::Hash,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

/// Sees whether anybody has committed to a file of `SQLite`.
#[derive(Clone, Debug)]
pub(super) struct Watch(Arc<Mutex<Option<Connection>>>);

impl Watch {
    /// Watches the database in `file`; none that is in memory, or cannot be opened once more.
    pub(super) fn of(file: &Path) -> Option<Self> {
        if !file.is_file() {
            return None;
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(file, flags).ok()?;
        // Nobody waits for this answer: without it, the database is asked as ever.
        connection.busy_timeout(Duration::ZERO).ok()?;
        Some(Self(Arc::new(Mutex::new(Some(connection)))))
    }

    /// How far the database has come; `None` where it is not known.
    fn moment(&self) -> Option<Moment> {
        let connection = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut asked = connection
            .as_ref()?
            .prepare_cached("PRAGMA data_version")
            .ok()?;
        asked.query_row([], |row| row.get(0)).ok().map(Moment)
    }

    /// Watches no more: the file is closed.
    pub(super) fn end(&self) {
        let connection = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        drop(connection);
    }
}

/// How far a database has come: another moment than this begins with every commit of anybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment(i64);

impl Db {
    /// How far it has come; `None` where it is asked anew each time.
    pub fn moment(&self) -> Option<Moment> {
        self.watch.as_ref().and_then(Watch::moment)
    }
}

/// What the database said of each key.
#[derive(Debug)]
pub struct CommitCache<K, V>(Arc<Cache<K, (Moment, V)>>);

impl<K, V> Clone for CommitCache<K, V> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<K: Eq + Hash, V: Clone> CommitCache<K, V> {
    /// Remembers `most` answers; the one nobody asked for lately gives way.
    pub fn new(most: usize) -> Self {
        Self(Arc::new(Cache::new(most)))
    }

    /// What `ask` answers of `key` at this `moment` or a later one, which was known before: it is asked only if somebody has
    /// committed to the database since it was last.
    pub async fn answer<E>(
        &self,
        moment: Option<Moment>,
        key: K,
        ask: impl Future<Output = Result<V, E>>,
    ) -> Result<V, E> {
        let Some(now) = moment else {
            return ask.await;
        };
        if let Some((of, answer)) = self.0.get(&key)
            && of == now
        {
            return Ok(answer);
        }
        let answer = ask.await?;
        // A commit that came while it was asked made it one of before.
        self.0.insert(key, (now, answer.clone()));
        Ok(answer)
    }
}

#[cfg(test)]
mod tests {
    use super::{super::statement, *};
    use crate::platform::db::Limits;
    use sea_orm::{ConnectionTrait, DbErr};

    const LIMITS: Limits = Limits {
        wait: Duration::from_secs(5),
        statement: Duration::from_secs(5),
        connections: 2,
    };

    async fn said(db: &Db) -> Result<i64, DbErr> {
        let row = db
            .read
            .query_one_raw(statement(&db.read, "SELECT n FROM said", []))
            .await?;
        row.expect("a row").try_get_by_index(0)
    }

    async fn say(db: &Db, n: i64) {
        let say = statement(&db.write, "UPDATE said SET n = $1", [n.into()]);
        db.write.execute_raw(say).await.expect("a write");
    }

    #[tokio::test]
    async fn an_answer_holds_until_anybody_commits() {
        let dir = tempfile::tempdir().expect("a directory");
        let url = format!("sqlite:{}", dir.path().join("shop.db").display());
        let db = Db::open(&url, LIMITS).await.expect("a database");
        // As another process would have it.
        let other = Db::open(&url, LIMITS).await.expect("the same");
        db.write
            .execute_unprepared("CREATE TABLE said (n INTEGER); INSERT INTO said VALUES (1)")
            .await
            .expect("a table");
        let remembered = CommitCache::new(10);
        assert_eq!(remembered.answer(db.moment(), 'a', said(&db)).await, Ok(1));
        let never = async { Err(DbErr::Custom("asked again".into())) };
        assert_eq!(remembered.answer(db.moment(), 'a', never).await, Ok(1));
        for (n, writer) in [(2, &db), (3, &other)] {
            say(writer, n).await;
            assert_eq!(remembered.answer(db.moment(), 'a', said(&db)).await, Ok(n));
        }
        // What is not committed is nothing yet; and what comes back is no answer to something else.
        let tx = other.begin().await.expect("a transaction");
        tx.execute_unprepared("UPDATE said SET n = 4")
            .await
            .expect("a write");
        let never = async { Err(DbErr::Custom("asked again".into())) };
        assert_eq!(remembered.answer(db.moment(), 'a', never).await, Ok(3));
        tx.commit().await.expect("a commit");
        assert_eq!(remembered.answer(db.moment(), 'b', said(&db)).await, Ok(4));
        assert_eq!(remembered.answer(db.moment(), 'a', said(&db)).await, Ok(4));
    }

    /// Readers and a writer at once: whoever was told that something is written reads it from then on.
    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn nobody_reads_what_was_before_a_commit_that_is_told() {
        use std::sync::atomic::{AtomicI64, Ordering::SeqCst};
        let dir = tempfile::tempdir().expect("a directory");
        let url = format!("sqlite:{}", dir.path().join("shop.db").display());
        let db = Db::open(&url, LIMITS).await.expect("a database");
        db.write
            .execute_unprepared("CREATE TABLE said (n INTEGER); INSERT INTO said VALUES (0)")
            .await
            .expect("a table");
        let (told, remembered) = (Arc::new(AtomicI64::new(0)), CommitCache::new(10));
        let readers = (0..4).map(|_| {
            let (db, told, remembered) = (db.clone(), Arc::clone(&told), remembered.clone());
            tokio::spawn(async move {
                while told.load(SeqCst) < 200 {
                    let least = told.load(SeqCst);
                    let read = remembered
                        .answer(db.moment(), (), said(&db))
                        .await
                        .expect("a row");
                    assert!(read >= least, "{read} after {least}");
                    tokio::task::yield_now().await;
                }
            })
        });
        let readers: Vec<_> = readers.collect();
        for n in 1..=200 {
            say(&db, n).await;
            told.store(n, SeqCst);
        }
        for reader in readers {
            reader.await.expect("no reader is told what was");
        }
    }
}
