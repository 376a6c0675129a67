//! What went wrong in the database, told by its codes and never by its words.

use crate::{base::error::AppError, platform::metrics};
use sea_orm::{DbErr, RuntimeErr, SqlxError, sqlx::error::DatabaseError};
use std::{sync::Arc, time::Duration};

/// Times that a transaction is begun anew which another one got in the way of.
const TRIES: u32 = 4;
/// First pause before that, doubled each time.
const PAUSE: Duration = Duration::from_millis(5);

/// What a fault means for whoever asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    /// Another transaction got in the way: the same works when it is done once more.
    Contended,
    /// The database cannot do it now, and may later.
    Unavailable,
    /// It was sent text that the database cannot hold.
    BadText,
    /// A defect of ours.
    Defect,
}

impl From<DbErr> for AppError {
    fn from(error: DbErr) -> Self {
        match meaning(&error) {
            Meaning::Contended => {
                metrics::database_was_busy();
                tracing::debug!(%error, "database");
                Self::Contended
            }
            Meaning::BadText => Self::bad_request(error),
            Meaning::Unavailable => {
                metrics::database_was_busy();
                tracing::error!(%error, "database");
                Self::Unavailable
            }
            Meaning::Defect => {
                tracing::error!(%error, "database");
                Self::Internal
            }
        }
    }
}

/// Whether the database cannot do it now, and may later: another process holds it, it is away, or the
/// disk is full, read-only or failing.
pub fn is_unavailable(error: &DbErr) -> bool {
    matches!(meaning(error), Meaning::Unavailable | Meaning::Contended)
}

/// What comes of `attempt`, which is a whole transaction: made again where another transaction got in
/// the way of it, a few times.
pub async fn retried<T, F: Future<Output = Result<T, AppError>>>(
    attempt: impl Fn() -> F,
) -> Result<T, AppError> {
    for again in 1..TRIES {
        match attempt().await {
            Err(AppError::Contended) => tokio::time::sleep(PAUSE * (1 << again)).await,
            done => return done,
        }
    }
    attempt().await
}

/// The fault of a connection that could not be made.
pub(super) fn not_connected(error: SqlxError) -> DbErr {
    DbErr::Conn(RuntimeErr::SqlxError(Arc::new(error)))
}

fn meaning(error: &DbErr) -> Meaning {
    let (DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause))) =
        error
    else {
        return match error {
            DbErr::Conn(_) | DbErr::ConnectionAcquire(_) => Meaning::Unavailable,
            _ => Meaning::Defect,
        };
    };
    match &**cause {
        SqlxError::Database(fault) => of_code(&**fault),
        SqlxError::Io(_)
        | SqlxError::Tls(_)
        | SqlxError::PoolTimedOut
        | SqlxError::PoolClosed
        | SqlxError::WorkerCrashed => Meaning::Unavailable,
        _ => Meaning::Defect,
    }
}

fn of_code(fault: &dyn DatabaseError) -> Meaning {
    let code = fault.code().unwrap_or_default();
    match code.parse::<i32>() {
        // Five digits or letters are an SQLSTATE; SQLite's extended codes are shorter numbers.
        Ok(number) if code.len() < 5 => of_sqlite(number),
        _ => of_sqlstate(&code),
    }
}

/// `SQLite`'s BUSY, LOCKED, READONLY, IOERR, FULL and CANTOPEN: the low byte of its extended codes.
fn of_sqlite(code: i32) -> Meaning {
    match code & 0xff {
        5 | 6 | 8 | 10 | 13 | 14 => Meaning::Unavailable,
        _ => Meaning::Defect,
    }
}

fn of_sqlstate(code: &str) -> Meaning {
    match code {
        // Could not serialise; deadlock.
        "40001" | "40P01" => Meaning::Contended,
        // A lock or a statement took too long; read-only; the disk fails.
        "55P03" | "57014" | "25006" | "25P03" | "58030" => Meaning::Unavailable,
        // A byte that is no text, such as NUL.
        "22021" | "22P05" => Meaning::BadText,
        // No connection; no room or too many connections; it is shutting down or starting.
        _ if ["08", "53", "57"]
            .iter()
            .any(|class| code.starts_with(class)) =>
        {
            Meaning::Unavailable
        }
        _ => Meaning::Defect,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    #[test]
    fn codes_say_what_went_wrong() {
        for (code, meaning) in [
            ("40P01", Meaning::Contended),
            ("57014", Meaning::Unavailable),
            ("53300", Meaning::Unavailable),
            ("08006", Meaning::Unavailable),
            ("22021", Meaning::BadText),
            ("23505", Meaning::Defect),
        ] {
            assert_eq!(of_sqlstate(code), meaning, "{code}");
        }
        // BUSY_SNAPSHOT, IOERR_FSYNC and CONSTRAINT_UNIQUE.
        for (code, meaning) in [
            (517, Meaning::Unavailable),
            (1034, Meaning::Unavailable),
            (2067, Meaning::Defect),
        ] {
            assert_eq!(of_sqlite(code), meaning, "{code}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn what_is_in_the_way_is_tried_again_and_nothing_else_is() {
        for (fails, fault, tries, end) in [
            (2, AppError::Contended, 3, Ok(())),
            (9, AppError::Contended, TRIES, Err(AppError::Contended)),
            (1, AppError::Unavailable, 1, Err(AppError::Unavailable)),
        ] {
            let tried = AtomicU32::new(0);
            let attempt = || async {
                let before = tried.fetch_add(1, Ordering::Relaxed);
                if before < fails { Err(fault) } else { Ok(()) }
            };
            assert_eq!(retried(attempt).await, end);
            assert_eq!(tried.load(Ordering::Relaxed), tries);
        }
    }
}
