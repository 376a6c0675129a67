//! What the shop says of itself at its root: the sections that hold words and pictures.

use crate::{
    base::translated::Translated,
    catalog::page::HomeFrame,
    content::pages,
    platform::{
        config::{Column, Link, Logo, Quote, Section},
        images::{Image, Picture},
    },
    text::Language,
};
use leptos::prelude::*;

/// How sections are drawn that are not the catalogue's.
pub const FRAME: HomeFrame = HomeFrame { words: view };

/// Most pictures of what is seen first.
const MAX_PICTURES: usize = 3;

fn view(section: Section, id: String) -> AnyView {
    match section {
        Section::Hero {
            eyebrow,
            title,
            text,
            pictures,
            framed,
            link,
        } => view! { <Hero id eyebrow title text pictures framed link/> }.into_any(),
        Section::Text {
            title,
            text,
            picture,
            link,
        } => view! { <Text id title text picture link/> }.into_any(),
        Section::Columns {
            title,
            text,
            columns,
        } => view! { <Columns id title text columns/> }.into_any(),
        Section::Band { title, text, link } => view! { <Band id title text link/> }.into_any(),
        Section::Logos { title, logos } => view! { <Logos id title logos/> }.into_any(),
        Section::Quotes { title, quotes } => view! { <Quotes id title quotes/> }.into_any(),
        _ => ().into_any(),
    }
}

fn here(text: &Translated) -> String {
    let language = expect_context::<Language>();
    text.get(language.code()).to_owned()
}

/// A paragraph of the class, unless there is nothing in it.
fn paragraph(class: &'static str, text: &Translated) -> impl IntoView + use<> {
    let text = here(text);
    (!text.is_empty()).then(|| view! { <p class=class>{text}</p> })
}

/// A button, if there is a way on.
fn way_on(link: Option<Link>) -> impl IntoView {
    link.map(|link| view! { <a class="button" href=link.url>{here(&link.label)}</a> })
}

/// The first thing seen.
#[component]
fn Hero(
    id: String,
    eyebrow: Translated,
    title: Translated,
    text: Translated,
    pictures: Vec<Image>,
    framed: bool,
    link: Option<Link>,
) -> impl IntoView {
    let class = match framed {
        true => "hero__wall hero__wall--framed",
        false => "hero__wall",
    };
    let pictures: Vec<_> = pictures
        .into_iter()
        .take(MAX_PICTURES)
        .enumerate()
        .map(|(place, image)| {
            view! {
                <Picture image sizes="(min-width: 52rem) 22rem, 50vw" class="hero__picture" alt="" first=place == 0/>
            }
        })
        .collect();
    let wall = (!pictures.is_empty()).then(|| view! { <div class=class>{pictures}</div> });
    view! {
        <section class="hero ins-tile" id=id>
            <div class="hero__text ins-tile__text">
                {paragraph("eyebrow", &eyebrow)}
                <h1 class="display">{here(&title)}</h1>
                {paragraph("lead", &text)}
                {way_on(link)}
            </div>
            {wall}
        </section>
    }
}

/// A text, beside its picture.
#[component]
fn Text(
    id: String,
    title: Translated,
    text: Translated,
    picture: Option<Image>,
    link: Option<Link>,
) -> impl IntoView {
    let (own, text) = (here(&title), pages::shown(&here(&text)));
    let (title, below) = if own.is_empty() {
        (text.title, String::new())
    } else {
        (own, text.title)
    };
    let html = text.html;
    let picture = picture.map(|image| {
        view! {
            <Picture image sizes="(min-width: 52rem) 34rem, 90vw" class="told-of__picture" alt=""/>
        }
    });
    view! {
        <section class="told-of ins-tile" id=id>
            <div class="ins-tile__text">
                {(!title.is_empty()).then(|| view! { <h2>{title}</h2> })}
                {(!below.is_empty()).then(|| view! { <h3>{below}</h3> })}
                <div class="prose" inner_html=html></div>
                {way_on(link)}
            </div>
            {picture}
        </section>
    }
}

/// Short texts side by side.
#[component]
fn Columns(id: String, title: Translated, text: Translated, columns: Vec<Column>) -> impl IntoView {
    let (label, own) = (format!("{id}-title"), format!("{id}-title"));
    let each = columns.into_iter().map(|column| {
        view! { <article><h3>{here(&column.title)}</h3><p>{here(&column.text)}</p></article> }
    });
    view! {
        <section class="columns ins-tile" id=id aria-labelledby=label>
            <h2 id=own>{here(&title)}</h2>
            {paragraph("lead", &text)}
            <div class="columns__grid">{each.collect_view()}</div>
        </section>
    }
}

/// A few words that stand out.
#[component]
fn Band(id: String, title: Translated, text: Translated, link: Option<Link>) -> impl IntoView {
    view! {
        <section class="band ins-tile" id=id>
            <h2>{here(&title)}</h2>
            {paragraph("lead", &text)}
            {way_on(link)}
        </section>
    }
}

/// What others say.
#[component]
fn Quotes(id: String, title: Translated, quotes: Vec<Quote>) -> impl IntoView {
    let title = here(&title);
    let each = quotes.into_iter().map(|quote| {
        let by = quote.by;
        view! {
            <figure class="quotes__quote">
                <blockquote><p>{here(&quote.text)}</p></blockquote>
                {(!by.is_empty()).then(|| view! { <figcaption>{by}</figcaption> })}
            </figure>
        }
    });
    view! {
        <section class="quotes ins-tile" id=id>
            {(!title.is_empty()).then(|| view! { <h2>{title}</h2> })}
            <div class="columns__grid">{each.collect_view()}</div>
        </section>
    }
}

/// Logos in a calm row, each on a light plate: most are drawn for paper.
#[component]
fn Logos(id: String, title: Translated, logos: Vec<Logo>) -> impl IntoView {
    let title = here(&title);
    let each = logos.into_iter().map(|logo| {
        // Where a picture does not say whose it is, the address it leads to does.
        let alt = logo.url.as_deref().map(place).unwrap_or_default();
        let picture = view! {
            <Picture image=logo.picture sizes="10rem" class="logos__picture" alt=alt/>
        };
        match logo.url {
            Some(url) => {
                view! { <li><a class="logos__plate" href=url>{picture}</a></li> }.into_any()
            }
            None => view! { <li><span class="logos__plate">{picture}</span></li> }.into_any(),
        }
    });
    view! {
        <section class="logos ins-tile" id=id>
            {(!title.is_empty()).then(|| view! { <h2>{title}</h2> })}
            <ul class="logos__row" role="list">{each.collect_view()}</ul>
        </section>
    }
}

/// The host of `url`, or all of it where it has none.
fn place(url: &str) -> String {
    let host = url
        .split_once("://")
        .and_then(|(_, rest)| rest.split('/').next());
    host.unwrap_or(url).to_owned()
}
