//! Prices for a while, and when shoppers see a product.

use super::{lookups, paths::path_of};
use crate::{
    admin::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
        staff::role::Right,
    },
    base::{date, error::AppError, money::PriceFormat},
    catalog::{
        Product,
        schedule::{
            self, NewSchedule, ScheduleRefusal,
            entity::{Model, ScheduleKind, ScheduleState},
        },
        store,
    },
    platform::{config::Config, db::retried},
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;

/// What was typed into one of the two forms, and what is wrong with it.
#[derive(Clone, Default)]
struct ScheduleForm {
    kind: String,
    from: String,
    until: String,
    price: String,
    percent: String,
    problem: Option<String>,
}

/// What is planned of `product`, and the forms that plan more.
pub async fn card(request: &AdminRequest, product: &Product) -> Result<AnyView, AppError> {
    card_with(request, product, ScheduleForm::default()).await
}

async fn card_with(
    request: &AdminRequest,
    product: &Product,
    wanted: ScheduleForm,
) -> Result<AnyView, AppError> {
    let (shop, id) = (&request.state.shop, product.id);
    let may = request.may(Right::ChangeProducts);
    let config = &shop.config;
    let all = schedule::of_product(&shop.db.read, id).await?;
    let path = path_of(id);
    let rows = all.iter().map(|row| {
        let end = may.then(|| {
            let name = format!("Call off: {}", summary(row, config));
            view! { <button class="button button--small" type="submit" name="plan" value=row.id.to_string() aria-label=name>"Call off"</button> }
        });
        let state = match row.state {
            _ if row.has_no_effect() => "changes nothing: it was not cheaper when it began",
            ScheduleState::Running => "goes on",
            _ => "planned",
        };
        view! { <li class="row"><span class="plan">{summary(row, config)}" "<span class="tag">{state}</span></span>{end}</li> }
    });
    let rows = (!all.is_empty()).then(|| {
        view! { <form method="post" action=format!("{path}/plans/end")><ul class="plain">{rows.collect_view()}</ul></form> }
    });
    let forms = may.then(|| {
        let zone = config.time_zone.name().to_owned();
        let kinds = ["sale", "visible"].map(|kind| form(&path, kind, &wanted, config));
        view! {
            <p class="note">{format!("Times are those of the shop, {zone}. Each takes effect within a second or two.")}</p>
            <div class="cards">{kinds}</div>
        }
    });
    Ok(view! { <section class="card" id="plans"><h2>"Sales and dates"</h2>{rows}{forms}</section> }.into_any())
}

/// The form that plans a sale, or when it is seen.
fn form(path: &str, kind: &'static str, wanted: &ScheduleForm, config: &Config) -> AnyView {
    let is_this = wanted.kind == kind;
    let typed = match is_this {
        true => wanted.clone(),
        false => ScheduleForm::default(),
    };
    let zone = config.time_zone.name().to_owned();
    let moment = |name: &'static str, label: &'static str, value: String, note: &'static str| {
        let id = format!("{kind}-{name}");
        let about = format!("{id}-note");
        let said = format!("{zone} time. {note}");
        view! {
            <div class="field"><label for=id.clone()>{label}</label>
                <input id=id name=name type="datetime-local" value=value aria-describedby=about.clone()/><p class="note" id=about>{said}</p></div>
        }
    };
    let number = |name: &'static str, label: &'static str, unit: String, value: String| {
        let id = format!("{kind}-{name}");
        view! {
            <div class="field"><label for=id.clone()>{label}</label>
                <span class="with-unit"><input id=id name=name type="text" inputmode="decimal" value=value/><span class="unit">{unit}</span></span></div>
        }
    };
    let is_sale = kind == "sale";
    let prices = is_sale.then(|| {
        let currency = config.currency.clone();
        view! {
            {number("price", "Price during it", currency, typed.price.clone())}
            {number("percent", "or off every price, variations too", "%".to_owned(), typed.percent.clone())}
        }
    });
    let (legend, button, from, until) = match is_sale {
        true => (
            "A sale",
            "Plan the sale",
            "Empty: at once.",
            "Empty: until you call it off.",
        ),
        false => (
            "When shoppers see it",
            "Plan it",
            "It is hidden until then. Empty: as it is now.",
            "It is hidden from then on. Empty: for good.",
        ),
    };
    let problem = typed
        .problem
        .clone()
        .map(|why| view! { <p class="problem" role="alert">{why}</p> });
    view! {
        <form method="post" action=format!("{path}/plans")>
            <fieldset class="group"><legend>{legend}</legend>
                <input type="hidden" name="kind" value=kind/>{problem}
                {prices}
                {moment("from", "From", typed.from.clone(), from)}
                {moment("until", "Until", typed.until.clone(), until)}
                <button class="button button--plain" type="submit">{button}</button>
            </fieldset>
        </form>
    }
    .into_any()
}

/// What is planned, in a line.
pub fn summary(row: &Model, config: &Config) -> String {
    let prices: PriceFormat = config.shop().prices;
    let clock = |at: i64| config.time_zone.clock(at).replace('T', ", ");
    let what = match (row.kind, row.price, row.percent) {
        (ScheduleKind::Visible, ..) => "Shoppers see it".to_owned(),
        (_, Some(price), _) => format!("Sale at {}", prices.minor(price)),
        (_, _, percent) => format!("Sale, {} % off", percent.unwrap_or_default()),
    };
    let from = row.starts_at.map(|at| format!(" from {}", clock(at)));
    let until = row.ends_at.map(|at| format!(" until {}", clock(at)));
    format!(
        "{what}{}{} ({})",
        from.unwrap_or_default(),
        until.unwrap_or_default(),
        config.time_zone.name()
    )
}

/// `POST /products/{id}/plans`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let text = |name: &str| typed.get(name).trim().to_owned();
    let mut wanted = ScheduleForm {
        kind: text("kind"),
        from: text("from"),
        until: text("until"),
        price: text("price"),
        percent: text("percent"),
        problem: None,
    };
    let problem = match read(&wanted, &shop.config) {
        Err(problem) => problem,
        Ok(new) => {
            let attempt = || async {
                let tx = shop.db.begin().await?;
                let planned = schedule::plan(&tx, id, new, &request.actor(), date::now()).await?;
                if planned.is_ok() {
                    tx.commit().await?;
                }
                Ok(planned)
            };
            match retried(attempt).await? {
                Ok(_) => {
                    shop.job_waits.notify_one();
                    return Ok(redirect_with_flash(&path_of(id), AdminFlash::Planned));
                }
                Err(refused) => why(refused).to_owned(),
            }
        }
    };
    wanted.problem = Some(problem);
    let Some(product) = store::product(&shop.db.read, id).await? else {
        return Ok(lookups::nothing(&request));
    };
    let card = card_with(&request, &product, wanted).await?;
    let path = path_of(id);
    let name = product
        .name
        .get(shop.config.store_language.code())
        .to_owned();
    let view = view! { {card}<p><a href=path>"Back to the product"</a></p> };
    Ok(request.page_with(StatusCode::UNPROCESSABLE_ENTITY, &name, view))
}

/// What was typed, or what is wrong with it.
fn read(wanted: &ScheduleForm, config: &Config) -> Result<NewSchedule, String> {
    let moment = |text: &str| match text {
        "" => Ok(None),
        text => config
            .time_zone
            .second_of(text)
            .map(Some)
            .ok_or_else(|| format!("“{text}” is no time, such as 2026-12-24T18:00.")),
    };
    let kind = match wanted.kind.as_str() {
        "sale" => ScheduleKind::Sale,
        _ => ScheduleKind::Visible,
    };
    let prices = config.shop().prices;
    let price = match wanted.price.as_str() {
        "" => None,
        text => {
            let price = prices.typed(text);
            Some(price.map_err(|why| why.of_amount().to_owned())?)
        }
    };
    let percent = match wanted.percent.trim_end_matches('%').trim() {
        "" => None,
        text => match text.parse() {
            Ok(percent) => Some(percent),
            Err(_) => return Err("Please type a whole number of percent, such as 20.".to_owned()),
        },
    };
    Ok(NewSchedule {
        kind,
        starts_at: moment(&wanted.from)?,
        ends_at: moment(&wanted.until)?,
        price,
        percent,
    })
}

fn why(refused: ScheduleRefusal) -> &'static str {
    match refused {
        ScheduleRefusal::NoTime => "Please say from when, or until when.",
        ScheduleRefusal::Backwards => "It ends before it begins.",
        ScheduleRefusal::Past => "That is over already.",
        ScheduleRefusal::Overlaps => {
            "Something is planned for a part of that time already. Call it off first."
        }
        ScheduleRefusal::NoPrice => "Please type either a price or a percentage.",
        ScheduleRefusal::NotCheaper => "That is not cheaper than it is now.",
        ScheduleRefusal::NoProduct => "There is no such product any more.",
    }
}

/// `POST /products/{id}/plans/end`.
pub async fn post_end(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let plan = typed.number("plan").ok_or(AppError::BadRequest)?;
    let attempt = || async {
        let tx = request.state.shop.db.begin().await?;
        let was_there = schedule::call_off(&tx, id, plan, &request.actor(), date::now()).await?;
        tx.commit().await?;
        Ok(was_there)
    };
    Ok(match retried(attempt).await? {
        true => redirect_with_flash(&path_of(id), AdminFlash::CalledOff),
        false => redirect_with_flash(&path_of(id), AdminFlash::TooLate),
    })
}
