use super::{GoOn, Stage};
use crate::{boot::Shop, cart::api::LONGEST_COMMENT, person::Person, text::Language};
use leptos::prelude::*;

/// Everything once more, and the button.
#[component]
pub fn ReviewStep(stage: Stage) -> impl IntoView {
    let language = expect_context::<Language>();
    let s = language.selling();
    let prices = expect_context::<Shop>().prices;
    let (bag, code) = (stage.bag, language.code());
    let billed = bag.details.billing.clone();
    let delivery = bag.method().map(|it| it.title.get(code).to_owned());
    let payment = bag.payment().map(|it| it.title.get(code).to_owned());
    let asks = stage.visit.state.config.ask_comments;
    let said = |title: &'static str, lines: Vec<String>, path: &'static str| {
        let lines = lines.into_iter().map(|line| view! { <span>{line}</span> });
        view! {
            <div class="review__part">
                <dt>{title}</dt>
                <dd>{lines.collect_view()} <a href=path>{s.change}</a></dd>
            </div>
        }
    };
    view! {
        <dl class="review">
            {said(s.your_email, vec![bag.details.email.clone()], "/cart")}
            {said(s.shipping_address, bag.details.shipping.lines(language), "/checkout/address")}
            {billed.map(|person: Person| said(s.billing_address, person.lines(language), "/checkout/address"))}
            {said(s.shipping, delivery.into_iter().collect(), "/checkout/shipping")}
            {said(s.payment, payment.into_iter().collect(), "/checkout/payment")}
        </dl>
        <form method="post" action="/api/checkout/place" data-step="">
            <input type="hidden" name="total" value=bag.totals.total/>
            {asks.then(|| view! {
                <div class="field">
                    <label class="field__label" for="ec-order-comments">{s.comments}</label>
                    <textarea class="field__input form-control__textarea" id="ec-order-comments" name="comments" rows="3"
                        maxlength=LONGEST_COMMENT>{bag.details.comments.clone()}</textarea>
                </div>
            })}
            <GoOn bag=bag.clone() label=s.place_order.replace("{}", &prices.minor(bag.totals.total))/>
        </form>
    }
}
