//! A cart that nobody filled in the shop: what staff puts together for somebody who telephones, or stands at the stall.

use super::{Cart, CartContext, Chosen, Details, Line, Terms, entity::line, model::lines_of};
use crate::{
    base::translated::Translated,
    catalog::Product,
    pricing::{discount::Off, surcharge::Surcharge},
};
use std::collections::HashMap;

/// A product of the shop, as it is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct Thing {
    /// Which.
    pub product: Product,
    /// What was chosen of it.
    pub chosen: Chosen,
    /// How many.
    pub quantity: i64,
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
pub struct ByHand {
    /// Products.
    pub things: Vec<Thing>,
    /// What is none.
    pub own: Vec<OwnThing>,
    /// What is taken off, and why.
    pub off: Option<(Off, String)>,
    /// What sending it costs, where that is said.
    pub shipping: Option<i64>,
    /// Where it goes, which way, how it is paid, what was asked besides.
    pub details: Details,
}

impl ByHand {
    /// The cart, reckoned as every other, by these `terms`.
    pub fn cart(&self, context: &CartContext<'_>, terms: Terms<'_>) -> Cart {
        let rows: Vec<(line::Model, Chosen)> = (1..).zip(&self.things).map(row).collect();
        let products = self.things.iter();
        let products: HashMap<i64, Product> = products
            .map(|it| (it.product.id, it.product.clone()))
            .collect();
        let mut lines = lines_of(context, &rows, &products);
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
                amount: -off.of(items, context.prices),
                taxable: true,
            });
        }
        let terms = Terms {
            surcharges: &surcharges,
            shipping: self.shipping,
            ..terms
        };
        Cart::priced(context, None, self.details.clone(), lines, terms)
    }
}

fn row((id, thing): (i64, &Thing)) -> (line::Model, Chosen) {
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
        chosen: Chosen::default(),
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
