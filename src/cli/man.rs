//! `man`: the manual pages, made from the same list as the help.

use super::args::Global;
use super::console::Console;
use super::exit::{Code, Ended, Stop};
use super::output::{Reader, existing, hand_over};
use super::writer::create::{Access, Existing, create};
use crate::text::source::Sources;
use std::io;
use std::path::Path;

/// Prints the page of the program, or writes a page for each command into a folder.
pub fn run(
    folder: Option<&Path>,
    mut grammar: clap::Command,
    global: &Global,
    console: &mut Console,
) -> Ended {
    grammar.build();
    let Some(folder) = folder else {
        let page = page(&grammar)?;
        hand_over(&page, Reader::Program, &Sources::default(), global, console)?;
        return Ok(Code::Fine);
    };
    let existing = existing(global.force);
    std::fs::create_dir_all(folder).map_err(|error| Stop::file("make", folder, error))?;
    write(&grammar, folder, existing)?;
    for command in grammar
        .get_subcommands()
        .filter(|command| command.get_name() != "help")
    {
        write(command, folder, existing)?;
    }
    Ok(Code::Fine)
}

fn write(command: &clap::Command, folder: &Path, existing: Existing) -> Result<(), Stop> {
    let name = command
        .get_display_name()
        .unwrap_or_else(|| command.get_name());
    let path = folder.join(format!("{name}.1"));
    create(&path, &page(command)?, existing, Access::Usual)
}

fn page(command: &clap::Command) -> Result<Vec<u8>, Stop> {
    let mut page = Vec::new();
    let drawn: io::Result<()> = clap_mangen::Man::new(command.clone()).render(&mut page);
    drawn.map_err(|error| Stop::environment(format!("cannot write the page: {error}")))?;
    Ok(page)
}
