//! What code says of the specification leads somewhere: `spec/js-api.md` 2.4 is a section of `end2end/spec/js-api.md`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use regex::Regex;

/// Text files below the folder, but for what is installed there.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() {
            if name != "node_modules" && name != "spec" {
                files(&path, found);
            }
        } else if path
            .extension()
            .and_then(|it| it.to_str())
            .is_some_and(|it| ["rs", "js", "mjs", "ts", "scss", "md"].contains(&it))
        {
            found.push(path);
        }
    }
}

/// Numbers of a page's sections: its headings, and the points of the lists below them.
fn sections(text: &str) -> BTreeSet<String> {
    let heading = Regex::new(r"^#+ (\d+(?:\.\d+)*)\.?(?: |$)").expect("a pattern");
    let point = Regex::new(r"^(\d+)\. ").expect("a pattern");
    let mut found = BTreeSet::new();
    let mut within = String::new();
    for line in text.lines() {
        if let Some(number) = heading.captures(line) {
            within = number[1].to_owned();
            found.insert(within.clone());
        } else if let Some(number) = point.captures(line) {
            found.insert(format!("{within}.{}", &number[1]));
        }
    }
    found
}

/// Pages that the text cites, each with the sections it names.
fn citations(text: &str) -> Vec<(String, Vec<String>)> {
    // A citation may be broken across two lines of a comment.
    let text = Regex::new(r"\n\s*(?://[/!]?|\*|#)?\s*")
        .expect("a pattern")
        .replace_all(text, " ");
    let cited =
        Regex::new(r"\bspec/([a-z-]+\.md)`?((?:(?:,? and|,? to|,|–)? ?\d+(?:\.\d+)*(?:\b|$))*)")
            .expect("a pattern");
    let number = Regex::new(r"\d+(?:\.\d+)*").expect("a pattern");
    cited
        .captures_iter(&text)
        .map(|it| {
            let numbers = number.find_iter(&it[2]).map(|it| it.as_str().to_owned());
            (it[1].to_owned(), numbers.collect())
        })
        .collect()
}

#[test]
fn every_citation_of_the_specification_has_its_section() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages = BTreeMap::new();
    for entry in fs::read_dir(root.join("end2end/spec")).expect("the specification") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        pages.insert(name, sections(&fs::read_to_string(&path).expect("text")));
    }
    let mut sources = Vec::new();
    for folder in ["src", "end2end", "style"] {
        files(&root.join(folder), &mut sources);
    }
    let (mut known, mut wrong) = (0, Vec::new());
    for file in sources {
        for (page, numbers) in citations(&fs::read_to_string(&file).expect("text")) {
            let sections = pages.get(&page);
            for number in numbers.iter().map(Some).chain([None]) {
                let is_there = sections
                    .is_some_and(|there| number.is_none_or(|number| there.contains(number)));
                known += usize::from(is_there && number.is_some());
                if !is_there {
                    let number = number.map(String::as_str).unwrap_or_default();
                    wrong.push(format!("{}: {page} {number}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "without a section:\n{}", wrong.join("\n"));
    assert!(known > 40, "{known} citations were read");
}

#[test]
fn a_citation_is_read_with_all_its_sections() {
    let read = |text| citations(text);
    let one = |page: &str, numbers: &[&str]| {
        let numbers = numbers.iter().map(|it| (*it).to_owned()).collect();
        (page.to_owned(), numbers)
    };
    assert_eq!(
        read("(`spec/js-api.md` 2.4)."),
        [one("js-api.md", &["2.4"])]
    );
    assert_eq!(
        read("(spec/config.md 4.4 to 4.6)"),
        [one("config.md", &["4.4", "4.6"])]
    );
    assert_eq!(
        read("`spec/js-api.md` 6.1, 6.4, `spec/pages.md` 1–3"),
        [
            one("js-api.md", &["6.1", "6.4"]),
            one("pages.md", &["1", "3"])
        ]
    );
    assert_eq!(
        read("/// see `spec/dom.md`\n    /// 2 and 3 of it"),
        [one("dom.md", &["2", "3"])]
    );
}
