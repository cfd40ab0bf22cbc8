//! `check`: what is wrong, what looks wrong, and on request the mend.

use crate::cli::arguments::args::CheckFlags;
use crate::cli::command_context::CommandContext;
use crate::cli::emit::first_findings::draw_first_findings;
use crate::cli::emit::selected_findings::SelectedFindings;
use crate::cli::emit::{concise, json, statistics, summary};
use crate::cli::escape;
use crate::cli::exit::{CommandResult, ExitStatus, Failure, keep_until_exit};
use crate::cli::files::disk::STANDARD_INPUT;
use crate::cli::files::writer::leftovers::sweep_leftovers;
use crate::cli::files::writer::replace::{FileChange, replace_file};
use crate::cli::finding_filter::FindingFilter;
use crate::cli::fix::{FixLevel, FixRequest, FixedTexts, LineName, compute_fixes};
use crate::cli::output;
use crate::cli::output::output_bytes;
use crate::cli::unified_diff::unified_diff;
use crate::pipeline::CheckOutcome;
use crate::render::medium::Audience;
use crate::text::diagnostic::{Applicability, Severity};
use std::path::Path;

/// How many findings people are shown; programs get all.
const MAX_SHOWN: usize = 100;

/// The format of the findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FindingsFormat {
    Text,
    Concise,
    Json,
}

/// Checks the journal.
pub fn run(flags: &CheckFlags, context: &mut CommandContext) -> CommandResult {
    let selection = FindingFilter::from_flags(flags)?;
    let form = findings_format(context.global_flags.output_format.as_deref())?;
    let mut checked = context.check_journal(&context.disk)?;
    context.tell_passed_over(&checked.sources)?;
    let request = fix_request(flags, &selection)?;
    if flags.diff {
        let mended = compute_fixes(&checked, &request, context)?;
        if mended.texts.is_empty() && !flags.unsafe_fixes {
            tell_choices(&checked, &selection, context);
        }
        return show_fixes(&mended, &checked, flags, context);
    }
    if flags.fix {
        let mended = compute_fixes(&checked, &request, context)?;
        write_fixes(&mended, &checked, context)?;
        checked = context.check_journal(&context.disk)?;
    }
    let checked = keep_until_exit(checked);
    let verdict = SelectedFindings::new(&checked.findings, |finding| {
        selection.includes(finding.kind)
    });
    print_findings(&verdict, &checked, form, flags, context)?;
    Ok(status_for_findings(&verdict, flags))
}

fn fix_request<'a>(
    flags: &'a CheckFlags,
    selection: &'a FindingFilter,
) -> Result<FixRequest<'a>, Failure> {
    let line = match flags.at.as_deref() {
        None => None,
        Some(written) => Some(LineName::parse(written).ok_or_else(|| {
            Failure::usage(format!("no line: {written}"))
                .with_help("name the number of the line: `--at 27`, or `--at notes.tegoed:27`")
        })?),
    };
    Ok(FixRequest {
        selection,
        level: if flags.unsafe_fixes {
            FixLevel::Choose
        } else {
            FixLevel::Safe
        },
        line,
    })
}

fn status_for_findings(verdict: &SelectedFindings<'_>, flags: &CheckFlags) -> ExitStatus {
    let failing = if flags.strict {
        Severity::Warning
    } else {
        Severity::Error
    };
    // What waits for unreadable lines may be among what was asked for.
    let unsound = verdict.has_severity(failing) || verdict.withheld > 0;
    if unsound && !flags.exit_zero {
        ExitStatus::Findings
    } else {
        ExitStatus::Success
    }
}

fn findings_format(asked: Option<&str>) -> Result<FindingsFormat, Failure> {
    match asked {
        None | Some("text") => Ok(FindingsFormat::Text),
        Some("concise") => Ok(FindingsFormat::Concise),
        Some("json") => Ok(FindingsFormat::Json),
        Some(other) => Err(output::unknown_format(other, &["text", "concise", "json"])),
    }
}

fn print_findings(
    verdict: &SelectedFindings<'_>,
    checked: &CheckOutcome,
    form: FindingsFormat,
    flags: &CheckFlags,
    context: &mut CommandContext,
) -> Result<(), Failure> {
    let file = context.root_file_name();
    let words = match form {
        FindingsFormat::Json => json::write(verdict, &checked.sources, context.as_of, &file)?,
        FindingsFormat::Text if flags.statistics => format_statistics(verdict, &file),
        FindingsFormat::Text => draw_first_findings(
            verdict,
            MAX_SHOWN,
            &checked.sources,
            &file,
            context.console.out_colours(),
        ),
        FindingsFormat::Concise => format_concise(verdict, checked),
    };
    let reader = match form {
        FindingsFormat::Text => Audience::People,
        FindingsFormat::Concise | FindingsFormat::Json => Audience::Programs,
    };
    output_bytes(words.as_bytes(), reader, &checked.sources, context)
}

fn format_statistics(verdict: &SelectedFindings<'_>, file: &str) -> String {
    let mut words = String::new();
    statistics::write(verdict, &mut words);
    summary::write(verdict, file, usize::MAX, &mut words);
    words
}

fn format_concise(verdict: &SelectedFindings<'_>, checked: &CheckOutcome) -> String {
    let mut words = String::new();
    for finding in &verdict.findings {
        concise::write(finding, &checked.sources, &mut words);
    }
    words
}

/// Says that there are mends to choose, where none is certain: nothing at all looks as if there were none.
fn tell_choices(checked: &CheckOutcome, selection: &FindingFilter, context: &CommandContext) {
    let selected = SelectedFindings::new(&checked.findings, |finding| {
        selection.includes(finding.kind)
    });
    let choices = selected.fixable_count(Applicability::Unsafe);
    if choices > 0 {
        context.console.print_to_stderr(&format!(
            "no mend is certain; {choices} to choose: `check --diff --unsafe-fixes`\n"
        ));
    }
}

/// Shows what `--fix` would change.
fn show_fixes(
    mended: &FixedTexts,
    checked: &CheckOutcome,
    flags: &CheckFlags,
    context: &mut CommandContext,
) -> CommandResult {
    let mut words = String::new();
    for (path, after) in &mended.texts {
        words.push_str(&unified_diff(
            path,
            bytes_before(path, checked),
            after,
            context.console.out_colours(),
        ));
    }
    let reader = Audience::People;
    output_bytes(words.as_bytes(), reader, &checked.sources, context)?;
    Ok(if words.is_empty() || flags.exit_zero {
        ExitStatus::Success
    } else {
        ExitStatus::Findings
    })
}

/// Writes the mended files, each whole or not at all.
fn write_fixes(
    mended: &FixedTexts,
    checked: &CheckOutcome,
    context: &CommandContext,
) -> Result<(), Failure> {
    if mended.texts.contains_key(Path::new(STANDARD_INPUT)) {
        return Err(Failure::usage("standard input cannot be mended in place")
            .with_help("`check --diff` shows what would change"));
    }
    let mut done: Vec<String> = Vec::new();
    for (path, after) in &mended.texts {
        sweep_leftovers(path.parent().unwrap_or(Path::new("")), &context.console);
        let change = FileChange {
            path,
            before: bytes_before(path, checked),
            after,
        };
        replace_file(change, check_utf8).map_err(|stop| stop.with_written_before(&done))?;
        done.push(escape::escape_path(path));
    }
    if mended.count > 0 {
        let findings = if mended.count == 1 {
            "finding"
        } else {
            "findings"
        };
        let files: Vec<String> = mended
            .texts
            .keys()
            .map(|path| escape::escape_path(path))
            .collect();
        context.console.print_to_stderr(&format!(
            "mended {} {findings} in {}\n",
            mended.count,
            files.join(", ")
        ));
    }
    Ok(())
}

fn bytes_before<'o>(path: &Path, checked: &'o CheckOutcome) -> &'o [u8] {
    let mut sources = checked.sources.as_slice().iter();
    sources
        .find(|source| source.path == path)
        .map_or(&[], |source| source.bytes())
}

fn check_utf8(bytes: &[u8]) -> Result<(), Failure> {
    std::str::from_utf8(bytes)
        .map(|_| ())
        .map_err(|error| Failure::internal(format!("the mended text would not be UTF-8 ({error})")))
}
