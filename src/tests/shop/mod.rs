mod assets;
mod language;
mod pages;
mod security;
