//! An entry that is being made: which of its arguments and details are known, and the entry as text once all are.

use super::new_entry_error::NewEntryError;
use crate::syntax::dialect::Dialect;
use crate::syntax::entry::SourceText;
use crate::syntax::entry_fields::EntryFields;
use crate::syntax::journal_entry::JournalEntry;
use crate::syntax::journal_file::JournalFile;
use crate::syntax::kinds;
use crate::syntax::print::to_one_line;
use crate::syntax::table::{ArgumentForm, Directive, Slot};
use crate::syntax::whole_argument::whole_argument;
use crate::text::diagnostic::{Diagnostic, Severity};
use crate::value::money::Money;
use chrono::NaiveDate;
use std::fmt::Write;

/// An entry that is being made.
#[derive(Clone, Debug, PartialEq)]
pub struct NewEntry {
    /// Its keyword, with what may stand with it.
    pub directive: &'static Directive,
    /// Its day. Declarations have none.
    pub date: NaiveDate,
    /// The arguments that are known: the place of their slot in the table, and the argument without its clause word.
    arguments: Vec<(usize, String)>,
    /// The words behind `|`; empty where there are none.
    pub text: String,
    /// The lines below the header, without their indentation.
    details: Vec<String>,
}

impl NewEntry {
    /// An entry of which only the keyword and the day are known.
    pub const fn new(directive: &'static Directive, date: NaiveDate) -> Self {
        Self {
            directive,
            date,
            arguments: Vec::new(),
            text: String::new(),
            details: Vec::new(),
        }
    }

    /// The slots of its keyword, each with its place in the table.
    pub fn slots(&self) -> impl Iterator<Item = (usize, &'static Slot)> + use<> {
        self.directive.slots.iter().enumerate()
    }

    /// Whether a slot has its argument.
    pub fn is_filled(&self, slot: usize) -> bool {
        self.arguments.iter().any(|(filled, _)| *filled == slot)
    }

    /// The slots that may take an argument still.
    pub fn open_slots(&self) -> impl Iterator<Item = (usize, &'static Slot)> + '_ {
        self.slots()
            .filter(|(place, slot)| slot.cardinality.is_repeatable() || !self.is_filled(*place))
    }

    /// The first slot without clause word that takes this form and may take an argument still.
    pub fn open_slot_of(&self, form: ArgumentForm) -> Option<usize> {
        let mut fitting = self
            .open_slots()
            .filter(|(_, slot)| slot.clause.is_none() && slot.forms.contains(&form));
        fitting.next().map(|(place, _)| place)
    }

    /// The slots that the grammar asks for and that have no argument yet.
    pub fn missing_slots(&self) -> impl Iterator<Item = (usize, &'static Slot)> + '_ {
        self.slots()
            .filter(|(place, slot)| slot.cardinality.is_required() && !self.is_filled(*place))
    }

    /// Gives a slot an argument, as a journal writes it behind the clause word.
    pub fn fill(&mut self, slot: usize, argument: &str) {
        self.arguments.push((slot, to_one_line(argument)));
    }

    /// Adds a line below the header.
    pub fn add_detail(&mut self, line: &str) {
        self.details.push(to_one_line(line));
    }

    /// The arguments of the header that begin with a sign, without it: `#` for invoices, `@` for customers.
    pub fn ids(&self, sigil: char) -> impl Iterator<Item = &str> {
        let header = self.arguments.iter().filter(move |(slot, _)| {
            let slot = self.directive.slots.get(*slot);
            slot.is_some_and(|slot| slot.clause.is_none())
        });
        header.filter_map(move |(_, argument)| argument.strip_prefix(sigil))
    }

    /// Whether nothing is known of it but its keyword and its day.
    pub const fn is_bare(&self) -> bool {
        self.arguments.is_empty()
    }

    /// Whether it names an invoice or a customer in its header.
    pub fn has_subject(&self) -> bool {
        let mut ids = self.ids('#').chain(self.ids('@'));
        ids.next().is_some()
    }

    /// Whether this word is one of its arguments.
    pub fn has_argument(&self, word: &str) -> bool {
        self.arguments.iter().any(|(_, argument)| argument == word)
    }

    /// The amount in its header.
    pub fn amount(&self, dialect: Dialect) -> Option<Money> {
        let mut values = self.arguments.iter().filter_map(|(slot, argument)| {
            let slot = self.directive.slots.get(*slot)?;
            let form = slot.forms.first().filter(|_| slot.clause.is_none())?;
            let read = whole_argument(*form, dialect, argument);
            read.ok().flatten()?.amount()
        });
        values.next().map(Money::from)
    }

    /// Whether one of its lines below the header has this key.
    pub fn has_detail(&self, key: &str) -> bool {
        let mut lines = self
            .details
            .iter()
            .filter_map(|line| line.strip_prefix(key));
        lines.any(|behind| behind.trim_start().starts_with(':'))
    }

    /// The header as far as it is known, without the words behind `|`. The arguments stand in the order of the table.
    pub fn header(&self) -> String {
        let mut header = String::new();
        if self.directive.kind.is_dated() {
            let _ = write!(header, "{} ", self.date);
        }
        header.push_str(self.directive.word());
        for (place, slot) in self.slots() {
            let given = self.arguments.iter().filter(|(filled, _)| *filled == place);
            let mut lead = slot.clause;
            for (_, argument) in given {
                if let Some(clause) = lead.take() {
                    header.extend([" ", clause.word()]);
                }
                header.extend([" ", argument]);
            }
        }
        header
    }

    /// The entry as text of a journal of this dialect, read by the parser and written by its printer.
    ///
    /// # Errors
    /// What the parser finds wrong.
    ///
    /// ```
    /// use tegoed::add::new_entry::NewEntry;
    /// use tegoed::syntax::{dialect::Dialect, directive::contact::PHONE};
    /// use tegoed::value::calendar::date_from_ymd;
    /// let mut call = NewEntry::new(&PHONE, date_from_ymd(2026, 4, 1).unwrap());
    /// call.fill(1, "@jansen");
    /// call.text = "half is on its way".to_owned();
    /// call.add_detail("follow-up: 2026-04-07");
    /// let text = "2026-04-01 phone @jansen | half is on its way\n  follow-up: 2026-04-07\n";
    /// assert_eq!(call.print(Dialect::default()).unwrap(), text);
    /// ```
    pub fn print(&self, dialect: Dialect) -> Result<String, NewEntryError> {
        let file = JournalFile::read(self.written(), &[], dialect);
        // An amount with the other mark is printed with that of the journal, where it has one reading.
        let is_wrong = |it: &&Diagnostic| {
            it.kind.severity == Severity::Error && *it.kind != kinds::WRONG_DECIMAL_MARK
        };
        if let Some(wrong) = file.findings().diagnostics.iter().find(is_wrong) {
            return Err(NewEntryError::from(wrong));
        }
        let text = SourceText {
            str: file.text(),
            base: 0,
        };
        let mut read = file.entries().iter().filter_map(|entry| {
            let read = JournalEntry::read(EntryFields { entry, text })?;
            Some(read.print(dialect))
        });
        match (read.next(), read.next()) {
            (Some(printed), None) => Ok(printed),
            _ => Err(NewEntryError::Wrong {
                message: format!("no entry can be made of `{}`", self.header()),
                help: None,
            }),
        }
    }

    /// The entry as its arguments and details were given.
    fn written(&self) -> String {
        let mut written = self.header();
        let text = to_one_line(&self.text);
        if !text.is_empty() {
            written.extend([" | ", &text]);
        }
        written.push('\n');
        for line in &self.details {
            written.extend(["  ", line, "\n"]);
        }
        written
    }
}
