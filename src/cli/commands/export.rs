//! `export`: everything for other programs, as tables or as books of plain text accounting.

use super::export_accountant;
use crate::cli::arguments::args::ExportFlags;
use crate::cli::arguments::report_args;
use crate::cli::command_context::CommandContext;
use crate::cli::exit::{CommandResult, ExitStatus, Failure};
use crate::cli::output::{
    medium_named, output_bytes, render_drawn, render_failure, render_options, write_folder,
};
use crate::cli::report_pages::with_report_input;
use crate::cli::sound_journal::{SoundJournal, read_sound_journal};
use crate::document::TableRows;
use crate::pipeline::Outcome;
use crate::render::csv::{CSV, write_rows};
use crate::render::json::{self, JSON};
use crate::render::medium::{Audience, CsvDialect};
use crate::render::sql_schema::{SCHEMA_NOTES, TableColumns};
use crate::report::export::TABLES;
use crate::report::export::export_definition::{Export, ExportOption, ExportWriter, TablePageFn};
use crate::report::export::table_definition::ExportTable;
use crate::report::shared::report_input::{ReportInput, ReportOptions};
use std::borrow::Cow;
use std::io::{self, Write};
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
        ExportWriter::Folder => {
            let folder = out.ok_or_else(|| folder_wanted(export))?;
            write_tables(folder, &outcome, context)?;
        }
        ExportWriter::Json => write_json(out, &outcome, context)?,
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
    if matches!(export.writer, ExportWriter::Folder) && flags.out.is_none() {
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
        ExportOption::SinceEntry => !flags.since_entry.is_empty(),
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

/// All tables as JSON, each row drawn, written and dropped before the next; only what goes to a file is kept until it is whole.
fn write_json(
    folder: Option<&Path>,
    outcome: &Outcome,
    context: &mut CommandContext,
) -> Result<(), Failure> {
    let ask = usual_options(context)?;
    if folder.is_none() && context.global_flags.output.is_none() {
        return with_report_input(outcome, &ask, context, |input| {
            let write = |out: &mut dyn Write| write_json_tables(input, |_| {}, out);
            context.console.print_written(write)
        })?;
    }
    let mut bytes = Vec::new();
    with_report_input(outcome, &ask, context, |input| {
        let tell = |words: &str| context.console.show_progress_if_slow(words);
        write_json_tables(input, tell, &mut bytes).map_err(|error| render_failure(&error))
    })??;
    context.console.clear_progress();
    let made = OneFile {
        extension: JSON.extension,
        audience: JSON.audience,
        bytes,
    };
    write_one_file(&made, folder, outcome, context)
}

fn write_json_tables(
    input: ReportInput<'_>,
    tell_progress: impl Fn(&str),
    out: &mut dyn Write,
) -> io::Result<()> {
    let Some(first) = TABLES.first() else {
        return Ok(());
    };
    let tables = TABLES.iter().enumerate().map(|(done, table)| {
        tell_progress(&format!("tables: {done} of {}", TABLES.len()));
        (table.name, table.rows(input))
    });
    json::write_tables(&first.start_page(input), tables, out)
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
    let bytes = with_report_input(outcome, &ask, context, |input| {
        let mut pages = TABLES.iter().enumerate().map(|(done, table)| {
            let words = format!("tables: {done} of {}", TABLES.len());
            context.console.show_progress_if_slow(&words);
            Cow::Owned(draw(table, input))
        });
        render_drawn(&mut pages, medium, options)
    })??;
    context.console.clear_progress();
    Ok(OneFile {
        extension: medium.extension,
        audience: medium.audience,
        bytes,
    })
}

fn usual_options(context: &CommandContext) -> Result<ReportOptions, Failure> {
    report_args::default_options(context.settings.buckets.as_deref().unwrap_or_default())
}

/// One file a table, and one that tells a database of them; each row drawn, written and dropped before the next.
fn write_tables(folder: &Path, outcome: &Outcome, context: &CommandContext) -> Result<(), Failure> {
    let ask = usual_options(context)?;
    let dialect = render_options(context.language(outcome)?, context).csv_dialect;
    let file_name = |table: &ExportTable| format!("{}.{}", table.name, CSV.extension);
    let mut names: Vec<String> = TABLES.iter().map(file_name).collect();
    if dialect == CsvDialect::Plain {
        names.push(SCHEMA_FILE.to_owned());
    }
    let mut schema = SCHEMA_NOTES.to_owned();
    with_report_input(outcome, &ask, context, |input| {
        write_folder(folder, &names, &outcome.sources, context, |place| {
            let Some(table) = TABLES.get(place) else {
                return Ok(schema.clone().into_bytes());
            };
            let TableRows { columns, rows } = table.rows(input);
            let mut seen = TableColumns::new(&columns);
            let rows = rows.inspect(|row| seen.add_row(row));
            let mut bytes = Vec::new();
            write_rows(TableRows::new(columns, rows), dialect, &mut bytes)
                .map_err(|error| render_failure(&error))?;
            schema.push_str(&seen.create_table(table.name));
            Ok(bytes)
        })
    })?
}
