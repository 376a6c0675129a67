//! What scripts did to the page before it hydrated (`spec/dom.md` 1.10).

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = __awning)]
    fn rewind();
    #[wasm_bindgen(js_namespace = __awning)]
    fn replay();
}

/// Runs `hydrate` on the page as the server sent it, and then does again what scripts had done to it.
pub fn without_injected_nodes(hydrate: impl FnOnce()) {
    rewind();
    hydrate();
    replay();
}
