mod alerts;
mod lists;
