//! What the buttons of rows do: the form comes back with the rows as they are then.

use toml::{Table, Value};

/// Does to `values` what the button `act` says, such as `add taxes`, `up taxes.1`, `drop home.0` or `move home.3 0`; whether it
/// did anything.
pub fn act(values: &mut Table, act: &str) -> bool {
    let mut words = act.split(' ');
    let (verb, path) = (
        words.next().unwrap_or_default(),
        words.next().unwrap_or_default(),
    );
    if verb == "add" {
        return add(values, path, words.next());
    }
    let Some((list, index)) = path.rsplit_once('.') else {
        return false;
    };
    let Ok(index) = index.parse::<usize>() else {
        return false;
    };
    match at(values, list) {
        Some(Value::Array(rows)) => moved(rows, verb, index, words.next()),
        Some(Value::Table(table)) => {
            let mut rows: Vec<(String, Value)> = std::mem::take(table).into_iter().collect();
            let did = moved(&mut rows, verb, index, words.next());
            table.extend(rows);
            did
        }
        _ => false,
    }
}

fn moved<T>(rows: &mut Vec<T>, verb: &str, index: usize, to: Option<&str>) -> bool {
    let is_there = index < rows.len();
    let to = to
        .and_then(|to| to.parse::<usize>().ok())
        .filter(|to| *to < rows.len());
    match verb {
        "drop" if is_there => {
            rows.remove(index);
        }
        "up" if is_there && index > 0 => rows.swap(index, index - 1),
        "move" if is_there => {
            let Some(to) = to else {
                return false;
            };
            let row = rows.remove(index);
            rows.insert(to, row);
        }
        "down" if index + 1 < rows.len() => rows.swap(index, index + 1),
        _ => return false,
    }
    true
}

fn add(values: &mut Table, path: &str, tag: Option<&str>) -> bool {
    let mut row = Table::new();
    if let Some(tag) = tag {
        row.insert("type".to_owned(), Value::String(tag.to_owned()));
    }
    match at(values, path) {
        Some(Value::Array(rows)) => rows.push(Value::Table(row)),
        Some(Value::Table(rows)) => {
            let name = format!("\u{0}new{}", rows.len());
            rows.insert(name, Value::Table(row));
        }
        _ => return false,
    }
    true
}

/// `rows` in the order of the numbers that were typed beside them; each comes with its index, which is its number less one as
/// long as nobody changes it. One that was moved takes the place of whatever had its number.
pub fn by_places<T>(rows: Vec<(usize, &str, T)>) -> Vec<T> {
    let place = |(index, typed, row): (usize, &str, T)| {
        let before = u32::try_from(index + 1).map_or(f64::MAX, f64::from);
        let place = typed.trim().replace(',', ".").parse::<f64>().ok();
        let place = place.filter(|it| it.is_finite()).unwrap_or(before);
        // From behind it comes before what has the number, and from before it behind.
        (place, place.total_cmp(&before), row)
    };
    let mut placed: Vec<_> = rows.into_iter().map(place).collect();
    placed.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    placed.into_iter().map(|(.., row)| row).collect()
}

/// What is at `path`. Rows that have names are counted through, and their values stand in `value`.
fn at<'a>(values: &'a mut Table, path: &str) -> Option<&'a mut Value> {
    let mut keys = path.split('.');
    let mut found = values.get_mut(keys.next()?)?;
    for key in keys {
        found = match (found, key.parse::<usize>()) {
            (Value::Array(rows), Ok(index)) => rows.get_mut(index)?,
            (Value::Table(rows), Ok(index)) => rows.iter_mut().nth(index)?.1,
            (value, _) if key == "value" => value,
            (value, _) => value.get_mut(key)?,
        };
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        toml::from_str(text).expect("TOML")
    }

    #[test]
    fn rows_stand_where_their_numbers_say() {
        let order = |places: [&str; 4]| -> String {
            let rows = places.into_iter().zip("abcd".chars()).enumerate();
            by_places(
                rows.map(|(index, (place, row))| (index, place, row))
                    .collect(),
            )
            .into_iter()
            .collect()
        };
        assert_eq!(order(["1", "2", "3", "4"]), "abcd");
        assert_eq!(order(["1", "2", "3", "1"]), "dabc");
        assert_eq!(order(["3", "2", "3", "4"]), "bcad");
        assert_eq!(order(["", "x", "0", "4"]), "cabd");
        assert_eq!(order(["4", "3", "2", "1"]), "dcba");
        assert_eq!(order(["1", "2", "3", "1,5"]), "adbc");
    }

    #[test]
    fn rows_come_go_and_change_places_at_any_depth() {
        let mut values = table("a = [{ n = 1 }, { n = 2, in = [{ m = 1 }] }]\nb = {}");
        assert!(act(&mut values, "up a.1"));
        assert!(act(&mut values, "add a.0.in"));
        assert!(act(&mut values, "down a.0.in.0"));
        assert!(act(&mut values, "drop a.1"));
        assert!(act(&mut values, "add a hero"));
        let wanted = table("a = [{ n = 2, in = [{}, { m = 1 }] }, { type = \"hero\" }]\nb = {}");
        assert_eq!(values, wanted);
        assert!(act(&mut values, "move a.1 0") && act(&mut values, "move a.0 1"));
        for nothing in [
            "move a.0",
            "move a.0 9",
            "",
            "up",
            "up a.0",
            "down a.1",
            "drop a.7",
            "drop a.x",
            "add c",
            "add a.9.in",
            "eat a.0",
        ] {
            assert!(!act(&mut values, nothing), "{nothing}");
        }
        assert_eq!(values, wanted);
        assert!(act(&mut values, "add b") && act(&mut values, "add b"));
        assert_eq!(values["b"].as_table().map(Table::len), Some(2));
        assert!(act(&mut values, "drop b.0"));
        assert_eq!(values["b"].as_table().map(Table::len), Some(1));
    }
}
