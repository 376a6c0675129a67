//! The search, and everything that a list can be narrowed by.

use super::{labels, query};
use crate::{
    base::countries::by_name,
    order::{inbox::filter::Filter, status::name},
    platform::config::Config,
};
use leptos::prelude::*;

/// The form that narrows the list, filled in with `filter`.
pub fn form(filter: &Filter, config: &Config) -> impl IntoView + use<> {
    let prices = config.shop().prices;
    let amount = |amount: Option<i64>| amount.map(|it| prices.plain(it)).unwrap_or_default();
    let code = config.store_language.to_string();
    let payments =
        labels::PAYMENTS.map(|it| (query::payment_code(it), labels::payment(it).to_owned()));
    let fulfillments =
        labels::FULFILLMENTS.map(|it| (name(it), labels::fulfillment(it).to_owned()));
    let titled = |id: &str, title: &str| {
        let title = if title.is_empty() { id } else { title };
        (id.to_owned(), title.to_owned())
    };
    let paid_by = config.payment.iter();
    let paid_by = paid_by
        .map(|it| titled(&it.id, it.title.get(&code)))
        .collect();
    let sent_by = config.shipping.iter();
    let sent_by = sent_by
        .map(|it| titled(&it.id, it.title.get(&code)))
        .collect();
    let countries = by_name(config.store_language).into_iter();
    let country = countries.map(|it| {
        (
            it.code.to_owned(),
            it.name(config.store_language).to_owned(),
        )
    });
    let search = Filter {
        words: String::new(),
        ..filter.clone()
    };
    let payment = filter.payment.map(query::payment_code).unwrap_or_default();
    let fulfillment = filter.fulfillment.map(name).unwrap_or_default();
    view! {
        <form class="narrow" method="get" action="/orders" role="search">
            <input type="hidden" name="tab" value=filter.tab.code()/>
            <div class="row">
                <div class="field"><label for="q">"Search"</label>
                    <input id="q" name="q" type="search" value=filter.words.clone() aria-describedby="q-note" data-slash="" autocomplete="off"/></div>
                <button class="button" type="submit">"Search"</button>
            </div>
            <p class="note" id="q-note">"By number, name, e-mail, SKU, or what the things are called: the beginning of a word is enough."</p>
            <details class="part" open=search.is_narrowed()>
                <summary>"Narrow it down"</summary>
                <div class="several">
                    {input("from", "From day", "date", filter.from.clone())}
                    {input("to", "To day", "date", filter.to.clone())}
                    {select("payment", "Payment", payments.to_vec(), payment)}
                    {select("fulfillment", "On its way", fulfillments.to_vec(), fulfillment)}
                    {select("paid_by", "Way to pay", paid_by, filter.payment_method.clone())}
                    {select("sent_by", "Way of delivery", sent_by, filter.delivery_method.clone())}
                    {select("country", "Country", country.collect(), filter.country.clone())}
                    {input("least", "Total from", "text", amount(filter.least))}
                    {input("most", "Total to", "text", amount(filter.most))}
                </div>
                <button class="button button--plain" type="submit">"Show these"</button>
            </details>
        </form>
    }
}

fn input(
    name: &'static str,
    label: &'static str,
    kind: &'static str,
    value: String,
) -> impl IntoView {
    view! { <div class="field"><label for=name>{label}</label><input id=name name=name type=kind value=value/></div> }
}

/// A choice of what has the names behind the codes, or of nothing.
fn select(
    name: &'static str,
    label: &'static str,
    mut options: Vec<(String, String)>,
    chosen: String,
) -> impl IntoView {
    // What is not offered any more was chosen in an old address.
    if !chosen.is_empty() && options.iter().all(|(code, _)| *code != chosen) {
        options.push((chosen.clone(), chosen.clone()));
    }
    let option = |(code, title): (String, String)| {
        let is_chosen = code == chosen;
        view! { <option value=code selected=is_chosen>{title}</option> }
    };
    view! {
        <div class="field"><label for=name>{label}</label>
            <select id=name name=name><option value="">"Any"</option>{options.into_iter().map(option).collect_view()}</select></div>
    }
}
