//! The page on which a file is chosen, and everything can be taken along.

use super::{EXPORT, PATH, TEMPLATE, progress_text, task_path};
use crate::{
    admin::{request::AdminRequest, staff::role::Right},
    base::error::AppError,
    import::{self, Stock},
    platform::tasks::{self, Task},
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;

/// How many imports are shown.
const SHOWN: u64 = 20;
/// Whose word holds on stock, in words.
const STOCKS: [(Stock, &str); 4] = [
    (
        Stock::Changed,
        "The file's where it says something new, else the shop's",
    ),
    (Stock::Set, "The file's"),
    (Stock::Keep, "The shop's"),
    (Stock::Add, "Both: what the file says comes on top"),
];

/// The name of `stock` in a form.
fn code(stock: Stock) -> &'static str {
    match stock {
        Stock::Changed => "changed",
        Stock::Set => "set",
        Stock::Keep => "keep",
        Stock::Add => "add",
    }
}

/// The choice that is called `name`.
pub fn stock_named(name: &str) -> Option<Stock> {
    let mut all = STOCKS.into_iter().map(|(stock, _)| stock);
    all.find(|stock| code(*stock) == name)
}

/// `GET /import`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    shown(&request, StatusCode::OK, Stock::default(), None).await
}

/// The page, where `stock` was chosen, with what is wrong.
pub async fn shown(
    request: &AdminRequest,
    status: StatusCode,
    chosen: Stock,
    problem: Option<String>,
) -> Result<Response, AppError> {
    let latest = tasks::latest(&request.state.shop.db.read, import::KIND, SHOWN).await?;
    let option = |(stock, text): (Stock, &'static str)| {
        view! { <option value=code(stock) selected=stock == chosen>{text}</option> }
    };
    let row = |task: Task| {
        let state = progress_text::state(&task);
        view! { <tr><td><a href=task_path(task.id)>{task.name}</a></td><td>{state}</td><td>{task.who}</td><td>{request.clock(task.created_at)}</td></tr> }
    };
    let before = (!latest.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>"Files so far"</h2>
                <div class="scroll" tabindex="0"><table>
                    <thead><tr><th>"File"</th><th>"How it stands"</th><th>"Who"</th><th>{request.by_clock("When")}</th></tr></thead>
                    <tbody>{latest.into_iter().map(row).collect_view()}</tbody>
                </table></div>
            </section>
        }
    });
    let stock = match request.may(Right::ChangeStock) {
        true => view! {
            <div class="field"><label for="stock">"Whose word holds on how many are left"</label>
                <select id="stock" name="stock">{STOCKS.map(option)}</select>
                <p class="note">"Only for products that the shop has already."</p></div>
        }
        .into_any(),
        false => view! { <p class="note">"How many are left stays as it is, and nothing of a new product is there yet: your role may not change that."</p> }.into_any(),
    };
    let template = |form: &str| format!("{TEMPLATE}?form={form}");
    let is_wrong = problem.is_some().then_some("true");
    let view = view! {
        <p class="lead">"Bring products from a file, or take all of them along."</p>
        <form class="card" method="post" action=PATH enctype="multipart/form-data">
            <h2>"Bring a file"</h2>
            {stock}
            <div class="field"><label for="file">"The file"</label>
                <input id="file" name="file" type="file" accept=".csv,.tsv,.txt,.json,.jsonl,text/csv" required aria-invalid=is_wrong aria-describedby="file-note"/>
                {problem.map(|problem| view! { <p class="problem" role="alert">{problem}</p> })}
                <p class="note" id="file-note">"A product export of Shopify or Ecwid (CSV), or a file that was downloaded here; at most 512 MB."</p></div>
            <button class="button" type="submit">"Check this file"</button>
            <p class="note">"It is checked first. Nothing is written before you say so."</p>
        </form>
        <section class="card">
            <h2>"A file to begin with"</h2>
            <p>"Two products as examples: write yours below them, and take the examples out."</p>
            <p class="row"><a class="button button--plain" href=template("csv") download="products.csv">"Table (CSV)"</a>
                <a class="button button--plain" href=template("jsonl") download="products.jsonl">"Everything a product can have (JSON lines)"</a></p>
        </section>
        <section class="card">
            <h2>"Take everything along"</h2>
            <p>"Categories, products and pages of text in one file, which this page takes back. It names the pictures and does not hold them: they come along with "<code>"awning export"</code>" on the machine."</p>
            <p><a class="button button--plain" href=EXPORT download="">"Download everything"</a></p>
        </section>
        {before}
    };
    Ok(request.page_with(status, "Import and export", view))
}
