use super::{
    HTML, PATH, SEND, SHOW,
    kind::{EmailKind, Reader},
    kinds::kinds,
    sample::Sample,
    text_keys,
};
use crate::{
    admin::{form_values::FormValues, request::AdminRequest},
    base::{error::AppError, language::LanguageCode},
    platform::mail::{Email, Frame},
};
use axum::{
    Extension,
    http::{StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What the e-mail itself may do in the frame that it stands in: be looked at.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'self'; sandbox";

/// The e-mail that is asked for, and its language.
pub struct EmailQuery {
    /// Which.
    pub kind: &'static EmailKind,
    /// In which language.
    pub language: LanguageCode,
}

impl EmailQuery {
    /// What `typed` asks for: in the shop's own language where it does not say, or where nobody gets another one.
    pub fn read(request: &AdminRequest, typed: &FormValues) -> Option<Self> {
        let config = &request.state.shop.config;
        let kind = EmailKind::find(typed.get("kind"))?;
        let language = LanguageCode::of(typed.get("language"));
        let language = language.filter(|it| languages(request, kind).contains(it));
        Some(Self {
            kind,
            language: language.unwrap_or(config.store_language),
        })
    }

    /// Where it is shown.
    pub fn path(&self) -> String {
        format!("{SHOW}?{}", self.query())
    }

    fn query(&self) -> String {
        format!("kind={}&language={}", self.kind.id, self.language)
    }

    /// What it is about.
    pub async fn sample(&self, request: &AdminRequest) -> Result<Sample, AppError> {
        Sample::read(
            &request.state.shop,
            request.state.shop_origin(),
            self.language,
        )
        .await
    }

    /// The e-mail.
    pub async fn email(&self, request: &AdminRequest) -> Result<Email, AppError> {
        (self.kind.write)(&self.sample(request).await?)
    }
}

/// The languages that `kind` is written in, the shop's own first.
fn languages(request: &AdminRequest, kind: &EmailKind) -> Vec<LanguageCode> {
    let config = &request.state.shop.config;
    let mut all = vec![config.store_language];
    if kind.reader == Reader::Shopper {
        let others = config.languages.iter().copied();
        all.extend(others.filter(|it| *it != config.store_language));
    }
    all
}

/// What was asked for by the query; the first e-mail if it does not say.
fn by_query(request: &AdminRequest) -> Option<EmailQuery> {
    let typed = FormValues::read(request.query.as_bytes());
    let first = || {
        let id = kinds().next().map_or("", |kind| kind.id);
        FormValues::of(vec![("kind".to_owned(), id.to_owned())])
    };
    match typed.find("kind") {
        Some(_) => EmailQuery::read(request, &typed),
        None => EmailQuery::read(request, &first()),
    }
}

/// `GET /emails`.
pub async fn list(Extension(request): Extension<AdminRequest>) -> Response {
    let mut groups: Vec<(&str, Vec<AnyView>)> = Vec::new();
    for kind in kinds() {
        let to = format!("{SHOW}?kind={}", kind.id);
        let row = view! { <li><a href=to>{kind.title}</a><p class="note">{kind.when}</p></li> };
        match groups.iter_mut().find(|(group, _)| *group == kind.group) {
            Some((_, rows)) => rows.push(row.into_any()),
            None => groups.push((kind.group, vec![row.into_any()])),
        }
    }
    let groups = groups.into_iter().map(|(group, rows)| {
        view! { <section class="card"><h2>{group}</h2><ul class="plain">{rows}</ul></section> }
    });
    let view = view! {
        <p class="lead">"Every e-mail that your shop writes. Look at it, reword it, send it to yourself."</p>
        <p><a href="/settings/emails">"Who they are from, and who is told of orders"</a></p>
        {groups.collect_view()}
    };
    request.page("Every e-mail", view)
}

/// `GET /emails/show`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let Some(wanted) = by_query(&request) else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    shown(&request, StatusCode::OK, &wanted, None).await
}

/// The page of the e-mail that is `wanted`, with the `problem` there is.
pub async fn shown(
    request: &AdminRequest,
    status: StatusCode,
    wanted: &EmailQuery,
    problem: Option<String>,
) -> Result<Response, AppError> {
    let (kind, config) = (wanted.kind, &request.state.shop.config);
    let email = wanted.email(request).await?;
    let link = |language: LanguageCode| {
        let other = EmailQuery { kind, language };
        let current = (language == wanted.language).then_some("true");
        let name = config.language(language).name();
        view! { <li><a href=other.path() aria-current=current lang=language.to_string()>{name}</a></li> }
    };
    let all = languages(request, kind);
    let only = (kind.reader == Reader::Merchant)
        .then(|| view! { <p class="note">"It comes to you, in your shop's own language."</p> });
    let choice = (all.len() > 1).then(|| {
        let links: Vec<_> = all.into_iter().map(link).collect();
        view! { <nav aria-label="Language"><ul class="choices">{links}</ul></nav> }
    });
    let me = request.signed.as_ref().map(|it| it.staff.email.clone());
    let problem = problem.map(|why| view! { <p class="problem" role="alert">{why}</p> });
    let language = wanted.language.to_string();
    let words = wording(request, wanted).await?;
    let frame = format!("{HTML}?{}", wanted.query());
    let view = view! {
        <p><a href=PATH>"All e-mails"</a></p>
        <p class="lead">{kind.when}</p>
        {only}{choice}
        <dl class="facts"><dt>"From"</dt><dd>{config.mail_from.clone()}</dd>
            <dt>"Subject"</dt><dd lang=language.clone() data-subject="">{email.subject}</dd></dl>
        <iframe class="preview preview--email" title="The e-mail" src=frame sandbox=""></iframe>
        <details class="card"><summary>"As plain text"</summary><pre class="plain" lang=language.clone()>{email.text}</pre></details>
        <form class="card" method="post" action=SEND>
            <input type="hidden" name="kind" value=kind.id/>
            <input type="hidden" name="language" value=language/>
            {problem}
            <p><button class="button" type="submit">"Send it to me"</button></p>
            <p class="note">{format!("It goes to {}, marked as a sample; its links lead nowhere.", me.unwrap_or_default())}</p>
        </form>
        {words}
    };
    Ok(request.page_with_frame(status, kind.title, view))
}

/// The words of the e-mail, each with the way to say it otherwise.
async fn wording(request: &AdminRequest, wanted: &EmailQuery) -> Result<AnyView, AppError> {
    let config = &request.state.shop.config;
    let names = text_keys::of(wanted.kind, wanted.sample(request).await?)?;
    let messages = config.spoken.messages(wanted.language).into_iter();
    let mut texts: BTreeMap<String, String> = messages.collect();
    if let Some(own) = config.labels.get(&wanted.language) {
        texts.extend(own.clone());
    }
    let language = wanted.language.to_string();
    let row = |name: String| {
        let to = format!("/labels?language={language}&find={name}");
        let text = texts.get(&name).cloned().unwrap_or(name);
        view! { <li lang=language.clone()><a href=to>{text}</a></li> }
    };
    let rows: Vec<_> = names.into_iter().map(row).collect();
    Ok(view! {
        <section class="card"><h2>"Its words"</h2>
            <p class="note">"Each leads to where you can say it your way. What stands in curly brackets is filled in."</p>
            <ul class="words">{rows}</ul>
        </section>
    }
    .into_any())
}

/// `GET /emails/html`: the e-mail as it arrives, for the frame.
pub async fn html(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let Some(wanted) = by_query(&request) else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let email = wanted.email(&request).await?;
    let policy = [(header::CONTENT_SECURITY_POLICY, POLICY)];
    let framed = Frame::of(&request.state.shop.config).around(&email.html)?;
    Ok((policy, Html(framed)).into_response())
}
