//! `export`: everything for other programs, as tables or as books of plain text accounting.

use super::export_accountant;
use crate::cli::arguments::args::{ExportFlags, ExportTarget};
use crate::cli::arguments::report_args;
use crate::cli::command_context::CommandContext;
use crate::cli::exit::{CommandResult, ExitStatus, Failure, keep_until_exit};
use crate::cli::output::{medium_named, output_bytes, render_options, render_pages, write_folder};
use crate::cli::report_pages::with_report_input;
use crate::cli::sound_journal::{SoundJournal, read_sound_journal};
use crate::document::Document;
use crate::pipeline::Outcome;
use crate::render::medium::{Audience, CsvDialect};
use crate::render::sql_schema::{SCHEMA_NOTES, create_table};
use crate::report::export::{self, ExportTable, TABLES, beancount, hledger};
use crate::report::shared::report_input::{ReportInput, ReportOptions};
use std::path::Path;

/// The name of the file in a folder, where there is but one.
const ONE_FILE: &str = "export";

/// The file that tells a database of the tables.
const SCHEMA_FILE: &str = "schema.sql";

/// Writes everything. A journal with errors gives nothing, unless `--even-so`.
pub fn run(flags: &ExportFlags, context: &mut CommandContext) -> CommandResult {
    refuse_other_forms(flags, context)?;
    if flags.target == ExportTarget::Accountant {
        return export_accountant::run(flags, context);
    }
    let Some(SoundJournal { outcome, status }) = read_sound_journal(context)? else {
        return Ok(ExitStatus::Findings);
    };
    match (flags.target, &flags.out) {
        (ExportTarget::Csv, Some(folder)) => write_tables(folder, &outcome, context)?,
        (target, out) => {
            let (ending, bytes) = one_file(target, &outcome, context)?;
            match out {
                Some(folder) => {
                    let name = format!("{ONE_FILE}.{ending}");
                    write_folder(folder, &[name], &outcome.sources, context, |_| {
                        Ok(bytes.clone())
                    })?;
                }
                None => output_bytes(&bytes, audience(target), &outcome.sources, context)?,
            }
        }
    }
    Ok(status)
}

/// The target is the form; tables need a folder.
fn refuse_other_forms(flags: &ExportFlags, context: &CommandContext) -> Result<(), Failure> {
    let is_accountant = flags.target == ExportTarget::Accountant;
    if context.global_flags.output_format.is_some() && !is_accountant {
        return Err(
            Failure::usage("expected the form behind `export`, found `--output-format`").with_help(
                "write `tegoed export csv`, `json`, `xlsx`, `hledger`, `ledger`, `beancount` or `accountant`",
            ),
        );
    }
    let has_tables = matches!(flags.target, ExportTarget::Csv | ExportTarget::Accountant);
    if context.global_flags.dialect.is_some() && !has_tables {
        return Err(Failure::usage(
            "expected `export csv` or `export accountant` with `--dialect`",
        ));
    }
    let has_own_flags = flags.period.is_some()
        || !flags.provision.is_empty()
        || flags.layout.is_some()
        || !flags.since_entry.is_empty();
    if has_own_flags && !is_accountant {
        return Err(Failure::usage(
            "expected `export accountant` with `--period`, `--provision`, `--layout` and `--since-entry`",
        ));
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

/// Everything in one file: its ending and its bytes.
fn one_file(
    target: ExportTarget,
    outcome: &Outcome,
    context: &CommandContext,
) -> Result<(&'static str, Vec<u8>), Failure> {
    match target {
        ExportTarget::Hledger => one_text("journal", hledger::write, outcome, context),
        ExportTarget::Ledger => one_text("ledger", hledger::write_for_ledger, outcome, context),
        ExportTarget::Beancount => one_text("beancount", beancount::write, outcome, context),
        ExportTarget::Csv | ExportTarget::Json | ExportTarget::Accountant => {
            let ask = usual_options(context)?;
            let pages = with_report_input(outcome, &ask, context, export::pages)?;
            render_all(pages, "json", outcome, context)
        }
        #[cfg(feature = "xlsx")]
        ExportTarget::Xlsx => {
            let ask = usual_options(context)?;
            let write = export::pages_with_totals;
            let pages = with_report_input(outcome, &ask, context, write)?;
            render_all(pages, "xlsx", outcome, context)
        }
    }
}

fn render_all(
    pages: Vec<Document>,
    medium: &str,
    outcome: &Outcome,
    context: &CommandContext,
) -> Result<(&'static str, Vec<u8>), Failure> {
    let pages = keep_until_exit(pages);
    let medium = medium_named(medium)?;
    let options = render_options(context.language(outcome)?, context);
    Ok((medium.extension, render_pages(&pages, medium, options)?))
}

/// Who reads it where it is one file.
const fn audience(target: ExportTarget) -> Audience {
    match target {
        #[cfg(feature = "xlsx")]
        ExportTarget::Xlsx => Audience::Applications,
        _ => Audience::Programs,
    }
}

/// The books as the text of a program.
fn one_text(
    ending: &'static str,
    write: impl Fn(ReportInput<'_>) -> String,
    outcome: &Outcome,
    context: &CommandContext,
) -> Result<(&'static str, Vec<u8>), Failure> {
    let text = with_report_input(outcome, &usual_options(context)?, context, write)?;
    Ok((ending, text.into_bytes()))
}

fn usual_options(context: &CommandContext) -> Result<ReportOptions, Failure> {
    report_args::default_options(context.settings.buckets.as_deref().unwrap_or_default())
}

/// One file a table, and one that tells a database of them; each drawn, written and dropped before the next.
fn write_tables(folder: &Path, outcome: &Outcome, context: &CommandContext) -> Result<(), Failure> {
    let ask = usual_options(context)?;
    let medium = medium_named("csv")?;
    let options = render_options(context.language(outcome)?, context);
    let file_name = |table: &ExportTable| format!("{}.{}", table.name, medium.extension);
    let mut names: Vec<String> = TABLES.iter().map(file_name).collect();
    if options.csv_dialect == CsvDialect::Plain {
        names.push(SCHEMA_FILE.to_owned());
    }
    let mut schema = SCHEMA_NOTES.to_owned();
    with_report_input(outcome, &ask, context, |input| {
        write_folder(folder, &names, &outcome.sources, context, |place| {
            let Some(table) = TABLES.get(place) else {
                return Ok(schema.clone().into_bytes());
            };
            let page = table.page(input);
            let made = page.first_table().map(|it| create_table(table.name, it));
            schema.push_str(&made.unwrap_or_default());
            render_pages(std::slice::from_ref(&page), medium, options)
        })
    })?
}
