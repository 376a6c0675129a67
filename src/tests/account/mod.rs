mod address_book;
mod faults;
mod limits;
mod password;
mod register;
mod sessions;
mod sign_in;
mod sign_out;
