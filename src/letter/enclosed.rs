//! What goes with a letter: copies of the invoices, the terms agreed, what was written before.

use super::due::Due;
use super::form::Form;
use super::lines::{Line, documents};
use super::past::Past;
use crate::document::letter::Enclosure;
use crate::journal::model::{Journal, PolicyIx};
use crate::journal::source_lookup::{EntryQuote, SourceLookup};
use crate::language::phrases::Language;
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

/// Finds what goes with letters.
pub struct Cabinet<'a, 'j> {
    /// What the journal means.
    pub journal: &'j Journal,
    /// Where entries are looked up.
    pub archive: &'a dyn SourceLookup,
    /// What went before.
    pub past: &'a Past<'j>,
    /// The folder of the root file, as it was named.
    pub root: PathBuf,
}

impl<'a, 'j> Cabinet<'a, 'j> {
    /// The cabinet of a journal.
    pub fn of(journal: &'j Journal, archive: &'a dyn SourceLookup, past: &'a Past<'j>) -> Self {
        let root = archive.source_files().into_iter().next();
        let folder = root.and_then(|root| Some(Path::new(&root.file).parent()?.to_owned()));
        Self {
            journal,
            archive,
            past,
            root: folder.unwrap_or_default(),
        }
    }

    /// What goes with a letter: from the first reminder on the invoices, from the demand on the terms agreed, and with
    /// the last letter what was written before.
    pub fn enclosures(
        &self,
        letter: &Due<'_, 'j>,
        lines: &[Line<'_>],
        language: &Language,
    ) -> Vec<Enclosure> {
        let label = &language.say.letter.label;
        let form = letter.form;
        let mut found: Vec<Enclosure> = Vec::new();
        if form >= Form::Reminder {
            for line in lines {
                self.add(&mut found, &(label.copy)(line.number), &line.told.documents);
            }
        }
        if form >= Form::Demand {
            for event in self.past.agreed(letter.customer) {
                let own = documents(&self.archive.quote_entry(event.origin));
                self.add(&mut found, label.agreement, &own);
            }
            for policy in self.policies(lines) {
                self.add(&mut found, label.policy, &documents(&policy));
            }
        }
        if form >= Form::Final {
            let sent = self.past.attempts(letter).into_iter();
            for event in sent.filter(|event| event.sent_letter().is_some()) {
                let own = documents(&self.archive.quote_entry(event.origin));
                self.add(&mut found, &(label.correspondence)(event.date), &own);
            }
        }
        found
    }

    /// The policies whose terms hold for the invoices of a letter, of those with a paper for customers.
    fn policies(&self, lines: &[Line<'_>]) -> Vec<EntryQuote> {
        let invoices = lines.iter().map(|line| line.invoice);
        let found: BTreeSet<PolicyIx> = invoices
            .filter_map(|invoice| self.journal.invoices[invoice].policy)
            .collect();
        let found = found
            .into_iter()
            .map(|policy| &self.journal.policies[policy]);
        found
            .filter(|policy| !policy.documents.is_empty())
            .filter_map(|policy| Some(self.archive.quote_entry(policy.origin?)))
            .collect()
    }

    /// Adds the files among some documents, by a name; those that go along already are not added again.
    pub fn add(&self, found: &mut Vec<Enclosure>, name: &str, documents: &[(String, String)]) {
        for (file, path) in documents.iter().filter(|(_, path)| is_path(path)) {
            let path = self.counted(file, path);
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
    fn counted(&self, file: &str, path: &str) -> String {
        let folder = Path::new(file).parent().unwrap_or(Path::new(""));
        let folder = folder.strip_prefix(&self.root).unwrap_or(folder);
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
