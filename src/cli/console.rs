//! Standard output and standard error: who gets what, with or without colours.

use super::args::Color;
use super::escape;
use super::exit::Stop;
use super::pager;
use std::cell::Cell;
use std::io::{self, IsTerminal, Write};

/// Where the words of the program go.
pub struct Console {
    out: Colours,
    error: Colours,
    paging: Paging,
    closed: bool,
    /// Whether somebody watches standard error, who wants to see how far long work is.
    watched: bool,
    /// Whether a line that says so stands at the foot of the terminal.
    foot: Cell<bool>,
}

/// Whether text may carry colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// Plain text.
    Plain,
    /// With colours.
    Coloured,
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
pub enum Leads {
    /// To whoever called the program.
    ToStandardOutput,
    /// To a file (`-o`).
    ToFile,
}

impl Console {
    /// The two streams of this process. `leads` says where output goes instead of standard output, if it does.
    pub fn new(color: Color, paging: Paging, leads: Leads) -> Self {
        let terminal = leads == Leads::ToStandardOutput && io::stdout().is_terminal();
        Self {
            out: colours(color, terminal),
            error: colours(color, io::stderr().is_terminal()),
            paging,
            closed: false,
            watched: io::stderr().is_terminal() && !is_dumb(),
            foot: Cell::new(false),
        }
    }

    /// Whether standard output may carry colours.
    pub const fn out(&self) -> Colours {
        self.out
    }

    /// Whether standard error may carry colours.
    pub const fn error(&self) -> Colours {
        self.error
    }

    /// Writes to standard output. A reader that went away is no fault: what follows is left out.
    pub fn print(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        if self.closed {
            return Ok(());
        }
        self.clear_progress();
        let mut out = io::stdout().lock();
        match out.write_all(bytes).and_then(|()| out.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => self.closed = true,
            Err(error) => {
                self.closed = true;
                return Err(Stop::environment(format!(
                    "cannot write to standard output: {error}"
                )));
            }
            Ok(()) => {}
        }
        Ok(())
    }

    /// Writes to standard output, page by page where a person would otherwise have to scroll back.
    pub fn page(&mut self, text: &[u8]) -> Result<(), Stop> {
        let shown = self.paging == Paging::WhenTall && pager::show(text);
        if shown { Ok(()) } else { self.print(text) }
    }

    /// Writes to standard error. Nobody can be told when that does not work.
    pub fn tell(&self, text: &str) {
        self.clear_progress();
        Self::put(text);
    }

    /// Says how far long work is, in a line at the foot of the terminal that gives way to whatever is written next.
    /// Nothing where standard error is no terminal.
    pub fn progress(&self, words: &str) {
        if self.watched {
            Self::put(&format!("{BEGIN_ANEW}{words}"));
            self.foot.set(true);
        }
    }

    /// Takes that line away.
    pub fn clear_progress(&self) {
        if self.foot.replace(false) {
            Self::put(BEGIN_ANEW);
        }
    }

    fn put(text: &str) {
        let mut error = io::stderr().lock();
        let _unheard = error
            .write_all(text.as_bytes())
            .and_then(|()| error.flush());
    }

    /// Says why a command stopped.
    pub fn lament(&self, stop: &Stop) {
        let (error, help) = match self.error {
            Colours::Plain => ("error", "help"),
            Colours::Coloured => ("\u{1b}[1;31merror\u{1b}[0m", "\u{1b}[1;36mhelp\u{1b}[0m"),
        };
        let message = escape::lines(&stop.message);
        self.tell(&format!("{error}: {message}\n"));
        if let Some(mend) = &stop.help {
            self.tell(&format!("{help}: {}\n", escape::lines(mend)));
        }
    }
}

/// Back to the beginning of the line, and nothing on it.
const BEGIN_ANEW: &str = "\r\u{1b}[K";

fn colours(wanted: Color, terminal: bool) -> Colours {
    let coloured = match wanted {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => terminal && !declined(),
    };
    if coloured {
        Colours::Coloured
    } else {
        Colours::Plain
    }
}

/// Whether the environment asks for plain text. An empty `NO_COLOR` asks for nothing.
fn declined() -> bool {
    let wish = std::env::var_os("NO_COLOR");
    wish.is_some_and(|wish| !wish.is_empty()) || is_dumb()
}

/// Whether the terminal can do nothing but write on.
fn is_dumb() -> bool {
    let terminal = std::env::var_os("TERM").filter(|value| !value.is_empty());
    terminal.is_none_or(|terminal| terminal == "dumb")
}
