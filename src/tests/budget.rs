//! What a first visit may weigh.

use std::{fs, path::Path};

/// WASM and JavaScript of a first visit, in bytes of brotli.
const BUDGET: u64 = 160_000;

/// `make test` builds the bundle before it runs this; alone it needs `make bundle`.
#[test]
fn the_first_visit_stays_within_its_budget() {
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/site/pkg");
    let size = |name: &str| {
        let path = package.join(name);
        fs::metadata(&path)
            .unwrap_or_else(|_| panic!("{} is missing: run `make bundle`", path.display()))
            .len()
    };
    let (wasm, js) = (size("awning.wasm.br"), size("awning.js.br"));
    println!("first visit in brotli: {wasm} bytes of WASM + {js} of JavaScript");
    assert!(wasm + js <= BUDGET, "{wasm} + {js} bytes exceed {BUDGET}");
}
