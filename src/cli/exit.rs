//! How a command ends: the exit codes, and what is said when it stops early.

use std::fmt::Display;
use std::mem::ManuallyDrop;
use std::panic::PanicHookInfo;
use std::path::Path;
use std::process::ExitCode;

/// The exit codes of the program. They are a contract with scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitStatus {
    /// Done, nothing to remark.
    Success,
    /// Something in the data needs a person.
    Findings,
    /// The command line asks for something we cannot do.
    Usage,
    /// The disk, the terminal or another part of the world refused; of each file is said whether it was changed.
    Environment,
    /// A file changed while we worked on it, or another program has it open; it was left as it is.
    ChangedMeanwhile,
    /// Somebody left at a question; nothing was written.
    Left,
    /// A promise we make to ourselves was broken; the file it is about was left as it is.
    Internal,
}

impl ExitStatus {
    /// Its number.
    pub const fn code(self) -> u8 {
        match self {
            Self::Success => 0,
            Self::Findings => 1,
            Self::Usage => 2,
            Self::Environment => 3,
            Self::ChangedMeanwhile => 4,
            Self::Internal => 70,
            Self::Left => 130,
        }
    }

    /// The graver of two endings: what the world refused, then what was found, then nothing.
    pub const fn graver_of(self, other: Self) -> Self {
        const fn rank(code: ExitStatus) -> u8 {
            match code {
                ExitStatus::Success => 0,
                ExitStatus::Findings => 1,
                ExitStatus::Left => 2,
                ExitStatus::Usage => 3,
                ExitStatus::ChangedMeanwhile => 4,
                ExitStatus::Environment => 5,
                ExitStatus::Internal => 6,
            }
        }
        if rank(other) > rank(self) {
            other
        } else {
            self
        }
    }
}

impl From<ExitStatus> for ExitCode {
    fn from(status: ExitStatus) -> Self {
        Self::from(status.code())
    }
}

/// Why a command stopped before it was done, in words for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The exit code.
    pub status: ExitStatus,
    /// What is the matter, one line.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

/// What a command answers.
pub type CommandResult = Result<ExitStatus, Failure>;

impl Failure {
    fn new(code: ExitStatus, message: impl Into<String>) -> Self {
        Self {
            status: code,
            message: message.into(),
            help: None,
        }
    }

    /// The journal gives no answer.
    pub fn findings(message: impl Into<String>) -> Self {
        Self::new(ExitStatus::Findings, message)
    }

    /// The command line asks for something we cannot do.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(ExitStatus::Usage, message)
    }

    /// The world refused.
    pub fn environment(message: impl Into<String>) -> Self {
        Self::new(ExitStatus::Environment, message)
    }

    /// The world refused while we did something to a file.
    pub fn file_error(doing: &str, path: &Path, cause: impl Display) -> Self {
        Self::environment(format!("cannot {doing} {}: {cause}", path.display()))
    }

    /// Somebody else wrote the file while we worked on it.
    pub fn changed_meanwhile(path: &Path) -> Self {
        Self::new(
            ExitStatus::ChangedMeanwhile,
            format!(
                "{} changed while this command worked on it; it was left as it is now",
                path.display()
            ),
        )
        .with_help("run the command again")
    }

    /// Another program holds the file open, to write to it: what it writes would be lost.
    pub fn open_elsewhere(path: &Path, program: &str) -> Self {
        Self::new(
            ExitStatus::ChangedMeanwhile,
            format!(
                "{} is open for writing in another program ({program}); it was left as it is",
                path.display()
            ),
        )
        .with_help("save and close it there, then run the command again")
    }

    /// A promise we make to ourselves was broken.
    pub fn internal(message: impl Into<String>) -> Self {
        Self::new(ExitStatus::Internal, message)
            .with_help("this is a fault of tegoed: please report it")
    }

    /// Says which files were written before it stopped: they stand.
    pub fn with_written_before(mut self, paths: &[String]) -> Self {
        if !paths.is_empty() {
            self.message = format!(
                "{}; written before that: {}",
                self.message,
                paths.join(", ")
            );
        }
        self
    }

    /// What to do about it.
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
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

/// Makes an internal fault one line on standard error instead of a page of addresses. What the disk refused is told by whoever
/// wrote.
pub fn install_panic_hook() {
    std::panic::set_hook(Box::new(|panic| {
        use std::io::Write;
        if is_refused_write(panic) {
            return;
        }
        let place = panic
            .location()
            .map_or_else(String::new, |at| format!(" ({}:{})", at.file(), at.line()));
        let words = panic.payload_as_str().unwrap_or("no further words");
        let line = format!("error: tegoed met a case it did not foresee{place}: {words}\n");
        let _unheard = std::io::stderr().write_all(line.as_bytes());
    }));
}

/// Whether the library of workbooks stopped because the disk refused a temporary file.
#[cfg(feature = "xlsx")]
fn is_refused_write(panic: &PanicHookInfo<'_>) -> bool {
    use crate::render::xlsx::refused_write::system_error_in;
    let is_of_library = |at: &std::panic::Location<'_>| at.file().contains("rust_xlsxwriter");
    let words = panic.payload_as_str().and_then(system_error_in);
    words.is_some() && panic.location().is_some_and(is_of_library)
}

#[cfg(not(feature = "xlsx"))]
const fn is_refused_write(_panic: &PanicHookInfo<'_>) -> bool {
    false
}

/// Runs a command; an internal fault becomes exit code 70.
pub fn catch_panics(command: impl FnOnce() -> ExitStatus) -> ExitStatus {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(command)).unwrap_or(ExitStatus::Internal)
}
