//! The design settings in a merchant's words.

use crate::admin::{
    form::{Field, FieldGroup, InputKind},
    screens::sketch,
};
use serde::Deserialize;
use std::{collections::BTreeMap, sync::LazyLock};

/// The words for them; a test looks that each setting has some.
const WORDS: &str = include_str!("../design_words.json");
/// Every setting and its kind, which pages go by.
const KINDS: &str = include_str!("../../../storefront_api/design_settings.json");

#[derive(Deserialize)]
struct Group {
    group: &'static str,
    settings: Vec<Setting>,
}

#[derive(Deserialize)]
struct Setting {
    key: &'static str,
    label: &'static str,
    help: &'static str,
    /// The scene and its part that show it, such as `card.price`.
    picture: &'static str,
    /// The scene with a part for each of its words, where they look different.
    variants: Option<&'static str>,
    #[serde(default)]
    words: serde_json::Map<String, serde_json::Value>,
}

/// One field: the table of all that are other than by default.
pub static DESIGN: LazyLock<&'static [Field]> = LazyLock::new(|| {
    let groups: Vec<Group> = serde_json::from_str(WORDS).expect("the words are tested");
    let kinds: BTreeMap<&str, &str> = serde_json::from_str(KINDS).expect("a table of kinds");
    let part = |group: Group| FieldGroup {
        title: group.group,
        fields: group
            .settings
            .into_iter()
            .map(|it| field(it, &kinds))
            .collect::<Vec<_>>()
            .leak(),
    };
    // Made once and kept for ever, like every other field.
    let parts: &'static [FieldGroup] = groups.into_iter().map(part).collect::<Vec<_>>().leak();
    let design = Field::new(
        "storefront",
        "What pages show, and how",
        InputKind::Parts(parts),
    );
    let design = design.help("What is left as it is, is as by default.");
    vec![design.picture(sketch::definitions().leak())].leak()
});

fn field(setting: Setting, kinds: &BTreeMap<&str, &str>) -> Field {
    let kind = match kinds.get(setting.key).copied() {
        Some("flag") => InputKind::Maybe,
        Some("number") => InputKind::Number,
        Some("text") => InputKind::Line,
        _ => {
            let word = |(word, label): (String, serde_json::Value)| {
                let label = label.as_str().unwrap_or(&word).to_owned();
                (&*word.leak(), &*label.leak())
            };
            let words: Vec<(&'static str, &'static str)> =
                setting.words.into_iter().map(word).collect();
            InputKind::OneOf(words.leak())
        }
    };
    Field::new(setting.key, setting.label, kind)
        .help(setting.help)
        .picture(drawn(setting.picture, setting.variants, kind).leak())
        .optional()
}

/// The picture of a setting, and one of each of its words.
fn drawn(picture: &str, variants: Option<&str>, kind: InputKind) -> String {
    let picture = sketch::picture(picture).expect("pictures are tested");
    let picture = format!("<span class=\"sketches\">{picture}</span>");
    match (variants, kind) {
        (Some(scene), InputKind::OneOf(words)) => {
            let choices = sketch::variants(scene, words).expect("pictures are tested");
            format!("{picture}<span class=\"choices\">{choices}</span>")
        }
        _ => picture,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_design_setting_has_words() {
        let kinds: BTreeMap<&str, &str> = serde_json::from_str(KINDS).expect("kinds");
        let InputKind::Parts(parts) = DESIGN[0].kind else {
            panic!("parts");
        };
        let fields: Vec<&Field> = parts.iter().flat_map(|part| part.fields).collect();
        let mut named: Vec<&str> = fields.iter().map(|field| field.key).collect();
        named.sort_unstable();
        assert_eq!(named, kinds.keys().copied().collect::<Vec<_>>());
        for field in fields {
            // What is shown is there to be shown: `drawn` would have failed, and a link to nothing draws nothing.
            assert!(
                field.picture.matches("<use href=").count() >= 2,
                "{}",
                field.key
            );
            for linked in field.picture.split("href=\"#").skip(1) {
                let id = linked.split('"').next().unwrap_or_default();
                let place = format!("id=\"{id}\"");
                assert!(DESIGN[0].picture.contains(&place), "{}: {id}", field.key);
            }
            if let InputKind::OneOf(words) = field.kind {
                let known: Vec<String> = kinds[field.key].split(' ').map(str::to_owned).collect();
                let mut given: Vec<String> =
                    words.iter().map(|(word, _)| (*word).to_owned()).collect();
                given.sort_by_key(|word| known.iter().position(|it| it == word));
                assert_eq!(given, known, "{}", field.key);
            }
        }
    }
}
