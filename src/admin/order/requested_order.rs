//! The order that a request is about, and what every form about it carries.

use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        orders::query,
        request::{AdminRequest, redirect_with_flash},
    },
    labels,
};
use crate::{
    base::{date, error::AppError, money::PriceFormat, url},
    order::{
        emails,
        full_order::{FullOrder, OrderVersion},
        inbox::list::{self, KeysetCursor},
        payment::repayments,
        staff_actions::{self, ActionSource, Verb},
        status_machine::OrderActionError,
    },
};
use axum::{http::StatusCode, response::Response};
use leptos::prelude::*;
use nanoid::nanoid;

/// Longest name of a form that is kept.
const MAX_LENGTH: usize = 64;

/// An order, and how one came to it.
#[derive(Clone)]
pub struct RequestedOrder {
    /// The order.
    pub whole: FullOrder,
    /// How its amounts are written.
    pub prices: PriceFormat,
    /// The query of the list that one came from; empty if one came otherwise.
    pub list: String,
    /// Whether a provider sends back what is refunded; else the merchant does.
    pub is_refunded_by_provider: bool,
}

/// Another order of the list.
pub struct NeighbourOrder {
    /// The one before.
    pub previous: Option<String>,
    /// The one behind.
    pub next: Option<String>,
}

impl RequestedOrder {
    /// The order `number`, or the page that says that there is none.
    pub async fn read(
        request: &AdminRequest,
        number: &str,
        typed: &FormValues,
    ) -> Result<Result<Self, Response>, AppError> {
        let shop = &request.state.shop;
        // What was done a moment ago is in it, wherever a copy of the database is read.
        let found = FullOrder::read(&shop.db.read, &number.to_uppercase()).await?;
        let Some(whole) = found else {
            return Ok(Err(missing(request)));
        };
        let language = shop.config.own_language();
        let prices = emails::prices(&whole.document, &shop.config.shop(), language);
        // Only a list of ours leads back.
        let filter = query::read(
            &FormValues::read(typed.get("list").as_bytes()),
            &shop.shop.prices,
        );
        let list = match typed.get("list") {
            "" => String::new(),
            _ => query::write(&filter, &shop.shop.prices),
        };
        let id = whole.order.id;
        Ok(Ok(Self {
            is_refunded_by_provider: repayments::by_provider(&shop.db.read, id).await?,
            whole,
            prices,
            list,
        }))
    }

    /// Its number.
    pub fn number(&self) -> &str {
        &self.whole.order.public_id
    }

    /// The path of its page, or of something below that.
    pub fn path(&self, below: &str) -> String {
        format!("/orders/{}{below}", self.number())
    }

    /// The path of its page, or of something below that, with the list that staff came from in the query.
    pub fn link(&self, below: &str) -> String {
        match self.list.as_str() {
            "" => self.path(below),
            list => format!("{}?list={}", self.path(below), url::encoded(list)),
        }
    }

    /// Leads back to its page, where `said` is shown.
    pub fn back(&self, said: AdminFlash) -> Response {
        redirect_with_flash(&self.link(""), said)
    }

    /// `amount` as it is written.
    pub fn money(&self, amount: i64) -> String {
        self.prices.minor(amount)
    }

    /// The orders beside it in the list that one came from.
    pub async fn neighbours(
        &self,
        request: &AdminRequest,
    ) -> Result<Option<NeighbourOrder>, AppError> {
        if self.list.is_empty() {
            return Ok(None);
        }
        let shop = &request.state.shop;
        let filter = query::read(&FormValues::read(self.list.as_bytes()), &shop.shop.prices);
        let order = &self.whole.order;
        let place = KeysetCursor {
            value: order.placed_at,
            id: order.id,
        };
        let zone = &shop.config.time_zone;
        let [previous, next] = list::neighbours(&shop.db.read, &filter, zone, place).await?;
        Ok(Some(NeighbourOrder { previous, next }))
    }

    /// What a form about it carries besides what is typed: what it is known by, what it showed, and the list.
    pub fn carried(&self) -> AnyView {
        let (form, saw) = (nanoid!(), self.whole.seen().text());
        let list = (!self.list.is_empty())
            .then(|| view! { <input type="hidden" name="list" value=self.list.clone()/> });
        view! {
            <input type="hidden" name="form" value=form/>
            <input type="hidden" name="saw" value=saw/>
            {list}
        }
        .into_any()
    }

    /// A button that does something at once.
    pub fn at_once(&self, below: &str, name: &'static str, class: &'static str) -> AnyView {
        view! {
            <form method="post" action=self.path(below)>
                {self.carried()}
                <button class=class type="submit">{name}</button>
            </form>
        }
        .into_any()
    }

    /// The way back to its page.
    pub fn way_back(&self) -> AnyView {
        let name = format!("Back to order {}", self.number());
        view! { <p><a class="button button--plain" href=self.link("")>{name}</a></p> }.into_any()
    }

    /// Why nothing was done: if it is another way than a form showed, how it was and how it is.
    pub fn refused(&self, typed: &FormValues, why: OrderActionError) -> AnyView {
        let changed =
            OrderVersion::parse(typed.get("saw")).filter(|_| why == OrderActionError::Changed);
        let both = changed.map(|saw| {
            let [saw, is] = [saw, self.whole.seen()].map(|it| labels::standing(&it, self));
            view! {
                <dl class="facts"><dt>"You saw"</dt><dd><del>{saw}</del></dd><dt>"It is now"</dt><dd><ins>{is}</ins></dd></dl>
                <p>"Nothing was done. What you typed is still here: look at it once more, and send it again."</p>
            }
        });
        view! {
            <div class="notice" role="alert"><p>{labels::refused(why)}</p>{both}</div>
        }
        .into_any()
    }
}

/// The page for an order that is not there.
fn missing(request: &AdminRequest) -> Response {
    let view =
        view! { <p>"There is no such order."</p><p><a href="/orders">"Back to the orders"</a></p> };
    request.page_with(StatusCode::NOT_FOUND, "No such order", view)
}

/// The name of the form in `typed`.
pub fn form_of(typed: &FormValues) -> String {
    typed.get("form").chars().take(MAX_LENGTH).collect()
}

/// Does `verb` to `found` as `typed` says that it was seen, and lets jobs begin.
pub async fn apply(
    request: &AdminRequest,
    found: &RequestedOrder,
    verb: &Verb,
    typed: &FormValues,
) -> Result<Result<(), OrderActionError>, AppError> {
    let shop = &request.state.shop;
    let (saw, form, actor) = (
        OrderVersion::parse(typed.get("saw")),
        form_of(typed),
        request.actor(),
    );
    let by = ActionSource {
        actor: &actor,
        form: &form,
        saw: saw.as_ref(),
        now: date::now(),
    };
    let done = staff_actions::apply(&shop.db, &shop.config, found.number(), verb, by).await?;
    if done.is_ok() {
        shop.job_waits.notify_one();
    }
    Ok(done)
}

/// The status of an answer that refuses.
pub fn status_of(why: OrderActionError) -> StatusCode {
    match why {
        OrderActionError::Gone => StatusCode::NOT_FOUND,
        OrderActionError::TooMuch => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::CONFLICT,
    }
}
