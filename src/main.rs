//! The `handbill` command; everything it does lives in `handbill-cli`.

fn main() -> std::process::ExitCode {
    handbill_cli::run()
}
