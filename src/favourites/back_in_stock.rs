//! Telling that a product is back, whichever way it came: a job looks now and then.

use super::{
    alert::is_there,
    emails,
    entity::{self, Column, Entity},
};
use crate::{
    base::{date, error::AppError, language::LanguageCode},
    catalog::{self, Product},
    platform::{
        cookies::Token,
        jobs::{Job, Setback, Work},
        mail::{self, Email, Posting, Subject},
    },
    request::state::AppState,
};
use async_trait::async_trait;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};

/// Seconds between two looks.
const EVERY: i64 = 300;
/// E-mails posted in one transaction.
const AT_ONCE: u64 = 100;
/// Seconds for which what was told is remembered, so that the link in the e-mail works.
const REMEMBERED: i64 = 90 * date::DAY;

/// Writes to everybody who waits for a product that can be bought again, once.
pub struct BackInStock(pub AppState);

#[async_trait]
impl Work for BackInStock {
    fn kind(&self) -> &'static str {
        "back in stock"
    }

    fn every(&self) -> Option<i64> {
        Some(EVERY)
    }

    /// Returns 0 seconds: a failed run is not retried, the next one makes up for it.
    fn tried_for(&self) -> i64 {
        0
    }

    async fn run(&self, _: &Job) -> Result<(), Setback> {
        let now = date::now();
        let present = Self(self.0.current());
        for id in present.back().await? {
            while present.tell(id, now).await? == AT_ONCE {}
        }
        let over = Entity::delete_many().filter(Column::ToldAt.lt(now - REMEMBERED));
        over.exec(&self.0.db.write).await.map_err(AppError::from)?;
        Ok(())
    }
}

impl BackInStock {
    /// Products that somebody waits for and of which there is something in stock.
    async fn back(&self) -> Result<Vec<i64>, AppError> {
        let waited: Vec<i64> = Entity::find()
            .select_only()
            .distinct()
            .column(Column::ProductId)
            .filter(Column::ToldAt.is_null())
            .into_tuple()
            .all(&self.0.db.read)
            .await?;
        let snapshot = self.0.catalog.snapshot();
        Ok(waited
            .into_iter()
            .filter(|id| snapshot.is_in_stock(*id))
            .collect())
    }

    /// Posts the e-mails about the product `id` to those whose choice of it is there; how many of them were looked at
    /// and told, at most [`AT_ONCE`].
    async fn tell(&self, id: i64, now: i64) -> Result<u64, AppError> {
        let tx = self.0.db.begin().await?;
        let Some(product) = catalog::store::product(&tx, id).await? else {
            return Ok(0);
        };
        let varied = product.variations.iter().map(|it| it.id);
        let choices = std::iter::once(0).chain(varied);
        let there: Vec<i64> = choices.filter(|id| is_there(&product, *id)).collect();
        // Of two instances the second waits for the first, and finds nobody left.
        let waiting = Entity::find()
            .filter(Column::ProductId.eq(id))
            .filter(Column::ToldAt.is_null())
            .filter(Column::VariationId.is_in(there))
            .order_by_asc(Column::Id)
            .limit(AT_ONCE)
            .lock_exclusive()
            .all(&tx)
            .await?;
        let mut told = 0;
        for alert in &waiting {
            told += u64::from(self.post(&tx, alert, &product, now).await?);
        }
        tx.commit().await?;
        if told > 0 {
            self.0.job_waits.notify_one();
        }
        Ok(told)
    }

    async fn post(
        &self,
        tx: &impl ConnectionTrait,
        alert: &entity::Model,
        product: &Product,
        now: i64,
    ) -> Result<bool, AppError> {
        let token = Token::random().map_err(AppError::internal)?;
        let noted = Entity::update_many()
            .col_expr(Column::ToldAt, Expr::value(now))
            .col_expr(Column::TokenHash, Expr::value(token.hash()))
            .filter(Column::Id.eq(alert.id))
            .filter(Column::ToldAt.is_null());
        if noted.exec(tx).await?.rows_affected == 0 {
            return Ok(false);
        }
        let email = self.email(alert, product, &token)?;
        let due = mail::next_due(tx, Subject::Other, &alert.email, now).await?;
        mail::enqueue(tx, Posting::to(&alert.email, now).due(due), email).await?;
        Ok(true)
    }

    fn email(
        &self,
        alert: &entity::Model,
        product: &Product,
        token: &Token,
    ) -> Result<Email, AppError> {
        let config = &self.0.config;
        let language = LanguageCode::of(&alert.language).unwrap_or(config.store_language);
        let language = config.language(language);
        let origin = match config.public_url.as_str() {
            "" => &alert.origin,
            url => url,
        };
        let snapshot = self.0.catalog.snapshot();
        let path = snapshot.card(product.id);
        let path = path.map_or_else(String::new, |card| self.0.links().product(card));
        let choice = match alert.variation_id {
            0 => String::new(),
            id => format!("?variation={id}"),
        };
        let stop = format!(
            "{origin}{}?token={}",
            super::unsubscribe::PATH,
            token.text()
        );
        let link = format!("{origin}{path}{choice}");
        emails::back_in_stock(language, product, &link, &stop)
    }
}
