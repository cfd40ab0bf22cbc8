//! `export`: everything for other programs, as tables or as an hledger journal.

use crate::cli::arguments::args::{ExportFlags, ExportTarget};
use crate::cli::arguments::report_args;
use crate::cli::command_context::CommandContext;
use crate::cli::exit::{CommandResult, ExitStatus, Failure, keep_until_exit};
use crate::cli::files::named_file::{NamedFile, count_written_before};
use crate::cli::files::writer::leftovers::sweep_leftovers;
use crate::cli::files::writer::new_file::{ExistingFile, FileAccess, create_file};
use crate::cli::output::{
    existing_file_policy, medium_named, output_bytes, render_options, render_pages,
};
use crate::cli::report_pages::with_report_input;
use crate::cli::sound_journal::{SoundJournal, read_sound_journal};
use crate::document::Document;
use crate::language::phrases::Language;
use crate::pipeline::Outcome;
use crate::render::medium::Audience;
use crate::report::export;
use crate::report::export::hledger;
use std::path::{Path, PathBuf};

/// The name of the file in a folder, where there is but one.
const ONE_FILE: &str = "export";

/// Writes everything. A journal with errors gives nothing, unless `--even-so`.
pub fn run(flags: &ExportFlags, context: &mut CommandContext) -> CommandResult {
    refuse_other_forms(flags, context)?;
    let Some(SoundJournal { outcome, status }) = read_sound_journal(context)? else {
        return Ok(ExitStatus::Findings);
    };
    let files = export_files(flags.target, &outcome, context)?;
    match (&flags.out, files.first()) {
        (Some(folder), _) => write_files(folder, &files, &outcome, context)?,
        (None, Some(only)) => {
            let reader = audience(flags.target);
            output_bytes(&only.bytes, reader, &outcome.sources, context)?;
        }
        (None, None) => {}
    }
    Ok(status)
}

/// The target is the form; tables need a folder.
fn refuse_other_forms(flags: &ExportFlags, context: &CommandContext) -> Result<(), Failure> {
    if context.global_flags.output_format.is_some() {
        return Err(
            Failure::usage("expected the form behind `export`, found `--output-format`").with_help(
                "write `tegoed export csv`, `export json`, `export xlsx` or `export hledger`",
            ),
        );
    }
    if context.global_flags.dialect.is_some() && flags.target != ExportTarget::Csv {
        return Err(Failure::usage("expected `export csv` with `--dialect`"));
    }
    if flags.out.is_some() && context.global_flags.output.is_some() {
        return Err(Failure::usage(
            "expected a folder with `--out` or a file with `-o`, found both",
        ));
    }
    if flags.target == ExportTarget::Csv && flags.out.is_none() {
        return Err(
            Failure::usage("expected a folder for the tables, one file each, found none")
                .with_help("write `tegoed export csv --out DIR`"),
        );
    }
    Ok(())
}

fn export_files(
    target: ExportTarget,
    outcome: &Outcome,
    context: &CommandContext,
) -> Result<Vec<NamedFile>, Failure> {
    let ask =
        report_args::default_options(context.settings.buckets.as_deref().unwrap_or_default())?;
    let language = context.language(outcome)?;
    match target {
        ExportTarget::Hledger => {
            let text = with_report_input(outcome, &ask, context, hledger::write)?;
            Ok(vec![NamedFile {
                name: format!("{ONE_FILE}.journal"),
                bytes: text.into_bytes(),
            }])
        }
        ExportTarget::Json => {
            let pages = keep_until_exit(with_report_input(outcome, &ask, context, export::pages)?);
            Ok(vec![render_file(
                ONE_FILE, &pages, "json", language, context,
            )?])
        }
        #[cfg(feature = "xlsx")]
        ExportTarget::Xlsx => {
            let write = export::pages_with_totals;
            let pages = keep_until_exit(with_report_input(outcome, &ask, context, write)?);
            Ok(vec![render_file(
                ONE_FILE, &pages, "xlsx", language, context,
            )?])
        }
        ExportTarget::Csv => {
            let pages = keep_until_exit(with_report_input(outcome, &ask, context, export::pages)?);
            let tables = pages.iter().map(|page| {
                render_file(
                    page.page_name,
                    std::slice::from_ref(page),
                    "csv",
                    language,
                    context,
                )
            });
            tables.collect()
        }
    }
}

/// Who reads it where it is one file.
const fn audience(target: ExportTarget) -> Audience {
    match target {
        #[cfg(feature = "xlsx")]
        ExportTarget::Xlsx => Audience::Applications,
        ExportTarget::Csv | ExportTarget::Json | ExportTarget::Hledger => Audience::Programs,
    }
}

fn render_file(
    name: &str,
    pages: &[Document],
    medium: &str,
    language: &'static Language,
    context: &CommandContext,
) -> Result<NamedFile, Failure> {
    let medium = medium_named(medium)?;
    Ok(NamedFile {
        name: format!("{name}.{}", medium.extension),
        bytes: render_pages(pages, medium, render_options(language, context))?,
    })
}

/// Writes the files into a folder. None is written while one of them is there already.
fn write_files(
    folder: &Path,
    files: &[NamedFile],
    outcome: &Outcome,
    context: &CommandContext,
) -> Result<(), Failure> {
    let existing = existing_file_policy(context.global_flags.force);
    let paths: Vec<PathBuf> = files.iter().map(|file| folder.join(&file.name)).collect();
    // A run that was stopped is taken up where it ended.
    let written = count_written_before(folder, files).unwrap_or_default();
    let guard = context.output_guard(&outcome.sources)?;
    for path in paths.iter().skip(written) {
        guard.refuse_in(folder, path)?;
        if existing == ExistingFile::Refuse && path.symlink_metadata().is_ok() {
            return Err(Failure::usage(format!("{} exists already", path.display()))
                .with_help("`--force` overwrites it"));
        }
    }
    std::fs::create_dir_all(folder).map_err(|error| Failure::file_error("make", folder, error))?;
    sweep_leftovers(folder, &context.console);
    for (place, (path, file)) in paths.iter().zip(files).enumerate().skip(written) {
        create_file(path, &file.bytes, existing, FileAccess::Usual).map_err(|stop| {
            let before = paths
                .iter()
                .take(place)
                .map(|path| path.display().to_string());
            stop.with_written_before(&before.collect::<Vec<_>>())
        })?;
    }
    Ok(())
}
