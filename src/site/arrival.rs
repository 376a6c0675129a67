//! Going to another page without leaving this one.

use crate::{
    account::Account,
    base::{url::here, wire},
    site::boot::{BOOT_ID, Boot},
    storefront_api::{dom, journey::Journey},
    text::notice::Notice,
};
use gloo_storage::{LocalStorage, Storage};
use leptos::{
    prelude::*,
    server_fn::{request::browser::Request, response::browser::Response},
    task::spawn_local,
};
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
    location::{BrowserUrl, LocationProvider},
};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::prelude::Closure;
use web_sys::{Document, DomParser, SupportedType};

/// A page that was fetched.
struct Fetched {
    page: Document,
    /// Path and query it came from in the end.
    url: String,
}

/// Brings the content of every page that is gone to from now on.
pub fn follow() {
    let location = use_location();
    let router = expect_context::<BrowserUrl>();
    let (account, journey) = (Account::current(), expect_context::<Journey>());
    // What is shown or on its way: going there again is no journey.
    let settled = Rc::new(RefCell::new(here()));
    let navigate = use_navigate();
    serve_live(account, journey, Rc::clone(&settled));
    Effect::new(move || {
        let (path, query) = (location.pathname.get(), location.search.get());
        let url = if query.is_empty() {
            path
        } else {
            format!("{path}?{}", query.trim_start_matches('?'))
        };
        // No routes draw anything here, so nothing else lets the address bar follow.
        router.ready_to_complete();
        if *settled.borrow() == url {
            return;
        }
        settled.replace(url.clone());
        journey.going.set(url.clone());
        let (settled, navigate) = (Rc::clone(&settled), navigate.clone());
        spawn_local(async move {
            let fetched = fetched(&url).await;
            // Gone elsewhere meanwhile: that page is on its way.
            if *settled.borrow() != url {
                return;
            }
            match fetched {
                Some(fetched) => {
                    if fetched.url != url {
                        settled.replace(fetched.url.clone());
                        // The router has to know too, or it takes a way back there for none.
                        navigate(&fetched.url, in_place(true));
                    }
                    fetched.show(account, journey);
                }
                // The browser says best what is wrong with the connection.
                None => drop(window().location().assign(&url)),
            }
        });
    });
}

/// The page at `url`.
async fn fetched(url: &str) -> Option<Fetched> {
    let request = Request::get(url)
        .header("accept", "text/html")
        .build()
        .ok()?;
    read(request.send().await.ok()?).await
}

/// The page in `answer`.
async fn read(answer: Response) -> Option<Fetched> {
    let url = web_sys::Url::new(&answer.url()).ok()?;
    let html = answer.text().await.ok()?;
    let page = DomParser::new()
        .ok()?
        .parse_from_string(&html, SupportedType::TextHtml)
        .ok()?;
    page.get_element_by_id("page").is_some().then(|| Fetched {
        page,
        // The request's builder leaves a separator behind.
        url: url.pathname() + url.search().trim_end_matches('&'),
    })
}

impl Fetched {
    /// Shows the page in place of the present one.
    fn show(&self, account: Account, journey: Journey) {
        document().set_title(&self.page.title());
        dom::show(&self.page);
        let boot = self
            .page
            .get_element_by_id(BOOT_ID)
            .and_then(|boot| boot.text_content());
        // What was said was said of the page before.
        account.hush();
        let page = learn(account, boot);
        dom::close_menus();
        match window()
            .location()
            .hash()
            .ok()
            .and_then(|hash| document().get_element_by_id(hash.strip_prefix('#')?))
        {
            Some(target) => target.scroll_into_view(),
            None => dom::scroll_to_page(),
        }
        journey.shown.set(page);
    }
}

/// Takes over what a page knows of the visitor, by the text of its boot element; its `Page` object.
fn learn(account: Account, boot: Option<String>) -> String {
    let Some(boot) = boot.and_then(|json| wire::read::<Boot>(&json)) else {
        return String::new();
    };
    account.page_arrived(boot.customer);
    if let Some(notice) = boot.flash.notice {
        account.say(notice);
    }
    boot.page
}

/// How the router is to follow: where the page is scrolled to is not its business.
fn in_place(replace: bool) -> NavigateOptions {
    NavigateOptions {
        replace,
        scroll: false,
        ..NavigateOptions::default()
    }
}

/// Lets `live.js` go to pages, and say what came of a form.
fn serve_live(account: Account, journey: Journey, settled: Rc<RefCell<String>>) {
    let navigate = use_navigate();
    let to = navigate.clone();
    let arrive = Closure::<dyn Fn(Document, String)>::new(move |page, url: String| {
        settled.replace(url.clone());
        journey.going.set(url.clone());
        to(&url, in_place(false));
        Fetched { page, url }.show(account, journey);
    });
    let keep = Closure::<dyn Fn(String, String)>::new(|key: String, text: String| {
        // Full or forbidden storage: the mirror is a courtesy.
        let _ = LocalStorage::raw().set_item(&key, &text);
    });
    let go = Closure::<dyn Fn(String)>::new(move |url: String| {
        navigate(&url, in_place(false));
    });
    let learned = Closure::<dyn Fn(String)>::new(move |boot| drop(learn(account, Some(boot))));
    let unreachable = Closure::<dyn Fn()>::new(move || account.say(Notice::NotReached));
    dom::offer("arrive", arrive);
    dom::offer("keep", keep);
    dom::offer("go", go);
    dom::offer("learn", learned);
    dom::offer("unreachable", unreachable);
}
