//! The server carries the browser's files inside: a new bundle makes a new binary.
fn main() {
    println!("cargo:rerun-if-changed=target/site");
}
