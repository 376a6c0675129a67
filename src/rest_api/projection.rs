//! `responseFields`: which fields of an answer are wanted (`spec/rest.md` 1).

use super::fault::Fault;
use serde_json::Value;
use std::collections::BTreeMap;

/// Most brackets within brackets.
const DEEPEST: usize = 16;

/// The wanted fields by name, such as `total,items(id,name)`; of one without brackets all is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Projection(BTreeMap<String, Option<Projection>>);

impl Projection {
    /// Reads names with commas between them.
    pub fn read(text: &str) -> Result<Self, Fault> {
        let wrong = || {
            Fault::unreadable("responseFields: expected names and brackets: total,items(id,name)")
        };
        // The levels that are open, each with the name that it belongs to.
        let mut open = vec![(String::new(), Self::default())];
        let mut name = String::new();
        for letter in text.chars().filter(|letter| !letter.is_whitespace()) {
            match letter {
                ',' => put(&mut open, std::mem::take(&mut name), None),
                '(' if !name.is_empty() && open.len() < DEEPEST => {
                    open.push((std::mem::take(&mut name), Self::default()));
                }
                ')' if open.len() > 1 => {
                    put(&mut open, std::mem::take(&mut name), None);
                    let (parent, inner) = open.pop().ok_or_else(wrong)?;
                    put(&mut open, parent, Some(inner));
                }
                '(' | ')' => return Err(wrong()),
                letter => name.push(letter),
            }
        }
        put(&mut open, name, None);
        match open.pop() {
            Some((_, whole)) if open.is_empty() => Ok(whole),
            _ => Err(wrong()),
        }
    }

    /// Takes out of `value` what is not wanted; of a list, out of each in it.
    pub fn apply(&self, value: &mut Value) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| self.apply(item)),
            Value::Object(fields) => {
                fields.retain(|name, _| self.0.contains_key(name));
                for (name, value) in fields {
                    if let Some(Some(inner)) = self.0.get(name) {
                        inner.apply(value);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Adds a field to the innermost level; a name without letters is none.
fn put(open: &mut [(String, Projection)], name: String, inner: Option<Projection>) {
    if let (Some((_, level)), false) = (open.last_mut(), name.is_empty()) {
        level.0.insert(name, inner);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn cut(fields: &str, mut value: Value) -> Value {
        Projection::read(fields).expect("fields").apply(&mut value);
        value
    }

    #[test]
    fn only_what_is_wanted_is_left() {
        let list = json!({ "total": 2, "count": 2, "items": [
            { "id": 1, "name": "Mug", "media": { "images": [{ "id": "a", "isMain": true }] } },
            { "id": 2, "sku": "B" },
        ] });
        assert_eq!(cut("total", list.clone()), json!({ "total": 2 }));
        assert_eq!(
            cut("items( id , media(images(id))),total,", list.clone()),
            json!({ "total": 2, "items": [{ "id": 1, "media": { "images": [{ "id": "a" }] } }, { "id": 2 }] })
        );
        assert_eq!(cut("none", list), json!({}));
        assert_eq!(
            cut("id", json!([{ "id": 1, "sku": "" }])),
            json!([{ "id": 1 }])
        );
    }

    #[test]
    fn brackets_that_do_not_match_are_refused() {
        for wrong in [
            "items(id",
            "items)",
            "(id)",
            ")",
            "a(b(c)",
            "(",
            &"a(".repeat(40),
        ] {
            assert_eq!(
                Projection::read(wrong).map_err(|it| it.status),
                Err(400),
                "{wrong}"
            );
        }
    }

    proptest! {
        #[test]
        fn no_text_is_a_panic(text in "[a-c(), ]{0,60}") {
            let mut value = json!({ "a": [{ "b": { "c": 1 } }], "b": 2 });
            if let Ok(projection) = Projection::read(&text) {
                projection.apply(&mut value);
                let once = value.clone();
                projection.apply(&mut value);
                prop_assert_eq!(once, value);
            }
        }
    }
}
