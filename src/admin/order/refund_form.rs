//! The form that pays something back: an amount, what it is for, and what goes back into stock.

use super::{
    super::{form_values::FormValues, request::AdminRequest},
    labels,
    refund::MAX_LENGTH,
    requested_order::RequestedOrder,
    send::mail_box,
};
use crate::{
    base::html::in_textarea,
    order::{
        Item,
        refunds::{self, shipping},
        restock::Restocking,
        staff_actions::Refunding,
        status_machine::{OrderActionError, Step},
    },
};
use axum::{http::StatusCode, response::Response};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Name of the field, before the item's place, for how many go back into stock of those that do not wait to be sent.
pub const SENT: &str = "restock";
/// Name of the one for how many go back into stock of those that wait to be sent.
pub const UNSENT: &str = "restock-unsent";

/// What the form is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Money goes back.
    Refund,
    /// Goods came back, for which nothing is to be paid back.
    Return,
    /// Everything that follows from a withdrawal is done.
    Settlement,
}

impl Purpose {
    /// What the form of `found` is for; `settles`: it was opened to settle a withdrawal.
    pub fn of(found: &RequestedOrder, settles: bool) -> Self {
        let state = found.whole.state();
        match (settles, state.can(Step::Refund), state.can(Step::TakeBack)) {
            (true, _, _) => Self::Settlement,
            (false, false, true) => Self::Return,
            (false, _, _) => Self::Refund,
        }
    }

    fn title(self, number: &str) -> String {
        match self {
            Self::Refund => format!("Refund of order {number}"),
            Self::Return => format!("Return of order {number}"),
            Self::Settlement => format!("Settle the withdrawal from order {number}"),
        }
    }

    fn legend(self) -> &'static str {
        match self {
            Self::Return => "What came back",
            Self::Refund | Self::Settlement => "What it is for",
        }
    }

    fn step(self) -> Step {
        match self {
            Self::Refund => Step::Refund,
            Self::Return => Step::TakeBack,
            Self::Settlement => Step::Settle,
        }
    }
}

/// What stands in the form.
#[derive(Clone, Default)]
pub struct Form {
    /// What is typed.
    pub typed: FormValues,
    /// What is wrong with it, by names of fields.
    pub problems: BTreeMap<String, String>,
    /// Why it came back.
    pub why: Option<OrderActionError>,
    /// Whether the amount was calculated just now.
    is_calculated: bool,
}

impl Form {
    /// The form as it is opened for `purpose`, filled in with what that usually means.
    pub fn new(found: &RequestedOrder, purpose: Purpose) -> Self {
        let document = &found.whole.document;
        let mut pairs = vec![("mail".to_owned(), "yes".to_owned())];
        let mut set = |name: String, value: String| pairs.push((name, value));
        let left = refunds::left(&found.whole.refunds, document);
        let sent = found.whole.sent();
        // While some is still to be sent, staff says what came back.
        let is_whole = !found.whole.state().waits_for_parcels();
        for there in found.whole.restockable() {
            let place = there.place;
            let (refund, sent, unsent) = match purpose {
                Purpose::Settlement => (left[place], there.sent, there.unsent),
                Purpose::Return if is_whole => (0, there.sent.min(sent[place]), 0),
                Purpose::Return | Purpose::Refund => (0, 0, 0),
            };
            set(format!("refund-{place}"), refund.to_string());
            set(format!("{SENT}-{place}"), sent.to_string());
            set(format!("{UNSENT}-{place}"), unsent.to_string());
        }
        if purpose == Purpose::Return && is_whole {
            set("came_back".to_owned(), "yes".to_owned());
        }
        if purpose == Purpose::Settlement {
            set("settles".to_owned(), "yes".to_owned());
            set("shipping".to_owned(), "yes".to_owned());
            let most = found.whole.refundable();
            if most > 0 {
                set("amount".to_owned(), found.prices.plain(most));
            }
        }
        Self::typed(FormValues::of(pairs))
    }

    /// The form with what was `typed`.
    pub fn typed(typed: FormValues) -> Self {
        Self {
            typed,
            ..Self::default()
        }
    }

    /// Notes what is wrong with a field, unless something is already.
    pub fn problem(&mut self, name: &str, why: String) {
        self.problems.entry(name.to_owned()).or_insert(why);
    }

    /// Fills in what the items and the delivery come to, as far as that is left.
    pub fn calculate(&mut self, found: &RequestedOrder, refunding: &Refunding) {
        let whole = &found.whole;
        let worth = refunds::worth(
            &whole.document,
            &whole.refunds,
            &refunding.items,
            refunding.with_shipping,
        );
        let amount = found.prices.plain(worth.clamp(0, whole.refundable()));
        self.typed = self.typed.without(&["amount", "act"]);
        self.typed.pairs.push(("amount".to_owned(), amount));
        self.is_calculated = true;
    }

    fn ticked(&self, name: &str) -> bool {
        self.typed.get(name) == "yes"
    }

    /// A field, with what is wrong with it.
    fn field(&self, name: &str, label: String, input: impl Fn(&str) -> AnyView) -> AnyView {
        let problem = self.problems.get(name).cloned();
        let problem =
            problem.map(|why| view! { <p class="problem" id=format!("{name}-problem")>{why}</p> });
        view! {
            <div class="field field--count"><label for=name.to_owned()>{label}</label>{input(name)}{problem}</div>
        }
        .into_any()
    }

    fn invalid(&self, name: &str) -> (Option<&'static str>, Option<String>) {
        let is_wrong = self.problems.contains_key(name);
        (
            is_wrong.then_some("true"),
            is_wrong.then(|| format!("{name}-problem")),
        )
    }

    /// A field for a whole number up to `most`.
    fn number(&self, name: &str, label: String, most: i64) -> AnyView {
        self.field(name, label, |name| {
            let (invalid, described) = self.invalid(name);
            view! {
                <input id=name.to_owned() name=name.to_owned() type="number" inputmode="numeric" min="0" max=most.to_string()
                    value=self.typed.get(name).to_owned() aria-invalid=invalid aria-describedby=described/>
            }
            .into_any()
        })
    }
}

/// The page with the form.
pub fn show(
    request: &AdminRequest,
    found: &RequestedOrder,
    status: StatusCode,
    form: &Form,
) -> Response {
    let state = found.whole.state();
    let settles = form.ticked("settles");
    let purpose = Purpose::of(found, settles);
    let title = purpose.title(found.number());
    if let Some(why) = state.refusal(purpose.step()) {
        let notice = found.refused(&form.typed, form.why.unwrap_or(why));
        return request.page_with(status, &title, view! { {notice}{found.way_back()} });
    }
    let notice = form.why.map(|why| found.refused(&form.typed, why));
    let pays = state.can(Step::Refund);
    let items = found.whole.document.items.iter().enumerate();
    let restockable = found.whole.restockable();
    let items = items.filter_map(|(place, item)| one(found, form, &restockable[place], item));
    let costs = shipping(&found.whole.document);
    let gave = found.whole.refunds.iter().any(|refund| refund.has_shipping);
    let shipping = (pays && costs > 0 && !gave).then(|| {
        let label = format!("Delivery ({})", found.money(costs));
        view! {
            <div class="field field--flag"><input type="checkbox" id="shipping" name="shipping" value="yes" checked=form.ticked("shipping")/>
                <label for="shipping">{label}</label></div>
        }
    });
    let amount = pays.then(|| money(request, found, form));
    let came_back = (!settles && state.can(Step::TakeBack)).then(|| came_back(found, form));
    let settles_field =
        settles.then(|| view! { <input type="hidden" name="settles" value="yes"/> });
    let button = match purpose {
        Purpose::Refund if found.is_refunded_by_provider => "Give it back",
        Purpose::Refund => "Note the refund",
        Purpose::Return => "Note the return",
        Purpose::Settlement if pays => "Refund, and settle the withdrawal",
        Purpose::Settlement => "Settle the withdrawal",
    };
    let view = view! {
        {notice}
        <form method="post" action=found.path("/refund")>
            {found.carried()}{settles_field}
            <fieldset class="group"><legend>{purpose.legend()}</legend>
                {items.collect_view()}{shipping}
                {pays.then(|| view! {
                    <button class="button button--plain" type="submit" name="act" value="calculate">"Calculate the amount"</button>
                })}
            </fieldset>
            {amount}{came_back}
            {pays.then(|| mail_box(form.ticked("mail")))}
            <div class="save"><button class="button" type="submit">{button}</button></div>
        </form>
        {found.way_back()}
    };
    request.page_with(status, &title, view)
}

/// How many of an item are refunded, and how many go back into stock; `None` if nothing of it is left for either.
fn one(found: &RequestedOrder, form: &Form, there: &Restocking, item: &Item) -> Option<AnyView> {
    let place = there.place;
    let pays = found.whole.state().can(Step::Refund);
    let left = refunds::left(&found.whole.refunds, &found.whole.document)[place];
    let what = labels::what(item);
    // What was typed stays, also where the order is another one by now.
    let is_typed = |name: &str| !matches!(form.typed.get(name), "" | "0");
    let name = format!("refund-{place}");
    let refund = (pays && (left > 0 || is_typed(&name))).then(|| {
        let label = format!("Refund {what} (of {left})");
        form.number(&name, label, left)
    });
    let are_told_apart = there.has_sent_and_unsent() || is_typed(&format!("{UNSENT}-{place}"));
    let back = |name: &str, of: &str, most: i64| {
        let of = if are_told_apart { of } else { "" };
        let name = format!("{name}-{place}");
        (most > 0 || is_typed(&name)).then(|| {
            let label = format!("Back into stock{of}: {what} (of {most})");
            form.number(&name, label, most)
        })
    };
    let sent = back(SENT, ", of those sent", there.sent);
    let unsent = back(UNSENT, ", of those not sent", there.unsent);
    let has_fields = refund.is_some() || sent.is_some() || unsent.is_some();
    has_fields.then(|| view! { <div class="pair">{refund}{sent}{unsent}</div> }.into_any())
}

/// Whether all of it came back, and what that means for an order that is not paid.
fn came_back(found: &RequestedOrder, form: &Form) -> AnyView {
    let state = found.whole.state();
    let is_unpaid = state.payment_after_cancel() != state.payment;
    let note = is_unpaid.then(|| {
        view! { <p class="note">"It is not paid, and then need not be: it is cancelled."</p> }
    });
    let (invalid, described) = form.invalid("came_back");
    let problem = form.problems.get("came_back").cloned();
    let problem = problem.map(|why| view! { <p class="problem" id="came_back-problem">{why}</p> });
    view! {
        <div class="field field--flag"><input type="checkbox" id="came_back" name="came_back" value="yes" checked=form.ticked("came_back")
                aria-invalid=invalid aria-describedby=described/>
            <label for="came_back">"The whole order came back: mark it so"</label>{note}{problem}</div>
    }
    .into_any()
}

/// The amount, and why.
fn money(request: &AdminRequest, found: &RequestedOrder, form: &Form) -> AnyView {
    let most = found.money(found.whole.refundable());
    let label = format!("Amount in {} (up to {most})", found.prices.currency);
    let (invalid, described) = form.invalid("amount");
    let described = described.unwrap_or_else(|| "amount-note".to_owned());
    let value = form.typed.get("amount").to_owned();
    let problem = form.problems.get("amount").cloned();
    let problem = problem.map(|why| view! { <p class="problem" id="amount-problem">{why}</p> });
    let calculated = form.is_calculated.then(|| {
        view! { <p class="notice" role="status">"Calculated from what was paid for these. You can change it."</p> }
    });
    let invoice = crate::order::invoice::is_due(&request.state.shop.config, &found.whole.order);
    let sends = match found.is_refunded_by_provider {
        true => "The money goes back to what it was paid with",
        false => "You send the money yourself",
    };
    let note = match invoice {
        true => format!("Any amount. {sends}; a credit note is written for the invoice."),
        false => format!("Any amount. {sends}."),
    };
    let (invalid_reason, described_reason) = form.invalid("reason");
    let reason = form.typed.get("reason").to_owned();
    let reason_problem = form.problems.get("reason").cloned();
    let reason_problem =
        reason_problem.map(|why| view! { <p class="problem" id="reason-problem">{why}</p> });
    view! {
        {calculated}
        <div class="field"><label for="amount">{label}</label>
            <input id="amount" name="amount" type="text" inputmode="decimal" autocomplete="off" value=value aria-invalid=invalid aria-describedby=described/>
            <p class="note" id="amount-note">{note}</p>{problem}</div>
        <div class="field"><label for="reason">"Why"</label>
            <textarea id="reason" name="reason" rows="2" maxlength=MAX_LENGTH.to_string() aria-invalid=invalid_reason aria-describedby=described_reason>{in_textarea(&reason)}</textarea>
            <p class="note">"For you: the customer does not see it."</p>{reason_problem}</div>
    }
    .into_any()
}
