//! A word that fits nowhere, with what may stand in its place.

use super::meaning_words::help_for_meaning;
use super::stated_facts::holds_fact;
use crate::syntax::clause::Clause;
use crate::syntax::entry::Argument;
use crate::syntax::input::Input;
use crate::syntax::open_slots::OpenSlots;
use crate::syntax::parse_context::ParseContext;
use crate::syntax::table::Slot;
use crate::text::argument_form::{ArgumentForm, SlotOwner};
use crate::text::hint::Help;
use crate::text::span::Span;

/// A word that none of the slots takes.
pub struct UnexpectedWord<'t> {
    /// The word, and the rest of the line behind it.
    pub input: Input<'t>,
    /// The slots, some of which may still take an argument.
    pub open_slots: OpenSlots,
    /// The arguments that were read before it.
    pub taken: &'t [Argument],
    /// How amounts are written.
    pub context: &'t ParseContext,
}

impl UnexpectedWord<'_> {
    /// Whether the word stands in a header rather than in a detail.
    pub const fn is_header(&self) -> bool {
        matches!(self.open_slots.owner, SlotOwner::Keyword(_))
    }

    /// Whether a slot of this form has its argument already.
    pub fn has_argument(&self, form: &ArgumentForm) -> bool {
        self.open_slots
            .filled()
            .any(|slot| slot.clause.is_none() && slot.forms.contains(form))
    }

    /// The slots with a clause word that has not been used yet.
    pub fn waiting_clauses(&self) -> impl Iterator<Item = &'static Slot> + use<> {
        self.open_slots
            .waiting()
            .filter(|slot| slot.clause.is_some())
    }

    /// The word.
    pub fn text(&self) -> &str {
        self.input.word().text
    }

    /// Whether the rest of the line is prose: it holds no date, amount, share, number or name that would be lost in free
    /// text, and nothing that is still awaited.
    pub fn is_prose(&self) -> bool {
        let awaits_name = self
            .open_slots
            .waiting()
            .any(|slot| slot.forms.contains(&ArgumentForm::Name));
        !awaits_name
            && !holds_fact(self.input.text, self.open_slots.slots)
            && self.help_for_meaning().is_none()
    }

    /// What to write for a word, this one or behind it, that says something a journal has a place for.
    pub fn help_for_meaning(&self) -> Option<Help> {
        help_for_meaning(self.input.text, &self.open_slots)
    }

    /// Whether all that must stand in the line stands before the word, also whom or what it is about.
    pub fn is_complete(&self) -> bool {
        let is_party = |slot: &Slot| {
            let forms = [ArgumentForm::Invoice, ArgumentForm::Customer];
            slot.clause.is_none() && slot.forms.iter().any(|form| forms.contains(form))
        };
        let slots = self.open_slots.slots;
        let named = self.open_slots.filled().any(is_party);
        self.open_slots.first_missing().is_none() && (named || !slots.iter().any(is_party))
    }

    /// The place of the word.
    pub fn span(&self) -> Span {
        self.input.word().span()
    }

    /// Whether it begins with a letter.
    pub fn is_word(&self) -> bool {
        self.text().starts_with(|c: char| c.is_ascii_alphabetic())
    }

    /// The clause words of its keyword or key.
    pub fn clauses(&self) -> impl Iterator<Item = &'static str> + use<> {
        let clauses = self.open_slots.slots.iter().filter_map(|slot| slot.clause);
        clauses.map(Clause::word)
    }

    /// The slots without a clause word that have no argument yet.
    pub fn waiting_arguments(&self) -> impl Iterator<Item = &'static Slot> + use<> {
        self.open_slots
            .waiting()
            .filter(|slot| slot.clause.is_none())
    }
}
