//! What a check is, and what it is given.

use crate::journal::archive::Pages;
use crate::journal::model::{Journal, Movement, MovementIx};
use crate::ledger::model::{FaultEntry, FaultKind, Ledger};
use crate::syntax::entry::{Entry, Text};
use crate::text::diagnostic::{Kind, Sink};
use crate::text::span::{Origin, Span};
use crate::value::calendar::AsOf;
use chrono::NaiveDate;

/// A check: its kind of finding, and how it looks for it.
pub struct Rule {
    /// What it reports.
    pub kind: &'static Kind,
    /// How it looks.
    pub run: Run,
}

/// What a check looks at.
pub enum Run {
    /// One entry at a time, as it is read.
    Entry(fn(&Entry, Text<'_>, &mut Sink)),
    /// The whole journal.
    Journal(fn(&Subject<'_>, &mut Sink)),
}

/// The whole journal, and what follows from it.
pub struct Subject<'a> {
    /// What it means.
    pub journal: &'a Journal,
    /// Who owes what when the last of its entries has happened.
    pub ledger: &'a Ledger,
    /// The day the question is asked.
    pub as_of: AsOf,
    /// What was written.
    pub pages: Pages<'a>,
}

impl Subject<'_> {
    /// The faults of one sort that the ledger met, with the entries they stand at.
    pub fn faults<'s, T>(
        &'s self,
        pick: impl Fn(FaultKind) -> Option<T> + 's,
    ) -> impl Iterator<Item = (MovementIx, &'s Movement, T)> + 's {
        self.ledger.faults.iter().filter_map(move |fault| {
            let FaultEntry::Movement(number) = fault.entry else {
                return None;
            };
            Some((number, &self.journal.movements[number], pick(fault.what)?))
        })
    }

    /// A part of the entry at a place; its date where the text cannot be read again.
    pub fn part(&self, origin: Origin, pick: impl Fn(&Entry) -> Option<Span>) -> Span {
        self.pages
            .written(origin)
            .and_then(|written| pick(&written.entry).or(Some(written.entry.keyword)))
            .unwrap_or(Span::new(origin.0, origin.0.saturating_add(10)))
    }

    /// The amount of the entry at a place.
    pub fn amount_of(&self, origin: Origin) -> Span {
        self.part(origin, |entry| entry.amount().map(|amount| amount.span))
    }

    /// Where and when an entry stands, for a person: `2026-01-05 (jan.tegoed:12)`.
    pub fn place(&self, date: NaiveDate, origin: Origin) -> String {
        let fetched = self.pages.sources.fetch(self.pages.files);
        match self.pages.sources.locate(origin) {
            Some((source, position)) if fetched.is_ok() => {
                format!("{date} ({}:{})", source.path.display(), position.line)
            }
            _ => date.to_string(),
        }
    }
}
