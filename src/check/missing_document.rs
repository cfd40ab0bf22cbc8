//! I006: a document that is not where the journal says.

use super::shared::check_input::CheckInput;
use crate::journal::document_path::is_path;
use crate::text::diagnostic::Sink;
use crate::text::source::Source;
use crate::text::span::Span;
use memchr::memmem::Finder;
use std::path::Path;

crate::check_rule! {
    "I006" "missing-document" Warning, needs None, page "missing_document.md", Journal(run)
}

const DOCUMENT_KEY: &[u8] = b"document:";

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let pages = input.journal_text;
    if !input.day.journal.has_documents || pages.sources.reload_texts(pages.files).is_err() {
        return;
    }
    let finder = Finder::new(DOCUMENT_KEY);
    let mut missing: Vec<(Span, &str)> = Vec::new();
    for source in pages.sources.as_slice() {
        for (span, path) in document_paths(source, &finder) {
            let folder = source.path.parent().unwrap_or(Path::new(""));
            match pages.files.canonicalize(&folder.join(path)) {
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                    missing.push((span, path));
                }
                Ok(_) | Err(_) => {}
            }
        }
    }
    for (span, path) in missing {
        sink.push_with(&KIND, || {
            KIND.at(span, format!("expected a file, found none at {path}"))
                .help("mend the path, which is relative to this file, or put the document there")
        });
    }
}

/// The values of `document:` lines that look like paths.
fn document_paths<'s>(
    source: &'s Source,
    finder: &'s Finder<'_>,
) -> impl Iterator<Item = (Span, &'s str)> {
    let bytes = source.bytes();
    finder.find_iter(bytes).filter_map(move |at| {
        let before = bytes.get(..at)?;
        let indent = before
            .iter()
            .rev()
            .take_while(|byte| matches!(byte, b' ' | b'\t'))
            .count();
        let line_start = before.len().checked_sub(indent)?;
        if indent == 0 || line_start.checked_sub(1).and_then(|end| before.get(end)) != Some(&b'\n')
        {
            return None;
        }
        let start = at.checked_add(DOCUMENT_KEY.len())?;
        let rest = bytes.get(start..)?;
        let line = rest.get(..memchr::memchr(b'\n', rest).unwrap_or(rest.len()))?;
        let line = std::str::from_utf8(line).ok()?;
        let path = line.trim();
        let lead = line.len().checked_sub(line.trim_start().len())?;
        let start = u32::try_from(start.checked_add(lead)?)
            .ok()?
            .checked_add(source.base)?;
        let end = start.checked_add(u32::try_from(path.len()).ok()?)?;
        is_path(path).then_some((Span::new(start, end), path))
    })
}
