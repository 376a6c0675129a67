//! Correcting whom a placed order belongs to: its e-mail address, and where it and its bill go.
//!
//! What was agreed stays: prices, taxes and delivery were those of the address that was typed. So does an invoice that is
//! written: it says what it said. Whoever finds an order by its number does so with the new e-mail address from now on, and
//! with the old one no more; the account that has it, and the browser it was placed in, keep it.

use super::{
    OrderDocument, anonymise,
    entity::order,
    staff_actions::{ActionSource, is_first},
    status_machine::OrderActionError,
    store, timeline,
};
use crate::{
    account::address,
    base::{error::AppError, language::LanguageCode, person::Person, validate},
    cart::form::{Pairs, text},
    checkout::form,
    platform::db::{Db, retried},
    text::checkout::CheckoutTexts,
};
use sea_orm::{ActiveValue::Set, DatabaseTransaction, EntityTrait};
use serde_json::json;

/// What the names of the fields of the bill's address start with.
pub const BILLING: &str = "billing-";
/// Names of the fields of an address.
pub const FIELDS: [&str; 9] = [
    "name",
    "company",
    "street",
    "street-2",
    "postal-code",
    "city",
    "state",
    "country",
    "phone",
];

/// Whom an order belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// E-mail address.
    pub email: String,
    /// Where it goes.
    pub shipping: Person,
    /// Whose bill it is.
    pub billing: Person,
}

/// Why it was not corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CorrectionError {
    /// The order cannot be.
    Not(OrderActionError),
    /// Somebody else corrected it meanwhile: this is how it is now.
    Changed(Box<Contact>),
    /// Something that was typed is wrong: names of fields, and why.
    Wrong(Vec<(String, String)>),
}

impl Contact {
    /// Whom `order` belongs to.
    pub fn of(order: &order::Model, document: &OrderDocument) -> Self {
        Self {
            email: order.email.clone(),
            shipping: document.shipping.clone(),
            billing: document.billing.clone(),
        }
    }

    /// Reads the contact from a posted form; if `same` is ticked, the billing address is the shipping address.
    pub fn typed(pairs: &Pairs) -> Self {
        let shipping = form::person(pairs, "");
        let is_same = !text(pairs, "same").is_empty();
        let email = text(pairs, "email");
        Self {
            email: validate::mailbox(email).unwrap_or_else(|| email.to_owned()),
            billing: match is_same {
                true => shipping.clone(),
                false => form::person(pairs, BILLING),
            },
            shipping,
        }
    }

    /// Returns the contact as form fields: names and values.
    pub fn pairs(&self) -> Pairs {
        let mut pairs = vec![("email".to_owned(), self.email.clone())];
        for (prefix, person) in [("", &self.shipping), (BILLING, &self.billing)] {
            let each = FIELDS.map(|field| (format!("{prefix}{field}"), value(person, field)));
            pairs.extend(each);
        }
        if self.shipping == self.billing {
            pairs.push(("same".to_owned(), "yes".to_owned()));
        }
        pairs
    }

    /// Returns what is wrong with the contact: names of fields, and the checkout's messages.
    fn problems(&self, s: &CheckoutTexts) -> Vec<(String, String)> {
        let mut problems = Vec::new();
        if validate::mailbox(&self.email).is_none() {
            problems.push(("email".to_owned(), s.wrong_email.to_owned()));
        }
        let mut check = |person: &Person, prefix: &str| {
            let lacks = address::problems(person).into_iter();
            let lacks = lacks.map(|it| (format!("{prefix}{}", it.field()), it.text(s).to_owned()));
            problems.extend(lacks);
        };
        check(&self.shipping, "");
        if self.billing != self.shipping {
            check(&self.billing, BILLING);
        }
        problems
    }

    /// Returns the names of the parts that differ in `other`.
    fn changed(&self, other: &Self) -> Vec<&'static str> {
        let parts = [
            ("e-mail", self.email != other.email),
            ("shipping address", self.shipping != other.shipping),
            ("billing address", self.billing != other.billing),
        ];
        let changed = parts.into_iter().filter(|(_, is)| *is);
        changed.map(|(name, _)| name).collect()
    }
}

/// The value of the field called `field` of `person`'s address.
pub fn value(person: &Person, field: &str) -> String {
    let mut lines = person.street.lines();
    let first = lines.next().unwrap_or_default();
    match field {
        "name" => person.name.clone(),
        "company" => person.company_name.clone(),
        "street" => first.to_owned(),
        "street-2" => lines.collect::<Vec<_>>().join(", "),
        "postal-code" => person.postal_code.clone(),
        "city" => person.city.clone(),
        "state" if person.state_or_province_code.is_empty() => {
            person.state_or_province_name.clone()
        }
        "state" => person.state_or_province_code.clone(),
        "country" => person.country_code.clone(),
        _ => person.phone.clone(),
    }
}

/// Codes of all countries with their names in `language`, in the order of those.
pub fn countries(language: LanguageCode) -> Vec<(&'static str, &'static str)> {
    let all = crate::base::countries::by_name(language).into_iter();
    all.map(|it| (it.code, it.name(language))).collect()
}

/// Changes the contact of the order `number` from `before`, which the form showed, to `typed`; error messages are from `s`.
pub async fn correct(
    db: &Db,
    number: &str,
    before: &Contact,
    typed: &Contact,
    s: &CheckoutTexts,
    by: ActionSource<'_>,
) -> Result<Result<(), CorrectionError>, AppError> {
    retried(|| async {
        let tx = db.begin().await?;
        let Some(order) = store::to_change(&tx, number).await? else {
            return Ok(Err(CorrectionError::Not(OrderActionError::Gone)));
        };
        if !is_first(&tx, order.id, by).await? {
            return Ok(Ok(()));
        }
        let done = within(&tx, &order, before, typed, s, by).await?;
        if done.is_ok() {
            tx.commit().await?;
        }
        Ok::<_, AppError>(done)
    })
    .await
}

async fn within(
    tx: &DatabaseTransaction,
    order: &order::Model,
    before: &Contact,
    typed: &Contact,
    s: &CheckoutTexts,
    by: ActionSource<'_>,
) -> Result<Result<(), CorrectionError>, AppError> {
    if order.email.is_empty() || anonymise::is_released(tx, order.id).await? {
        return Ok(Err(CorrectionError::Not(OrderActionError::Nobody)));
    }
    let document = store::document(order)?;
    let stored = Contact::of(order, &document);
    let (ours, theirs) = (before.changed(typed), before.changed(&stored));
    // What somebody else corrected meanwhile is theirs, unless this says otherwise of the same.
    if ours.iter().any(|part| theirs.contains(part)) && *typed != stored {
        return Ok(Err(CorrectionError::Changed(Box::new(stored))));
    }
    let wanted = merged(&stored, typed, &ours);
    let problems = wanted.problems(s);
    if !problems.is_empty() {
        return Ok(Err(CorrectionError::Wrong(problems)));
    }
    let changed = stored.changed(&wanted);
    if changed.is_empty() {
        return Ok(Ok(()));
    }
    let document = OrderDocument {
        shipping: wanted.shipping,
        billing: wanted.billing,
        ..document
    };
    let row = order.clone().listed_by(&document);
    let row = order::ActiveModel {
        id: Set(order.id),
        words: Set(document.words_of(&order.public_id, &wanted.email)),
        email: Set(wanted.email),
        country: Set(row.country),
        document: Set(serde_json::to_string(&document).map_err(AppError::internal)?),
        ..Default::default()
    };
    order::Entity::update(row).exec(tx).await?;
    // Which parts, and not what they say: the log is never shortened.
    let told = json!({ "corrected": changed.join(", ") });
    timeline::did(
        tx,
        by.actor,
        timeline::CORRECT,
        &order.public_id,
        Some(&told),
        by.now,
    )
    .await?;
    Ok(Ok(()))
}

/// `stored` with the parts of `typed` that were changed.
fn merged(stored: &Contact, typed: &Contact, parts: &[&str]) -> Contact {
    let of = |part: &str| match parts.contains(&part) {
        true => typed,
        false => stored,
    };
    Contact {
        email: of("e-mail").email.clone(),
        shipping: of("shipping address").shipping.clone(),
        billing: of("billing address").billing.clone(),
    }
}
