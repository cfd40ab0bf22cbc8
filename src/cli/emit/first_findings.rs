//! The first findings of many, drawn one below the other for people.

use super::finding_printer::FindingPrinter;
use super::selected_findings::SelectedFindings;
use super::summary;
use crate::cli::output::terminal_width;
use crate::render::medium::TerminalStyle;
use crate::text::diagnostic::Diagnostic;
use crate::text::source::Sources;

/// Draws findings, each with its place in the text.
pub fn draw_findings<'d>(
    findings: impl Iterator<Item = &'d Diagnostic>,
    sources: &Sources,
    style: TerminalStyle,
) -> String {
    let printer = FindingPrinter::new(sources, style, terminal_width());
    let mut words = String::new();
    for finding in findings {
        printer.write_finding(finding, &mut words);
        words.push('\n');
    }
    words
}

/// Draws the first findings, and says below them how many there are; `file` is the root file.
pub fn draw_first_findings(
    verdict: &SelectedFindings<'_>,
    most: usize,
    sources: &Sources,
    file: &str,
    style: TerminalStyle,
) -> String {
    let first = verdict.findings.iter().copied().take(most);
    let mut words = draw_findings(first, sources, style);
    summary::write(verdict, file, verdict.findings.len().min(most), &mut words);
    words
}
