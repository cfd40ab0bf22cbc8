//! A question about one argument of an entry: how it is asked, and what an answer gives.

use super::entry_words::{argument_for_slot, declares_number};
use super::new_entry::NewEntry;
use super::new_entry_context::NewEntryContext;
use super::new_entry_error::NewEntryError;
use crate::language::add::AddWords;
use crate::syntax::clause::Clause;
use crate::syntax::keyword::Keyword;
use crate::syntax::keyword_page::slot_form;
use crate::syntax::table::{ArgumentForm, Slot};

/// What an answer gives a slot: one argument, or several where it takes several.
///
/// # Errors
/// It has not the form of the slot, or names nothing that is known.
pub fn read_arguments(
    entry: &NewEntry,
    slot: &Slot,
    answer: &str,
    context: &NewEntryContext<'_>,
) -> Result<Vec<String>, NewEntryError> {
    let is_new_customer = entry.directive.keyword == Keyword::Customer;
    let sigil = match slot.forms.first() {
        Some(ArgumentForm::Invoice) if declares_number(entry) && slot.clause.is_none() => "#",
        Some(ArgumentForm::Customer) if is_new_customer => "@",
        _ => "",
    };
    if !sigil.is_empty() {
        return Ok(vec![format!("{sigil}{}", answer.trim_start_matches(sigil))]);
    }
    let words: Vec<&str> = if slot.cardinality.is_repeatable() {
        answer.split(' ').filter(|word| !word.is_empty()).collect()
    } else {
        vec![answer]
    };
    let each = words.into_iter().map(|word| {
        let argument = argument_for_slot(entry, slot, word, context)?;
        argument.ok_or_else(|| {
            let form = slot_form(slot);
            let message = format!("expected {form}, found `{word}`");
            let example = slot.example();
            let example = match context.dialect().mark {
                Some(',') => example.replace('.', ","),
                _ => example,
            };
            NewEntryError::wrong(message, format!("write it as in `{example}`"))
        })
    });
    each.collect()
}

/// What is asked for a slot.
pub fn slot_words(entry: &NewEntry, slot: &Slot, words: &AddWords) -> String {
    let named = match slot.clause {
        Some(Clause::Due) => words.due,
        Some(Clause::Vat) => words.vat,
        Some(Clause::By) => words.by,
        Some(Clause::Until) => words.until,
        Some(Clause::Via) => words.via,
        Some(Clause::To) => words.to,
        Some(Clause::For) => words.for_invoice,
        Some(Clause::Of) => words.of,
        Some(Clause::Policy) => words.policy,
        Some(Clause::From) => words.from,
        Some(clause) => return clause.word().to_owned(),
        None => match slot.forms.first() {
            Some(ArgumentForm::Invoice) if declares_number(entry) => words.number,
            Some(ArgumentForm::Invoice) => words.invoice,
            Some(ArgumentForm::Customer) if entry.directive.keyword == Keyword::Customer => {
                words.new_customer
            }
            Some(ArgumentForm::Customer) => words.customer,
            Some(ArgumentForm::Amount | ArgumentForm::AmountOrZero | ArgumentForm::Balance) => {
                words.amount
            }
            Some(ArgumentForm::Name) => words.name,
            _ => return slot_form(slot).trim_matches(['[', ']']).to_owned(),
        },
    };
    named.to_owned()
}
