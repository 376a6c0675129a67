//! The form, from what is ordered down to what it comes to.

use super::{
    FormState, PATH,
    lines::{input, own, products},
};
use crate::{
    account::address::problems as lacks_of,
    admin::{customers::addresses, form_values::FormValues, request::AdminRequest},
    base::html::in_textarea,
    cart::extra::{Field, FieldKind},
    order::by_staff::Payment,
};
use leptos::prelude::*;

/// The form, filled in with what was `typed`.
pub fn form(request: &AdminRequest, typed: &FormValues, it: &FormState) -> impl IntoView + use<> {
    let total = it.calculated.cart.totals.total;
    let prices = &request.state.shop.shop.prices;
    let notice = it.notice.clone();
    let notice = notice.map(|text| view! { <p class="notice" role="alert">{text}</p> });
    let wrong = (!it.problems.is_empty()).then(|| {
        view! { <p class="notice" role="alert">"Something is missing: look at the fields marked below."</p> }
    });
    let is_typed = (!it.written.cart.things.is_empty()).then_some("");
    view! {
        {notice}{wrong}
        <form class="settings" method="post" action=PATH data-typed=is_typed>
            // Enter in a field calculates, and places nothing.
            <button class="sr-only" type="submit" name="act" value="calculate" tabindex="-1">"Calculate"</button>
            <input type="hidden" name="number" value=it.written.number.clone()/>
            {products(request, it)}
            {own(typed, it)}
            {customer(request, typed, it)}
            {sending(request, typed, it)}
            {off(typed, it)}
            {questions(request, typed, it)}
            {paying(request, typed, it)}
            {bill(request, it)}
            <input type="hidden" name="saw" value=total.to_string()/>
            <div class="save row">
                <button class="button button--plain" type="submit" name="act" value="calculate">"Calculate"</button>
                <button class="button" type="submit" name="act" value="save">{format!("Save the order: {}", prices.minor(total))}</button>
            </div>
        </form>
        <p><a class="button button--plain" href="/orders">"Back to the orders"</a></p>
    }
}

fn field(
    typed: &FormValues,
    it: &FormState,
    name: &str,
    label: &str,
    kind: &'static str,
) -> impl IntoView + use<> {
    let (value, problem) = (typed.get(name).to_owned(), it.problems.get(name).cloned());
    input(name.to_owned(), label.to_owned(), kind, value, problem)
}

fn customer(request: &AdminRequest, typed: &FormValues, it: &FormState) -> impl IntoView + use<> {
    let known = it.calculated.customer.as_ref().map(|customer| {
        let name = match customer.name.as_str() {
            "" => customer.email.clone(),
            name => name.to_owned(),
        };
        let exempt = customer.is_exempt.then_some(", pays no tax");
        view! { <p class="note">"The account of "<a href=format!("/customers/{}", customer.id)>{name}</a>{exempt}". The order comes into it."</p> }
    });
    let person = &it.written.cart.details.shipping;
    let is_wrong = it.notice.is_some() && !person.street.is_empty();
    let lacks = if is_wrong {
        lacks_of(person)
    } else {
        Vec::new()
    };
    view! {
        <fieldset class="group"><legend>"For whom"</legend>
            {field(typed, it, "email", "E-mail", "email")}{known}
            <p class="note">"An order that is not paid yet goes there with a link to pay by. It can be empty."</p>
            {addresses::fields(person, &lacks, request.state.shop.config.own_language())}
        </fieldset>
    }
}

fn select(
    name: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    chosen: &str,
) -> impl IntoView + use<> {
    let option = |(code, title): (String, String)| {
        let is_chosen = code == chosen;
        view! { <option value=code selected=is_chosen>{title}</option> }
    };
    let options = options.into_iter().map(option).collect_view();
    view! { <div class="field"><label for=name>{label}</label><select id=name name=name>{options}</select></div> }
}

fn sending(request: &AdminRequest, typed: &FormValues, it: &FormState) -> impl IntoView + use<> {
    let config = &request.state.shop.config;
    let prices = &request.state.shop.shop.prices;
    let code = config.store_language.code();
    let methods = it.calculated.cart.methods.iter();
    let mut options = vec![(String::new(), "Choose".to_owned())];
    options.extend(methods.map(|(method, price)| {
        let title = format!("{}: {}", method.title.get(code), prices.minor(*price));
        (method.id.clone(), title)
    }));
    options.push(("own".to_owned(), "Another way, at this price:".to_owned()));
    let chosen = match typed.get("delivery") {
        "own" => "own".to_owned(),
        _ => it.calculated.cart.details.delivery.clone(),
    };
    view! {
        <fieldset class="group"><legend>"How it gets there"</legend>
            {select("delivery", "Way of delivery", options, &chosen)}
            <div class="several">
                {field(typed, it, "sending", "What another way is called", "text")}
                {field(typed, it, "sending_price", "What it costs", "text")}
            </div>
        </fieldset>
    }
}

fn off(typed: &FormValues, it: &FormState) -> impl IntoView + use<> {
    view! {
        <fieldset class="group"><legend>"Something off"</legend>
            <div class="several">
                {field(typed, it, "off", "Amount, or share such as 10 %", "text")}
                {field(typed, it, "off_why", "Why", "text")}
            </div>
        </fieldset>
    }
}

/// What the shop asks besides, and a comment.
fn questions(request: &AdminRequest, typed: &FormValues, it: &FormState) -> impl IntoView + use<> {
    let code = request.state.shop.config.store_language.code();
    let asks = it.calculated.cart.fields.iter();
    let asks = asks.filter(|it| it.section.is_some() && it.kind != FieldKind::Label);
    let asks = asks.map(|ask| question(ask, typed, code)).collect_view();
    view! {
        <fieldset class="group"><legend>"Besides"</legend>
            {asks}
            <div class="field"><label for="comments">"What the customer wants to add"</label>
                <textarea id="comments" name="comments" rows="2">{in_textarea(typed.get("comments"))}</textarea></div>
        </fieldset>
    }
}

fn question(ask: &Field, typed: &FormValues, code: &str) -> impl IntoView + use<> {
    let (name, label) = (format!("extra.{}", ask.key), ask.text("title", code));
    let given = typed.find(&name).unwrap_or(&ask.value).to_owned();
    if ask.options.is_empty() {
        return input(name, label, "text", given, None).into_any();
    }
    let option = |it: &crate::cart::extra::Choice| {
        let is_chosen = it.title == given;
        view! { <option value=it.title.clone() selected=is_chosen>{it.text("title", code)}</option> }
    };
    let options = ask.options.iter().map(option).collect_view();
    view! {
        <div class="field"><label for=name.clone()>{label}</label>
            <select id=name.clone() name=name><option value="">"–"</option>{options}</select></div>
    }
    .into_any()
}

fn paying(request: &AdminRequest, typed: &FormValues, it: &FormState) -> impl IntoView + use<> {
    let code = request.state.shop.config.store_language.code();
    let offered = it.calculated.cart.payments.iter();
    let titled: Vec<(String, String)> = offered
        .map(|method| (method.id.clone(), method.title.get(code).to_owned()))
        .collect();
    let mut options: Vec<(String, String)> = titled
        .iter()
        .map(|(id, title)| {
            (
                format!("due:{id}"),
                format!("Not paid yet: {title}, with a link by e-mail"),
            )
        })
        .collect();
    options.push(("paid:Cash".to_owned(), "Paid: cash".to_owned()));
    let paid = titled.iter();
    options.extend(paid.map(|(_, title)| (format!("paid:{title}"), format!("Paid: {title}"))));
    let chosen = match (&it.written.payment, typed.get("payment")) {
        (Payment::Paid(_), typed) => typed.to_owned(),
        (Payment::Due, _) => format!("due:{}", it.calculated.cart.details.payment),
    };
    view! {
        <fieldset class="group"><legend>"How it is paid"</legend>
            {select("payment", "Payment", options, &chosen)}</fieldset>
    }
}

/// What it comes to.
fn bill(request: &AdminRequest, it: &FormState) -> impl IntoView + use<> {
    let prices = &request.state.shop.shop.prices;
    let cart = &it.calculated.cart;
    let code = request.state.shop.config.store_language.code();
    let mut rows: Vec<(String, i64)> = cart
        .sold()
        .map(|line| {
            let name = line.product.name.get(code);
            (
                format!("{} × {name}", line.quantity),
                line.price * line.quantity,
            )
        })
        .collect();
    let totals = &cart.totals;
    rows.push(("Discounts".to_owned(), -totals.discounts.total()));
    rows.push(("Coupon".to_owned(), -totals.coupon));
    rows.push(("Delivery".to_owned(), totals.shipping));
    rows.push(("Handling".to_owned(), totals.handling));
    rows.extend(totals.surcharges.iter().cloned());
    let sold = cart.sold().count();
    let mut place = 0;
    rows.retain(|(_, amount)| {
        place += 1;
        place <= sold || *amount != 0
    });
    let held = match totals.prices_include_tax {
        true => ", held in these prices",
        false => "",
    };
    let taxes = totals.taxes.iter();
    let taxes = taxes.map(|(name, tax)| (format!("{name}{held}"), *tax));
    let row = |(label, amount): (String, i64)| {
        view! { <tr><td>{label}</td><td class="amount">{prices.minor(amount)}</td></tr> }
    };
    view! {
        <table class="bill">
            <caption class="sr-only">"What it comes to"</caption>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            <tbody>{taxes.map(row).collect_view()}</tbody>
            <tbody class="bill__total"><tr><th scope="row">"Total"</th><td class="amount">{prices.minor(totals.total)}</td></tr></tbody>
        </table>
    }
}
