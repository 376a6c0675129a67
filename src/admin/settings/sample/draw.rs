use super::{COUPONS, TRY, basket::label, calculate::SampleResult, result_text};
use crate::{
    admin::{form::Source, request::AdminRequest, screens::Screen},
    base::language::LanguageCode,
    cart::{Cart, Line},
    platform::config::Config,
};
use leptos::prelude::*;

/// How many products are proposed; any other is found by a word of it.
const PROPOSED: usize = 100;

/// The basket of `screen`, and what it comes to.
pub fn panel(request: &AdminRequest, screen: &'static Screen, it: &SampleResult) -> AnyView {
    let config = it.config.as_ref().unwrap_or(&request.state.shop.config);
    let to = format!("{}#sample", screen.path);
    let result = match (&it.config, &it.cart) {
        (Some(config), Some(cart)) => result(request, it, config, cart),
        (None, _) => view! { <p>"Once what is wrong above is put right, this says what a shopper would pay."</p> }.into_any(),
        _ => view! { <p>"Choose a product to see what a shopper would pay."</p> }.into_any(),
    };
    view! {
        <section class="card" id="sample" tabindex="-1" aria-labelledby="sample-title" data-sample="">
            <h2 id="sample-title">"What a shopper would pay"</h2>
            <p class="note">"By what stands in the form now. Trying it saves nothing."</p>
            {things(request, it)}
            <div class="cards">{customer_fields(request, screen, it, config)}</div>
            <p><button class="button button--plain" type="submit" name="act" value=TRY formaction=to>"Try it"</button></p>
            {result}
        </section>
    }
    .into_any()
}

/// An input for `value`, with what is wrong with it.
fn input(
    it: &SampleResult,
    name: &str,
    label: &'static str,
    value: &str,
    mode: &'static str,
) -> AnyView {
    let name = format!("sample.{name}");
    let problem = it.problems.get(&name).cloned();
    let described = problem.is_some().then(|| format!("{name}-problem"));
    let wrong = problem.is_some().then_some("true");
    let problem =
        problem.map(|why| view! { <p class="problem" id=format!("{name}-problem")>{why}</p> });
    let list = (mode == "search").then_some("sample-products");
    let mode = (mode != "search").then_some(mode);
    view! {
        <div class="field">
            <label for=name.clone()>{label}</label>
            <input id=name.clone() name=name type="text" inputmode=mode list=list autocomplete="off" value=value.to_owned()
                aria-invalid=wrong aria-describedby=described/>
            {problem}
        </div>
    }
    .into_any()
}

/// A list to choose from, where `none` is chosen by nothing.
fn select(
    name: &str,
    label: &str,
    chosen: &str,
    none: Option<&'static str>,
    options: impl IntoIterator<Item = (String, String)>,
) -> AnyView {
    let name = format!("sample.{name}");
    let option = |(value, label): (String, String)| {
        let is_chosen = value == chosen;
        view! { <option value=value selected=is_chosen>{label}</option> }
    };
    let none = none.map(|none| view! { <option value="">{none}</option> });
    let options: Vec<_> = options.into_iter().map(option).collect();
    view! {
        <div class="field">
            <label for=name.clone()>{label.to_owned()}</label>
            <select id=name.clone() name=name>{none}{options}</select>
        </div>
    }
    .into_any()
}

/// What is in it.
fn things(request: &AdminRequest, it: &SampleResult) -> AnyView {
    let snapshot = request.state.shop.catalog.snapshot();
    let quantity = |place: usize, typed: &str| {
        input(
            it,
            &format!("{place}.quantity"),
            "How many",
            typed,
            "numeric",
        )
    };
    if snapshot.cards().len() == 0 {
        let (_, typed) = it.wanted.rows.first().cloned().unwrap_or_default();
        return view! {
            <p>"Your shop has no products yet, so here is one thing at a price of your choice."</p>
            <div class="row">
                {input(it, "price", "Price", &it.wanted.price, "decimal")}
                {quantity(0, &typed)}
                {input(it, "weight", "Weight in grams", &it.wanted.weight, "numeric")}
            </div>
        }
        .into_any();
    }
    let language = request.state.shop.config.store_language.code();
    let proposed = snapshot.cards().take(PROPOSED);
    let proposed = proposed.map(|card| view! { <option value=label(card, language)></option> });
    let proposed: Vec<_> = proposed.collect();
    let row = |(place, (typed, count)): (usize, &(String, String))| {
        let label = ["Product", "And", "And also"][place.min(2)];
        view! {
            <div class="row">
                {input(it, &format!("{place}.product"), label, typed, "search")}
                {quantity(place, count)}
            </div>
        }
    };
    let rows: Vec<_> = it.wanted.rows.iter().enumerate().map(row).collect();
    view! { <datalist id="sample-products">{proposed}</datalist>{rows} }.into_any()
}

/// Who buys it: only what some rule goes by.
fn customer_fields(
    request: &AdminRequest,
    screen: &Screen,
    it: &SampleResult,
    config: &Config,
) -> Vec<AnyView> {
    let wanted = &it.wanted;
    let language = config.store_language.code();
    let countries = Source::Countries.options(&request.state.shop);
    let mut fields = vec![select(
        "country",
        "Country",
        &wanted.country,
        None,
        countries,
    )];
    let zones = config.taxes.iter().map(|it| &it.zones);
    let zones = zones.chain(config.shipping.iter().map(|it| &it.zones));
    let zones = zones.chain(config.payment.iter().map(|it| &it.zones));
    let has_regions = zones
        .flat_map(|it| it.iter())
        .any(|zone| zone.contains('-'));
    if has_regions || !wanted.region.is_empty() {
        let label = "Code of the region, such as NY";
        fields.push(input(it, "region", label, &wanted.region, "text"));
    }
    let mut groups: Vec<String> = config
        .discounts
        .iter()
        .filter_map(|it| it.group.clone())
        .collect();
    groups.sort();
    groups.dedup();
    if !groups.is_empty() {
        let groups = groups.into_iter().map(|group| (group.clone(), group));
        fields.push(select(
            "group",
            "Customer's group",
            &wanted.group,
            Some("none"),
            groups,
        ));
    }
    if !config.coupons.is_empty() || screen.path == COUPONS {
        fields.push(input(
            it,
            "coupon",
            "Code of a coupon",
            &wanted.coupon,
            "text",
        ));
    }
    let Some(cart) = &it.cart else {
        return fields;
    };
    let methods = cart.methods.iter();
    let methods = methods.map(|(it, _)| (it.id.clone(), it.title.get(language).to_owned()));
    if cart.methods.len() > 1 {
        fields.push(select(
            "delivery",
            "Way of delivery",
            &cart.details.delivery,
            None,
            methods,
        ));
    }
    let payments = cart.payments.iter();
    let payments = payments.map(|it| (it.id.clone(), it.title.get(language).to_owned()));
    if cart.payments.len() > 1 {
        fields.push(select(
            "payment",
            "Way to pay",
            &cart.details.payment,
            None,
            payments,
        ));
    }
    for field in cart.fields.iter().filter(|field| field.has_price()) {
        let (key, title) = (
            format!("answer.{}", field.key),
            field.text("title", language),
        );
        let answer = wanted.answers.get(&field.key).unwrap_or(&field.value);
        let choices = field.options.iter();
        let choices = choices.map(|it| (it.title.clone(), it.text("title", language)));
        fields.push(select(&key, &title, answer, Some("–"), choices));
    }
    fields
}

/// What it comes to, and why.
fn result(request: &AdminRequest, it: &SampleResult, config: &Config, cart: &Cart) -> AnyView {
    let prices = &it.prices;
    let row = |label: String, amount: i64| {
        view! { <tr><td>{label}</td><td class="amount">{prices.minor(amount)}</td></tr> }.into_any()
    };
    let english = request.state.shop.config.language(LanguageCode::EN);
    let language = config.store_language.code();
    let line = |line: &Line| {
        let label = format!("{} × {}", line.quantity, line.product.name.get(language));
        let trouble = line.is_short().then(|| line.trouble(english)).flatten();
        let label = [Some(label), trouble].into_iter().flatten();
        row(
            label.collect::<Vec<_>>().join(" – "),
            line.price * line.quantity,
        )
    };
    let totals = &cart.totals;
    let mut rows: Vec<AnyView> = cart.lines.iter().map(line).collect();
    let mut add = |label: String, amount: i64| rows.push(row(label, amount));
    if cart.lines.len() > 1 {
        add("Goods".to_owned(), totals.items);
    }
    if totals.discounts.total() > 0 {
        add("Discounts".to_owned(), -totals.discounts.total());
    }
    if let Some(coupon) = cart.good_coupon() {
        add(format!("Coupon {}", coupon.name), -totals.coupon);
    }
    if let Some(method) = cart.method() {
        add(
            format!("Delivery: {}", method.title.get(language)),
            totals.shipping,
        );
    }
    if totals.handling > 0 {
        add("Handling".to_owned(), totals.handling);
    }
    for (name, amount) in &totals.surcharges {
        add(name.clone(), *amount);
    }
    let taxes: Vec<AnyView> = totals
        .taxes
        .iter()
        .zip(&totals.charged)
        .map(|((name, amount), tax)| {
            let label = format!("{name} {}", result_text::rate(tax.rate));
            match totals.prices_include_tax {
                true => row(format!("{label}, held in these prices"), *amount),
                false => row(label, *amount),
            }
        })
        .collect();
    let (on_top, within) = match totals.prices_include_tax {
        true => (Vec::new(), taxes),
        false => (taxes, Vec::new()),
    };
    let undelivered = (cart.needs_delivery() && cart.methods.is_empty()).then(|| {
        view! { <p class="problem">"No way of delivery takes this there: such an order cannot be placed."</p> }
    });
    let saved = it.saved.map(|saved| {
        let text = format!("With what is saved now it is {}.", prices.minor(saved));
        view! { <p data-saved="">{text}</p> }
    });
    let told = result_text::all(it, config, cart)
        .into_iter()
        .map(|(title, lines)| {
            let lines: Vec<_> = lines
                .into_iter()
                .map(|line| view! { <li>{line}</li> })
                .collect();
            view! { <div><h3>{title}</h3><ul>{lines}</ul></div> }
        });
    view! {
        {undelivered}
        <table class="bill">
            <caption class="sr-only">"What a shopper would pay"</caption>
            <tbody>{rows}{on_top}</tbody>
            <tbody class="bill__total"><tr><th scope="row">"Total"</th><td class="amount">{prices.minor(totals.total)}</td></tr></tbody>
            <tbody>{within}</tbody>
        </table>
        {saved}
        <div class="cards told">{told.collect_view()}</div>
    }
    .into_any()
}
