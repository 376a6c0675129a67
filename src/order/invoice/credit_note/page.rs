//! A credit note as a page, to be printed on A4.

use super::{CreditNote, find};
use crate::{
    base::{error::AppError, money::PriceFormat, shop::Shop, time_zone::TimeZone},
    order::{
        invoice::page::{percent, table},
        page::own_order,
    },
    request::context::RequestContext,
    text::{Language, after_sale::AfterSaleTexts},
    ui::served::{PageAnswer, ServedPage},
};
use leptos::prelude::*;

/// The credit note of a `refund` of the order `id`, if that is the visitor's and has it; else the way to the order.
pub async fn page(
    id: &str,
    refund: &str,
    context: &RequestContext,
) -> Result<PageAnswer, AppError> {
    let order = PageAnswer::See(format!("/account/orders/{id}"));
    let Some(found) = own_order(id, context).await? else {
        return Ok(order);
    };
    let refund = refund.parse().unwrap_or_default();
    let Some(note) = find(&context.state.db.read, found.id, refund).await? else {
        return Ok(order);
    };
    let language = context.state.config.language(note.language);
    let title = language.after_sale_texts().credit_note_number(&note.number);
    let zone = context.state.config.time_zone.clone();
    let served = ServedPage::drawn("ORDERS", title, move || {
        view! { <CreditNoteView note=note.clone() language zone=zone.clone()/> }.into_any()
    });
    Ok(PageAnswer::Page(served))
}

/// A credit note as it is read and printed; the language of the page is in the context.
#[component]
pub fn CreditNoteView(
    /// The credit note.
    note: CreditNote,
    /// The language that it is written in.
    language: Language,
    /// Where its days are counted.
    zone: TimeZone,
) -> impl IntoView {
    let page_language = expect_context::<Language>();
    let shop = expect_context::<Shop>();
    let a = language.after_sale_texts();
    let prices = language.prices(&note.currency);
    let prices = prices.unwrap_or_else(|| shop.prices.in_style(language.numbers()));
    let lines = |lines: Vec<String>| {
        let lines = lines.into_iter();
        lines
            .map(|line| view! { <span>{line}</span> })
            .collect_view()
    };
    let mut from = vec![note.seller.name.clone()];
    from.extend(note.seller.address.lines().map(str::to_owned));
    let facts = [
        (a.credit_note_date, zone.day(note.issued_at)),
        (a.invoice_order, note.order.clone()),
        (a.invoice_vat_id, note.seller.vat_id.clone()),
    ];
    let facts = facts.into_iter().filter(|(_, text)| !text.is_empty());
    let facts = facts.map(|(title, text)| view! { <div><dt>{title}</dt><dd>{text}</dd></div> });
    let title = a.credit_note_number(&note.number);
    view! {
        <article class="invoice" lang=language.code()>
            <button class="button button--quiet invoice__print" type="button" data-print="">{page_language.after_sale_texts().invoice_print}</button>
            <div class="invoice__people">
                <address class="address-card__lines">{lines(from)}</address>
                <address class="address-card__lines">{lines(note.buyer.clone())}</address>
            </div>
            <h1 class="page-title__name ec-header-h1">{title.clone()}</h1>
            <p>{a.credit_note_for(&note.invoice, zone.day(note.invoiced_at))}</p>
            <dl class="invoice__facts">{facts.collect_view()}</dl>
            <div class="invoice__scroll" tabindex="0" role="region" aria-label=title>
                {table(note.lines.clone(), prices.clone(), a)}
            </div>
            {sums(&note, &prices, a)}
        </article>
    }
}

fn sums(
    note: &CreditNote,
    prices: &PriceFormat,
    a: &'static AfterSaleTexts,
) -> impl IntoView + use<> {
    let taxes = note.taxes.iter().map(|tax| {
        let title = format!("{} {}", tax.name, percent(&tax.rate));
        let title = a.invoice_tax_on(title.trim(), prices.minor(tax.net));
        view! { <div><dt>{title}</dt><dd>{prices.minor(tax.tax)}</dd></div> }
    });
    view! {
        <dl class="invoice__sums">
            <div><dt>{a.invoice_net}</dt><dd>{prices.minor(note.net())}</dd></div>
            {taxes.collect_view()}
            <div class="invoice__total"><dt>{a.credit_note_total}</dt><dd>{prices.minor(note.total)}</dd></div>
        </dl>
    }
}
