//! After a contact: what the customer promised, as an entry of its own.

use super::day_word::read_day_word;
use super::entry_words::customer_of;
use super::known_name::{named, open_invoices};
use super::new_entry::NewEntry;
use super::new_entry_context::NewEntryContext;
use super::question::{GivenAnswers, InterviewStop, Question};
use super::slot_question::read_arguments;
use super::usual_value::usual_argument;
use crate::journal::model::CustomerIx;
use crate::language::add::AddWords;
use crate::syntax::clause::Clause;
use crate::syntax::directive::promise::PROMISE;
use crate::syntax::keyword::Keyword;
use crate::syntax::table::{ArgumentForm, Slot};

/// The promise that was made in a contact; `None` where none was, or nothing is open.
///
/// # Errors
/// Something is still to be asked, or the last answer is wrong.
pub fn ask_promise(
    contact: &NewEntry,
    context: &NewEntryContext<'_>,
    words: &AddWords,
    answers: &mut GivenAnswers<'_>,
) -> Result<Option<NewEntry>, InterviewStop> {
    let is_talk = matches!(
        contact.directive.keyword,
        Keyword::Phone | Keyword::Email | Keyword::Visit | Keyword::Chat
    );
    let customer = customer_of(contact, context).filter(|_| is_talk);
    let Some(customer) = customer.filter(|it| !open_invoices(context, *it).is_empty()) else {
        return Ok(None);
    };
    let mut promise = NewEntry::new(&PROMISE, contact.date);
    let question = Question::new(words.promised_by, format!("{} by ", promise.header()));
    let by = answers.next(question.optional(), |answer| {
        read_day_word(answer, context.today)
    })?;
    let Some(by) = by else {
        return Ok(None);
    };
    let invoices = promised_invoices(contact, customer, context, words, answers)?;
    let count = invoices.len();
    fill_slot(&mut promise, is_invoice, invoices);
    let amounts = promised_amount(&promise, count, context, words, answers)?;
    fill_slot(&mut promise, is_amount, amounts);
    fill_slot(&mut promise, is_last_day, vec![by.to_string()]);
    Ok(Some(promise))
}

/// Which invoices are meant: those of the contact, the only open one, else those that are named.
fn promised_invoices(
    contact: &NewEntry,
    customer: CustomerIx,
    context: &NewEntryContext<'_>,
    words: &AddWords,
    answers: &mut GivenAnswers<'_>,
) -> Result<Vec<String>, InterviewStop> {
    let named_there: Vec<String> = contact.ids('#').map(|id| format!("#{id}")).collect();
    if !named_there.is_empty() {
        return Ok(named_there);
    }
    let open = named(context.journal, &open_invoices(context, customer));
    if let [only] = open.as_slice() {
        return Ok(vec![format!("#{only}")]);
    }
    let id = context.journal.customer_id(customer);
    let before = format!("{} {} @{id} ", contact.date, PROMISE.word());
    let question = Question::new(words.invoice, before).usually(Some(open.join(" ")));
    let slot = PROMISE.slots.iter().find(|slot| is_invoice(slot));
    answers.needed(question, |answer| match slot {
        Some(slot) => read_arguments(contact, slot, answer, context),
        None => Ok(Vec::new()),
    })
}

/// How much: what is open of one invoice, where it is one.
fn promised_amount(
    promise: &NewEntry,
    invoices: usize,
    context: &NewEntryContext<'_>,
    words: &AddWords,
    answers: &mut GivenAnswers<'_>,
) -> Result<Vec<String>, InterviewStop> {
    let Some(slot) = PROMISE.slots.iter().find(|slot| is_amount(slot)) else {
        return Ok(Vec::new());
    };
    let usual = usual_argument(promise, slot, context).filter(|_| invoices == 1);
    let question = Question::new(words.promised_amount, format!("{} ", promise.header()));
    let question = question.usually(usual).optional();
    let amount = answers.next(question, |answer| {
        read_arguments(promise, slot, answer, context)
    })?;
    Ok(amount.unwrap_or_default())
}

fn is_invoice(slot: &Slot) -> bool {
    slot.clause.is_none() && slot.forms == [ArgumentForm::Invoice]
}

fn is_amount(slot: &Slot) -> bool {
    slot.clause.is_none() && slot.forms == [ArgumentForm::Amount]
}

fn is_last_day(slot: &Slot) -> bool {
    slot.clause == Some(Clause::By)
}

fn fill_slot(entry: &mut NewEntry, is_meant: fn(&Slot) -> bool, arguments: Vec<String>) {
    let meant = entry.slots().find(|(_, slot)| is_meant(slot));
    for argument in arguments {
        if let Some((place, _)) = meant {
            entry.fill(place, &argument);
        }
    }
}
