//! Reviews in the database.

use super::{Author, ReviewInput, author::buyer_of};
use crate::{
    base::error::AppError,
    catalog::store::{
        entity::review::{self, ReviewStatus},
        recount,
    },
    order,
    text::Language,
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::OnConflict,
};

/// The review of `product` by `author`: of the customer, or of an order that is theirs.
pub async fn find(
    db: &impl ConnectionTrait,
    author: &Author,
    product: i64,
) -> Result<Option<review::Model>, AppError> {
    let mut theirs =
        Condition::any().add(review::Column::OrderId.is_in(author.orders.iter().copied()));
    if author.customer.is_some() {
        theirs = theirs.add(review::Column::Buyer.eq(&author.buyer));
    }
    let found = review::Entity::find()
        .filter(review::Column::ProductId.eq(product))
        .filter(theirs)
        .order_by_asc(review::Column::Id);
    let found = found.all(db).await?;
    let own = found.iter().position(|it| it.buyer == author.buyer);
    Ok(found.into_iter().nth(own.unwrap_or(0)))
}

/// Keeps what `author` typed of `product` at `now`; `None` if another order of the same e-mail address has its review: whoever
/// holds this one may not be the same person.
pub async fn put(
    tx: &impl ConnectionTrait,
    author: &Author,
    product: i64,
    typed: &ReviewInput,
    language: Language,
    status: ReviewStatus,
    now: i64,
) -> Result<Option<review::Model>, AppError> {
    let before = find(tx, author, product).await?;
    let mut row = review::ActiveModel {
        id: NotSet,
        product_id: Set(product),
        buyer: Set(author.buyer.clone()),
        customer_id: Set(author.customer),
        order_id: Set(author.orders.first().copied()),
        stars: Set(typed.stars.unwrap_or(5)),
        title: Set(typed.title.clone()),
        text: Set(typed.text.clone()),
        name: Set(typed.name.clone()),
        language: Set(language.code().to_owned()),
        status: Set(status),
        created_at: Set(now),
        changed_at: Set(now),
    };
    let Some(before) = before else {
        let nothing = OnConflict::columns([review::Column::ProductId, review::Column::Buyer])
            .do_nothing()
            .to_owned();
        let added = review::Entity::insert(row)
            .on_conflict(nothing)
            .exec_without_returning(tx)
            .await?;
        let review = find(tx, author, product).await?;
        return Ok(review.filter(|_| added > 0));
    };
    row.id = Set(before.id);
    row.created_at = NotSet;
    // Whose it is does not change with what it says.
    row.buyer = NotSet;
    row.customer_id = NotSet;
    row.order_id = NotSet;
    Ok(Some(review::Entity::update(row).exec(tx).await?))
}

/// Every review of `customer`, the latest change first: also what they wrote as a guest of an order that is theirs by now.
pub async fn of_customer(
    db: &impl ConnectionTrait,
    customer: i64,
) -> Result<Vec<review::Model>, AppError> {
    let orders = order::store::all_of(db, customer).await?;
    let orders = orders.into_iter().map(|it| it.id);
    let theirs = Condition::any()
        .add(review::Column::CustomerId.eq(customer))
        .add(review::Column::OrderId.is_in(orders));
    let found = review::Entity::find()
        .filter(theirs)
        .order_by_desc(review::Column::ChangedAt)
        .order_by_desc(review::Column::Id);
    Ok(found.all(db).await?)
}

/// Gives the reviews of the customer `from` to the customer `to`; of two of one product, that of `to` is kept.
pub async fn give(tx: &impl ConnectionTrait, from: i64, to: i64) -> Result<(), AppError> {
    let of = |customer: i64| {
        review::Entity::find()
            .filter(review::Column::CustomerId.eq(customer))
            .order_by_asc(review::Column::Id)
    };
    let kept = of(to).all(tx).await?;
    for review in of(from).all(tx).await? {
        if kept.iter().any(|it| it.product_id == review.product_id) {
            remove(tx, &review).await?;
            continue;
        }
        let row = review::ActiveModel {
            id: Set(review.id),
            buyer: Set(buyer_of(to)),
            customer_id: Set(Some(to)),
            ..Default::default()
        };
        review::Entity::update(row).exec(tx).await?;
    }
    Ok(())
}

/// Lets shoppers see the review `id`, or not; returns `false` if there is none. What is counted of its product follows.
pub async fn decide(
    tx: &impl ConnectionTrait,
    id: i64,
    status: ReviewStatus,
) -> Result<bool, AppError> {
    let found = review::Entity::find_by_id(id).lock_exclusive();
    let Some(before) = found.one(tx).await? else {
        return Ok(false);
    };
    let row = review::ActiveModel {
        id: Set(id),
        status: Set(status),
        ..Default::default()
    };
    review::Entity::update(row).exec(tx).await?;
    recount(tx, before.product_id).await?;
    Ok(true)
}

/// Takes the review `id` away; what is counted of its product follows.
pub async fn remove(tx: &impl ConnectionTrait, review: &review::Model) -> Result<(), AppError> {
    review::Entity::delete_by_id(review.id).exec(tx).await?;
    recount(tx, review.product_id).await
}

/// The review `id`.
pub async fn by_id(db: &impl ConnectionTrait, id: i64) -> Result<Option<review::Model>, AppError> {
    Ok(review::Entity::find_by_id(id).one(db).await?)
}

/// Which reviews.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Those that stand so.
    pub status: Option<ReviewStatus>,
    /// Of this product.
    pub product: Option<i64>,
    /// Those of a lower number.
    pub before: Option<i64>,
}

/// Up to `most` reviews that `query` asks for, the last written first.
pub async fn page(
    db: &impl ConnectionTrait,
    query: &Query,
    most: usize,
) -> Result<Vec<review::Model>, AppError> {
    let which = Condition::all()
        .add_option(query.status.map(|it| review::Column::Status.eq(it)))
        .add_option(query.product.map(|it| review::Column::ProductId.eq(it)))
        .add_option(query.before.map(|it| review::Column::Id.lt(it)));
    let found = review::Entity::find()
        .filter(which)
        .order_by_desc(review::Column::Id)
        .limit(u64::try_from(most).unwrap_or(u64::MAX));
    Ok(found.all(db).await?)
}

/// Up to `most` reviews, the latest change first; all, or those that stand at `status`.
pub async fn list(
    db: &impl ConnectionTrait,
    status: Option<ReviewStatus>,
    most: u64,
) -> Result<Vec<review::Model>, AppError> {
    let found = review::Entity::find()
        .filter(Condition::all().add_option(status.map(|it| review::Column::Status.eq(it))))
        .order_by_desc(review::Column::ChangedAt)
        .order_by_desc(review::Column::Id)
        .limit(most);
    Ok(found.all(db).await?)
}

/// How many reviews wait to be looked at; no more than `most` are counted.
pub async fn pending(db: &impl ConnectionTrait, most: u64) -> Result<usize, AppError> {
    let waiting = review::Entity::find()
        .select_only()
        .column(review::Column::Id)
        .filter(review::Column::Status.eq(ReviewStatus::Pending))
        .limit(most);
    let waiting: Vec<i64> = waiting.into_tuple().all(db).await?;
    Ok(waiting.len())
}
