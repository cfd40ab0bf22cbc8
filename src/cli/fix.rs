//! Mends a journal in memory: applies the edits that findings offer, reads again, until none is left.

use super::command_context::CommandContext;
use super::exit::Failure;
use super::files::overlay::Overlay;
use super::finding_filter::FindingFilter;
use crate::pipeline::CheckOutcome;
use crate::text::diagnostic::{Applicability, Diagnostic, Fix, KEPT_PER_KIND, Severity};
use crate::text::edit::{self, Edit};
use crate::text::source::{Source, Sources};
use crate::text::span::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A mend may bring the next to light; after this many rounds we stop.
const MAX_ROUNDS: usize = 10;
/// The same where a round could not see all findings, because there were too many to keep.
const MAX_ROUNDS_OF_MANY: usize = 1_000;

/// Files with their new text, and what the journal then says.
pub struct FixedTexts {
    /// New texts by path.
    pub texts: BTreeMap<PathBuf, Vec<u8>>,
    /// How many findings were mended.
    pub count: usize,
}

/// Which mends may be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FixLevel {
    /// Those that are certain.
    Safe,
    /// Also those that a person should choose.
    Choose,
}

/// What is to be mended.
pub struct FixRequest<'a> {
    /// The kinds of findings.
    pub selection: &'a FindingFilter,
    /// How certain a mend must be.
    pub level: FixLevel,
    /// The only line to be mended, named by a person, who thereby decides what its mend decides.
    pub line: Option<LineName<'a>>,
}

impl FixRequest<'_> {
    fn allows(&self, finding: &Diagnostic, fix: &Fix, sources: &Sources) -> bool {
        let named = self.line.map(|line| line.is_line_of(finding, sources));
        let allowed = match (fix.applicability, self.level) {
            (Applicability::Safe, _) | (Applicability::Unsafe, FixLevel::Choose) => true,
            (Applicability::Unsafe, FixLevel::Safe) | (Applicability::Decision, _) => {
                named == Some(true)
            }
        };
        allowed && named.unwrap_or(true) && self.selection.includes(finding.kind)
    }

    /// A line that was mended may have moved others, so no second round is made for one.
    const fn max_rounds(&self) -> usize {
        if self.line.is_some() { 1 } else { MAX_ROUNDS }
    }
}

/// A line of the journal, as `--at` names it: `27`, or `notes.tegoed:27`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineName<'a> {
    file: Option<&'a str>,
    line: u32,
}

impl<'a> LineName<'a> {
    /// Reads the name of a line; `None` where it has no number.
    pub fn parse(written: &'a str) -> Option<Self> {
        let (file, line) = match written.rsplit_once(':') {
            Some((file, line)) => (Some(file), line),
            None => (None, written),
        };
        Some(Self {
            file,
            line: line.parse().ok()?,
        })
    }

    fn is_line_of(self, finding: &Diagnostic, sources: &Sources) -> bool {
        let place = sources.locate(finding.primary.span.origin());
        place.is_some_and(|(source, position)| {
            position.line == self.line && self.file.is_none_or(|file| source.path.ends_with(file))
        })
    }
}

/// Works out the mended texts; nothing is written.
pub fn compute_fixes(
    checked: &CheckOutcome,
    request: &FixRequest<'_>,
    context: &CommandContext,
) -> Result<FixedTexts, Failure> {
    let mut overlay = Overlay::new(&context.disk);
    let mut refused = BTreeSet::new();
    let mut count = 0_usize;
    let mut latest: Option<CheckOutcome> = None;
    for number in 0..MAX_ROUNDS_OF_MANY {
        let checked = latest.as_ref().unwrap_or(checked);
        if number >= request.max_rounds() && !has_too_many_findings(checked) {
            break;
        }
        let before = overlay.texts.clone();
        let mut applied = apply_round(checked, request, &refused, &mut overlay);
        let mut after = None;
        while !applied.is_empty() {
            let mended = context.check_journal(&overlay)?;
            let told_again = fixes_told_again(&applied, &mended);
            if told_again.is_empty() {
                after = Some(mended);
                break;
            }
            refused.extend(told_again);
            overlay.texts.clone_from(&before);
            applied = apply_round(checked, request, &refused, &mut overlay);
        }
        count = count.saturating_add(applied.len());
        match after {
            Some(mended) => latest = Some(mended),
            None => break,
        }
    }
    Ok(FixedTexts {
        texts: overlay.texts,
        count,
    })
}

fn has_too_many_findings(checked: &CheckOutcome) -> bool {
    let mut counts = checked.findings.counts.values();
    counts.any(|count| *count > KEPT_PER_KIND)
}

/// Which mend of which line, however often the text around it moves.
type FixName = (&'static str, String, Vec<String>);

/// A mend that was applied, and where its words stand in the new text.
struct AppliedFix {
    name: FixName,
    written: Vec<(PathBuf, Span)>,
}

/// Applies what one reading offers, without the mends that were `refused`.
fn apply_round(
    checked: &CheckOutcome,
    request: &FixRequest<'_>,
    refused: &BTreeSet<FixName>,
    overlay: &mut Overlay<'_>,
) -> Vec<AppliedFix> {
    let sources = &checked.sources;
    let findings = checked.findings.diagnostics.iter().filter_map(|finding| {
        let fix = finding.fix.as_ref()?;
        let name = fix_name(finding, fix, sources);
        let wanted = request.allows(finding, fix, sources) && !refused.contains(&name);
        wanted.then_some((name, fix))
    });
    let texts = utf8_sources(sources);
    let accepted = compatible_fixes(findings, &texts);
    let mut applied: Vec<AppliedFix> = accepted
        .iter()
        .map(|(name, _)| AppliedFix {
            name: name.clone(),
            written: Vec::new(),
        })
        .collect();
    for (source, text) in texts {
        let numbered = accepted.iter().enumerate().flat_map(|(number, (_, fix))| {
            let here = fix.edits.iter().filter(|edit| is_edit_in(source, edit));
            here.map(move |edit| (edit.clone(), number))
        });
        let mut here: Vec<(Edit, usize)> = numbered.collect();
        here.sort();
        let edits: Vec<Edit> = here.iter().map(|(edit, _)| edit.clone()).collect();
        if edits.is_empty() {
            continue;
        }
        for (span, number) in written_spans(&here, source.base) {
            if let Some(fix) = applied.get_mut(number) {
                fix.written.push((source.path.clone(), span));
            }
        }
        let (mended, _) = edit::apply_edits(text, source.base, &edits);
        overlay
            .texts
            .insert(source.path.clone(), mended.into_bytes());
    }
    applied
}

fn fix_name(finding: &Diagnostic, fix: &Fix, sources: &Sources) -> FixName {
    let line = sources.locate(finding.primary.span.origin());
    let line = line.and_then(|(source, position)| {
        let text = std::str::from_utf8(source.bytes()).ok()?;
        let before = text.get(..position.offset as usize)?;
        let start = before.rfind('\n').map_or(0, |end| end.saturating_add(1));
        text.get(start..)?.lines().next().map(str::to_owned)
    });
    let words = fix.edits.iter().map(|edit| edit.text.clone()).collect();
    (finding.kind.code, line.unwrap_or_default(), words)
}

/// Where the words of sorted edits stand in the new text, counted from its first byte.
fn written_spans(edits: &[(Edit, usize)], base: u32) -> Vec<(Span, usize)> {
    let (mut gained, mut lost) = (0_u32, 0_u32);
    let mut spans = Vec::with_capacity(edits.len());
    for (edit, number) in edits {
        let start = edit.span.start.saturating_sub(base);
        let start = start.saturating_add(gained).saturating_sub(lost);
        let written = Span::from_length(start, edit.text.len());
        spans.push((written, *number));
        gained = gained.saturating_add(written.end.saturating_sub(written.start));
        lost = lost.saturating_add(edit.span.end.saturating_sub(edit.span.start));
    }
    spans
}

/// The mends whose own words are told in the next reading: a day before the invoice, a rate that does not exist.
/// Keywords and keys are not looked at, because a finding may well stand at a keyword for another reason; nor is what is
/// told of the figures, of contacts and of letters, which a sound line may lead to.
fn fixes_told_again(applied: &[AppliedFix], mended: &CheckOutcome) -> Vec<FixName> {
    let told: Vec<(&Path, Span)> = mended
        .findings
        .diagnostics
        .iter()
        .filter(|finding| finding.kind.severity != Severity::Style)
        .filter(|finding| finding.kind.code.starts_with(['S', 'A', 'D', 'R', 'V']))
        .filter_map(|finding| {
            let span = finding.primary.span;
            let source = mended.sources.source(span.origin())?;
            let (start, end) = (span.start.checked_sub(source.base)?, span.end);
            let here = Span::new(start, end.saturating_sub(source.base));
            (here.start < here.end).then_some((source.path.as_path(), here))
        })
        .collect();
    let is_told = |(path, written): &(PathBuf, Span)| {
        told.iter().any(|(file, span)| {
            file == path && written.start <= span.start && span.end <= written.end
        })
    };
    let says_value = |fix: &&AppliedFix| {
        let (_, _, words) = &fix.name;
        words
            .iter()
            .any(|words| words.contains(|c: char| c.is_ascii_digit() || "#@".contains(c)))
    };
    applied
        .iter()
        .filter(says_value)
        .filter(|fix| fix.written.iter().any(is_told))
        .map(|fix| fix.name.clone())
        .collect()
}

/// The files that are text; others cannot be mended.
fn utf8_sources(sources: &Sources) -> Vec<(&Source, &str)> {
    let all = sources.as_slice().iter();
    all.filter_map(|source| Some((source, std::str::from_utf8(source.bytes()).ok()?)))
        .collect()
}

fn is_edit_in(source: &Source, edit: &Edit) -> bool {
    source.base <= edit.span.start && edit.span.end <= source.end()
}

/// As many mends as do not touch each other. A mend is applied whole or not at all; one that touches another waits for
/// the next round.
fn compatible_fixes<'f>(
    fixes: impl Iterator<Item = (FixName, &'f Fix)>,
    texts: &[(&Source, &str)],
) -> Vec<(FixName, &'f Fix)> {
    let mut accepted = Vec::new();
    let mut taken = SpanSet::default();
    for (name, fix) in fixes.filter(|(_, fix)| !fix.edits.is_empty()) {
        let can = |edit: &Edit| taken.is_free(edit.span) && is_edit_in_any(texts, edit);
        if fix.edits.iter().all(can) {
            fix.edits.iter().for_each(|edit| taken.insert(edit.span));
            accepted.push((name, fix));
        }
    }
    accepted
}

/// Whether an edit lies in one of these files.
fn is_edit_in_any(texts: &[(&Source, &str)], edit: &Edit) -> bool {
    texts.iter().any(|(source, _)| is_edit_in(source, edit))
}

/// Stretches of text that do not touch each other, by where they start.
#[derive(Default)]
struct SpanSet(BTreeMap<u32, u32>);

impl SpanSet {
    fn is_free(&self, span: Span) -> bool {
        let before = self.0.range(..=span.end).next_back();
        before.is_none_or(|(_, end)| *end < span.start)
    }

    fn insert(&mut self, span: Span) {
        let end = self.0.entry(span.start).or_insert(span.end);
        *end = span.end.max(*end);
    }
}
