//! Tabs of one's own: filters that somebody of the staff gave a name.

use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect, redirect_with_flash},
    },
    query,
};
use crate::{
    base::{date, error::AppError, validate},
    platform::{
        audit::{self, Entry},
        db::{retried, statement},
    },
};
use axum::{Extension, response::Response};
use sea_orm::{ConnectionTrait, QueryResult};

/// Most tabs of one member of staff.
const MAX: usize = 12;
/// Longest name, in characters.
const MAX_LENGTH: usize = 40;

/// A tab of somebody's own.
pub struct View {
    /// Its number.
    pub id: i64,
    /// What they called it.
    pub name: String,
    /// The filter as the query of an address.
    pub query: String,
}

impl View {
    fn read(row: &QueryResult) -> Result<Self, AppError> {
        Ok(Self {
            id: row.try_get_by_index(0)?,
            name: row.try_get_by_index(1)?,
            query: row.try_get_by_index(2)?,
        })
    }
}

fn own(request: &AdminRequest) -> Result<i64, AppError> {
    let signed = request.signed.as_ref().ok_or(AppError::SignedOut)?;
    Ok(signed.staff.id)
}

/// The tabs of whoever asks, in the order they were made.
pub async fn of(request: &AdminRequest) -> Result<Vec<View>, AppError> {
    const ALL: &str = "SELECT id, name, query FROM order_views WHERE staff_id = $1 ORDER BY id";
    let db = &request.state.shop.db.read;
    let rows = db.query_all_raw(statement(db, ALL, [own(request)?.into()]));
    rows.await?.iter().map(View::read).collect()
}

/// `POST /orders/views`: keeps a filter under a name; one of that name is another one now.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    const PUT: &str = "INSERT INTO order_views (staff_id, name, query) VALUES ($1, $2, $3) \
        ON CONFLICT (staff_id, name) DO UPDATE SET query = $3";
    let prices = &request.state.shop.shop.prices;
    let filter = query::read(&FormValues::read(typed.get("query").as_bytes()), prices);
    let query = query::write(&filter, prices);
    let to = format!("/orders?{query}");
    let name = validate::name(typed.get("name"));
    let Some(name) = name.filter(|name| name.chars().count() <= MAX_LENGTH) else {
        return Ok(redirect_with_flash(&to, AdminFlash::ViewNotNamed));
    };
    let views = of(&request).await?;
    if views.len() >= MAX && views.iter().all(|view| view.name != name) {
        return Ok(redirect_with_flash(&to, AdminFlash::ViewsFull));
    }
    let staff = own(&request)?;
    let put = || async {
        let tx = request.state.shop.db.begin().await?;
        let values = [staff.into(), name.as_str().into(), query.as_str().into()];
        tx.execute_raw(statement(&tx, PUT, values)).await?;
        let entry = Entry::of("orders.view.keep", &name);
        audit::record(&tx, &request.actor(), entry, date::now()).await?;
        tx.commit().await?;
        Ok(())
    };
    retried(put).await?;
    Ok(redirect_with_flash(&to, AdminFlash::ViewKept))
}

/// `POST /orders/views/remove`: takes a tab away, if it is one's own.
pub async fn post_remove(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    const REMOVE: &str = "DELETE FROM order_views WHERE id = $1 AND staff_id = $2";
    let id = typed.number("id").ok_or(AppError::BadRequest)?;
    let to = match typed.get("back") {
        "" => "/orders",
        back => back,
    };
    let views = of(&request).await?;
    let Some(view) = views.iter().find(|view| view.id == id) else {
        return Ok(redirect(to));
    };
    let staff = own(&request)?;
    let remove = || async {
        let tx = request.state.shop.db.begin().await?;
        let gone = tx.execute_raw(statement(&tx, REMOVE, [id.into(), staff.into()]));
        if gone.await?.rows_affected() > 0 {
            let entry = Entry::of("orders.view.remove", &view.name);
            audit::record(&tx, &request.actor(), entry, date::now()).await?;
        }
        tx.commit().await?;
        Ok(())
    };
    retried(remove).await?;
    Ok(redirect_with_flash(to, AdminFlash::ViewRemoved))
}
