//! The first product, with what it needs to be sold and no more.

use super::progress::{bar, done};
use crate::{
    admin::{form::plain_decimal, request::AdminRequest, said::Said, sign_in::field, typed::Typed},
    base::{
        date,
        error::AppError,
        html::{escaped, in_textarea},
        money::Amount,
        translated::Translated,
    },
    catalog::{
        Product,
        store::{
            self,
            stock::{Cause, Kind},
        },
    },
    content::version,
    platform::{
        audit::{self, Entry},
        db::retried,
        images::Image,
    },
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;
use serde_json::json;

const PATH: &str = "/guide/products";

/// `GET /guide/products`.
pub async fn page(Extension(asked): Extension<AdminRequest>) -> Result<Response, AppError> {
    form(&asked, StatusCode::OK, &Typed::default(), None).await
}

async fn form(
    asked: &AdminRequest,
    status: StatusCode,
    typed: &Typed,
    problem: Option<String>,
) -> Result<Response, AppError> {
    let bar = bar(asked, PATH).await?;
    let currency = asked.state.shop.config.currency.clone();
    let (price, stock) = (typed.get("price").to_owned(), typed.get("stock").to_owned());
    let text = typed.get("description").to_owned();
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
        </form>
        <section class="card">
            <h2>"A whole catalogue"</h2>
            <p>"Bring an export of Shopify or Ecwid, or a table of your own. It is checked first, and nothing is written before you say so."</p>
            <p><a class="button button--plain" href="/import">"Import a file"</a></p>
        </section>
    };
    Ok(asked.page_with(status, "Something to sell", view))
}

/// `POST /guide/products`.
pub async fn post(
    Extension(asked): Extension<AdminRequest>,
    typed: Typed,
) -> Result<Response, AppError> {
    let shop = &asked.state.shop;
    let typed = typed.with_pictures(&shop.images).await?;
    let product = match read(&asked, &typed) {
        Ok(product) => product,
        Err(problem) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return form(&asked, status, &typed, Some(problem)).await;
        }
    };
    let now = date::now();
    let put = || async {
        let tx = shop.db.begin().await?;
        let actor = asked.actor();
        let cause = Cause::of(Kind::Typed, &actor);
        let id = store::put_product(&tx, product.clone(), "", now, &cause)
            .await?
            .id();
        let (target, after) = (format!("product {id}"), json!(typed.get("name").trim()));
        let entry = Entry {
            after: Some(&after),
            ..Entry::of("product.add", &target)
        };
        audit::record(&tx, &actor, entry, now).await?;
        version::touch(&tx).await?;
        tx.commit().await?;
        Ok(())
    };
    retried(put).await?;
    done(&asked, PATH, Said::Saved).await
}

/// The product that was typed, or what is wrong with it.
fn read(asked: &AdminRequest, typed: &Typed) -> Result<Product, String> {
    let config = &asked.state.shop.config;
    let language = config.store_language.code();
    if let Some(problem) = typed.problems.values().next() {
        return Err(problem.clone());
    }
    let name = typed.get("name").trim();
    if name.is_empty() {
        return Err("Please say what it is called.".to_owned());
    }
    let prices = config.own_language().prices(&config.currency);
    let price = Amount::try_from(plain_decimal(typed.get("price")));
    let (Some(prices), Ok(price)) = (prices, price) else {
        return Err("Please type a price, such as 4.90.".to_owned());
    };
    let stock = match typed.get("stock").trim() {
        "" => None,
        text => match text.parse::<i64>() {
            Ok(stock) if stock >= 0 => Some(stock),
            _ => return Err("Please type how many there are, such as 12, or nothing.".to_owned()),
        },
    };
    let paragraphs = typed.get("description").replace("\r\n", "\n");
    let paragraphs = paragraphs
        .split("\n\n")
        .map(str::trim)
        .filter(|text| !text.is_empty());
    let html: String = paragraphs
        .map(|text| format!("<p>{}</p>", escaped(text).replace('\n', "<br>")))
        .collect();
    let picture: Option<Image> = serde_json::from_str(typed.get("picture")).ok();
    Ok(Product {
        name: Translated::one(language, name),
        description: Translated::one(language, &html),
        price: price.minor(&prices),
        stock,
        enabled: true,
        images: picture.into_iter().collect(),
        ..Product::default()
    })
}
