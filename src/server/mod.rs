//! What only the server has: configuration, database, router and the layers around it.

pub mod answer;
pub mod assets;
pub mod background;
pub mod cli;
pub mod config;
mod config_error;
pub mod cookies;
pub mod db;
pub mod disk;
pub mod fault_page;
pub mod health;
pub mod listen;
pub mod mail;
pub mod middleware;
pub mod migration;
pub mod render;
pub mod router;
pub mod scripts;
pub mod state;
pub mod telemetry;
pub mod visit;
