//! `POST /products`: what was typed into the list, against what it showed. All of it is saved, or nothing, and then each field
//! says what is wrong with it.

use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
        staff::role::Right,
    },
    list,
    paths::MAX,
    row::{self, CELLS, field, key},
};
use crate::{
    base::{decimal::ParseNumberError, error::AppError, money::PriceFormat},
    catalog::{
        Product,
        field_changes::{self, Edit, EditRefusal, NewValue, ProductField, RefusedEdit},
        store::{self, stock::StockPlace},
    },
};
use axum::{Extension, response::Response};
use std::collections::{BTreeMap, BTreeSet};

/// Longest reason, in characters.
const MAX_REASON_LENGTH: usize = 200;

/// `POST /products`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let may_count = request.may(Right::ChangeStock);
    let cells = CELLS.into_iter();
    let cells = cells.filter(|cell| *cell != ProductField::Stock || may_count);
    save(&request, typed, &cells.collect::<Vec<_>>()).await
}

/// `POST /products/stock`.
pub async fn post_stock(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    save(&request, typed, &[ProductField::Stock]).await
}

async fn save(
    request: &AdminRequest,
    mut typed: FormValues,
    cells: &[ProductField],
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let prices = &shop.shop.prices;
    let rows = rows(&typed);
    let (mut edits, mut problems) = (Vec::new(), BTreeMap::new());
    for row in &rows {
        for cell in cells {
            match edit(&typed, row, *cell, prices) {
                Ok(edit) => edits.extend(edit),
                Err(problem) => {
                    problems.insert(field(&row.key, *cell), problem.to_owned());
                }
            }
        }
    }
    let reason: String = typed
        .get("reason")
        .trim()
        .chars()
        .take(MAX_REASON_LENGTH)
        .collect();
    if problems.is_empty() {
        match field_changes::save(&shop.db, &edits, reason.as_str(), prices, &request.actor())
            .await?
        {
            Ok(changed) => {
                shop.catalog.note_sale();
                let said = match changed {
                    0 => AdminFlash::NothingChanged,
                    _ => AdminFlash::ProductsSaved,
                };
                return Ok(redirect_with_flash(&list::own(typed.get("back")), said));
            }
            Err(refused) => {
                for it in &refused {
                    let place = it.0.place;
                    let name = field(&key(place.product, place.variation), it.0.field);
                    problems.insert(name, why(it, prices));
                }
            }
        }
    }
    // Sent once more, it is against what is stored by now: whoever reads both values decides.
    let products = present(request, &rows).await?;
    drop_gone(&mut typed, &rows, &products, prices);
    Ok(list::again(request, &products, &typed, &problems))
}

/// A row of the form.
struct Row {
    key: String,
    place: StockPlace,
    was: [Option<i64>; 4],
}

/// The rows of the form, at most as many products as a page has.
fn rows(typed: &FormValues) -> Vec<Row> {
    let (mut rows, mut products) = (Vec::new(), BTreeSet::new());
    for (name, value) in &typed.pairs {
        let Some(row) = name.strip_suffix(".was").and_then(|key| read(key, value)) else {
            continue;
        };
        products.insert(row.place.product);
        if products.len() > MAX {
            break;
        }
        rows.push(row);
    }
    rows
}

fn read(key: &str, was: &str) -> Option<Row> {
    let (product, variation) = match key.split_once('-') {
        None => (key.parse().ok()?, None),
        Some((product, variation)) => (product.parse().ok()?, Some(variation.parse().ok()?)),
    };
    let mut values = was.split('|').map(|it| it.parse().ok());
    let mut next = || values.next();
    Some(Row {
        key: key.to_owned(),
        place: StockPlace { product, variation },
        was: [next()?, next()?, next()?, next()?],
    })
}

/// The change of `cell` in `row`, if it was typed otherwise than it was; or what is wrong with it.
fn edit(
    typed: &FormValues,
    row: &Row,
    cell: ProductField,
    prices: &PriceFormat,
) -> Result<Option<Edit>, &'static str> {
    let place = CELLS.iter().position(|it| *it == cell).unwrap_or_default();
    let seen = row.was[place];
    let text = typed.find(&field(&row.key, cell)).map(str::trim);
    let wanted = match (cell, text) {
        (ProductField::Enabled, _) if row.place.variation.is_some() => return Ok(None),
        (ProductField::Enabled, ticked) => NewValue::Set(Some(i64::from(ticked.is_some()))),
        (_, None) => return Ok(None),
        (ProductField::Stock, Some(text)) => stock(text)?,
        (_, Some("")) if cell == ProductField::Price && row.place.variation.is_none() => {
            return Err("Please type a price.");
        }
        (_, Some("")) => NewValue::Set(None),
        (_, Some(text)) => {
            let amount = prices.typed(text).map_err(ParseNumberError::of_amount)?;
            let amount = Some(amount).filter(|it| *it >= 0);
            NewValue::Set(Some(amount.ok_or(ParseNumberError::NoNumber.of_amount())?))
        }
    };
    let edit = Edit {
        place: row.place,
        field: cell,
        seen,
        wanted,
    };
    Ok((wanted != NewValue::Set(seen)).then_some(edit))
}

/// How many are left: a number, or by how many there are more or fewer.
fn stock(text: &str) -> Result<NewValue, &'static str> {
    const WRONG: &str = "Please type how many there are, such as 12, or +5 or -1.";
    let text = text.replace('\u{2212}', "-");
    let number = |text: &str| match text.bytes().all(|it| it.is_ascii_digit()) {
        true => text.parse::<i64>().map_err(|_| WRONG),
        false => Err(WRONG),
    };
    match (text.strip_prefix('+'), text.strip_prefix('-')) {
        _ if text.is_empty() => Ok(NewValue::Set(None)),
        (Some(more), _) => Ok(NewValue::By(number(more.trim())?)),
        (_, Some(fewer)) => Ok(NewValue::By(-number(fewer.trim())?)),
        _ => Ok(NewValue::Set(Some(number(&text)?))),
    }
}

/// Why an edit is refused, in a sentence.
fn why((edit, why): &RefusedEdit, prices: &PriceFormat) -> String {
    match why {
        EditRefusal::Gone => "This is gone meanwhile.".to_owned(),
        EditRefusal::Changed(now) => {
            let now = match (edit.field, row::typed(edit.field, *now, prices)) {
                (ProductField::Enabled, flag) if flag == "1" => "shown".to_owned(),
                (ProductField::Enabled, _) => "hidden".to_owned(),
                (_, text) if text.is_empty() => "nothing".to_owned(),
                (_, text) => text,
            };
            format!("Somebody made it {now} meanwhile. Save again to keep yours.")
        }
        EditRefusal::NotCounted => "It is not counted yet: type how many there are.".to_owned(),
        EditRefusal::TooFew(left) => format!("There are only {left} by now."),
        EditRefusal::TooMuch => "That is more than a shop can calculate with.".to_owned(),
    }
}

/// The products of `rows` as they are stored by now, in the order of the form.
async fn present(request: &AdminRequest, rows: &[Row]) -> Result<Vec<Product>, AppError> {
    let mut ids: Vec<i64> = Vec::new();
    for row in rows {
        if !ids.contains(&row.place.product) {
            ids.push(row.place.product);
        }
    }
    let mut found = store::products(&request.state.shop.db.read, &ids).await?;
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// Lets what nobody typed in follow what is stored by now.
fn drop_gone(typed: &mut FormValues, rows: &[Row], products: &[Product], prices: &PriceFormat) {
    for row in rows {
        let found = products.iter().find(|it| it.id == row.place.product);
        let Some(product) = found else { continue };
        for (place, cell) in CELLS.iter().enumerate() {
            let name = field(&row.key, *cell);
            let now = field_changes::of(product, row.place.variation, *cell).flatten();
            let was = row.was[place];
            if was == now {
                continue;
            }
            let is_typed = !matches!(edit(typed, row, *cell, prices), Ok(None));
            if is_typed {
                continue;
            }
            typed.pairs.retain(|(key, _)| *key != name);
            if *cell == ProductField::Enabled && now == Some(1) {
                typed.pairs.push((name, "1".to_owned()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stock_is_a_number_or_a_difference() {
        for (text, wanted) in [
            ("12", NewValue::Set(Some(12))),
            ("", NewValue::Set(None)),
            ("+5", NewValue::By(5)),
            ("- 1", NewValue::By(-1)),
            ("\u{2212}3", NewValue::By(-3)),
        ] {
            assert_eq!(stock(text), Ok(wanted), "{text}");
        }
        for wrong in ["x", "1.5", "+-1", "1e3", "99999999999999999999"] {
            assert!(stock(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_row_remembers_what_it_showed() {
        let row = read("12-34", "500||7|").expect("a row");
        assert_eq!(row.was, [Some(500), None, Some(7), None]);
        assert_eq!(row.place.variation, Some(34));
        assert!(read("x", "1|2|3|1").is_none() && read("1", "1|2").is_none());
    }
}
