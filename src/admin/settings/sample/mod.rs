//! What a shopper would pay, beside the settings that decide it: a basket, calculated as every cart, by what stands in the form.

mod basket;
mod calculate;
mod draw;
mod result_text;

pub use basket::SampleBasket;

use super::show::{Present, ScreenState};
use crate::{
    admin::{request::AdminRequest, screens::Screen},
    base::error::AppError,
};
use leptos::prelude::AnyView;

/// What the button sends that tries the basket: it saves nothing.
pub const TRY: &str = "sample";

/// The screens that it stands on.
const SCREENS: [&str; 6] = [
    "/settings/taxes",
    "/settings/shipping",
    "/settings/payment",
    "/settings/discounts",
    "/settings/coupons",
    "/settings/questions",
];
/// Where the code of a coupon is tried in any case.
const COUPONS: &str = "/settings/coupons";

/// The basket on `screen`, by what is `shown` there; `None` where there is none.
pub async fn panel(
    request: &AdminRequest,
    screen: &'static Screen,
    present: &Present,
    shown: &ScreenState,
) -> Result<Option<AnyView>, AppError> {
    if !SCREENS.contains(&screen.path) {
        return Ok(None);
    }
    let saved = &request.state.shop.config;
    let mut typed = present.stored_values();
    typed.extend(shown.typed.clone());
    let typed = present.given.config(&typed).ok().map(|mut config| {
        // The words are on another screen: those that are made already.
        config.spoken = saved.spoken.clone();
        config
    });
    let wanted = shown.sample.filled_in(
        &request.state.shop.catalog.snapshot(),
        typed.as_ref().unwrap_or(saved),
        screen.path == COUPONS,
    );
    let result = calculate::sample_result(request, typed, wanted).await?;
    Ok(Some(draw::panel(request, screen, &result)))
}
