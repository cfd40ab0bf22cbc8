//! Standard output and standard error: who gets what, with or without colours.

use super::arguments::color::Color;
use super::emit::failure_json::failure_json;
use super::escape;
use super::exit::Failure;
use super::pager;
use crate::render::medium::TerminalStyle;
use std::cell::Cell;
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// Standard output and standard error of the program.
pub struct Console {
    out_colours: TerminalStyle,
    error_colours: TerminalStyle,
    paging: Paging,
    is_closed: Cell<bool>,
    /// Whether a program reads the output, and why a command stopped.
    failures_as_json: bool,
    /// What stands before a failure and before its mend.
    failure_words: Cell<[&'static str; 2]>,
    /// Whether somebody watches standard error, who wants to see how far long work is.
    shows_progress: bool,
    /// When the command began: nobody asks how far work is that is done in a moment.
    began: Instant,
    /// Whether a line that says so stands at the foot of the terminal.
    progress_shown: Cell<bool>,
}

/// Whether long output is shown page by page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paging {
    /// On a terminal, when it is taller than the screen.
    WhenTall,
    /// Never.
    Never,
}

/// Where output goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputTarget {
    /// To whoever called the program.
    StandardOutput,
    /// To a file (`-o`).
    File,
}

impl Console {
    /// The two streams of this process. `leads` says where output goes instead of standard output, if it does.
    pub fn new(color: Color, paging: Paging, leads: OutputTarget) -> Self {
        let terminal = leads == OutputTarget::StandardOutput && io::stdout().is_terminal();
        Self {
            out_colours: terminal_style(color, terminal),
            error_colours: terminal_style(color, io::stderr().is_terminal()),
            paging,
            is_closed: Cell::new(false),
            failures_as_json: false,
            failure_words: Cell::new(["error", "help"]),
            shows_progress: io::stderr().is_terminal() && !is_dumb(),
            began: Instant::now(),
            progress_shown: Cell::new(false),
        }
    }

    /// The same, for a program that reads JSON: why a command stopped is JSON too.
    pub const fn with_failures_as_json(mut self, as_json: bool) -> Self {
        self.failures_as_json = as_json;
        self
    }

    /// What stands before a failure and before its mend, where they are told in another language.
    pub fn set_failure_words(&self, words: [&'static str; 2]) {
        self.failure_words.set(words);
    }

    /// Whether why a command stopped is told as JSON.
    pub const fn failures_as_json(&self) -> bool {
        self.failures_as_json
    }

    /// Whether the reader of standard output went away.
    pub const fn is_closed(&self) -> bool {
        self.is_closed.get()
    }

    /// Whether standard output may carry colours.
    pub const fn out_colours(&self) -> TerminalStyle {
        self.out_colours
    }

    /// Whether standard error may carry colours.
    pub const fn error_colours(&self) -> TerminalStyle {
        self.error_colours
    }

    /// Writes to standard output. A reader that went away is no fault: what follows is left out.
    pub fn print(&self, bytes: &[u8]) -> Result<(), Failure> {
        self.print_written(|out| out.write_all(bytes))
    }

    /// The same of what is written piece by piece, because there may be too much of it to be kept.
    pub fn print_written(
        &self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Failure> {
        if self.is_closed.get() {
            return Ok(());
        }
        self.clear_progress();
        let mut out = io::stdout().lock();
        match write(&mut out).and_then(|()| out.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => self.is_closed.set(true),
            Err(error) => {
                self.is_closed.set(true);
                return Err(Failure::environment(format!(
                    "cannot write to standard output: {error}"
                )));
            }
            Ok(()) => {}
        }
        Ok(())
    }

    /// Writes to standard output, page by page where a person would otherwise have to scroll back.
    pub fn print_paged(&mut self, text: &[u8]) -> Result<(), Failure> {
        let shown = self.paging == Paging::WhenTall && pager::show_in_pager(text);
        if shown { Ok(()) } else { self.print(text) }
    }

    /// Writes to standard error. A failure of that is ignored: there is nowhere to report it.
    pub fn print_to_stderr(&self, text: &str) {
        self.clear_progress();
        Self::write_stderr(text);
    }

    /// Says how far long work is, in a line at the foot of the terminal that gives way to whatever is written next.
    /// Nothing where standard error is no terminal.
    pub fn show_progress(&self, words: &str) {
        if self.shows_progress {
            Self::write_stderr(&format!("{CLEAR_LINE}{words}"));
            self.progress_shown.set(true);
        }
    }

    /// The same for work that is mostly done in a moment: nothing before somebody waits for it.
    pub fn show_progress_if_slow(&self, words: &str) {
        if self.began.elapsed() >= PATIENCE {
            self.show_progress(words);
        }
    }

    /// Takes that line away.
    pub fn clear_progress(&self) {
        if self.progress_shown.replace(false) {
            Self::write_stderr(CLEAR_LINE);
        }
    }

    fn write_stderr(text: &str) {
        let mut error = io::stderr().lock();
        let _unheard = error
            .write_all(text.as_bytes())
            .and_then(|()| error.flush());
    }

    /// Says why a command stopped.
    pub fn print_error(&self, stop: &Failure) {
        if self.failures_as_json {
            return self.print_to_stderr(&failure_json(stop, None));
        }
        let [error, help] = self.failure_words.get();
        let (error, help) = match self.error_colours {
            TerminalStyle::Plain => (error.to_owned(), help.to_owned()),
            TerminalStyle::Ansi => (
                format!("\u{1b}[1;31m{error}\u{1b}[0m"),
                format!("\u{1b}[1;36m{help}\u{1b}[0m"),
            ),
        };
        let message = escape::escape_lines(&stop.message);
        self.print_to_stderr(&format!("{error}: {message}\n"));
        if let Some(mend) = &stop.help {
            self.print_to_stderr(&format!("{help}: {}\n", escape::escape_lines(mend)));
        }
    }
}

/// How long a person waits without asking how far it is.
const PATIENCE: Duration = Duration::from_millis(500);

/// Back to the beginning of the line, and nothing on it.
const CLEAR_LINE: &str = "\r\u{1b}[K";

fn terminal_style(wanted: Color, terminal: bool) -> TerminalStyle {
    let coloured = match wanted {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => terminal && !is_colour_declined(),
    };
    if coloured {
        TerminalStyle::Ansi
    } else {
        TerminalStyle::Plain
    }
}

/// Whether the environment asks for plain text. An empty `NO_COLOR` asks for nothing.
fn is_colour_declined() -> bool {
    let wish = std::env::var_os("NO_COLOR");
    wish.is_some_and(|wish| !wish.is_empty()) || is_dumb()
}

/// Whether the terminal can do nothing but write on.
fn is_dumb() -> bool {
    let terminal = std::env::var_os("TERM").filter(|value| !value.is_empty());
    terminal.is_none_or(|terminal| terminal == "dumb")
}
