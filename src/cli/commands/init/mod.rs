//! `init`: begins a journal in a folder, and tells git how to treat it.

mod answers;
mod git_setup;
mod journal_text;
mod soundness;

use crate::cli::arguments::args::{GlobalFlags, InitFlags};
use crate::cli::console::Console;
use crate::cli::escape;
use crate::cli::exit::{CommandResult, ExitStatus, Failure};
use crate::cli::files::disk::normalise_path;
use crate::cli::files::repository::GitRepository;
use crate::cli::files::writer::leftovers::sweep_leftovers;
use crate::cli::files::writer::new_file::{ExistingFile, FileAccess, create_file};
use crate::cli::registry::Registry;
use crate::render::escape_controls;
use answers::ask_answers;
use git_setup::{describe_hunk_headers, has_attributes, offer_hook, write_attributes, write_hook};
use journal_text::journal_text;
use soundness::refuse_unsound;
use std::path::Path;

/// Begins a journal.
pub fn run(
    flags: &InitFlags,
    global: &GlobalFlags,
    registry: Registry,
    console: &mut Console,
) -> CommandResult {
    let folder = flags.folder.as_deref().unwrap_or(Path::new("."));
    refuse_journal_name(&flags.journal)?;
    let journal = normalise_path(&folder.join(&flags.journal));
    let exists = journal.symlink_metadata().is_ok();
    let exists_already = || {
        Failure::usage(format!("{} exists already", journal.display()))
            .with_help("`tegoed init --journal FILE` begins another one")
    };
    if exists && has_attributes(folder) {
        return match GitRepository::find_containing(folder).filter(|_| flags.hook) {
            Some(repository) => add_hook(&repository, &flags.journal, console),
            None => Err(exists_already()),
        };
    }
    let answers = ask_answers(flags, global, registry.languages, console)?;
    let words = &answers.language.phrases.init;
    let text = journal_text(&answers);
    refuse_unsound(&text)?;
    // A run that was stopped is taken up where it ended.
    if exists && !std::fs::read(&journal).is_ok_and(|found| found == text.as_bytes()) {
        return Err(exists_already());
    }
    std::fs::create_dir_all(folder).map_err(|error| Failure::file_error("make", folder, error))?;
    sweep_leftovers(folder, console);
    if !exists {
        create_file(
            &journal,
            text.as_bytes(),
            ExistingFile::Refuse,
            FileAccess::Usual,
        )?;
        console.print(format!("wrote {}\n", escape::escape_path(&journal)).as_bytes())?;
    }
    console.print(write_attributes(folder)?.as_bytes())?;
    if let Some(repository) = GitRepository::find_containing(folder) {
        let told = offer_hook(&repository, flags, &words.question, console)?;
        console.print(told.as_bytes())?;
        console.print(describe_hunk_headers().as_bytes())?;
    }
    console.print(words.next_steps.as_bytes())?;
    Ok(ExitStatus::Success)
}

/// Puts the hook beside a journal that is there already.
fn add_hook(repository: &GitRepository, journal: &Path, console: &mut Console) -> CommandResult {
    let told = write_hook(repository, journal, console)?;
    console.print(told.as_bytes())?;
    Ok(ExitStatus::Success)
}

/// A journal that `tegoed` finds by itself is a file in this folder, with the extension of journals.
fn refuse_journal_name(name: &Path) -> Result<(), Failure> {
    let is_plain = name.file_name() == Some(name.as_os_str())
        && name.extension().is_some_and(|end| end == "tegoed")
        && !name
            .to_string_lossy()
            .chars()
            .any(escape_controls::is_hidden)
        && !name.as_os_str().as_encoded_bytes().starts_with(b".");
    if is_plain {
        return Ok(());
    }
    Err(Failure::usage(format!(
        "expected the name of a journal, such as main.tegoed, found `{}`",
        name.display()
    ))
    .with_help("name the folder first: `tegoed init FOLDER --journal NAME.tegoed`"))
}
