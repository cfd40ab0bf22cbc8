//! `export accountant`: a period for the bookkeeper, checked three ways before anything is written.

use crate::bookkeeping::provision::ProvisionRule;
use crate::check::CheckScope;
use crate::cli::arguments::args::ExportFlags;
use crate::cli::arguments::days::read_period;
use crate::cli::arguments::report_args;
use crate::cli::command_context::CommandContext;
use crate::cli::exit::{CommandResult, ExitStatus, Failure};
use crate::cli::layouts::found_layout::{FoundLayout, find_layout};
use crate::cli::layouts::layout_files;
use crate::cli::output::{
    chosen_medium, output_bytes, render_drawn, render_failure, render_options, write_folder,
};
use crate::cli::report_pages::with_report_input;
use crate::cli::sound_journal::{SoundJournal, read_sound_journal_with};
use crate::language::message_text::message_text;
use crate::render::csv::{CSV, write_rows};
use crate::render::csv_rows::read_rows;
use crate::render::medium::Medium;
use crate::report::accountant::accountant_input::{
    AccountantFindings, AccountantInput, AccountantRequest, FileRecord, FindingRow,
    with_accountant_input,
};
use crate::report::accountant::earlier_journal::{EarlierJournal, EarlierJournalFault};
use crate::report::accountant::{TableFn, draw_page, find_difference, tables_of};
use crate::text::diagnostic::{Diagnostic, Findings, Severity};
use crate::text::sha256::sha256_of_reader;
use crate::text::source::{Files, Source, Sources};
use crate::value::period::Period;
use std::borrow::Cow;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where the tables go.
enum Destination<'f> {
    /// A file each, in a folder.
    Folder(&'f Path),
    /// One file that has them all.
    OneFile(&'static Medium),
}

/// Writes the tables of a period. A journal with errors gives nothing, unless `--even-so`.
pub fn run(flags: &ExportFlags, context: &mut CommandContext) -> CommandResult {
    let period = read_asked_period(flags, context)?;
    let destination = find_destination(flags, context)?;
    let provision = read_provision(&flags.provision)?;
    let earlier = read_earlier(&flags.since_entry, context)?;
    let layout = match &flags.layout {
        None => None,
        Some(_) if matches!(destination, Destination::OneFile(_)) => return Err(folder_wanted()),
        Some(asked) => match find_layout(asked, &context.console)? {
            None => return Ok(ExitStatus::Usage),
            found => found,
        },
    };
    let Some(SoundJournal { outcome, status }) = read_sound_journal_with(CheckScope::All, context)?
    else {
        return Ok(ExitStatus::Findings);
    };
    let request = AccountantRequest {
        period,
        provision: &provision,
        earlier: earlier.as_ref(),
        files: &fingerprint_files(&outcome.sources, &context.disk)?,
        findings: &list_findings(&outcome.findings, &outcome.sources),
        layout: layout.as_ref().map(|found| &found.layout),
    };
    let usual = context.settings.buckets.as_deref().unwrap_or_default();
    let ask = report_args::default_options(usual)?;
    let one_file = with_report_input(&outcome, &ask, context, |asked| {
        with_accountant_input(asked, request, |input| {
            refuse_difference(input)?;
            match destination {
                Destination::OneFile(medium) => render_one_file(input, medium, context).map(Some),
                Destination::Folder(folder) => {
                    let into = (folder, layout.as_ref());
                    write_tables(input, into, &outcome.sources, context).map(|()| None)
                }
            }
        })
    })??;
    if let (Some(bytes), Destination::OneFile(medium)) = (one_file, destination) {
        output_bytes(&bytes, medium.audience, &outcome.sources, context)?;
    }
    Ok(status)
}

/// Nothing is written where the figures do not agree.
fn refuse_difference(input: &AccountantInput<'_>) -> Result<(), Failure> {
    match find_difference(input) {
        Some(words) => Err(Failure::internal(words)),
        None => Ok(()),
    }
}

/// One file a table, each drawn, written and dropped before the next; behind them those for a program.
fn write_tables(
    input: &AccountantInput<'_>,
    (folder, layout): (&Path, Option<&FoundLayout>),
    sources: &Sources,
    context: &CommandContext,
) -> Result<(), Failure> {
    let options = render_options(input.asked.language, context);
    let file_name = |(name, _): &(&str, TableFn)| format!("{name}.{}", CSV.extension);
    let tables = tables_of(input);
    let own_names: Vec<String> = tables.iter().map(file_name).collect();
    let names = [
        own_names,
        layout.map(layout_files::names).unwrap_or_default(),
    ]
    .concat();
    layout_files::refuse_same_names(&names)?;
    write_folder(folder, &names, sources, context, |place| {
        let Some(table) = tables.get(place) else {
            let own = place.saturating_sub(tables.len());
            return layout
                .map_or_else(|| Ok(Vec::new()), |it| layout_files::render(input, it, own));
        };
        let (_, draw) = table;
        let mut bytes = Vec::new();
        write_rows(draw.rows(input), options.csv_dialect, &mut bytes)
            .map_err(|error| render_failure(&error))?;
        Ok(bytes)
    })?;
    if let Some(found) = layout {
        layout_files::tell_missing_codes(input, found, folder, &context.console);
    }
    Ok(())
}

fn folder_wanted() -> Failure {
    Failure::usage("expected a folder with `--layout`, found one file")
        .with_help("write `--out DIR`")
}

fn render_one_file(
    input: &AccountantInput<'_>,
    medium: &'static Medium,
    context: &CommandContext,
) -> Result<Vec<u8>, Failure> {
    let mut pages = tables_of(input)
        .into_iter()
        .map(|table| Cow::Owned(draw_page(input, table)));
    let options = render_options(input.asked.language, context);
    render_drawn(&mut pages, medium, options)
}

fn find_destination<'f>(
    flags: &'f ExportFlags,
    context: &CommandContext,
) -> Result<Destination<'f>, Failure> {
    let asked = context.global_flags.output_format.as_deref();
    if let Some(folder) = &flags.out {
        return match asked {
            None | Some("csv") => Ok(Destination::Folder(folder)),
            Some(other) => Err(Failure::usage(format!(
                "expected csv in a folder, one file a table, found {other}"
            ))
            .with_help(WHERE_TO)),
        };
    }
    if asked.is_none() && context.global_flags.output.is_none() {
        let stop = Failure::usage("expected a folder or a file for the tables, found none");
        return Err(stop.with_help(WHERE_TO));
    }
    let medium = chosen_medium(context)?;
    if matches!(medium.name, "text" | "csv") {
        return Err(Failure::usage(format!(
            "expected a form that has many tables in one file, found {}",
            medium.name
        ))
        .with_help(WHERE_TO));
    }
    Ok(Destination::OneFile(medium))
}

/// What may be typed.
const WHERE_TO: &str = "write `--out DIR` for a file a table, or `-o X.xlsx` for a workbook";

fn read_asked_period(flags: &ExportFlags, context: &CommandContext) -> Result<Period, Failure> {
    let Some(words) = &flags.period else {
        let stop = Failure::usage("expected a period with `export accountant`, found none");
        return Err(stop.with_help("write `tegoed export accountant --period 2026-Q1 --out DIR`"));
    };
    let period = read_period(words, context.as_of)?;
    if period.first > context.as_of {
        return Err(Failure::usage(format!(
            "expected a period that has begun by {}, found {period}",
            context.as_of
        ))
        .with_help("`--as-of` sets the day up to which entries are known"));
    }
    Ok(period)
}

fn read_provision(words: &[String]) -> Result<Vec<ProvisionRule>, Failure> {
    let mut rules: Vec<ProvisionRule> = Vec::new();
    for words in words {
        let rule = ProvisionRule::from_text(words).ok_or_else(|| {
            Failure::usage(format!("expected a share of an age, found `{words}`")).with_help(
                "write 31-60:10%, 90+:50% (more than 90 days), or a doubt: insolvent:100%, handed-over:, disputed:, limitation:, part-written-off:",
            )
        })?;
        if let Some(other) = rules.iter().find(|other| other.overlaps(&rule)) {
            return Err(Failure::usage(format!(
                "expected one share for each age, found {other} and {rule}"
            )));
        }
        rules.push(rule);
    }
    Ok(rules)
}

/// What earlier exports had; `None` where none is named.
fn read_earlier(
    paths: &[PathBuf],
    context: &CommandContext,
) -> Result<Option<EarlierJournal>, Failure> {
    let mut earlier = EarlierJournal::default();
    for path in paths {
        let mut bytes = Vec::new();
        let file = context.disk.open(path);
        let read = file.and_then(|mut file| file.read_to_end(&mut bytes));
        read.map_err(|error| Failure::file_error("read", path, error))?;
        let added = earlier.add_rows(read_rows(&bytes));
        added.map_err(|fault| not_earlier_journal(path, fault))?;
    }
    Ok(Some(earlier).filter(|_| !paths.is_empty()))
}

fn not_earlier_journal(path: &Path, fault: EarlierJournalFault) -> Failure {
    let found = match fault {
        EarlierJournalFault::NoColumn(key) => format!("no column `{key}`"),
        EarlierJournalFault::Row(row) => format!("row {row}, which cannot be read"),
    };
    let place = path.display();
    Failure::usage(format!(
        "expected the `journal.csv` of an earlier export in {place}, found {found}"
    ))
    .with_help("`--since-entry` reads it as `export accountant` wrote it without `--dialect`")
}

/// The files as they are on the disk, read once more.
fn fingerprint_files(sources: &Sources, files: &dyn Files) -> Result<Vec<FileRecord>, Failure> {
    let fingerprint = |source: &Source| {
        let read = files.open(&source.path).and_then(sha256_of_reader);
        let sha256 = read.map_err(|error| Failure::file_error("read", &source.path, error))?;
        Ok(FileRecord {
            path: source.path.display().to_string(),
            sha256,
            bytes: source.length.into(),
        })
    };
    sources.as_slice().iter().map(fingerprint).collect()
}

fn list_findings(findings: &Findings, sources: &Sources) -> AccountantFindings {
    let total: usize = findings.counts.values().sum();
    // How lines are laid out is no matter of the accountant's.
    let listed = || {
        let all = findings.diagnostics.iter();
        all.filter(|it| it.kind.severity != Severity::Style)
    };
    AccountantFindings {
        rows: listed().map(|it| finding_row(it, sources)).collect(),
        unlisted: total.saturating_sub(findings.diagnostics.len()),
        has_errors: findings.has_at_least(Severity::Error),
    }
}

fn finding_row(finding: &Diagnostic, sources: &Sources) -> FindingRow {
    let place = sources.locate(finding.primary.span.origin());
    FindingRow {
        place: place.map(|(source, at)| (Arc::clone(&source.name), at.line)),
        code: finding.kind.code,
        name: finding.kind.name,
        severity: finding.kind.severity.word(),
        message: message_text(&finding.message).into_owned(),
        mend: finding
            .help
            .as_ref()
            .map(message_text)
            .unwrap_or_default()
            .into_owned(),
    }
}
