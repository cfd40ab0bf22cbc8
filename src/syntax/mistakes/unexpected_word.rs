//! A word that fits nowhere, with what may stand in its place.

use crate::syntax::clause::Clause;
use crate::syntax::input::Input;
use crate::syntax::open_slots::OpenSlots;
use crate::syntax::table::Slot;
use crate::text::argument_form::{ArgumentForm, SlotOwner};
use crate::text::span::Span;

/// A word that none of the slots takes.
pub struct UnexpectedWord<'t> {
    /// The word, and the rest of the line behind it.
    pub input: Input<'t>,
    /// The slots, some of which may still take an argument.
    pub open_slots: OpenSlots,
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
