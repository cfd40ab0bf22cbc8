//! What a new entry makes the check find that it did not find before.

use crate::pipeline::CheckOutcome;
use crate::text::diagnostic::{Diagnostic, Severity};
use std::collections::BTreeMap;
use std::path::Path;

/// What a finding is known by although lines moved and figures changed: its code, and the file and the line that it is about.
type FindingIdentity<'a> = (&'static str, Option<(&'a Path, &'a [u8])>);

/// The findings after a change that were not there before, in order. Advice about the style of lines is left out.
pub fn new_findings<'a>(before: &CheckOutcome, after: &'a CheckOutcome) -> Vec<&'a Diagnostic> {
    let mut known: BTreeMap<FindingIdentity<'_>, usize> = BTreeMap::new();
    for finding in &before.findings.diagnostics {
        let count = known.entry(identity(finding, before)).or_default();
        *count = count.saturating_add(1);
    }
    let mut fresh = Vec::new();
    for finding in &after.findings.diagnostics {
        match known.get_mut(&identity(finding, after)) {
            Some(count) if *count > 0 => *count = count.saturating_sub(1),
            _ => fresh.push(finding),
        }
    }
    fresh.retain(|finding| finding.kind.severity != Severity::Style);
    fresh
}

fn identity<'a>(finding: &Diagnostic, checked: &'a CheckOutcome) -> FindingIdentity<'a> {
    let place = finding.primary.span.origin();
    let line = checked.sources.source(place).map(|source| {
        let offset = place.0.saturating_sub(source.base) as usize;
        let (above, below) = source.bytes().split_at_checked(offset).unwrap_or_default();
        let start = memchr::memrchr(b'\n', above).map_or(0, |at| at.saturating_add(1));
        let length = memchr::memchr(b'\n', below).unwrap_or(below.len());
        let line = source.bytes().get(start..offset.saturating_add(length));
        (source.path.as_path(), line.unwrap_or_default())
    });
    (finding.kind.code, line)
}
