mod assets;
mod compression;
mod disk;
mod language;
mod pages;
mod security;
