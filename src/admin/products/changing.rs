//! The form in which is said what changes, filled in with what was typed.

use super::{
    super::{form_values::FormValues, request::AdminRequest, staff::role::Right},
    Categories,
    fields::{self, ENDINGS, Problems},
    paths::PREVIEW,
};
use crate::base::{money::PriceFormat, shop::Shop};
use leptos::prelude::*;

/// The form; `kept` is what says which products it is about.
pub fn form(
    request: &AdminRequest,
    typed: &FormValues,
    problems: &Problems,
    categories: &Categories,
    kept: Vec<(String, String)>,
) -> impl IntoView + use<> {
    let shop = request.state.shop.config.shop();
    let draw = Draw { typed, problems };
    let hidden = kept.into_iter().map(|(name, value)| {
        view! { <input type="hidden" name=name value=value/> }
    });
    let nothing = problems.get("do").cloned().map(|text| {
        view! { <p class="problem" role="alert">{text}</p> }
    });
    let parts = fields::FIELDS
        .into_iter()
        .filter(|(name, _)| *name != "stock" || request.may(Right::ChangeStock));
    let parts = parts.map(|(name, label)| {
        let inner = draw.part(name, categories, &shop);
        draw.ticked(name, label, inner)
    });
    view! {
        <form method="get" action=PREVIEW>
            {hidden.collect_view()}
            {nothing}
            {parts.collect_view()}
            <div class="save"><button class="button" type="submit">"Show what would change"</button></div>
        </form>
    }
}

struct Draw<'a> {
    typed: &'a FormValues,
    problems: &'a Problems,
}

impl Draw<'_> {
    /// A part of the form that counts where it is ticked.
    fn ticked(
        &self,
        name: &'static str,
        label: &'static str,
        inner: AnyView,
    ) -> impl IntoView + use<> {
        let id = format!("do-{name}");
        let is_ticked = fields::is_ticked(self.typed, name);
        view! {
            <fieldset class="group bulk">
                <legend><input type="checkbox" id=id.clone() name="do" value=name checked=is_ticked/>" "<label for=id>{label}</label></legend>
                <div class="several">{inner}</div>
            </fieldset>
        }
    }

    fn part(&self, name: &str, categories: &Categories, shop: &Shop) -> AnyView {
        match name {
            "price" => self.price(&shop.prices).into_any(),
            "compare_to" => {
                let kinds = [
                    ("set", "this amount"),
                    ("price", "what it costs before this change"),
                    ("clear", "none"),
                ];
                view! {
                    {self.select("compare_kind", "Becomes", &kinds)}
                    {self.input("compare_value", "Amount", "decimal")}
                }
                .into_any()
            }
            "stock" => {
                let kinds = [
                    ("set", "so many"),
                    ("more", "more by"),
                    ("fewer", "fewer by"),
                ];
                view! {
                    {self.select("stock_kind", "Becomes", &kinds)}
                    {self.input("stock_value", "Pieces", "numeric")}
                }
                .into_any()
            }
            "enabled" => {
                let kinds = [("yes", "shoppers see it"), ("no", "hidden")];
                self.select("enabled_value", "Becomes", &kinds).into_any()
            }
            "add" => self.category("add_value", categories).into_any(),
            "remove" => self.category("remove_value", categories).into_any(),
            "ribbon" => view! {
                {self.input("ribbon_value", "Word on the picture; empty takes it away", "text")}
            }
            .into_any(),
            "weight" => {
                let label = format!("In {}; empty takes it away", shop.weight.sign());
                self.input("weight_value", &label, "decimal").into_any()
            }
            _ => view! {
                {self.input("attribute_name", "Which, such as Paper", "text")}
                {self.input("attribute_value", "What it is; empty takes it away", "text")}
            }
            .into_any(),
        }
    }

    fn price(&self, prices: &PriceFormat) -> impl IntoView + use<> {
        let kinds = [
            ("percent", "by percent"),
            ("amount", "by an amount"),
            ("set", "to this amount"),
        ];
        let mut endings = vec![(String::new(), "As it comes".to_owned())];
        endings.extend(ENDINGS.map(|it| (it.to_string(), format!("with {}", prices.plain(it)))));
        let endings: Vec<(&str, &str)> = endings
            .iter()
            .map(|(code, text)| (code.as_str(), text.as_str()))
            .collect();
        view! {
            {self.select("price_kind", "Changes", &kinds)}
            {self.select("price_sign", "More or less", &[("more", "more"), ("less", "less")])}
            {self.input("price_value", "Percent or amount", "decimal")}
            {self.select("price_ending", "Ends", &endings)}
        }
    }

    fn category(&self, name: &'static str, categories: &Categories) -> impl IntoView + use<> {
        let problem = self.problem(name);
        let chosen = self.typed.number(name);
        view! { {categories.select(name, "Category", "Choose one", chosen)}{problem} }
    }

    fn problem(&self, name: &str) -> Option<impl IntoView + use<>> {
        let text = self.problems.get(name).cloned()?;
        let id = format!("{name}-problem");
        Some(view! { <p class="problem" id=id>{text}</p> })
    }

    fn input(&self, name: &'static str, label: &str, mode: &'static str) -> impl IntoView + use<> {
        let label = label.to_owned();
        let value = self.typed.get(name).to_owned();
        let is_wrong = self.problems.contains_key(name).then_some("true");
        let described = is_wrong.map(|_| format!("{name}-problem"));
        view! {
            <div class="field"><label for=name>{label}</label>
                <input id=name name=name type="text" inputmode=mode value=value maxlength="120" autocomplete="off" aria-invalid=is_wrong aria-describedby=described/>
                {self.problem(name)}</div>
        }
    }

    fn select(
        &self,
        name: &'static str,
        label: &'static str,
        options: &[(&str, &str)],
    ) -> impl IntoView + use<> {
        let chosen = self.typed.get(name);
        let option = |(code, text): &(&str, &str)| {
            let is_chosen = *code == chosen;
            view! { <option value=(*code).to_owned() selected=is_chosen>{(*text).to_owned()}</option> }
        };
        view! {
            <div class="field"><label for=name>{label}</label>
                <select id=name name=name>{options.iter().map(option).collect_view()}</select></div>
        }
    }
}
