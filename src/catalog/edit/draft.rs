//! A product as it is prepared, and not seen yet.

use crate::{base::error::AppError, catalog::Product};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is kept of a product in draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProductDraft {
    /// The product as it would be.
    pub product: Product,
    /// What each field was when it was begun, by its key: so that what others change meanwhile is seen.
    pub seen: BTreeMap<String, String>,
}

impl ProductDraft {
    /// The draft that `json` is.
    pub fn read(json: &str) -> Result<Self, AppError> {
        serde_json::from_str(json).map_err(AppError::internal)
    }

    /// It as JSON.
    pub fn written(&self) -> Result<String, AppError> {
        serde_json::to_string(self).map_err(AppError::internal)
    }
}
