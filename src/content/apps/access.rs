//! What apps may ask of the shop: their tokens and scopes (`spec/rest.md` 1).

use super::entity::Model;
use sha2::{Digest, Sha256};
use std::{collections::HashMap, sync::Arc};

/// What a token may be allowed, named as apps name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Scope(pub &'static str);

impl Scope {
    /// The settings of the shop: given to every secret token.
    pub const PROFILE: Self = Self("read_store_profile");
    /// Products and categories, hidden ones too.
    pub const CATALOG: Self = Self("read_catalog");
    /// What shoppers see, by a public token.
    pub const STOREFRONT: Self = Self("public_storefront");
    /// The shop's pages as data.
    pub const WIDGET_PAGES: Self = Self("read_storefront_widget_pages");

    /// Every scope that there is; not all of them open something yet.
    pub const ALL: [&'static str; 17] = [
        Self::PROFILE.0,
        "update_store_profile",
        Self::CATALOG.0,
        "create_catalog",
        "update_catalog",
        "read_orders",
        "create_orders",
        "update_orders",
        "read_customers",
        "create_customers",
        "update_customers",
        "read_discount_coupons",
        "create_discount_coupons",
        "update_discount_coupons",
        Self::STOREFRONT.0,
        "customize_storefront",
        Self::WIDGET_PAGES.0,
    ];
}

/// Whose token it is, and what that may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// The app.
    pub client_id: String,
    /// Whether it is the app's secret token; else its public one, which stands in pages.
    pub is_secret: bool,
    scopes: Vec<String>,
}

impl Access {
    /// Whether `scope` is allowed to it.
    pub fn may(&self, scope: Scope) -> bool {
        self.is_secret && scope == Scope::PROFILE || self.scopes.iter().any(|it| it == scope.0)
    }
}

/// Every token by its hash.
#[derive(Clone, Debug, Default)]
pub struct Tokens(HashMap<Vec<u8>, Arc<Access>>);

impl Tokens {
    /// The tokens of these apps.
    pub fn new(rows: &[Model]) -> Self {
        let mut tokens = HashMap::new();
        for row in rows {
            let access = |is_secret| {
                Arc::new(Access {
                    client_id: row.client_id.clone(),
                    is_secret,
                    scopes: row.scopes.split(' ').map(str::to_owned).collect(),
                })
            };
            if let Some(token) = &row.token {
                tokens.insert(hash(token), access(false));
            }
            // Of one text that is both, the narrower holds: it is in every page.
            if let Some(hash) = &row.secret_token_hash {
                tokens.entry(hash.clone()).or_insert_with(|| access(true));
            }
        }
        Self(tokens)
    }

    /// What `token` may do, if it is one. It is looked up by its hash: how long that takes says nothing of a token.
    pub fn access(&self, token: &str) -> Option<&Arc<Access>> {
        self.0.get(&hash(token))
    }
}

/// SHA-256 of `token`. Tokens are random, so nothing slower is asked for.
pub fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_opens_what_its_scopes_say_and_a_published_secret_opens_no_more_than_a_public_one() {
        let row = |client_id: &str, token: &str, secret: &str, scopes: &str| Model {
            client_id: client_id.into(),
            token: Some(token.into()),
            config: None,
            client_secret: None,
            secret_token_hash: Some(hash(secret)),
            scopes: scopes.into(),
        };
        let tokens = Tokens::new(&[
            row(
                "a",
                "public_a",
                "secret_a",
                "public_storefront read_catalog",
            ),
            row("b", "same", "same", ""),
        ]);
        let access = |token: &str| tokens.access(token).expect("a token");
        assert!(access("public_a").may(Scope::STOREFRONT) && !access("public_a").is_secret);
        assert!(!access("public_a").may(Scope::PROFILE));
        assert!(access("secret_a").may(Scope::PROFILE) && access("secret_a").may(Scope::CATALOG));
        assert!(!access("secret_a").may(Scope::WIDGET_PAGES));
        assert!(!access("same").is_secret && !access("same").may(Scope::STOREFRONT));
        assert!(tokens.access("").is_none() && tokens.access("secret_b").is_none());
    }
}
