//! A new name for an invoice, a customer or a policy, wherever it is named.

use super::journal_view::{JournalView, MentionTarget};
use super::mention::{MentionKind, mentions_in};
use super::navigation::find_names;
use crate::syntax::dialect::Dialect;
use crate::syntax::journal_file::JournalFile;
use crate::text::edit::Edit;
use crate::text::span::{Origin, Span};

/// What can be renamed at a place: where its name stands, and the name.
pub fn renamable_name(view: &JournalView<'_>, place: Origin) -> Option<(Span, String)> {
    let (_, mention) = view.target_at(place)?;
    let span = mention.name_span();
    Some((span, view.slice(span).to_owned()))
}

/// The edits that rename what stands at a place, in all files.
///
/// # Errors
/// Nothing there has a name, the new one is none, or something else has it already: one sentence that says so.
pub fn rename(view: &JournalView<'_>, place: Origin, new: &str) -> Result<Vec<Edit>, String> {
    let nothing = || "expected an invoice, a customer or a policy here, found none".to_owned();
    let (target, mention) = view.target_at(place).ok_or_else(nothing)?;
    let bare = new.trim();
    let bare = bare.strip_prefix(sigil(mention.kind)).unwrap_or(bare);
    if !is_name(mention.kind, bare) {
        return Err(format!("expected {}, found `{new}`", wanted(mention.kind)));
    }
    let taken = view.target_of(mention.kind, bare);
    let taken = taken.filter(|other| *other != target && is_used(view, other));
    if taken.is_some() {
        let sigil = sigil(mention.kind);
        return Err(format!("`{sigil}{bare}` is in the journal already"));
    }
    let names = find_names(view, &target).into_iter();
    Ok(names
        .map(|name| Edit::replace(name.mention.name_span(), bare))
        .collect())
}

fn is_used(view: &JournalView<'_>, target: &MentionTarget) -> bool {
    !find_names(view, target).is_empty()
}

const fn sigil(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Invoice => "#",
        MentionKind::Customer => "@",
        MentionKind::Policy => "",
    }
}

const fn wanted(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Invoice => "the number of an invoice such as #2026-001",
        MentionKind::Customer => "a customer such as @jansen",
        MentionKind::Policy => "the name of a policy such as standard",
    }
}

/// Whether the reader takes a name: asked of the reader itself.
fn is_name(kind: MentionKind, name: &str) -> bool {
    let entry = match kind {
        MentionKind::Invoice => format!("2026-01-05 note #{name} | x\n"),
        MentionKind::Customer => format!("2026-01-05 note @{name} | x\n"),
        MentionKind::Policy => format!("policy {name}\n"),
    };
    let file = JournalFile::read(entry, &[], Dialect::default());
    let names = file.entries().first().map(mentions_in);
    let is_whole = |span: Span| file.slice(span) == name;
    let names = names.unwrap_or_default();
    file.findings().diagnostics.is_empty()
        && names
            .iter()
            .any(|it| it.kind == kind && is_whole(it.name_span()))
}
