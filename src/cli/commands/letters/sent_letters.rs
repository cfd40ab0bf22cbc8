//! Letters that the journal says went out, known again by the file that its entries name and by its fingerprint.

use super::file_names::LetterFileNames;
use crate::cli::command_context::CommandContext;
use crate::journal::built_in_policy::BUILT_IN_POLICY;
use crate::journal::model::{CustomerIx, Journal};
use crate::journal::source_lookup::{EntryQuote, SourceLookup};
use crate::pipeline::Outcome;
use crate::text::sha256::sha256_hex;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What `sent` entries record of letters since a day, and `email` and `letter` entries of those beside the steps.
#[derive(Debug, Default)]
pub struct SentLetters {
    files: BTreeMap<PathBuf, NaiveDate>,
    fingerprints: BTreeMap<String, NaiveDate>,
    steps: BTreeSet<(CustomerIx, String)>,
}

impl SentLetters {
    /// The letters that went out on the day of the ledger or later: no earlier one can be among its drafts.
    pub fn from_journal(outcome: &Outcome, context: &CommandContext) -> Self {
        let mut sent_letters = Self::default();
        let journal_text = outcome.journal_text(&context.disk);
        let events = outcome.journal.events.iter();
        let sent =
            events.filter(|event| event.is_written_message() && event.date >= outcome.ledger.as_of);
        for event in sent {
            sent_letters.add_quote(&journal_text.quote_entry(event.origin), event.date);
            if let (Some(customer), Some(letter)) = (event.customer, event.sent_letter()) {
                sent_letters
                    .steps
                    .insert((customer, letter.stage.to_string()));
            }
        }
        sent_letters
    }

    fn add_quote(&mut self, quote: &EntryQuote, day: NaiveDate) {
        let folder = Path::new(&*quote.file).parent().unwrap_or(Path::new(""));
        for (key, value) in &quote.details {
            match key.as_str() {
                "document" => {
                    self.files.insert(canonical_path(&folder.join(value)), day);
                }
                "x-sha256" => {
                    self.fingerprints.insert(value.clone(), day);
                }
                _ => {}
            }
        }
    }

    /// On which day a file went out: an entry names it, or its fingerprint.
    pub fn sent_on(&self, path: &Path, bytes: &[u8]) -> Option<NaiveDate> {
        let named = self.files.get(&canonical_path(path));
        named
            .or_else(|| self.fingerprints.get(&sha256_hex(bytes)))
            .copied()
    }

    /// Whether a step was written to a customer.
    fn has_step(&self, customer: CustomerIx, step: &str) -> bool {
        self.steps.contains(&(customer, step.to_owned()))
    }
}

/// A path by which a file is known, however it is spelled.
fn canonical_path(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// A draft that lies in the folder, and whose letter the journal no longer gives.
#[derive(Clone, Debug)]
pub struct LeftoverDraft {
    /// The recipient.
    pub customer: CustomerIx,
    /// Its step.
    pub stage: String,
    /// Its file.
    pub path: PathBuf,
}

/// The drafts of a day in a folder that are no letters of today's journal and never went out. `given` are the names
/// of the letters that it gives.
pub fn find_leftover_drafts(
    (folder, extensions): (&Path, &[&str]),
    given: &LetterFileNames,
    sent_letters: &SentLetters,
    journal: &Journal,
    (on, wanted): (NaiveDate, impl Fn(CustomerIx) -> bool),
) -> Vec<LeftoverDraft> {
    let others = other_files(folder, extensions, &on.to_string(), given);
    if others.is_empty() {
        return Vec::new();
    }
    let known = step_file_names(journal, on, wanted);
    let mut found = Vec::new();
    for (name, path) in others {
        // Behind the step may stand a currency, or the number of an invoice.
        let mut names = std::iter::successors(Some(name.as_str()), |name: &&str| {
            Some(name.rsplit_once('-')?.0)
        });
        let step = names.find_map(|name| known.get(name));
        let bytes = std::fs::read(&path).unwrap_or_default();
        if let Some((customer, stage)) = step
            && !sent_letters.has_step(*customer, stage)
            && sent_letters.sent_on(&path, &bytes).is_none()
        {
            let (customer, stage) = (*customer, stage.clone());
            found.push(LeftoverDraft {
                customer,
                stage,
                path,
            });
        }
    }
    found
}

/// The files of a day in a folder that have other names than the letters given, in the order of their names.
fn other_files(
    folder: &Path,
    extensions: &[&str],
    day: &str,
    given: &LetterFileNames,
) -> BTreeMap<String, PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return BTreeMap::new();
    };
    let files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let files = files.filter(|path| {
        let end = path.extension().unwrap_or_default();
        extensions.iter().any(|extension| end == *extension)
    });
    let named = files.filter_map(|path| Some((path.file_stem()?.to_str()?.to_owned(), path)));
    named
        .filter(|(name, _)| name.starts_with(day) && !given.contains(name))
        .collect()
}

/// The names that the letters of each step to each customer have on a day.
fn step_file_names(
    journal: &Journal,
    on: NaiveDate,
    wanted: impl Fn(CustomerIx) -> bool,
) -> BTreeMap<String, (CustomerIx, String)> {
    let policies = journal.policies.iter().map(|(_, policy)| policy);
    let stages: BTreeSet<&str> = policies
        .chain([&*BUILT_IN_POLICY])
        .flat_map(|policy| policy.ladder().iter().map(|stage| &*stage.name))
        .collect();
    let day = on.to_string();
    let mut names = BTreeMap::new();
    for (customer, _) in journal.customers.iter().filter(|(it, _)| wanted(*it)) {
        let id = journal.customer_id(customer);
        for stage in &stages {
            let name = LetterFileNames::default().next_name(&day, id, stage);
            names.insert(name, (customer, (*stage).to_owned()));
        }
    }
    names
}
