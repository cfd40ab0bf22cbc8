//! Long output page by page: only on a terminal, only when it is taller than the screen.

use super::files::writer::signal_guard::SignalGuard;
use std::io::{self, IsTerminal, Write};
use std::process::{Command, Stdio};

/// Shows text in the user's pager. Answers whether it did; if not, the text must still be printed.
pub fn show_in_pager(text: &[u8]) -> bool {
    io::stdout().is_terminal()
        && is_taller_than_screen(text)
        && pager_command().is_some_and(|pager| run_pager(&pager, text))
}

fn is_taller_than_screen(text: &[u8]) -> bool {
    let Some((_, height)) = terminal_size::terminal_size() else {
        return false;
    };
    memchr::memchr_iter(b'\n', text).count() >= usize::from(height.0)
}

/// `TEGOED_PAGER`, else `PAGER`, else `less`. One that is set to nothing, or to `cat`, asks for none.
fn pager_command() -> Option<String> {
    let named = ["TEGOED_PAGER", "PAGER"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok());
    let pager = named.unwrap_or_else(|| "less".to_owned());
    (!pager.trim().is_empty() && pager.trim() != "cat").then_some(pager)
}

fn run_pager(pager: &str, text: &[u8]) -> bool {
    let mut command = Command::new("sh");
    command.arg("-c").arg(pager).stdin(Stdio::piped());
    if std::env::var_os("LESS").is_none() {
        command.env("LESS", "FRSX");
    }
    let Ok(mut child) = command.spawn() else {
        return false;
    };
    let _waiting = SignalGuard::block_interrupt();
    if let Some(mut input) = child.stdin.take() {
        // Who leaves the pager early has seen enough.
        let _seen = input.write_all(text);
    }
    // 127: the shell knows no such program.
    child.wait().is_ok_and(|status| status.code() != Some(127))
}
