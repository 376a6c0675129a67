mod api;
mod bag;
mod checkout;
mod kills;
mod orders;
mod race;
mod signing;
mod support;
