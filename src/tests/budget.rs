//! What a first visit may weigh.

use std::{fs, path::Path};

/// WASM and JavaScript of a first visit, in bytes of brotli.
const BUDGET: u64 = 134_500;

/// `make test` builds the bundle before it runs this; alone it needs `make bundle`.
#[test]
fn the_first_visit_stays_within_its_budget() {
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("target");
    let size = |name: &str| {
        let path = target.join(name);
        fs::metadata(&path)
            .unwrap_or_else(|_| panic!("{} is missing: run `make bundle`", path.display()))
            .len()
    };
    let [wasm, js, own] = [
        "site/pkg/awning.wasm.br",
        "site/pkg/awning.js.br",
        "scripts/page.js.br",
    ]
    .map(size);
    println!("first visit in brotli: {wasm} bytes of WASM + {js} + {own} of JavaScript");
    assert!(
        wasm + js + own <= BUDGET,
        "{wasm} + {js} + {own} bytes exceed {BUDGET}"
    );
}
