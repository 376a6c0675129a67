//! What the e-mails that are shown are about: an order with products of the shop, by nobody who lives.

use crate::{
    account::{
        email_proof::{Proof, Secrets},
        emails::EmailContext,
    },
    base::{
        countries,
        date::{self, DAY},
        error::AppError,
        language::LanguageCode,
        paths::ShopPath,
        person::Person,
        translated::Translated,
    },
    cart::{self, CartContext, Details},
    catalog::{
        self, Product,
        link::Links,
        snapshot::CatalogSnapshot,
        store::entity::review::{self, ReviewStatus},
    },
    contact::entity::{Status, thread},
    order::{
        OrderDocument,
        downloads::Download,
        emails::About,
        entity::order,
        status::{FulfillmentStatus, WithdrawalState},
    },
    platform::{config::Config, cookies::Token, link_key::LinkKey, shop_view::ShopView},
    pricing::payment::PaymentStatus,
    request::state::AppState,
    subscription::entity::{SubscriptionStatus, subscription},
    text::{Language, Languages},
};
use std::sync::Arc;

/// Who ordered.
const SHOPPER: &str = "shopper@example.com";
/// Number of the order.
const NUMBER: &str = "SAMPLE22";
/// What a product costs that is in no catalogue, in whole units of the currency.
const PRICE: f64 = 12.0;

/// An order of nobody, and what else e-mails are about.
pub struct Sample {
    /// The settings.
    pub config: Config,
    /// The language that it is written in.
    pub code: LanguageCode,
    /// Scheme and host of the shop.
    pub origin: String,
    /// The moment it is.
    pub now: i64,
    /// What was ordered.
    pub document: OrderDocument,
    /// The order.
    pub order: order::Model,
    /// A subscription to the first thing of it.
    pub subscription: subscription::Model,
    /// What links are signed with: they open nothing.
    pub key: LinkKey,
    /// What proves an address: of nobody's.
    pub secrets: Secrets,
    /// The first product of the order, and where it is.
    pub product: (Product, String),
    /// A review of it.
    pub review: review::Model,
    /// A question about it.
    pub thread: thread::Model,
    /// A file that comes with an order.
    pub file: Download,
}

impl Sample {
    /// What e-mails of `shop`, which shoppers know at `origin`, are about, in the language `code`.
    pub async fn read(
        shop: &AppState,
        origin: String,
        code: LanguageCode,
    ) -> Result<Self, AppError> {
        let snapshot = shop.catalog.snapshot();
        let products = products(shop, &snapshot).await?;
        Self::of(
            shop.config.clone(),
            origin,
            code,
            products,
            &snapshot,
            shop.links(),
        )
    }

    fn of(
        config: Config,
        origin: String,
        code: LanguageCode,
        products: Vec<Product>,
        snapshot: &Arc<CatalogSnapshot>,
        links: Links,
    ) -> Result<Self, AppError> {
        let (language, now) = (config.language(code), date::now());
        let document = document(&config, language, &origin, &products, snapshot, links);
        let token = || Token::random().map_err(AppError::internal);
        let order = order(&document, now, token()?.hash());
        let product = products.into_iter().next().ok_or(AppError::Internal)?;
        let path = snapshot.card(product.id).map(|card| links.product(card));
        let link = format!("{origin}{}", path.unwrap_or_default());
        Ok(Self {
            subscription: subscription(&order, now),
            key: LinkKey::of_nothing()?,
            secrets: Secrets {
                link: token()?,
                code: "123456".to_owned(),
                browser: token()?,
            },
            review: review(product.id, code, now),
            thread: thread(&product, code, now),
            product: (product, link),
            file: Download {
                name: "guide.pdf".to_owned(),
                size: 1_000_000,
                path: Some(format!("/download/{NUMBER}")),
                left: None,
                until: date::day(now + 30 * DAY),
            },
            config,
            code,
            origin,
            now,
            document,
            order,
        })
    }

    /// This sample with its interface texts taken from `spoken`.
    pub fn in_words(mut self, spoken: &Languages) -> Self {
        self.config.spoken = spoken.clone();
        self
    }

    /// The language that it is written in.
    pub fn language(&self) -> Language {
        self.config.language(self.code)
    }

    /// Who writes about accounts.
    pub fn sender(&self) -> EmailContext<'_> {
        EmailContext {
            language: self.language(),
            shop: &self.config.store_name,
            origin: &self.origin,
            zone: &self.config.time_zone,
        }
    }

    /// What a code is asked for: an order's too, where it `has_order`.
    pub fn proof(&self, has_order: bool) -> Proof {
        let number = if has_order { NUMBER } else { "" };
        Proof {
            email: SHOPPER.to_owned(),
            order: number.to_owned(),
            ..Proof::default()
        }
    }

    /// What e-mails about the order are made of.
    pub fn about(&self) -> About<'_> {
        (&self.order, &self.document, &self.config)
    }

    /// Name of the product in the shop's own language.
    pub fn product_name(&self) -> &str {
        self.product.0.name.get(self.config.store_language.code())
    }

    /// Where who asked reads the answer.
    pub fn thread_link(&self) -> String {
        let page = ShopPath::Questions.text();
        format!(
            "{}{page}?id=1&token={}",
            self.origin,
            self.secrets.link.text()
        )
    }

    /// Number of the invoice, if the shop writes any.
    pub fn invoice(&self) -> Option<String> {
        let number = format!("{}00001", self.config.invoice_prefix);
        self.config.seller.is_known().then_some(number)
    }
}

/// The first two products of the shop that can be bought; if there are none, one that is not in it.
async fn products(shop: &AppState, snapshot: &CatalogSnapshot) -> Result<Vec<Product>, AppError> {
    let sold = snapshot
        .cards()
        .filter(|card| snapshot.is_in_stock(card.id));
    let ids: Vec<i64> = sold.take(2).map(|card| card.id).collect();
    let mut found = catalog::store::products(&shop.db.read, &ids).await?;
    let mut products: Vec<Product> = ids.iter().filter_map(|id| found.remove(id)).collect();
    if products.is_empty() {
        let prices = &shop.shop.prices;
        products.push(Product {
            name: Translated::one("", "Something of yours"),
            price: prices.rounded(PRICE),
            weight: Some(100),
            enabled: true,
            ..Product::default()
        });
    }
    Ok(products)
}

fn document(
    config: &Config,
    language: Language,
    origin: &str,
    products: &[Product],
    snapshot: &Arc<CatalogSnapshot>,
    links: Links,
) -> OrderDocument {
    let shop = config.shop();
    let prices = shop.prices.clone();
    let own = language.prices(&config.currency).unwrap_or(prices.clone());
    let context = CartContext {
        owner: None,
        session: None,
        language,
        config,
        prices: &prices,
        snapshot: Arc::clone(snapshot),
        links,
    };
    let least = |product: &Product| product.min_quantity.unwrap_or(1);
    let things: Vec<_> = products.iter().map(|it| (it.clone(), least(it))).collect();
    let shipping = countries::completed(Person {
        name: "Alex Example".to_owned(),
        street: "1 Sample Street".to_owned(),
        city: "Sampletown".to_owned(),
        postal_code: "12345".to_owned(),
        country_code: config.store_country.clone(),
        ..Person::default()
    });
    let sample = cart::sample::Sample {
        things: &things,
        details: Details {
            email: SHOPPER.to_owned(),
            shipping,
            ..Details::default()
        },
        buyer: cart::Buyer::default(),
        used: 0,
    };
    let view = ShopView {
        prices: &own,
        language,
        origin,
        weight: shop.weight,
    };
    OrderDocument::of(&sample.cart(&context), &view)
}

fn order(document: &OrderDocument, now: i64, secret_hash: Vec<u8>) -> order::Model {
    order::Model {
        id: 0,
        public_id: NUMBER.to_owned(),
        secret_hash,
        customer_id: None,
        email: SHOPPER.to_owned(),
        placed_at: now,
        payment_status: PaymentStatus::AwaitingPayment,
        fulfillment_status: FulfillmentStatus::AwaitingProcessing,
        total: document.totals.total,
        words: String::new(),
        document: String::new(),
        announced: true,
        withdrawn_at: None,
        withdrawal: WithdrawalState::Open,
        paid_at: None,
        shipped_at: None,
        is_delivered: false,
        paid_later: false,
        payment_method: String::new(),
        delivery_method: String::new(),
        country: String::new(),
        tracking_number: "1234567890".to_owned(),
        carrier: "DHL".to_owned(),
    }
    .listed_by(document)
}

fn subscription(order: &order::Model, now: i64) -> subscription::Model {
    subscription::Model {
        id: 1,
        order_id: order.id,
        item: 0,
        customer_id: None,
        email: order.email.clone(),
        status: SubscriptionStatus::Active,
        unit: "MONTH".to_owned(),
        count: 1,
        started_at: now,
        cycle: 1,
        next_at: now + 30 * DAY,
        due_at: now + 30 * DAY,
        trouble: None,
        ended_at: None,
        document: String::new(),
    }
}

fn thread(product: &Product, code: LanguageCode, now: i64) -> thread::Model {
    thread::Model {
        id: 1,
        status: Status::Open,
        subject: product.name.get(code.code()).to_owned(),
        name: "Alex Example".to_owned(),
        email: SHOPPER.to_owned(),
        language: code.to_string(),
        customer_id: None,
        order_id: None,
        product_id: Some(product.id),
        words: String::new(),
        created_at: now,
        last_at: now,
        version: 0,
    }
}

fn review(product: i64, code: LanguageCode, now: i64) -> review::Model {
    review::Model {
        id: 1,
        product_id: product,
        buyer: SHOPPER.to_owned(),
        customer_id: None,
        order_id: None,
        stars: 5,
        title: "As good as it looks".to_owned(),
        text: "I would buy it again.".to_owned(),
        name: "Alex".to_owned(),
        language: code.to_string(),
        status: ReviewStatus::Pending,
        created_at: now,
        changed_at: now,
    }
}
