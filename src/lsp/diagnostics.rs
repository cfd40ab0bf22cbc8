//! The findings of `check` as messages for an editor, file by file.

use super::protocol::{
    Code, Diagnostic, DiagnosticMessage, DiagnosticRelatedInformation, DiagnosticSeverity,
    DiagnosticTag, PublishDiagnosticsParams, Uri,
};
use super::request_context::{RequestContext, ViewedJournal};
use crate::check::{unused_allow, unused_declaration};
use crate::language::message_text::message_text;
use crate::text::diagnostic::{Diagnostic as Finding, DiagnosticKind, Severity};
use std::collections::BTreeMap;

/// What the editor shows of the program.
pub const SOURCE: &str = "tegoed";

/// The findings of a journal for each of its files; those of a file without any are empty.
pub fn diagnostics_by_file(
    context: &RequestContext<'_, '_>,
    journal: &ViewedJournal<'_>,
) -> Vec<PublishDiagnosticsParams> {
    let sources = &journal.view.outcome.sources;
    let mut by_file: BTreeMap<u32, Vec<Diagnostic>> = BTreeMap::new();
    for source in sources.as_slice() {
        by_file.insert(source.base, Vec::new());
    }
    for finding in &journal.view.findings.diagnostics {
        let source = sources.source(finding.primary.span.origin());
        let told = source.zip(to_diagnostic(context, journal, finding));
        if let Some((source, told)) = told {
            by_file.entry(source.base).or_default().push(told);
        }
    }
    let files = sources.as_slice().iter();
    let each = files.map(|source| {
        let uri = context.uri_of(source);
        PublishDiagnosticsParams {
            version: version_of(context, &uri),
            diagnostics: by_file.remove(&source.base).unwrap_or_default(),
            uri,
        }
    });
    each.collect()
}

fn version_of(context: &RequestContext<'_, '_>, uri: &Uri) -> Option<i32> {
    context.documents.find(uri).map(|document| document.version)
}

/// A finding as the editor shows it; `None` where its place is in no file.
pub fn to_diagnostic(
    context: &RequestContext<'_, '_>,
    journal: &ViewedJournal<'_>,
    finding: &Finding,
) -> Option<Diagnostic> {
    let related = finding.related.iter().filter_map(|label| {
        let message = label.note.as_ref().map(message_text).unwrap_or_default();
        Some(DiagnosticRelatedInformation {
            location: context.location(journal, label.span)?,
            message: message.into_owned(),
        })
    });
    let related: Vec<_> = related.collect();
    let tag = tag(finding.kind).filter(|_| context.client.has_diagnostic_tags);
    Some(Diagnostic {
        range: context.range(journal, finding.primary.span)?,
        severity: Some(severity(finding.kind.severity)),
        code: Some(Code::from(finding.kind.code.to_owned())),
        source: Some(SOURCE.to_owned()),
        message: DiagnosticMessage::from(words(finding)),
        tags: tag.map(|tag| vec![tag]),
        related_information: (!related.is_empty()).then_some(related),
        ..Diagnostic::default()
    })
}

/// What `check` says: the message, the words beside the underline, and what to do.
fn words(finding: &Finding) -> String {
    let mut words = message_text(&finding.message).into_owned();
    if let Some(note) = &finding.primary.note {
        words.push_str(" (");
        words.push_str(&message_text(note));
        words.push(')');
    }
    if let Some(help) = &finding.help {
        words.push_str("\nhelp: ");
        words.push_str(&message_text(help));
    }
    words
}

/// How the words that a finding is about are drawn. What does nothing is faint. None is struck through: no spelling of a
/// journal is read and discouraged, and a figure that is struck through looks as if it were taken back.
fn tag(kind: &DiagnosticKind) -> Option<DiagnosticTag> {
    let does_nothing = [&unused_allow::KIND, &unused_declaration::KIND];
    does_nothing
        .contains(&kind)
        .then_some(DiagnosticTag::Unnecessary)
}

const fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::Error,
        Severity::Warning => DiagnosticSeverity::Warning,
        Severity::Advice => DiagnosticSeverity::Information,
        Severity::Style => DiagnosticSeverity::Hint,
    }
}
