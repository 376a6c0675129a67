use super::entity::cart;
use crate::{account::context::Visitor, platform::cookies::Token, request::state::OwnerKey};
use sea_orm::{ColumnTrait, sea_query::SimpleExpr};

/// The owner of a cart.
#[derive(Clone)]
pub enum Owner {
    /// The customer with this id.
    Customer(i64),
    /// A guest, whose browser holds this token.
    Guest(Token),
    /// A guest, known only by the SHA-256 of the browser's token.
    GuestOf(Vec<u8>),
}

impl Owner {
    /// Returns the owner of the visitor's cart; `None` for a guest who has no cart yet.
    pub fn of(visitor: &Visitor) -> Option<Self> {
        match &visitor.session {
            Some(session) => Some(Self::Customer(session.customer.id)),
            None => visitor.cart_token.clone().map(Self::Guest),
        }
    }

    /// Returns a key that identifies this owner without revealing the token.
    pub fn key(&self) -> OwnerKey {
        match self {
            Self::Customer(id) => OwnerKey::Customer(*id),
            Self::Guest(token) => OwnerKey::Browser(token.hash()),
            Self::GuestOf(hash) => OwnerKey::Browser(hash.clone()),
        }
    }

    /// Returns the SQL condition that finds this owner's cart.
    pub(super) fn condition(&self) -> SimpleExpr {
        match self {
            Self::Customer(id) => cart::Column::CustomerId.eq(*id),
            Self::Guest(token) => cart::Column::TokenHash.eq(token.hash()),
            Self::GuestOf(hash) => cart::Column::TokenHash.eq(hash.clone()),
        }
    }
}
