//! The program: hands the command line to its room and answers with the exit code.

fn main() -> std::process::ExitCode {
    tegoed::cli::run()
}
