//! Going to another page without leaving this one.

use super::Shown;
use crate::{
    account::Account,
    boot::{BOOT_ID, Boot},
    wire,
};
use leptos::{prelude::*, server_fn::request::browser::Request, task::spawn_local};
use leptos_router::hooks::use_location;
use web_sys::{Document, DomParser, SupportedType};

/// Brings the content of every page that is gone to from now on.
pub fn follow() {
    let location = use_location();
    let (account, shown) = (Account::current(), expect_context::<Shown>());
    Effect::new(move |here: Option<String>| {
        let path = location.pathname.get();
        let url = format!(
            "{path}{}",
            location.search.with(|search| if search.is_empty() {
                String::new()
            } else {
                format!("?{search}")
            })
        );
        if here.is_some_and(|here| here != url) {
            let url = url.clone();
            spawn_local(async move {
                match fetched(&url).await {
                    // Gone elsewhere meanwhile: that page is on its way.
                    Some(_) if location.pathname.get_untracked() != path => {}
                    Some(page) => show(&page, account, shown, path),
                    // The browser says best what is wrong with the connection.
                    None => drop(window().location().assign(&url)),
                }
            });
        }
        url
    });
}

async fn fetched(url: &str) -> Option<Document> {
    let answer = Request::get(url)
        .header("accept", "text/html")
        .build()
        .ok()?
        .send()
        .await
        .ok()?;
    let html = answer.text().await.ok()?;
    let page = DomParser::new()
        .ok()?
        .parse_from_string(&html, SupportedType::TextHtml)
        .ok()?;
    page.get_element_by_id("page").is_some().then_some(page)
}

fn show(page: &Document, account: Account, shown: Shown, path: String) {
    let (Some(from), Some(to)) = (
        page.get_element_by_id("page"),
        document().get_element_by_id("page"),
    ) else {
        return;
    };
    to.set_inner_html(&from.inner_html());
    document().set_title(&page.title());
    if let Some(boot) = page
        .get_element_by_id(BOOT_ID)
        .and_then(|boot| wire::read::<Boot>(&boot.text_content()?))
    {
        account.learn(boot.customer);
    }
    match window()
        .location()
        .hash()
        .ok()
        .and_then(|hash| document().get_element_by_id(hash.strip_prefix('#')?))
    {
        Some(target) => target.scroll_into_view(),
        None => window().scroll_to_with_x_and_y(0.0, 0.0),
    }
    crate::account::browser::focus_soon("main");
    shown.0.set(path);
}
