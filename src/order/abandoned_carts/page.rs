//! `/cart/again`: what was in a cart that was left, and the button that brings it back. It shows things and nothing of whose they
//! are, for whoever holds the link; opening it changes nothing.

use super::{
    entity::reminder,
    link::{BACK, LASTS, LinkRequest},
    recovered::COUNTS,
    remind::named,
};
use crate::{
    base::{date, error::AppError, shop::Shop},
    cart::{Buyer, Cart, CartContext, Line, line_view::LinePicture, store},
    platform::db::{Db, statement},
    request::context::RequestContext,
    text::Language,
    ui::served::ServedPage,
};
use leptos::prelude::*;
use sea_orm::ConnectionTrait;

/// Where the page posts to.
pub const ACTION: &str = "/api/cart/again";

/// What the link leads to.
#[derive(Clone)]
pub enum State {
    /// It is too old, or none.
    Over,
    /// It was ordered.
    Ordered,
    /// What was in the cart.
    There {
        /// The reminder.
        reminder: Box<reminder::Model>,
        /// Its things, as they are sold now.
        cart: Box<Cart>,
        /// Whether something of it is in the shop no more.
        lacks: bool,
        /// Whether the cart of this browser has something in it, and is another one.
        has_other: bool,
    },
}

/// The page of the link.
pub async fn page(query: &str, context: &RequestContext) -> Result<ServedPage, AppError> {
    let asked = LinkRequest::read(query.as_bytes());
    let state = state(context, &asked).await?;
    let title = context.language.texts().cart;
    Ok(ServedPage::drawn(BACK.page_type(false), title, move || {
        view! { <AgainPage asked=asked.clone() state=state.clone()/> }.into_any()
    }))
}

/// What is `asked` for leads to.
pub async fn state(context: &RequestContext, asked: &LinkRequest) -> Result<State, AppError> {
    let db = &context.state.db;
    let Some(reminder) = asked.reminder(db, BACK).await? else {
        return Ok(State::Over);
    };
    if reminder.sent_at + LASTS < date::now() {
        return Ok(State::Over);
    }
    if is_ordered(db, &reminder).await? {
        return Ok(State::Ordered);
    }
    let lines: Vec<store::Line> =
        serde_json::from_str(&reminder.lines).map_err(AppError::internal)?;
    let buyer = context.session.as_ref().map(Buyer::of);
    let cart_context = CartContext::of(context);
    let cart = Cart::of_lines(&db.read, &cart_context, &lines, buyer.unwrap_or_default());
    let cart = cart.await?;
    if cart.lines.is_empty() {
        return Ok(State::Over);
    }
    let own = Cart::read(&db.read, &cart_context).await?;
    let has_other = !own.lines.is_empty() && own.details.reminder != Some(reminder.id);
    Ok(State::There {
        reminder: Box::new(reminder),
        lacks: cart.lines.len() < lines.len(),
        cart: Box::new(cart),
        has_other,
    })
}

async fn is_ordered(db: &Db, reminder: &reminder::Model) -> Result<bool, AppError> {
    let Some(id) = reminder.order_id else {
        return Ok(false);
    };
    let find = format!("SELECT 1 FROM orders o WHERE o.id = $1 AND {COUNTS}");
    let found = db
        .read
        .query_one_raw(statement(&db.read, &find, [id.into()]));
    Ok(found.await?.is_some())
}

#[component]
fn AgainPage(asked: LinkRequest, state: State) -> impl IntoView {
    let language = expect_context::<Language>();
    let (t, r) = (language.texts(), language.reminder_texts());
    let said = match state {
        State::There {
            cart,
            lacks,
            has_other,
            ..
        } => return view! { <Things asked cart=*cart lacks has_other/> }.into_any(),
        State::Over => r.back_over,
        State::Ordered => r.back_ordered,
    };
    view! {
        <section class="card card--narrow">
            <h1>{t.cart}</h1>
            <p class="lead">{said}</p>
            <a class="button" href="/">{t.back_to_shop}</a>
        </section>
    }
    .into_any()
}

#[component]
fn Things(asked: LinkRequest, cart: Cart, lacks: bool, has_other: bool) -> impl IntoView {
    let language = expect_context::<Language>();
    let (t, s, r) = (
        language.texts(),
        language.checkout_texts(),
        language.reminder_texts(),
    );
    let prices = expect_context::<Shop>().prices;
    let is_empty = cart.is_empty();
    let total = prices.minor(cart.totals.items);
    let items = cart.lines.into_iter().map(|line| view! { <Thing line/> });
    let lead = if is_empty {
        r.back_nothing
    } else {
        r.back_lead
    };
    view! {
        <section class="card cart-again">
            <h1>{t.cart}</h1>
            <p class="lead">{lead}</p>
            <ul class="checkout-items">{items.collect_view()}</ul>
            {lacks.then(|| view! { <p class="problem">{r.back_gone}</p> })}
            {if is_empty {
                view! { <a class="button" href="/">{t.back_to_shop}</a> }.into_any()
            } else {
                view! {
                    <p>{s.items} ": " <strong class="ec-price-item">{total}</strong></p>
                    {has_other.then(|| view! { <p>{r.back_besides}</p> })}
                    <form method="post" action=ACTION data-step="">
                        <input type="hidden" name="id" value=asked.id/>
                        <input type="hidden" name="token" value=asked.token/>
                        <button class="button" type="submit">{r.back_button}</button>
                    </form>
                }.into_any()
            }}
        </section>
    }
}

#[component]
fn Thing(line: Line) -> impl IntoView {
    let language = expect_context::<Language>();
    let prices = expect_context::<Shop>().prices;
    let name = named(&line, language);
    let trouble = line.trouble(language);
    let price = (line.quantity > 0).then(|| prices.minor(line.price * line.quantity));
    view! {
        <li class="checkout-item">
            <LinePicture line/>
            <span class="checkout-item__name">{name} {trouble.map(|said| view! { <span class="problem">" " {said}</span> })}</span>
            <span class="ec-price-item">{price}</span>
        </li>
    }
}
