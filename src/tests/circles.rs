//! No circle of files that use each other is longer than a reader can hold in mind.

use super::architecture::sources;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};
use syn::{
    Attribute, ItemMod, ItemUse, Macro, UseTree, Visibility,
    visit::{self, Visit},
};

/// Most files of a circle.
const MAX: usize = 8;

/// The names of a module from the crate down.
type Module = Vec<String>;

/// Files by their modules, each with what it uses and what it hands on.
type House = BTreeMap<Module, Imports>;

#[test]
fn circles_of_files_are_short() {
    let house = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let arrows: BTreeMap<&Module, BTreeSet<&Module>> = house
        .iter()
        .map(|(module, imports)| (module, arrows(module, imports, &house)))
        .collect();
    let reached: BTreeMap<&Module, BTreeSet<&Module>> = arrows
        .keys()
        .map(|module| (*module, reach(module, &arrows)))
        .collect();
    let circles: BTreeSet<Vec<String>> = reached
        .values()
        .map(|others| {
            let circle = others.iter().filter(|it| reached[**it].is_superset(others));
            circle.map(|module| module.join("::")).collect()
        })
        .collect();
    assert!(circles.len() > 10, "circles are found");
    let long: Vec<_> = circles.iter().filter(|it| it.len() > MAX).collect();
    assert!(
        long.is_empty(),
        "circles of more than {MAX} files: {long:#?}"
    );
}

#[test]
fn what_is_used_is_found_wherever_it_stands() {
    let text =
        "use super::{a::A, b as c}; pub use crate::d::D; mod child; mod inner { use super::e; }
                fn f() { crate::g::h(); child::i(); view! { <p>{self::j::k()}</p> } }
                #[cfg(test)] mod tests { use crate::l; } #[cfg(all(test, unix))] use crate::m;";
    let imports = Imports::of(&["top".to_owned(), "here".to_owned()], text);
    let used: Vec<String> = imports.uses.iter().map(|path| path.join("::")).collect();
    let expected = [
        "g::h",
        "top::a::A",
        "top::b",
        "top::here::child::i",
        "top::here::e",
        "top::here::j::k",
    ];
    assert_eq!(used, expected);
    assert_eq!(imports.hands_on["D"], ["d", "D"]);
}

/// What a file names of the crate.
#[derive(Default)]
struct Imports {
    /// Paths from the crate down.
    uses: BTreeSet<Module>,
    /// Names that others have from here, with what they are.
    hands_on: BTreeMap<String, Module>,
    children: BTreeSet<String>,
    here: Module,
}

impl Imports {
    /// What the file of `module` names, whose `text` it is; tests do not count.
    fn of(module: &[String], text: &str) -> Self {
        let file = syn::parse_file(text).expect("Rust");
        let mut imports = Self {
            here: module.to_owned(),
            ..Self::default()
        };
        for item in &file.items {
            if let syn::Item::Mod(item) = item {
                imports.children.insert(item.ident.to_string());
            }
        }
        imports.visit_file(&file);
        imports
    }

    /// The path from the crate down, if `names` are of the crate.
    fn absolute(&self, names: &[String]) -> Option<Module> {
        let mut base = self.here.clone();
        let mut rest = names;
        match rest.first()?.as_str() {
            "crate" => base.clear(),
            "self" => {}
            "super" => {
                while rest.get(1).is_some_and(|name| name == "super") {
                    base.pop()?;
                    rest = &rest[1..];
                }
                base.pop()?;
            }
            child if self.children.contains(child) => {
                base.extend(rest.iter().cloned());
                return Some(base);
            }
            _ => return None,
        }
        base.extend(rest[1..].iter().cloned());
        Some(base)
    }

    fn uses(&mut self, names: &[String]) {
        self.uses.extend(self.absolute(names));
    }

    fn of_tree(&mut self, before: &[String], tree: &UseTree, is_handed_on: bool) {
        let with = |name: &dyn ToString| [before, &[name.to_string()]].concat();
        let (names, alias) = match tree {
            UseTree::Path(path) => {
                return self.of_tree(&with(&path.ident), &path.tree, is_handed_on);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.of_tree(before, tree, is_handed_on);
                }
                return;
            }
            UseTree::Glob(_) => (before.to_owned(), "*".to_owned()),
            UseTree::Name(name) if name.ident == "self" => (
                before.to_owned(),
                before.last().cloned().unwrap_or_default(),
            ),
            UseTree::Name(name) => (with(&name.ident), name.ident.to_string()),
            UseTree::Rename(name) => (with(&name.ident), name.rename.to_string()),
        };
        if !is_handed_on {
            self.uses(&names);
        } else if let Some(path) = self.absolute(&names) {
            self.hands_on.insert(alias, path);
        }
    }
}

impl<'a> Visit<'a> for Imports {
    fn visit_item(&mut self, item: &'a syn::Item) {
        let attributes = match item {
            syn::Item::Mod(item) => &item.attrs,
            syn::Item::Use(item) => &item.attrs,
            syn::Item::Fn(item) => &item.attrs,
            syn::Item::Impl(item) => &item.attrs,
            _ => return visit::visit_item(self, item),
        };
        if !attributes.iter().any(is_of_tests) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'a ItemMod) {
        self.here.push(item.ident.to_string());
        visit::visit_item_mod(self, item);
        self.here.pop();
    }

    fn visit_item_use(&mut self, item: &'a ItemUse) {
        let is_handed_on = !matches!(item.vis, Visibility::Inherited);
        self.of_tree(&[], &item.tree, is_handed_on);
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        if path.segments.len() > 1 {
            let names: Vec<String> = path
                .segments
                .iter()
                .map(|it| it.ident.to_string())
                .collect();
            self.uses(&names);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, it: &'a Macro) {
        self.visit_path(&it.path);
        // What a macro is given is no Rust before it is read.
        let text = it.tokens.to_string().replace(" :: ", "::");
        for word in text.split(|letter: char| !letter.is_alphanumeric() && !"_:".contains(letter)) {
            let names: Vec<String> = word.split("::").map(str::to_owned).collect();
            if names.len() > 1 {
                self.uses(&names);
            }
        }
    }
}

fn is_of_tests(attribute: &Attribute) -> bool {
    let text = match &attribute.meta {
        syn::Meta::List(list) if list.path.is_ident("cfg") => list.tokens.to_string(),
        _ => return false,
    };
    text == "test" || text.starts_with("all (test")
}

/// Every file of the crate but its tests.
fn read(src: &Path) -> House {
    let is_of_crate = |file: &PathBuf| {
        let inside = file.strip_prefix(src).expect("inside");
        let is_elsewhere = ["tests", "benches", "imaging", "demo/art"]
            .iter()
            .any(|it| inside.starts_with(it));
        !is_elsewhere && inside.components().count() > 1
    };
    let files = sources(src).into_iter().filter(is_of_crate);
    let each = files.map(|file| {
        let inside = file.strip_prefix(src).expect("inside").with_extension("");
        let mut module: Module = inside
            .iter()
            .map(|name| name.to_str().expect("text").to_owned())
            .collect();
        module.pop_if(|last| last == "mod");
        let imports = Imports::of(&module, &fs::read_to_string(&file).expect("text"));
        (module, imports)
    });
    each.collect()
}

/// The files that `module` uses.
fn arrows<'a>(module: &Module, imports: &Imports, house: &'a House) -> BTreeSet<&'a Module> {
    let found = imports
        .uses
        .iter()
        .filter_map(|path| file_of(path, house, 0));
    found.filter(|to| *to != module).collect()
}

/// The file that defines what `path` names; whoever hands it on does not.
fn file_of<'a>(path: &[String], house: &'a House, depth: usize) -> Option<&'a Module> {
    let (module, imports) = (1..=path.len())
        .rev()
        .find_map(|count| house.get_key_value(&path[..count]))?;
    let rest = &path[module.len()..];
    let handed_on = rest.first().and_then(|name| imports.hands_on.get(name));
    match handed_on {
        Some(to) if depth < MAX => file_of(&[to, &rest[1..]].concat(), house, depth + 1),
        _ => Some(module),
    }
}

/// The files that can be come to from `module`.
fn reach<'a>(
    module: &'a Module,
    arrows: &BTreeMap<&'a Module, BTreeSet<&'a Module>>,
) -> BTreeSet<&'a Module> {
    let (mut reached, mut open) = (BTreeSet::new(), vec![module]);
    while let Some(at) = open.pop() {
        for to in &arrows[at] {
            if reached.insert(*to) {
                open.push(to);
            }
        }
    }
    reached
}
