//! A cart as it is now: what is in it by the catalogue of this moment, and what it costs.

use super::{
    Buyer, CartContext, CartTerms, Details, LineChoices,
    availability::{CartLines, held, limits, price, stock_place},
    change::MAX_OF_ONE,
    entity::cart,
    store,
};
use crate::{
    base::{countries, error::AppError, person::Person},
    cart::{coupon, extra::Field},
    catalog::{self, Product, product::Interval, selection::Offer},
    pricing::{
        discount::{self, Coupon, CouponProblem},
        payment,
        shipping::Method,
        totals::Totals,
    },
    request::context::RequestContext,
    text::notice::Notice,
};
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

/// A cart.
#[derive(Clone)]
pub struct Cart {
    /// Its row; `None` if nothing was ever put in.
    pub row: Option<cart::Model>,
    /// What was said about the order it may become.
    pub details: Details,
    /// What is in it.
    pub lines: Vec<Line>,
    /// The coupon that was typed, or why it is of no use.
    pub coupon: Option<Result<Coupon, CouponProblem>>,
    /// Ways it could be sent, each with its price.
    pub methods: Vec<(Method, i64)>,
    /// Ways it could be paid.
    pub payments: Vec<payment::Method>,
    /// What is asked besides.
    pub fields: Vec<Field>,
    /// What it costs.
    pub totals: Totals,
    /// Whether no tax is charged to who buys it.
    pub is_exempt: bool,
    /// What the tax office knows them by; empty if it is not known.
    pub tax_id: String,
}

/// A line of a cart.
#[derive(Clone)]
pub struct Line {
    /// Id of the line.
    pub id: i64,
    /// What.
    pub product: Product,
    /// Path of its page.
    pub path: String,
    /// What was chosen of it.
    pub chosen: LineChoices,
    /// The variation that was chosen.
    pub variation: Option<i64>,
    /// SKU.
    pub sku: String,
    /// How many there can be; wanted may have been more.
    pub quantity: i64,
    /// How many are wanted.
    pub wanted: i64,
    /// How many could be bought; `None` is no limit.
    pub left: Option<i64>,
    /// Why it is not sold as it was chosen.
    pub problem: Option<Notice>,
    /// Price of one, in minor units.
    pub price: i64,
}

impl Cart {
    /// The cart of whoever visits.
    pub async fn of(context: &RequestContext) -> Result<Self, AppError> {
        Self::read(&context.state.db.read, &CartContext::of(context)).await
    }

    /// The cart of `context` as `db` has it, which may be a transaction.
    pub async fn read(
        db: &impl ConnectionTrait,
        context: &CartContext<'_>,
    ) -> Result<Self, AppError> {
        let row = match &context.owner {
            Some(owner) => store::find(db, owner).await?,
            None => None,
        };
        let (mut details, lines) = match &row {
            Some(row) => (store::details(row), lines(db, context, row.id).await?),
            None => (Details::default(), Vec::new()),
        };
        if details.email.is_empty()
            && let Some(session) = context.session
        {
            details.email = session.customer.email.clone();
        }
        if row.is_some()
            && details.shipping.is_empty()
            && let Some(first) = context.session.and_then(|it| it.addresses.first())
        {
            details.shipping = countries::completed(first.clone().into());
        }
        let used = match discount::named(&context.config.coupons, &details.coupon) {
            Some(coupon) => coupon::uses(db, &coupon.code).await?,
            None => 0,
        };
        let terms = CartTerms {
            buyer: context.session.map(Buyer::of).unwrap_or_default(),
            used,
            ..CartTerms::default()
        };
        Ok(Self::priced(context, row, details, lines, terms))
    }

    /// Lines that can be bought.
    pub fn sold(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.quantity > 0)
    }

    /// Whether nothing in it can be bought.
    pub fn is_empty(&self) -> bool {
        self.sold().next().is_none()
    }

    /// How many things are in it.
    pub fn quantity(&self) -> i64 {
        self.lines.iter().map(|line| line.quantity).sum()
    }

    /// Whether there is anything to send, or to fetch.
    pub fn needs_delivery(&self) -> bool {
        needs_delivery(&self.lines)
    }

    /// Lines that begin a subscription, each with how often it comes.
    pub fn subscribed(&self) -> impl Iterator<Item = (&Line, Interval)> {
        self.sold()
            .filter_map(|line| Some((line, Interval::parse(&line.chosen.subscription)?)))
    }

    /// Grams.
    pub fn weight(&self) -> i64 {
        let weight = |line: &Line| line.product.weight.unwrap_or(0) * line.quantity;
        self.lines.iter().map(weight).sum()
    }

    /// The chosen way of delivery.
    pub fn method(&self) -> Option<&Method> {
        let chosen = |(method, _): &&(Method, i64)| method.id == self.details.delivery;
        self.methods.iter().find(chosen).map(|(method, _)| method)
    }

    /// The chosen way to pay.
    pub fn payment(&self) -> Option<&payment::Method> {
        let chosen = |it: &&payment::Method| it.id == self.details.payment;
        self.payments.iter().find(chosen)
    }

    /// Whether the shopper fetches it.
    pub fn is_pickup(&self) -> bool {
        self.method().is_some_and(|method| method.pickup)
    }

    /// Whose bill it is.
    pub fn billed(&self) -> &Person {
        let own = self.details.billing.as_ref();
        own.unwrap_or(&self.details.shipping)
    }

    /// A mark of the extra fields that scripts defined, by which they know whether theirs are known.
    pub fn sent_fields(&self) -> String {
        match self.details.extra_fields.as_object() {
            Some(fields) if !fields.is_empty() => self.details.extra_fields.to_string(),
            _ => String::new(),
        }
    }

    /// The coupon, if it holds.
    pub fn good_coupon(&self) -> Option<&Coupon> {
        self.coupon.as_ref().and_then(|it| it.as_ref().ok())
    }
}

/// Whether anything of `lines` is no file; so it is too where nothing can be bought.
pub(super) fn needs_delivery(lines: &[Line]) -> bool {
    let mut sold = lines.iter().filter(|line| line.quantity > 0).peekable();
    sold.peek().is_none() || sold.any(|line| !line.product.digital)
}

/// What is in the cart `id`; products that are not sold any more are there in no quantity.
async fn lines(
    db: &impl ConnectionTrait,
    context: &CartContext<'_>,
    id: i64,
) -> Result<Vec<Line>, AppError> {
    let rows = store::lines(db, id).await?;
    let ids: Vec<i64> = rows.iter().map(|(row, _)| row.product_id).collect();
    let products = catalog::store::products(db, &ids).await?;
    Ok(lines_of(context, &rows, &products))
}

/// What `rows` hold of these `products`.
pub(super) fn lines_of(
    context: &CartContext<'_>,
    rows: &CartLines,
    products: &HashMap<i64, Product>,
) -> Vec<Line> {
    let mut taken = TakenStock::default();
    let mut lines = Vec::new();
    for (row, chosen) in rows {
        let Some(product) = products.get(&row.product_id).cloned() else {
            continue;
        };
        let selection = chosen.selection();
        let offer = selection.offer(&product);
        let variation = offer.variation.map(|it| it.id);
        let few = held(&product, rows) < *limits(&product).start();
        let problem = chosen
            .problem(&product)
            .or(few.then_some(Notice::WrongQuantity));
        let left = match problem {
            None if product.enabled => taken.left(&product, &offer),
            _ => Some(0),
        };
        let quantity = left.map_or(row.quantity, |left| row.quantity.min(left));
        let quantity = quantity.min(MAX_OF_ONE);
        taken.take(&product, &offer, quantity);
        let path = context.snapshot.card(product.id);
        let path = path.map(|card| context.links.product(card));
        lines.push(Line {
            id: row.id,
            path: path.unwrap_or_default(),
            variation,
            sku: offer.sku.to_owned(),
            quantity,
            wanted: row.quantity,
            left,
            problem,
            price: price(&product, chosen, offer.price, variation.is_some(), quantity),
            chosen: chosen.clone(),
            product,
        });
    }
    lines
}

/// What earlier lines of a cart took.
#[derive(Default)]
struct TakenStock {
    of_product: HashMap<i64, i64>,
    of_stock: HashMap<(i64, Option<i64>), i64>,
}

impl TakenStock {
    /// How many of `offer` are left for the next line; `None` is no limit.
    fn left(&self, product: &Product, offer: &Offer<'_>) -> Option<i64> {
        let place = (product.id, stock_place(offer));
        let stock = offer
            .stock
            .map(|stock| stock - self.of_stock.get(&place).unwrap_or(&0));
        let most = product
            .max_quantity
            .map(|most| most - self.of_product.get(&product.id).unwrap_or(&0));
        let left = stock.into_iter().chain(most).min();
        left.map(|left| left.max(0))
    }

    fn take(&mut self, product: &Product, offer: &Offer<'_>, quantity: i64) {
        let place = (product.id, stock_place(offer));
        *self.of_stock.entry(place).or_default() += quantity;
        *self.of_product.entry(product.id).or_default() += quantity;
    }
}
