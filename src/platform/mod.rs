//! Technical services that know nothing of carts or orders: database, settings, jobs, e-mail, files, assets. Uses only the
//! rooms `base`, `text` and `pricing`.

pub mod assets;
pub mod audit;
pub mod backups;
pub mod client_address;
pub mod config;
pub mod cookies;
pub mod csv_rows;
pub mod db;
pub mod design;
pub mod disk;
pub mod files;
pub mod images;
pub mod jobs;
pub mod known_devices;
pub mod link_key;
pub mod listen;
pub mod mail;
pub mod metrics;
pub mod page_document;
pub mod pieces_body;
pub mod push;
pub mod scripts;
pub mod services;
pub mod shop_view;
pub mod tasks;
pub mod telemetry;
pub mod videos;
pub mod zipped;
