//! The words of a header or a detail, fitted into the slots that its keyword or key has.

use super::attempt::{At, Attempt};
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
        words.go_to(text);
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
        if self.at.text.starts_with(|c: char| c.is_ascii_lowercase()) {
            let word = self.at.word();
            for (number, slot) in slots.iter().enumerate() {
                if slot.clause == Some(word) {
                    self.once(slot, number, *filled)?;
                    *filled |= 1 << number;
                    return self.fit_clause(slot, arguments, remarks);
                }
            }
        }
        let first = self.at.text.bytes().next().unwrap_or_default();
        let mut taken = None;
        for (number, slot) in slots.iter().enumerate() {
            if slot.clause.is_some() {
                continue;
            }
            for form in slot.forms {
                if !form.may_begin(first) {
                    continue;
                }
                match attempt(*form, self.at, self.dialect) {
                    Attempt::No => {}
                    Attempt::Fault(fault) => return Err(fault),
                    Attempt::Yes {
                        value,
                        span,
                        rest,
                        remark,
                    } => {
                        if *filled & (1 << number) != 0 && !slot.times.repeats() {
                            taken = Some((slot, span));
                            continue;
                        }
                        *filled |= 1 << number;
                        arguments.push(Argument {
                            clause: None,
                            value,
                            span,
                        });
                        remarks.extend(remark);
                        self.go_to(rest);
                        return Ok(());
                    }
                }
            }
        }
        let misfit = Misfit {
            at: self.at,
            owner: self.owner,
            slots,
            filled: *filled,
        };
        Err(Box::new(misfit.explain(taken)))
    }

    fn fit_clause(
        &mut self,
        slot: &'static Slot,
        arguments: &mut Vec<Argument>,
        remarks: &mut Vec<Fault>,
    ) -> Result<(), Fault> {
        let clause = slot.clause;
        let behind = self.at.text.get(self.at.word().len()..).unwrap_or_default();
        self.go_to(behind);
        let mut count = 0_usize;
        while count == 0 || slot.times.repeats() {
            let Some((value, span, rest)) = self.first_fit(slot, remarks)? else {
                break;
            };
            arguments.push(Argument {
                clause,
                value,
                span,
            });
            self.go_to(rest);
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
    ) -> Result<Option<(Value, Span, &'t str)>, Fault> {
        for form in slot.forms {
            match attempt(*form, self.at, self.dialect) {
                Attempt::No => {}
                Attempt::Fault(fault) => return Err(fault),
                Attempt::Yes {
                    value,
                    span,
                    rest,
                    remark,
                } => {
                    remarks.extend(remark);
                    return Ok(Some((value, span, rest)));
                }
            }
        }
        Ok(None)
    }

    fn go_to(&mut self, rest: &'t str) {
        let rest = token::behind_blanks(rest);
        let read = self.at.text.len().saturating_sub(rest.len());
        self.at = At {
            text: rest,
            place: self
                .at
                .place
                .saturating_add(u32::try_from(read).unwrap_or(u32::MAX)),
        };
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
            && let Attempt::Yes { span, .. } = attempt(Form::Duration, self.at, self.dialect)
        {
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
