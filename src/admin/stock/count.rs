//! Counting, made for a phone: a code is scanned or typed, and one more is counted; or a number is typed.

use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        page::{Body, response},
        request::{AdminRequest, redirect, redirect_with_flash},
    },
    TAKE, TAKES,
    location_names::Names,
    review_path, take_path,
};
use crate::{
    base::error::AppError,
    catalog::{
        Product,
        bulk::lines::label,
        listing::{filter::Filter, page},
        stocktake::{self, CountEntry, CountOutcome, Entry, State, Stocktake},
        store::{self, stock::StockPlace},
    },
};
use axum::{
    Extension,
    http::{HeaderName, HeaderValue, StatusCode},
    response::{IntoResponse, Response},
};
use leptos::prelude::*;
use nanoid::nanoid;

/// How many entries are shown.
const SHOWN: u32 = 12;
/// How many products are proposed for a code that nobody knows.
const PROPOSED: usize = 12;

/// What the page shows besides its form.
#[derive(Default)]
struct CountNotices {
    /// Where it is counted, if that was chosen.
    place: Option<StockPlace>,
    /// Where it was counted last.
    last: Option<StockPlace>,
    /// What is wrong with the code or the number.
    problem: Option<String>,
    /// What it may be.
    proposed: Vec<Product>,
}

/// `place` in an address.
fn text(place: StockPlace) -> String {
    match place.variation {
        None => place.product.to_string(),
        Some(variation) => format!("{}-{variation}", place.product),
    }
}

fn parse(text: &str) -> Option<StockPlace> {
    let (product, variation) = match text.split_once('-') {
        None => (text, None),
        Some((product, variation)) => (product, Some(variation.parse().ok()?)),
    };
    let product = product.parse().ok()?;
    Some(StockPlace { product, variation })
}

async fn found(request: &AdminRequest, typed: &FormValues) -> Result<Option<Stocktake>, AppError> {
    match typed.number("id") {
        Some(id) => stocktake::find(&request.state.shop.db.read, id).await,
        None => Ok(None),
    }
}

/// `GET /stock/take`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let Some(take) = found(&request, &typed).await? else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    if take.state != State::Open {
        return Ok(redirect(&review_path(take.id)));
    }
    let shown = CountNotices {
        place: parse(typed.get("place")),
        last: parse(typed.get("last")),
        ..CountNotices::default()
    };
    draw(&request, StatusCode::OK, &take, &typed, shown).await
}

async fn draw(
    request: &AdminRequest,
    status: StatusCode,
    take: &Stocktake,
    typed: &FormValues,
    shown: CountNotices,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let db = &shop.db.read;
    let entries = stocktake::entries(db, take.id, SHOWN).await?;
    let totals = stocktake::totals(db, take.id).await?;
    let places = entries.iter().map(|it| it.place);
    let places = places.chain(shown.place).chain(shown.last);
    let language = shop.config.store_language.code();
    let names = Names::of(db, places, language).await?;
    let counted = match shown.last {
        Some(place) => stocktake::counted(db, take.id, place).await?,
        None => 0,
    };
    let last = shown
        .last
        .map(|place| last(take.id, place, counted, &names));
    let proposed = (!shown.proposed.is_empty()).then(|| {
        let each = shown.proposed.iter();
        let each = each.flat_map(|it| propose(take.id, it, language));
        view! { <section class="card"><h2>"Is it one of these?"</h2><ul class="plain">{each.collect_view()}</ul></section> }
    });
    let so_far = match totals.places {
        0 => "Nothing is counted yet.".to_owned(),
        1 => "One thing is counted so far.".to_owned(),
        places => format!("{places} things are counted so far."),
    };
    let rows = entries.iter().map(|it| row(request, take.id, it, &names));
    let rows = rows.collect_view();
    let latest = (!entries.is_empty()).then(|| {
        view! { <section class="card"><h2>"Counted last"</h2><ul class="plain">{rows}</ul></section> }
    });
    let view = view! {
        <p class="lead">{so_far}</p>
        {last}
        {form(take.id, typed, &shown, &names)}
        {proposed}
        {latest}
        <p class="row"><a class="button" href=review_path(take.id)>"Look through it and finish"</a><a class="button button--plain" href=TAKES>"All stocktakings"</a></p>
    };
    let mut answer = response(request, status, Body::of(&take.name, view));
    // The camera reads codes here, and on no other page.
    answer.headers_mut().insert(
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(self), geolocation=(), microphone=()"),
    );
    Ok(answer)
}

/// The form in which the next thing is counted.
fn form(id: i64, typed: &FormValues, shown: &CountNotices, names: &Names) -> impl IntoView + use<> {
    let problem = shown.problem.clone();
    let is_wrong = problem.is_some().then_some("true");
    let what = match shown.place {
        Some(place) => {
            let other = take_path(id);
            view! {
                <p><strong>{names.name(place)}</strong>" "<span class="note">{names.sku(place).to_owned()}</span></p>
                <input type="hidden" name="place" value=text(place)/>
                <p><a href=other>"Something else"</a></p>
            }
            .into_any()
        }
        None => view! {
            <div class="field"><label for="code">"Code"</label>
                <input id="code" name="code" type="text" value=typed.get("code").to_owned() autocomplete="off" autocapitalize="off" spellcheck="false" autofocus required aria-invalid=is_wrong aria-describedby="code-note" data-code=""/>
                <p class="note" id="code-note">"The SKU, or the number on the package (a fact called EAN, GTIN, UPC, ISBN or barcode). Scan it, or type it; a part of the name finds it too."</p></div>
            <div data-camera="" hidden>
                <video class="camera" muted playsinline hidden aria-label="What the camera sees"></video>
                <p><button class="button button--plain" type="button" aria-pressed="false">"Scan with the camera"</button></p>
            </div>
        }
        .into_any(),
    };
    let quantity = typed.find("quantity").unwrap_or("1").to_owned();
    let is_all = typed.get("how") == "all";
    let focus = shown.place.is_some();
    view! {
        <form class="card" method="post" action=TAKE>
            <input type="hidden" name="id" value=id.to_string()/>
            <input type="hidden" name="form" value=nanoid!()/>
            {what}
            {problem.map(|text| view! { <p class="problem" role="alert">{text}</p> })}
            <div class="row">
                <div class="field"><label for="quantity">"Pieces"</label>
                    <input id="quantity" name="quantity" type="text" inputmode="numeric" value=quantity autocomplete="off" autofocus=focus/></div>
                <div class="field"><label for="how">"That is"</label>
                    <select id="how" name="how"><option value="more">"more than counted so far"</option><option value="all" selected=is_all>"all there are"</option></select></div>
                <button class="button" type="submit">"Count"</button>
            </div>
        </form>
    }
}

/// What was counted last, and the way to correct it.
fn last(id: i64, place: StockPlace, counted: i64, names: &Names) -> impl IntoView + use<> {
    let picture = names.product(place).and_then(|it| it.images.first());
    let picture = picture.map(|image| {
        let url = crate::platform::images::url(&image.hash, 160, "jpg");
        view! { <img class="counted__picture" src=url alt="" width="64" height="64"/> }
    });
    view! {
        <section class="card counted" aria-label="Counted just now">
            {picture}
            <p><strong>{names.name(place)}</strong><br/><span class="counted__number">{counted}</span>" counted"</p>
            <form class="row" method="post" action=TAKE>
                <input type="hidden" name="id" value=id.to_string()/>
                <input type="hidden" name="form" value=nanoid!()/>
                <input type="hidden" name="place" value=text(place)/>
                <input type="hidden" name="how" value="all"/>
                <div class="field"><label for="correct">"No, there are"</label>
                    <input id="correct" name="quantity" type="text" inputmode="numeric" value=counted.to_string() autocomplete="off"/></div>
                <button class="button button--plain" type="submit">"Correct it"</button>
            </form>
        </section>
    }
}

/// Where a product that is proposed can be counted.
fn propose(id: i64, product: &Product, language: &str) -> Vec<AnyView> {
    let name = product.name.get(language).to_owned();
    let link = |place: StockPlace, name: String| {
        let to = format!("{TAKE}?id={id}&place={}", text(place));
        view! { <li><a class="button button--plain" href=to>{name}</a></li> }.into_any()
    };
    let own = product.variations.iter().filter_map(|it| {
        let place = stocktake::place_of(product, Some(it.id))?;
        let of = format!("{name}, {}", label(it));
        place.variation.map(|_| link(place, of))
    });
    let own: Vec<AnyView> = own.collect();
    let is_whole = store::stock::is_counted_at_product(product) && product.stock.is_some();
    let whole = (own.is_empty() || is_whole).then(|| {
        let place = StockPlace {
            product: product.id,
            variation: None,
        };
        link(place, name.clone())
    });
    whole.into_iter().chain(own).collect()
}

fn row(request: &AdminRequest, id: i64, entry: &Entry, names: &Names) -> impl IntoView + use<> {
    let to = format!("{TAKE}?id={id}&last={}", text(entry.place));
    let quantity = format!("{:+}", entry.quantity);
    let note = format!("{} · {}", request.clock(entry.at), entry.who);
    view! { <li>{quantity}" "<a href=to>{names.name(entry.place)}</a><span class="note">" "{note}</span></li> }
}

/// What a code, or a choice, stands for.
enum CodeLookup {
    Place(StockPlace),
    Several(Vec<Product>),
    Nothing,
}

async fn meant(request: &AdminRequest, typed: &FormValues) -> Result<CodeLookup, AppError> {
    let shop = &request.state.shop;
    let db = &shop.db.read;
    if let Some(place) = typed.find("place").and_then(parse) {
        return Ok(CodeLookup::Place(place));
    }
    let code = typed.get("code").trim();
    if let Some((product, variation)) = page::by_code(db, code).await? {
        let found = store::product(db, product).await?;
        if let Some(found) = found {
            let has_own = found.variations.iter().any(|it| it.stock.is_some());
            let is_clear = variation.is_some() || !has_own;
            let place = stocktake::place_of(&found, variation).filter(|_| is_clear);
            return Ok(place.map_or(CodeLookup::Several(vec![found]), CodeLookup::Place));
        }
    }
    let filter = Filter {
        words: code.to_owned(),
        ..Filter::default()
    };
    if filter.tokens().is_empty() {
        return Ok(CodeLookup::Nothing);
    }
    let alike = page::page(db, &filter, 0, None, PROPOSED).await?.products;
    Ok(match alike.is_empty() {
        true => CodeLookup::Nothing,
        false => CodeLookup::Several(alike),
    })
}

/// `POST /stock/take`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    const WRONG: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;
    let Some(take) = found(&request, &typed).await? else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let problem = |problem: &str| CountNotices {
        problem: Some(problem.to_owned()),
        place: typed.find("place").and_then(parse),
        ..CountNotices::default()
    };
    let quantity = typed.get("quantity").trim().parse::<i64>().ok();
    let Some(quantity) = quantity.filter(|it| it.abs() <= 1_000_000) else {
        let shown = problem("Please type how many, such as 12.");
        return draw(&request, WRONG, &take, &typed, shown).await;
    };
    let wanted = match typed.get("how") {
        "all" => CountEntry::InAll(quantity),
        _ => CountEntry::More(quantity),
    };
    let place = match meant(&request, &typed).await? {
        CodeLookup::Place(place) => place,
        CodeLookup::Nothing => {
            let shown = problem("Nothing has this code, and nothing is called so.");
            return draw(&request, WRONG, &take, &typed, shown).await;
        }
        CodeLookup::Several(proposed) => {
            let shown = CountNotices {
                proposed,
                ..problem("This code alone does not say what it is.")
            };
            return draw(&request, WRONG, &take, &typed, shown).await;
        }
    };
    let form = typed.get("form");
    if form.is_empty() {
        return Err(AppError::BadRequest);
    }
    let db = &request.state.shop.db;
    let counted = stocktake::count(db, take.id, place, wanted, form, &request.actor()).await?;
    let here = format!("{}&last={}", take_path(take.id), text(place));
    Ok(match counted {
        CountOutcome::InAll(_) => redirect_with_flash(&here, AdminFlash::Counted),
        CountOutcome::Again => redirect_with_flash(&here, AdminFlash::CountedAlready),
        CountOutcome::Over => redirect_with_flash(&review_path(take.id), AdminFlash::StocktakeOver),
        CountOutcome::Gone => {
            let shown = problem("That product is gone.");
            draw(&request, WRONG, &take, &typed, shown).await?
        }
        CountOutcome::OutOfBounds => {
            let shown = problem("There cannot be fewer than none, nor so many.");
            draw(&request, WRONG, &take, &typed, shown).await?
        }
    })
}
