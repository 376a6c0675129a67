//! The shop as a customer sees it. The back office is another origin than the shop: what leads there is a token that is used once.

use super::{
    super::request::AdminRequest,
    common::{nobody, way_back},
};
use crate::{
    account::{
        staff_access::{PATH, token},
        store,
    },
    base::{date, error::AppError},
    platform::db::retried,
};
use axum::{Extension, extract::Path, response::Response};
use leptos::prelude::*;

/// `POST /customers/{id}/visit`. The log keeps who did.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    let by = request.actor();
    let offer = || async {
        let tx = request.state.shop.db.begin().await?;
        let Some(customer) = store::by_id(&tx, id).await? else {
            return Ok(None);
        };
        let token = token::offer(&tx, id, &by, date::now()).await?;
        tx.commit().await?;
        Ok(Some((customer, token)))
    };
    let Some((customer, token)) = retried(offer).await? else {
        return Ok(nobody(&request));
    };
    let to = format!(
        "{}{PATH}?token={}",
        request.state.shop_origin(),
        token.text()
    );
    let name = match customer.name.as_str() {
        "" => customer.email,
        name => name.to_owned(),
    };
    let view = view! {
        <section class="card">
            <p>{format!("This way leads into the shop as {name}. It can be gone once, within two minutes, and what follows lasts an hour.")}</p>
            <ul>
                <li>"You can look, and fill the cart and order for them. A bar on every page says who you are."</li>
                <li>"You cannot change the password or the e-mail, delete the account, or see what is kept about them."</li>
                <li>"They are not told. The log keeps that you did it."</li>
            </ul>
            <p><a class="button" href=to target="_blank" rel="noopener">{format!("Open the shop as {name}")}</a></p>
        </section>
        {way_back(id)}
    };
    Ok(request.page("The shop as a customer", view))
}
