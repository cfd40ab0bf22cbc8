//! What a letter looks at: one customer, their open items, and what went before.

use crate::day::Day;
use crate::dunning::dunning_state::{DunningState, ItemPosition};
use crate::dunning::hold::Hold;
use crate::journal::model::{CustomerIx, Event, InvoiceIx, Journal};
use crate::language::extra_letters::ExtraLetterWords;
use crate::language::letters::LetterWords;
use crate::language::phrases::Language;
use crate::value::channel::Channel;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use crate::worklist::planned_letter::{PlannedLetter, preferred_channel, written_channels};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// One customer on the day of a ledger.
#[derive(Clone, Copy)]
pub struct LetterInput<'a, 'j> {
    /// What is known on the day.
    pub day: &'a Day<'j>,
    /// The customer who is written to.
    pub customer: CustomerIx,
    /// Where the customer's open items stand.
    pub positions: &'a [&'a ItemPosition<'j>],
    /// The language of the letter.
    pub language: &'static Language,
    /// What the letter is to be about.
    pub basis: LetterBasis<'a, 'j>,
}

/// What a letter is to be about.
#[derive(Clone, Copy, Debug)]
pub enum LetterBasis<'a, 'j> {
    /// Whatever of the customer's asks for a letter of its kind.
    Customer,
    /// One entry that asks for it.
    Entry(&'j Event),
    /// Items whose step it is.
    Step(&'a PlannedLetter<'a, 'j>),
}

impl<'a, 'j> LetterInput<'a, 'j> {
    /// What the journal means.
    pub const fn journal(&self) -> &'j Journal {
        self.day.journal
    }

    /// Stages, holds and blockers of every open item.
    pub fn dunning(&self) -> &'a DunningState<'j> {
        self.day.dunning()
    }

    /// The day.
    pub const fn as_of(&self) -> NaiveDate {
        self.day.as_of()
    }

    /// The customer as the journal names them, without `@`.
    pub fn customer_id(&self) -> &'j str {
        self.journal().customer_id(self.customer)
    }

    /// The last day of which bank data are complete.
    pub fn bank_through(&self) -> Option<NaiveDate> {
        self.dunning().blocker_facts.bank_through
    }

    /// The words of every letter.
    pub const fn letter_words(&self) -> &'static LetterWords {
        &self.language.phrases.letter
    }

    /// The words of letters beside the steps.
    pub const fn extra_letter_words(&self) -> &'static ExtraLetterWords {
        &self.language.phrases.letter.extra_letter
    }

    /// An amount.
    pub fn format_amount(&self, minor: Minor, currency: Currency) -> String {
        self.language.format_amount(Money::new(minor, currency))
    }

    /// Invoices by their numbers: `invoices 1 and 2`.
    pub fn name_invoices(&self, invoices: &[InvoiceIx]) -> String {
        let numbers = invoices.iter().map(|it| self.journal().invoice_no(*it));
        let numbers: Vec<&str> = numbers.collect();
        let joined = self.language.join_words(&numbers);
        (self.letter_words().sentence.named_invoices)(numbers.len(), &joined)
    }

    /// Days in words, as a list.
    pub fn join_days(&self, days: &[NaiveDate]) -> String {
        let days = days.iter().map(|day| (self.letter_words().style.day)(*day));
        let days: Vec<String> = days.collect();
        let days: Vec<&str> = days.iter().map(String::as_str).collect();
        self.language.join_words(&days)
    }

    /// How the letter goes out: by the channels of its step; another one, and one whose step names a call alone, by mail
    /// where the customer has an address for that, else by post. Never by a channel that the customer refuses; may be none.
    pub fn channels(&self) -> Vec<Channel> {
        let customer = &self.journal().customers[self.customer];
        match self.basis {
            LetterBasis::Step(planned) => {
                let stage = planned.stage();
                stage.map_or_else(Vec::new, |stage| written_channels(customer, stage))
            }
            LetterBasis::Customer | LetterBasis::Entry(_) => {
                preferred_channel(customer).into_iter().collect()
            }
        }
    }

    /// The customer's open items that are ours to collect.
    pub fn collectable_positions(&self) -> impl Iterator<Item = &'a ItemPosition<'j>> {
        let on = self.as_of();
        self.positions.iter().copied().filter(move |position| {
            let mut holds = position.ladder_position.active_holds(on);
            !holds.any(|held| matches!(held.hold, Hold::Handover | Hold::Insolvency))
        })
    }

    /// Open items by the entries that concern them, in the order of a key; of the one entry alone where only one is to be
    /// spoken of.
    pub fn group_by_entry<K: Ord, E: IntoIterator<Item = &'j Event>>(
        &self,
        positions: impl Iterator<Item = &'a ItemPosition<'j>>,
        entries_of: impl Fn(&'a ItemPosition<'j>) -> E,
        key: impl Fn(&'a ItemPosition<'j>, &'j Event) -> K,
    ) -> impl Iterator<Item = (&'j Event, Vec<&'a ItemPosition<'j>>)> {
        let mut groups: BTreeMap<K, (&'j Event, Vec<&'a ItemPosition<'j>>)> = BTreeMap::new();
        let only = match self.basis {
            LetterBasis::Entry(only) => Some(only.origin),
            LetterBasis::Customer | LetterBasis::Step(_) => None,
        };
        for position in positions {
            let entries = entries_of(position).into_iter();
            for event in entries.filter(|it| only.is_none_or(|only| only == it.origin)) {
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
