//! The last lines of a check: how much was found, how much of it can be mended, what waits.

use super::selected_findings::SelectedFindings;
use crate::text::diagnostic::{Applicability, Severity};

/// The lines below the findings; `file` is the root file, `shown` how many findings stand above.
pub fn write(verdict: &SelectedFindings<'_>, file: &str, shown: usize, output: &mut String) {
    let more = verdict
        .findings
        .len()
        .saturating_sub(shown)
        .saturating_add(verdict.omitted_count);
    if more > 0 {
        push_line(output, format_args!("and {more} more"));
    }
    if verdict.severities.is_empty() {
        push_line(output, format_args!("{file}: no findings"));
    } else {
        push_line(
            output,
            format_args!("{file}: {}", format_severity_counts(verdict)),
        );
    }
    let certain = verdict.fixable_count(Applicability::Safe);
    let choices = verdict.fixable_count(Applicability::Unsafe);
    if certain > 0 {
        push_line(
            output,
            format_args!("{certain} can be mended by `check --fix`"),
        );
    }
    if choices > 0 {
        push_line(
            output,
            format_args!("{choices} with a mend to choose: `check --diff --unsafe-fixes`"),
        );
    }
    let decisions = verdict.fixable_count(Applicability::Decision);
    if decisions > 0 {
        push_line(
            output,
            format_args!(
                "{decisions} with a mend that decides something, one line at a time: `check --fix --at LINE`"
            ),
        );
    }
    if verdict.withheld > 0 {
        let waiting = match verdict.withheld {
            1 => "1 finding is".to_owned(),
            many => format!("{many} findings are"),
        };
        let mut counts = verdict.severities.iter();
        let mended = match counts.find(|(severity, _)| **severity == Severity::Error) {
            Some((_, 1)) => "this error is mended",
            _ => "these errors are mended",
        };
        push_line(output, format_args!("{waiting} held back until {mended}"));
    }
}

/// `2 errors, 1 warning`.
pub fn format_severity_counts(verdict: &SelectedFindings<'_>) -> String {
    let words: Vec<String> = verdict
        .severities
        .iter()
        .map(|(severity, count)| format_severity_count(*severity, *count))
        .collect();
    words.join(", ")
}

fn format_severity_count(severity: Severity, count: usize) -> String {
    let word = match (severity, count) {
        (Severity::Error | Severity::Warning, 2..) => format!("{}s", severity.word()),
        (Severity::Style, _) => "of style".to_owned(),
        _ => severity.word().to_owned(),
    };
    format!("{count} {word}")
}

fn push_line(output: &mut String, words: std::fmt::Arguments<'_>) {
    output.push_str(&words.to_string());
    output.push('\n');
}
