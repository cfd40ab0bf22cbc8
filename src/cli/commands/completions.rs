//! `completions`: what a shell needs to complete our commands and flags.

use crate::cli::arguments::args::{GlobalFlags, Shell};
use crate::cli::console::Console;
use crate::cli::exit::{CommandResult, ExitStatus};
use crate::cli::output::write_output;
use crate::render::medium::Audience;
use crate::text::source::Sources;

impl From<Shell> for clap_complete::Shell {
    fn from(shell: Shell) -> Self {
        match shell {
            Shell::Bash => Self::Bash,
            Shell::Zsh => Self::Zsh,
            Shell::Fish => Self::Fish,
            Shell::Elvish => Self::Elvish,
            Shell::Powershell => Self::PowerShell,
        }
    }
}

/// Prints the script.
pub fn run(
    shell: Shell,
    mut grammar: clap::Command,
    global: &GlobalFlags,
    console: &mut Console,
) -> CommandResult {
    let mut script = Vec::new();
    clap_complete::generate(
        clap_complete::Shell::from(shell),
        &mut grammar,
        "tegoed",
        &mut script,
    );
    write_output(
        &script,
        Audience::Programs,
        &Sources::default(),
        global,
        console,
    )?;
    Ok(ExitStatus::Success)
}
