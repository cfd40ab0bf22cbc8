//! `fmt`: lays out journals. Blanks move, words never; a file that cannot be read whole stays as it is.

use crate::check::CheckScope;
use crate::cli::arguments::args::{FmtFlags, GlobalFlags};
use crate::cli::command_context::CommandContext;
use crate::cli::emit::first_findings::draw_findings;
use crate::cli::escape;
use crate::cli::exit::{CommandResult, ExitStatus, Failure};
use crate::cli::files::disk::STANDARD_INPUT;
use crate::cli::files::writer::leftovers::sweep_leftovers;
use crate::cli::files::writer::replace::{FileChange, replace_file};
use crate::cli::output::unknown_format;
use crate::cli::registry::Registry;
use crate::cli::unified_diff::unified_diff;
use crate::format::{format_journal, has_same_words, layout_errors};
use crate::load::declarations::other_format_finding;
use crate::load::kinds::{INCLUDE_MISSING, INCLUDE_OUTSIDE_ROOT, UNREADABLE_FILE};
use crate::syntax::dialect::Dialect;
use crate::syntax::directive::format::FormatDeclaration;
use crate::syntax::entry::{Entry, SourceText};
use crate::syntax::entry_fields::EntryFields;
use crate::syntax::keyword::Keyword;
use crate::syntax::kinds::NOT_UTF8;
use crate::syntax::reader::{EntryVisitor, JournalReader};
use crate::text::diagnostic::{Diagnostic, Sink};
use crate::text::problem::{Found, Wanted};
use crate::text::source::Sources;
use crate::text::span::Span;
use std::collections::BTreeSet;
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

/// How many findings are shown for one file.
const MAX_SHOWN: usize = 10;

/// What became of one file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FormatOutcome {
    /// It was, or would be, changed.
    Changed,
    /// It is laid out well already.
    Unchanged,
    /// It cannot be read whole.
    Unreadable,
    /// It is named in an `include`, and cannot be read.
    NotRead,
    /// The world refused, or somebody else wrote it: it is as it was.
    Failed,
}

/// A file that is to be laid out.
enum FileToFormat {
    /// This one.
    Read(PathBuf),
    /// One that an `include` names and that cannot be had: it was told of.
    Missing,
}

impl FileToFormat {
    fn path(&self) -> Option<&Path> {
        match self {
            Self::Read(path) => Some(path),
            Self::Missing => None,
        }
    }
}

/// What lies ready for `fmt`: its own files need no journal around them.
pub fn fmt_context(
    flags: &FmtFlags,
    global: GlobalFlags,
    registry: Registry,
) -> Result<CommandContext, Failure> {
    if !flags.laid_out.is_empty() && !global.files.is_empty() {
        return Err(Failure::usage(
            "expected the files to lay out, or a journal with `-f`, found both",
        ));
    }
    CommandContext::new(global, &flags.laid_out, registry)
}

/// Lays out the files that were named, else the journal and all it includes.
pub fn run(flags: &FmtFlags, context: &mut CommandContext) -> CommandResult {
    refuse_output_format(context)?;
    let files = files_to_format(flags, context)?;
    let looking = flags.check || flags.diff;
    if !looking {
        sweep_folders_of(&files, context);
    }
    let mut status = ExitStatus::Success;
    let mut all = Vec::with_capacity(files.len());
    for file in &files {
        let laid = match file {
            FileToFormat::Read(path) => format_file(path, flags, context),
            FileToFormat::Missing => Ok(FormatOutcome::NotRead),
        };
        all.push(laid.unwrap_or_else(|stop| {
            context.console.print_error(&stop);
            status = stop.status.graver_of(status);
            FormatOutcome::Failed
        }));
    }
    if status != ExitStatus::Success && files.len() > 1 {
        print_what_became(&files, &all, looking, context);
    }
    if files
        .iter()
        .all(|file| file.path() != Some(Path::new(STANDARD_INPUT)))
    {
        context
            .console
            .print_to_stderr(&format_summary(&all, looking));
    }
    let dirty = |laid: &FormatOutcome| match laid {
        FormatOutcome::Unreadable | FormatOutcome::NotRead => true,
        FormatOutcome::Changed => looking,
        FormatOutcome::Unchanged | FormatOutcome::Failed => false,
    };
    Ok(if all.iter().any(dirty) {
        ExitStatus::Findings.graver_of(status)
    } else {
        status
    })
}

/// What `fmt` prints has the form of a journal, and no other.
fn refuse_output_format(context: &CommandContext) -> Result<(), Failure> {
    match context.global_flags.output_format.as_deref() {
        None | Some("text") => Ok(()),
        Some(other) => Err(unknown_format(other, &["text"])),
    }
}

/// Takes away what stopped runs left beside the files.
fn sweep_folders_of(files: &[FileToFormat], context: &CommandContext) {
    let paths = files.iter().filter_map(FileToFormat::path);
    let paths = paths.filter(|path| *path != Path::new(STANDARD_INPUT));
    let folders: BTreeSet<&Path> = paths.filter_map(Path::parent).collect();
    for folder in folders {
        sweep_leftovers(folder, &context.console);
    }
}

/// Says of each file what became of it, where one of them failed.
fn print_what_became(
    files: &[FileToFormat],
    all: &[FormatOutcome],
    looking: bool,
    context: &CommandContext,
) {
    for (file, laid) in files.iter().zip(all) {
        let words = match laid {
            FormatOutcome::Changed if looking => "to lay out",
            FormatOutcome::Changed => "laid out",
            FormatOutcome::Unchanged => "laid out already",
            FormatOutcome::Unreadable | FormatOutcome::Failed => "left as it is",
            FormatOutcome::NotRead => continue,
        };
        if let Some(path) = file.path() {
            let path = escape::escape_path(path);
            context
                .console
                .print_to_stderr(&format!("{path}: {words}\n"));
        }
    }
}

/// `2 files laid out, 1 left as it is`.
fn format_summary(all: &[FormatOutcome], looking: bool) -> String {
    let parts: Vec<String> = [
        (
            FormatOutcome::Changed,
            if looking { "to lay out" } else { "laid out" },
        ),
        (FormatOutcome::Unchanged, "laid out already"),
        (FormatOutcome::Unreadable, "with lines that cannot be read"),
        (FormatOutcome::NotRead, "not read"),
        (FormatOutcome::Failed, "left as it is"),
    ]
    .into_iter()
    .filter_map(|(laid, words)| {
        let count = all.iter().filter(|found| **found == laid).count();
        let files = if count == 1 { "file" } else { "files" };
        (count > 0).then(|| format!("{count} {files} {words}"))
    })
    .collect();
    format!("{}\n", parts.join(", "))
}

/// The files that were named, else all of the journal. Tells of those that the journal includes and that cannot be had.
fn files_to_format(
    flags: &FmtFlags,
    context: &CommandContext,
) -> Result<Vec<FileToFormat>, Failure> {
    if !flags.laid_out.is_empty() {
        let named = context.roots.files.iter().cloned();
        return Ok(named.map(FileToFormat::Read).collect());
    }
    // Only the names of its files are asked for, and then each of them takes memory in turn.
    let outcome = ManuallyDrop::into_inner(context.read_journal(CheckScope::Errors)?);
    let sources = outcome.sources.as_slice().iter();
    let read = sources.map(|source| FileToFormat::Read(source.path.clone()));
    let findings = outcome.findings.diagnostics.iter();
    let missing = findings.filter(|finding| is_about_a_file(finding));
    let missing: Vec<&Diagnostic> = missing.collect();
    let words = draw_findings(
        missing.iter().copied().take(MAX_SHOWN),
        &outcome.sources,
        context.console.error_colours(),
    );
    context.console.print_to_stderr(&words);
    let missing = missing.iter().map(|_| FileToFormat::Missing);
    Ok(read.chain(missing).collect())
}

/// Whether a finding says that a file of the journal was not read. One that is not UTF-8 is told of by its own bytes.
fn is_about_a_file(finding: &Diagnostic) -> bool {
    [&INCLUDE_MISSING, &INCLUDE_OUTSIDE_ROOT, &UNREADABLE_FILE].contains(&finding.kind)
}

fn format_file(
    path: &Path,
    flags: &FmtFlags,
    context: &mut CommandContext,
) -> Result<FormatOutcome, Failure> {
    let read = context.disk.read_file(path);
    let before = read.map_err(|error| Failure::file_error("read", path, error))?;
    let after = match format_text(&before) {
        Ok(after) => {
            check_only_blanks_moved(&before, after.as_bytes()).map_err(|why| {
                let file = path.display();
                Failure::internal(format!("{file} was left as it is: {why}"))
            })?;
            after
        }
        Err(findings) => {
            report_unreadable(path, before, &findings, context)?;
            return Ok(FormatOutcome::Unreadable);
        }
    };
    let same = after.as_bytes() == before;
    if path == Path::new(STANDARD_INPUT) && !flags.check && !flags.diff {
        context.console.print(after.as_bytes())?;
    } else if !same {
        write_or_show(path, &before, &after, flags, context)?;
    }
    Ok(if same {
        FormatOutcome::Unchanged
    } else {
        FormatOutcome::Changed
    })
}

fn write_or_show(
    path: &Path,
    before: &[u8],
    after: &str,
    flags: &FmtFlags,
    context: &mut CommandContext,
) -> Result<(), Failure> {
    if flags.diff {
        let words = unified_diff(
            path,
            before,
            after.as_bytes(),
            context.console.out_colours(),
        );
        return context.console.print(words.as_bytes());
    }
    if flags.check {
        return context
            .console
            .print(format!("{}\n", escape::escape_path(path)).as_bytes());
    }
    let change = FileChange {
        path,
        before,
        after: after.as_bytes(),
    };
    // Every form of `fmt` has looked at it once more already.
    replace_file(change, |_| Ok(()))
}

/// The text laid out, or why it cannot be.
fn format_text(before: &[u8]) -> Result<String, Vec<Diagnostic>> {
    match std::str::from_utf8(before) {
        Ok(text) => {
            let mut refusals = layout_errors(text);
            refusals.extend(find_other_format(text));
            if refusals.is_empty() {
                Ok(format_journal(text))
            } else {
                Err(refusals)
            }
        }
        Err(fault) => Err(vec![not_utf8_finding(before, fault.valid_up_to())]),
    }
}

/// That a journal is written in another version of the language, which may lay out its lines in another way.
fn find_other_format(text: &str) -> Option<Diagnostic> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut versions = VersionVisitor(None);
    JournalReader::new(Dialect::default()).read(
        SourceText { str: text, base: 0 },
        &[],
        &mut versions,
        &mut Sink::default(),
    );
    versions.0
}

/// Looks for a `format` line of another version.
struct VersionVisitor(Option<Diagnostic>);

impl EntryVisitor for VersionVisitor {
    fn visit_entry(&mut self, entry: &Entry, text: SourceText<'_>, _: &mut Sink) {
        if entry.directive.keyword == Keyword::Format
            && let Some(declared) = FormatDeclaration::read(EntryFields { entry, text })
        {
            let found = other_format_finding(declared.version);
            self.0 = self.0.take().or(found);
        }
    }
}

fn not_utf8_finding(before: &[u8], at: usize) -> Diagnostic {
    let byte = before.get(at).copied().unwrap_or_default();
    let start = u32::try_from(at).unwrap_or(u32::MAX);
    NOT_UTF8.at(
        Span::new(start, start.saturating_add(1)),
        Wanted::Utf8.but_found(Found::Byte(byte)),
    )
}

/// Says on standard error why a file stays as it is.
fn report_unreadable(
    path: &Path,
    text: Vec<u8>,
    findings: &[Diagnostic],
    context: &CommandContext,
) -> Result<(), Failure> {
    let text = match text.strip_prefix("\u{feff}".as_bytes()) {
        // Places count from behind the mark that says how a file is coded.
        Some(rest) if std::str::from_utf8(rest).is_ok() => rest.to_owned(),
        _ => text,
    };
    let mut sources = Sources::default();
    let length = u32::try_from(text.len())
        .map_err(|_| Failure::file_error("lay out", path, "it is longer than four gigabytes"))?;
    sources.add(path.to_owned(), length, Some(text));
    let words = draw_findings(
        findings.iter().take(MAX_SHOWN),
        &sources,
        context.console.error_colours(),
    );
    context.console.print_to_stderr(&words);
    context
        .console
        .print_to_stderr(&format!("{}: left as it is\n", escape::escape_path(path)));
    Ok(())
}

/// Whether each line is still there with at least as many words: `key:value` may become two, two never one.
fn has_all_words(before: &str, after: &str) -> bool {
    let counts = |text: &str| -> Vec<usize> {
        let lines = text.lines();
        lines.map(|line| line.split_whitespace().count()).collect()
    };
    let (before, after) = (counts(before), counts(after));
    before.len() == after.len()
        && before
            .iter()
            .zip(&after)
            .all(|(before, after)| before <= after)
}

/// Looks at a layout once more before it is written: no word may differ, and laying it out again changes nothing.
fn check_only_blanks_moved(before: &[u8], after: &[u8]) -> Result<(), String> {
    let (before, laid_out) = (
        String::from_utf8_lossy(before),
        String::from_utf8_lossy(after),
    );
    if !has_same_words(&before, &laid_out) {
        return Err("laying it out would have changed a word".to_owned());
    }
    if !has_all_words(&before, &laid_out) {
        return Err("laying it out would have joined two words or lines".to_owned());
    }
    match format_text(after) {
        Ok(again) if again.as_bytes() == after => Ok(()),
        Ok(_) => Err("laying it out a second time would have changed it again".to_owned()),
        Err(_) => Err("laid out, a line of it could no longer be read".to_owned()),
    }
}
