//! Asks questions: of a person at the terminal, or of answers that come through a pipe, one a line.

use super::console::Console;
use super::exit::Failure;
use std::fs::File;
use std::io::{self, BufRead, IsTerminal};
use std::os::fd::AsFd;
use std::os::unix::fs::FileTypeExt;

/// Who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputSource {
    /// A person at the terminal, who is asked again after an answer that is wrong.
    Terminal,
    /// A pipe or a file: a wrong answer stops the command.
    Pipe,
    /// Nobody: the usual answers hold.
    Nobody,
}

impl InputSource {
    /// Whoever is at the other end of standard input.
    pub fn find() -> Self {
        if io::stdin().is_terminal() && io::stderr().is_terminal() {
            Self::Terminal
        } else if is_pipe_or_file() {
            Self::Pipe
        } else {
            Self::Nobody
        }
    }

    /// Whether there is somebody to ask.
    pub fn is_answered(self) -> bool {
        self != Self::Nobody
    }

    /// Asks one question. `None` where the answer is empty, or nobody answers, and no answer is usual. `read` says what
    /// is wrong with an answer.
    pub fn ask<T>(
        self,
        question: &str,
        usual: Option<&str>,
        read: impl Fn(&str) -> Result<T, Failure>,
        console: &Console,
    ) -> Result<Option<T>, Failure> {
        loop {
            let answer = self.read_answer(question, usual, console);
            let answer = answer.as_deref().or(usual).map(&read).transpose();
            match answer {
                Err(stop) if self == Self::Terminal => {
                    console.print_to_stderr(&format!("{}\n", stop.message));
                }
                answer => return answer,
            }
        }
    }

    /// What was answered; `None` where nothing was.
    fn read_answer(self, question: &str, usual: Option<&str>, console: &Console) -> Option<String> {
        let end = match self {
            Self::Terminal => "",
            Self::Pipe => "\n",
            Self::Nobody => return None,
        };
        let hint = usual.map_or_else(String::new, |usual| format!(" [{usual}]"));
        console.print_to_stderr(&format!("{question}{hint}: {end}"));
        let mut answer = Vec::new();
        let read = io::stdin().lock().read_until(b'\n', &mut answer);
        let answer = String::from_utf8_lossy(&answer);
        let words = answer.trim();
        (read.is_ok() && !words.is_empty()).then(|| words.to_owned())
    }
}

/// Whether standard input has an end. A device that never answers would keep the command waiting.
fn is_pipe_or_file() -> bool {
    let input = io::stdin().as_fd().try_clone_to_owned();
    let kind = input.and_then(|input| File::from(input).metadata());
    kind.is_ok_and(|kind| kind.is_file() || kind.file_type().is_fifo())
}
