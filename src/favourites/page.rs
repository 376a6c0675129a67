//! `/account/favorites`: what a shopper keeps, signed in or not.

use super::{alert, store};
use crate::{
    base::error::AppError,
    cart::Owner,
    catalog::{
        link::Links,
        page::card::{CardsForm, ProductCard},
        snapshot::Card,
    },
    request::context::RequestContext,
    text::Language,
    ui::served::ServedPage,
};
use leptos::prelude::*;

/// A product that is kept.
#[derive(Clone)]
struct FavouriteProduct {
    card: Card,
    in_stock: bool,
    /// Whether the shop will tell when it is back.
    is_waited_for: bool,
}

/// The page; products that are not sold any more are not on it.
pub async fn page(context: &RequestContext) -> Result<ServedPage, AppError> {
    let db = &context.state.db.read;
    let ids = match Owner::of(context) {
        Some(owner) => store::of(db, &owner).await?,
        None => Vec::new(),
    };
    let session = context.session.as_ref();
    let waited_for = match session {
        Some(session) => alert::waited_for(db, &session.customer.email).await?,
        None => Vec::new(),
    };
    let snapshot = context.state.catalog.snapshot();
    let kept = |id: &i64| {
        Some(FavouriteProduct {
            card: snapshot.card(*id)?.clone(),
            in_stock: snapshot.is_in_stock(*id),
            is_waited_for: waited_for.contains(id),
        })
    };
    let kept: Vec<FavouriteProduct> = ids.iter().filter_map(kept).collect();
    let (links, is_signed_in) = (context.state.links(), session.is_some());
    let title = context.language.texts().favourites;
    Ok(ServedPage::drawn("FAVORITES", title, move || {
        view! { <Favourites kept=kept.clone() links is_signed_in/> }.into_any()
    }))
}

#[component]
fn Favourites(kept: Vec<FavouriteProduct>, links: Links, is_signed_in: bool) -> impl IntoView {
    let language = expect_context::<Language>();
    let (t, f) = (language.texts(), language.favourite_texts());
    let is_empty = kept.is_empty();
    let each = kept.into_iter().map(|kept| {
        view! { <Favourite kept links is_signed_in/> }
    });
    let each = each.collect_view();
    let guest = (!is_signed_in && !is_empty).then(|| {
        view! {
            <p class="lead">{f.of_guest} " " <a href="/account?returnurl=%2Faccount%2Ffavorites">{t.sign_in}</a></p>
        }
    });
    view! {
        <div class="favourites">
            <CardsForm/>
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{t.favourites}</h1></header>
            <div class="favourites__head">
                {guest}
                {is_empty.then(|| view! {
                    <p class="lead">{f.empty}</p>
                    <p><a class="button" href="/search">{t.all_products}</a></p>
                })}
            </div>
            <ul class="grid__products favourites__list">{each}</ul>
        </div>
    }
}

#[component]
fn Favourite(kept: FavouriteProduct, links: Links, is_signed_in: bool) -> impl IntoView {
    let language = expect_context::<Language>();
    let f = language.favourite_texts();
    let id = kept.card.id;
    let name = kept.card.name.get(language.code()).to_owned();
    let path = links.product(&kept.card);
    let alert = (!kept.in_stock).then(|| match (is_signed_in, kept.is_waited_for) {
        (false, _) => view! { <a href=format!("{path}#back-in-stock")>{f.alert_title}</a> }.into_any(),
        (true, false) => form("/api/stock-alerts", "product", id, f.alert_title, format!("{}: {name}", f.alert_title)).into_any(),
        (true, true) => view! {
            <p class="muted">{f.alert_asked}</p>
            {form("/api/stock-alerts/stop", "product", id, f.alert_stop, format!("{}: {name}", f.alert_stop))}
        }
        .into_any(),
    });
    view! {
        <li class="favourites__one" data-key=format!("favourite-{id}")>
            <ProductCard card=kept.card in_stock=kept.in_stock links has_heart=false/>
            {form("/api/favourites", "remove", id, f.remove, f.remove_one(&name))}
            {alert}
        </li>
    }
}

/// A form of one button.
fn form(
    action: &'static str,
    field: &'static str,
    id: i64,
    label: &'static str,
    said: String,
) -> impl IntoView + use<> {
    view! {
        <form method="post" action=action data-step="">
            <button class="link-button" type="submit" name=field value=id aria-label=said>{label}</button>
        </form>
    }
}
