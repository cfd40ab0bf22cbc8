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
use crate::cli::prompt::InputSource;
use crate::cli::registry::Registry;
use crate::language::init::InitMessageWords;
use crate::render::escape_controls;
use answers::InitInputReader;
use git_setup::{describe_hunk_headers, has_attributes, write_attributes, write_hook};
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
    let mut reader = InitInputReader::new(flags, console);
    let journal = normalise_path(&folder.join(&flags.journal));
    let exists = journal.symlink_metadata().is_ok();
    if exists {
        // Whoever has a journal is not asked what it is to say.
        reader.source = InputSource::Nobody;
    }
    let language = reader.ask_language(global, registry.languages)?;
    let words = &language.phrases.init.message;
    console.set_failure_words(words.failure);
    refuse_journal_name(&flags.journal, words)?;
    let [exists_already, begin_another] = (words.exists_already)(&escape::escape_path(&journal));
    let exists_already = Failure::usage(exists_already).with_help(begin_another);
    if exists && has_attributes(folder) {
        let repository = GitRepository::find_containing(folder).filter(|_| flags.hook);
        let repository = repository.ok_or(exists_already)?;
        let told = write_hook(&repository, &flags.journal, words, console)?;
        console.print(told.as_bytes())?;
        return Ok(ExitStatus::Success);
    }
    let answers = reader.ask_answers(language, folder)?;
    let text = journal_text(&answers);
    refuse_unsound(&text)?;
    // A run that was stopped is taken up where it ended.
    if exists && !std::fs::read(&journal).is_ok_and(|found| found == text.as_bytes()) {
        return Err(exists_already);
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
        console.print((words.wrote)(&escape::escape_path(&journal)).as_bytes())?;
    }
    console.print(write_attributes(folder, words)?.as_bytes())?;
    if let Some(repository) = GitRepository::find_containing(folder) {
        let told = if answers.wants_hook || repository.hook_path.symlink_metadata().is_ok() {
            write_hook(&repository, &flags.journal, words, console)?
        } else {
            words.no_hook.to_owned()
        };
        console.print(told.as_bytes())?;
        console.print(describe_hunk_headers(words).as_bytes())?;
    }
    console.print(words.next_steps.as_bytes())?;
    Ok(ExitStatus::Success)
}

/// A journal that `tegoed` finds by itself is a file in this folder, with the extension of journals.
fn refuse_journal_name(name: &Path, words: &InitMessageWords) -> Result<(), Failure> {
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
    let [wrong, help] = (words.wrong_file_name)(&name.to_string_lossy());
    Err(Failure::usage(wrong).with_help(help))
}
