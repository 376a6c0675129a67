//! Who changed what, page by page from the latest on.

use super::{
    changes::brief, form_values::FormValues, order::sentence, orders::labels, request::AdminRequest,
};
use crate::{
    base::{error::AppError, money::PriceFormat},
    order::{
        status::named,
        timeline::{self, Event},
    },
    platform::db::statement,
};
use axum::{Extension, response::Response};
use leptos::prelude::*;
use sea_orm::{ConnectionTrait, QueryResult};

/// How many a page shows.
const ON_A_PAGE: usize = 50;

/// A row of `audit`.
struct Entry {
    id: i64,
    at: i64,
    who: String,
    network: String,
    verb: String,
    target: String,
    before: Option<String>,
    after: Option<String>,
}

impl Entry {
    fn read(row: &QueryResult) -> Result<Self, AppError> {
        Ok(Self {
            id: row.try_get_by_index(0)?,
            at: row.try_get_by_index(1)?,
            who: row.try_get_by_index(2)?,
            network: row.try_get_by_index(3)?,
            verb: row.try_get_by_index(4)?,
            target: row.try_get_by_index(5)?,
            before: row.try_get_by_index(6)?,
            after: row.try_get_by_index(7)?,
        })
    }

    /// What was done, in words.
    fn action(&self) -> String {
        let verb = match self.verb.as_str() {
            "settings.change" | "page.change" => "changed",
            "page.remove" => "deleted",
            "draft.discard" => "threw away the draft of",
            "import.check" => "had a file checked:",
            "import.begin" => "began to import",
            "import.done" => "finished importing",
            "import.cancel" => "called off the import of",
            "staff.add" => "added",
            "staff.remove" => "removed",
            "staff.role" => "gave another role to",
            "staff.link" => "made a link to choose a password for",
            "staff.password" => "changed the password of",
            "staff.factor.begin" => "set up a second factor for",
            "emails.sample" => "sent themselves the e-mail",
            "staff.factor.end" => "ended the second factor of",
            "job.retry" => "had tried again",
            "job.cancel" => "gave up",
            "app.add" => "added the app",
            "app.change" => "changed the app",
            "app.remove" => "removed the app",
            "app.forget" => "forgot what an app kept:",
            "cart.remind" => "sent the reminder of the cart",
            "products.bulk" => "changed many products:",
            "products.undo" => "took back the",
            "products.cancel" => "called off the",
            "stock.export" => "took the stock history along:",
            "stocktake.begin" => "began the stocktaking",
            "stocktake.apply" => "made stock of the stocktaking",
            "stocktake.drop" => "gave up the stocktaking",
            "customer.change" => "changed what is known of customer",
            "customer.address" => "changed the addresses of customer",
            "customer.note" => "noted something of customer",
            "customer.note.remove" => "deleted a note of customer",
            "customer.group" => "put into another group: customer",
            "customer.join" => "joined another account with that of customer",
            "customer.sign-out" => "ended sessions of customer",
            "customer.reset" => "sent a link for a new password to customer",
            "customer.export" => "took along what is kept of customer",
            "customer.delete" => "asked for the deletion of customer",
            "customer.keep" => "called off the deletion of customer",
            "customer.visit" => "asked to see the shop as customer",
            "customer.visit.begin" => "went into the shop as customer",
            "customers.export" => "took customers along:",
            "group.add" => "added the customer group",
            "group.rename" => "renamed the customer group to",
            "group.remove" => "deleted the customer group",
            "orders.export" => "took orders along:",
            "product.add" => "added",
            "product.change" => "changed",
            "product.stock" => "counted",
            "product.remove" => "deleted",
            "product.plan" => "planned something of",
            "product.plan.end" => "called something off of",
            "product.file.add" => "added a file to",
            "product.file.remove" => "took a file off",
            "review.publish" => "published",
            "review.reject" => "rejected",
            "category.add" => "added",
            "category.change" => "changed",
            "category.remove" => "deleted",
            "category.restore" => "brought back",
            "category.arrange" => "put into another order",
            "orders.view.keep" => "kept the tab of orders",
            "orders.view.remove" => "deleted the tab of orders",
            other => other,
        };
        format!("{verb} {}", self.target)
    }

    /// The sentence for an entry about an order, in the words of the order's own timeline.
    fn of_order(&self, prices: &PriceFormat) -> String {
        let value = |json: Option<&String>| {
            let read = json.and_then(|json| serde_json::from_str(json).ok());
            read.unwrap_or_default()
        };
        let event = Event {
            at: self.at,
            who: self.who.clone(),
            verb: self.verb.clone(),
            before: value(self.before.as_ref()),
            after: value(self.after.as_ref()),
        };
        format!("Order {}: {}", self.target, sentence(&event, prices))
    }

    fn row(mut self, request: &AdminRequest) -> impl IntoView + use<> {
        let is_of_order = self.verb.starts_with("order.");
        let action = match is_of_order {
            true => self.of_order(&request.state.shop.shop.prices),
            false => self.action(),
        };
        if is_of_order && self.verb != timeline::CHANGE {
            (self.before, self.after) = (None, None);
        }
        let said = if is_of_order {
            in_words
        } else {
            |value: &_| brief(Some(value))
        };
        let value = |json: Option<&String>| {
            let value = json.and_then(|json| serde_json::from_str(json).ok());
            value.map(|value: toml::Value| match value {
                toml::Value::Table(each) => {
                    let each = each.iter();
                    let each = each.map(|(name, value)| format!("{name}: {}", said(value)));
                    each.collect::<Vec<_>>().join(", ")
                }
                value => brief(Some(&value)),
            })
        };
        let (before, after) = (value(self.before.as_ref()), value(self.after.as_ref()));
        let before = before.map(|text| view! { <del>{text}</del>" " });
        let after = after.map(|text| view! { <ins>{text}</ins> });
        view! {
            <tr><td>{request.clock(self.at)}</td><td>{self.who}</td><td>{self.network}</td><td>{action}</td><td>{before}{after}</td></tr>
        }
    }
}

/// How an order stands is said as everywhere else.
fn in_words(value: &toml::Value) -> String {
    let code = value.as_str().unwrap_or_default();
    let payment = named(code).map(labels::payment);
    let words = payment.or_else(|| named(code).map(labels::fulfillment));
    words.map_or_else(|| brief(Some(value)), str::to_owned)
}

/// `GET /audit`. What shoppers do is with their orders.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    const PAGE: &str = "SELECT id, at, who, network, verb, target, before, after FROM audit WHERE who <> 'the shopper' AND id < $1 ORDER BY id DESC LIMIT $2";
    let before = FormValues::read(request.query.as_bytes()).number("before");
    let db = &request.state.shop.db.read;
    let one_more = i64::try_from(ON_A_PAGE + 1).unwrap_or(i64::MAX);
    let values = [before.unwrap_or(i64::MAX).into(), one_more.into()];
    let rows = db.query_all_raw(statement(db, PAGE, values)).await?;
    let entries = rows.iter().map(Entry::read).collect::<Result<Vec<_>, _>>();
    let mut entries = entries?;
    let has_more = entries.len() > ON_A_PAGE;
    entries.truncate(ON_A_PAGE);
    let earlier = entries.last().filter(|_| has_more).map(|last| {
        let to = format!("/audit?before={}", last.id);
        view! { <p><a class="button button--plain" rel="next" href=to>"Earlier"</a></p> }
    });
    let nothing = entries.is_empty().then(|| view! { <p>"Nothing yet."</p> });
    let view = view! {
        <p class="lead">"Every change that somebody made here or on the machine, the latest first. Nothing is ever taken off this list."</p>
        <div class="scroll" tabindex="0"><table>
            <thead><tr><th>{request.by_clock("When")}</th><th>"Who"</th><th>"Network"</th><th>"Did what"</th><th>"From, to"</th></tr></thead>
            <tbody>{entries.into_iter().map(|it| it.row(&request)).collect_view()}</tbody>
        </table></div>
        {nothing}{earlier}
    };
    Ok(request.page("Who changed what", view))
}
