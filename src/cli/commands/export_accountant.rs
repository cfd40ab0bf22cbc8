//! `export accountant`: a period for the bookkeeper, checked three ways before anything is written.

use super::export::write_folder;
use crate::bookkeeping::provision::ProvisionRule;
use crate::check::CheckScope;
use crate::cli::arguments::args::ExportFlags;
use crate::cli::arguments::days::read_period;
use crate::cli::arguments::report_args;
use crate::cli::command_context::CommandContext;
use crate::cli::emit::message_text::message_text;
use crate::cli::exit::{CommandResult, ExitStatus, Failure};
use crate::cli::output::{medium_named, render_options, render_pages};
use crate::cli::sound_journal::{SoundJournal, read_sound_journal_with};
use crate::day::Day;
use crate::ledger;
use crate::pipeline::Outcome;
use crate::report::accountant::accountant_input::{
    AccountantFindings, AccountantInput, FindingRow, JournalFile, debtors_of_period,
};
use crate::report::accountant::{AccountantTable, TABLES, find_difference};
use crate::report::shared::report_input::{ReportInput, ReportOptions, VatPage};
use crate::text::diagnostic::{Diagnostic, Findings, Severity};
use crate::text::sha256::sha256_of_reader;
use crate::text::source::{Files, Source, Sources};
use crate::value::period::Period;
use std::path::Path;

/// What was asked on the command line.
struct AccountantRequest<'f> {
    period: Period,
    provision: Vec<ProvisionRule>,
    folder: &'f Path,
}

/// Writes the tables of a period. A journal with errors gives nothing, unless `--even-so`.
pub fn run(flags: &ExportFlags, context: &CommandContext) -> CommandResult {
    let request = read_request(flags, context)?;
    let Some(SoundJournal { outcome, status }) = read_sound_journal_with(CheckScope::All, context)?
    else {
        return Ok(ExitStatus::Findings);
    };
    with_accountant_input(&request, &outcome, context, |input| {
        if let Some(words) = find_difference(input) {
            return Err(Failure::internal(words));
        }
        let medium = medium_named("csv")?;
        let options = render_options(input.asked.language, context);
        let file_name = |table: &AccountantTable| format!("{}.{}", table.name, medium.extension);
        let names: Vec<String> = TABLES.iter().map(file_name).collect();
        write_folder(request.folder, &names, &outcome, context, |place| {
            let page = TABLES.get(place).map(|table| table.page(input));
            render_pages(page.as_slice(), medium, options)
        })
    })?;
    Ok(status)
}

fn read_request<'f>(
    flags: &'f ExportFlags,
    context: &CommandContext,
) -> Result<AccountantRequest<'f>, Failure> {
    let Some(words) = &flags.period else {
        return Err(
            Failure::usage("expected a period with `export accountant`, found none")
                .with_help("write `tegoed export accountant --period 2026-Q1 --out DIR`"),
        );
    };
    let period = read_period(words, context.as_of)?;
    if period.first > context.as_of {
        return Err(Failure::usage(format!(
            "expected a period that has begun by {}, found {period}",
            context.as_of
        ))
        .with_help("`--as-of` sets the day up to which entries are known"));
    }
    let Some(folder) = &flags.out else {
        return Err(
            Failure::usage("expected a folder for the tables, one file each, found none")
                .with_help("write `tegoed export accountant --period 2026-Q1 --out DIR`"),
        );
    };
    Ok(AccountantRequest {
        period,
        provision: read_provision(&flags.provision)?,
        folder,
    })
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

/// Gives the tables all they may look at: the journal on the day that was asked, and on the last day of the period.
fn with_accountant_input<T>(
    request: &AccountantRequest<'_>,
    outcome: &Outcome,
    context: &CommandContext,
    write: impl FnOnce(&AccountantInput<'_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let (journal, language) = (&outcome.journal, context.language(outcome)?);
    let asked_period = request.period;
    let period = Period {
        first: asked_period.first,
        last: asked_period.last.min(context.as_of),
    };
    let text = outcome.journal_text(&context.disk);
    let closing_ledger = ledger::post(journal, period.last);
    let days = [
        Day::new(journal, &outcome.ledger, &text),
        Day::new(journal, &closing_ledger, &text),
    ];
    let [asked, closing] = &days;
    let usual =
        report_args::default_options(context.settings.buckets.as_deref().unwrap_or_default())?;
    let options = ReportOptions {
        period: Some(asked_period),
        ..usual
    };
    let listing_options = ReportOptions {
        vat_page: VatPage::EuListing,
        ..options.clone()
    };
    let root_file = context.root_file_name();
    let input_of = |day| ReportInput {
        day,
        root_file: &root_file,
        language,
        options: &options,
    };
    let (movements, open_balances) = debtors_of_period(journal, &closing_ledger, period);
    write(&AccountantInput {
        asked: input_of(asked),
        closing: input_of(closing),
        listing_options: &listing_options,
        period,
        asked_period,
        provision: &request.provision,
        movements: &movements,
        open_balances: &open_balances,
        files: &fingerprint_files(&outcome.sources, &context.disk)?,
        findings: &list_findings(&outcome.findings, &outcome.sources),
    })
}

/// The files as they are on the disk, read once more.
fn fingerprint_files(sources: &Sources, files: &dyn Files) -> Result<Vec<JournalFile>, Failure> {
    let fingerprint = |source: &Source| {
        let read = files.open(&source.path).and_then(sha256_of_reader);
        let sha256 = read.map_err(|error| Failure::file_error("read", &source.path, error))?;
        Ok(JournalFile {
            path: source.path.display().to_string(),
            sha256,
            bytes: source.length.into(),
        })
    };
    sources.as_slice().iter().map(fingerprint).collect()
}

fn list_findings(findings: &Findings, sources: &Sources) -> AccountantFindings {
    let total: usize = findings.counts.values().sum();
    AccountantFindings {
        rows: findings
            .diagnostics
            .iter()
            .map(|it| finding_row(it, sources))
            .collect(),
        unlisted: total.saturating_sub(findings.diagnostics.len()),
        has_errors: findings.has_at_least(Severity::Error),
    }
}

fn finding_row(finding: &Diagnostic, sources: &Sources) -> FindingRow {
    let place = sources.locate(finding.primary.span.origin());
    FindingRow {
        place: place.map(|(source, at)| (source.path.display().to_string(), at.line)),
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
