use crate::{
    account::context::Visitor,
    base::error::AppError,
    order::{entity::order, place::is_of, store},
};
use sea_orm::ConnectionTrait;

/// A visitor who bought a product, and may therefore review it.
#[derive(Clone, Debug)]
pub struct Author {
    /// What the reviews of one buyer are known by: the customer's number, or a guest's e-mail address.
    pub buyer: String,
    /// The customer, if the order is one's.
    pub customer: Option<i64>,
    /// The orders that it was bought with, the latest first.
    pub orders: Vec<i64>,
    /// The name on the bill of the latest.
    pub billed: String,
}

impl Author {
    /// Returns the visitor as an author, if an order of theirs with `product` is paid or on its way; else `None`.
    ///
    /// A guest's order belongs to the browser that holds its token (`order::form::find`).
    pub async fn of(
        db: &impl ConnectionTrait,
        visitor: &Visitor,
        product: i64,
    ) -> Result<Option<Self>, AppError> {
        let mut author: Option<Self> = None;
        // Whoever is signed in writes as that, whichever order it was bought with.
        let customer = visitor.session.as_ref().map(|it| it.customer.id);
        for order in store::of_visitor(db, visitor).await? {
            if !order.is_purchase() || !is_of(&order, visitor) {
                continue;
            }
            let document = store::document(&order)?;
            if document.items.iter().all(|item| item.product != product) {
                continue;
            }
            let customer = customer.or(order.customer_id);
            let known = author.get_or_insert_with(|| Self {
                buyer: buyer(customer, &order),
                customer,
                orders: Vec::new(),
                billed: document.billing.name.clone(),
            });
            known.orders.push(order.id);
        }
        Ok(author)
    }

    /// A name to start from: as much of the whole one as a stranger needs.
    pub fn suggested_name(&self) -> String {
        short(&self.billed)
    }
}

/// What the reviews of the customer `id` are known by.
pub(super) fn buyer_of(id: i64) -> String {
    format!("customer {id}")
}

fn buyer(customer: Option<i64>, order: &order::Model) -> String {
    match customer {
        Some(id) => buyer_of(id),
        None => order.email.to_lowercase(),
    }
}

/// `Ada Lovelace` as `Ada L.`
fn short(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default();
    match words.next_back().and_then(|last| last.chars().next()) {
        Some(initial) => format!("{first} {initial}."),
        None => first.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suggested_name_tells_no_more_than_it_must() {
        for (name, said) in [
            ("Ada Lovelace", "Ada L."),
            ("Ada King of Lovelace", "Ada L."),
            (" Ada ", "Ada"),
            ("", ""),
            ("Élodie Öz", "Élodie Ö."),
        ] {
            assert_eq!(short(name), said);
        }
    }
}
