use super::entity::cart;
use crate::{account::context::Visitor, platform::cookies::Token, request::state::OwnerKey};
use sea_orm::{ColumnTrait, sea_query::SimpleExpr};

/// Whose cart.
#[derive(Clone)]
pub enum Owner {
    /// A customer's.
    Customer(i64),
    /// That of a browser that holds this token.
    Guest(Token),
    /// The same, where no more is known of the token than its SHA-256.
    GuestOf(Vec<u8>),
}

impl Owner {
    /// Whose cart the request sees; `None` is a guest who has none yet.
    pub fn of(visitor: &Visitor) -> Option<Self> {
        match &visitor.session {
            Some(session) => Some(Self::Customer(session.customer.id)),
            None => visitor.cart_token.clone().map(Self::Guest),
        }
    }

    /// What tells this owner from every other one, without the token itself.
    pub fn key(&self) -> OwnerKey {
        match self {
            Self::Customer(id) => OwnerKey::Customer(*id),
            Self::Guest(token) => OwnerKey::Browser(token.hash()),
            Self::GuestOf(hash) => OwnerKey::Browser(hash.clone()),
        }
    }

    /// What finds their cart.
    pub(super) fn condition(&self) -> SimpleExpr {
        match self {
            Self::Customer(id) => cart::Column::CustomerId.eq(*id),
            Self::Guest(token) => cart::Column::TokenHash.eq(token.hash()),
            Self::GuestOf(hash) => cart::Column::TokenHash.eq(hash.clone()),
        }
    }
}
