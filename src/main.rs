//! The `awning` command.

#[tokio::main]
async fn main() -> std::process::ExitCode {
    awning::server::cli::run().await
}
