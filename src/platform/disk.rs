//! Room on the disk that holds the database.

use super::{config::Config, db::is_postgres};
use std::path::Path;

const MIB: u64 = 1024 * 1024;

/// Whether more than `disk_floor_mib` MiB are free on the database's disk; always so for `PostgreSQL` and for one in memory.
pub fn has_room(config: &Config) -> bool {
    if is_postgres(&config.database) {
        // The server's disk is its own operator's care; it says itself when it is full.
        return true;
    }
    let path = config.database.trim_start_matches("sqlite:");
    let path = path.trim_start_matches("//").split('?').next();
    let Some(path) = path.filter(|path| !path.is_empty() && *path != ":memory:") else {
        return true;
    };
    let directory = match Path::new(path).parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    match rustix::fs::statvfs(directory) {
        Ok(space) => {
            space.f_bavail.saturating_mul(space.f_frsize) >= u64::from(config.disk_floor_mib) * MIB
        }
        Err(error) => {
            tracing::warn!(%error, directory = %directory.display(), "free space is not known");
            true
        }
    }
}
