//! A cart that nobody has: what one would cost by the settings of a [`CartContext`], whoever is to see that.

use super::{
    Buyer, Cart, CartContext, CartTerms, Details, LineChoices, add::sold_now,
    availability::interval, entity::line, model::lines_of,
};
use crate::{
    base::money::MAX_MINOR,
    catalog::{Product, selection::Selection},
};
use std::collections::HashMap;

/// What is in a cart, and who would buy it.
pub struct Sample<'a> {
    /// Products, each with how many of it. Two that are not stored differ by their ids.
    pub things: &'a [(Product, i64)],
    /// What the shopper says: where it goes, which way, by which coupon.
    pub details: Details,
    /// Who would buy it.
    pub buyer: Buyer<'a>,
    /// How often the coupon was used before.
    pub used: i64,
}

impl Sample<'_> {
    /// The cart, calculated as every other. Where several ways of delivery or payment fit and none of them is named, it goes
    /// the first.
    pub fn cart(&self, context: &CartContext<'_>) -> Cart {
        let rows: Vec<(line::Model, LineChoices)> = (1..).zip(self.things).map(row).collect();
        let products = self.things.iter();
        let products: HashMap<i64, Product> = products.map(|(it, _)| (it.id, it.clone())).collect();
        let lines = lines_of(context, &rows, &products);
        let priced = |details: Details| {
            let terms = CartTerms {
                buyer: self.buyer,
                used: self.used,
                ..CartTerms::default()
            };
            Cart::priced(context, None, details, lines.clone(), terms)
        };
        let mut cart = priced(self.details.clone());
        if cart.method().is_none()
            && let Some((first, _)) = cart.methods.first()
        {
            cart = priced(Details {
                delivery: first.id.clone(),
                ..cart.details
            });
        }
        if cart.payment().is_none()
            && let Some(first) = cart.payments.first()
        {
            cart = priced(Details {
                payment: first.id.clone(),
                ..cart.details
            });
        }
        cart
    }
}

fn row((id, (product, quantity)): (i64, &(Product, i64))) -> (line::Model, LineChoices) {
    let row = line::Model {
        id,
        cart_id: 0,
        product_id: product.id,
        quantity: *quantity,
        chosen: String::new(),
    };
    (row, usual(product))
}

/// What somebody chooses who takes `product` as it is offered; what has to be written is a dash.
fn usual(product: &Product) -> LineChoices {
    let mut selection = sold_now(product, Selection::initial(product));
    for place in selection.missing(product) {
        let option = product.options.get(place);
        let first = option.and_then(|option| option.choices.first());
        let answer = first.map_or("–", |choice| choice.text.as_str());
        selection = selection.instead(place, answer);
    }
    let range = product.name_your_price;
    let named = range.map(|it| {
        product
            .price
            .min(it.most.unwrap_or(MAX_MINOR))
            .max(it.least)
    });
    let every = product.subscription.as_ref();
    LineChoices {
        answers: selection.0,
        price: named,
        subscription: every.and_then(|it| interval(it, None)).unwrap_or_default(),
    }
}
