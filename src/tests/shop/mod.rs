mod assets;
mod compression;
pub mod connections;
mod disk;
mod language;
mod pages;
mod security;
