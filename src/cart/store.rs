use crate::{catalog::selection::Selection, error::AppError, server::cookies::Token};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};
use serde::{Deserialize, Serialize};

/// Most lines a bag holds.
pub const MOST_LINES: usize = 100;

/// Rows of `carts`.
pub mod cart {
    use sea_orm::entity::prelude::*;

    /// A bag.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "carts")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        /// SHA-256 of the token in the browser's cookie.
        pub token_hash: Vec<u8>,
        pub created_at: i64,
        pub updated_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Rows of `cart_lines`.
pub mod line {
    use sea_orm::entity::prelude::*;

    /// A line.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "cart_lines")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub cart_id: i64,
        pub product_id: i64,
        pub variation_id: Option<i64>,
        pub quantity: i64,
        /// [`super::Chosen`] as JSON.
        #[sea_orm(column_type = "Text")]
        pub chosen: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What was chosen about a product. Prices are not: those are the catalogue's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Chosen {
    /// Answers to its options, in their order.
    pub answers: Vec<Vec<String>>,
    /// The price the shopper named, in minor units.
    pub price: Option<i64>,
    /// How often it comes, such as `MONTH-1`; empty is once.
    pub subscription: String,
}

impl Chosen {
    /// The answers as a selection.
    pub fn selection(&self) -> Selection {
        Selection(self.answers.clone())
    }
}

/// The lines of the bag with this token, in the order they came.
pub async fn lines(
    db: &impl ConnectionTrait,
    token: &Token,
) -> Result<Vec<(line::Model, Chosen)>, AppError> {
    let Some(cart) = by_token(db, token).await? else {
        return Ok(Vec::new());
    };
    let lines = line::Entity::find()
        .filter(line::Column::CartId.eq(cart.id))
        .order_by_asc(line::Column::Id)
        .all(db)
        .await?;
    let read = |line: line::Model| {
        let chosen = serde_json::from_str(&line.chosen).unwrap_or_default();
        (line, chosen)
    };
    Ok(lines.into_iter().map(read).collect())
}

/// How many things are in the bag with this token.
pub async fn count(db: &impl ConnectionTrait, token: &Token) -> Result<i64, AppError> {
    Ok(lines(db, token)
        .await?
        .iter()
        .map(|(line, _)| line.quantity)
        .sum())
}

/// The bag with this token.
pub async fn by_token(
    db: &impl ConnectionTrait,
    token: &Token,
) -> Result<Option<cart::Model>, AppError> {
    let found = cart::Entity::find().filter(cart::Column::TokenHash.eq(token.hash()));
    Ok(found.one(db).await?)
}

/// The bag with this token, made if missing.
pub async fn open(
    tx: &impl ConnectionTrait,
    token: &Token,
    now: i64,
) -> Result<cart::Model, AppError> {
    if let Some(cart) = by_token(tx, token).await? {
        return Ok(cart);
    }
    let row = cart::ActiveModel {
        id: NotSet,
        token_hash: Set(token.hash()),
        created_at: Set(now),
        updated_at: Set(now),
    };
    Ok(cart::Entity::insert(row).exec_with_returning(tx).await?)
}

/// Adds a line, or to the line that is the same but for its quantity.
pub async fn add(tx: &impl ConnectionTrait, wanted: line::Model) -> Result<(), AppError> {
    let same = line::Entity::find()
        .filter(line::Column::CartId.eq(wanted.cart_id))
        .filter(line::Column::ProductId.eq(wanted.product_id))
        .filter(line::Column::Chosen.eq(&wanted.chosen))
        .one(tx)
        .await?;
    match same {
        Some(line) => {
            let row = line::ActiveModel {
                id: Set(line.id),
                quantity: Set(line.quantity + wanted.quantity),
                ..Default::default()
            };
            line::Entity::update(row).exec(tx).await?;
        }
        None => {
            let row = line::ActiveModel {
                id: NotSet,
                ..wanted.into()
            };
            line::Entity::insert(row).exec_without_returning(tx).await?;
        }
    }
    Ok(())
}

/// Takes the line `id` out of the bag with this token.
pub async fn remove(db: &impl ConnectionTrait, token: &Token, id: i64) -> Result<(), AppError> {
    if let Some(cart) = by_token(db, token).await? {
        line::Entity::delete_many()
            .filter(line::Column::CartId.eq(cart.id))
            .filter(line::Column::Id.eq(id))
            .exec(db)
            .await?;
    }
    Ok(())
}
