//! The back office beside the shop: where it is, and who gets in first.

use super::failure::{Failure, failed};
use crate::{
    admin::{
        self, AdminState, claim_address,
        staff::{
            link,
            role::Role,
            store::{self, NewStaff},
        },
    },
    app::middleware::{metrics, request_id},
    base::date,
    platform::{audit::Actor, cookies::Token},
};
use axum::{
    Router,
    extract::Request,
    middleware::{Next, from_fn},
    response::Response,
};
use std::io::{self, Write};

/// Who owns the demo shop.
const DEMO_OWNER: &str = "owner@example.com";

/// The back office with its log.
pub fn router(office: AdminState) -> Router {
    let router = admin::router(office).layer(from_fn(with_number));
    request_id::numbered(router.layer(from_fn(metrics::layer)))
}

/// Tells the back office by which number the log knows a request.
async fn with_number(mut request: Request, next: Next) -> Response {
    let number = admin::RequestNumber(request_id::of(&request));
    request.extensions_mut().insert(number);
    next.run(request).await
}

/// Says where the back office is; to a shop without an owner, how to become that.
pub async fn say(office: &AdminState, demo: bool) -> Result<(), Failure> {
    let (db, now) = (&office.shop.db, date::now());
    let mut said = format!("back office: {}\n", office.origin());
    if !store::has_owner(&db.read).await.map_err(failed)? {
        // Nobody else reaches a demo that has no address of its own.
        said += &match demo && office.shop.config.public_url.is_empty() {
            true => demo_owner(office, now).await?,
            false => {
                let token = link::offer_claim(db, now).await.map_err(failed)?;
                let address = claim_address(&office.origin(), &token);
                format!("nobody owns this shop yet; make it yours: {address}\n")
            }
        };
    }
    let _ = io::stdout().write_all(said.as_bytes());
    Ok(())
}

/// Makes the owner of the demo with a random password, and says it.
async fn demo_owner(office: &AdminState, now: i64) -> Result<String, Failure> {
    let shop = &office.shop;
    let password = Token::random()?.text()[..16].to_owned();
    let hash = shop.passwords.hash(&password).await.map_err(failed)?;
    let new = NewStaff {
        email: DEMO_OWNER,
        name: "Demo owner",
        role: Role::Owner,
        password_hash: hash,
    };
    let tx = shop.db.begin().await?;
    store::add(&tx, new, &Actor::command_line(), now)
        .await
        .map_err(failed)?;
    tx.commit().await?;
    Ok(format!("demo owner: {DEMO_OWNER}, password {password}\n"))
}
