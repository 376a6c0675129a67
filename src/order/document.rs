//! An order as it was placed: nothing in it changes with the catalogue.

use crate::{
    base::{language::LanguageCode, person::Person},
    cart::{Cart, Line, LineChoices, extra::PlacedField, object},
    catalog::product::Interval,
    platform::shop_view::ShopView,
    pricing::{payment::PaymentMethod, totals::Totals},
    text::Language,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// An order; amounts are minor units of `currency`, weights grams.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OrderDocument {
    /// Language it was placed in.
    pub language: LanguageCode,
    /// Currency of all amounts.
    pub currency: String,
    /// What was bought.
    pub items: Vec<Item>,
    /// What it costs.
    pub totals: Totals,
    /// Name of the coupon.
    pub coupon: Option<String>,
    /// Code of the coupon.
    pub coupon_code: Option<String>,
    /// Where it goes.
    pub shipping: Person,
    /// Whose bill it is.
    pub billing: Person,
    /// How it gets there.
    pub delivery: Option<Method>,
    /// Whether the shopper fetches it.
    pub is_pickup: bool,
    /// Where, and when, as it was agreed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub pickup_at: String,
    /// How it is paid.
    pub payment: Option<Method>,
    /// Whether it is paid once it is there: at the door or at the counter.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub paid_later: bool,
    /// What the shopper is to do to pay.
    pub instructions: String,
    /// What was asked besides.
    #[serde(default)]
    pub extra: Vec<PlacedField>,
    /// What the shopper wanted to add.
    pub comments: String,
    /// Who sent the shopper.
    pub referer: String,
    /// Whether everything that was ordered went back into stock.
    #[serde(default)]
    pub restocked: bool,
    /// Whether the coupon can be used once more because of a cancellation.
    #[serde(default)]
    pub coupon_returned: bool,
    /// What the merchant answered to a withdrawal.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub withdrawal_answer: String,
    /// Id of the subscription that made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subscription: Option<i64>,
    /// Whether the shopper paid no tax.
    #[serde(default)]
    pub is_exempt: bool,
    /// What the tax office knows the shopper by.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tax_id: String,
}

/// A way of delivery or payment, as it was called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Method {
    /// Its id in the settings.
    pub id: String,
    /// What shoppers read.
    pub title: String,
}

/// A line of an order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Id of the product.
    pub product: i64,
    /// The variation.
    pub variation: Option<i64>,
    /// Its name.
    pub name: String,
    /// SKU.
    pub sku: String,
    /// Price of one.
    pub price: i64,
    /// How many.
    pub quantity: i64,
    /// Grams of one.
    pub weight: i64,
    /// What was chosen, by names of options.
    pub options: Map<String, Value>,
    /// The shopper's choices as a cart line holds them, to put the item into a cart again.
    pub chosen: LineChoices,
    /// The product for scripts (`PlacedItem.product`).
    pub object: Map<String, Value>,
    /// Path of the product's page.
    pub path: String,
    /// Hash of its picture.
    pub image: Option<String>,
    /// Whether it is nothing but files, so that nothing of it is sent.
    #[serde(default, skip_serializing_if = "is_no")]
    pub digital: bool,
    /// How many of them went back into stock.
    #[serde(default)]
    pub restocked: i64,
    /// How many of `restocked` are known not to have been sent. Of the others, as many had been as were ever sent.
    #[serde(default, skip_serializing_if = "is_none")]
    pub restocked_unsent: i64,
    /// How many of them were sold beyond the stock: they were never deducted from it, and are never restocked.
    #[serde(default, skip_serializing_if = "is_none")]
    pub missing: i64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde wants it so")]
fn is_no(flag: &bool) -> bool {
    !flag
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde wants it so")]
fn is_none(count: &i64) -> bool {
    *count == 0
}

impl Item {
    /// How often it comes, as shoppers read it; nothing if it comes once.
    pub fn interval(&self, language: Language) -> Option<String> {
        let interval = Interval::parse(&self.chosen.subscription)?;
        Some(interval.text(language.texts()))
    }

    /// Returns `quantity` and the name, such as `2 × Mug`, without options.
    pub fn counted(&self, quantity: i64) -> String {
        format!("{quantity} × {}", self.name)
    }

    /// Whether it comes again and again.
    pub fn recurs(&self) -> bool {
        !self.chosen.subscription.is_empty()
    }
}

impl OrderDocument {
    /// The order that `cart` becomes.
    pub fn of(cart: &Cart, view: &ShopView<'_>) -> Self {
        let code = view.language.code();
        let item = |line: &Line| Item {
            product: line.product.id,
            variation: line.variation,
            name: line.product.name.get(code).to_owned(),
            sku: line.sku.clone(),
            price: line.price,
            quantity: line.quantity,
            weight: line.product.weight.unwrap_or(0),
            options: object::options(line, code),
            chosen: line.chosen.clone(),
            object: object::short(line, view),
            path: line.path.clone(),
            image: object::image(line).map(|image| image.hash.clone()),
            digital: line.product.digital,
            restocked: 0,
            restocked_unsent: 0,
            missing: 0,
        };
        let payment = cart.payment();
        let instructions = payment.map(|it| it.instructions.get(code));
        Self {
            language: view.language.id(),
            currency: view.prices.currency.clone(),
            items: cart.sold().map(item).collect(),
            totals: cart.totals.clone(),
            coupon: cart.good_coupon().map(|it| it.name.clone()),
            coupon_code: cart.good_coupon().map(|it| it.code.clone()),
            shipping: cart.details.shipping.clone(),
            billing: cart.billed().clone(),
            delivery: cart.method().map(|it| Method {
                id: it.id.clone(),
                title: it.title.get(code).to_owned(),
            }),
            is_pickup: cart.is_pickup(),
            // The settings know it: whoever places the order says it.
            pickup_at: String::new(),
            payment: payment.map(|it| Method {
                id: it.id().to_owned(),
                title: it.title.get(code).to_owned(),
            }),
            paid_later: payment.is_some_and(|it| it.paid_later),
            instructions: instructions.unwrap_or_default().to_owned(),
            extra: PlacedField::all(&cart.fields, &cart.details, code),
            comments: cart.details.comments.clone(),
            referer: cart.details.referer.clone(),
            restocked: false,
            coupon_returned: false,
            withdrawal_answer: String::new(),
            subscription: None,
            is_exempt: cart.is_exempt,
            tax_id: cart.tax_id.clone(),
        }
    }

    /// Returns the document without telephone numbers and without what the shopper wrote; names and addresses stay, as an invoice
    /// shows them.
    pub fn without_contact(self) -> Self {
        let unreachable = |person: Person| Person {
            phone: String::new(),
            ..person
        };
        Self {
            shipping: unreachable(self.shipping),
            billing: unreachable(self.billing),
            extra: self.extra.into_iter().filter(|it| it.in_invoice).collect(),
            comments: String::new(),
            referer: String::new(),
            withdrawal_answer: String::new(),
            ..self
        }
    }

    /// Returns the document without personal data: of addresses only the country stays, and items lose their options.
    pub fn without_people(self) -> Self {
        let plain = |item: Item| Item {
            options: Map::new(),
            chosen: LineChoices {
                answers: Vec::new(),
                ..item.chosen
            },
            object: Map::new(),
            ..item
        };
        let nobody = |person: Person| Person {
            country_code: person.country_code,
            country_name: person.country_name,
            ..Person::default()
        };
        Self {
            items: self.items.into_iter().map(plain).collect(),
            shipping: nobody(self.shipping),
            billing: nobody(self.billing),
            extra: Vec::new(),
            comments: String::new(),
            referer: String::new(),
            withdrawal_answer: String::new(),
            tax_id: String::new(),
            ..self
        }
    }

    /// How many things were bought.
    pub fn quantity(&self) -> i64 {
        self.items.iter().map(|item| item.quantity).sum()
    }

    /// Returns the weight of everything together, in grams.
    pub fn weight(&self) -> i64 {
        let weight = |item: &Item| item.weight * item.quantity;
        self.items.iter().map(weight).sum()
    }

    /// Whether there is anything to send or to fetch.
    pub fn is_delivered(&self) -> bool {
        self.delivery.is_some()
    }

    /// Whether it begins a subscription, or one made it.
    pub fn recurs(&self) -> bool {
        self.items.iter().any(Item::recurs)
    }

    /// What an order with this number and e-mail can be found by, in lower case.
    pub fn words_of(&self, number: &str, email: &str) -> String {
        format!(
            "{} {} {}",
            number.to_lowercase(),
            email.to_lowercase(),
            self.words()
        )
    }

    fn words(&self) -> String {
        let items = self.items.iter().flat_map(|it| [&it.name, &it.sku]);
        let people = [&self.shipping.name, &self.billing.name];
        let words: Vec<&str> = items.chain(people).map(String::as_str).collect();
        words.join(" ").to_lowercase()
    }
}
