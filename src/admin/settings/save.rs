//! Saving a screen of settings: what is other than it was is stored, all of it or nothing.

use super::{
    sample::{SampleBasket, TRY},
    show::{Present, ScreenState, shown},
};
use crate::{
    admin::{
        flash::AdminFlash,
        form::{Field, act, capitalised, read},
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
        screens::Screen,
    },
    base::error::AppError,
    content::settings::{Edit, SettingRefusal},
    platform::config::ConfigError,
};
use axum::{Extension, http::StatusCode, response::Response};
use std::collections::BTreeMap;
use toml::{Table, Value};

/// What came of a form.
pub enum Saved {
    /// It is done.
    Done(AdminFlash),
    /// It is not: the form comes back.
    Page(Response),
}

/// `POST` of a screen.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
    screen: &'static Screen,
) -> Result<Response, AppError> {
    Ok(match save(&request, typed, screen).await? {
        Saved::Done(said) => redirect_with_flash(screen.path, said),
        Saved::Page(page) => page,
    })
}

/// A form of a screen as it was sent.
pub struct SentForm {
    /// The settings that it says something of: those that are set elsewhere are not sent, and of one that was not sent, nothing was
    /// said.
    pub open: Vec<Field>,
    /// What they are to be.
    pub values: Table,
    /// What cannot be read, by the path of the field.
    wrong: BTreeMap<String, String>,
    /// The versions of settings that the form began with.
    pub seen: BTreeMap<String, i64>,
    /// The versions of the drafts of settings that the form began with.
    pub drafts_seen: BTreeMap<String, i64>,
    /// What is in the basket that shows what the settings come to.
    sample: SampleBasket,
}

impl SentForm {
    /// The form of `screen` that was `typed`, with its pictures taken into the shop.
    pub async fn read(
        request: &AdminRequest,
        typed: FormValues,
        screen: &'static Screen,
        present: &Present,
    ) -> Result<Self, AppError> {
        let versions = |of: &str, fields: &[Field]| -> BTreeMap<String, i64> {
            let version = |key: &str| typed.number(&format!("{of}.{key}"));
            let each = fields.iter();
            each.filter_map(|it| Some((it.key.to_owned(), version(it.key)?)))
                .collect()
        };
        let seen = versions("version", screen.fields);
        let drafts_seen = versions("draft", screen.fields);
        let open = screen
            .fields
            .iter()
            .filter(|it| present.given.source(it.key).is_none() && seen.contains_key(it.key));
        let open: Vec<Field> = open.copied().collect();
        let sample = SampleBasket::read(&typed);
        let typed = typed.with_pictures(&request.state.shop.images).await?;
        let mut given = read(&open, &typed, request.state.shop.shop.prices.exponent);
        given.problems.extend(typed.problems);
        Ok(Self {
            open,
            values: given.values,
            wrong: given.problems,
            seen,
            drafts_seen,
            sample,
        })
    }

    /// What is wrong with it, where `changed` is what it changes.
    pub fn problems(&self, present: &Present, changed: &Table) -> BTreeMap<String, String> {
        match self.wrong.is_empty() {
            true => problems(present, changed),
            false => self.wrong.clone(),
        }
    }

    /// The state of the screen that shows the form again as it was sent.
    fn again(self) -> ScreenState {
        ScreenState {
            typed: self.values,
            seen: self.seen,
            drafts_seen: self.drafts_seen,
            sample: self.sample,
            ..ScreenState::default()
        }
    }
}

/// Does what the form of `screen` says.
pub async fn save(
    request: &AdminRequest,
    typed: FormValues,
    screen: &'static Screen,
) -> Result<Saved, AppError> {
    let present = Present::read(request).await?;
    if let Some(key) = typed.find("reset") {
        return reset(request, screen, &present, key).await;
    }
    let button = typed.find("act").map(str::to_owned);
    let mut sent = SentForm::read(request, typed, screen, &present).await?;
    if let Some(button) = button.as_deref().filter(|button| *button != TRY) {
        press(&mut sent.values, screen.fields, button);
        return not_yet(request, screen, &present, sent).await;
    }
    let changed = present.other(&sent.values);
    let problems = sent.problems(&present, &changed);
    if !problems.is_empty() {
        let page = refused(request, screen, &present, sent, problems).await?;
        return Ok(Saved::Page(page));
    }
    if button.is_some() {
        return not_yet(request, screen, &present, sent).await;
    }
    let published = sent.open.iter().map(|it| it.key.to_owned());
    let edit = Edit {
        seen: sent.seen.clone(),
        values: changed,
        forgotten: Vec::new(),
        published: published.collect(),
    };
    match present.change(request, &edit).await {
        Ok(()) => Ok(Saved::Done(AdminFlash::Saved)),
        Err(SettingRefusal::Stale(stale)) => {
            let present = Present::read(request).await?;
            let shown_now = ScreenState {
                notice: "Somebody else saved this meanwhile. Look at both, and save what is right."
                    .to_owned(),
                stale,
                seen: BTreeMap::new(),
                ..sent.again()
            };
            let page = shown(request, screen, &present, StatusCode::CONFLICT, shown_now).await?;
            Ok(Saved::Page(page))
        }
        Err(SettingRefusal::Fault(fault)) => Err(fault),
        Err(other) => {
            let page = refused(request, screen, &present, sent, problem_texts(&other)).await?;
            Ok(Saved::Page(page))
        }
    }
}

/// Does what `button` says to `values`. An empty list that stands for a row has that written out below its first one: it would be
/// gone otherwise.
fn press(values: &mut Table, fields: &[Field], button: &str) {
    let is_empty = |values: &Table, field: &Field| {
        let rows = values.get(field.key).and_then(Value::as_array);
        rows.is_some_and(Vec::is_empty)
    };
    let mut begun = fields.to_vec();
    begun.retain(|field| !field.stands_for.is_empty() && is_empty(values, field));
    act(values, button);
    begun.retain(|field| !is_empty(values, field));
    for field in begun {
        let row = [("type".to_owned(), Value::from(field.stands_for))];
        if let Some(Value::Array(rows)) = values.get_mut(field.key) {
            rows.push(Value::Table(row.into_iter().collect()));
        }
    }
}

/// The form once more, of which nothing is stored.
async fn not_yet(
    request: &AdminRequest,
    screen: &'static Screen,
    present: &Present,
    sent: SentForm,
) -> Result<Saved, AppError> {
    let shown_now = ScreenState {
        notice: "Not saved yet: it counts once you save.".to_owned(),
        ..sent.again()
    };
    let page = shown(request, screen, present, StatusCode::OK, shown_now).await?;
    Ok(Saved::Page(page))
}

/// Where in the form it is, and what stands in the way.
fn problem_texts(refused: &SettingRefusal) -> BTreeMap<String, String> {
    let said = match refused {
        SettingRefusal::Wrong(error) => problem(error),
        other => (String::new(), other.to_string()),
    };
    BTreeMap::from([said])
}

/// The form of `screen` once more, with what is wrong in it.
pub async fn refused(
    request: &AdminRequest,
    screen: &'static Screen,
    present: &Present,
    sent: SentForm,
    problems: BTreeMap<String, String>,
) -> Result<Response, AppError> {
    let shown_now = ScreenState {
        problems,
        notice: "Nothing is saved yet. Please look at this:".to_owned(),
        ..sent.again()
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    shown(request, screen, present, status, shown_now).await
}

async fn reset(
    request: &AdminRequest,
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
    match present.change(request, &edit).await {
        Ok(()) => Ok(Saved::Done(AdminFlash::Reset)),
        Err(SettingRefusal::Fault(fault)) => Err(fault),
        Err(other) => {
            let shown_now = ScreenState {
                problems: problem_texts(&other),
                notice: "Nothing is changed. Please look at this:".to_owned(),
                ..ScreenState::default()
            };
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            let page = shown(request, screen, present, status, shown_now).await?;
            Ok(Saved::Page(page))
        }
    }
}

/// What is wrong with each of `changed` alone, so that all of it is said at once.
fn problems(present: &Present, changed: &Table) -> BTreeMap<String, String> {
    let stored = present.stored_values();
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
