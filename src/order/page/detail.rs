use super::{OrderPage, payment::Due, progress};
use crate::{
    base::{paths::ShopPath, shop::Shop},
    cart::{
        extra::PlacedField,
        summary::{Amounts, Delivery},
    },
    order::{
        Item, Method,
        downloads::page::Downloads,
        emails::prices,
        invoice,
        status::{FulfillmentStatus, fulfillment_text, payment_text},
    },
    platform::images,
    pricing::payment::PaymentStatus,
    text::{Language, checkout::CheckoutTexts},
};
use leptos::prelude::*;

/// An order: what, where to, how paid; `thanks` for it if it is new. Scripts may lead elsewhere instead
/// where it was just `paid_online` (`spec/config.md` 2).
#[component]
pub fn OrderView(order_page: OrderPage, thanks: bool, paid_online: bool) -> impl IntoView {
    let language = expect_context::<Language>();
    let s = language.checkout_texts();
    let shop = expect_context::<Shop>();
    let OrderPage {
        order,
        document,
        can_withdraw,
        parcels,
        refunds,
        has_invoice,
        downloads,
        reviewable,
        is_guests,
        takes_questions,
        zone,
        due,
        sends_emails,
    } = order_page;
    let prices = prices(&document, &shop, language);
    let id = order.public_id.clone();
    let head = if thanks {
        let name = document.billing.name.clone();
        let lead = match sends_emails {
            true => s.thanks_lead(&id, &order.email),
            false => s.received(&id),
        };
        view! {
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{s.thanks(&name)}</h1></header>
            <p class="lead">{lead}</p>
        }
        .into_any()
    } else {
        view! {
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{s.order(&id)}</h1></header>
            <p class="muted">{s.placed_on(language.whole_day(zone.local(order.placed_at).0))}</p>
        }
        .into_any()
    };
    // Who has just chosen how to pay is asked nothing.
    let is_due = !thanks && (due.is_open || !due.ways.is_empty());
    let total = prices.minor(order.total);
    let due = is_due.then(|| view! { <Due id=id.clone() total ways=due.ways is_open=due.is_open is_failed=due.is_failed/> });
    let statuses = statuses(order.payment_status, order.fulfillment_status, s);
    let recurs = document.recurs();
    let withdrawn = order.withdrawn_at.map(|at| s.withdrawn(zone.minute(at)));
    let other_bill = document.billing != document.shipping;
    let part = |title: &'static str, lines: Vec<String>| {
        let lines = lines.into_iter().map(|line| view! { <span>{line}</span> });
        view! { <div class="review__part"><dt>{title}</dt><dd>{lines.collect_view()}</dd></div> }
    };
    let title =
        |method: &Option<Method>| method.iter().map(|it| it.title.clone()).collect::<Vec<_>>();
    let mut payment = title(&document.payment);
    payment.extend(document.instructions.lines().map(str::to_owned));
    let parcel = progress::parcels(&order, &document, &parcels, &zone, language);
    let refunds = progress::refunds(&order, &refunds, &prices, &zone, language);
    let answer = progress::withdrawal(&order, &document, language);
    let comments = document.comments.clone();
    let extra = document
        .extra
        .clone()
        .into_iter()
        .filter(PlacedField::is_shown);
    let items = document.items.iter().cloned().map(|item| {
        let price = prices.minor(item.price * item.quantity);
        let is_reviewable = reviewable.contains(&item.product);
        view! { <OrderItem item price language is_reviewable/> }
    });
    let page = if thanks {
        "ec-store__confirmation-page ec-confirmation"
    } else {
        "ec-order"
    };
    view! {
        <div class=page data-paid-online=paid_online.then_some("")>
            {head}
            {withdrawn.map(|said| view! { <p class="problem" role="status">{said}</p> })}
            {answer}
            <p class="order__status">{statuses}</p>
            {due}
            {parcel}
            <dl class="review">
                {(!document.pickup_at.is_empty()).then(|| part(s.pickup_at, document.pickup_at.lines().map(str::to_owned).collect()))}
                {(document.is_delivered() && !document.is_pickup).then(|| part(s.shipping_address, document.shipping.lines(language)))}
                {(other_bill || document.is_pickup || !document.is_delivered()).then(|| part(s.billing_address, document.billing.lines(language)))}
                {document.is_delivered().then(|| part(s.shipping, title(&document.delivery)))}
                {part(s.payment, payment)}
                {extra.map(|field| view! { <div class="review__part"><dt>{field.title}</dt><dd><span>{field.value}</span></dd></div> }).collect_view()}
                {(!comments.is_empty()).then(|| part(s.comments, vec![comments]))}
            </dl>
            <ul class="checkout-items">{items.collect_view()}</ul>
            <Amounts totals=document.totals.clone() coupon=document.coupon.clone() delivery=if document.is_delivered() { Delivery::Known } else { Delivery::None }/>
            {refunds}
            {(!downloads.is_empty()).then(|| view! { <Downloads downloads/> })}
            {(thanks && is_guests).then(|| view! { <OfferAccount id=id.clone() email=order.email.clone()/> })}
            <div class="order__actions">
                {has_invoice.then(|| view! { <a class="button button--quiet" href=invoice::path(&order)>{language.after_sale_texts().invoice}</a> })}
                {recurs.then(|| view! { <a class="button button--quiet" href=ShopPath::Subscriptions.text()>{language.after_sale_texts().manage_subscription}</a> })}
                <form method="post" action="/api/orders/again" data-step="">
                    <input type="hidden" name="order" value=id.clone()/>
                    <button class="button button--quiet" type="submit">{s.order_again}</button>
                </form>
                {takes_questions.then(|| {
                    let to = format!("{}?order={id}", ShopPath::Contact.text());
                    view! { <a class="button button--quiet" href=to>{language.contact_texts().ask_about}</a> }
                })}
                {can_withdraw.then(|| view! { <Withdraw id s/> })}
            </div>
        </div>
    }
}

fn statuses(
    payment: PaymentStatus,
    fulfillment: FulfillmentStatus,
    s: &'static CheckoutTexts,
) -> impl IntoView + use<> {
    let payment = payment_text(payment, s).into_iter();
    let both = payment.chain([fulfillment_text(fulfillment, s)]);
    both.map(|text| view! { <span class="tag">{text}</span> })
        .collect_view()
}

#[component]
fn OrderItem(item: Item, price: String, language: Language, is_reviewable: bool) -> impl IntoView {
    let interval = item.interval(language);
    let p = language.product_texts();
    let review = is_reviewable.then(|| view! {
        <a href=format!("{}?product={}", ShopPath::Review.text(), item.product)>{p.write_review}</a>
    });
    let picture = item.image.map(|hash| {
        let url = |width| images::url(&hash, width, "webp");
        let set = format!("{} 2x", url(160));
        view! { <img class="ec-cart-item__image" src=url(80) srcset=set alt="" width="80" height="100" loading="lazy"/> }
    });
    let options: Vec<String> = item
        .options
        .iter()
        .map(|(key, value)| format!("{key}: {}", value.as_str().unwrap_or_default()))
        .chain(interval)
        .collect();
    view! {
        <li class="checkout-item">
            <span class="ec-cart-item__picture">{picture}</span>
            <span class="checkout-item__name">
                {item.quantity} " × " {item.name}
                <span class="ec-text-muted">{options.join(", ")}</span>
                {review}
            </span>
            <span class="ec-price-item">{price}</span>
        </li>
    }
}

/// Two steps: the first opens what the second does (Directive (EU) 2023/2673).
#[component]
fn Withdraw(id: String, s: &'static CheckoutTexts) -> impl IntoView {
    view! {
        <details class="order__withdraw">
            <summary>{s.withdraw}</summary>
            <p>{s.withdraw_lead}</p>
            <form method="post" action="/api/orders/withdraw" data-step="">
                <input type="hidden" name="order" value=id/>
                <button class="button" type="submit">{s.withdraw_confirm}</button>
            </form>
        </details>
    }
}

/// An account for the guest who placed the order, by one click.
#[component]
fn OfferAccount(id: String, email: String) -> impl IntoView {
    let a = expect_context::<Language>().account_texts();
    view! {
        <section class="card order__account" aria-labelledby="account-offer">
            <h2 id="account-offer">{a.offer_title}</h2>
            <p>{a.offer_lead(&email)}</p>
            <form method="post" action="/api/orders/open_account">
                <input type="hidden" name="order" value=id/>
                <button class="button" type="submit">{a.offer_button}</button>
            </form>
        </section>
    }
}
