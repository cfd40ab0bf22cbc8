//! Copies of the documents that entries name, under names that are safe anywhere.

use crate::cli::command_context::CommandContext;
use crate::cli::escape;
use crate::cli::exit::Failure;
use crate::cli::files::documents::{DocumentFolder, DocumentLocation};
use crate::cli::files::named_file::NamedFile;
use crate::journal::document_path::is_path;
use crate::report::dossier::{CopyOutcome, NamedDocument};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The folder of documents inside the dossier.
pub const DOCUMENTS_FOLDER: &str = "documents";
/// Longer names are cut: some disks take no more than 255 bytes, and a number must fit.
const MAX_NAME_BYTES: usize = 100;

/// Documents, each with what became of it, and the copies.
#[derive(Debug, Default)]
pub struct DocumentCopies {
    /// What became of each document, for the list of documents.
    pub outcomes: Vec<(NamedDocument, CopyOutcome)>,
    /// The copies.
    pub files: Vec<NamedFile>,
    used_names: BTreeSet<String>,
    copied_names: BTreeMap<PathBuf, String>,
}

impl DocumentCopies {
    /// Reads the documents. One that leads outside the folder of the journal is refused, and nothing is copied.
    pub fn copy_documents(
        named: Vec<NamedDocument>,
        context: &CommandContext,
    ) -> Result<Self, Failure> {
        let mut copies = Self::default();
        if named.is_empty() {
            return Ok(copies);
        }
        let root = context
            .roots
            .files
            .first()
            .map_or(Path::new(""), PathBuf::as_path);
        let documents = DocumentFolder::for_journal(root, context.roots.directory.as_deref())
            .map_err(|error| Failure::file_error("read the folder of", root, error))?;
        for named in named {
            let outcome = copies.copy_outcome(&named, &documents, context)?;
            copies.outcomes.push((named, outcome));
        }
        Ok(copies)
    }

    fn copy_outcome(
        &mut self,
        named: &NamedDocument,
        documents: &DocumentFolder,
        context: &CommandContext,
    ) -> Result<CopyOutcome, Failure> {
        let document = &named.document;
        if document.contains("://") {
            return Ok(CopyOutcome::Elsewhere);
        }
        // Words about where the paper lies may also be the name of a file, with blanks in it.
        let (absent, words) = if is_path(document) {
            (CopyOutcome::Missing, false)
        } else {
            (CopyOutcome::Elsewhere, true)
        };
        match documents.locate(Path::new(&*named.quote.file), document) {
            Ok(DocumentLocation::Outside) => Err(outside_failure(named)),
            Ok(DocumentLocation::Found(found)) if !words || found.is_file() => Ok(
                CopyOutcome::Copied(self.copy_document(document, found, context)?),
            ),
            Err(error) if !words => Err(Failure::file_error("read", Path::new(document), error)),
            _ => Ok(absent),
        }
    }

    /// The name of the copy; a file that several entries name is copied once.
    fn copy_document(
        &mut self,
        document: &str,
        found: PathBuf,
        context: &CommandContext,
    ) -> Result<String, Failure> {
        if let Some(name) = self.copied_names.get(&found) {
            return Ok(name.clone());
        }
        let bytes = context.disk.read_file(&found);
        let bytes =
            bytes.map_err(|error| Failure::file_error("read", Path::new(document), error))?;
        let name = format!(
            "{DOCUMENTS_FOLDER}/{}",
            unique_name(&safe_file_name(document), &mut self.used_names)
        );
        self.copied_names.insert(found, name.clone());
        self.files.push(NamedFile {
            name: name.clone(),
            bytes,
        });
        Ok(name)
    }

    /// What is to be said of documents that are missing.
    pub fn missing_notices(&self) -> Vec<String> {
        let missing = self
            .outcomes
            .iter()
            .filter(|(_, outcome)| *outcome == CopyOutcome::Missing);
        let said = missing.map(|(named, _)| {
            let (document, place) = (escape::escape_line(&named.document), format_source(named));
            format!("missing: {document} ({place}); documents.txt lists it\n")
        });
        said.collect()
    }
}

fn format_source(named: &NamedDocument) -> String {
    format!(
        "{}:{}",
        escape::escape_path(Path::new(&*named.quote.file)),
        named.quote.line
    )
}

fn outside_failure(named: &NamedDocument) -> Failure {
    Failure::findings(format!(
        "expected a document below the folder of the journal, found {} ({})",
        named.document,
        format_source(named)
    ))
    .with_help("put a copy below that folder and mend the path, which is relative to the file it stands in")
}

/// A path as one name: letters and digits of any script, `.`, `_` and `-`; anything else is `-`. It never begins
/// with a point, and its end stays when it is cut.
fn safe_file_name(document: &str) -> String {
    let kept = |sign: char| {
        if sign.is_alphanumeric() || matches!(sign, '.' | '_' | '-') {
            sign
        } else {
            '-'
        }
    };
    let name: String = document.chars().map(kept).collect();
    let name = name.trim_start_matches(['.', '-']);
    let mut room = MAX_NAME_BYTES;
    let end: Vec<char> = name
        .chars()
        .rev()
        .take_while(|sign| match room.checked_sub(sign.len_utf8()) {
            Some(left) => {
                room = left;
                true
            }
            None => false,
        })
        .collect();
    let end: String = end.into_iter().rev().collect();
    match end.trim_start_matches(['.', '-']) {
        "" => "document".to_owned(),
        end => end.to_owned(),
    }
}

/// The name, or with a number before its extension where it was given out before; some disks know no capitals.
fn unique_name(name: &str, names: &mut BTreeSet<String>) -> String {
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => (stem, format!(".{extension}")),
        _ => (name, String::new()),
    };
    let mut chosen = name.to_owned();
    let mut count = 1_usize;
    while !names.insert(chosen.to_lowercase()) {
        count = count.saturating_add(1);
        chosen = format!("{stem}-{count}{extension}");
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::{MAX_NAME_BYTES, safe_file_name, unique_name};
    use std::collections::BTreeSet;

    #[test]
    fn names_are_harmless_and_unlike() {
        let mut names = BTreeSet::new();
        let mut give = |document: &str| unique_name(&safe_file_name(document), &mut names);
        assert_eq!(give("contracts/jansen.pdf"), "contracts-jansen.pdf");
        assert_eq!(give("Contracts-Jansen.pdf"), "Contracts-Jansen-2.pdf");
        assert_eq!(give("../.ssh/id.pem"), "ssh-id.pem");
        assert_eq!(give("a\u{202e}b\\c:d\n.pdf"), "a-b-c-d-.pdf");
        assert_eq!(give("één.pdf"), "één.pdf");
        assert_eq!(give("..."), "document");
        let long = give(&format!("{}.pdf", "é".repeat(300)));
        assert!(
            long.len() <= MAX_NAME_BYTES && long.ends_with("é.pdf"),
            "{long}"
        );
    }
}
