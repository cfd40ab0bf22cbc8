//! `man`: the manual pages, made from the same list as the help.

use crate::cli::arguments::args::GlobalFlags;
use crate::cli::console::Console;
use crate::cli::exit::{CommandResult, ExitStatus, Failure};
use crate::cli::files::writer::leftovers::sweep_leftovers;
use crate::cli::files::writer::new_file::{ExistingFile, FileAccess, create_file};
use crate::cli::output::{existing_file_policy, write_output};
use crate::render::medium::Audience;
use crate::text::source::Sources;
use std::io;
use std::path::Path;

/// Prints the page of the program, or writes a page for each command into a folder.
pub fn run(
    folder: Option<&Path>,
    mut grammar: clap::Command,
    global: &GlobalFlags,
    console: &mut Console,
) -> CommandResult {
    grammar.build();
    let Some(folder) = folder else {
        let page = render_page(&grammar)?;
        write_output(
            &page,
            Audience::Programs,
            &Sources::default(),
            global,
            console,
        )?;
        return Ok(ExitStatus::Success);
    };
    let existing = existing_file_policy(global.force);
    std::fs::create_dir_all(folder).map_err(|error| Failure::file_error("make", folder, error))?;
    sweep_leftovers(folder, console);
    write_page(&grammar, folder, existing)?;
    for command in grammar
        .get_subcommands()
        .filter(|command| command.get_name() != "help")
    {
        write_page(command, folder, existing)?;
        for keyword in command.get_subcommands() {
            write_page(keyword, folder, existing)?;
        }
    }
    Ok(ExitStatus::Success)
}

fn write_page(
    command: &clap::Command,
    folder: &Path,
    existing: ExistingFile,
) -> Result<(), Failure> {
    let name = command
        .get_display_name()
        .unwrap_or_else(|| command.get_name());
    let path = folder.join(format!("{name}.1"));
    create_file(&path, &render_page(command)?, existing, FileAccess::Usual)
}

fn render_page(command: &clap::Command) -> Result<Vec<u8>, Failure> {
    let mut page = Vec::new();
    let drawn: io::Result<()> = clap_mangen::Man::new(command.clone()).render(&mut page);
    drawn.map_err(|error| Failure::environment(format!("cannot write the page: {error}")))?;
    Ok(page)
}
