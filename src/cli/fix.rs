//! Mends a journal in memory: applies the edits that findings offer, reads again, until none is left.

use super::command_context::CommandContext;
use super::exit::Failure;
use super::files::overlay::Overlay;
use super::finding_filter::FindingFilter;
use crate::pipeline::CheckOutcome;
use crate::text::diagnostic::{Applicability, Fix, KEPT_PER_KIND};
use crate::text::edit::{self, Edit};
use crate::text::source::{Source, Sources};
use crate::text::span::Span;
use std::collections::BTreeMap;
use std::path::PathBuf;

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

/// Works out the mended texts; nothing is written.
pub fn compute_fixes(
    checked: &CheckOutcome,
    selection: &FindingFilter,
    level: FixLevel,
    context: &CommandContext,
) -> Result<FixedTexts, Failure> {
    let mut overlay = Overlay::new(&context.disk);
    let mut applied = apply_round(checked, selection, level, &mut overlay);
    let mut count = applied;
    let mut many = has_too_many_findings(checked);
    for number in 1..MAX_ROUNDS_OF_MANY {
        if applied == 0 || (number >= MAX_ROUNDS && !many) {
            break;
        }
        let checked = context.check_journal(&overlay)?;
        applied = apply_round(&checked, selection, level, &mut overlay);
        count = count.saturating_add(applied);
        many = has_too_many_findings(&checked);
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

/// Applies what one reading offers; answers how many findings that mends.
fn apply_round(
    checked: &CheckOutcome,
    selection: &FindingFilter,
    level: FixLevel,
    overlay: &mut Overlay<'_>,
) -> usize {
    let fixes = checked.findings.diagnostics.iter().filter_map(|finding| {
        let fix = finding.fix.as_ref()?;
        let allowed = level == FixLevel::Choose || fix.applicability == Applicability::Safe;
        (allowed && selection.includes(finding.kind)).then_some(fix)
    });
    let texts = utf8_sources(&checked.sources);
    let (edits, count) = compatible_edits(fixes, &texts);
    for (source, text) in texts {
        let here: Vec<Edit> = edits
            .iter()
            .filter(|edit| is_edit_in(source, edit))
            .cloned()
            .collect();
        if !here.is_empty() {
            let (mended, _) = edit::apply_edits(text, source.base, &here);
            overlay
                .texts
                .insert(source.path.clone(), mended.into_bytes());
        }
    }
    count
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

/// The edits of as many mends as do not touch each other. A mend is applied whole or not at all; one that touches
/// another waits for the next round.
fn compatible_edits<'f>(
    fixes: impl Iterator<Item = &'f Fix>,
    texts: &[(&Source, &str)],
) -> (Vec<Edit>, usize) {
    let mut accepted = Vec::new();
    let mut taken = SpanSet::default();
    let mut count = 0_usize;
    for fix in fixes.filter(|fix| !fix.edits.is_empty()) {
        let can = |edit: &Edit| taken.is_free(edit.span) && is_edit_in_any(texts, edit);
        if fix.edits.iter().all(can) {
            fix.edits.iter().for_each(|edit| taken.insert(edit.span));
            accepted.extend(fix.edits.iter().cloned());
            count = count.saturating_add(1);
        }
    }
    (accepted, count)
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
