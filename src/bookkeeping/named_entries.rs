//! Which entries of a walk through the books get their ids.

use super::entry_ids::EntryIds;
use crate::journal::model::Journal;
use crate::journal::source_lookup::SourceLookup;
use crate::value::period::Period;
use chrono::NaiveDate;

/// Which entries of a walk get their ids: they rest on the text of the journal, and who only adds up needs none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedEntries {
    /// Every entry.
    All,
    /// Those of a period.
    OfPeriod(Period),
    /// No entry.
    Nothing,
}

/// The ids of a walk, worked out when the first entry is named.
pub struct EntryNames<'a> {
    /// Which entries get one.
    pub named: NamedEntries,
    journal: &'a Journal,
    text: &'a dyn SourceLookup,
    as_of: NaiveDate,
    ids: Option<EntryIds<'a>>,
}

impl<'a> EntryNames<'a> {
    /// Of the entries up to a day: of every one, unless less is asked for.
    pub const fn new(journal: &'a Journal, text: &'a dyn SourceLookup, as_of: NaiveDate) -> Self {
        Self {
            named: NamedEntries::All,
            journal,
            text,
            as_of,
            ids: None,
        }
    }

    /// The ids for the entries of a day; `None` where they get none.
    pub fn ids_on(&mut self, date: NaiveDate) -> Option<&EntryIds<'a>> {
        let is_named = match self.named {
            NamedEntries::All => true,
            NamedEntries::OfPeriod(period) => period.contains(date),
            NamedEntries::Nothing => false,
        };
        let (journal, text, as_of) = (self.journal, self.text, self.as_of);
        let ids = || EntryIds::new(journal, text, as_of);
        is_named.then(|| &*self.ids.get_or_insert_with(ids))
    }
}
