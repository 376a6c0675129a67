//! A cart that staff put together, for a customer who orders by telephone or at a stall.

use super::{
    Cart, CartContext, CartTerms, Details, Line, LineChoices, availability::price, entity::line,
    model::lines_of,
};
use crate::{
    base::translated::Translated,
    catalog::Product,
    pricing::{discount::DiscountValue, surcharge::Surcharge},
};
use std::collections::HashMap;

/// A product of the shop, as it is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct StaffCartItem {
    /// Which.
    pub product: Product,
    /// What was chosen of it.
    pub chosen: LineChoices,
    /// How many.
    pub quantity: i64,
    /// How many were left when staff agreed to sell beyond the stock; `None` if they did not.
    pub beyond: Option<i64>,
}

/// Something that is no product of the shop.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnThing {
    /// What it is called.
    pub name: String,
    /// Price of one, in minor units.
    pub price: i64,
    /// How many.
    pub quantity: i64,
    /// Whether it is taxed as everything else is.
    pub is_taxed: bool,
}

/// What is put together.
#[derive(Clone, Debug, Default)]
pub struct StaffCart {
    /// Products.
    pub things: Vec<StaffCartItem>,
    /// Items that are no products of the shop.
    pub own: Vec<OwnThing>,
    /// What is taken off, and why.
    pub off: Option<(DiscountValue, String)>,
    /// What sending it costs, where that is said.
    pub shipping: Option<i64>,
    /// Where it goes, which way, how it is paid, what was asked besides.
    pub details: Details,
}

impl StaffCartItem {
    /// Returns `true` if only the stock keeps the item's `line` from being sold in full.
    pub fn is_short_of_stock(&self, line: &Line) -> bool {
        let fits = |most| line.wanted <= most;
        let is_offered = line.product.enabled && line.problem.is_none();
        is_offered
            && line.left.is_some_and(|left| left < line.wanted)
            && line.product.max_quantity.is_none_or(fits)
    }

    /// Returns `true` if staff agreed to sell beyond the stock, and no fewer are left than they saw.
    fn is_sold_beyond(&self, line: &Line) -> bool {
        let agreed = self.beyond.zip(line.left);
        self.is_short_of_stock(line) && agreed.is_some_and(|(saw, left)| left >= saw)
    }

    fn price(&self, line: &Line) -> i64 {
        let selection = self.chosen.selection();
        let offer = selection.offer(&line.product);
        let is_varied = line.variation.is_some();
        price(
            &line.product,
            &self.chosen,
            offer.price,
            is_varied,
            line.quantity,
        )
    }
}

impl StaffCart {
    /// Returns the cart, priced like any other, on these `terms`.
    pub fn cart(&self, context: &CartContext<'_>, terms: CartTerms<'_>) -> Cart {
        let rows: Vec<(line::Model, LineChoices)> = (1..).zip(&self.things).map(row).collect();
        let products = self.things.iter();
        let products: HashMap<i64, Product> = products
            .map(|it| (it.product.id, it.product.clone()))
            .collect();
        let mut lines = lines_of(context, &rows, &products);
        for line in &mut lines {
            let thing = usize::try_from(line.id - 1).ok();
            let thing = thing.and_then(|place| self.things.get(place));
            if let Some(thing) = thing.filter(|it| it.is_sold_beyond(line)) {
                line.quantity = line.wanted;
                line.price = thing.price(line);
            }
        }
        let code = context.language.code();
        let taxed = self.own.iter().filter(|it| it.is_taxed);
        lines.extend((1_000..).zip(taxed).map(|(id, it)| own_line(id, it, code)));
        let items = lines.iter().map(|line| line.price * line.quantity).sum();
        let mut surcharges: Vec<Surcharge> = self
            .own
            .iter()
            .filter(|it| !it.is_taxed)
            .map(untaxed)
            .collect();
        if let Some((off, why)) = &self.off {
            surcharges.push(Surcharge {
                name: why.clone(),
                amount: -off.amount_off(items, context.prices),
                taxable: true,
            });
        }
        let terms = CartTerms {
            surcharges: &surcharges,
            shipping: self.shipping,
            ..terms
        };
        Cart::priced(context, None, self.details.clone(), lines, terms)
    }
}

fn row((id, thing): (i64, &StaffCartItem)) -> (line::Model, LineChoices) {
    let row = line::Model {
        id,
        cart_id: 0,
        product_id: thing.product.id,
        quantity: thing.quantity,
        chosen: String::new(),
    };
    (row, thing.chosen.clone())
}

/// No product's line: nothing is counted of it.
fn own_line(id: i64, own: &OwnThing, language: &str) -> Line {
    Line {
        id,
        product: Product {
            name: Translated::one(language, &own.name),
            price: own.price,
            enabled: true,
            ..Product::default()
        },
        path: String::new(),
        chosen: LineChoices::default(),
        variation: None,
        sku: String::new(),
        quantity: own.quantity,
        wanted: own.quantity,
        left: None,
        problem: None,
        price: own.price,
    }
}

fn untaxed(own: &OwnThing) -> Surcharge {
    Surcharge {
        name: match own.quantity {
            1 => own.name.clone(),
            many => format!("{many} × {}", own.name),
        },
        amount: own.price * own.quantity,
        taxable: false,
    }
}
