//! What a first visit may weigh.

use awning::platform::{assets, design};
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
    let own = assets::compressed(design::script().as_bytes()).len();
    let own = u64::try_from(own).expect("small");
    println!("first visit in brotli: {wasm} bytes of WASM + {js} + {own} of JavaScript");
    assert!(
        wasm + js + own <= BUDGET,
        "{wasm} + {js} + {own} bytes exceed {BUDGET}"
    );
}
