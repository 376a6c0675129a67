//! Firing events into the containers of `js/containers.ts`.

use super::dom;
use crate::account::{Account, Customer};
use js_sys::Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = __awning, js_name = fire)]
    fn fire_js(name: &str, arguments: &Array) -> bool;
}

/// Calls every subscriber of the event; `false` if one of them returned exactly `false`.
pub fn fire(name: &str, arguments: &[JsValue]) -> bool {
    fire_js(name, &arguments.iter().collect())
}

/// The `Customer` object of `customer`, or `null`.
pub fn profile(customer: Option<&Customer>) -> JsValue {
    customer
        .and_then(|customer| js_sys::JSON::parse(&customer.profile).ok())
        .unwrap_or(JsValue::NULL)
}

/// The initial state of profile and cart, and every profile change after it.
pub fn initial(account: Account) {
    fire("OnSetProfile", &[profile(account.now().customer())]);
    dom::cart("start");
    account.on_profile(move |customer| {
        fire("OnSetProfile", &[profile(customer)]);
        // A sign-out empties the cart; a sign-in brings the customer's.
        dom::cart(if customer.is_some() { "sync" } else { "gone" });
    });
}

/// `window.Ecwid[name]`, made if missing.
pub fn namespace(name: Option<&str>) -> js_sys::Object {
    let get = |on: &JsValue, key: &str| {
        let found = js_sys::Reflect::get(on, &key.into()).unwrap_or(JsValue::UNDEFINED);
        found.dyn_into::<js_sys::Object>().unwrap_or_else(|_| {
            let made = js_sys::Object::new();
            let _ = js_sys::Reflect::set(on, &key.into(), &made);
            made
        })
    };
    let ecwid = get(&js_sys::global(), "Ecwid");
    name.map_or(ecwid.clone(), |name| get(&ecwid, name))
}

/// Puts a function into `target`, for as long as the page lives.
pub fn define<F: ?Sized + wasm_bindgen::closure::WasmClosure>(
    target: &js_sys::Object,
    name: &str,
    function: Closure<F>,
) {
    let _ = js_sys::Reflect::set(target, &name.into(), function.as_ref());
    function.forget();
}
