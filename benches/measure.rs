//! What a command costs: the processor's time and the most memory it held, of that one process.

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use std::io::{self, Write};
use std::process::{Command, Stdio};

/// What one run cost.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cost {
    /// Microseconds of the processor, the system's included.
    pub time: u64,
    /// Kilobytes of memory at most.
    pub memory: u64,
}

/// The argument that makes this program run one command and tell its cost.
pub const ONE_COMMAND: &str = "--one";

/// Runs a command in a process of its own that has no other children, so that the system's account of children is
/// that of the command. `None` where it cannot be run.
pub fn measure_cost(command: &[&str]) -> Option<Cost> {
    let told = Command::new(std::env::current_exe().ok()?)
        .arg(ONE_COMMAND)
        .args(command)
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let told = String::from_utf8(told.stdout).ok()?;
    let (time, memory) = told.trim().split_once(' ')?;
    Some(Cost {
        time: time.parse().ok()?,
        memory: memory.parse().ok()?,
    })
}

/// The other side of [`measure_cost`].
///
/// # Errors
/// The command cannot be run, or did not do its work. To find something, exit code 1, is work done.
pub fn print_cost(command: &[String]) -> io::Result<()> {
    let [program, arguments @ ..] = command else {
        return Err(io::Error::other("expected a command"));
    };
    let status = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    if status.code().is_none_or(|code| code > 1) {
        return Err(io::Error::other(format!("{program}: {status}")));
    }
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let time = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    writeln!(io::stdout(), "{time} {}", usage.max_rss())
}

/// The middle one of several runs, by time and by memory.
pub fn median_cost(runs: &[Cost]) -> Option<Cost> {
    let middle = |part: fn(&Cost) -> u64| {
        let mut all: Vec<u64> = runs.iter().map(part).collect();
        all.sort_unstable();
        all.get(all.len() / 2).copied()
    };
    Some(Cost {
        time: middle(|run| run.time)?,
        memory: middle(|run| run.memory)?,
    })
}
