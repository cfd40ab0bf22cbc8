//! What goes with a letter: copies of the invoices, the terms agreed, what was written before.

use super::contact_history::ContactHistory;
use super::invoice_lines::{LetterLine, quoted_documents};
use super::letter_kind::LetterKind;
use crate::document::letter::Enclosure;
use crate::journal::model::{Journal, PolicyIx};
use crate::journal::source_lookup::{EntryQuote, SourceLookup};
use crate::language::phrases::Language;
use crate::letter::schedule::PlannedLetter;
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

/// Finds what goes with letters.
pub struct EnclosureFinder<'a, 'j> {
    /// What the journal means.
    pub journal: &'j Journal,
    /// Where entries are looked up.
    pub source_lookup: &'a dyn SourceLookup,
    /// What went before.
    pub contact_history: &'a ContactHistory<'j>,
    /// The folder of the root file, as it was named.
    pub root_folder: PathBuf,
}

impl<'a, 'j> EnclosureFinder<'a, 'j> {
    /// The cabinet of a journal.
    pub fn new(
        journal: &'j Journal,
        archive: &'a dyn SourceLookup,
        past: &'a ContactHistory<'j>,
    ) -> Self {
        let root = archive.source_files().into_iter().next();
        let folder = root.and_then(|root| Some(Path::new(&root.file).parent()?.to_owned()));
        Self {
            journal,
            source_lookup: archive,
            contact_history: past,
            root_folder: folder.unwrap_or_default(),
        }
    }

    /// What goes with a letter: from the first reminder on the invoices, from the demand on the terms agreed, and with
    /// the last letter what was written before.
    pub fn find_enclosures(
        &self,
        letter: &PlannedLetter<'_, 'j>,
        lines: &[LetterLine<'_>],
        language: &Language,
    ) -> Vec<Enclosure> {
        let label = &language.phrases.letter.label;
        let form = letter.kind;
        let mut found: Vec<Enclosure> = Vec::new();
        if form >= LetterKind::Reminder {
            for line in lines {
                self.add_files(
                    &mut found,
                    &(label.copy)(line.number),
                    &line.particulars.documents,
                );
            }
        }
        if form >= LetterKind::Demand {
            for event in self.contact_history.agreements(letter.customer) {
                let own = quoted_documents(&self.source_lookup.quote_entry(event.origin));
                self.add_files(&mut found, label.agreement, &own);
            }
            for policy in self.policies_with_documents(lines) {
                self.add_files(&mut found, label.policy, &quoted_documents(&policy));
            }
        }
        if form >= LetterKind::Final {
            let sent = self.contact_history.collection_attempts(letter).into_iter();
            for event in sent.filter(|event| event.sent_letter().is_some()) {
                let own = quoted_documents(&self.source_lookup.quote_entry(event.origin));
                self.add_files(&mut found, &(label.correspondence)(event.date), &own);
            }
        }
        found
    }

    /// The policies whose terms hold for the invoices of a letter, of those with a paper for customers.
    fn policies_with_documents(&self, lines: &[LetterLine<'_>]) -> Vec<EntryQuote> {
        let invoices = lines.iter().map(|line| line.invoice);
        let found: BTreeSet<PolicyIx> = invoices
            .filter_map(|invoice| self.journal.invoices[invoice].policy)
            .collect();
        let found = found
            .into_iter()
            .map(|policy| &self.journal.policies[policy]);
        found
            .filter(|policy| !policy.documents.is_empty())
            .filter_map(|policy| Some(self.source_lookup.quote_entry(policy.origin?)))
            .collect()
    }

    /// Adds the files among some documents, by a name; those that go along already are not added again.
    pub fn add_files(
        &self,
        found: &mut Vec<Enclosure>,
        name: &str,
        documents: &[(String, String)],
    ) {
        for (file, path) in documents.iter().filter(|(_, path)| is_path(path)) {
            let path = self.path_from_root(file, path);
            if found.iter().all(|known| known.path != path) {
                let same = found
                    .iter()
                    .filter(|known| known.name.starts_with(name))
                    .count();
                let name = match same {
                    0 => name.to_owned(),
                    count => format!("{name} ({})", count.saturating_add(1)),
                };
                found.push(Enclosure { name, path });
            }
        }
    }

    /// A path that counts from a file of the journal, as it counts from the folder of the root file.
    fn path_from_root(&self, file: &str, path: &str) -> String {
        let folder = Path::new(file).parent().unwrap_or(Path::new(""));
        let folder = folder.strip_prefix(&self.root_folder).unwrap_or(folder);
        let joined = folder.join(path);
        let tidied: PathBuf = joined
            .components()
            .filter(|part| *part != Component::CurDir)
            .collect();
        tidied.display().to_string()
    }
}

/// Not a web address, and not words about where the paper is (as check I006 has it).
fn is_path(value: &str) -> bool {
    let extension = Path::new(value).extension().is_some();
    extension && !value.contains("://") && !value.contains(char::is_whitespace)
}
