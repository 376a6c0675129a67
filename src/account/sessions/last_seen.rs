//! Collects when sessions were last seen and writes it in batches, so that no request has to wait for a write.

use crate::{account::entity::session, base::error::AppError, platform::db::Db};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use std::{
    collections::HashSet,
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Sessions named in one statement.
const AT_ONCE: usize = 500;

/// Sessions seen since the last [`write`](Self::write).
#[derive(Clone, Default)]
pub struct LastSeen(Arc<Mutex<SeenTimes>>);

#[derive(Default)]
struct SeenTimes {
    sessions: HashSet<i64>,
    /// UNIX seconds of the latest of them.
    at: i64,
}

impl LastSeen {
    /// Notes that the session `id` was seen `now`, in UNIX seconds.
    pub fn note(&self, id: i64, now: i64) {
        let mut noted = self.locked();
        noted.sessions.insert(id);
        noted.at = noted.at.max(now);
    }

    /// Writes what was noted since the last time; what cannot be written stays noted.
    pub async fn write(&self, db: &Db) -> Result<(), AppError> {
        let SeenTimes { sessions, at } = mem::take(&mut *self.locked());
        let sessions: Vec<i64> = sessions.into_iter().collect();
        for (index, ids) in sessions.chunks(AT_ONCE).enumerate() {
            let update = session::Entity::update_many()
                .col_expr(session::Column::LastSeenAt, Expr::value(at))
                .filter(session::Column::Id.is_in(ids.iter().copied()))
                .filter(session::Column::LastSeenAt.lt(at));
            if let Err(error) = update.exec(&db.write).await {
                let left = &sessions[index * AT_ONCE..];
                left.iter().for_each(|id| self.note(*id, at));
                return Err(error.into());
            }
        }
        Ok(())
    }

    fn locked(&self) -> MutexGuard<'_, SeenTimes> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
