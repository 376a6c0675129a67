//! What scripts did to the page before it hydrated (`spec/dom.md` 1.10), and want of it.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = __awning)]
    fn rewind();
    #[wasm_bindgen(js_namespace = __awning)]
    fn replay();
    #[wasm_bindgen(js_namespace = __awning)]
    fn scroll();
    #[wasm_bindgen(js_namespace = __awning, js_name = closeMenus, catch)]
    fn close() -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = __awning, catch)]
    fn describe(page: &web_sys::Document) -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = __awning, js_name = bag, catch)]
    fn cart_js(what: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(thread_local_v2, js_name = __awning)]
    static SHOP: js_sys::Object;
    #[wasm_bindgen(js_namespace = __awning, js_name = settle, catch)]
    fn settle_js(done: &js_sys::Function) -> Result<(), JsValue>;
}

/// Runs `hydrate` on the page as the server sent it, and then does again what scripts had done to it.
pub fn without_injected_nodes(hydrate: impl FnOnce()) {
    rewind();
    hydrate();
    replay();
}

/// Scrolls to the page that came, as the merchant's scripts want it (`spec/config.md` 2).
pub fn scroll_to_page() {
    scroll();
}

/// Shows `page`, which came, in place of the present one, and lets the document say of itself what it says.
pub fn show(page: &web_sys::Document) {
    let _ = describe(page);
}

/// Tells the cart side of the API what happened to the cart: `start`, `sync` or `gone`.
pub fn cart(what: &str) {
    let _ = cart_js(what);
}

/// Lets the page that came follow the merchant's design (`spec/config.md` 4), and calls `done` when what
/// its scripts define is there too.
pub fn settle(done: impl FnOnce() + 'static) {
    let _ = settle_js(&Closure::once_into_js(done).unchecked_into());
}

/// Closes whatever the header has open.
pub fn close_menus() {
    let _ = close();
}

/// Lets the page's own scripts call `function` by `name`.
pub fn offer<F: ?Sized + wasm_bindgen::closure::WasmClosure>(name: &str, function: Closure<F>) {
    SHOP.with(|shop| super::events::define(shop, name, function));
}
