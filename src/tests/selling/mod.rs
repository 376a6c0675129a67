mod api;
mod bag;
mod checkout;
mod orders;
mod race;
mod signing;
mod support;
