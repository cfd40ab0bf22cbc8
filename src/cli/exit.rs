//! How a command ends: the exit codes, and what is said when it stops early.

use std::fmt::Display;
use std::mem::ManuallyDrop;
use std::path::Path;
use std::process::ExitCode;

/// The exit codes of the program. They are a contract with scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// Done, nothing to remark.
    Fine,
    /// Something in the data needs a person.
    Findings,
    /// The command line asks for something we cannot do.
    Usage,
    /// The disk, the terminal or another part of the world refused; nothing was changed.
    Environment,
    /// A file changed while we worked on it; nothing was changed by us.
    ChangedMeanwhile,
    /// A promise we make to ourselves was broken; nothing was changed.
    Broken,
}

impl From<Code> for ExitCode {
    fn from(code: Code) -> Self {
        Self::from(match code {
            Code::Fine => 0,
            Code::Findings => 1,
            Code::Usage => 2,
            Code::Environment => 3,
            Code::ChangedMeanwhile => 4,
            Code::Broken => 70,
        })
    }
}

/// Why a command stopped before it was done, in words for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The exit code.
    pub code: Code,
    /// What is the matter, one line.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

/// What a command answers.
pub type Ended = Result<Code, Stop>;

impl Stop {
    fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            help: None,
        }
    }

    /// The journal gives no answer.
    pub fn findings(message: impl Into<String>) -> Self {
        Self::new(Code::Findings, message)
    }

    /// The command line asks for something we cannot do.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(Code::Usage, message)
    }

    /// The world refused.
    pub fn environment(message: impl Into<String>) -> Self {
        Self::new(Code::Environment, message)
    }

    /// The world refused while we did something to a file.
    pub fn file(doing: &str, path: &Path, cause: impl Display) -> Self {
        Self::environment(format!("cannot {doing} {}: {cause}", path.display()))
    }

    /// Somebody else wrote the file while we worked on it.
    pub fn changed_meanwhile(path: &Path) -> Self {
        Self::new(
            Code::ChangedMeanwhile,
            format!(
                "{} changed while this command worked on it; it was left as it is now",
                path.display()
            ),
        )
        .help("run the command again")
    }

    /// A promise we make to ourselves was broken.
    pub fn broken(message: impl Into<String>) -> Self {
        Self::new(Code::Broken, message).help("this is a fault of tegoed: please report it")
    }

    /// What to do about it.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// Keeps what a command works with to its end. The process gives all memory back at once; to free the records of a big
/// journal one by one before that takes time and gains nothing. Not for what has more to do than to free memory, such as
/// a file that must be removed.
pub const fn keep_until_exit<T>(data: T) -> ManuallyDrop<T> {
    ManuallyDrop::new(data)
}

/// Makes an internal fault one line on standard error instead of a page of addresses.
pub fn tame_panics() {
    std::panic::set_hook(Box::new(|panic| {
        use std::io::Write;
        let place = panic
            .location()
            .map_or_else(String::new, |at| format!(" ({}:{})", at.file(), at.line()));
        let words = panic.payload_as_str().unwrap_or("no further words");
        let line = format!("error: tegoed met a case it did not foresee{place}: {words}\n");
        let _unheard = std::io::stderr().write_all(line.as_bytes());
    }));
}

/// Runs a command; an internal fault becomes exit code 70.
pub fn guarded(command: impl FnOnce() -> Code) -> Code {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(command)).unwrap_or(Code::Broken)
}
