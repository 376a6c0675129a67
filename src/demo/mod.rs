//! The demo shop: a print studio whose pictures are drawn by this program.

mod catalogue;
mod customer;
mod pages;
mod products;
mod reviews;
mod settings;
pub mod test_provider;
mod texts;

pub use customer::{DEMO_EMAIL, DEMO_PASSWORD};

use crate::{base::error::AppError, request::state::AppState};

/// Fills an empty shop; `false` if there is already something in it.
pub async fn seed(state: &AppState) -> Result<bool, AppError> {
    // Instances that are started together fill the shop once.
    let _alone = state.db.alone("import").await?;
    let customer = customer::seed(&state.db, &state.passwords).await?;
    let catalogue = catalogue::seed(state).await?;
    if catalogue {
        pages::seed(&state.db).await?;
        reviews::seed(&state.db).await?;
        settings::seed(state).await?;
        state.catalog.refresh(&state.db).await?;
    }
    Ok(customer || catalogue)
}
