//! What this room keeps of customers.

use super::entity::{Column, Entity};
use crate::{account::hooks::CustomerRecords, base::error::AppError, platform::db::statement};
use async_trait::async_trait;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, sea_query::Expr,
};

/// What they wait for.
pub struct AlertRecords;

#[async_trait]
impl CustomerRecords for AlertRecords {
    /// What the customer waits for is told at the new address, unless that waits for it already.
    async fn email_changed(
        &self,
        tx: &DatabaseTransaction,
        customer: i64,
        from: &str,
        to: &str,
    ) -> Result<(), AppError> {
        const DOUBLE: &str = "DELETE FROM stock_alerts WHERE email = $1 AND customer_id = $2 AND EXISTS \
            (SELECT 1 FROM stock_alerts o WHERE o.email = $3 AND o.product_id = stock_alerts.product_id \
            AND o.variation_id = stock_alerts.variation_id)";
        let values = [from.into(), customer.into(), to.into()];
        tx.execute_raw(statement(tx, DOUBLE, values)).await?;
        let moved = Entity::update_many()
            .col_expr(Column::Email, Expr::value(to))
            .filter(Column::Email.eq(from))
            .filter(Column::CustomerId.eq(customer));
        moved.exec(tx).await?;
        Ok(())
    }
}
