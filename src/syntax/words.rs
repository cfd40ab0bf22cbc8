//! The words of a header or a detail, fitted into the slots that its keyword or key has.

use super::attempt::{At, Attempt};
use super::beginning::Beginning;
use super::dialect::Dialect;
use super::entry::{Argument, Value};
use super::form::attempt;
use super::grammar::{Form, Slot};
use super::habit;
use super::kinds;
use super::misfit::{Misfit, Owner, expected, near_word, repeated};
use super::token;
use crate::text::diagnostic::Diagnostic;
use crate::text::span::Span;

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
        let mut words = Self {
            at: At { text, place },
            dialect,
            owner,
        };
        words.go_on(0);
        words
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
        while !self.at.text.is_empty() {
            self.fit_one(slots, &mut filled, arguments, remarks)?;
        }
        match missing(slots, filled) {
            Some(slot) => Err(Box::new(self.not_there(slot))),
            None => Ok(()),
        }
    }

    fn fit_one(
        &mut self,
        slots: &'static [Slot],
        filled: &mut u32,
        arguments: &mut Vec<Argument>,
        remarks: &mut Vec<Fault>,
    ) -> Result<(), Fault> {
        let first = self.at.text.as_bytes().first();
        let beginning = first.map_or(Beginning::NOTHING, |first| Beginning::of(*first));
        if beginning == Beginning::SMALL {
            let word = self.at.word();
            for (number, slot) in slots.iter().enumerate() {
                if slot.clause == Some(word) {
                    self.once(slot, number, *filled)?;
                    *filled |= 1 << number;
                    return self.fit_clause(slot, arguments, remarks);
                }
            }
        }
        let mut taken = None;
        for (number, slot) in slots.iter().enumerate() {
            if !slot.beginning.meets(beginning) {
                continue;
            }
            for form in slot.forms {
                if !form.beginning().meets(beginning) {
                    continue;
                }
                match attempt(*form, self.at, self.dialect) {
                    Attempt::No => {}
                    Attempt::Fault(fault) => return Err(fault),
                    Attempt::Yes { length, .. }
                        if *filled & (1 << number) != 0 && !slot.times.repeats() =>
                    {
                        taken = Some((slot, self.at.span(length)));
                    }
                    Attempt::Yes {
                        value,
                        length,
                        remark,
                    } => {
                        *filled |= 1 << number;
                        arguments.push(Argument {
                            clause: None,
                            value,
                            span: self.at.span(length),
                        });
                        remarks.extend(remark);
                        self.go_on(length);
                        return Ok(());
                    }
                }
            }
        }
        Err(self.fits_nowhere(slots, *filled, taken))
    }

    fn fit_clause(
        &mut self,
        slot: &'static Slot,
        arguments: &mut Vec<Argument>,
        remarks: &mut Vec<Fault>,
    ) -> Result<(), Fault> {
        let clause = slot.clause;
        self.go_on(clause.map_or(0, str::len));
        let mut count = 0_usize;
        while count == 0 || slot.times.repeats() {
            let Some((value, length)) = self.first_fit(slot, remarks)? else {
                break;
            };
            arguments.push(Argument {
                clause,
                value,
                span: self.at.span(length),
            });
            self.go_on(length);
            count += 1;
        }
        if count > 0 {
            return Ok(());
        }
        Err(Box::new(self.clause_without_value(slot)))
    }

    fn first_fit(
        &self,
        slot: &Slot,
        remarks: &mut Vec<Fault>,
    ) -> Result<Option<(Value, usize)>, Fault> {
        for form in slot.forms {
            match attempt(*form, self.at, self.dialect) {
                Attempt::No => {}
                Attempt::Fault(fault) => return Err(fault),
                Attempt::Yes {
                    value,
                    length,
                    remark,
                } => {
                    remarks.extend(remark);
                    return Ok(Some((value, length)));
                }
            }
        }
        Ok(None)
    }

    /// Leaves so many bytes behind, and the blanks that follow them.
    fn go_on(&mut self, length: usize) {
        let behind = self.at.text.get(length..).unwrap_or_default();
        let text = token::behind_blanks(behind);
        let read = self.at.text.len().saturating_sub(text.len());
        let place = self.at.span(read).end;
        self.at = At { text, place };
    }

    #[cold]
    fn fits_nowhere(
        &self,
        slots: &'static [Slot],
        filled: u32,
        taken: Option<(&Slot, Span)>,
    ) -> Fault {
        let misfit = Misfit {
            at: self.at,
            owner: self.owner,
            slots,
            filled,
        };
        Box::new(misfit.explain(taken))
    }

    fn once(&self, slot: &Slot, number: usize, filled: u32) -> Result<(), Fault> {
        if filled & (1 << number) == 0 {
            return Ok(());
        }
        Err(Box::new(repeated(slot, self.owner, self.at.word_span())))
    }

    fn clause_without_value(&self, slot: &Slot) -> Diagnostic {
        let clause = slot.clause.unwrap_or_default();
        let expected = expected(slot.forms);
        if self.at.text.is_empty() {
            let end = Span::new(self.at.place, self.at.place);
            return kinds::MISSING_ARGUMENT.at(
                end,
                format!("expected {expected} after `{clause}`, found the end of the line"),
            );
        }
        let found = self.at.word();
        let span = self.at.word_span();
        if slot.forms.contains(&Form::Date)
            && let Attempt::Yes { length, .. } = attempt(Form::Duration, self.at, self.dialect)
        {
            let span = self.at.span(length);
            return kinds::BAD_VALUE
                .at(
                    span,
                    format!("expected {expected} after `{clause}`, found a length of time"),
                )
                .help(
                    "write the day; terms of an invoice stand in a line below, `terms: 30 days`",
                );
        }
        if looks_like_digits_date(slot, found) {
            return super::day::wrong_date(found, span);
        }
        let found_other = kinds::BAD_VALUE.at(
            span,
            format!("expected {expected} after `{clause}`, found `{found}`"),
        );
        let found_other = habit::whole_share(slot.forms, self.at, found_other);
        near_word(found_other, slot.forms, found, span)
    }

    fn not_there(&self, slot: &Slot) -> Diagnostic {
        let expected = expected(slot.forms);
        let clause = slot
            .clause
            .map_or(String::new(), |word| format!("`{word}` and "));
        let example = slot.forms.first().and_then(|form| form.example());
        let missing = match (slot.clause, example) {
            (Some(clause), Some(example)) => format!("`{clause} {example}`"),
            (None, Some(example)) => format!("it, for example `{example}`"),
            (Some(clause), None) => format!("`{clause}` and one of them"),
            (None, None) => "it".to_owned(),
        };
        kinds::MISSING_ARGUMENT
            .at(
                Span::new(self.at.place, self.at.place),
                format!(
                    "expected {clause}{expected} in {}, found the end of its arguments",
                    self.owner
                ),
            )
            .help(format!("add {missing}"))
    }
}

fn missing(slots: &'static [Slot], filled: u32) -> Option<&'static Slot> {
    slots
        .iter()
        .enumerate()
        .find(|(number, slot)| slot.times.required() && filled & (1 << number) == 0)
        .map(|(_, slot)| slot)
}

fn looks_like_digits_date(slot: &Slot, found: &str) -> bool {
    slot.forms.contains(&Form::Date) && found.starts_with(|c: char| c.is_ascii_digit())
}
