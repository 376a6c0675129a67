//! The house rules that a reader of `use` lines can check.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Slices, and whom each may use besides itself and the shared ground.
/// `page` is the table of all pages and so may use every slice.
const SLICES: [(&str, &[&str]); 3] = [
    ("account", &[]),
    ("content", &[]),
    ("storefront_api", &["account"]),
];
const GROUND: [&str; 10] = [
    "boot", "error", "money", "notice", "server", "text", "ui", "url", "validate", "wire",
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .expect("a folder")
        .flatten()
        .map(|entry| entry.path());
    entries
        .flat_map(|path| {
            if path.is_dir() {
                sources(&path)
            } else {
                vec![path]
            }
        })
        .filter(|path| path.extension().is_some_and(|ext| ext == "rs"))
        .collect()
}

/// First path segments after `crate::` in the file.
fn uses(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for rest in text.split("crate::").skip(1) {
        let list = rest
            .strip_prefix('{')
            .map(|list| list.split("};").next().unwrap_or_default());
        let items: Vec<&str> = match list {
            Some(list) => list.split(',').collect(),
            None => vec![rest],
        };
        for item in items {
            let name: String = item
                .trim()
                .chars()
                .take_while(|c| c.is_ascii_lowercase() || *c == '_')
                .collect();
            if item.trim()[name.len()..].starts_with("::") {
                found.push(name);
            }
        }
    }
    found
}

#[test]
fn imports_point_inward() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (slice, allowed) in SLICES {
        for file in sources(&src.join(slice)) {
            for used in uses(&fs::read_to_string(&file).expect("text")) {
                let others = SLICES
                    .iter()
                    .map(|(name, _)| *name)
                    .any(|name| name == used && name != slice);
                assert!(
                    !others || allowed.contains(&used.as_str()),
                    "{} uses {used}",
                    file.display()
                );
            }
        }
    }
    for file in sources(&src.join("ui")) {
        for used in uses(&fs::read_to_string(&file).expect("text")) {
            assert!(
                GROUND.contains(&used.as_str()),
                "{} uses {used}",
                file.display()
            );
        }
    }
}

#[test]
fn files_stay_readable() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in sources(&src) {
        let lines = fs::read_to_string(&file).expect("text").lines().count();
        assert!(lines <= 400, "{} has {lines} lines", file.display());
    }
}
