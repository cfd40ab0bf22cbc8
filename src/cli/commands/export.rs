//! `export`: everything for other programs, as tables or as books of plain text accounting.

use super::export_accountant;
use crate::cli::arguments::args::ExportFlags;
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
use crate::report::export::TABLES;
use crate::report::export::export_definition::{Export, ExportOption, ExportWriter, TablePageFn};
use crate::report::export::table_definition::ExportTable;
use crate::report::shared::report_input::ReportOptions;
use std::path::Path;

/// The name of the file in a folder, where there is but one.
const ONE_FILE: &str = "export";

/// The file that tells a database of the tables.
const SCHEMA_FILE: &str = "schema.sql";

/// The one file of an export.
struct OneFile {
    extension: &'static str,
    audience: Audience,
    bytes: Vec<u8>,
}

/// Writes everything. A journal with errors gives nothing, unless `--even-so`.
pub fn run(flags: &ExportFlags, context: &mut CommandContext) -> CommandResult {
    let exports = context.registry.exports;
    let export = exports.iter().find(|export| export.name == flags.target);
    let export = export.ok_or_else(|| Failure::internal(format!("no export {}", flags.target)))?;
    refuse_options(export, flags, context)?;
    if matches!(export.writer, ExportWriter::Accountant) {
        return export_accountant::run(flags, context);
    }
    let Some(SoundJournal { outcome, status }) = read_sound_journal(context)? else {
        return Ok(ExitStatus::Findings);
    };
    let out = flags.out.as_deref();
    match export.writer {
        ExportWriter::Folder { medium } => {
            let folder = out.ok_or_else(|| folder_wanted(export))?;
            write_tables(folder, medium, &outcome, context)?;
        }
        ExportWriter::OneFile { medium, draw } => {
            let made = draw_one_file(medium, draw, &outcome, context)?;
            write_one_file(&made, out, &outcome, context)?;
        }
        ExportWriter::Text { extension, write } => {
            let ask = usual_options(context)?;
            let text = with_report_input(&outcome, &ask, context, write)?;
            let made = OneFile {
                extension,
                audience: Audience::Programs,
                bytes: text.into_bytes(),
            };
            write_one_file(&made, out, &outcome, context)?;
        }
        ExportWriter::Accountant => {}
    }
    Ok(status)
}

/// What an export does not say it takes is refused before the journal is read.
fn refuse_options(
    export: &Export,
    flags: &ExportFlags,
    context: &CommandContext,
) -> Result<(), Failure> {
    let refused = |option: &&ExportOption| {
        is_given(**option, flags, context) && !export.options.contains(option)
    };
    if let Some(option) = ExportOption::ALL.iter().find(refused) {
        return Err(refusal(*option, context.registry.exports));
    }
    if flags.out.is_some() && context.global_flags.output.is_some() {
        return Err(Failure::usage(
            "expected a folder with `--out` or a file with `-o`, found both",
        ));
    }
    if matches!(export.writer, ExportWriter::Folder { .. }) && flags.out.is_none() {
        return Err(folder_wanted(export));
    }
    Ok(())
}

fn is_given(option: ExportOption, flags: &ExportFlags, context: &CommandContext) -> bool {
    match option {
        ExportOption::OutputFormat => context.global_flags.output_format.is_some(),
        ExportOption::Dialect => context.global_flags.dialect.is_some(),
        ExportOption::Period => flags.period.is_some(),
        ExportOption::Provision => !flags.provision.is_empty(),
        ExportOption::Layout => flags.layout.is_some(),
    }
}

/// Names the exports that take an option; with one of their own, what else no other command has.
fn refusal(option: ExportOption, exports: &[&Export]) -> Failure {
    if option == ExportOption::OutputFormat {
        let names: Vec<String> = exports
            .iter()
            .map(|export| format!("`{}`", export.name))
            .collect();
        let names = join_words(&names, "or").replacen('`', "`tegoed export ", 1);
        return Failure::usage("expected the form behind `export`, found `--output-format`")
            .with_help(format!("write {names}"));
    }
    let is_own = !option.is_of_every_command();
    let flags: Vec<String> = ExportOption::ALL
        .iter()
        .filter(|it| **it == option || is_own && !it.is_of_every_command())
        .map(|it| format!("`{}`", it.flag()))
        .collect();
    let takers: Vec<String> = exports
        .iter()
        .filter(|export| export.options.contains(&option))
        .map(|export| format!("`export {}`", export.name))
        .collect();
    let (takers, flags) = (join_words(&takers, "or"), join_words(&flags, "and"));
    Failure::usage(format!("expected {takers} with {flags}"))
}

/// Words with commas between, and before the last one another word.
fn join_words(words: &[String], last: &str) -> String {
    match words {
        [before @ .., end] if !before.is_empty() => format!("{} {last} {end}", before.join(", ")),
        words => words.concat(),
    }
}

fn folder_wanted(export: &Export) -> Failure {
    Failure::usage("expected a folder for the tables, one file each, found none")
        .with_help(format!("write `tegoed export {} --out DIR`", export.name))
}

/// To a folder under its usual name, or where other output goes.
fn write_one_file(
    made: &OneFile,
    folder: Option<&Path>,
    outcome: &Outcome,
    context: &mut CommandContext,
) -> Result<(), Failure> {
    let Some(folder) = folder else {
        return output_bytes(&made.bytes, made.audience, &outcome.sources, context);
    };
    let name = format!("{ONE_FILE}.{}", made.extension);
    write_folder(folder, &[name], &outcome.sources, context, |_| {
        Ok(made.bytes.clone())
    })
}

fn draw_one_file(
    medium: &str,
    draw: TablePageFn,
    outcome: &Outcome,
    context: &CommandContext,
) -> Result<OneFile, Failure> {
    let medium = medium_named(medium)?;
    let options = render_options(context.language(outcome)?, context);
    let ask = usual_options(context)?;
    let pages: Vec<Document> = with_report_input(outcome, &ask, context, |input| {
        TABLES.iter().map(|table| draw(table, input)).collect()
    })?;
    let pages = keep_until_exit(pages);
    Ok(OneFile {
        extension: medium.extension,
        audience: medium.audience,
        bytes: render_pages(&pages, medium, options)?,
    })
}

fn usual_options(context: &CommandContext) -> Result<ReportOptions, Failure> {
    report_args::default_options(context.settings.buckets.as_deref().unwrap_or_default())
}

/// One file a table, and one that tells a database of them; each drawn, written and dropped before the next.
fn write_tables(
    folder: &Path,
    medium: &str,
    outcome: &Outcome,
    context: &CommandContext,
) -> Result<(), Failure> {
    let ask = usual_options(context)?;
    let medium = medium_named(medium)?;
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
