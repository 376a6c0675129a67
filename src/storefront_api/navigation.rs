//! Page events and `Ecwid.openPage` (`spec/js-api.md` 2, `spec/pages.md` 1).

use super::{
    dom::{known, offer, open, settle},
    events::{define, fire, namespace},
    pages::{self, Route},
};
use crate::account::Account;
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// As `String(value)` does.
    #[wasm_bindgen(js_name = String)]
    fn text_of(value: &JsValue) -> String;
}

/// The page side of the API.
#[derive(Clone)]
pub struct Navigation(Rc<Inner>);

struct Inner {
    account: Account,
    /// Whether the visitor came from another page of the shop.
    has_previous: Cell<bool>,
}

impl Navigation {
    /// Navigation whose pages `account` sees.
    pub fn new(account: Account) -> Self {
        let origin = window().location().origin().unwrap_or_default();
        let referrer = document().referrer();
        let has_previous = referrer == origin || referrer.starts_with(&format!("{origin}/"));
        Self(Rc::new(Inner {
            account,
            has_previous: Cell::new(has_previous),
        }))
    }

    /// Adds `openPage`, and lets `js/arrival.ts` tell subscribers of what it does.
    pub fn attach(&self) {
        let open_page = |slug: JsValue, parameters: JsValue| {
            let path = slug
                .as_string()
                .and_then(|slug| pages::path(&slug, &pairs(&parameters)));
            if let Some(path) = path {
                open(&path);
            }
        };
        define(
            &namespace(None),
            "openPage",
            Closure::<dyn Fn(JsValue, JsValue)>::new(open_page),
        );
        let this = self.clone();
        let may_switch = move |url: String| fire("OnPageSwitch", &[this.page(&url)]);
        offer(
            "maySwitch",
            Closure::<dyn Fn(String) -> bool>::new(may_switch),
        );
        let this = self.clone();
        let starts = Closure::<dyn Fn(String)>::new(move |url: String| this.starts(&url));
        offer("starts", starts);
        let this = self.clone();
        let complete = Closure::<dyn Fn(String)>::new(move |page: String| this.is_complete(&page));
        offer("complete", complete);
        let path_of_hash = |hash: String| pages::of_hash(&hash);
        offer(
            "pathOfHash",
            Closure::<dyn Fn(String) -> Option<String>>::new(path_of_hash),
        );
    }

    /// Tells subscribers that a page comes, by its route.
    pub fn starts(&self, url: &str) {
        fire("OnPageLoad", &[self.page(url)]);
    }

    /// Tells subscribers that `page`, a `Page` object as JSON, is there, once it is drawn.
    pub fn is_complete(&self, page: &str) {
        let page = js_sys::JSON::parse(page).unwrap_or_else(|_| Object::new().into());
        self.add_previous(&page);
        self.0.has_previous.set(true);
        request_animation_frame(move || {
            settle(move || {
                fire("OnPageLoaded", std::slice::from_ref(&page));
            });
        });
    }

    /// The `Page` object of `url` as far as it is known before the page is there.
    fn page(&self, url: &str) -> JsValue {
        let Route {
            kind,
            id,
            keyword,
            category,
        } = pages::route(url, self.0.account.now().customer().is_some());
        let page = if kind == "SITE" {
            known(url)
        } else {
            let page = Object::new();
            set(&page, "type", &kind.into());
            page
        };
        #[expect(clippy::cast_precision_loss, reason = "scripts know ids as numbers")]
        let id = id.map(|id| JsValue::from(id as f64));
        match (kind, id) {
            ("PRODUCT", Some(id)) => {
                set(&page, "productId", &id);
                set(&page, "mainCategoryId", &0.into());
                if let Some(category) = category {
                    #[expect(clippy::cast_precision_loss, reason = "scripts know ids as numbers")]
                    set(&page, "categoryId", &(category as f64).into());
                }
            }
            ("CATEGORY", Some(id)) => set(&page, "categoryId", &id),
            _ => {}
        }
        if let Some(keyword) = keyword {
            set(&page, "keywords", &keyword.into());
        }
        self.add_previous(&page);
        page.into()
    }

    fn add_previous(&self, page: &JsValue) {
        let has_previous = self.0.has_previous.get();
        let _ = Reflect::set(page, &"hasPrevious".into(), &has_previous.into());
        let _ = Reflect::set(page, &"entryPage".into(), &(!has_previous).into());
    }
}

/// Names and values of a script's object; lists with commas.
fn pairs(parameters: &JsValue) -> Vec<(String, String)> {
    let Some(parameters) = parameters.dyn_ref::<Object>() else {
        return Vec::new();
    };
    let keys = Object::keys(parameters);
    let pair = |name: JsValue| {
        let value = Reflect::get(parameters, &name).ok()?;
        (!value.is_undefined() && !value.is_null()).then(|| (text_of(&name), text_of(&value)))
    };
    keys.iter().filter_map(pair).collect()
}

fn set(object: &Object, key: &str, value: &JsValue) {
    let _ = Reflect::set(object, &key.into(), value);
}
