//! The outline of a file: its headings, and the entries under each.

use super::journal_view::JournalView;
use super::navigation::declared_name;
use crate::syntax::entry::{Entry, SourceText};
use crate::syntax::lines::{SourceLineKind, lines};
use crate::syntax::table::DirectiveKind;
use crate::text::source::Source;
use crate::text::span::Span;
use crate::value::key_name::KeyName;

/// What an outline names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutlineKind {
    /// A heading.
    Heading,
    /// A declaration: a customer, a policy, the business.
    Declaration,
    /// An invoice or another entry that moves money.
    Money,
    /// A contact, a letter, a promise and the like.
    Contact,
}

/// One line of an outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineItem {
    /// What it is.
    pub kind: OutlineKind,
    /// Its words: the header without its free text.
    pub name: String,
    /// The free text behind the bar; empty where there is none.
    pub detail: String,
    /// How many `#` a heading has; 0 for entries.
    pub level: usize,
    /// All its lines.
    pub span: Span,
    /// Its first line.
    pub header: Span,
}

/// The outline of a file, in the order of its text. Places count through all files.
pub fn outline(view: &JournalView<'_>, source: &Source) -> Vec<OutlineItem> {
    let mut items = headings(source);
    let entries = view.entries_of(source);
    items.extend(entries.iter().map(|entry| entry_item(view, entry)));
    items.sort_by_key(|item| item.span.start);
    items
}

/// The customers, policies and invoices of all files whose name or text contains some letters.
pub fn find_symbols(view: &JournalView<'_>, letters: &str) -> Vec<OutlineItem> {
    let letters = letters.to_lowercase();
    let declared = view
        .entries()
        .filter(|entry| declared_name(entry).is_some());
    let items = declared.map(|entry| entry_item(view, &entry));
    let fits = |item: &OutlineItem| {
        item.name.to_lowercase().contains(&letters) || item.detail.to_lowercase().contains(&letters)
    };
    items.filter(fits).collect()
}

fn entry_item(view: &JournalView<'_>, entry: &Entry) -> OutlineItem {
    let header = view.slice(entry.header);
    let name = header.split('|').next().unwrap_or(header).trim_end();
    let text = entry.text.map(|text| view.slice(text));
    let kind = match entry.directive.kind {
        DirectiveKind::Declaration | DirectiveKind::Root => OutlineKind::Declaration,
        DirectiveKind::Money => OutlineKind::Money,
        DirectiveKind::Contact => OutlineKind::Contact,
    };
    let named = match kind {
        OutlineKind::Declaration => declared_title(view, entry),
        _ => None,
    };
    OutlineItem {
        kind,
        name: name.to_owned(),
        detail: named.or(text).unwrap_or_default().to_owned(),
        level: 0,
        span: entry.span,
        header: entry.header,
    }
}

/// What a declaration says under `name:`.
fn declared_title<'a>(view: &JournalView<'a>, entry: &Entry) -> Option<&'a str> {
    let mut names = entry.details(KeyName::Name);
    names.next().map(|detail| view.slice(detail.value).trim())
}

/// The headings of a file; each reaches to the next one of its level or above.
fn headings(source: &Source) -> Vec<OutlineItem> {
    let text = SourceText {
        str: JournalView::text(source),
        base: source.base,
    };
    let all = lines(text).filter(|line| line.kind == SourceLineKind::Heading);
    let mut items: Vec<OutlineItem> = all
        .map(|line| {
            let level = line.text.bytes().take_while(|byte| *byte == b'#').count();
            OutlineItem {
                kind: OutlineKind::Heading,
                name: line.text.trim_start_matches('#').trim().to_owned(),
                detail: String::new(),
                level,
                span: Span::new(line.span().start, source.end()),
                header: line.span(),
            }
        })
        .collect();
    let mut open: Vec<(usize, u32)> = Vec::new();
    for item in items.iter_mut().rev() {
        open.retain(|(level, _)| *level <= item.level);
        // The nearest heading behind it that does not belong to it.
        if let Some((_, start)) = open.last() {
            item.span.end = (*start).max(item.header.end);
        }
        open.push((item.level, item.span.start));
    }
    items.retain(|item| !item.name.is_empty());
    items
}
