//! What a letter looks at: one customer, his open items, and what went before.

use super::contact_history::ContactHistory;
use crate::claim::claim_index::ClaimIndex;
use crate::dunning::dunning_state::{DunningState, ItemPosition};
use crate::dunning::hold::Hold;
use crate::journal::model::{CustomerIx, Event, Journal};
use crate::journal::source_lookup::SourceLookup;
use crate::language::extra_letters::ExtraLetterWords;
use crate::language::letters::LetterWords;
use crate::language::phrases::Language;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// One customer on the day of a ledger.
#[derive(Clone, Copy)]
pub struct LetterInput<'a, 'j> {
    /// Stages, holds and blockers of every open item.
    pub dunning: &'a DunningState<'j>,
    /// Where entries are looked up.
    pub source_lookup: &'a dyn SourceLookup,
    /// What went before.
    pub contact_history: &'a ContactHistory<'j>,
    /// What may be claimed.
    pub claims: &'a ClaimIndex<'j>,
    /// To whom is written.
    pub customer: CustomerIx,
    /// Where his open items stand.
    pub positions: &'a [ItemPosition<'j>],
    /// The language of the letter.
    pub language: &'static Language,
    /// The one entry to speak of; `None`: whichever asks for it.
    pub only_entry: Option<&'j Event>,
}

impl<'a, 'j> LetterInput<'a, 'j> {
    /// What the journal means.
    pub const fn journal(&self) -> &'j Journal {
        self.dunning.journal
    }

    /// The day.
    pub const fn as_of(&self) -> NaiveDate {
        self.dunning.as_of()
    }

    /// What letters say.
    pub const fn letter_words(&self) -> &'static LetterWords {
        &self.language.phrases.letter
    }

    /// What letters beside the steps say.
    pub const fn extra_letter_words(&self) -> &'static ExtraLetterWords {
        &self.language.phrases.letter.extra_letter
    }

    /// An amount.
    pub fn format_amount(&self, minor: Minor, currency: Currency) -> String {
        self.language.format_amount(Money::new(minor, currency))
    }

    /// His open items that are ours to collect.
    pub fn collectable_positions(&self) -> impl Iterator<Item = &'a ItemPosition<'j>> {
        let on = self.as_of();
        self.positions.iter().filter(move |position| {
            let mut holds = position.ladder_position.active_holds(on);
            !holds.any(|held| matches!(held.hold, Hold::Handover | Hold::Insolvency))
        })
    }

    /// Open items by the entry that concerns them, in the order of a key; of the one entry alone where only one is to be
    /// spoken of.
    pub fn group_by_entry<K: Ord>(
        &self,
        positions: impl Iterator<Item = &'a ItemPosition<'j>>,
        entry_of: impl Fn(&'a ItemPosition<'j>) -> Option<&'j Event>,
        key: impl Fn(&'a ItemPosition<'j>, &'j Event) -> K,
    ) -> impl Iterator<Item = (&'j Event, Vec<&'a ItemPosition<'j>>)> {
        let mut groups: BTreeMap<K, (&'j Event, Vec<&'a ItemPosition<'j>>)> = BTreeMap::new();
        let only = self.only_entry.map(|only| only.origin);
        for position in positions {
            let event = entry_of(position);
            if let Some(event) = event.filter(|it| only.is_none_or(|only| only == it.origin)) {
                let group = groups.entry(key(position, event));
                group.or_insert((event, Vec::new())).1.push(position);
            }
        }
        groups.into_values()
    }

    /// The entry of a sort of hold that is active for an item.
    pub fn holding_entry(&self, position: &ItemPosition<'j>, hold: Hold) -> Option<&'j Event> {
        let mut holds = position.ladder_position.active_holds(self.as_of());
        Some(holds.find(|held| held.hold == hold)?.event)
    }
}

/// Of some things with a day those of the last day.
pub fn keep_last_day<T>(all: Vec<T>, day: impl Fn(&T) -> NaiveDate) -> Vec<T> {
    let last = all.iter().map(&day).max();
    all.into_iter().filter(|it| Some(day(it)) == last).collect()
}
