//! `allow:` lines silence what they name at their entry, and are reported themselves when they silence nothing.

use crate::journal::model::{Allow, Journal};
use crate::text::diagnostic::{Depends, Diagnostic, Findings, Kind, Severity};

/// An `allow:` that silences nothing.
pub static KIND: Kind = Kind {
    code: "X001",
    name: "unused-allow",
    severity: Severity::Warning,
    depends: Depends::OnNames,
    explain: include_str!("allow.md"),
};

/// Takes out the findings that a line allows. Errors stay: with them the figures cannot be trusted.
pub fn silence(journal: &Journal, findings: &mut Findings) {
    if journal.allows.is_empty() {
        return;
    }
    let mut used = vec![false; journal.allows.len()];
    let counts = &mut findings.counts;
    findings.diagnostics.retain(|diagnostic| {
        let allowed = allowing(&journal.allows, diagnostic);
        if let Some(place) = allowed {
            used.get_mut(place)
                .into_iter()
                .for_each(|used| *used = true);
            if let Some(count) = counts.get_mut(diagnostic.kind.code) {
                *count = count.saturating_sub(1);
            }
        }
        allowed.is_none()
    });
    let unused = journal.allows.iter().zip(used).filter(|(_, used)| !used);
    for (allow, _) in unused {
        *findings.counts.entry(KIND.code).or_default() += 1;
        findings.diagnostics.push(
            KIND.at(
                allow.span,
                format!(
                    "expected a finding `{}` at this entry, found none",
                    allow.code
                ),
            )
            .help("take the line out"),
        );
    }
    findings
        .diagnostics
        .sort_by_key(|diagnostic| (diagnostic.at.span, diagnostic.kind.code));
}

fn allowing(allows: &[Allow], diagnostic: &Diagnostic) -> Option<usize> {
    if diagnostic.kind.severity == Severity::Error {
        return None;
    }
    let at = diagnostic.at.span.start;
    allows.iter().position(|allow| {
        (allow.entry.start..=allow.entry.end).contains(&at)
            && (*allow.code == *diagnostic.kind.code || *allow.code == *diagnostic.kind.name)
    })
}
