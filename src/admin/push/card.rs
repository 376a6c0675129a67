//! Which browsers of one's own are told of new orders, as a part of the page of one's account.

use super::{
    super::{request::AdminRequest, staff::role::Right},
    WORKER, signed,
};
use crate::{
    base::{error::AppError, time_zone::TimeZone},
    platform::push::{
        Keys,
        store::{self, Subscription},
    },
};
use leptos::prelude::*;

/// The part of the page; nothing for whoever may not see orders.
pub async fn card(request: &AdminRequest) -> Result<Option<AnyView>, AppError> {
    if !request.may(Right::SeeOrders) {
        return Ok(None);
    }
    let shop = &request.state.shop;
    let key = Keys::of_shop(&shop.db).await?.public();
    let own = store::of_staff(&shop.db.read, signed(request)?.staff.id).await?;
    let rows = own
        .into_iter()
        .map(|it| row(it, &shop.config.time_zone))
        .collect_view();
    Ok(Some(
        view! {
            <section class="card" aria-labelledby="push">
                <h2 id="push">"Notices of new orders"</h2>
                <p>"A browser can show you a notice when an order comes in, also while no page of the back office is open. It says the number of the order and what it comes to, and nothing else."</p>
                <ul class="plain">{rows}</ul>
                <form method="post" action="/account/push" data-push=WORKER data-push-key=key hidden>
                    <input type="hidden" name="endpoint"/>
                    <input type="hidden" name="key"/>
                    <input type="hidden" name="auth"/>
                    <button class="button button--plain" type="submit">"Tell this browser"</button>
                </form>
                <p class="note" data-push-not="">"Scripts are off in this browser, or it knows no such notices: it can be told nothing. On an iPhone, put the back office on the home screen first."</p>
            </section>
        }
        .into_any(),
    ))
}

fn row(it: Subscription, zone: &TimeZone) -> impl IntoView + use<> {
    let id = it.id.to_string();
    let (to, label, stands) = match it.is_on {
        true => ("off", "Be quiet", "is told"),
        false => ("on", "Tell it again", "is quiet"),
    };
    let about = format!("{label}: {}", it.name);
    let forget = format!("Forget it: {}", it.name);
    view! {
        <li class="row">
            <span>{it.name.clone()}" "{stands}<span class="note">{format!("Since {}", zone.day(it.created_at))}</span></span>
            <form method="post" action="/account/push/turn">
                <input type="hidden" name="id" value=id.clone()/>
                <button class="button--small" type="submit" name="to" value=to aria-label=about>{label}</button>
            </form>
            <form method="post" action="/account/push/remove">
                <button class="button--small" type="submit" name="id" value=id aria-label=forget>"Forget it"</button>
            </form>
        </li>
    }
}
