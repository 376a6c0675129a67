//! The search, and everything that the list can be narrowed by.

use crate::account::{
    customers::filter::{Filter, InGroup},
    entity::customer_group,
};
use leptos::prelude::*;

/// The form that narrows the list, filled in with `filter`.
pub fn form(filter: &Filter, groups: &[customer_group::Model]) -> impl IntoView + use<> {
    let is_open = Filter {
        words: String::new(),
        ..filter.clone()
    };
    let chosen = filter.group.map(InGroup::code).unwrap_or_default();
    let mut all = vec![("general".to_owned(), "No group".to_owned())];
    all.extend(groups.iter().map(|it| (it.id.to_string(), it.name.clone())));
    let orders = match filter.has_orders {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    };
    let ordered = [("yes", "Have ordered"), ("no", "Have not ordered")];
    let ordered = ordered.map(|(code, name)| (code.to_owned(), name.to_owned()));
    view! {
        <form class="narrow" method="get" action="/customers" role="search">
            <input type="hidden" name="sort" value=filter.sort.code()/>
            <div class="row">
                <div class="field"><label for="q">"Search"</label>
                    <input id="q" name="q" type="search" value=filter.words.clone() aria-describedby="q-note" data-slash="" autocomplete="off"/></div>
                <button class="button" type="submit">"Search"</button>
            </div>
            <p class="note" id="q-note">"By name, e-mail or telephone number: the beginning of a word is enough."</p>
            <details class="part" open=is_open.is_narrowed()>
                <summary>"Narrow it down"</summary>
                <div class="several">
                    {select("group", "Group", all, &chosen)}
                    {select("orders", "Orders", ordered.to_vec(), orders)}
                    {day("from", "Registered from", filter.from.clone())}
                    {day("to", "Registered until", filter.to.clone())}
                </div>
                <button class="button button--plain" type="submit">"Show these"</button>
            </details>
        </form>
    }
}

fn day(name: &'static str, label: &'static str, value: String) -> impl IntoView {
    view! { <div class="field"><label for=name>{label}</label><input id=name name=name type="date" value=value/></div> }
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
    view! {
        <div class="field"><label for=name>{label}</label>
            <select id=name name=name><option value="">"Any"</option>{options}</select></div>
    }
}
