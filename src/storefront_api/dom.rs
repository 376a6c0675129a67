//! What the page's scripts do for the Rust half, and it for them: `js/bridge.ts` declares all of it.

use wasm_bindgen::{closure::WasmClosure, prelude::*};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = __awning)]
    fn rewind();
    #[wasm_bindgen(js_namespace = __awning)]
    fn replay();
    /// Follows links, back and forward from now on.
    #[wasm_bindgen(js_namespace = __awning)]
    pub fn follow();
    /// Goes to a path of the shop, unless a subscriber vetoes it.
    #[wasm_bindgen(js_namespace = __awning)]
    pub fn open(path: &str);
    /// Tells the cart side of the API what happened to the cart: `start`, `sync` or `gone`.
    #[wasm_bindgen(js_namespace = __awning)]
    pub fn cart(what: &str);
    /// The `Page` of a path that does not say it itself (`slugs_without_ids`).
    #[wasm_bindgen(js_namespace = __awning)]
    pub fn known(url: &str) -> js_sys::Object;
    #[wasm_bindgen(thread_local_v2, js_name = __awning)]
    static SHOP: js_sys::Object;
    #[wasm_bindgen(js_namespace = __awning, js_name = settle)]
    fn settle_js(done: &js_sys::Function);
}

/// Runs `hydrate` on the page as the server sent it, and then does again what scripts had done to it
/// (`spec/dom.md` 1.10).
pub fn without_injected_nodes(hydrate: impl FnOnce()) {
    rewind();
    hydrate();
    replay();
}

/// Lets the page that came follow the merchant's design (`spec/config.md` 4), and calls `done` when what
/// its scripts define is there too.
pub fn settle(done: impl FnOnce() + 'static) {
    settle_js(&Closure::once_into_js(done).unchecked_into());
}

/// Lets the page's own scripts call `function` by `name`.
pub fn offer<F: ?Sized + WasmClosure>(name: &str, function: Closure<F>) {
    SHOP.with(|shop| super::events::define(shop, name, function));
}
