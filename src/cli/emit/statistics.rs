//! How many findings there are of each code.

use super::selected_findings::SelectedFindings;
use crate::text::diagnostic::{Diagnostic, DiagnosticKind};
use std::fmt::Write;

/// One line a code, the most frequent first.
pub fn write(verdict: &SelectedFindings<'_>, output: &mut String) {
    let mut rows: Vec<(usize, &'static DiagnosticKind)> = verdict
        .counts
        .iter()
        .filter_map(|(code, count)| Some((*count, find_kind(&verdict.findings, code)?)))
        .collect();
    rows.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.code.cmp(b.1.code)));
    for (count, kind) in rows {
        // Writing to a string cannot fail.
        let _done = writeln!(
            output,
            "{count:>7}  {:<8}{} {}",
            kind.severity.word(),
            kind.code,
            kind.name
        );
    }
}

fn find_kind(findings: &[&Diagnostic], code: &str) -> Option<&'static DiagnosticKind> {
    let mut kinds = findings.iter().map(|finding| finding.kind);
    kinds.find(|kind| kind.code == code)
}
