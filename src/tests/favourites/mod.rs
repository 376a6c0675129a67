mod alerts;
mod favourites;
