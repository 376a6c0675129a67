//! A screen of settings as a page: its fields, what is wrong, and what was changed lately.

use super::{
    draft, history,
    sample::{self, SampleBasket},
};
use crate::{
    account::customers::group,
    admin::{
        emails,
        form::{Drawing, Source, draw},
        guide,
        page::{self, Body},
        preview,
        request::AdminRequest,
        screens::Screen,
    },
    base::{date, error::AppError},
    content::settings::{self, Edit, SettingRefusal, StoredSetting},
    platform::config::{AccentPlace, Brand, Config, Contrast, SettingSources},
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;
use std::collections::BTreeMap;
use toml::{Table, Value};

/// What a screen shows.
#[derive(Default)]
pub struct ScreenState {
    /// Values other than those that are stored.
    pub typed: Table,
    /// What is wrong, by the path of the field.
    pub problems: BTreeMap<String, String>,
    /// What there is to say above the form.
    pub notice: String,
    /// Keys that somebody else changed meanwhile.
    pub stale: Vec<String>,
    /// What they changed them to, where that does not hold yet.
    pub theirs: Table,
    /// The versions that what was typed began with: else a change of somebody else meanwhile would not be seen.
    pub seen: BTreeMap<String, i64>,
    /// The versions of the drafts that what was typed began with.
    pub drafts_seen: BTreeMap<String, i64>,
    /// What is in the basket that shows what the settings come to.
    pub sample: SampleBasket,
}

/// The settings as they are: set outside of the database, and stored there.
pub struct Present {
    /// What is set outside of the database.
    pub given: SettingSources,
    /// What is stored.
    pub stored: BTreeMap<String, StoredSetting>,
    /// What holds, as it was written.
    pub table: Table,
    /// The settings that hold, as forms show them.
    pub plain: Table,
}

impl Present {
    /// The settings of the shop that is asked for.
    pub async fn read(request: &AdminRequest) -> Result<Self, AppError> {
        let given = request.state.given();
        let stored = settings::with_versions(&request.state.shop.db.read).await?;
        let values = stored
            .iter()
            .map(|(key, it)| (key.clone(), it.value.clone()));
        let table = given.table(&values.collect());
        // In the one way that settings are written, of the several in which they are read.
        let plain = Config::from_table(table.clone()).map(Table::try_from);
        let plain = plain.ok().and_then(Result::ok);
        Ok(Self {
            plain: plain.unwrap_or_else(|| table.clone()),
            given,
            stored,
            table,
        })
    }

    /// Those of `values` that mean something else than what holds now, however either is written.
    pub fn other(&self, values: &Table) -> Table {
        let now = Config::from_table(self.table.clone()).ok();
        let is_other = |key: &str, value: &Value| {
            let mut with = self.table.clone();
            with.insert(key.to_owned(), value.clone());
            let is_as_written = self.table.get(key) == Some(value);
            !is_as_written && (now.is_none() || Config::from_table(with).ok() != now)
        };
        let others = values.iter().filter(|(key, value)| is_other(key, value));
        others
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect()
    }

    /// The values that are stored.
    pub fn stored_values(&self) -> Table {
        let each = self.stored.iter();
        each.map(|(key, it)| (key.clone(), it.value.clone()))
            .collect()
    }

    /// Stores what `edit` changes of these settings in the name of whoever asks, and goes by it at once.
    pub async fn change(&self, request: &AdminRequest, edit: &Edit) -> Result<(), SettingRefusal> {
        let shop = &request.state.shop;
        let actor = request.actor();
        let config = settings::change(&shop.db, &self.given, edit, &actor, date::now()).await?;
        // The page that follows goes by it, and not by what holds for a second longer.
        if let Err(error) = shop.set_config(config) {
            tracing::error!(%error, "the settings are stored, and those of before hold here");
        }
        Ok(())
    }

    /// The version of `key`; 0 if it is not stored.
    pub fn version(&self, key: &str) -> i64 {
        self.stored.get(key).map_or(0, |it| it.version)
    }
}

/// `GET` of a screen.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    screen: &'static Screen,
) -> Result<Response, AppError> {
    let present = Present::read(&request).await?;
    let (typed, seen) = draft::begun(&draft::of(&request, screen).await?);
    let drafts = ScreenState {
        typed,
        seen,
        ..ScreenState::default()
    };
    shown(&request, screen, &present, StatusCode::OK, drafts).await
}

/// The screen with `shown` on it.
pub async fn shown(
    request: &AdminRequest,
    screen: &'static Screen,
    present: &Present,
    status: StatusCode,
    shown: ScreenState,
) -> Result<Response, AppError> {
    // A step of the guide has no page of its own to go back to.
    let is_step = screen.undo.is_empty();
    let may_change = screen
        .change
        .right()
        .is_some_and(|right| request.may(right));
    let drafts = draft::of(request, screen).await?;
    let groups = group::all(&request.state.shop.db.read).await?;
    let groups = groups.into_iter().map(|it| (it.name.clone(), it.name));
    let groups: Vec<(String, String)> = groups.collect();
    let options = |source: Source| match source {
        Source::Groups => groups.clone(),
        other => other.options(&request.state.shop),
    };
    let config = &request.state.shop.config;
    let mut languages = config.languages.clone();
    languages.retain(|language| *language != config.store_language);
    languages.insert(0, config.store_language);
    let languages: Vec<_> = languages
        .iter()
        .map(|code| config.language(*code))
        .map(|it| (it.code().to_owned(), it.name().to_owned()))
        .collect();
    let fields: Vec<AnyView> = screen
        .fields
        .iter()
        .map(|field| {
            let source = present.given.source(field.key).map(str::to_owned);
            let drawing = Drawing {
                action: screen.path,
                languages: languages.clone(),
                problems: &shown.problems,
                is_fixed: source.is_some() || !may_change,
                options: &options,
            };
            let theirs = shown.stale.contains(&field.key.to_owned()).then(|| {
                let fixed = Drawing {
                    action: screen.path,
                    languages: languages.clone(),
                    problems: &BTreeMap::new(),
                    is_fixed: true,
                    options: &options,
                };
                let path = format!("theirs.{}", field.key);
                let value = shown.theirs.get(field.key).or_else(|| present.plain.get(field.key));
                let view = draw(&fixed, field, &path, value);
                view! { <div class="theirs"><p class="problem">"What somebody else saved meanwhile; below it, what you typed:"</p>{view}</div> }
            });
            let value = shown.typed.get(field.key).or_else(|| present.plain.get(field.key));
            let seen = shown.seen.get(field.key).copied();
            let seen = seen.unwrap_or_else(|| present.version(field.key));
            let version = format!("version.{}", field.key);
            let version = view! { <input type="hidden" name=version value=seen.to_string()/> };
            let draft = shown.drafts_seen.get(field.key).copied();
            let draft = draft.or_else(|| Some(drafts.get(field.key)?.version));
            let draft = draft.map(|seen| view! { <input type="hidden" name=format!("draft.{}", field.key) value=seen.to_string()/> });
            let source = source.map(|source| view! { <p class="note">"Set in "{source}": change it there."</p> });
            view! { {theirs}{draw(&drawing, field, field.key, value)}{source}{version}{draft} }.into_any()
        })
        .collect();
    let changed: Vec<(String, &'static str)> = screen
        .fields
        .iter()
        .filter(|field| present.stored.contains_key(field.key) && may_change && !is_step)
        .map(|field| (field.key.to_owned(), field.label))
        .collect();
    let history = match is_step {
        true => None,
        false => history::latest(request, screen).await?,
    };
    let notice = (!shown.notice.is_empty()).then(|| {
        let each = shown.problems.iter().map(|(path, why)| {
            let to = format!("#{path}");
            view! { <li><a href=to>{why.clone()}</a></li> }
        });
        view! { <div class="notice" role="alert"><p>{shown.notice.clone()}</p><ul>{each.collect_view()}</ul></div> }
    });
    let enctype = if screen.takes_pictures() {
        "multipart/form-data"
    } else {
        "application/x-www-form-urlencoded"
    };
    let label = match (is_step, screen.has_drafts()) {
        (true, _) => "Save and go on",
        (false, true) => "Publish",
        (false, false) => "Save",
    };
    let keep = (screen.has_drafts() && may_change).then(|| {
        view! { <button class="button button--plain" type="submit" formaction=screen.draft>"Save as a draft"</button> }
    });
    let save = may_change.then(
        || view! { <div class="save row"><button class="button" type="submit">{label}</button>{keep}</div> },
    );
    // The first button of a form is the one that Enter presses.
    let first = may_change.then(|| view! { <button class="sr-only" type="submit" tabindex="-1" aria-hidden="true">{label}</button> });
    let bar = guide::bar(request, screen.path).await?;
    let warnings = contrasts(screen, &shown, present);
    let pane = (screen.has_drafts() && may_change)
        .then(|| preview::pane(request, "settings", screen.draft.to_owned(), None, "/"));
    let is_framing = pane.is_some();
    let is_typed = !shown.notice.is_empty() && !shown.typed.is_empty();
    let note = may_change.then(|| draft::note(request, screen, &drafts));
    let sample = match may_change {
        true => sample::panel(request, screen, present, &shown).await?,
        false => None,
    };
    let view = view! {
        {bar}
        <p class="lead">{screen.lead}</p>{every_email(screen)}
        {notice}{note}{warnings}
        <div class=if is_framing { "beside" } else { "" }>
            <div>
                <form class="settings" id="settings" method="post" action=screen.path enctype=enctype data-settings="" data-typed=is_typed.then_some("")>
                    {first}{fields}{sample}{save}
                </form>
                {resets(screen.path, changed)}
                {history}
            </div>
            {pane}
        </div>
    };
    let body = Body::of(screen.title, view);
    let body = match is_framing {
        true => body.framing_shop(request.state.shop_origin()),
        false => body,
    };
    Ok(page::response(request, status, body))
}

/// Where the accent colour is seen less well than it needs to be, by what is typed or holds.
fn contrasts(screen: &Screen, shown: &ScreenState, present: &Present) -> Option<AnyView> {
    if !screen.fields.iter().any(|field| field.key == "brand") {
        return None;
    }
    let brand = shown
        .typed
        .get("brand")
        .or_else(|| present.plain.get("brand"))?;
    let brand: Brand = brand.clone().try_into().ok()?;
    let warnings = brand.warnings();
    if warnings.is_empty() {
        return None;
    }
    let one = |it: Contrast| {
        let place = match it.place {
            AccentPlace::ButtonText => "text on a button",
            AccentPlace::Button => "a button",
            AccentPlace::Link => "a link",
            AccentPlace::DarkButtonText => "text on a button of dark pages",
            AccentPlace::DarkButton => "a button on dark pages",
            AccentPlace::DarkLink => "a link on dark pages",
        };
        let text = format!(
            "{place}: {:.1} to 1, where {:.1} is needed",
            it.ratio, it.needed
        );
        view! { <li>{text}</li> }
    };
    let each = warnings.into_iter().map(one).collect_view();
    Some(view! {
        <div class="notice"><p>"Your colour is hard to see in some places, so the shop shows a lighter or darker shade of it there by itself. You need do nothing. How much it stands out:"</p><ul>{each}</ul></div>
    }
    .into_any())
}

/// Where the e-mails are that a screen is about.
fn every_email(screen: &Screen) -> Option<AnyView> {
    let link =
        || view! { <p><a href=emails::PATH>"See every e-mail, and send it to yourself"</a></p> };
    (screen.path == "/settings/emails").then(|| link().into_any())
}

/// What can go back to its default.
fn resets(path: &'static str, changed: Vec<(String, &'static str)>) -> Option<AnyView> {
    if changed.is_empty() {
        return None;
    }
    let button = |(key, label): (String, &'static str)| {
        view! { <button class="button button--plain" type="submit" name="reset" value=key>{label}</button> }
    };
    Some(
        view! {
            <form class="card" method="post" action=path>
                <details><summary>"Back to the default"</summary>
                    <div class="adds">{changed.into_iter().map(button).collect_view()}</div>
                </details>
            </form>
        }
        .into_any(),
    )
}
