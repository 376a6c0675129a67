//! One reminder of one cart: decided, noted and posted in one transaction, so that of two instances one sends it.

use super::{
    eligibility::{self, ReminderStatus},
    emails::{self, Reminder},
    entity::reminder,
    link::{self, BACK, STOP},
};
use crate::{
    account::{customers::group, entity::customer},
    base::{error::AppError, language::LanguageCode},
    cart::{self, Buyer, Cart, CartContext, CartRow, Line, ReminderConsent, abandoned, object},
    platform::{
        audit::{self, Actor, Entry},
        config::Config,
        db::retried,
        link_key::LinkKey,
        mail::{self, Email, Posting, Subject},
    },
    request::state::AppState,
    text::Language,
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ConnectionTrait, DatabaseTransaction, EntityTrait,
};

/// What the log calls it.
pub const REMIND: &str = "cart.remind";

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reminded {
    /// The e-mail is on its way.
    Sent,
    /// It is not, for this reason.
    Not(ReminderStatus),
    /// Nothing of the cart can be bought just now.
    Empty,
    /// It changed since whoever asks saw it.
    Changed,
    /// There is no such cart any more.
    Gone,
}

/// Somebody of the staff who sends a reminder now, of a cart as it was when they saw it.
pub struct ByHand<'a> {
    /// Who.
    pub actor: &'a Actor,
    /// When what they saw was changed last.
    pub version: i64,
}

/// Sends the reminder of the cart `id`, if it is due; `by_hand`, it need not be.
pub async fn remind(
    shop: &AppState,
    id: i64,
    by_hand: Option<&ByHand<'_>>,
    now: i64,
) -> Result<Reminded, AppError> {
    let key = LinkKey::of_shop(&shop.db).await?;
    let came = retried(|| attempt(shop, &key, id, by_hand, now)).await?;
    if came == Reminded::Sent {
        shop.job_waits.notify_one();
    }
    Ok(came)
}

async fn attempt(
    shop: &AppState,
    key: &LinkKey,
    id: i64,
    by_hand: Option<&ByHand<'_>>,
    now: i64,
) -> Result<Reminded, AppError> {
    let tx = shop.db.begin().await?;
    // Of two instances, or two clicks, the second waits here and finds that it is sent.
    let Some(cart) = abandoned::to_change(&tx, id).await? else {
        return Ok(Reminded::Gone);
    };
    let carts = std::slice::from_ref(&cart);
    let standing = eligibility::all(&tx, &shop.config, key, carts, now).await?;
    let standing = standing.into_iter().next().ok_or(AppError::Internal)?;
    let may = match by_hand {
        Some(_) => standing.may_be_sent(),
        None => standing == ReminderStatus::Due,
    };
    let (Some(consent), true) = (eligibility::consent(&cart), may) else {
        return Ok(Reminded::Not(standing));
    };
    if by_hand.is_some_and(|it| it.version != cart.updated_at) {
        return Ok(Reminded::Changed);
    }
    if !send(&tx, shop, key, &cart, &consent, now).await? {
        return Ok(Reminded::Empty);
    }
    if let Some(by) = by_hand {
        let entry = Entry {
            verb: REMIND,
            target: &cart.public_id,
            before: None,
            after: None,
        };
        audit::record(&tx, by.actor, entry, now).await?;
    }
    tx.commit().await?;
    Ok(Reminded::Sent)
}

/// Notes the reminder and posts it; `false` if there is nothing in the cart that can be bought.
async fn send(
    tx: &DatabaseTransaction,
    shop: &AppState,
    key: &LinkKey,
    cart: &CartRow,
    consent: &ReminderConsent,
    now: i64,
) -> Result<bool, AppError> {
    let lines = cart::store::plain_lines(tx, cart.id).await?;
    let config = &shop.config;
    let code = LanguageCode::of(&consent.language).unwrap_or(config.store_language);
    let language = config.language(code);
    let current = current_cart(tx, shop, language, cart.customer_id, &lines).await?;
    if current.is_empty() {
        return Ok(false);
    }
    let row = reminder::ActiveModel {
        id: NotSet,
        cart_id: Set(cart.id),
        recipient: Set(link::recipient(key, &consent.email)),
        lines: Set(serde_json::to_string(&lines).map_err(AppError::internal)?),
        sent_at: Set(now),
        order_id: Set(None),
        recovered_at: Set(None),
        currency: Set(String::new()),
    };
    let id = reminder::Entity::insert(row).exec(tx).await?.last_insert_id;
    if !abandoned::note_reminder(tx, cart, cart::store::details(cart), id).await? {
        return Err(AppError::Contended);
    }
    let origin = match config.public_url.as_str() {
        "" => &consent.origin,
        url => url,
    };
    let stop = format!("{origin}{}", link::link(key, STOP, id));
    let back = format!("{origin}{}", link::link(key, BACK, id));
    let email = email(&current, language, config, back, stop.clone())?;
    let due = mail::next_due(tx, Subject::Other, &consent.email, now).await?;
    let posting = Posting::to(&consent.email, now).due(due).until(&stop);
    mail::enqueue(tx, posting, email).await?;
    Ok(true)
}

/// The cart of `lines` as the shop calculates it at this moment for the customer of this id, or for a guest.
pub async fn current_cart(
    db: &impl ConnectionTrait,
    shop: &AppState,
    language: Language,
    customer: Option<i64>,
    lines: &[cart::store::Line],
) -> Result<Cart, AppError> {
    let context = CartContext {
        owner: None,
        session: None,
        language,
        config: &shop.config,
        prices: &shop.shop.prices,
        snapshot: shop.catalog.snapshot(),
        links: shop.links(),
    };
    let customer: Option<customer::Model> = match customer {
        Some(id) => customer::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    let group = match customer.as_ref().and_then(|it| it.group_id) {
        Some(id) => group::find(db, id).await?,
        None => None,
    };
    let buyer = customer.as_ref().map(|it| Buyer {
        group: group.as_ref().map(|group| group.name.as_str()),
        is_exempt: it.is_exempt,
        tax_id: &it.tax_id,
    });
    Cart::of_lines(db, &context, lines, buyer.unwrap_or_default()).await
}

/// How many of what, with its options, in `language`.
pub fn named(line: &Line, language: Language) -> String {
    let options = object::options(line, language.code());
    let options = options
        .iter()
        .map(|(key, value)| format!("{key}: {}", value.as_str().unwrap_or_default()));
    let options = options.collect::<Vec<_>>().join("; ");
    let name = line.product.name.get(language.code());
    match options.as_str() {
        "" => format!("{} × {name}", line.wanted),
        options => format!("{} × {name} ({options})", line.wanted),
    }
}

/// The e-mail about `cart`, with the links `back` to it and to `stop` reminders.
pub fn email(
    cart: &Cart,
    language: Language,
    config: &Config,
    back: String,
    stop: String,
) -> Result<Email, AppError> {
    let prices = config.shop().prices.in_style(language.numbers());
    // Of what there are fewer by now, there are as many as can be had.
    let item = |line: &Line| {
        let there = Line {
            wanted: line.quantity,
            ..line.clone()
        };
        let price = prices.minor(line.price * line.quantity);
        (named(&there, language), price)
    };
    let reminder = Reminder {
        items: cart.sold().map(item).collect(),
        total: prices.minor(cart.totals.items),
        link: back,
        stop,
    };
    emails::reminder(language, config, &reminder)
}
