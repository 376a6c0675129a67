//! `Ecwid.Customer` (`spec/js-api.md` 4).

use super::{
    dom::offer,
    events::{define, namespace, profile},
};
use crate::account::{Account, SignOutOutcome, session_client::who, session_watch};
use js_sys::{Function, Object, Promise, Reflect};
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

/// Adds `get`, `signOut` and its other spelling `signout`.
pub fn attach(account: Account) {
    let customer = namespace(Some("Customer"));
    define(
        &customer,
        "get",
        Closure::<dyn Fn(JsValue)>::new(move |callback: JsValue| get(account, callback)),
    );
    offer(
        "sessionMayDiffer",
        Closure::<dyn Fn()>::new(session_watch::hint),
    );
    for spelling in ["signOut", "signout"] {
        define(
            &customer,
            spelling,
            Closure::<dyn Fn(JsValue) -> Promise>::new(move |callback: JsValue| {
                sign_out(account, callback)
            }),
        );
    }
}

/// The server's word, or, if it cannot be asked, what it last said.
fn get(account: Account, callback: JsValue) {
    let Ok(callback) = callback.dyn_into::<Function>() else {
        return;
    };
    spawn_local(async move {
        let customer = match who().await {
            Ok(customer) => customer,
            Err(_) => account.now().customer().cloned(),
        };
        call(&callback, &[profile(customer.as_ref())]);
    });
}

/// Calls back with `(success, error)`, and also promises `{success, error}`.
fn sign_out(account: Account, callback: JsValue) -> Promise {
    let callback = callback.dyn_into::<Function>().ok();
    Promise::new(&mut |resolve, _| {
        let callback = callback.clone();
        account.sign_out(move |SignOutOutcome { success, error }| {
            let success = JsValue::from(success);
            let error = error.map_or(JsValue::UNDEFINED, |error| error.message().into());
            if let Some(callback) = callback {
                call(&callback, &[success.clone(), error.clone()]);
            }
            let outcome = Object::new();
            let _ = Reflect::set(&outcome, &"success".into(), &success);
            let _ = Reflect::set(&outcome, &"error".into(), &error);
            call(&resolve, &[outcome.into()]);
        });
    })
}

/// A callback that throws is reported, and stops nothing.
fn call(callback: &Function, arguments: &[JsValue]) {
    if let Err(error) = callback.apply(&JsValue::UNDEFINED, &arguments.iter().collect()) {
        web_sys::console::error_1(&error);
    }
}
