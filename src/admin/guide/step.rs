//! Steps that are settings: the same forms as on their screens, with what the country proposes.

use super::progress::done;
use crate::{
    admin::{
        access::Access,
        flash::AdminFlash,
        form::Field,
        form_values::FormValues,
        request::AdminRequest,
        route::Route,
        screens::{Screen, fields},
        settings::{
            save::{self, Saved},
            show::{self, Present, ScreenState},
        },
        staff::role::Right,
    },
    base::error::AppError,
    content::proposals::{self, Remark},
};
use axum::{Extension, http::StatusCode, response::Response};
use std::sync::LazyLock;
use toml::{Table, Value};

const MAY: Access = Access::Right(Right::ChangeSettings);
/// The step whose settings the country proposes.
const MONEY: &str = "/guide/money";
/// The step that says who e-mails are from.
const STORE: &str = "/guide/store";
/// The step whose ways lead home first.
const DELIVERY: &str = "/guide/delivery";
/// The step whose ways need the merchant's account.
const PAYMENT: &str = "/guide/payment";

/// Of `fields` those called `keys`, in that order.
fn some(fields: &'static [Field], keys: &[&str]) -> Vec<Field> {
    let named = |key: &&str| fields.iter().find(|field| field.key == *key).copied();
    keys.iter().filter_map(named).collect()
}

fn step(path: &'static str, title: &'static str, lead: &'static str, fields: Vec<Field>) -> Screen {
    Screen {
        path,
        undo: "",
        draft: "",
        title,
        group: "Guide",
        lead,
        see: Right::ChangeSettings,
        change: MAY,
        fields: fields.leak(),
    }
}

/// The steps.
pub static SCREENS: LazyLock<[Screen; 4]> = LazyLock::new(|| {
    let money = [
        some(fields::LANGUAGES, &["store_language", "languages"]),
        some(
            fields::STORE,
            &["currency", "time_zone", "weight_unit", "size_unit"],
        ),
        some(fields::TAXES, &["prices_include_tax", "taxes"]),
        some(fields::CHECKOUT, &["withdrawal"]),
    ];
    let shipping = some(
        fields::SHIPPING,
        &["shipping", "handling_days", "cut_off_hour"],
    );
    [
        step(
            STORE,
            "Name and country",
            "What is on the sign above your door, and who stands behind it.",
            [
                some(fields::STORE, &["store_name", "store_country", "seller"]),
                fields::EMAILS.to_vec(),
            ]
            .concat(),
        ),
        step(
            MONEY,
            "Language, currency and taxes",
            "What your shop speaks, what prices are in, and what is in them.",
            money.concat(),
        ),
        step(
            DELIVERY,
            "How you deliver",
            "How orders reach shoppers, and what that costs. Remove what you do not offer.",
            shipping,
        ),
        step(
            PAYMENT,
            "How you are paid",
            "Say what shoppers are to do: your account, how long they have.",
            some(fields::PAYMENT, &["payment"]),
        ),
    ]
});

/// The routes of the step `screen`.
pub fn routes(screen: &'static Screen) -> [Route; 2] {
    let page = move |request: Extension<AdminRequest>| page(request, screen);
    let post =
        move |request: Extension<AdminRequest>, typed: FormValues| post(request, typed, screen);
    [
        Route::get(screen.path, MAY, page),
        Route::post(screen.path, MAY, post),
    ]
}

async fn page(
    Extension(request): Extension<AdminRequest>,
    screen: &'static Screen,
) -> Result<Response, AppError> {
    let present = Present::read(&request).await?;
    let shown = match screen.path {
        MONEY => proposed(&present),
        STORE => from_and_to(&present, &request),
        DELIVERY => home_first(&present),
        PAYMENT => with_account(&present, &request),
        _ => ScreenState::default(),
    };
    show::shown(&request, screen, &present, StatusCode::OK, shown).await
}

async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
    screen: &'static Screen,
) -> Result<Response, AppError> {
    match save::save(&request, typed, screen).await? {
        Saved::Page(page) => Ok(page),
        Saved::Done(_) => done(&request, screen.path, AdminFlash::Saved).await,
    }
}

/// What the shop's country proposes for what nobody has set yet.
fn proposed(present: &Present) -> ScreenState {
    let country = present.table.get("store_country").and_then(Value::as_str);
    let Some(proposal) = country.and_then(proposals::for_country) else {
        return ScreenState::default();
    };
    let mut typed: Table = proposal.settings();
    typed.retain(|key, _| !present.stored.contains_key(key) && present.given.source(key).is_none());
    let more = match proposal.remark {
        Some(Remark::TaxByRegion) => {
            " No tax is proposed: what you owe depends on the state or province, so ask there."
        }
        Some(Remark::DistanceSales) => {
            " Above 10,000 € a year of sales to other EU countries, their rates count."
        }
        None => "",
    };
    ScreenState {
        typed,
        notice: format!(
            "This is what shops in your country usually have. Look it over: it counts once you save.{more}"
        ),
        ..ScreenState::default()
    }
}

/// Whether nobody has said `key` yet.
fn is_unsaid(present: &Present, key: &str) -> bool {
    !present.stored.contains_key(key) && present.given.source(key).is_none()
}

/// E-mails are from whoever set the shop up, and they are told of orders.
fn from_and_to(present: &Present, request: &AdminRequest) -> ScreenState {
    let mut typed = Table::new();
    let own = request.signed.as_ref().map(|it| it.staff.email.clone());
    let Some(own) = own.filter(|it| !it.is_empty()) else {
        return ScreenState::default();
    };
    if is_unsaid(present, "notify") {
        let all = vec![Value::String(own.clone())];
        typed.insert("notify".to_owned(), Value::Array(all));
    }
    if is_unsaid(present, "mail_from") {
        typed.insert("mail_from".to_owned(), Value::String(own));
    }
    shown(
        typed,
        "E-mails are from your own address until you say otherwise.",
    )
}

/// What is sent goes to the shop's own country: what it costs to send it elsewhere, nobody has said yet.
fn home_first(present: &Present) -> ScreenState {
    let country = present.table.get("store_country").cloned();
    let (Some(country), true) = (country, is_unsaid(present, "shipping")) else {
        return ScreenState::default();
    };
    let mut ways = present.plain.get("shipping").cloned();
    for way in ways.iter_mut().filter_map(Value::as_array_mut).flatten() {
        let Some(way) = way.as_table_mut() else {
            continue;
        };
        let is_fetched = way.get("pickup").and_then(Value::as_bool) == Some(true);
        if !is_fetched {
            way.insert("zones".to_owned(), Value::Array(vec![country.clone()]));
        }
    }
    let typed = ways.map(|ways| ("shipping".to_owned(), ways));
    shown(
        typed.into_iter().collect(),
        "What is sent goes to your own country, as long as you add no other. It counts once you save.",
    )
}

/// Whoever is to transfer money has to know where to.
fn with_account(present: &Present, request: &AdminRequest) -> ScreenState {
    if !is_unsaid(present, "payment") {
        return ScreenState::default();
    }
    let config = &request.state.shop.config;
    // What stands in a language that the shop does not speak nobody sees, and nobody could fill in.
    let is_spoken = |code: &str| {
        let mut spoken = config.languages.iter().chain([&config.store_language]);
        spoken.any(|it| it.code() == code)
    };
    let mut ways = present.plain.get("payment").cloned();
    for way in ways.iter_mut().filter_map(Value::as_array_mut).flatten() {
        let is_transfer = way.get("id").and_then(Value::as_str) == Some("bank");
        let texts = way.get_mut("instructions").filter(|_| is_transfer);
        for (code, text) in texts.and_then(Value::as_table_mut).into_iter().flatten() {
            if let Value::String(text) = text
                && is_spoken(code)
            {
                text.push_str("\n[[IBAN]]");
            }
        }
    }
    let typed = ways.map(|ways| ("payment".to_owned(), ways));
    shown(
        typed.into_iter().collect(),
        "Put your account where it says [[IBAN]], or remove the bank transfer.",
    )
}

fn shown(typed: Table, notice: &str) -> ScreenState {
    ScreenState {
        notice: if typed.is_empty() {
            String::new()
        } else {
            notice.to_owned()
        },
        typed,
        ..ScreenState::default()
    }
}
