//! Steps that are settings: the same forms as on their screens, with what the country proposes.

use super::progress::done;
use crate::{
    admin::{
        access::Access,
        form::Field,
        request::AdminRequest,
        router::Route,
        said::Said,
        settings::{
            Screen, fields,
            save::{self, Saved},
            show::{self, Present, Shown},
        },
        staff::role::Right,
        typed::Typed,
    },
    base::error::AppError,
    content::proposals::{self, Remark},
};
use axum::{Extension, http::StatusCode, response::Response};
use std::sync::LazyLock;
use toml::Table;

const MAY: Access = Access::Right(Right::ChangeSettings);
/// The step whose settings the country proposes.
const MONEY: &str = "/guide/money";

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
            "/guide/store",
            "Name and country",
            "What is on the sign above your door, and who stands behind it.",
            [
                some(
                    fields::STORE,
                    &["store_name", "store_country", "seller", "footer_note"],
                ),
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
            "/guide/delivery",
            "How you deliver",
            "How orders reach shoppers, and what that costs. Take away what you do not offer.",
            shipping,
        ),
        step(
            "/guide/payment",
            "How you are paid",
            "Say what shoppers are to do: your account, how long they have.",
            some(fields::PAYMENT, &["payment"]),
        ),
    ]
});

/// The routes of the step `screen`.
pub fn routes(screen: &'static Screen) -> [Route; 2] {
    let page = move |asked: Extension<AdminRequest>| page(asked, screen);
    let post = move |asked: Extension<AdminRequest>, typed: Typed| post(asked, typed, screen);
    [
        Route::get(screen.path, MAY, page),
        Route::post(screen.path, MAY, post),
    ]
}

async fn page(
    Extension(asked): Extension<AdminRequest>,
    screen: &'static Screen,
) -> Result<Response, AppError> {
    let present = Present::read(&asked).await?;
    let shown = match screen.path {
        MONEY => proposed(&present),
        _ => Shown::default(),
    };
    show::shown(&asked, screen, &present, StatusCode::OK, shown).await
}

async fn post(
    Extension(asked): Extension<AdminRequest>,
    typed: Typed,
    screen: &'static Screen,
) -> Result<Response, AppError> {
    match save::save(&asked, typed, screen).await? {
        Saved::Page(page) => Ok(page),
        Saved::Done(_) => done(&asked, screen.path, Said::Saved).await,
    }
}

/// What the shop's country proposes for what nobody has set yet.
fn proposed(present: &Present) -> Shown {
    let country = present
        .table
        .get("store_country")
        .and_then(toml::Value::as_str);
    let Some(proposal) = country.and_then(proposals::for_country) else {
        return Shown::default();
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
    Shown {
        typed,
        notice: format!(
            "This is what shops in your country usually have. Look it over: it counts once you save.{more}"
        ),
        ..Shown::default()
    }
}
