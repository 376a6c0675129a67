//! What was typed, as the order that it would be; what is wrong stands by the name of its field.

use super::super::form_values::FormValues;
use crate::{
    account::address,
    base::{
        decimal::{self, ParseNumberError},
        error::AppError,
        money::PriceFormat,
        validate,
    },
    cart::{
        Details, LineChoices,
        by_staff::{OwnThing, StaffCart, StaffCartItem},
    },
    catalog::{self, selection::Selection},
    order::by_staff::{Payment, StaffOrder},
    pricing::{discount::DiscountValue, tax::Percent},
    request::state::AppState,
};
use std::collections::BTreeMap;

/// Most products of one order.
pub const MAX: usize = 50;
/// Most of one thing.
const MAX_OF_ONE: i64 = 9_999;
/// Rows for what is no product.
pub const OWN_ROWS: usize = 3;
/// Longest text of a line, in characters.
const MAX_LENGTH: usize = 200;
/// Longest comment, in characters.
const MAX_COMMENT_LENGTH: usize = 2_000;

/// What is wrong, by the name of the field.
pub type Problems = BTreeMap<String, String>;

/// The products of the form, each with its answers: what was typed, but for the ones that are gone.
pub async fn things(shop: &AppState, typed: &FormValues) -> Result<Vec<StaffCartItem>, AppError> {
    let count = typed.number("lines").unwrap_or_default();
    let count = usize::try_from(count).unwrap_or_default().min(MAX);
    let ids: Vec<i64> = (0..count)
        .filter_map(|n| typed.number(&format!("line.{n}.product")))
        .collect();
    let products = catalog::store::products(&shop.db.read, &ids).await?;
    let mut things = Vec::new();
    for n in 0..count {
        let id = typed.number(&format!("line.{n}.product"));
        let Some(product) = id.and_then(|id| products.get(&id)) else {
            continue;
        };
        let answer = |m: usize| {
            let given = typed
                .all(&answer_field(n, m))
                .map(str::to_owned)
                .collect::<Vec<_>>();
            given.into_iter().filter(|it| !it.is_empty()).collect()
        };
        let answers = (0..product.options.len()).map(answer).collect();
        things.push(StaffCartItem {
            product: product.clone(),
            chosen: LineChoices {
                answers,
                ..LineChoices::default()
            },
            quantity: typed
                .number(&format!("line.{n}.quantity"))
                .unwrap_or_default(),
            beyond: typed.number(&beyond_field(n)),
        });
    }
    Ok(things)
}

/// The name of the field for option `m` of line `n`.
pub fn answer_field(n: usize, m: usize) -> String {
    format!("line.{n}.answer.{m}")
}

/// The name of the box that says that more is sold of line `n` than there is; its value is how few are left.
pub fn beyond_field(n: usize) -> String {
    format!("line.{n}.beyond")
}

/// One more of the product `id`, as it is offered; `None` if there is no such product.
pub async fn more(shop: &AppState, id: i64) -> Result<Option<StaffCartItem>, AppError> {
    let product = catalog::store::product(&shop.db.read, id).await?;
    Ok(product.map(|product| StaffCartItem {
        chosen: LineChoices {
            answers: Selection::initial(&product).0,
            ..LineChoices::default()
        },
        quantity: 1,
        beyond: None,
        product,
    }))
}

/// The order that `typed` describes with these `things`, and what is wrong with it.
pub fn written(
    typed: &FormValues,
    things: Vec<StaffCartItem>,
    prices: &PriceFormat,
) -> (StaffOrder, Problems) {
    let mut problems = Problems::new();
    for (n, thing) in things.iter().enumerate() {
        if !(1..=MAX_OF_ONE).contains(&thing.quantity) {
            problems.insert(format!("line.{n}.quantity"), "How many?".to_owned());
        }
    }
    let things = things.into_iter().map(|thing| StaffCartItem {
        quantity: thing.quantity.clamp(0, MAX_OF_ONE),
        ..thing
    });
    let own = (0..OWN_ROWS).filter_map(|n| own(typed, n, prices, &mut problems));
    let own: Vec<OwnThing> = own.collect();
    let off = off(typed, prices, &mut problems);
    let is_own_sending = typed.get("delivery") == "own";
    let shipping = is_own_sending.then(|| {
        let price = prices.typed(typed.get("sending_price"));
        price.ok().filter(|it| *it >= 0).unwrap_or_else(|| {
            let wrong = unread(price, "What does sending it cost? 0 is nothing.");
            problems.insert("sending_price".to_owned(), wrong);
            0
        })
    });
    let sending = line(typed, "sending");
    if is_own_sending && sending.is_empty() {
        let wrong = "What is it called, such as: by our van?".to_owned();
        problems.insert("sending".to_owned(), wrong);
    }
    let (payment, method) = match typed.get("payment").split_once(':') {
        Some(("paid", title)) => (Payment::Paid(cut(title)), String::new()),
        Some(("due", id)) => (Payment::Due, id.to_owned()),
        _ => (Payment::Due, String::new()),
    };
    let email = match typed.get("email").trim() {
        "" => String::new(),
        email => validate::mailbox(email).unwrap_or_else(|| {
            let wrong = "That is no e-mail address we could write to.".to_owned();
            problems.insert("email".to_owned(), wrong);
            String::new()
        }),
    };
    let extra = typed.pairs.iter().filter_map(|(name, value)| {
        let key = name.strip_prefix("extra.")?;
        Some((key.to_owned(), cut(value)))
    });
    let details = Details {
        email,
        comments: typed
            .get("comments")
            .chars()
            .take(MAX_COMMENT_LENGTH)
            .collect(),
        coupon: line(typed, "coupon"),
        shipping: address::typed(|name| typed.get(name)),
        delivery: match is_own_sending {
            true => String::new(),
            false => typed.get("delivery").to_owned(),
        },
        payment: method,
        agreed: true,
        extra: extra.collect(),
        ..Details::default()
    };
    let cart = StaffCart {
        things: things.collect(),
        own,
        off,
        shipping,
        details,
    };
    let written = StaffOrder {
        number: typed.get("number").to_owned(),
        cart,
        sending,
        payment,
    };
    (written, problems)
}

/// Why an amount is not taken: that it may be two, or else `plain`.
fn unread(read: Result<i64, ParseNumberError>, plain: &str) -> String {
    match read {
        Err(ParseNumberError::Unclear) => ParseNumberError::Unclear.of_amount().to_owned(),
        _ => plain.to_owned(),
    }
}

fn cut(text: &str) -> String {
    text.trim().chars().take(MAX_LENGTH).collect()
}

fn line(typed: &FormValues, name: &str) -> String {
    cut(typed.get(name))
}

/// What is no product, in row `n`; nothing if the row is empty.
fn own(
    typed: &FormValues,
    n: usize,
    prices: &PriceFormat,
    problems: &mut Problems,
) -> Option<OwnThing> {
    let field = |name: &str| format!("own.{n}.{name}");
    let name = line(typed, &field("name"));
    let price = typed.get(&field("price")).trim();
    if name.is_empty() && price.is_empty() {
        return None;
    }
    if name.is_empty() {
        problems.insert(field("name"), "What is it?".to_owned());
    }
    let read = prices.typed(price);
    let parsed = read.ok().filter(|it| *it >= 0);
    if parsed.is_none() {
        problems.insert(field("price"), unread(read, "What does one cost?"));
    }
    let quantity = match typed.get(&field("quantity")).trim() {
        "" => 1,
        text => text.parse().unwrap_or_default(),
    };
    if !(1..=MAX_OF_ONE).contains(&quantity) {
        problems.insert(field("quantity"), "How many?".to_owned());
    }
    Some(OwnThing {
        name,
        price: parsed.unwrap_or_default(),
        quantity: quantity.clamp(0, MAX_OF_ONE),
        is_taxed: typed.get(&field("untaxed")) != "yes",
    })
}

/// What is taken off, and why.
fn off(
    typed: &FormValues,
    prices: &PriceFormat,
    problems: &mut Problems,
) -> Option<(DiscountValue, String)> {
    let (amount, why) = (typed.get("off").trim(), line(typed, "off_why"));
    if amount.is_empty() {
        return None;
    }
    let off = match amount.strip_suffix('%') {
        Some(share) => {
            let share = decimal::plain(share, 2).ok();
            let share = share.and_then(|it| Percent::try_from(it).ok());
            share.map(DiscountValue::Percent)
        }
        None => prices
            .typed(amount)
            .ok()
            .filter(|it| *it > 0)
            .map(|it| prices.plain(it))
            .and_then(|it| it.try_into().ok())
            .map(DiscountValue::Amount),
    };
    if off.is_none() {
        let wrong = "An amount such as 5.00, or a share such as 10 %.";
        let wrong = unread(prices.typed(amount), wrong);
        problems.insert("off".to_owned(), wrong);
    }
    if why.is_empty() {
        let wrong = "Why? It stands on the order and the invoice.".to_owned();
        problems.insert("off_why".to_owned(), wrong);
    }
    off.map(|off| (off, why))
}
