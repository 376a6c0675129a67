//! Placed orders: e-mails, invoices, files, and what shoppers and merchants see and do.

mod account_deletion;
pub mod command_line;
mod downloads;
mod invoices;
pub mod mail;
mod notify;
mod own_orders;
pub mod personal_data;
pub mod reviews;
mod subscriptions;
