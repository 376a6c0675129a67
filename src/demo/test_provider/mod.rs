//! Providers of payments that take no money: on this machine alone, they answer as the real ones do.
//!
//! They have a page with two buttons. The demo shop's test card is paid there, and so are the payments of tests, which have it
//! misbehave too.
//!
//! What they refuse is what the real ones refuse: a request without its fields, another request under a key that was used.

mod answer;
pub mod faults;
mod hooks;
mod mollie;
mod page;
mod stripe;
mod stripe_intents;

use axum::Router;
use faults::Faults;
use std::{
    collections::BTreeMap,
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::net::TcpListener;

/// What requests to it are made with, as they would be to Stripe; anything else is refused.
pub const STRIPE_KEY: &str = "sk_test_awning";
/// What its messages are signed with.
pub const STRIPE_HOOK_KEY: &str = "whsec_awning";
/// What requests to it are made with, as they would be to Mollie.
pub const MOLLIE_KEY: &str = "test_awning";

/// Providers that listen on this machine until the program ends.
#[derive(Clone)]
pub struct TestProvider {
    address: SocketAddr,
    books: Arc<Books>,
}

/// What they know.
#[derive(Default)]
struct Books {
    payments: Mutex<BTreeMap<String, Payment>>,
    /// What was answered to each key of a request, and to what.
    answers: Mutex<BTreeMap<String, (String, serde_json::Value)>>,
    faults: Faults,
    address: Mutex<String>,
}

/// A payment at one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// What it is called.
    pub id: String,
    /// What the shop calls it.
    pub key: String,
    /// Which shop's it is.
    pub shop: String,
    /// When it began, in UNIX seconds.
    pub began_at: i64,
    /// Whose card, or account, is saved by it or charged; nobody's, if nothing is saved.
    pub customer: Option<String>,
    /// What it is for.
    pub description: String,
    /// How much is asked for, in minor units.
    pub amount: i64,
    /// ISO 4217 code, upper case.
    pub currency: String,
    /// What became of it.
    pub state: State,
    /// Where the shopper comes back to once it is paid.
    pub back: String,
    /// Where whoever goes back comes to.
    pub cancel: String,
    /// Where messages about it are sent; nowhere, if that is empty.
    pub hook: String,
    /// When it ends, in UNIX seconds.
    pub ends_at: i64,
    /// Whether the shopper's bank wants the money back.
    pub disputed: bool,
    /// What went back of it.
    pub refunds: Vec<Refund>,
}

/// Money that goes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refund {
    /// What it is called.
    pub id: String,
    /// What the shop calls it.
    pub key: String,
    /// How much, in minor units.
    pub amount: i64,
    /// How far it is.
    pub state: RefundState,
}

/// How far money is that goes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefundState {
    /// It is on its way.
    Pending,
    /// It went.
    Done,
    /// It did not.
    Failed,
}

/// What became of a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It can be paid.
    Open,
    /// The bank is at it.
    Processing,
    /// It is paid.
    Paid,
    /// It was refused for good.
    Failed,
    /// Its time was up.
    Expired,
    /// It was called off.
    CalledOff,
}

impl TestProvider {
    /// Providers that listen on a free port.
    pub async fn start() -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let books = Arc::new(Books::default());
        *locked(&books.address) = format!("http://{address}");
        let router = Router::new()
            .nest("/stripe", stripe::routes().merge(stripe_intents::routes()))
            .nest("/mollie", mollie::routes())
            .merge(page::routes())
            .with_state(Arc::clone(&books));
        tokio::spawn(async move {
            if let Err(error) = axum::serve(listener, router).await {
                tracing::error!(%error, "the test card is no more");
            }
        });
        Ok(Self { address, books })
    }

    /// Where they are asked, for the setting `test_providers`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What they do wrong from now on.
    pub fn faults(&self) -> &Faults {
        &self.books.faults
    }

    /// Forgets which requests were made before, as they do after some hours: one that is made again is another.
    pub fn forget_requests(&self) {
        locked(&self.books.answers).clear();
    }

    /// Every payment, by when it was asked for.
    pub fn payments(&self) -> Vec<Payment> {
        locked(&self.books.payments).values().cloned().collect()
    }

    /// Notes `payment` as one of theirs, which no request made.
    pub fn add(&self, payment: Payment) {
        locked(&self.books.payments).insert(payment.id.clone(), payment);
    }

    /// Changes the payment with the shop's key `key` and sends the provider's webhook; its id, or `None` if there is none.
    pub async fn change(&self, key: &str, change: impl FnOnce(&mut Payment)) -> Option<String> {
        let changed = {
            let mut payments = locked(&self.books.payments);
            let payment = payments.values_mut().find(|it| it.key == key)?;
            change(payment);
            payment.clone()
        };
        hooks::send(&self.books, &changed).await;
        Some(changed.id)
    }
}

impl Books {
    /// The answer that was given to a request with `key`, or the one that `make` makes; `Err` if the key was used for another
    /// request.
    fn once(
        &self,
        key: &str,
        asked: &str,
        make: impl FnOnce() -> serde_json::Value,
    ) -> Result<serde_json::Value, ()> {
        let mut answers = locked(&self.answers);
        match answers.get(key) {
            Some((before, answer)) if before == asked => Ok(answer.clone()),
            Some(_) => Err(()),
            None => {
                let answer = make();
                if !key.is_empty() {
                    answers.insert(key.to_owned(), (asked.to_owned(), answer.clone()));
                }
                Ok(answer)
            }
        }
    }

    fn find(&self, id: &str) -> Option<Payment> {
        locked(&self.payments).get(id).cloned()
    }

    /// Puts the payment `id` from open into `state`; `None` if it is not open.
    fn end(&self, id: &str, state: State) -> Option<Payment> {
        let mut payments = locked(&self.payments);
        let payment = payments.get_mut(id)?;
        if payment.state != State::Open {
            return None;
        }
        payment.state = state;
        Some(payment.clone())
    }

    /// Gives `amount` of the payment `id` back, which the shop calls `key`; `None` if so much was not paid.
    fn refund(&self, id: &str, key: &str, amount: i64) -> Option<Refund> {
        let mut payments = locked(&self.payments);
        let payment = payments.get_mut(id).filter(|it| it.state == State::Paid)?;
        let back = payment
            .refunds
            .iter()
            .filter(|it| it.state != RefundState::Failed);
        let back: i64 = back.map(|it| it.amount).sum();
        if amount <= 0 || back + amount > payment.amount {
            return None;
        }
        let refund = Refund {
            id: named("re_"),
            key: key.to_owned(),
            amount,
            state: self.faults.of_this_refund(),
        };
        payment.refunds.push(refund.clone());
        Some(refund)
    }

    /// Where shoppers pay `id`.
    fn page(&self, id: &str) -> String {
        format!("{}/pay/{id}", locked(&self.address))
    }
}

fn locked<T>(it: &Mutex<T>) -> MutexGuard<'_, T> {
    it.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A name that nothing else has, which begins so.
fn named(prefix: &str) -> String {
    format!("{prefix}{}", uuid::Uuid::new_v4().simple())
}
