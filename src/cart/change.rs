//! What can be done to a cart; forms and scripts do the same.

use super::{
    Chosen, Owner,
    entity::cart,
    offered::{held, in_stock, interval, limits, unknown},
    store,
};
use crate::{
    account::limits::Limit,
    base::{date, error::AppError, money::MOST_MINOR},
    catalog::{self, Product, option::ProductOption, selection::Selection},
    platform::cookies::Token,
    request::context::RequestContext,
    text::notice::Notice,
};
use sea_orm::ConnectionTrait;

/// Most lines a cart holds.
pub const MOST_LINES: usize = 100;
/// Most of one thing.
pub const MOST_OF_ONE: i64 = 9_999;
/// Longest text of an option.
const LONGEST_TEXT: usize = 1_000;

/// What is to be put into the cart.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// What.
    pub product: i64,
    /// How many; `None` is as few as can be bought.
    pub quantity: Option<i64>,
    /// What was answered to the options; `None` takes whatever is in stock.
    pub answers: Option<Vec<(String, Vec<String>)>>,
    /// The price that the shopper names, as a plain number.
    pub price: Option<String>,
    /// How often it comes, such as `MONTH-1`.
    pub subscription: Option<String>,
    /// Whether fewer will do if there are not enough.
    pub or_fewer: bool,
}

/// What came of putting something into the cart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Added {
    /// The line that holds it.
    pub line: i64,
    /// How many were added.
    pub quantity: i64,
}

/// Whose cart `visit` changes, and the token to give to the browser if it is a new guest's.
pub fn owner(context: &RequestContext) -> Result<(Owner, Option<Token>), AppError> {
    if let Some(owner) = Owner::of(context) {
        return Ok((owner, None));
    }
    let token = Token::random().map_err(AppError::internal)?;
    Ok((Owner::Guest(token.clone()), Some(token)))
}

/// The cart of `owner`, made if missing; an address begins only so many.
async fn open(
    context: &RequestContext,
    tx: &impl ConnectionTrait,
    owner: &Owner,
    now: i64,
) -> Result<cart::Model, AppError> {
    if let Some(cart) = store::find(tx, owner).await? {
        return Ok(cart);
    }
    let limit = Limit::carts(&context.address, &context.state.config);
    match limit.attempt(tx, now).await? {
        Some(_) => Err(AppError::TooMany),
        None => store::open(tx, owner, now).await,
    }
}

/// Puts `wanted` into the cart of `owner`, or says why not.
pub async fn add(
    context: &RequestContext,
    owner: &Owner,
    wanted: &Wanted,
) -> Result<Result<Added, Notice>, AppError> {
    let state = &context.state;
    let tx = state.db.begin().await?;
    let product = catalog::store::product(&tx, wanted.product).await?;
    let Some(product) = product.filter(|product| product.enabled) else {
        return Ok(Err(Notice::NotAvailable));
    };
    let chosen = match chosen(context, &product, wanted) {
        Ok(chosen) => chosen,
        Err(notice) => return Ok(Err(notice)),
    };
    let cart = open(context, &tx, owner, date::now()).await?;
    let lines = store::lines(&tx, cart.id).await?;
    let selection = chosen.selection();
    if selection.offer(&product).stock == Some(0) {
        return Ok(Err(Notice::SoldOut));
    }
    let (limits, held) = (limits(&product), held(&product, &lines));
    let least = (limits.start() - held).max(1);
    let mut quantity = wanted.quantity.unwrap_or(least);
    if quantity < least || held.saturating_add(quantity) > *limits.end() {
        return Ok(Err(Notice::WrongQuantity));
    }
    let left = in_stock(&product, &selection, &lines);
    if quantity > left && wanted.or_fewer && left >= least {
        quantity = left;
    }
    if quantity > left || lines.len() >= MOST_LINES {
        return Ok(Err(Notice::NotEnough));
    }
    let line = store::add(&tx, cart.id, product.id, &chosen, quantity).await?;
    tx.commit().await?;
    Ok(Ok(Added { line, quantity }))
}

/// Puts a line back that was in the cart before, or as much of it as there still is.
pub async fn put_back(
    context: &RequestContext,
    owner: &Owner,
    product: i64,
    quantity: i64,
    chosen: &Chosen,
) -> Result<Notice, AppError> {
    let tx = context.state.db.begin().await?;
    let found = catalog::store::product(&tx, product).await?;
    let Some(found) = found.filter(|product| product.enabled) else {
        return Ok(Notice::NotAvailable);
    };
    if let Some(problem) = chosen.problem(&found) {
        return Ok(problem);
    }
    let cart = open(context, &tx, owner, date::now()).await?;
    let lines = store::lines(&tx, cart.id).await?;
    let (limits, held) = (limits(&found), held(&found, &lines));
    let room = in_stock(&found, &chosen.selection(), &lines).min(limits.end() - held);
    let quantity = quantity.min(room);
    if quantity < (limits.start() - held).max(1) || lines.len() >= MOST_LINES {
        return Ok(Notice::NotEnough);
    }
    store::add(&tx, cart.id, product, chosen, quantity).await?;
    tx.commit().await?;
    Ok(Notice::AddedToCart)
}

/// Lets the line `id` hold this many; none takes it out.
pub async fn set_quantity(
    context: &RequestContext,
    id: i64,
    quantity: i64,
) -> Result<Notice, AppError> {
    let Some(owner) = Owner::of(context) else {
        return Ok(Notice::NotAvailable);
    };
    let tx = context.state.db.begin().await?;
    let Some(cart) = store::find(&tx, &owner).await? else {
        return Ok(Notice::NotAvailable);
    };
    let lines = store::lines(&tx, cart.id).await?;
    let Some((line, chosen)) = lines.iter().find(|(line, _)| line.id == id) else {
        return Ok(Notice::NotAvailable);
    };
    if quantity == 0 {
        store::remove(&tx, cart.id, &[id]).await?;
        tx.commit().await?;
        return Ok(Notice::RemovedFromCart);
    }
    let product = catalog::store::product(&tx, line.product_id).await?;
    let Some(product) = product.filter(|product| product.enabled) else {
        return Ok(Notice::NotAvailable);
    };
    let selection = chosen.selection();
    let others: Vec<_> = lines
        .iter()
        .filter(|(it, _)| it.id != id)
        .cloned()
        .collect();
    if !limits(&product).contains(&quantity.saturating_add(held(&product, &others))) {
        return Ok(Notice::WrongQuantity);
    }
    if quantity > in_stock(&product, &selection, &others) {
        return Ok(Notice::NotEnough);
    }
    store::set_quantity(&tx, cart.id, id, quantity).await?;
    tx.commit().await?;
    Ok(Notice::QuantityChanged)
}

/// Takes these lines out; how many things that were.
pub async fn remove(context: &RequestContext, ids: &[i64]) -> Result<i64, AppError> {
    let Some(owner) = Owner::of(context) else {
        return Ok(0);
    };
    let tx = context.state.db.begin().await?;
    let Some(cart) = store::find(&tx, &owner).await? else {
        return Ok(0);
    };
    let lines = store::lines(&tx, cart.id).await?;
    let gone = lines.iter().filter(|(line, _)| ids.contains(&line.id));
    let gone: i64 = gone.map(|(line, _)| line.quantity).sum();
    store::remove(&tx, cart.id, ids).await?;
    tx.commit().await?;
    Ok(gone)
}

/// Takes everything out.
pub async fn clear(context: &RequestContext) -> Result<(), AppError> {
    let Some(owner) = Owner::of(context) else {
        return Ok(());
    };
    let tx = context.state.db.begin().await?;
    if let Some(cart) = store::find(&tx, &owner).await? {
        let lines = store::lines(&tx, cart.id).await?;
        let ids: Vec<i64> = lines.iter().map(|(line, _)| line.id).collect();
        store::remove(&tx, cart.id, &ids).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Lets `change` change what was said about the order.
pub async fn details(
    context: &RequestContext,
    owner: &Owner,
    change: impl FnOnce(&mut super::Details),
) -> Result<(), AppError> {
    let now = date::now();
    let tx = context.state.db.begin().await?;
    let cart = open(context, &tx, owner, now).await?;
    let mut details = store::details_to_change(&tx, &cart, now).await?;
    change(&mut details);
    store::keep(&tx, cart.id, &details, now).await?;
    tx.commit().await?;
    Ok(())
}

/// What of `product` is wanted, if that can be bought.
fn chosen(context: &RequestContext, product: &Product, wanted: &Wanted) -> Result<Chosen, Notice> {
    let initial = Selection::initial(product);
    let selection = match &wanted.answers {
        Some(answers) => {
            let is_unknown = |option: &ProductOption| {
                let given = answers_to(answers, &option.field());
                unknown(option, &given).is_some()
            };
            if product.options.iter().any(is_unknown) {
                return Err(Notice::NotOffered);
            }
            initial.with_form(product, |field| {
                let given = answers_to(answers, field);
                (!given.is_empty()).then_some(given)
            })
        }
        None => sold_now(product, initial),
    };
    if !selection.missing(product).is_empty() {
        return Err(Notice::ChooseFirst);
    }
    let price = match product.name_your_price {
        Some(range) => {
            let prices = &context.state.shop.prices;
            let named = match wanted.price.as_deref() {
                None => Some(product.price),
                Some(typed) => prices.parse(typed),
            };
            let fits =
                |price: &i64| (range.least..=range.most.unwrap_or(MOST_MINOR)).contains(price);
            Some(named.filter(fits).ok_or(Notice::WrongPrice)?)
        }
        None => None,
    };
    let subscription = match &product.subscription {
        Some(offered) => {
            interval(offered, wanted.subscription.as_deref()).ok_or(Notice::ChooseFirst)?
        }
        None => String::new(),
    };
    Ok(Chosen {
        answers: selection.0,
        price,
        subscription,
    })
}

/// What was answered to the control `field`: scripts know options by their names, forms by their controls'.
fn answers_to(answers: &[(String, Vec<String>)], field: &str) -> Vec<String> {
    let is_it = |name: &str| name == field || field.strip_suffix("-option") == Some(name);
    let values = answers.iter().filter(|(name, _)| is_it(name));
    let short = |value: &String| value.chars().take(LONGEST_TEXT).collect();
    values.flat_map(|(_, values)| values).map(short).collect()
}

/// Whoever did not choose gets the first variation that can be bought.
fn sold_now(product: &Product, initial: Selection) -> Selection {
    if initial.offer(product).stock != Some(0) {
        return initial;
    }
    let first = product.variations.iter().find(|it| it.stock != Some(0));
    match first {
        Some(variation) => initial.with_variation(product, variation),
        None => initial,
    }
}
