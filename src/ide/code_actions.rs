//! What can be done about what stands at a place: the mends of `check`, and entries that come next.

use super::customer_declaration::declare_customer;
use super::due_letters::letter_actions;
use super::editor_action::{ActionEffect, ActionKind, EditorAction};
use super::journal_view::JournalView;
use super::note_entries::entries_from_note;
use super::payment_entry::payment_action;
use super::payment_placement::place_payment;
use super::sort_entries::sort_entries;
use crate::language::message_text::message_text;
use crate::text::diagnostic::{Applicability, Diagnostic};
use crate::text::edit::Edit;
use crate::text::source::Source;
use crate::text::span::Span;

/// What can be done at a span of a file. What a mend does too is offered once, in its place among its like.
/// What is done to the whole file is only looked for where it is asked for: that takes long for a big one.
pub fn code_actions<'a>(
    view: &JournalView<'a>,
    source: &Source,
    span: Span,
    with_file: bool,
) -> Vec<EditorAction<'a>> {
    let mut actions = mends(view, span);
    let mut more: Vec<EditorAction<'a>> = Vec::new();
    if let Some(entry) = view.entry_at(span.origin()) {
        more.extend(place_payment(view, &entry));
        more.extend(entries_from_note(view, source, &entry));
        if let Some((target, _)) = view.target_in(&entry, span.origin()) {
            more.extend(payment_action(view, source, &target));
            more.extend(letter_actions(view, source, &target));
            more.extend(declare_customer(view, &entry, &target));
        }
    }
    if with_file {
        more.extend(sort_action(source));
    }
    for action in &mut more {
        let same = actions.iter().position(|mend| mend.effect == action.effect);
        if let Some(place) = same {
            let mend = actions.remove(place);
            (action.kind, action.finding) = (mend.kind, mend.finding);
        }
    }
    actions.extend(more);
    actions
}

/// The mends of the findings at a span.
fn mends<'a>(view: &JournalView<'a>, span: Span) -> Vec<EditorAction<'a>> {
    let findings = view.findings.diagnostics.iter();
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
        effect: ActionEffect::Change(fix.edits.clone()),
        finding: Some(finding),
        is_certain: fix.applicability == Applicability::Safe,
    })
}

/// Sorting the file by date, where that changes something.
fn sort_action<'a>(source: &Source) -> Option<EditorAction<'a>> {
    let text = JournalView::text(source);
    let sorted = sort_entries(text);
    if sorted == text {
        return None;
    }
    let place = |at: usize| {
        source
            .base
            .saturating_add(u32::try_from(at).unwrap_or(u32::MAX))
    };
    let (from, to, lines) = changed_lines(text, &sorted);
    let edit = Edit::replace(Span::new(place(from), place(to)), lines);
    Some(EditorAction {
        title: "Sort the entries of this file by date".to_owned(),
        kind: ActionKind::File,
        effect: ActionEffect::Change(vec![edit]),
        finding: None,
        is_certain: true,
    })
}

/// From where to where the lines of a text are others than those of a new one, and what stands there in the new one.
fn changed_lines<'n>(text: &str, new: &'n str) -> (usize, usize, &'n str) {
    let pairs = text.split_inclusive('\n').zip(new.split_inclusive('\n'));
    let same = pairs.take_while(|(before, after)| before == after);
    let start: usize = same.map(|(line, _)| line.len()).sum();
    let (old_rest, new_rest) = (text.get(start..), new.get(start..));
    let (old_rest, new_rest) = (old_rest.unwrap_or_default(), new_rest.unwrap_or_default());
    let old_lines = old_rest.split_inclusive('\n').rev();
    let pairs = old_lines.zip(new_rest.split_inclusive('\n').rev());
    let same = pairs.take_while(|(before, after)| before == after);
    let end: usize = same.map(|(line, _)| line.len()).sum();
    let lines = new_rest.get(..new_rest.len().saturating_sub(end));
    (
        start,
        text.len().saturating_sub(end),
        lines.unwrap_or_default(),
    )
}
