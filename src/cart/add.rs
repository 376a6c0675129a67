//! Putting things into the bag, and taking them out, by form.

use super::store::{self, Chosen, MOST_LINES, line};
use crate::{
    account::server::date,
    catalog::{self, Product, product::Subscription, selection::Selection},
    error::AppError,
    notice::Notice,
    server::{
        cookies::{self, Token},
        visit::Visit,
    },
    url::encoded,
};
use axum::{
    Extension, Form,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

type Pairs = Vec<(String, String)>;

/// `POST /api/cart/add`: back to where it was posted from, which says what came of it.
pub async fn add(Extension(visit): Extension<Visit>, Form(form): Form<Pairs>) -> Response {
    match added(&visit, &form).await {
        Ok((token, notice)) => {
            see_other(&visit, &next(&visit, &form, notice), Some(&token), notice)
        }
        Err(fault) => fault.into_response(),
    }
}

/// `POST /api/cart/remove`: takes a line out.
pub async fn remove(Extension(visit): Extension<Visit>, Form(form): Form<Pairs>) -> Response {
    let line = number(&form, "id").unwrap_or(0);
    let removed = match &visit.cart {
        Some(token) => store::remove(&visit.state.db.write, token, line).await,
        None => Ok(()),
    };
    match removed {
        Ok(()) => see_other(&visit, "/cart", None, Notice::RemovedFromBag),
        Err(fault) => fault.into_response(),
    }
}

async fn added(visit: &Visit, form: &Pairs) -> Result<(Token, Notice), AppError> {
    let token = match &visit.cart {
        Some(token) => token.clone(),
        None => Token::random().map_err(|_| AppError::Internal)?,
    };
    let id = number(form, "product").ok_or(AppError::BadRequest)?;
    let product = catalog::store::product(&visit.state.db.read, id).await?;
    let Some(product) = product.filter(|product| product.enabled) else {
        return Ok((token, Notice::NotAvailable));
    };
    let (quantity, chosen) = match wanted(visit, &product, form) {
        Ok(wanted) => wanted,
        Err(notice) => return Ok((token, notice)),
    };
    let offer = chosen.selection();
    let offer = offer.offer(&product);
    let tx = visit.state.db.begin().await?;
    let cart = store::open(&tx, &token, date::now()).await?;
    let held = store::lines(&tx, &token).await?;
    let here = held.iter().filter(|(line, it)| {
        line.product_id == id && it.selection().offer(&product).variation == offer.variation
    });
    let total = quantity + here.map(|(line, _)| line.quantity).sum::<i64>();
    if offer.stock.is_some_and(|left| total > left) || held.len() >= MOST_LINES {
        return Ok((token, Notice::NotEnough));
    }
    let row = line::Model {
        id: 0,
        cart_id: cart.id,
        product_id: id,
        variation_id: offer.variation.map(|it| it.id),
        quantity,
        chosen: serde_json::to_string(&chosen).map_err(|_| AppError::Internal)?,
    };
    store::add(&tx, row).await?;
    tx.commit().await?;
    Ok((token, Notice::AddedToBag))
}

/// How many of what, if that can be bought.
fn wanted(visit: &Visit, product: &Product, form: &Pairs) -> Result<(i64, Chosen), Notice> {
    let quantity = match text(form, "quantity") {
        "" => Some(product.min_quantity.unwrap_or(1)),
        typed => typed.parse().ok(),
    };
    let (least, most) = (
        product.min_quantity.unwrap_or(1),
        product.max_quantity.unwrap_or(9_999),
    );
    let quantity = quantity
        .filter(|quantity| (least..=most).contains(quantity))
        .ok_or(Notice::WrongQuantity)?;
    let selection = Selection::initial(product).with_form(product, |field| {
        let values: Vec<String> = form
            .iter()
            .filter(|(name, _)| name == field)
            .map(|(_, value)| value.clone())
            .collect();
        (!values.is_empty()).then_some(values)
    });
    if !selection.missing(product).is_empty() {
        return Err(Notice::ChooseFirst);
    }
    let price = match product.name_your_price {
        Some(range) => {
            let named = visit.state.shop.prices.parse(text(form, "price"));
            let fits =
                |price: &i64| *price >= range.least && range.most.is_none_or(|most| *price <= most);
            Some(named.filter(fits).ok_or(Notice::WrongPrice)?)
        }
        None => None,
    };
    let subscription = match &product.subscription {
        Some(offered) => {
            interval(offered, text(form, "subscription")).ok_or(Notice::ChooseFirst)?
        }
        None => String::new(),
    };
    Ok((
        quantity,
        Chosen {
            answers: selection.0,
            price,
            subscription,
        },
    ))
}

fn interval(offered: &Subscription, typed: &str) -> Option<String> {
    let known = offered
        .every
        .iter()
        .map(|it| format!("{:?}-{}", it.unit, it.count).to_uppercase());
    let mut all = known.chain(offered.once.map(|_| String::new()));
    all.find(|known| known == typed)
}

/// Back to the page, with what was typed if it was refused.
fn next(visit: &Visit, form: &Pairs, notice: Notice) -> String {
    let back = visit.came_from.clone().unwrap_or_else(|| "/cart".into());
    if notice == Notice::AddedToBag {
        return back;
    }
    let shelf = visit.state.catalog.shelf();
    let Some(card) = number(form, "product").and_then(|id| shelf.card(id)) else {
        return back;
    };
    let typed: Vec<String> = form
        .iter()
        .filter(|(name, value)| name != "product" && !value.is_empty() && value.len() < 500)
        .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
        .collect();
    let path = visit.state.links().product(card);
    if typed.is_empty() {
        path
    } else {
        format!("{path}?{}", typed.join("&"))
    }
}

fn text<'a>(form: &'a Pairs, name: &str) -> &'a str {
    form.iter()
        .find(|(known, _)| known == name)
        .map_or("", |(_, value)| value.trim())
}

fn number(form: &Pairs, name: &str) -> Option<i64> {
    text(form, name).parse().ok()
}

fn see_other(visit: &Visit, path: &str, token: Option<&Token>, notice: Notice) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    if let Ok(location) = HeaderValue::from_str(path) {
        headers.insert(header::LOCATION, location);
    }
    headers.append(
        header::SET_COOKIE,
        cookies::set_flash(&notice.into(), &visit.state.config),
    );
    if let Some(token) = token {
        headers.append(
            header::SET_COOKIE,
            cookies::set_cart(token, &visit.state.config),
        );
    }
    response
}
