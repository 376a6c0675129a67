//! Page events and `Ecwid.openPage` (`spec/js-api.md` 2, `spec/pages.md` 1).

use super::{
    events::{define, fire, namespace},
    pages::{self, Route},
};
use crate::account::Account;
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// As `String(value)` does.
    #[wasm_bindgen(js_name = String)]
    fn text_of(value: &JsValue) -> String;
    /// The `Page` of a path that does not say it itself (`slugs_without_ids`).
    #[wasm_bindgen(js_namespace = __awning)]
    fn known(url: &str) -> Object;
}

/// The page side of the API.
#[derive(Clone)]
pub struct Navigation(Rc<Inner>);

/// The router's own navigation.
type Navigate = Box<dyn Fn(&str, NavigateOptions)>;

struct Inner {
    account: Account,
    navigate: Navigate,
    /// Whether the visitor came from another page of the shop.
    has_previous: Cell<bool>,
}

impl Navigation {
    /// Navigation by the router's `navigate`.
    pub fn new(account: Account, navigate: impl Fn(&str, NavigateOptions) + 'static) -> Self {
        let origin = window().location().origin().unwrap_or_default();
        let referrer = document().referrer();
        let has_previous = referrer == origin || referrer.starts_with(&format!("{origin}/"));
        Self(Rc::new(Inner {
            account,
            navigate: Box::new(navigate),
            has_previous: Cell::new(has_previous),
        }))
    }

    /// Adds `openPage`, and lets subscribers veto links, back and forward.
    pub fn attach(&self) {
        let this = self.clone();
        define(
            &namespace(None),
            "openPage",
            Closure::<dyn Fn(JsValue, JsValue)>::new(move |slug: JsValue, parameters: JsValue| {
                let Some(slug) = slug.as_string() else { return };
                if let Some(path) = pages::path(&slug, &pairs(&parameters)) {
                    this.open(&path, false);
                }
            }),
        );
        let this = self.clone();
        let may_switch = Closure::<dyn Fn(String) -> bool>::new(move |url: String| {
            fire("OnPageSwitch", &[this.page(&url)])
        });
        super::dom::offer("maySwitch", may_switch);
        let this = self.clone();
        let open = Closure::<dyn Fn(String)>::new(move |path: String| this.open(&path, false));
        super::dom::offer("open", open);
        let this = self.clone();
        let clicked =
            Closure::<dyn Fn(web_sys::MouseEvent)>::new(move |event: web_sys::MouseEvent| {
                if let Some(path) = followed_path(&event)
                    && !this.may_switch(&path)
                {
                    event.prevent_default();
                    event.stop_immediate_propagation();
                }
            });
        // Capturing, so that it comes before the router's own listener.
        let _ = window().add_event_listener_with_callback_and_bool(
            "click",
            clicked.as_ref().unchecked_ref(),
            true,
        );
        clicked.forget();
    }

    /// Goes on from a hash URL to the clean one it means.
    pub fn follow_hash(&self, hash: &str) {
        if let Some(path) = pages::of_hash(hash) {
            self.open(&path, true);
        }
    }

    fn open(&self, path: &str, replace: bool) {
        if self.may_switch(path) {
            let options = NavigateOptions {
                replace,
                scroll: false,
                ..NavigateOptions::default()
            };
            (self.0.navigate)(path, options);
        }
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
            super::dom::settle(move || {
                fire("OnPageLoaded", std::slice::from_ref(&page));
            });
        });
    }

    fn may_switch(&self, url: &str) -> bool {
        url.split('#').next() == Some(crate::base::url::here().as_str())
            || fire("OnPageSwitch", &[self.page(url)])
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

/// The path and query of the shop that this click is about to open in this tab.
fn followed_path(event: &web_sys::MouseEvent) -> Option<String> {
    let plain = event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    let link = event
        .target()?
        .dyn_into::<web_sys::Element>()
        .ok()?
        .closest("a[href]")
        .ok()??;
    // How the page that comes is scrolled to is the merchant's choice, not the router's.
    let _ = link.set_attribute("noscroll", "");
    // A link that controls something opens it in place.
    let stays = [
        "target",
        "download",
        "aria-controls",
        "data-more",
        "data-picture",
    ]
    .iter()
    .any(|name| link.has_attribute(name));
    if !plain || stays || event.default_prevented() {
        return None;
    }
    let url =
        web_sys::Url::new_with_base(&link.get_attribute("href")?, &document().base_uri().ok()??)
            .ok()?;
    (Some(url.origin()) == window().location().origin().ok())
        .then(|| url.pathname() + &url.search())
}
