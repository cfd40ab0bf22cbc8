//! Asks a person at the terminal; elsewhere the usual answer holds.

use std::io::{self, BufRead, IsTerminal, Write};

/// Whether somebody sits at the terminal who can answer.
pub fn is_answered() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks one question. `None` where nobody sits at a terminal, or the answer is empty and none is usual.
pub fn ask_question(question: &str, usual: Option<&str>) -> Option<String> {
    let usual = usual.map(str::to_owned);
    if !is_answered() {
        return usual;
    }
    let hint = usual
        .as_ref()
        .map_or_else(String::new, |usual| format!(" [{usual}]"));
    let mut screen = io::stderr().lock();
    let _unheard = write!(screen, "{question}{hint}: ").and_then(|()| screen.flush());
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    match (read, answer.trim()) {
        (Err(_), _) | (_, "") => usual,
        (Ok(_), words) => Some(words.to_owned()),
    }
}
