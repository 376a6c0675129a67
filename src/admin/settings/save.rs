//! Saving a screen of settings: what is other than it was is stored, all of it or nothing.

use super::{
    Screen,
    show::{Present, Shown, shown},
};
use crate::{
    admin::{
        form::{Field, act, capitalised, read},
        request::{AdminRequest, see},
        said::Said,
        typed::Typed,
    },
    base::{date, error::AppError},
    content::settings::{self, Edit, Refused},
    platform::config::ConfigError,
};
use axum::{Extension, http::StatusCode, response::Response};
use std::collections::BTreeMap;
use toml::Table;

/// What came of a form.
pub enum Saved {
    /// It is done.
    Done(Said),
    /// It is not: the form comes back.
    Page(Response),
}

/// `POST` of a screen.
pub async fn post(
    Extension(asked): Extension<AdminRequest>,
    typed: Typed,
    screen: &'static Screen,
) -> Result<Response, AppError> {
    Ok(match save(&asked, typed, screen).await? {
        Saved::Done(said) => see(screen.path, said),
        Saved::Page(page) => page,
    })
}

/// Does what the form of `screen` says.
pub async fn save(
    asked: &AdminRequest,
    typed: Typed,
    screen: &'static Screen,
) -> Result<Saved, AppError> {
    let present = Present::read(asked).await?;
    if let Some(key) = typed.find("reset") {
        return reset(asked, screen, &present, key).await;
    }
    // Those that are set elsewhere are not sent; of one that was not sent, nothing was said.
    let open = screen
        .fields
        .iter()
        .filter(|it| present.given.source(it.key).is_none())
        .filter(|it| typed.number(&format!("version.{}", it.key)).is_some());
    let open: Vec<Field> = open.copied().collect();
    let seen: BTreeMap<String, i64> = open
        .iter()
        .filter_map(|it| {
            Some((
                it.key.to_owned(),
                typed.number(&format!("version.{}", it.key))?,
            ))
        })
        .collect();
    let typed = typed.with_pictures(&asked.state.shop.images).await?;
    let mut given = read(&open, &typed);
    given.problems.extend(typed.problems.clone());
    if let Some(button) = typed.find("act") {
        act(&mut given.values, button);
        let shown_now = Shown {
            typed: given.values,
            notice: "Not saved yet: it counts once you save.".to_owned(),
            seen,
            ..Shown::default()
        };
        let page = shown(asked, screen, &present, StatusCode::OK, shown_now).await?;
        return Ok(Saved::Page(page));
    }
    let changed = present.other(&given.values);
    if given.problems.is_empty() {
        given.problems = problems(&present, &changed);
    }
    if !given.problems.is_empty() {
        return refused(asked, screen, &present, given.values, given.problems, seen).await;
    }
    let edit = Edit {
        seen: seen.clone(),
        values: changed,
        forgotten: Vec::new(),
    };
    let shop = &asked.state.shop;
    match settings::change(&shop.db, &present.given, &edit, &asked.actor(), date::now()).await {
        Ok(config) => {
            // The page that follows goes by it at once, and not a second later.
            if let Err(error) = shop.set_config(config) {
                tracing::error!(%error, "the settings are stored, and those of before hold here");
            }
            Ok(Saved::Done(Said::Saved))
        }
        Err(Refused::Stale(stale)) => {
            let present = Present::read(asked).await?;
            let shown_now = Shown {
                typed: given.values,
                notice: "Somebody else saved this meanwhile. Look at both, and save what is right."
                    .to_owned(),
                stale,
                ..Shown::default()
            };
            let page = shown(asked, screen, &present, StatusCode::CONFLICT, shown_now).await?;
            Ok(Saved::Page(page))
        }
        Err(Refused::Wrong(error)) => {
            let problems = BTreeMap::from([problem(&error)]);
            refused(asked, screen, &present, given.values, problems, seen).await
        }
        Err(Refused::Fault(fault)) => Err(fault),
        Err(other) => {
            let problems = BTreeMap::from([(String::new(), other.to_string())]);
            refused(asked, screen, &present, given.values, problems, seen).await
        }
    }
}

async fn refused(
    asked: &AdminRequest,
    screen: &'static Screen,
    present: &Present,
    typed: Table,
    problems: BTreeMap<String, String>,
    seen: BTreeMap<String, i64>,
) -> Result<Saved, AppError> {
    let shown_now = Shown {
        typed,
        problems,
        notice: "Nothing is saved yet. Please look at this:".to_owned(),
        stale: Vec::new(),
        seen,
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let page = shown(asked, screen, present, status, shown_now).await?;
    Ok(Saved::Page(page))
}

async fn reset(
    asked: &AdminRequest,
    screen: &'static Screen,
    present: &Present,
    key: &str,
) -> Result<Saved, AppError> {
    if !screen.fields.iter().any(|field| field.key == key) {
        return Err(AppError::BadRequest);
    }
    let edit = Edit {
        forgotten: vec![key.to_owned()],
        ..Edit::default()
    };
    let shop = &asked.state.shop;
    match settings::change(&shop.db, &present.given, &edit, &asked.actor(), date::now()).await {
        Ok(_) => Ok(Saved::Done(Said::Reset)),
        Err(Refused::Fault(fault)) => Err(fault),
        Err(other) => {
            let problems = BTreeMap::from([(String::new(), other.to_string())]);
            refused(
                asked,
                screen,
                present,
                Table::new(),
                problems,
                BTreeMap::new(),
            )
            .await
        }
    }
}

/// What is wrong with each of `changed` alone, so that all of it is said at once.
fn problems(present: &Present, changed: &Table) -> BTreeMap<String, String> {
    let stored: Table = present
        .stored
        .iter()
        .map(|(key, it)| (key.clone(), it.value.clone()))
        .collect();
    let mut whole = stored.clone();
    whole.extend(changed.clone());
    // Two that need each other, such as a language and the shop's own, are right together.
    if present.given.config(&whole).is_ok() {
        return BTreeMap::new();
    }
    let wrong = changed.iter().filter_map(|(key, value)| {
        let mut one = stored.clone();
        one.insert(key.clone(), value.clone());
        let error = present.given.config(&one).err()?;
        Some(problem(&error))
    });
    wrong.collect()
}

/// Where in the form it is, and what is wrong there.
pub fn problem(error: &ConfigError) -> (String, String) {
    let path = error.key().replace('[', ".").replace(']', "");
    let why = error.allowed().lines().next().unwrap_or_default();
    let (path, why) = match why
        .strip_prefix("missing field `")
        .and_then(|it| it.strip_suffix('`'))
    {
        Some(field) => (format!("{path}.{field}"), "This is missing.".to_owned()),
        None => (path, why.to_owned()),
    };
    (path, sentence(&why))
}

/// `why` as a sentence.
fn sentence(why: &str) -> String {
    let end = if why.ends_with(['.', '!', '?']) {
        ""
    } else {
        "."
    };
    capitalised(why) + end
}
