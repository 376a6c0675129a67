//! The database's shape, one file a change, applied in order and never edited afterwards.

mod m0001_account;
mod m0002_catalog;
mod m0003_orders;
mod m0004_images;
mod m0005_faults;
mod m0006_known_devices;
mod m0007_letters;
mod m0008_import_baselines;
mod m0009_registrations;
mod m0010_jobs;
mod m0011_catalog_changes;
mod m0012_letter_recipients;
mod m0013_email_proofs;
mod m0014_favourites;
mod m0015_reviews;
mod m0016_after_sale;
mod m0017_rest;
mod m0018_single_sign_on;
mod m0019_settings;
mod m0020_staff;
mod m0021_drafts;
mod m0022_tasks;
mod m0023_orders_inbox;
mod m0024_staff_devices;
mod m0025_one_order;
mod m0026_shelves;
mod m0027_one_product;
mod m0028_customers;
mod m0029_day;
mod m0030_cart_reminders;
pub mod m0031_loose_ends;
mod m0032_paid_later;
mod m0033_card_payments;
mod m0034_payments_again;
mod m0035_rare_orders;
mod m0036_refunds_counted_again;

use async_trait::async_trait;
use sea_orm_migration::prelude::*;

/// Applies what is missing.
pub struct Migrator;

#[async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_account::Migration),
            Box::new(m0002_catalog::Migration),
            Box::new(m0003_orders::Migration),
            Box::new(m0004_images::Migration),
            Box::new(m0005_faults::Migration),
            Box::new(m0006_known_devices::Migration),
            Box::new(m0007_letters::Migration),
            Box::new(m0008_import_baselines::Migration),
            Box::new(m0009_registrations::Migration),
            Box::new(m0010_jobs::Migration),
            Box::new(m0011_catalog_changes::Migration),
            Box::new(m0012_letter_recipients::Migration),
            Box::new(m0013_email_proofs::Migration),
            Box::new(m0014_favourites::Migration),
            Box::new(m0015_reviews::Migration),
            Box::new(m0016_after_sale::Migration),
            Box::new(m0017_rest::Migration),
            Box::new(m0018_single_sign_on::Migration),
            Box::new(m0019_settings::Migration),
            Box::new(m0020_staff::Migration),
            Box::new(m0021_drafts::Migration),
            Box::new(m0022_tasks::Migration),
            Box::new(m0023_orders_inbox::Migration),
            Box::new(m0024_staff_devices::Migration),
            Box::new(m0025_one_order::Migration),
            Box::new(m0026_shelves::Migration),
            Box::new(m0027_one_product::Migration),
            Box::new(m0028_customers::Migration),
            Box::new(m0029_day::Migration),
            Box::new(m0030_cart_reminders::Migration),
            Box::new(m0031_loose_ends::Migration),
            Box::new(m0032_paid_later::Migration),
            Box::new(m0033_card_payments::Migration),
            Box::new(m0034_payments_again::Migration),
            Box::new(m0035_rare_orders::Migration),
            Box::new(m0036_refunds_counted_again::Migration),
        ]
    }
}
