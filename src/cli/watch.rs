//! `--watch`: runs a command again whenever a file of the journal changes, until Ctrl-C.
//!
//! Each run is a process of its own: it gives back its memory, and one that fails does not end the others. Times and sizes of
//! the files are looked at a few times a second. To be told of changes by the system would be quicker by as much, and misses
//! them on network drives and where `git checkout` puts a new file under an old name.

use super::arguments::args::GlobalFlags;
use super::clock;
use super::command_context::CommandContext;
use super::exit::{CommandResult, ExitStatus, Failure};
use super::files::disk::STANDARD_INPUT;
use super::registry::Registry;
use super::settings::SETTINGS_FILE;
use super::watched_files::WatchedFiles;
use chrono::NaiveDate;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

/// The flag, without its dashes.
pub const WATCH: &str = "watch";
/// What the flag does.
pub const WATCH_HELP: &str = "Run again whenever a file of the journal changes, until Ctrl-C";

/// What every run is told: nobody turns pages.
const NO_PAGER: &str = "--no-pager";

/// How long to wait between two looks at the files.
const PAUSE: Duration = Duration::from_millis(300);

/// Moves to the top of an empty screen.
const CLEAR_SCREEN: &[u8] = b"\x1b[2J\x1b[3J\x1b[H";

/// Runs this command line, without the flag, again and again. Only Ctrl-C, a reader of the output that went away, or a command
/// line that cannot be carried out ends it.
pub fn watch(global: GlobalFlags, registry: Registry) -> CommandResult {
    if global.output.is_some() {
        return Err(
            Failure::usage("`--watch` shows what changes, and writes no file")
                .with_help("leave `-o` out, or write `> FILE`"),
        );
    }
    let context = CommandContext::new(global, &[], registry)?;
    let roots = &context.roots.files;
    if roots.iter().any(|root| root == Path::new(STANDARD_INPUT)) {
        return Err(
            Failure::usage("standard input comes once: there is nothing to watch")
                .with_help("name the file with `-f FILE`"),
        );
    }
    let settings: Vec<PathBuf> = roots
        .first()
        .map(|root| root.with_file_name(SETTINGS_FILE))
        .into_iter()
        .collect();
    let look = |known: &WatchedFiles| known.look(roots, &settings, &context.disk);
    let mut seen = (look(&WatchedFiles::default()), clock::today());
    let mut is_first = true;
    loop {
        separate(is_first, &context)?;
        let status = run_once()?;
        if is_first && status == Some(i32::from(ExitStatus::Usage.code())) {
            return Ok(ExitStatus::Usage);
        }
        if context.console.is_closed() {
            return Ok(ExitStatus::Success);
        }
        is_first = false;
        context.console.show_progress(&format!(
            "{} files are watched; Ctrl-C ends",
            seen.0.count()
        ));
        seen = wait_for_change(seen, look);
    }
}

/// Waits until the files are other than they were, and do not change any more.
fn wait_for_change(
    mut seen: (WatchedFiles, NaiveDate),
    look: impl Fn(&WatchedFiles) -> WatchedFiles,
) -> (WatchedFiles, NaiveDate) {
    let mut has_changed = false;
    loop {
        sleep(PAUSE);
        let now = (look(&seen.0), clock::today());
        if now == seen && has_changed {
            return now;
        }
        has_changed |= now != seen;
        seen = now;
    }
}

/// Parts a result from the one before: a terminal is cleared, elsewhere an empty line stands between.
fn separate(is_first: bool, context: &CommandContext) -> Result<(), Failure> {
    context.console.clear_progress();
    if io::stdout().is_terminal() {
        context.console.print(CLEAR_SCREEN)
    } else if is_first {
        Ok(())
    } else {
        context.console.print(b"\n")
    }
}

/// Runs the command line once without the flag; the exit code, where it was not ended by a signal.
fn run_once() -> Result<Option<i32>, Failure> {
    let refused =
        |error: io::Error| Failure::environment(format!("cannot run tegoed again: {error}"));
    let program = std::env::current_exe().map_err(refused)?;
    let own = [OsString::from(format!("--{WATCH}")), NO_PAGER.into()];
    let words = std::env::args_os()
        .skip(1)
        .filter(|word| !own.contains(word));
    let mut command = Command::new(program);
    command.args(words).arg(NO_PAGER);
    Ok(command.status().map_err(refused)?.code())
}
