//! An invoice as a page, to be printed on A4.

use super::{Invoice, InvoiceLine, of};
use crate::{
    base::{error::AppError, money::PriceFormat, shop::Shop, time_zone::TimeZone},
    order::page::own_order,
    request::context::RequestContext,
    text::{Language, after_sale::AfterSaleTexts},
    ui::served::{PageAnswer, ServedPage},
};
use leptos::prelude::*;

/// The invoice of the order `id`, if that is the visitor's and has one; else the way to the order.
pub async fn page(id: &str, context: &RequestContext) -> Result<PageAnswer, AppError> {
    let order = format!("/account/orders/{id}");
    let Some(found) = own_order(id, context).await? else {
        return Ok(PageAnswer::See(order));
    };
    let Some(invoice) = of(&context.state.db, &context.state.config, &found).await? else {
        return Ok(PageAnswer::See(order));
    };
    let language = context.state.config.language(invoice.language);
    let title = language.after_sale_texts().invoice_number(&invoice.number);
    let zone = context.state.config.time_zone.clone();
    let served = ServedPage::drawn("ORDERS", title, move || {
        view! { <InvoiceView invoice=invoice.clone() language zone=zone.clone()/> }.into_any()
    });
    Ok(PageAnswer::Page(served))
}

/// An invoice as it is read and printed; the language of the page is in the context.
#[component]
pub fn InvoiceView(
    /// The invoice.
    invoice: Invoice,
    /// The language that it is written in.
    language: Language,
    /// Where its days are counted.
    zone: TimeZone,
) -> impl IntoView {
    let page_language = expect_context::<Language>();
    let shop = expect_context::<Shop>();
    let a = language.after_sale_texts();
    let prices = language.prices(&invoice.currency);
    let prices = prices.unwrap_or_else(|| shop.prices.in_style(language.numbers()));
    let lines = |lines: Vec<String>| {
        lines
            .into_iter()
            .map(|line| view! { <span>{line}</span> })
            .collect_view()
    };
    let seller = &invoice.seller;
    let mut from = vec![seller.name.clone()];
    from.extend(seller.address.lines().map(str::to_owned));
    let facts = [
        (a.invoice_date, zone.day(invoice.issued_at)),
        (a.invoice_delivered, zone.day(invoice.delivered_at)),
        (
            a.invoice_order,
            format!("{}, {}", invoice.order, zone.day(invoice.ordered_at)),
        ),
        (a.invoice_payment, invoice.payment.clone()),
        (a.invoice_vat_id, seller.vat_id.clone()),
    ];
    let facts = facts
        .map(|(title, text)| (title.to_owned(), text))
        .into_iter()
        .chain(invoice.fields.clone())
        .filter(|(_, text)| !text.is_empty())
        .map(|(title, text)| view! { <div><dt>{title}</dt><dd>{text}</dd></div> });
    let note = seller.note.clone();
    let elsewhere = invoice.delivered_to.clone();
    view! {
        <article class="invoice" lang=language.code()>
            <button class="button button--quiet invoice__print" type="button" data-print="">{page_language.after_sale_texts().invoice_print}</button>
            <div class="invoice__people">
                <address class="address-card__lines">{lines(from)}</address>
                <address class="address-card__lines">{lines(invoice.buyer.clone())}</address>
                {(!elsewhere.is_empty()).then(|| view! {
                    <address class="address-card__lines"><strong>{language.checkout_texts().shipping_address}</strong>{lines(elsewhere)}</address>
                })}
            </div>
            <h1 class="page-title__name ec-header-h1">{a.invoice_number(&invoice.number)}</h1>
            <dl class="invoice__facts">{facts.collect_view()}</dl>
            <div class="invoice__scroll" tabindex="0" role="region" aria-label=a.invoice_number(&invoice.number)>
                {table(invoice.lines.clone(), prices.clone(), a)}
            </div>
            <Sums invoice prices a/>
            {(!note.is_empty()).then(|| view! { <p class="invoice__note">{note}</p> })}
        </article>
    }
}

/// The lines of an invoice or a credit note.
pub(super) fn table(
    lines: Vec<InvoiceLine>,
    prices: PriceFormat,
    a: &'static AfterSaleTexts,
) -> impl IntoView {
    let rows = lines.into_iter().map(|line| {
        let rate = percent(&line.rate);
        let gross = prices.minor(line.gross());
        view! {
            <tr>
                <th scope="row">{line.text}</th>
                <td>{line.quantity.map(|quantity| quantity.to_string())}</td>
                <td>{prices.minor(line.net)}</td>
                <td>{rate}</td>
                <td>{prices.minor(line.tax)}</td>
                <td>{gross}</td>
            </tr>
        }
    });
    view! {
        <table class="invoice__lines">
            <thead><tr>
                <th scope="col">{a.invoice_item}</th>
                <th scope="col">{a.invoice_quantity}</th>
                <th scope="col">{a.invoice_net}</th>
                <th scope="col">{a.invoice_rate}</th>
                <th scope="col">{a.invoice_tax}</th>
                <th scope="col">{a.invoice_gross}</th>
            </tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

#[component]
fn Sums(invoice: Invoice, prices: PriceFormat, a: &'static AfterSaleTexts) -> impl IntoView {
    let taxes = invoice.taxes.clone().into_iter().map(|tax| {
        let title = format!("{} {}", tax.name, percent(&tax.rate));
        let title = a.invoice_tax_on(title.trim(), prices.minor(tax.net));
        view! { <div><dt>{title}</dt><dd>{prices.minor(tax.tax)}</dd></div> }
    });
    view! {
        <dl class="invoice__sums">
            <div><dt>{a.invoice_net}</dt><dd>{prices.minor(invoice.net())}</dd></div>
            {taxes.collect_view()}
            <div class="invoice__total"><dt>{a.invoice_total}</dt><dd>{prices.minor(invoice.total)}</dd></div>
        </dl>
    }
}

/// A rate as people read it; nothing where there is none.
pub(super) fn percent(rate: &str) -> String {
    match rate {
        "" => String::new(),
        rate => format!("{rate} %"),
    }
}
