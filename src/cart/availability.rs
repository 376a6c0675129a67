//! Whether what was chosen once can be bought now: carts and old orders go by the catalogue of today.

use super::{LineChoices, change::MAX_OF_ONE, entity::line};
use crate::{
    base::money::MAX_MINOR,
    catalog::{
        Product,
        option::ProductOption,
        product::Subscription,
        selection::{Offer, Selection},
    },
    text::notice::Notice,
};

/// Lines of a cart.
pub type CartLines = [(line::Model, LineChoices)];

impl LineChoices {
    /// Why `product` is not sold as chosen; `None` if it is.
    pub fn problem(&self, product: &Product) -> Option<Notice> {
        let selection = self.selection();
        let mut answers = self.answers.iter().zip(&product.options);
        let are_known = self.answers.len() == product.options.len()
            && answers.all(|(answer, option)| unknown(option, answer).is_none());
        let subscription = match &product.subscription {
            Some(offered) => interval(offered, Some(&self.subscription)).is_some(),
            None => self.subscription.is_empty(),
        };
        if !are_known || !subscription || !selection.missing(product).is_empty() {
            return Some(Notice::NotOffered);
        }
        let range = product.name_your_price?;
        let fits = self
            .price
            .is_some_and(|price| (range.least..=range.most.unwrap_or(MAX_MINOR)).contains(&price));
        (!fits).then_some(Notice::WrongPrice)
    }
}

/// Returns the first of `answers` that is none of the choices of `option`.
pub fn unknown<'a>(option: &ProductOption, answers: &'a [String]) -> Option<&'a String> {
    let known = |answer: &String| option.choices.iter().any(|choice| choice.text == *answer);
    let mut given = answers.iter().filter(|answer| !answer.is_empty());
    given.find(|answer| !option.kind.is_text() && !known(answer))
}

/// The interval that was `typed` if it is `offered`; the first one if nothing was.
pub fn interval(offered: &Subscription, typed: Option<&str>) -> Option<String> {
    let known = offered
        .every
        .iter()
        .map(|it| format!("{:?}-{}", it.unit, it.count).to_uppercase());
    let mut all = offered.once.map(|_| String::new()).into_iter().chain(known);
    match typed {
        None => all.next(),
        Some(typed) => all.find(|known| *known == typed),
    }
}

/// How many of a product may be in a cart, whatever was chosen of it.
pub fn limits(product: &Product) -> std::ops::RangeInclusive<i64> {
    let most = product.max_quantity.unwrap_or(MAX_OF_ONE);
    product.min_quantity.unwrap_or(1)..=most.min(MAX_OF_ONE)
}

/// Returns the id of the variation that counts the stock of `offer`; `None` if the product itself does.
pub fn stock_place(offer: &Offer<'_>) -> Option<i64> {
    let own = offer.variation.filter(|it| it.stock.is_some());
    own.map(|it| it.id)
}

/// How many of `product` are in `lines`.
pub fn held(product: &Product, lines: &CartLines) -> i64 {
    let same = lines
        .iter()
        .filter(|(line, _)| line.product_id == product.id);
    same.map(|(line, _)| line.quantity).sum()
}

/// Returns how many of `product`, as in `selection`, are in stock beside those that `lines` hold already.
pub fn in_stock(product: &Product, selection: &Selection, lines: &CartLines) -> i64 {
    let offer = selection.offer(product);
    let Some(stock) = offer.stock else {
        return MAX_OF_ONE;
    };
    let shares_it = |chosen: &LineChoices| {
        stock_place(&chosen.selection().offer(product)) == stock_place(&offer)
    };
    let taken = lines
        .iter()
        .filter(|(line, chosen)| line.product_id == product.id && shares_it(chosen));
    stock - taken.map(|(line, _)| line.quantity).sum::<i64>()
}

/// Returns the price of one of `quantity`, in minor units: the one the shopper named, the wholesale price, or `offered`.
///
/// A wholesale price is never higher than `offered`, which a sale may have lowered.
pub fn price(
    product: &Product,
    chosen: &LineChoices,
    offered: i64,
    varied: bool,
    quantity: i64,
) -> i64 {
    if product.name_your_price.is_some() {
        return chosen.price.unwrap_or(offered);
    }
    if let (Some(subscription), true) = (&product.subscription, chosen.subscription.is_empty()) {
        return subscription.once.unwrap_or(offered);
    }
    let reached = product.wholesale.iter().rev();
    match reached.into_iter().find(|tier| quantity >= tier.quantity) {
        Some(tier) if !varied => (tier.price + offered - product.price).clamp(0, offered.max(0)),
        _ => offered,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::product::Wholesale;

    #[test]
    fn many_never_cost_more_each_than_one() {
        let mut product = Product {
            price: 1_200,
            wholesale: vec![Wholesale {
                quantity: 5,
                price: 1_080,
            }],
            ..Product::default()
        };
        let of = |product: &Product, quantity, offered| {
            price(product, &LineChoices::default(), offered, false, quantity)
        };
        assert_eq!(of(&product, 4, 1_200), 1_200);
        assert_eq!(of(&product, 5, 1_200), 1_080);
        assert_eq!(of(&product, 5, 1_300), 1_180, "with an option for 1.00");
        product.price = 650;
        assert_eq!(of(&product, 5, 650), 650, "in a sale");
        assert_eq!(of(&product, 5, 750), 750, "with an option for 1.00");
    }
}
