//! One line a finding, as editors and `grep` like it: `file:line:column: error[S001] unknown-keyword: words`.

use crate::cli::escape;
use crate::language::message_text::message_text;
use crate::text::diagnostic::Diagnostic;
use crate::text::source::Sources;
use std::fmt::Write;

/// Writes the line of one finding.
pub fn write(finding: &Diagnostic, sources: &Sources, output: &mut String) {
    if let Some((source, position)) = sources.locate(finding.primary.span.origin()) {
        let path = source.path.to_string_lossy();
        // Writing to a string cannot fail.
        let _done = write!(
            output,
            "{}:{}:{}: ",
            escape::escape_line(&path),
            position.line,
            position.column
        );
    }
    let kind = finding.kind;
    let words = message_text(&finding.message);
    let message = escape::escape_message(&words);
    let severity = kind.severity.word();
    let _done = writeln!(output, "{severity}[{}] {}: {message}", kind.code, kind.name);
}
