//! Everything that is kept of whoever is signed in, in one answer.

use super::{
    account_records,
    record::{Section, html_of_all, json_of},
};
use crate::{
    account::{
        context::{AccountContext, AccountServices},
        entity::customer,
        recent_sign_in,
        sign_in::server::sign_in_path,
    },
    base::{date, error::AppError, html::escaped, paths::ShopPath, time_zone::TimeZone},
    text::Language,
};

/// What it is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For programs.
    Json,
    /// For people.
    Html,
}

impl Format {
    /// The type of the file.
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Html => "text/html; charset=utf-8",
        }
    }

    /// Its name.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Json => "my-data.json",
            Self::Html => "my-data.html",
        }
    }
}

/// The file; or, where the sign-in was not of just now, the path that asks for it.
pub async fn download(
    context: &AccountContext,
    format: Format,
) -> Result<Result<String, String>, AppError> {
    let now = date::now();
    let session = context.session.as_ref();
    if !session.is_some_and(|session| recent_sign_in::is_fresh(session, now)) {
        return Ok(Err(sign_in_path(context, ShopPath::PersonalData.text())));
    }
    let customer = &context.signed_in()?.customer;
    written(&context.state, customer, context.language, format, now)
        .await
        .map(Ok)
}

/// The file of what is kept of `customer`, to be read by them in `language`.
pub async fn written(
    state: &AccountServices,
    customer: &customer::Model,
    language: Language,
    format: Format,
    now: i64,
) -> Result<String, AppError> {
    let sections = sections(state, customer, language).await?;
    Ok(match format {
        Format::Json => json_of(&sections, now)?,
        Format::Html => document(
            &state.shop.name,
            language,
            &state.config.time_zone,
            &sections,
            now,
        ),
    })
}

/// What every room keeps of `customer`.
pub async fn sections(
    state: &AccountServices,
    customer: &customer::Model,
    language: Language,
) -> Result<Vec<Section>, AppError> {
    let db = &state.db;
    let person = account_records::person(&db.read, customer).await?;
    let mut all = account_records::sections(&db.read, person, language.data_texts()).await?;
    for records in &state.hooks.records {
        all.extend(records.export(db, person, language).await?);
    }
    Ok(all)
}

/// A page that stands by itself.
fn document(
    shop: &str,
    language: Language,
    zone: &TimeZone,
    sections: &[Section],
    now: i64,
) -> String {
    const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}\
        dl>div{display:grid;grid-template-columns:12rem 1fr;gap:0 1rem}dt{opacity:.7}dd{margin:0;overflow-wrap:anywhere}\
        ol{padding-left:1.5rem}li{margin-bottom:1rem}@media(max-width:40rem){dl>div{grid-template-columns:1fr}}";
    let d = language.data_texts();
    let (code, title) = (language.code(), escaped(d.title));
    let lead = escaped(&d.lead(shop, zone.minute(now)));
    let body = html_of_all(sections, (d, zone));
    format!(
        "<!doctype html><html lang=\"{code}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{title}</title><style>{STYLE}</style></head><body><h1>{title}</h1><p>{lead}</p>{body}</body></html>"
    )
}
