//! The house rules that a reader of paths can check: which room may use which, and how long a file is.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Every room from the ground up, and whom it uses. An arrow that is not here fails the test, and so
/// does one that nobody needs any more: the list only shrinks. `src/README.md` says what each is for.
const ROOMS: [(&str, &str); 23] = [
    ("base", ""),
    ("text", "base"),
    ("pricing", "base"),
    ("platform", "base text pricing"),
    ("ui", "text platform"),
    ("content", "base text platform"),
    ("account", "base text platform ui content"),
    ("catalog", "base text pricing platform ui content"),
    ("request", "base text platform ui content account catalog"),
    (
        "cart",
        "base text pricing platform ui account catalog request",
    ),
    (
        "favourites",
        "base text platform ui account catalog request cart",
    ),
    (
        "checkout",
        "base text pricing platform ui account request cart",
    ),
    (
        "order",
        "base text pricing platform ui content account catalog request cart checkout",
    ),
    (
        "subscription",
        "base text pricing platform ui account catalog request cart order",
    ),
    (
        "reviews",
        "base text platform ui account catalog request cart order",
    ),
    (
        "contact",
        "base text platform ui account request cart order",
    ),
    ("import", "base platform content catalog"),
    ("storefront_api", "base text platform account content"),
    (
        "site",
        "base text platform ui account content catalog request storefront_api",
    ),
    (
        "rest_api",
        "base text platform ui pricing catalog content request cart site",
    ),
    (
        "admin",
        "base text pricing platform account content catalog request cart favourites order subscription reviews contact import",
    ),
    ("demo", "base platform account content catalog request"),
    (
        "app",
        "base text platform ui account content catalog request cart favourites checkout order subscription reviews contact import storefront_api site rest_api admin demo",
    ),
];
/// Arrows that run up, each with the issue that removes it.
const EXCEPTIONS: [(&str, &str, &str); 0] = [];
/// Most lines of a file.
const MAX_LENGTH: usize = 400;

#[test]
fn rooms_use_the_rooms_below_them_and_no_others() {
    for (place, (room, allowed)) in ROOMS.iter().enumerate() {
        let below: Vec<&str> = ROOMS[..place].iter().map(|(name, _)| *name).collect();
        let allowed: BTreeSet<&str> = allowed.split_whitespace().collect();
        for name in &allowed {
            assert!(
                below.contains(name),
                "{room} may use {name}, which is not below it"
            );
        }
        let mut used = BTreeSet::new();
        for file in sources(&src().join(room)) {
            for name in rooms_in(&read(&file)) {
                let is_known = name == *room || allowed.contains(name.as_str());
                let is_excepted = EXCEPTIONS
                    .iter()
                    .any(|(from, to, _)| from == room && *to == name);
                assert!(is_known || is_excepted, "{} uses {name}", file.display());
                used.insert(name);
            }
        }
        for name in allowed {
            assert!(used.contains(name), "{room} does not use {name} any more");
        }
        for (_, to, issue) in EXCEPTIONS.iter().filter(|(from, ..)| from == room) {
            assert!(
                used.contains(*to),
                "{issue} is done: {room} uses {to} no more"
            );
        }
    }
}

/// The page's scripts go by the same order.
#[test]
fn scripts_import_from_rooms_above_and_never_from_below() {
    let place = |name: &str| ROOMS.iter().position(|(room, _)| *room == name);
    let import = regex::Regex::new(r"from '\.\./\.\./(\w+)/js/").expect("a pattern");
    let mut imports = 0;
    for (room, _) in ROOMS {
        for file in files(&src().join(room), "ts") {
            let text = read(&file);
            for name in import.captures_iter(&text).map(|found| found[1].to_owned()) {
                assert!(place(&name) < place(room), "{} uses {name}", file.display());
                imports += 1;
            }
        }
    }
    assert!(imports > 0, "imports are found");
}

#[test]
fn every_folder_is_a_room() {
    let known: BTreeSet<&str> = ROOMS.iter().map(|(name, _)| *name).collect();
    for entry in fs::read_dir(src()).expect("a folder").flatten() {
        let name = entry.file_name().into_string().expect("text");
        let is_room = known.contains(name.as_str());
        let others = [
            "imaging",
            "tests",
            "benches",
            "README.md",
            "lib.rs",
            "main.rs",
            "build.rs",
            "tsconfig.json",
        ];
        assert!(
            is_room || others.contains(&name.as_str()),
            "src/{name} is no room"
        );
    }
}

/// Leptos writes the content of a `textarea` as it is, so that `</textarea>` in somebody's text would end it.
#[test]
fn what_stands_in_a_textarea_cannot_end_it() {
    let content = regex::Regex::new(r"(?s)<textarea\b.*?>\{(.*?)\}</textarea>").expect("a pattern");
    let mut found = 0;
    let in_tests = |it: &PathBuf| it.starts_with(src().join("tests"));
    for file in sources(&src()).into_iter().filter(|it| !in_tests(it)) {
        let text = read(&file);
        let inner = content.captures_iter(&text).map(|it| it[1].to_owned());
        let inner: Vec<String> = inner.collect();
        assert_eq!(
            text.matches("</textarea>").count(),
            inner.len(),
            "{}",
            file.display()
        );
        for inner in &inner {
            assert!(
                inner.starts_with("in_textarea("),
                "{}: {inner}",
                file.display()
            );
        }
        found += inner.len();
    }
    assert!(found > 5, "{found} are found");
}

#[test]
fn files_stay_readable() {
    for file in sources(&src()) {
        let lines = read(&file).lines().count();
        assert!(lines <= MAX_LENGTH, "{} has {lines} lines", file.display());
    }
}

#[test]
fn paths_are_read_wherever_they_stand() {
    let text = "use crate::{base::{a, b}, text::Texts};\nfn f() { crate::cart::x(); \"crate::order\" } // crate::site\n\
                use crate::app;\npub(crate) use crate::ui::Field;";
    let found: Vec<String> = rooms_in(text).into_iter().collect();
    assert_eq!(found, ["app", "base", "cart", "text", "ui"]);
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).expect("text")
}

pub fn sources(folder: &Path) -> Vec<PathBuf> {
    files(folder, "rs")
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|ext| ext == extension) {
            found.push(path);
        }
    }
    found
}

/// What follows `crate::` in code: the first name of each path, in groups too.
fn rooms_in(text: &str) -> BTreeSet<String> {
    let code = without_comments_and_strings(text);
    let mut found = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        if rest.starts_with('{') {
            found.extend(heads_of_group(rest));
        } else {
            found.extend(name_at(rest));
        }
    }
    found
}

/// The first names of the paths in `{…}`.
fn heads_of_group(group: &str) -> Vec<String> {
    let (mut depth, mut heads, mut is_head) = (0, Vec::new(), false);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => {
                depth += 1;
                is_head = depth == 1;
            }
            '}' => {
                depth -= 1;
                if depth == 0 {
                    break;
                }
            }
            ',' => is_head = depth == 1,
            _ if is_head && letter.is_ascii_alphabetic() => {
                heads.extend(name_at(&group[at..]));
                is_head = false;
            }
            _ => {}
        }
    }
    heads
}

fn name_at(text: &str) -> Option<String> {
    let is_part = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '_';
    let name: String = text.chars().take_while(is_part).collect();
    (!name.is_empty() && name.starts_with(|first: char| first.is_ascii_lowercase())).then_some(name)
}

fn without_comments_and_strings(text: &str) -> String {
    let parts =
        regex::Regex::new(r##"(?s)//[^\n]*|r#+".*?"#+|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\\n])'"##);
    parts.expect("a pattern").replace_all(text, "").into_owned()
}
