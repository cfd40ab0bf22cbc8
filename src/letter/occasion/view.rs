//! What a letter beside the steps looks at: one customer, his open items, and what went before.

use crate::dunning::dunning_state::{DunningState, ItemPosition};
use crate::dunning::hold::Hold;
use crate::journal::model::{CustomerIx, Event, Journal};
use crate::journal::source_lookup::SourceLookup;
use crate::language::letters::LetterWords;
use crate::language::occasions::OccasionWords;
use crate::language::phrases::Language;
use crate::letter::past::Past;
use crate::letter::templates::given::Given;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;

/// One customer on the day of a ledger.
#[derive(Clone, Copy)]
pub struct View<'a, 'j> {
    /// Stages, holds and gates.
    pub dunning: &'a DunningState<'j>,
    /// Where entries are looked up.
    pub archive: &'a dyn SourceLookup,
    /// What went before.
    pub past: &'a Past<'j>,
    /// To whom is written.
    pub customer: CustomerIx,
    /// Where his open items stand.
    pub positions: &'a [ItemPosition<'j>],
    /// The language of the letter.
    pub language: &'static Language,
    /// The one entry to speak of; `None`: whichever asks for it.
    pub only: Option<&'j Event>,
}

impl<'a, 'j> View<'a, 'j> {
    /// What the journal means.
    pub const fn journal(&self) -> &'j Journal {
        self.dunning.journal
    }

    /// The day.
    pub const fn on(&self) -> NaiveDate {
        self.dunning.as_of()
    }

    /// What letters say.
    pub const fn say(&self) -> &'static LetterWords {
        &self.language.say.letter
    }

    /// What letters beside the steps say.
    pub const fn words(&self) -> &'static OccasionWords {
        &self.language.say.letter.occasion
    }

    /// An amount.
    pub fn money(&self, minor: Minor, currency: Currency) -> String {
        self.language.amount(Money::new(minor, currency))
    }

    /// An amount above zero, or nothing.
    pub fn positive(&self, minor: Minor, currency: Currency) -> Given {
        Given::words(minor.is_positive().then(|| self.money(minor, currency)))
    }

    /// A day in words, or nothing.
    pub fn day(&self, day: Option<NaiveDate>) -> Given {
        Given::words(day.map(self.say().style.day))
    }

    /// His open items that are ours to collect.
    pub fn ours(&self) -> impl Iterator<Item = &'a ItemPosition<'j>> {
        let on = self.on();
        self.positions.iter().filter(move |position| {
            let mut holds = position.ladder_position.active_holds(on);
            !holds.any(|held| matches!(held.hold, Hold::Handover | Hold::Insolvency))
        })
    }

    /// Whether it speaks of an entry.
    pub fn wants(&self, event: &Event) -> bool {
        self.only.is_none_or(|only| only.origin == event.origin)
    }
}

/// Of some things with a day those of the last day.
pub fn of_the_last_day<T>(all: Vec<T>, day: impl Fn(&T) -> NaiveDate) -> Vec<T> {
    let last = all.iter().map(&day).max();
    all.into_iter().filter(|it| Some(day(it)) == last).collect()
}
