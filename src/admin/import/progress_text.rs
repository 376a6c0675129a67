//! How an import stands, in words.

use crate::{
    base::money::grouped,
    import::{CHECK, progress},
    platform::tasks::{State, Task},
};

/// `count` with a mark between thousands.
pub fn number(count: u64) -> String {
    grouped(&count.to_string(), ',')
}

/// How `task` stands, in a few words.
pub fn state(task: &Task) -> &'static str {
    let is_check = task.step == CHECK;
    match task.state {
        State::Running if task.cancelled_at.is_some() => "Stopping",
        State::Waiting | State::Running if is_check => "Being checked",
        State::Waiting | State::Running => "Being imported",
        State::Asks => "Checked; waits for you",
        State::Done => "Imported",
        State::Cancelled => "Called off",
        State::Failed => "Failed",
    }
}

/// How far `task` is at `now`.
pub fn far(task: &Task, now: i64) -> String {
    if task.state == State::Waiting {
        return "It begins in a moment.".to_owned();
    }
    if task.total == 0 {
        return "The file is read to see how much there is.".to_owned();
    }
    let count = |number: i64| self::number(u64::try_from(number).unwrap_or(0));
    let mut said = format!("{} of {} entries", count(task.done), count(task.total));
    let refused = progress(task).refused;
    if refused > 0 {
        said += &format!(" · {} refused so far", number(refused));
    }
    if let Some((rate, left)) = pace(task, now) {
        said += &format!(" · {} a second", count(rate));
        said += &match left {
            ..60 => " · less than a minute left".to_owned(),
            60..120 => " · about a minute left".to_owned(),
            left => format!(" · about {} minutes left", count(left / 60)),
        };
    }
    said
}

/// How many entries are done in a second, and how many seconds are left at that, once that can be told.
fn pace(task: &Task, now: i64) -> Option<(i64, i64)> {
    let passed = now - task.started_at?;
    let rate = task.done.checked_div(passed)?;
    let left = (task.total - task.done).checked_div(rate)?;
    (passed >= 3 && left >= 0).then_some((rate, left))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_for_people() {
        for (count, said) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (12_345_678, "12,345,678"),
        ] {
            assert_eq!(number(count), said);
        }
    }

    #[test]
    fn how_long_it_takes_is_said_once_that_can_be_told() {
        let task = |done, started_at| Task {
            id: 1,
            kind: "import".to_owned(),
            step: "write".to_owned(),
            state: State::Running,
            name: "products.csv".to_owned(),
            file: None,
            size: 0,
            options: String::new(),
            done,
            total: 100_000,
            report: Some("{\"refused\":3}".to_owned()),
            trouble: None,
            staff_id: None,
            who: String::new(),
            created_at: 0,
            started_at,
            touched_at: 0,
            finished_at: None,
            cancelled_at: None,
        };
        let said = "25,000 of 100,000 entries · 3 refused so far";
        assert_eq!(far(&task(25_000, Some(99)), 100), said, "too early");
        let paced = format!("{said} · 250 a second · about 5 minutes left");
        assert_eq!(far(&task(25_000, Some(0)), 100), paced);
        assert_eq!(
            far(&task(0, Some(0)), 100),
            "0 of 100,000 entries · 3 refused so far"
        );
        assert!(far(&task(99_999, Some(0)), 100).ends_with("less than a minute left"));
    }
}
