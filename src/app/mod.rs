//! What only the server has: configuration, database, router and the layers around it.

pub mod background;
pub mod cli;
pub mod fault_page;
pub mod health;
pub mod middleware;
pub mod migration;
pub mod paths;
pub mod render;
pub mod router;
