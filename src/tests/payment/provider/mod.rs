//! Payments by a provider, of which the tests have one that misbehaves on request: what goes wrong between two servers, each with
//! what must come of it all the same.

mod charges;
mod compare;
mod hooks;
mod late_money;
mod lost_answers;
mod not_placed_email;
mod pay_later;
mod provider_pages;
mod returns;

use crate::{
    admin::support::Office,
    support::checkout::{ADDRESS, field, selling_with},
    support::{Answer, Browser},
};
use awning::{
    base::date,
    demo::test_provider::{MOLLIE_KEY, Payment, STRIPE_HOOK_KEY, STRIPE_KEY, State, TestProvider},
    order::payment::{
        self,
        provider::{Keys, Name},
    },
    platform::{
        config::{Config, ProviderName, ReadyProvider, SettingSources},
        db::statement,
        jobs::{Work, Worker},
    },
    pricing::payment::Method,
};
use sea_orm::ConnectionTrait;
use std::sync::Arc;
use tokio::net::TcpListener;

/// Minutes, in seconds.
const MINUTE: i64 = 60;
pub const STOCK: &str = "SELECT stock FROM products WHERE id = 1201";
pub const EMAILS: &str = "SELECT count(*) FROM letters WHERE recipient = 'ada@example.com'";
pub const USES: &str = "SELECT coalesce(sum(orders), 0) FROM coupon_uses";
pub const PAID: &str = "SELECT count(*) FROM orders WHERE payment_status = 'PAID'";
const METHODS: &str = r#"
payment = [
  { id = "bank", title = { en = "Bank transfer" } },
  { id = "card", title = { en = "Card" }, provider = "stripe" },
  { id = "ideal", title = { en = "iDEAL" }, provider = "mollie" },
]
"#;

/// A shop that can be told things, its back office, and its providers.
pub struct PayShop {
    pub office: Office,
    pub provider: TestProvider,
}

/// A shop that sells seven mugs, paid at providers that take no money.
pub async fn pay_shop() -> PayShop {
    let provider = TestProvider::start().await.expect("providers");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let url = provider.url();
    let shop = selling_with(|config| {
        set_up(config, &url);
        config.public_url = format!("http://{address}");
        config.plain_http = true;
    })
    .await;
    for (name, key, hook) in [
        (ProviderName::Stripe, STRIPE_KEY, STRIPE_HOOK_KEY),
        (ProviderName::Mollie, MOLLIE_KEY, ""),
    ] {
        for (which, key) in [(Name::Secret, key), (Name::Hook, hook)] {
            let kept = Keys::keep(&shop.db.write, name, which, key).await;
            kept.expect("kept");
        }
    }
    let ready = ProviderName::ALL.map(|name| ReadyProvider {
        name,
        is_test: true,
    });
    shop.state
        .set_ready_providers(ready.to_vec())
        .expect("ready");
    let router = shop.router.clone();
    tokio::spawn(async move { axum::serve(listener, router).await });
    PayShop {
        office: Office::of(shop, SettingSources::default()),
        provider,
    }
}

fn set_up(config: &mut Config, url: &str) {
    let mut table = METHODS.parse::<toml::Table>().expect("TOML");
    let methods = table.remove("payment").expect("methods");
    config.payment = methods.try_into().expect("methods");
    config.test_payments = true;
    config.test_providers = url.to_owned();
}

impl PayShop {
    /// Puts a mug into the cart, with a coupon, and answers everything but how to pay.
    pub async fn ready_to_pay(&self) -> Browser {
        self.ready_to_pay_in(self.office.shop.browser()).await
    }

    /// Puts a mug into the cart of `browser`, with a coupon, and answers everything but how to pay.
    pub async fn ready_to_pay_in(&self, mut browser: Browser) -> Browser {
        browser.post("cart/add", &[("product", "1201")]).await;
        browser.post("cart/coupon", &[("coupon", "INK10")]).await;
        self.answered(browser).await
    }

    /// Answers everything but how to pay, for what is in the cart of this `browser`.
    pub async fn answered(&self, mut browser: Browser) -> Browser {
        for (endpoint, form) in [
            ("cart/checkout", vec![("email", "ada@example.com")]),
            ("checkout/address", ADDRESS.to_vec()),
            ("checkout/shipping", vec![("delivery", "post")]),
        ] {
            browser.post(endpoint, &form).await;
        }
        browser
    }

    /// Orders a mug, to be paid by `method`; the browser, and the number of the order.
    pub async fn ordered(&self, method: &str) -> (Browser, String) {
        let mut browser = self.ready_to_pay().await;
        let number = self.order(&mut browser, method).await;
        (browser, number)
    }

    /// Clicks the last button; the number of the order that is to be paid.
    pub async fn order(&self, browser: &mut Browser, method: &str) -> String {
        let answer = buy(browser, method).await;
        let to = answer.header("location").to_owned();
        let number = to.strip_prefix("/checkout/result?order=");
        let number = number.unwrap_or_else(|| panic!("nothing to pay: {} {to}", answer.status));
        number.trim_end_matches("&pay").to_owned()
    }

    /// What the page of the last step asks for, in minor units.
    pub async fn total(&self, browser: &mut Browser) -> i64 {
        let page = browser.get("/checkout/payment").await.body;
        field(&page, "total").parse().expect("a number")
    }

    /// Goes on with the way to pay `id` set otherwise.
    pub fn set_method(&self, id: &str, change: impl FnOnce(&mut Method)) {
        let state = &self.office.shop.state;
        let mut config = state.current().config.clone();
        let mut methods = config.payment.iter_mut();
        change(methods.find(|it| it.id == id).expect("a method"));
        state.set_config(config).expect("settings");
    }

    /// The payment that the providers know latest.
    pub async fn latest(&self) -> Payment {
        let latest = "SELECT key FROM payments ORDER BY id DESC LIMIT 1";
        let (known, ours) = (self.provider.payments(), self.text(latest).await);
        known.into_iter().find(|it| it.key == ours).expect("one")
    }

    /// What `sql` says.
    pub async fn text(&self, sql: &str) -> String {
        let db = &self.office.shop.db.read;
        let row = db.query_one_raw(statement(db, sql, [])).await;
        let row = row.expect("a query").expect("a row");
        row.try_get_by_index(0).expect("text")
    }

    /// The one payment that the providers know.
    pub fn payment(&self) -> Payment {
        let payments = self.provider.payments();
        assert_eq!(payments.len(), 1, "one payment");
        payments.into_iter().next().expect("one")
    }

    /// The provider has it so from now on, and says that there is news.
    pub async fn becomes(&self, state: State) {
        let key = self.payment().key;
        let told = self.provider.change(&key, |it| it.state = state).await;
        told.expect("a payment");
    }

    /// Does the payment jobs that are due now: provider messages, refunds and notices of failure; returns the number of tries.
    pub async fn work_off(&self) -> usize {
        self.work_off_at(date::now()).await
    }

    /// Does the payment jobs that are due at `now`, in UNIX seconds; returns the number of tries.
    pub async fn work_off_at(&self, now: i64) -> usize {
        let state = &self.office.shop.state;
        let works: Vec<Box<dyn Work>> = vec![
            Box::new(payment::WebhookReceived(state.clone())),
            Box::new(payment::repayments::GiveBack(state.clone())),
            Box::new(payment::NotifyOfFailure(state.clone())),
        ];
        let worker = Worker::new(self.office.shop.db.clone(), works, Arc::new(move || now));
        worker.work_off().await.expect("the database works")
    }

    /// Sweeps as if so many `seconds` had passed.
    pub async fn sweep_in(&self, seconds: i64) -> usize {
        let services = self.office.shop.state.current().services();
        let swept = payment::sweep(&services, date::now() + seconds).await;
        swept.expect("the database works")
    }

    /// How the payment stands for the shop.
    pub async fn state(&self) -> String {
        for state in [
            "STARTED",
            "WAITING",
            "PROCESSING",
            "PAID",
            "FAILED",
            "EXPIRED",
            "CANCELLED",
            "PAID_LATE",
            "MISMATCH",
            "RETURNED",
            "RETURNED",
        ] {
            let sql = format!("SELECT count(*) FROM payments WHERE state = '{state}'");
            if self.office.shop.count(&sql).await > 0 {
                return state.to_owned();
            }
        }
        "none".to_owned()
    }

    /// Stock, uses of the coupon, paid orders and e-mails to the shopper.
    pub async fn books(&self) -> (i64, i64, i64, i64) {
        let count = |sql| self.office.shop.count(sql);
        (
            count(STOCK).await,
            count(USES).await,
            count(PAID).await,
            count(EMAILS).await,
        )
    }
}

/// What a sold mug leaves in the books: one less, the coupon used, one order paid, one e-mail.
pub const SOLD: (i64, i64, i64, i64) = (6, 1, 1, 1);
/// What a mug leaves in the books while its payment is pending: one less, the coupon used, nothing paid, no e-mail.
pub const HELD: (i64, i64, i64, i64) = (6, 1, 0, 0);
/// As if nothing had been.
pub const BACK: (i64, i64, i64, i64) = (7, 0, 0, 0);

/// Clicks the last button of the page as it is shown, with `method` chosen.
pub async fn buy(browser: &mut Browser, method: &str) -> Answer {
    let page = browser.get("/checkout/payment").await.body;
    let (key, total) = (field(&page, "key"), field(&page, "total"));
    let form = [
        ("key", key.as_str()),
        ("total", &total),
        ("payment", method),
    ];
    browser.post("checkout/place", &form).await
}

/// Where the payment of the order `number` is waited for.
pub fn result(number: &str) -> String {
    format!("/checkout/result?order={number}")
}

/// Where the order `number` is thanked for.
pub fn thanks(number: &str) -> String {
    format!("/checkout/order-confirmation?order={number}")
}
