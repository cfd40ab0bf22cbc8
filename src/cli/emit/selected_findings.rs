//! The findings of a run, reduced to the codes that were asked for, and counted.

use crate::text::diagnostic::{Applicability, Diagnostic, Findings, KEPT_PER_KIND, Severity};
use std::collections::BTreeMap;

/// The findings to report.
pub struct SelectedFindings<'a> {
    /// The findings, by place.
    pub findings: Vec<&'a Diagnostic>,
    /// How many there are of each code that were counted but not kept.
    pub omitted_count: usize,
    /// How many wait until every header can be read.
    pub withheld: usize,
    /// How many of each severity there are, unkept ones too.
    pub severities: BTreeMap<Severity, usize>,
    /// How many of each code there are, unkept ones too.
    pub counts: BTreeMap<&'static str, usize>,
}

impl<'a> SelectedFindings<'a> {
    /// Counts the findings that `wanted` wants.
    pub fn new(findings: &'a Findings, wanted: impl Fn(&Diagnostic) -> bool) -> Self {
        let chosen: Vec<&Diagnostic> = findings
            .diagnostics
            .iter()
            .filter(|finding| wanted(finding))
            .collect();
        let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
        for finding in &chosen {
            *counts.entry(finding.kind.code).or_default() += 1;
        }
        let mut unkept = 0_usize;
        for (code, count) in &mut counts {
            let all = findings.counts.get(code).copied().unwrap_or(0);
            if all > KEPT_PER_KIND {
                unkept = unkept.saturating_add(all.saturating_sub(*count));
                *count = all.max(*count);
            }
        }
        Self {
            severities: count_by_severity(&chosen, &counts),
            findings: chosen,
            omitted_count: unkept,
            withheld: findings.suppressed,
            counts,
        }
    }

    /// How many findings have a mend, those that are certain or those that a person should choose.
    pub fn fixable_count(&self, applicability: Applicability) -> usize {
        let fixes = self.findings.iter().filter_map(|found| found.fix.as_ref());
        fixes
            .filter(|fix| fix.applicability == applicability)
            .count()
    }

    /// Whether something has at least this severity.
    pub fn has_severity(&self, severity: Severity) -> bool {
        self.severities.range(..=severity).next().is_some()
    }
}

fn count_by_severity(
    findings: &[&Diagnostic],
    counts: &BTreeMap<&'static str, usize>,
) -> BTreeMap<Severity, usize> {
    let mut severities = BTreeMap::new();
    let mut seen = Vec::new();
    for finding in findings {
        if !seen.contains(&finding.kind.code) {
            seen.push(finding.kind.code);
            let count = counts.get(finding.kind.code).copied().unwrap_or(0);
            *severities.entry(finding.kind.severity).or_insert(0_usize) += count;
        }
    }
    severities
}
