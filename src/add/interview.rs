//! The questions about a new entry: keyword, day, whom it is about, what the grammar asks for, words, what comes next.
//!
//! An interview is gone through anew with all answers so far: it ends in the next question, in what is wrong with the last
//! answer, or in entries. To go back a question is to take the last answer away.

use super::day_word::read_day_word;
use super::entry_flag::apply_flag;
use super::entry_words::{customer_of, declares_number};
use super::known_name::{invoice_number, open_invoices};
use super::new_entry::NewEntry;
use super::new_entry_context::NewEntryContext;
use super::new_entry_error::NewEntryError;
use super::promise_question::ask_promise;
use super::question::{GivenAnswers, InterviewStop, Question};
use super::slot_question::{read_arguments, slot_words};
use super::usual_value::{fill_usual, usual_argument, usual_invoice};
use crate::language::add::AddWords;
use crate::syntax::clause::Clause;
use crate::syntax::directive::DIRECTIVES;
use crate::syntax::directive::contact::FOLLOW_UP;
use crate::syntax::keyword::Keyword;
use crate::syntax::keyword_page::find_directive;
use crate::syntax::mistakes::suggestion::nearest_keyword;
use crate::syntax::table::{ArgumentForm, Directive, Slot};

/// What an interview is about.
#[derive(Clone, Copy, Debug)]
pub struct Interview<'a> {
    /// The journal that the entry is for.
    pub context: NewEntryContext<'a>,
    /// The questions.
    pub words: &'a AddWords,
}

impl Interview<'_> {
    /// The entries that answers make, the keyword first where none is given: one, and after a contact the promise that was
    /// made.
    ///
    /// # Errors
    /// Something is still to be asked, or the last answer is wrong.
    pub fn entries(
        &self,
        directive: Option<&'static Directive>,
        answers: &[String],
    ) -> Result<Vec<NewEntry>, InterviewStop> {
        let mut answers = GivenAnswers(answers);
        let today = self.context.today;
        let directive = if let Some(directive) = directive {
            directive
        } else {
            let question = Question::new(self.words.keyword, format!("{today} "));
            answers.needed(question, read_keyword)?
        };
        let mut date = today;
        if directive.kind.is_dated() {
            let usual = Some(today.to_string());
            let question = Question::new(self.words.day, "").usually(usual);
            date = answers.needed(question, |answer| read_day_word(answer, today))?;
        }
        let mut entry = NewEntry::new(directive, date);
        self.ask_subject(&mut entry, &mut answers)?;
        self.ask_arguments(&mut entry, Thoroughness::Everything, &mut answers)?;
        self.ask_text(&mut entry, &mut answers)?;
        let promise = ask_promise(&entry, &self.context, self.words, &mut answers)?;
        self.ask_details(&mut entry, &mut answers)?;
        Ok(std::iter::once(entry).chain(promise).collect())
    }

    /// An entry of one command line, with answers about what it lacks.
    ///
    /// # Errors
    /// As for [`Interview::entries`].
    pub fn completed(
        &self,
        mut entry: NewEntry,
        answers: &[String],
    ) -> Result<NewEntry, InterviewStop> {
        let mut answers = GivenAnswers(answers);
        self.ask_arguments(&mut entry, Thoroughness::Missing, &mut answers)?;
        fill_usual(&mut entry, &self.context);
        Ok(entry)
    }

    /// Whom it is about: where a customer and an invoice may stand, either.
    fn ask_subject(
        &self,
        entry: &mut NewEntry,
        answers: &mut GivenAnswers<'_>,
    ) -> Result<(), InterviewStop> {
        let invoice = entry.open_slot_of(ArgumentForm::Invoice);
        let customer = entry.open_slot_of(ArgumentForm::Customer);
        let (Some(invoice), Some(customer)) = (invoice, customer) else {
            return Ok(());
        };
        let Some((_, customer_slot)) = entry.slots().nth(customer) else {
            return Ok(());
        };
        if declares_number(entry) {
            return Ok(());
        }
        let before = format!("{} ", entry.header());
        let question = Question::new(self.words.subject, before);
        let filled: Vec<(usize, String)> = answers.needed(question, |answer| {
            let is_customer = !answer.starts_with('#')
                && (answer.starts_with('@') || !answer.contains(|c: char| c.is_ascii_digit()));
            if is_customer {
                let ids = read_arguments(entry, customer_slot, answer, &self.context)?;
                return Ok(ids.into_iter().map(|id| (customer, id)).collect());
            }
            let numbers = answer.split(' ').filter(|word| !word.is_empty());
            let numbers = numbers.map(|word| {
                let number = invoice_number(&self.context, word, None)?;
                Ok((invoice, number))
            });
            numbers.collect()
        })?;
        for (slot, id) in &filled {
            entry.fill(*slot, id);
        }
        Ok(())
    }

    /// The arguments of the header, in the order of the table; how much a payment is, before what it pays.
    fn ask_arguments(
        &self,
        entry: &mut NewEntry,
        thoroughness: Thoroughness,
        answers: &mut GivenAnswers<'_>,
    ) -> Result<(), InterviewStop> {
        let mut slots: Vec<(usize, &'static Slot)> = entry.slots().collect();
        slots.sort_by_key(|(_, slot)| {
            let is_invoice = slot.clause.is_none() && slot.forms == [ArgumentForm::Invoice];
            entry.directive.keyword == Keyword::Payment && is_invoice
        });
        for (place, slot) in slots {
            let is_required = slot.cardinality.is_required();
            if entry.is_filled(place) || !(is_required || self.is_asked(entry, slot, thoroughness))
            {
                continue;
            }
            let usual = self.usual(entry, place, slot);
            let lead = slot.clause.map_or("", Clause::word);
            let before = format!("{} {lead} ", entry.header().trim_end());
            let mut question = Question::new(
                &slot_words(entry, slot, self.words),
                before.replace("  ", " "),
            );
            if usual.is_none() && !is_required {
                question = question.optional();
            }
            let read = |answer: &str| read_arguments(entry, slot, answer, &self.context);
            let arguments = answers.next(question.usually(usual), read)?;
            for argument in arguments.unwrap_or_default() {
                entry.fill(place, &argument);
            }
        }
        Ok(())
    }

    /// Whether an argument that may be left out is asked for.
    fn is_asked(&self, entry: &NewEntry, slot: &Slot, thoroughness: Thoroughness) -> bool {
        if thoroughness == Thoroughness::Missing {
            return false;
        }
        let is_subject = slot.clause.is_none()
            && matches!(
                slot.forms.first(),
                Some(ArgumentForm::Invoice | ArgumentForm::Customer)
            );
        if !is_subject {
            // That money waits on account follows from an invoice that is not named.
            return entry.directive.keyword != Keyword::Payment;
        }
        let is_alone = !entry.has_subject();
        let may_name_invoice = slot.forms.contains(&ArgumentForm::Invoice)
            && customer_of(entry, &self.context).is_some_and(|customer| {
                let open = open_invoices(&self.context, customer);
                !open.is_empty()
            });
        is_alone || may_name_invoice
    }

    fn usual(&self, entry: &NewEntry, place: usize, slot: &Slot) -> Option<String> {
        let is_invoice = slot.clause.is_none() && slot.forms == [ArgumentForm::Invoice];
        if is_invoice {
            usual_invoice(entry, place, &self.context)
        } else {
            usual_argument(entry, slot, &self.context)
        }
    }

    fn ask_text(
        &self,
        entry: &mut NewEntry,
        answers: &mut GivenAnswers<'_>,
    ) -> Result<(), InterviewStop> {
        if !entry.directive.kind.is_dated() {
            return Ok(());
        }
        let question = Question::new(self.words.text, format!("{} | ", entry.header()));
        let text = answers.next(question.optional(), |answer| Ok(answer.to_owned()))?;
        entry.text = text.unwrap_or_default();
        Ok(())
    }

    /// The lines below: the day to look at it again, the name of a new customer, and whatever else there is to say.
    fn ask_details(
        &self,
        entry: &mut NewEntry,
        answers: &mut GivenAnswers<'_>,
    ) -> Result<(), InterviewStop> {
        let keys = entry.directive.keys;
        if keys.contains(&FOLLOW_UP) {
            let before = format!("{}\n  follow-up: ", entry.header());
            let question = Question::new(self.words.follow_up, before).optional();
            let today = self.context.today;
            let day = answers.next(question, |answer| read_day_word(answer, today))?;
            if let Some(day) = day {
                entry.add_detail(&format!("{}: {day}", FOLLOW_UP.word()));
            }
        }
        if entry.directive.keyword == Keyword::Customer {
            for key in keys.iter().take(4).filter(|key| key.word() != "attn") {
                let before = format!("{}\n  {}: ", entry.header(), key.word());
                let question = Question::new(&format!("{} ({})", key.word(), key.about), before);
                let read = |answer: &str| self.with_detail(entry, key.word(), answer);
                if let Some(with_line) = answers.next(question.optional(), read)? {
                    *entry = with_line;
                }
            }
        }
        loop {
            let before = format!("{}\n  ", entry.header());
            let question = Question::new(self.words.detail, before).optional();
            let read = |answer: &str| self.with_line(entry, answer);
            match answers.next(question, read)? {
                Some(with_line) => *entry = with_line,
                None => return Ok(()),
            }
        }
    }

    /// An entry with one more line, as a journal writes it.
    fn with_line(&self, entry: &NewEntry, line: &str) -> Result<NewEntry, NewEntryError> {
        if line.starts_with('>') || line.starts_with("x-") {
            let mut with_line = entry.clone();
            with_line.add_detail(line);
            with_line.print(self.context.dialect())?;
            return Ok(with_line);
        }
        let (key, value) = line.split_once(':').ok_or_else(|| {
            NewEntryError::wrong(
                format!("expected `key: value`, found `{line}`"),
                format!("for example `{}`", example_line(entry)),
            )
        })?;
        self.with_detail(entry, key.trim(), value.trim())
    }

    fn with_detail(
        &self,
        entry: &NewEntry,
        key: &str,
        value: &str,
    ) -> Result<NewEntry, NewEntryError> {
        let mut with_line = entry.clone();
        if entry.directive.keys.iter().any(|known| known.word() == key) {
            apply_flag(&mut with_line, key, value, &self.context)?;
        } else {
            with_line.add_detail(&format!("{key}: {value}"));
        }
        with_line.print(self.context.dialect())?;
        Ok(with_line)
    }
}

/// How much an interview asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Thoroughness {
    /// What may be left out too.
    Everything,
    /// What is missing alone.
    Missing,
}

/// A line that may stand below an entry.
fn example_line(entry: &NewEntry) -> String {
    let mut lines = entry
        .directive
        .keys
        .iter()
        .flat_map(|key| key.examples().into_vec());
    lines.next().map_or_else(
        || "document: invoices/2026-001.pdf".to_owned(),
        String::from,
    )
}

/// The keyword that an answer means, in English or Dutch, or that alone begins so.
fn read_keyword(answer: &str) -> Result<&'static Directive, NewEntryError> {
    let small = answer.to_lowercase();
    let mut beginning = DIRECTIVES.iter().filter(|it| it.word().starts_with(&small));
    let only = beginning.next().filter(|_| beginning.next().is_none());
    find_directive(answer).or(only.copied()).ok_or_else(|| {
        let message = format!("no such keyword: {answer}");
        match nearest_keyword(answer) {
            Some(near) => NewEntryError::wrong(message, format!("did you mean {near}?")),
            None => {
                NewEntryError::wrong(message, "`tegoed explain` lists them; Tab shows them here")
            }
        }
    })
}
