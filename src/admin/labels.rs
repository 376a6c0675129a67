//! The interface's words, which the merchant may say otherwise: in pages, in the account menu, in e-mails.

use super::{
    flash::AdminFlash,
    form_values::FormValues,
    request::{AdminRequest, redirect_with_flash},
    settings::{save, show::Present},
};
use crate::{
    base::{error::AppError, html::in_textarea, language::LanguageCode, url},
    content::settings::{Edit, SettingRefusal},
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;
use toml::{Table, Value};

/// The setting.
const KEY: &str = "labels";
/// How many texts one page shows: whoever looks for one types a word of it.
const MAX: usize = 60;
/// What the input of a text is called, before its id.
const TEXT: &str = "text.";
/// What the input is called that holds what a text was when the form was opened.
const OLD: &str = "old.";

/// What is looked for, and in which language.
struct Search {
    language: LanguageCode,
    find: String,
}

impl Search {
    fn read(request: &AdminRequest, typed: &FormValues) -> Self {
        let config = &request.state.shop.config;
        let language = LanguageCode::of(typed.get("language"));
        let language = language.filter(|code| config.spoken.contains(*code));
        Self {
            language: language.unwrap_or(config.store_language),
            find: typed.get("find").trim().to_lowercase(),
        }
    }

    fn path(&self) -> String {
        format!(
            "/labels?language={}&find={}",
            self.language.code(),
            url::encoded(&self.find)
        )
    }
}

/// The merchant's words in `language`, as the settings hold them.
fn own(present: &Present, language: LanguageCode) -> Table {
    let labels = present
        .table
        .get(KEY)
        .and_then(|it| it.get(language.code()));
    labels
        .and_then(Value::as_table)
        .cloned()
        .unwrap_or_default()
}

/// `GET /labels`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let search = Search::read(&request, &typed);
    let present = Present::read(&request).await?;
    let own = own(&present, search.language);
    Ok(form(
        &request,
        StatusCode::OK,
        &search,
        &present,
        &own,
        None,
    ))
}

fn form(
    request: &AdminRequest,
    status: StatusCode,
    search: &Search,
    present: &Present,
    own: &Table,
    problem: Option<String>,
) -> Response {
    let config = &request.state.shop.config;
    let option = |code: &LanguageCode| {
        let language = config.language(*code);
        view! { <option value=language.code() selected=*code == search.language>{language.name()}</option> }
    };
    let fits = |id: &str, text: &str| {
        let own = own.get(id).and_then(Value::as_str).unwrap_or_default();
        let find = search.find.as_str();
        let is_own = find.is_empty() && !own.is_empty();
        is_own
            || !find.is_empty()
                && [id, text, own]
                    .iter()
                    .any(|it| it.to_lowercase().contains(find))
    };
    let all = config.spoken.messages(search.language);
    let found: Vec<_> = all
        .into_iter()
        .filter(|(id, text)| fits(id, text))
        .collect();
    let count = found.len();
    let said = match (count, search.find.is_empty()) {
        (0, true) => {
            "You have reworded nothing yet. Look for a word that you want to say otherwise."
                .to_owned()
        }
        (_, true) => "What you have reworded:".to_owned(),
        (0, false) => "Nothing says that.".to_owned(),
        (count, false) if count > MAX => {
            format!("{count} texts say that; these are the first {MAX}.")
        }
        (count, false) => format!("{count} texts say that."),
    };
    let stored = self::own(present, search.language);
    let row = |(id, text): (String, String)| {
        let name = format!("{TEXT}{id}");
        let old = stored
            .get(&id)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        let typed = own.get(&id).and_then(Value::as_str).unwrap_or_default();
        let lang = search.language.code().to_owned();
        view! {
            <input type="hidden" name=format!("{OLD}{id}") value=old/>
            <div class="field"><label for=name.clone()>{text.clone()}</label>
                <textarea id=name.clone() name=name rows="2" lang=lang>{in_textarea(typed)}</textarea>
                <p class="note">{id}</p></div>
        }
    };
    let rows = found.into_iter().take(MAX).map(row).collect_view();
    let view = view! {
        <p class="lead">"Every word that the shop says of itself can be yours: on buttons, in notices, in e-mails. What stands in curly brackets is filled in, and must stay."</p>
        <form class="row" method="get" action="/labels">
            <div class="field"><label for="language">"Language"</label>
                <select id="language" name="language">{config.languages.iter().map(option).collect_view()}</select></div>
            <div class="field"><label for="find">"A word of it"</label>
                <input id="find" name="find" type="search" value=search.find.clone()/></div>
            <button class="button button--plain" type="submit">"Look"</button>
        </form>
        {problem.map(|problem| view! { <p class="problem" role="alert">{problem}</p> })}
        <p>{said}</p>
        <form class="settings" method="post" action="/labels" data-settings="">
            <input type="hidden" name="language" value=search.language.code().to_owned()/>
            <input type="hidden" name="find" value=search.find.clone()/>
            {rows}
            {(count > 0).then(|| view! { <div class="save"><button class="button" type="submit">"Save"</button><span class="note">" Empty: as we say it."</span></div> })}
        </form>
    };
    request.page_with(status, "Words", view)
}

/// `POST /labels`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let search = Search::read(&request, &typed);
    let present = Present::read(&request).await?;
    let mut own = own(&present, search.language);
    let mut met = Vec::new();
    for (name, text) in &typed.pairs {
        let Some(id) = name.strip_prefix(TEXT) else {
            continue;
        };
        let text = text.replace("\r\n", "\n").trim().to_owned();
        let old = typed.get(&format!("{OLD}{id}")).replace("\r\n", "\n");
        // What was left as it was says nothing: somebody else may have reworded it meanwhile.
        if text == old.trim() {
            continue;
        }
        let now = own.get(id).and_then(Value::as_str).unwrap_or_default();
        if now != old.trim() && now != text {
            met.push(format!("{id}, which is now “{now}”"));
        }
        match text.as_str() {
            "" => own.remove(id),
            text => own.insert(id.to_owned(), Value::String(text.to_owned())),
        };
    }
    if !met.is_empty() {
        let why = format!(
            "Somebody else reworded this meanwhile: {}. Save once more to say it your way.",
            met.join("; ")
        );
        return Ok(form(
            &request,
            StatusCode::CONFLICT,
            &search,
            &present,
            &own,
            Some(why),
        ));
    }
    let mut labels = present
        .table
        .get(KEY)
        .and_then(Value::as_table)
        .cloned()
        .unwrap_or_default();
    labels.insert(search.language.code().to_owned(), Value::Table(own.clone()));
    labels.retain(|_, texts| texts.as_table().is_none_or(|texts| !texts.is_empty()));
    let edit = Edit {
        values: Table::from_iter([(KEY.to_owned(), Value::Table(labels))]),
        seen: [(KEY.to_owned(), present.version(KEY))].into(),
        ..Edit::default()
    };
    let (status, why) = match present.change(&request, &edit).await {
        Ok(()) => return Ok(redirect_with_flash(&search.path(), AdminFlash::Saved)),
        Err(SettingRefusal::Fault(fault)) => return Err(fault),
        Err(SettingRefusal::Stale(_)) => (
            StatusCode::CONFLICT,
            "Somebody else saved at the same moment. Please save once more.".to_owned(),
        ),
        Err(SettingRefusal::Wrong(error)) => {
            let (path, why) = save::problem(&error);
            (StatusCode::UNPROCESSABLE_ENTITY, format!("{path}: {why}"))
        }
        Err(other) => (StatusCode::UNPROCESSABLE_ENTITY, other.to_string()),
    };
    let present = Present::read(&request).await?;
    Ok(form(&request, status, &search, &present, &own, Some(why)))
}
