mod assets;
mod compression;
mod language;
mod pages;
mod security;
