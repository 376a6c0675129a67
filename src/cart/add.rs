//! Adding to the cart; forms and scripts do the same.

use super::{
    Carts, LineChoices, Owner,
    availability::{held, in_stock, interval, limits, unknown},
    change::MAX_LINES,
    store,
};
use crate::{
    base::{
        date,
        error::AppError,
        money::{MAX_MINOR, PriceFormat},
    },
    catalog::{self, Product, option::ProductOption, selection::Selection},
    text::notice::Notice,
};

/// Longest text of an option.
const MAX_TEXT_LENGTH: usize = 1_000;

/// What is to be put into the cart.
#[derive(Clone, Debug)]
pub struct CartAddition {
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
pub struct AddOutcome {
    /// The line that holds it.
    pub line: i64,
    /// How many were added.
    pub quantity: i64,
}

impl Carts<'_> {
    /// Puts `wanted` into the cart of `owner`, or says why not.
    pub async fn add(
        &self,
        owner: &Owner,
        wanted: &CartAddition,
    ) -> Result<Result<AddOutcome, Notice>, AppError> {
        let tx = self.db.begin().await?;
        let product = catalog::store::product(&tx, wanted.product).await?;
        let Some(product) = product.filter(|product| product.enabled) else {
            return Ok(Err(Notice::NotAvailable));
        };
        let chosen = match chosen(self.prices, &product, wanted) {
            Ok(chosen) => chosen,
            Err(notice) => return Ok(Err(notice)),
        };
        let cart = self.open(&tx, owner, date::now()).await?;
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
        if quantity > left || lines.len() >= MAX_LINES {
            return Ok(Err(Notice::NotEnough));
        }
        let line = store::add(&tx, cart.id, product.id, &chosen, quantity).await?;
        tx.commit().await?;
        Ok(Ok(AddOutcome { line, quantity }))
    }

    /// Puts a line back that was in the cart before, or as much of it as there still is.
    pub async fn put_back(
        &self,
        owner: &Owner,
        product: i64,
        quantity: i64,
        chosen: &LineChoices,
    ) -> Result<Notice, AppError> {
        let tx = self.db.begin().await?;
        let found = catalog::store::product(&tx, product).await?;
        let Some(found) = found.filter(|product| product.enabled) else {
            return Ok(Notice::NotAvailable);
        };
        if let Some(problem) = chosen.problem(&found) {
            return Ok(problem);
        }
        let cart = self.open(&tx, owner, date::now()).await?;
        let lines = store::lines(&tx, cart.id).await?;
        let (limits, held) = (limits(&found), held(&found, &lines));
        let room = in_stock(&found, &chosen.selection(), &lines).min(limits.end() - held);
        let quantity = quantity.min(room);
        if quantity < (limits.start() - held).max(1) || lines.len() >= MAX_LINES {
            return Ok(Notice::NotEnough);
        }
        store::add(&tx, cart.id, product, chosen, quantity).await?;
        tx.commit().await?;
        Ok(Notice::AddedToCart)
    }
}

/// What of `product` is wanted, if that can be bought.
fn chosen(
    prices: &PriceFormat,
    product: &Product,
    wanted: &CartAddition,
) -> Result<LineChoices, Notice> {
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
            let named = match wanted.price.as_deref() {
                None => Some(product.price),
                Some(typed) => prices.parse(typed),
            };
            let fits =
                |price: &i64| (range.least..=range.most.unwrap_or(MAX_MINOR)).contains(price);
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
    Ok(LineChoices {
        answers: selection.0,
        price,
        subscription,
    })
}

/// What was answered to the control `field`: scripts know options by their names, forms by their controls'.
fn answers_to(answers: &[(String, Vec<String>)], field: &str) -> Vec<String> {
    let is_it = |name: &str| name == field || field.strip_suffix("-option") == Some(name);
    let values = answers.iter().filter(|(name, _)| is_it(name));
    let short = |value: &String| value.chars().take(MAX_TEXT_LENGTH).collect();
    values.flat_map(|(_, values)| values).map(short).collect()
}

/// Whoever did not choose gets the first variation that can be bought.
pub(super) fn sold_now(product: &Product, initial: Selection) -> Selection {
    if initial.offer(product).stock != Some(0) {
        return initial;
    }
    let first = product.variations.iter().find(|it| it.stock != Some(0));
    match first {
        Some(variation) => initial.with_variation(product, variation),
        None => initial,
    }
}
