mod assets;
mod compression;
pub mod connections;
mod disk;
mod language;
mod migrations;
mod pages;
mod security;
mod setup;
