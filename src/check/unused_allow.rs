//! `allow:` lines silence what they name at their entry, and are reported themselves when they silence nothing.

use crate::journal::model::{AllowLine, Journal};
use crate::text::diagnostic::{
    Diagnostic, DiagnosticKind, Findings, KEPT_PER_KIND, Prerequisite, Severity,
};

/// An `allow:` that silences nothing.
pub static KIND: DiagnosticKind = DiagnosticKind {
    code: "X001",
    name: "unused-allow",
    severity: Severity::Warning,
    prerequisite: Prerequisite::Names,
    explanation: include_str!("unused_allow.md"),
};

/// Takes out the findings that a line allows. Errors stay: with them the figures cannot be trusted.
pub fn suppress_allowed(journal: &Journal, findings: &mut Findings) {
    if journal.allow_lines.is_empty() {
        return;
    }
    let mut allows: Vec<(&AllowLine, bool)> = journal
        .allow_lines
        .iter()
        .map(|allow| (allow, false))
        .collect();
    allows.sort_by_key(|(allow, _)| allow.span);
    let counts = &mut findings.counts;
    findings.diagnostics.retain(|diagnostic| {
        let Some((_, used)) = matching_allow(&mut allows, diagnostic) else {
            return true;
        };
        *used = true;
        if let Some(count) = counts.get_mut(diagnostic.kind.code) {
            *count = count.saturating_sub(1);
        }
        false
    });
    let unused = allows
        .iter()
        .filter(|(allow, used)| !used && is_certain(allow, findings));
    let unused: Vec<Diagnostic> = unused.map(|(allow, _)| unused_finding(allow)).collect();
    if unused.is_empty() {
        return;
    }
    *findings.counts.entry(KIND.code).or_default() += unused.len();
    findings.diagnostics.extend(unused);
    findings
        .diagnostics
        .sort_by_key(|diagnostic| (diagnostic.primary.span, diagnostic.kind.code));
}

fn unused_finding(allow: &AllowLine) -> Diagnostic {
    let code = &allow.code;
    KIND.at(
        allow.span,
        format!("expected a finding `{code}` at this entry, found none"),
    )
    .help("take the line out")
}

/// Of a kind of which there are too many to keep, nobody knows whether one stood here.
fn is_certain(allow: &AllowLine, findings: &Findings) -> bool {
    let count = findings.counts.get(&*allow.code);
    count.is_none_or(|count| *count < KEPT_PER_KIND)
}

/// The line that allows a finding. Lines stand in the order of the text, those of one entry together.
fn matching_allow<'a, 'j>(
    allows: &'a mut [(&'j AllowLine, bool)],
    diagnostic: &Diagnostic,
) -> Option<&'a mut (&'j AllowLine, bool)> {
    if diagnostic.kind.severity == Severity::Error {
        return None;
    }
    let at = diagnostic.primary.span.start;
    let first = allows.partition_point(|(allow, _)| allow.entry.end < at);
    let (code, name) = (diagnostic.kind.code, diagnostic.kind.name);
    allows
        .iter_mut()
        .skip(first)
        .take_while(|(allow, _)| allow.entry.start <= at)
        .find(|(allow, _)| *allow.code == *code || *allow.code == *name)
}
