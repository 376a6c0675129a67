//! A backup a day, and which of them are kept.

use super::{back_up, ending};
use crate::{
    base::date::{self, DAY},
    platform::{
        backups::{self, KIND, PREFIX},
        jobs::{Job, Setback, Work},
    },
    request::state::AppState,
};
use async_trait::async_trait;
use std::{collections::BTreeSet, fs, io, path::Path};

/// Backups of the last days that are kept.
const DAILY: usize = 7;
/// Of those before, the last of so many weeks.
const WEEKLY: usize = 4;

/// Writes a backup of the running shop into the directory of the settings, once a day.
pub struct Nightly(pub AppState);

#[async_trait]
impl Work for Nightly {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn every(&self) -> Option<i64> {
        Some(DAY)
    }

    /// Another one comes the next day.
    fn tried_for(&self) -> i64 {
        DAY
    }

    async fn run(&self, _: &Job) -> Result<(), Setback> {
        let config = &self.0.config;
        let directory = Path::new(&config.backup_directory);
        let day = date::day(date::now());
        let file = directory.join(format!("{PREFIX}{day}.{}", ending(config)));
        fs::create_dir_all(directory).map_err(Setback::for_now)?;
        if !file.exists() {
            let backup = back_up(&self.0.db, config, &file).await;
            let backup = backup.map_err(Setback::for_now)?;
            tracing::info!(file = %file.display(), backup.bytes, "backed up");
        }
        clear(directory).map_err(Setback::for_now)
    }
}

/// Deletes the backups that are not kept.
fn clear(directory: &Path) -> io::Result<()> {
    let files = backups::all(directory)?;
    let days: Vec<i64> = files.iter().map(|(day, _)| *day).collect();
    let kept = kept(&days);
    for (_, file) in files.iter().filter(|(day, _)| !kept.contains(day)) {
        fs::remove_file(file)?;
        let list = super::sibling(file, "pictures.txt");
        if list.exists() {
            fs::remove_file(list)?;
        }
    }
    Ok(())
}

/// Those of `days` whose backup is kept: the last seven, and of the weeks before the last day each.
fn kept(days: &[i64]) -> BTreeSet<i64> {
    let mut sorted = days.to_vec();
    sorted.sort_unstable_by(|one, other| other.cmp(one));
    sorted.dedup();
    let (daily, older) = sorted.split_at(sorted.len().min(DAILY));
    let mut kept: BTreeSet<i64> = daily.iter().copied().collect();
    let mut weeks = BTreeSet::new();
    for day in older {
        if weeks.len() < WEEKLY && weeks.insert(day / 7) {
            kept.insert(*day);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_days_and_four_weeks_are_kept() {
        let days: Vec<i64> = (20_000..20_060).collect();
        let kept: Vec<i64> = kept(&days).into_iter().rev().collect();
        let daily: Vec<i64> = (20_053..20_060).rev().collect();
        assert_eq!(kept[..7], daily);
        assert_eq!(kept.len(), 11);
        let weeks: BTreeSet<i64> = kept[7..].iter().map(|day| day / 7).collect();
        assert_eq!(weeks.len(), 4, "each of another week");
        assert_eq!(super::kept(&[3, 1]), BTreeSet::from([1, 3]));
    }

    /// However the days go by, the last backups are there, and not many.
    #[test]
    fn day_after_day_some_of_every_week_stay() {
        let mut there: Vec<i64> = Vec::new();
        for day in 20_000..20_400 {
            there.push(day);
            there = kept(&there).into_iter().collect();
            assert!(there.len() <= DAILY + WEEKLY && there.contains(&day));
        }
        let oldest = there.first().expect("some");
        // The last of the four weeks may have just begun to leave the seven days.
        assert!(*oldest <= 20_399 - 3 * 7, "three weeks back: {oldest}");
    }
}
