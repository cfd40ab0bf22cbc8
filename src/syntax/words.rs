//! The words of a header or a detail, fitted into the slots that its keyword or key has.

use super::dialect::Dialect;
use super::directive::DIRECTIVES;
use super::entry::{Argument, Value};
use super::form::{At, Attempt, attempt};
use super::grammar::{Form, Slot};
use super::kinds;
use super::suggest;
use super::token;
use crate::text::diagnostic::Diagnostic;
use crate::text::edit::Edit;
use crate::text::span::Span;

/// Words to be fitted.
pub struct Words<'t> {
    /// The words that are left, without leading blanks.
    at: At<'t>,
    dialect: Dialect,
    owner: Owner,
}

/// The keyword or key that words belong to, for messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A keyword.
    Keyword(&'static str),
    /// A key.
    Key(&'static str),
}

impl std::fmt::Display for Owner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Keyword(word) => write!(f, "`{word}`"),
            Self::Key(word) => write!(f, "`{word}:`"),
        }
    }
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
        let mut taken = None;
        for (number, slot) in slots.iter().enumerate() {
            if slot.clause.is_some() {
                continue;
            }
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
                        if *filled & (1 << number) != 0 && !slot.times.repeats() {
                            taken = Some(span);
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
        Err(Box::new(match taken {
            Some(span) => self.misspelt(slots).unwrap_or_else(|| self.twice(span)),
            None => self.fits_nowhere(slots, *filled),
        }))
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
        let rest = token::blanks(rest).map_or(rest, |(rest, _)| rest);
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
        let found = self.twice(self.at.word_span());
        Err(Box::new(if slot.times.repeats() {
            found.help("name them all behind the first one")
        } else {
            found
        }))
    }

    fn twice(&self, span: Span) -> Diagnostic {
        kinds::REPEATED
            .at(
                span,
                format!("expected this once in {}, found it again", self.owner),
            )
            .help("leave one of the two out")
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
        if looks_like_digits_date(slot, found) {
            return super::form::wrong_date(found, span);
        }
        near_word(
            kinds::BAD_VALUE.at(
                span,
                format!("expected {expected} after `{clause}`, found `{found}`"),
            ),
            slot.forms,
            found,
            span,
        )
    }

    fn not_there(&self, slot: &Slot) -> Diagnostic {
        let expected = expected(slot.forms);
        let clause = slot
            .clause
            .map_or(String::new(), |word| format!("`{word}` and "));
        kinds::MISSING_ARGUMENT
            .at(
                Span::new(self.at.place, self.at.place),
                format!(
                    "expected {clause}{expected} in {}, found the end of its arguments",
                    self.owner
                ),
            )
            .help("add it")
    }

    /// A word that is nearly a clause word.
    fn misspelt(&self, slots: &'static [Slot]) -> Option<Diagnostic> {
        let (found, span) = (self.at.word(), self.at.word_span());
        let clauses = slots.iter().filter_map(|slot| slot.clause);
        let near = suggest::nearest(&found.to_lowercase(), clauses)?;
        let found = kinds::UNKNOWN_CLAUSE
            .at(
                span,
                format!("expected a word that {} knows, found `{found}`", self.owner),
            )
            .help(format!("did you mean `{near}`?"));
        Some(found.suggested_fix(vec![Edit::replace(span, near)]))
    }

    fn fits_nowhere(&self, slots: &'static [Slot], filled: u32) -> Diagnostic {
        let found = self.at.word();
        let span = self.at.word_span();
        if let Some(trap) = trap(self.at, found, span) {
            return trap;
        }
        let open = slots
            .iter()
            .enumerate()
            .filter(|(number, slot)| filled & (1 << number) == 0 && slot.clause.is_none())
            .map(|(_, slot)| slot);
        let clauses = slots.iter().filter_map(|slot| slot.clause);
        if found.starts_with(|c: char| c.is_ascii_alphabetic()) {
            if let Some(misspelt) = self.misspelt(slots) {
                return misspelt;
            }
            if let Some(slot) = open
                .clone()
                .find(|slot| matches!(slot.forms, [Form::Word(_) | Form::Listed(_), ..]))
                .filter(|slot| slot.times.required() || !is_clause_somewhere(found))
            {
                return near_word(
                    kinds::BAD_VALUE.at(
                        span,
                        format!("expected {}, found `{found}`", expected(slot.forms)),
                    ),
                    slot.forms,
                    found,
                    span,
                );
            }
            if is_value(self.at.text.get(found.len()..).unwrap_or_default()) {
                let known: Vec<&str> = clauses.collect();
                let help = if known.is_empty() {
                    "free text stands behind ` | `".to_owned()
                } else {
                    format!(
                        "its words are: {}; free text stands behind ` | `",
                        known.join(", ")
                    )
                };
                return kinds::UNKNOWN_CLAUSE
                    .at(
                        span,
                        format!("expected a word that {} knows, found `{found}`", self.owner),
                    )
                    .help(help);
            }
        }
        let wanted = open
            .clone()
            .find(|slot| slot.times.required())
            .or_else(|| open.clone().next());
        let message = wanted.map_or_else(
            || format!("expected nothing more in {}, found `{found}`", self.owner),
            |slot| {
                format!(
                    "expected {} in {}, found `{found}`",
                    expected(slot.forms),
                    self.owner
                )
            },
        );
        let steers =
            |slot: &Slot| matches!(slot.forms, [Form::Count | Form::Mark | Form::Currency]);
        let only_value = matches!(self.owner, Owner::Key(_)) || wanted.is_some_and(steers);
        let kind = if only_value && wanted.is_some() {
            &kinds::BAD_VALUE
        } else {
            &kinds::UNEXPECTED_ARGUMENT
        };
        kind.at(span, message).help("free text stands behind ` | `")
    }
}

fn missing(slots: &'static [Slot], filled: u32) -> Option<&'static Slot> {
    slots
        .iter()
        .enumerate()
        .find(|(number, slot)| slot.times.required() && filled & (1 << number) == 0)
        .map(|(_, slot)| slot)
}

/// "an amount such as 1210.00", or "one of `upheld`, `rejected`".
fn expected(forms: &[Form]) -> String {
    let each: Vec<String> = forms
        .iter()
        .map(|form| match form {
            Form::Word([only]) => format!("`{only}`"),
            Form::Word(list) | Form::Listed(list) => format!("one of `{}`", list.join("`, `")),
            form => form.expected().to_owned(),
        })
        .collect();
    each.join(" or ")
}

fn near_word(diagnostic: Diagnostic, forms: &[Form], found: &str, span: Span) -> Diagnostic {
    let words = forms.iter().flat_map(|form| match form {
        Form::Word(list) | Form::Listed(list) => list,
        _ => &[] as &[&str],
    });
    match suggest::nearest(&found.to_lowercase(), words.copied()) {
        Some(near) => diagnostic
            .help(format!("did you mean `{near}`?"))
            .suggested_fix(vec![Edit::replace(span, near)]),
        None => diagnostic,
    }
}

fn looks_like_digits_date(slot: &Slot, found: &str) -> bool {
    slot.forms.contains(&Form::Date) && found.starts_with(|c: char| c.is_ascii_digit())
}

fn is_clause_somewhere(word: &str) -> bool {
    DIRECTIVES
        .iter()
        .flat_map(|directive| directive.slots)
        .any(|slot| slot.clause == Some(word))
}

fn is_value(text: &str) -> bool {
    token::word(text).is_ok_and(|(_, word)| {
        word.starts_with(|c: char| c.is_ascii_digit() || c == '#' || c == '@' || c == '€')
    })
}

/// Things people type out of habit, each with its own answer.
fn trap(at: At<'_>, found: &str, span: Span) -> Option<Diagnostic> {
    let first = found.chars().next()?;
    match first {
        ';' => {
            let line = at.text;
            let comment = line.trim_start_matches(';').trim_start();
            let end = span.start.saturating_add(
                u32::try_from(line.len().saturating_sub(comment.len())).unwrap_or(0),
            );
            Some(
                kinds::INLINE_COMMENT
                    .at(
                        span,
                        "expected arguments, found a comment: `;` only starts a line of its own",
                    )
                    .help("move it behind `|`")
                    .safe_fix(vec![Edit::replace(Span::new(span.start, end), "| ")]),
            )
        }
        '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '«' | '»' | '`' => Some(
            kinds::QUOTES
                .at(span, format!("expected a word, found the quote `{first}`"))
                .help("leave the quotes out; free text stands behind ` | `"),
        ),
        _ => None,
    }
}
