//! Paths in a journal that can be opened: included files and documents.

use super::journal_view::JournalView;
use crate::syntax::keyword::Keyword;
use crate::text::source::Source;
use crate::text::span::Span;
use crate::value::key_name::KeyName;
use std::path::PathBuf;

/// A path in the text, and the file it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileLink {
    /// Where the path stands.
    pub span: Span,
    /// The file, from the same beginning as the path of the journal.
    pub target: PathBuf,
}

/// The links of a file. A pattern of several files, and an address of the web, are none.
pub fn file_links(view: &JournalView<'_>, source: &Source) -> Vec<FileLink> {
    let folder = source.path.parent().unwrap_or(std::path::Path::new(""));
    let entries = view.entries_of(source);
    let spans = entries.iter().flat_map(|entry| {
        let included = entry.first_word().map(|path| path.span);
        let included = included.filter(|_| entry.directive.keyword == Keyword::Include);
        let documents = entry.details(KeyName::Document).map(|detail| detail.value);
        included.into_iter().chain(documents)
    });
    let links = spans.filter_map(|span| {
        let path = view.slice(span).trim();
        let is_path = !path.is_empty() && !path.contains(['*', '?', '[']) && !path.contains("://");
        is_path.then(|| FileLink {
            span,
            target: folder.join(path),
        })
    });
    links.collect()
}
