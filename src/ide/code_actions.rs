//! What can be done about what stands at a place: the mends of `check`, and entries that come next.

use super::editor_action::{ActionKind, EditorAction};
use super::journal_view::JournalView;
use super::proposed_entries::proposed_entries;
use super::sort_entries::sort_entries;
use crate::language::message_text::message_text;
use crate::text::diagnostic::{Applicability, Diagnostic};
use crate::text::edit::Edit;
use crate::text::source::Source;
use crate::text::span::Span;

/// What can be done at a span of a file.
pub fn code_actions<'a>(
    view: &JournalView<'a>,
    source: &Source,
    span: Span,
) -> Vec<EditorAction<'a>> {
    let mut actions = mends(view, span);
    actions.extend(proposed_entries(view, source, span.origin()));
    actions.extend(sort_action(source));
    actions
}

/// The mends of the findings at a span.
fn mends<'a>(view: &JournalView<'a>, span: Span) -> Vec<EditorAction<'a>> {
    let findings = view.outcome.findings.diagnostics.iter();
    let here = findings.filter(|finding| {
        let place = finding.primary.span;
        place.start <= span.end && span.start <= place.end
    });
    here.filter_map(mend).collect()
}

fn mend(finding: &Diagnostic) -> Option<EditorAction<'_>> {
    let fix = finding.fix.as_ref()?;
    let help = finding.help.as_ref().map(message_text);
    let title = match help {
        Some(help) => format!("{}: {help}", finding.kind.code),
        None => format!("{}: {}", finding.kind.code, finding.kind.name),
    };
    Some(EditorAction {
        title,
        kind: ActionKind::Mend,
        edits: fix.edits.clone(),
        finding: Some(finding),
        is_certain: fix.applicability == Applicability::Safe,
    })
}

/// Sorting the file by date, where that changes something.
fn sort_action<'a>(source: &Source) -> Option<EditorAction<'a>> {
    let text = JournalView::text(source);
    let sorted = sort_entries(text);
    let whole = Span::new(source.base, source.end());
    (sorted != text).then(|| EditorAction {
        title: "Sort the entries of this file by date".to_owned(),
        kind: ActionKind::File,
        edits: vec![Edit::replace(whole, sorted)],
        finding: None,
        is_certain: true,
    })
}
