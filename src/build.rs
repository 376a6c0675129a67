//! The server carries the browser's files inside: a new bundle makes a new binary.

use std::{env, fs, path::Path};

/// What cargo-leptos builds, and what `end2end/scripts.mjs` does.
const BUILT: [&str; 2] = ["target/site", "target/scripts"];

fn main() {
    for folder in BUILT {
        println!("cargo:rerun-if-changed={folder}");
        // One that is not there would count as changed each time.
        if let Err(error) = fs::create_dir_all(folder) {
            println!("cargo:warning={folder}: {error}");
        }
    }
    if env::var_os("CARGO_FEATURE_SSR").is_some() && !Path::new("target/scripts/page.js").exists() {
        println!(
            "cargo:warning=the page's scripts are not built: run `make scripts`, or `make bundle` for all that the browser loads"
        );
    }
}
