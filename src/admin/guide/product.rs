//! The first product, with what it needs to be sold and no more.

use super::progress::{bar, done, stay};
use crate::{
    admin::{
        flash::AdminFlash, form_values::FormValues, product, request::AdminRequest, sign_in::field,
        staff::role::Right,
    },
    base::{
        date,
        decimal::ParseNumberError,
        error::AppError,
        html::{in_textarea, of_typed},
        translated::Translated,
    },
    catalog::{Product, edit, store},
    platform::{db::retried, images::Image},
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;

const PATH: &str = "/guide/products";

/// `GET /guide/products`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    form(&request, StatusCode::OK, &FormValues::default(), None).await
}

async fn form(
    request: &AdminRequest,
    status: StatusCode,
    typed: &FormValues,
    problem: Option<String>,
) -> Result<Response, AppError> {
    let bar = bar(request, PATH).await?;
    let currency = request.state.shop.config.currency.clone();
    let (price, stock) = (typed.get("price").to_owned(), typed.get("stock").to_owned());
    let text = typed.get("description").to_owned();
    let there = latest(request).await?;
    let view = view! {
        {bar}
        <p class="lead">"Type one product to see how it looks, or bring a whole catalogue."</p>
        {problem.map(|problem| view! { <p class="problem" role="alert">{problem}</p> })}
        <form class="card" method="post" action=PATH enctype="multipart/form-data">
            <h2>"One product"</h2>
            {field("name", "Name", "text", "off", typed.get("name"))}
            <div class="field"><label for="price">"Price"</label>
                <span class="with-unit"><input id="price" name="price" type="text" inputmode="decimal" value=price required/><span class="unit">{currency}</span></span></div>
            <div class="field"><label for="stock">"How many there are"</label>
                <input id="stock" name="stock" type="text" inputmode="numeric" value=stock/><p class="note">"Empty: as many as anybody wants."</p></div>
            <div class="field"><label for="description">"What there is to say about it"</label>
                <textarea id="description" name="description" rows="5">{in_textarea(&text)}</textarea></div>
            <div class="field"><label for="picture">"A picture"</label>
                <input id="picture" name="picture" type="file" accept="image/png,image/jpeg,image/webp,image/gif"/></div>
            <button class="button" type="submit">"Add this product"</button>
            " "<button class="button button--plain" type="submit" name="act" value="another">"Add it, and another one"</button>
        </form>
        {there}
        <section class="card">
            <h2>"A whole catalogue"</h2>
            <p>"Bring an export of Shopify or Ecwid, or a table of your own. It is checked first, and nothing is written before you say so."</p>
            <p><a class="button button--plain" href="/import">"Import a file"</a></p>
        </section>
    };
    Ok(request.page_with(status, "Something to sell", view))
}

/// Most products that are shown as added.
const SHOWN: u64 = 5;

/// What was added last, with the way to say more of it.
async fn latest(request: &AdminRequest) -> Result<Option<AnyView>, AppError> {
    let shop = &request.state.shop;
    let last = store::latest(&shop.db.read, SHOWN).await?;
    if last.is_empty() || !request.may(Right::ChangeProducts) {
        return Ok(None);
    }
    let code = shop.config.store_language.code();
    let one = |it: &Product| {
        let name = it.name.get(code).to_owned();
        view! { <li><a href=product::path_of(it.id)>{name}</a></li> }
    };
    let view = view! {
        <section class="card"><h2>"There already"</h2>
            <p>"Open one to add pictures, choices, categories and whatever else there is to say."</p>
            <ul>{last.iter().map(one).collect_view()}</ul></section>
    };
    Ok(Some(view.into_any()))
}

/// `POST /guide/products`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let typed = typed.with_pictures(&shop.images).await?;
    let product = match read(&request, &typed) {
        Ok(product) => product,
        Err(problem) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return form(&request, status, &typed, Some(problem)).await;
        }
    };
    let now = date::now();
    let put = || async {
        let tx = shop.db.begin().await?;
        let id = edit::add(&tx, product.clone(), &request.actor(), now).await?;
        tx.commit().await?;
        Ok(id)
    };
    retried(put).await?;
    match typed.get("act") {
        "another" => stay(&request, PATH, AdminFlash::FirstProductAdded).await,
        _ => done(&request, PATH, AdminFlash::FirstProductAdded).await,
    }
}

/// The product that was typed, or what is wrong with it.
fn read(request: &AdminRequest, typed: &FormValues) -> Result<Product, String> {
    let config = &request.state.shop.config;
    let language = config.store_language.code();
    if let Some(problem) = typed.problems.values().next() {
        return Err(problem.clone());
    }
    let name = typed.get("name").trim();
    if name.is_empty() {
        return Err("Please say what it is called.".to_owned());
    }
    let prices = config.own_language().prices(&config.currency);
    let price = prices.ok_or(ParseNumberError::NoNumber);
    let price = match price.and_then(|prices| prices.typed(typed.get("price"))) {
        Ok(price) if price >= 0 => price,
        Err(ParseNumberError::Unclear) => {
            return Err(ParseNumberError::Unclear.of_amount().to_owned());
        }
        _ => return Err("Please type a price, such as 4.90.".to_owned()),
    };
    let stock = match typed.get("stock").trim() {
        "" => None,
        text => match text.parse::<i64>() {
            Ok(stock) if stock >= 0 => Some(stock),
            _ => return Err("Please type how many there are, such as 12, or nothing.".to_owned()),
        },
    };
    let html = of_typed(typed.get("description"));
    let picture: Option<Image> = serde_json::from_str(typed.get("picture")).ok();
    Ok(Product {
        name: Translated::one(language, name),
        description: Translated::one(language, &html),
        price,
        stock,
        enabled: true,
        images: picture.into_iter().collect(),
        ..Product::default()
    })
}
