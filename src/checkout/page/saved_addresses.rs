//! `/checkout/address-book`: one of the customer's own addresses instead of a form.

use super::Frame;
use crate::{
    account::context::Visitor,
    base::{error::AppError, paths::ShopPath, person::Person},
    cart::Cart,
    checkout::Step,
    request::context::RequestContext,
    text::Language,
    ui::served::{PageAnswer, ServedPage},
};
use leptos::prelude::*;

/// Where it is.
pub const PATH: &str = ShopPath::CheckoutAddressBook.text();

/// The page; without an address to choose, it leads to the form.
pub async fn page(context: &RequestContext) -> Result<PageAnswer, AppError> {
    let cart = Cart::of(context).await?;
    let due = Step::due(&cart, &context.state.config).min(Step::Address);
    let saved = addresses(context);
    if due < Step::Address || saved.is_empty() {
        return Ok(PageAnswer::See(due.path().to_owned()));
    }
    let title = context.language.checkout_texts().saved_addresses;
    let reviews = context.state.config.review_order;
    Ok(PageAnswer::Page(ServedPage::drawn(
        "CHECKOUT_ADDRESS_BOOK",
        title,
        move || view! { <Saved saved=saved.clone() cart=cart.clone() reviews/> }.into_any(),
    )))
}

/// The address book of whoever visits, in its order.
pub fn addresses(visitor: &Visitor) -> Vec<Person> {
    let book = visitor.session.iter().flat_map(|it| it.address_book());
    book.map(|(_, person)| person).collect()
}

/// The customer's own addresses, each with a button that takes it over.
#[component]
fn Saved(saved: Vec<Person>, cart: Cart, reviews: bool) -> impl IntoView {
    let language = expect_context::<Language>();
    let s = language.checkout_texts();
    let each = saved.into_iter().enumerate().map(move |(place, person)| {
        let lines = person.lines(language);
        let label = format!("{}: {}", s.use_address, lines.join(", "));
        let lines = lines.into_iter().map(|line| view! { <span>{line}</span> });
        let form = format!("saved-{place}");
        view! {
            <li class="address-card">
                <p class="address-card__lines">{lines.collect_view()}</p>
                <form hidden id=form.clone() method="post" action="/api/checkout/saved-address" data-step=""><input type="hidden" name="place" value=place/></form>
                <div>
                    <button class="button button--quiet" type="submit" form=form aria-label=label>{s.use_address}</button>
                </div>
            </li>
        }
    });
    view! {
        <Frame step=Step::Address title=s.saved_addresses cart reviews>
            <ul class="address-cards">{each.collect_view()}</ul>
            <p><a href=Step::Address.path()>{s.new_address}</a></p>
        </Frame>
    }
}
