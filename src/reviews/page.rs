//! `/account/review`: where who bought a product says what they think of it.

use super::{
    Author, ReviewInput,
    input::{MAX_NAME_LENGTH, MAX_TEXT_LENGTH, MAX_TITLE_LENGTH, Problems},
    store,
};
use crate::{
    base::{error::AppError, html::in_textarea, paths::ShopPath, url::encoded},
    cart::form::asked,
    catalog::store::entity::review::{self, ReviewStatus},
    request::context::RequestContext,
    text::{Language, product::ProductTexts},
    ui::served::{PageAnswer, ServedPage},
};
use leptos::prelude::*;

/// The form that the fields belong to.
const FORM: &str = "review-form";

/// Path and query of the page for `product`.
pub fn path(product: i64) -> String {
    format!("{}?product={product}", ShopPath::Review.text())
}

/// The page that `query` asks for; `None` where there is nothing to review.
pub async fn page(query: &str, context: &RequestContext) -> Result<Option<PageAnswer>, AppError> {
    let product = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "product");
    if product.is_none() {
        // What a customer bought leads to its review.
        return Ok(Some(PageAnswer::See(ShopPath::Orders.text().to_owned())));
    }
    let product = product.and_then(|(_, id)| id.parse().ok());
    let Some(reviewed) = product.and_then(|id| Reviewed::of(context, id)) else {
        return Ok(None);
    };
    let p = context.language.product_texts();
    let said = [
        ("removed", p.review_removed),
        ("other", p.review_of_other_order),
    ];
    let said = said.into_iter().find(|(name, _)| asked(query, name));
    let said = said.map(|(_, said)| said);
    let author = Author::of(&context.state.db.read, context, reviewed.id).await?;
    let served = match author {
        Some(author) => {
            let is_thanked = asked(query, "thanks");
            form_page(context, &author, reviewed, None, said, is_thanked).await?
        }
        None => gate(context, reviewed, String::new()),
    };
    Ok(Some(PageAnswer::Page(served)))
}

/// The page in answer to its form: with what was `typed` and what it lacks, or, for who may not review `product` any more,
/// with the way to do so.
pub(super) async fn answer(
    context: &RequestContext,
    author: Option<&Author>,
    product: i64,
    typed: ReviewInput,
) -> Result<ServedPage, AppError> {
    let reviewed = Reviewed::of(context, product).ok_or(AppError::BadRequest)?;
    match author {
        Some(author) => form_page(context, author, reviewed, Some(typed), None, false).await,
        None => Ok(gate(context, reviewed, typed.text)),
    }
}

/// The product that is reviewed.
#[derive(Clone)]
struct Reviewed {
    id: i64,
    name: String,
    path: String,
}

impl Reviewed {
    /// The product `id`, if shoppers see it and the shop has reviews.
    fn of(context: &RequestContext, id: i64) -> Option<Self> {
        let snapshot = context.state.catalog.snapshot();
        let is_on = context.state.config.reviews.is_on();
        let card = snapshot.card(id).filter(|_| is_on)?;
        Some(Self {
            id,
            name: card.name.get(context.language.code()).to_owned(),
            path: context.state.links().product(card),
        })
    }

    fn title(&self, p: &ProductTexts) -> String {
        p.review_of(&self.name)
    }
}

/// The form as it is filled.
#[derive(Clone)]
struct Filled {
    typed: ReviewInput,
    problems: Problems,
    /// Where the review stands, if there is one.
    status: Option<ReviewStatus>,
    is_thanked: bool,
    said: Option<&'static str>,
}

async fn form_page(
    context: &RequestContext,
    author: &Author,
    reviewed: Reviewed,
    typed: Option<ReviewInput>,
    said: Option<&'static str>,
    is_thanked: bool,
) -> Result<ServedPage, AppError> {
    let known = store::find(&context.state.db.read, author, reviewed.id).await?;
    let p = context.language.product_texts();
    let problems = typed.as_ref().map(|typed| typed.problems(p));
    let status = known.as_ref().map(|known| known.status);
    let start = || ReviewInput {
        name: author.suggested_name(),
        ..ReviewInput::default()
    };
    let filled = Filled {
        problems: problems.unwrap_or_default(),
        typed: typed.or(known.map(of_row)).unwrap_or_else(start),
        status,
        is_thanked,
        said,
    };
    let title = reviewed.title(p);
    Ok(ServedPage::drawn("ORDERS", title, move || {
        view! { <ReviewForm reviewed=reviewed.clone() filled=filled.clone()/> }.into_any()
    }))
}

fn of_row(row: review::Model) -> ReviewInput {
    ReviewInput {
        stars: Some(row.stars),
        title: row.title,
        text: row.text,
        name: row.name,
    }
}

/// What stands there for whoever is not known to have bought it, and what they typed, if they did.
fn gate(context: &RequestContext, reviewed: Reviewed, typed: String) -> ServedPage {
    let is_guest = context.session.is_none();
    let title = reviewed.title(context.language.product_texts());
    ServedPage::drawn("ORDERS", title, move || {
        view! { <Gate reviewed=reviewed.clone() is_guest typed=typed.clone()/> }.into_any()
    })
}

#[component]
fn Gate(reviewed: Reviewed, is_guest: bool, typed: String) -> impl IntoView {
    let language = expect_context::<Language>();
    let (t, s, p) = (
        language.texts(),
        language.checkout_texts(),
        language.product_texts(),
    );
    let back = encoded(&path(reviewed.id));
    let sign_in = is_guest.then(|| view! {
        <a class="button" href=format!("{}?returnurl={back}", ShopPath::Account.text())>{t.sign_in}</a>
    });
    let orders = if is_guest { s.find_order } else { t.orders };
    let typed = (!typed.is_empty()).then(|| {
        view! {
            <div class="field">
                <label class="field__label" for="review-kept">{p.review_text}</label>
                <textarea class="field__input" id="review-kept" rows="6" readonly>{in_textarea(&typed)}</textarea>
            </div>
        }
    });
    view! {
        <div class="review-page">
            <Head reviewed p/>
            <p class="lead">{if is_guest { p.review_for_guests } else { p.review_for_customers }}</p>
            {typed}
            <p class="review-page__ways">
                {sign_in}
                <a class="button button--quiet" href=ShopPath::Orders.text()>{orders}</a>
            </p>
        </div>
    }
}

#[component]
fn Head(reviewed: Reviewed, p: &'static ProductTexts) -> impl IntoView {
    view! {
        <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{reviewed.title(p)}</h1></header>
        <p><a href=reviewed.path>{p.back_to_product}</a></p>
    }
}

#[component]
fn ReviewForm(reviewed: Reviewed, filled: Filled) -> impl IntoView {
    let language = expect_context::<Language>();
    let (s, p) = (language.checkout_texts(), language.product_texts());
    let Filled {
        typed,
        problems,
        status,
        is_thanked,
        said,
    } = filled;
    let id = reviewed.id;
    let stands = status.map(|status| match status {
        ReviewStatus::Pending => p.review_pending,
        ReviewStatus::Published => p.review_published,
        ReviewStatus::Rejected => p.review_rejected,
    });
    let thanks = is_thanked.then_some(p.review_thanks);
    let said: Vec<_> = said.into_iter().chain(thanks).chain(stands).collect();
    let said = said.join(" ");
    let removes = status.map(|_| {
        view! {
            <form method="post" action="/api/reviews/remove" data-step="">
                <input type="hidden" name="product" value=id/>
                <button class="button button--quiet" type="submit">{p.remove_review}</button>
            </form>
        }
    });
    view! {
        <div class="review-page">
            <Head reviewed p/>
            {(!said.is_empty()).then(|| view! { <p class="notice" role="status">{said}</p> })}
            {problems.any().then(|| view! { <p class="problem" role="alert" id="problems">{s.please_check}</p> })}
            <form id=FORM class="form" method="post" action=ShopPath::Review.text() data-step="" novalidate>
                <input type="hidden" name="product" value=id/>
                <StarsField chosen=typed.stars problem=problems.stars p/>
                <TextField name="title" label=p.review_title value=typed.title longest=MAX_TITLE_LENGTH problem=problems.title/>
                <div class="field">
                    <label class="field__label" for="review-text">{p.review_text}</label>
                    <textarea class="field__input" id="review-text" name="text" rows="6" required maxlength=MAX_TEXT_LENGTH
                        aria-invalid=problems.text.map(|_| "true") aria-describedby=problems.text.map(|_| "review-text-note")>{in_textarea(&typed.text)}</textarea>
                    {problems.text.map(|said| view! { <p class="field__note problem" id="review-text-note">{said}</p> })}
                </div>
                <TextField name="name" label=p.review_name value=typed.name longest=MAX_NAME_LENGTH problem=problems.name/>
                <p class="muted">{p.review_name_hint}</p>
                <button class="button" type="submit">{if status.is_some() { p.change_review } else { p.send_review }}</button>
            </form>
            {removes}
        </div>
    }
}

/// One of five: the stars up to the chosen one are full.
#[component]
fn StarsField(
    chosen: Option<i64>,
    problem: Option<&'static str>,
    p: &'static ProductTexts,
) -> impl IntoView {
    let star = |stars: i64| {
        view! {
            <label class="stars-field__star" title=p.stars(stars)>
                <input class="sr-only" type="radio" name="stars" value=stars checked=chosen == Some(stars) required/>
                <span aria-hidden="true">"★"</span>
                <span class="sr-only">{p.stars(stars)}</span>
            </label>
        }
    };
    let stars: Vec<_> = (1..=5).map(star).collect();
    view! {
        <fieldset class="stars-field" aria-describedby=problem.map(|_| "review-stars-note")>
            <legend class="field__label">{p.review_stars}</legend>
            <div class="stars-field__stars">{stars}</div>
            {problem.map(|said| view! { <p class="field__note problem" id="review-stars-note">{said}</p> })}
        </fieldset>
    }
}

#[component]
fn TextField(
    name: &'static str,
    label: &'static str,
    value: String,
    longest: usize,
    problem: Option<&'static str>,
) -> impl IntoView {
    let id = format!("review-{name}");
    let note = format!("{id}-note");
    let described = problem.map(|_| note.clone());
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <input class="field__input" type="text" id=id name=name value=value maxlength=longest
                aria-invalid=problem.map(|_| "true") aria-describedby=described/>
            {problem.map(|said| view! { <p class="field__note problem" id=note>{said}</p> })}
        </div>
    }
}
