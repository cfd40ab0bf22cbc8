//! I007: a document whose bytes are no longer those that were sent.

use super::shared::check_input::CheckInput;
use crate::journal::document_path::is_path;
use crate::text::diagnostic::Sink;
use crate::text::sha256::sha256_hex;
use crate::text::source::Source;
use crate::text::span::Span;
use memchr::memmem::Finder;
use std::io::Read;
use std::path::Path;

crate::check_rule! {
    "I007" "document-changed" Warning, needs None, page "document_changed.md", Journal(run)
}

const FINGERPRINT_KEY: &str = "x-sha256:";
const DOCUMENT_KEY: &str = "document:";

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let pages = input.journal_text;
    if !input.day.journal.has_documents || pages.sources.reload_texts(pages.files).is_err() {
        return;
    }
    let finder = Finder::new(FINGERPRINT_KEY.as_bytes());
    for source in pages.sources.as_slice() {
        for fingerprint in fingerprints(source, &finder) {
            let folder = source.path.parent().unwrap_or(Path::new(""));
            let mut bytes = Vec::new();
            let read = pages.files.open(&folder.join(fingerprint.document));
            let read = read.and_then(|mut file| file.read_to_end(&mut bytes));
            // A document that is not there is told by I006.
            if read.is_err() || sha256_hex(&bytes).eq_ignore_ascii_case(fingerprint.written) {
                continue;
            }
            sink.push(
                KIND.at(
                    fingerprint.span,
                    format!(
                        "expected {} as it was when this was written, found other bytes",
                        fingerprint.document
                    ),
                )
                .help("put back the copy that was sent; what is no copy of it proves nothing"),
            );
        }
    }
}

/// The fingerprint of a document, as written below it.
struct Fingerprint<'s> {
    document: &'s str,
    written: &'s str,
    span: Span,
}

/// The `x-sha256:` lines of a file whose entry names exactly one document before them that is a path.
fn fingerprints<'s>(
    source: &'s Source,
    finder: &'s Finder<'_>,
) -> impl Iterator<Item = Fingerprint<'s>> {
    let text = std::str::from_utf8(source.bytes()).unwrap_or_default();
    finder.find_iter(source.bytes()).filter_map(move |at| {
        let (before, rest) = text.split_at_checked(at)?;
        let line = before.rfind('\n').map_or(before, |end| {
            before.get(end.saturating_add(1)..).unwrap_or_default()
        });
        if line.is_empty() || !line.chars().all(|c| c == ' ' || c == '\t') {
            return None;
        }
        let value = rest.get(FINGERPRINT_KEY.len()..)?.lines().next()?;
        let written = value.trim();
        let lead = value.len().checked_sub(value.trim_start().len())?;
        let start = at.checked_add(FINGERPRINT_KEY.len())?.checked_add(lead)?;
        let start = u32::try_from(start).ok()?.checked_add(source.base)?;
        let end = start.checked_add(u32::try_from(written.len()).ok()?)?;
        let details = before.lines().rev().skip(1);
        let details = details.take_while(|line| line.starts_with([' ', '\t']));
        let mut documents = details.filter_map(|line| line.trim().strip_prefix(DOCUMENT_KEY));
        let document = documents.next()?.trim();
        (documents.next().is_none() && is_path(document)).then(|| Fingerprint {
            document,
            written,
            span: Span::new(start, end),
        })
    })
}
