//! Page events and `Ecwid.openPage` (`spec/js-api.md` 2, `spec/pages.md` 1).

use super::{
    events::{define, fire, namespace},
    pages,
};
use crate::{account::Account, boot::Shop, text::Language};
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::prelude::*;

/// The page side of the API.
#[derive(Clone)]
pub struct Navigation(Rc<Inner>);

/// The router's own navigation.
type Navigate = Box<dyn Fn(&str, NavigateOptions)>;

struct Inner {
    account: Account,
    shop: Shop,
    language: Language,
    navigate: Navigate,
    /// Whether the visitor came from another page of the shop.
    has_previous: Cell<bool>,
}

impl Navigation {
    /// Navigation by the router's `navigate`.
    pub fn new(
        account: Account,
        shop: Shop,
        language: Language,
        navigate: impl Fn(&str, NavigateOptions) + 'static,
    ) -> Self {
        let origin = window().location().origin().unwrap_or_default();
        let referrer = document().referrer();
        let has_previous = referrer == origin || referrer.starts_with(&format!("{origin}/"));
        Self(Rc::new(Inner {
            account,
            shop,
            language,
            navigate: Box::new(navigate),
            has_previous: Cell::new(has_previous),
        }))
    }

    /// Adds `openPage`, and lets subscribers veto links.
    pub fn attach(&self) {
        let this = self.clone();
        define(
            &namespace(None),
            "openPage",
            Closure::<dyn Fn(JsValue, JsValue)>::new(move |slug: JsValue, parameters: JsValue| {
                let Some(slug) = slug.as_string() else { return };
                let return_url = Reflect::get(&parameters, &"returnurl".into())
                    .ok()
                    .and_then(|url| url.as_string());
                let path = pages::path(&slug, return_url.as_deref());
                if this.may_switch(&path) {
                    (this.0.navigate)(&path, NavigateOptions::default());
                }
            }),
        );
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

    /// Tells subscribers that a page comes, by its route.
    pub fn starts(&self, path: &str) {
        fire("OnPageLoad", &[self.page(path)]);
    }

    /// Tells subscribers that the page at `path` is there, once it is drawn.
    pub fn is_complete(&self, path: &str) {
        let page = self.page(path);
        self.0.has_previous.set(true);
        request_animation_frame(move || {
            fire("OnPageLoaded", std::slice::from_ref(&page));
        });
    }

    fn may_switch(&self, path: &str) -> bool {
        let path = path.split(['?', '#']).next().unwrap_or("/");
        path == window().location().pathname().unwrap_or_default()
            || fire("OnPageSwitch", &[self.page(path)])
    }

    /// The `Page` object of `path` (`spec/js-api.md` 2.4).
    fn page(&self, path: &str) -> JsValue {
        let Inner {
            account,
            shop,
            language,
            has_previous,
            ..
        } = &*self.0;
        let here = window().location().pathname().unwrap_or_default();
        let kind = pages::page_type(path, account.now().customer().is_some());
        let page = object([
            ("type", kind.into()),
            ("hasPrevious", (has_previous.get() || path != here).into()),
        ]);
        if kind == "CATEGORY" {
            let name = JsValue::from(&shop.name);
            set(&page, "categoryId", &0.into());
            set(
                &page,
                "nameTranslated",
                &object([(language.code(), name.clone())]),
            );
            set(&page, "name", &name);
        }
        page.into()
    }
}

fn object<const N: usize>(fields: [(&str, JsValue); N]) -> Object {
    let object = Object::new();
    fields
        .iter()
        .for_each(|(key, value)| set(&object, key, value));
    object
}

fn set(object: &Object, key: &str, value: &JsValue) {
    let _ = Reflect::set(object, &key.into(), value);
}

/// The path of the shop that this click is about to open in this tab.
fn followed_path(event: &web_sys::MouseEvent) -> Option<String> {
    let plain = event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    let link = event
        .target()?
        .dyn_into::<web_sys::Element>()
        .ok()?
        .closest("a[href]")
        .ok()??;
    // A link that controls something opens it in place.
    let stays = link.has_attribute("target")
        || link.has_attribute("download")
        || link.has_attribute("aria-controls");
    if !plain || stays || event.default_prevented() {
        return None;
    }
    let url =
        web_sys::Url::new_with_base(&link.get_attribute("href")?, &document().base_uri().ok()??)
            .ok()?;
    (Some(url.origin()) == window().location().origin().ok()).then(|| url.pathname())
}
