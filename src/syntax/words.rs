//! The words of a header or a detail, fitted into the slots that its keyword or key has.

use super::absent;
use super::attempt::{At, Attempt};
use super::beginning::Beginning;
use super::dialect::Dialect;
use super::entry::{Argument, Value};
use super::form::attempt;
use super::grammar::{Form, Slot};
use super::misfit::{Misfit, Owner, repeated};
use super::token;
use crate::text::diagnostic::Diagnostic;

/// Words to be fitted.
pub struct Words<'t> {
    /// The words that are left, without leading blanks.
    at: At<'t>,
    dialect: Dialect,
    owner: Owner,
}

/// What was wrong; the arguments before it have been read.
pub type Fault = Box<Diagnostic>;

impl<'t> Words<'t> {
    /// The words of a text that starts at a place.
    pub fn new(text: &'t str, place: u32, dialect: Dialect, owner: Owner) -> Self {
        Self {
            at: At { text, place }.behind(0),
            dialect,
            owner,
        }
    }

    /// Fits all words into slots. Remarks are findings that leave the value usable.
    ///
    /// # Errors
    /// The first word that fits nowhere, or the first argument that is not there.
    pub fn fit(
        mut self,
        slots: &'static [Slot],
        arguments: &mut Vec<Argument>,
        remarks: &mut Vec<Fault>,
    ) -> Result<(), Fault> {
        let mut filled = 0_u32;
        while let Some(first) = self.at.text.as_bytes().first() {
            let beginning = Beginning::of(*first);
            if beginning == Beginning::SMALL
                && let Some((bit, slot)) = self.clause(slots)
            {
                self.once(slot, bit, filled)?;
                filled |= bit;
                self.fit_clause(slot, arguments, remarks)?;
            } else {
                filled |= self.fit_one(beginning, slots, filled, arguments, remarks)?;
            }
        }
        match missing(slots, filled) {
            Some(slot) => Err(Box::new(absent::argument(slot, self.at.place, self.owner))),
            None => Ok(()),
        }
    }

    /// The slot behind the clause word that comes next, and its bit.
    fn clause(&self, slots: &'static [Slot]) -> Option<(u32, &'static Slot)> {
        let comes = |clause| token::begins_with_word(self.at.text, clause);
        bits(slots).find(|(_, slot)| slot.clause.is_some_and(comes))
    }

    /// Fits the next word into a slot that is told by its form; returns the bit of the slot.
    fn fit_one(
        &mut self,
        beginning: Beginning,
        slots: &'static [Slot],
        filled: u32,
        arguments: &mut Vec<Argument>,
        remarks: &mut Vec<Fault>,
    ) -> Result<u32, Fault> {
        for (bit, slot) in bits(slots).filter(|(_, slot)| slot.beginning.meets(beginning)) {
            let free = filled & bit == 0 || slot.times.repeats();
            for form in likely(slot, beginning) {
                match attempt(form, self.at, self.dialect) {
                    Attempt::Fault(fault) => return Err(fault),
                    Attempt::Yes {
                        value,
                        length,
                        remark,
                    } if free => {
                        self.take(None, value, length, arguments);
                        if let Some(remark) = remark {
                            remarks.push(remark);
                        }
                        return Ok(bit);
                    }
                    Attempt::Yes { .. } | Attempt::No => {}
                }
            }
        }
        Err(self.fits_nowhere(beginning, slots, filled))
    }

    fn fit_clause(
        &mut self,
        slot: &'static Slot,
        arguments: &mut Vec<Argument>,
        remarks: &mut Vec<Fault>,
    ) -> Result<(), Fault> {
        self.at = self.at.behind(slot.clause.map_or(0, str::len));
        if !self.take_value(slot, arguments, remarks)? {
            return Err(Box::new(absent::behind_clause(slot, self.at, self.dialect)));
        }
        while slot.times.repeats() && self.take_value(slot, arguments, remarks)? {}
        Ok(())
    }

    /// Takes one value behind a clause word; `false`: what comes is none.
    fn take_value(
        &mut self,
        slot: &Slot,
        arguments: &mut Vec<Argument>,
        remarks: &mut Vec<Fault>,
    ) -> Result<bool, Fault> {
        for form in slot.forms {
            match attempt(form, self.at, self.dialect) {
                Attempt::No => {}
                Attempt::Fault(fault) => return Err(fault),
                Attempt::Yes {
                    value,
                    length,
                    remark,
                } => {
                    self.take(slot.clause, value, length, arguments);
                    if let Some(remark) = remark {
                        remarks.push(remark);
                    }
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// Takes the next bytes for an argument.
    fn take(
        &mut self,
        clause: Option<&'static str>,
        value: Value,
        length: usize,
        arguments: &mut Vec<Argument>,
    ) {
        let span = self.at.span(length);
        arguments.push(Argument {
            clause,
            value,
            span,
        });
        self.at = self.at.behind(length);
    }

    #[cold]
    fn fits_nowhere(&self, beginning: Beginning, slots: &'static [Slot], filled: u32) -> Fault {
        let full = |(bit, slot): (u32, &'static Slot)| {
            (filled & bit != 0 && slot.beginning.meets(beginning)).then_some(slot)
        };
        let would_fit = |slot: &'static Slot| {
            let mut forms = likely(slot, beginning).rev();
            forms.find_map(|form| match attempt(form, self.at, self.dialect) {
                Attempt::Yes { length, .. } => Some((slot, self.at.span(length))),
                Attempt::No | Attempt::Fault(_) => None,
            })
        };
        let taken = bits(slots).filter_map(full).filter_map(would_fit);
        let misfit = Misfit {
            at: self.at,
            owner: self.owner,
            slots,
            filled,
        };
        Box::new(misfit.explain(taken.last()))
    }

    fn once(&self, slot: &Slot, bit: u32, filled: u32) -> Result<(), Fault> {
        if filled & bit == 0 {
            return Ok(());
        }
        Err(Box::new(repeated(slot, self.owner, self.at.word_span())))
    }
}

/// Slots, each with a bit of its own: there are far fewer than 32.
fn bits(slots: &'static [Slot]) -> impl Iterator<Item = (u32, &'static Slot)> {
    let mut next = 1_u32;
    slots.iter().map(move |slot| {
        let bit = next;
        next = next.wrapping_shl(1);
        (bit, slot)
    })
}

/// The forms of a slot that a word which begins so may have. A slot of one form begins like that form: nothing is to
/// be asked again.
fn likely(slot: &Slot, beginning: Beginning) -> impl DoubleEndedIterator<Item = &Form> {
    let alone = slot.forms.len() == 1;
    let forms = slot.forms.iter();
    forms.filter(move |form| alone || form.beginning().meets(beginning))
}

fn missing(slots: &'static [Slot], filled: u32) -> Option<&'static Slot> {
    bits(slots)
        .find(|(bit, slot)| slot.times.required() && filled & bit == 0)
        .map(|(_, slot)| slot)
}
