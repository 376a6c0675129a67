//! Pages that the law wants, from drafts of the shop's country: what the settings know is filled in, the rest is asked for.

use super::progress::{bar, done, onwards, stay};
use crate::{
    admin::{flash::AdminFlash, form_values::FormValues, pages, request::AdminRequest},
    base::error::AppError,
    content::{
        drafts::{self, DraftKind, page_name},
        pages as texts,
        proposals::{
            self, GapAnswer, answered, around, choices, gaps, is_advice, may_be_left_out, proposed,
        },
    },
};
use axum::{Extension, response::Response};
use leptos::prelude::*;
use std::collections::HashSet;

const PATH: &str = "/guide/legal";
/// What the tick is called that takes the advice out of every page.
const ADVISED: &str = "advised";
/// Most characters that are shown of a sentence before and after its gap.
const AROUND: usize = 90;

/// A page that the law wants, as far as it is.
struct LegalPage {
    slug: &'static str,
    language: &'static str,
    /// What it says so far.
    text: String,
    /// Version of the merchant's own draft; 0 if there is none.
    draft: i64,
    is_published: bool,
}

impl LegalPage {
    /// Every page of the shop's country.
    async fn all(request: &AdminRequest) -> Result<Vec<Self>, AppError> {
        let shop = &request.state.shop;
        let there = texts::all(&shop.db.read).await?;
        let mut begun = drafts::all(&shop.db.read, DraftKind::Page).await?;
        let each = proposals::drafts(&shop.config).into_iter().map(|draft| {
            let own = begun.remove(&page_name(draft.slug, draft.language));
            let version = own.as_ref().map_or(0, |own| own.version);
            Self {
                slug: draft.slug,
                language: draft.language,
                text: own.map_or(draft.markdown, |own| own.value),
                draft: version,
                is_published: there.iter().any(|page| page.slug == draft.slug),
            }
        });
        Ok(each.collect())
    }

    /// What is asked about it.
    fn questions(&self) -> Vec<&str> {
        let mut questions = gaps(&self.text);
        questions.retain(|gap| !is_advice(gap));
        questions
    }

    /// What the answer to `gap` is called in the form; one that is the same on every page is given once.
    fn name(&self, gap: &str) -> String {
        match proposals::is_of_every_page(gap) {
            true => gap.to_owned(),
            false => format!("{} {gap}", self.slug),
        }
    }

    /// Its text with what was `typed`.
    fn answered(&self, typed: &FormValues) -> String {
        answered(&self.text, |gap| {
            let said = typed.get(&self.name(gap)).trim();
            let is_advised = is_advice(gap) && typed.find(ADVISED).is_some();
            match said {
                _ if is_advised => GapAnswer::LeaveOut,
                "" if may_be_left_out(gap) && !is_advice(gap) => GapAnswer::LeaveOut,
                "" => GapAnswer::Open,
                said => GapAnswer::Text(said.replace("[[", "[").replace("]]", "]")),
            }
        })
    }
}

/// `GET /guide/legal`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let bar = bar(&request, PATH).await?;
    let all = LegalPage::all(&request).await?;
    let nothing = all.is_empty().then(|| {
        view! { <p>"There are no drafts for your country yet: write these pages yourself, under Pages."</p> }
    });
    let is_open = all.iter().any(|page| !page.is_published);
    let has_begun = all.iter().any(|page| page.draft != 0 || page.is_published);
    let label = match is_open {
        true => "Go on, and leave the drafts for later",
        false => "Go on",
    };
    let onwards = match has_begun {
        true => Some(onwards(&request, PATH, label).await?),
        false => None,
    };
    let mut asked_for = HashSet::new();
    let rows: Vec<AnyView> = all.iter().map(|page| row(page, &mut asked_for)).collect();
    let advised = is_open.then(|| {
        view! {
            <div class="field field--flag"><input id=ADVISED name=ADVISED type="checkbox" value="yes"/>
                <label for=ADVISED>"I have read them, and had them looked at where I was not sure"</label>
                <p class="note">"Without this tick they stay drafts, which shoppers do not see."</p></div>
            <button class="button" type="submit">"Make these pages"</button>
        }
    });
    let view = view! {
        {bar}
        <p class="lead">"Pages in plain words, with what your settings know filled in, and what is usual proposed. They are nobody's legal advice. Look over what is asked, and read each page as a whole. As long as something is missing, the page stays a draft."</p>
        {nothing}
        <form class="card" method="post" action=PATH>
            {rows}
            {advised}
        </form>
        {onwards}
        <p><a href="/pages">"All pages"</a></p>
    };
    Ok(request.page("Legal pages", view))
}

/// A page, and what is asked about it that was not `asked_for` on one before.
fn row(page: &LegalPage, asked_for: &mut HashSet<String>) -> AnyView {
    let title = pages::title_of(&page.text, page.slug);
    if page.is_published {
        return view! { <p><strong>{title}</strong>" · You have this page already; it stays as it is."</p> }.into_any();
    }
    let id = format!("take-{}", page.slug);
    let note = match (page.draft, page.questions().len()) {
        (0, 0) => "Nothing is left to fill in.",
        (0, _) => "",
        _ => "Your draft. Shoppers do not see it yet.",
    };
    let open = (page.draft != 0).then(|| {
        let to = pages::edit_path(page.slug, page.language);
        view! { " "<a href=to>"Read it, and write it otherwise"</a> }
    });
    let mut questions = page.questions();
    questions.retain(|gap| asked_for.insert(page.name(gap)));
    let questions = questions.into_iter().map(|gap| question(page, gap));
    let whole = texts::shown(&proposals::as_proposed(&page.text)).html;
    view! {
        <fieldset>
            <legend>{title}</legend>
            <details><summary>"Read the whole page"</summary><div class="draft" lang=page.language inner_html=whole></div></details>
            <div class="field field--flag">
                <input id=id.clone() name="take" type="checkbox" value=page.slug checked/>
                <label for=id>"Make this page"</label><p class="note">{note}{open}</p>
            </div>
            {questions.collect_view()}
        </fieldset>
    }
    .into_any()
}

/// A gap in its sentence.
fn question(page: &LegalPage, gap: &str) -> impl IntoView + use<> {
    let (before, after) = around(&page.text, gap, AROUND);
    let (name, language) = (page.name(gap), page.language);
    let may_go = may_be_left_out(gap).then(
        || view! { <p class="note">"If you leave this empty, the page does without the line."</p> },
    );
    let usual = proposed(gap).unwrap_or_default().to_owned();
    let each = choices(gap).into_iter();
    let each = each.map(|it| view! { <option value=it.to_owned()>{it.to_owned()}</option> });
    let each: Vec<_> = each.collect();
    let id = name.clone();
    let input = match each.is_empty() {
        true => view! { <input id=id name=name.clone() type="text" value=usual lang=language autocomplete="off"/> }.into_any(),
        false => view! { <select id=id name=name.clone() lang=language>{each}</select> }.into_any(),
    };
    view! {
        <div class="field question">
            <label for=name lang=language>{before}<strong>{proposals::name(gap).to_owned()}</strong>{after}</label>
            {input}
            {may_go}
        </div>
    }
}

/// `POST /guide/legal`: pages that there are already stay as they are. One with gaps is a draft until they are filled: shoppers
/// are not to read what is still to be said.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let mut has_gaps = false;
    for page in LegalPage::all(&request).await? {
        let is_taken = typed.all("take").any(|slug| slug == page.slug);
        if page.is_published || !is_taken {
            continue;
        }
        let text = page.answered(&typed);
        if gaps(&text).is_empty() {
            // Where somebody wrote one meanwhile, theirs stays.
            let seen = pages::version(None);
            let _ = pages::write(&request, page.slug, page.language, Some(&text), &seen).await?;
            continue;
        }
        has_gaps = true;
        pages::begin(&request, page.slug, page.language, &text, page.draft).await?;
    }
    match has_gaps {
        // What is to be filled in is filled in here, and now.
        true => stay(&request, PATH, AdminFlash::DraftsMade).await,
        false => done(&request, PATH, AdminFlash::Saved).await,
    }
}
