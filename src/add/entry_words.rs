//! The words behind a keyword on the command line, each into the slot that it fits: ids without their signs, amounts,
//! clauses, and words of its own.

use super::day_word::read_day_word;
use super::known_name::{customer_id, invoice_number};
use super::new_entry::NewEntry;
use super::new_entry_context::NewEntryContext;
use super::new_entry_error::NewEntryError;
use crate::journal::model::{CustomerIx, InvoiceIx};
use crate::syntax::keyword::Keyword;
use crate::syntax::table::{ArgumentForm, Slot};
use crate::syntax::whole_argument::whole_argument;
use crate::value::currency::Currency;

/// Puts words into an entry, in any order: what has a sign or a form of its own goes where that fits, an id where one is
/// known by it. What is left over, if it is one word or stands in quotes, are the words behind `|`.
///
/// # Errors
/// A word fits nowhere, or may mean several things.
pub fn fill_with_words(
    entry: &mut NewEntry,
    words: &[String],
    context: &NewEntryContext<'_>,
) -> Result<(), NewEntryError> {
    let mut rest = words;
    while let [word, behind @ ..] = rest {
        rest = behind;
        if word == "|" {
            entry.text = rest.join(" ");
            return Ok(());
        }
        if let Some((place, slot)) = clause_slot(entry, word) {
            rest = fill_clause(entry, place, slot, rest, context)?;
        } else if let Some(behind) = fill_amount_with_currency(entry, word, rest, context)? {
            rest = behind;
        } else if let Some((slot, argument)) = argument_of(entry, word, rest, context)? {
            entry.fill(slot, &argument);
        } else if entry.text.is_empty() {
            entry.text.clone_from(word);
        } else {
            return Err(loose_words(entry, word));
        }
    }
    Ok(())
}

/// The customer that an entry names, or whose invoice it names.
pub fn customer_of(entry: &NewEntry, context: &NewEntryContext<'_>) -> Option<CustomerIx> {
    let journal = context.journal;
    let named = entry.ids('@').next();
    let named = named.and_then(|id| journal.customer_ids.index_of(id));
    named.or_else(|| {
        let invoice = entry.ids('#').next()?;
        let invoice: InvoiceIx = journal.invoice_numbers.index_of(invoice)?;
        journal.invoices[invoice].customer
    })
}

/// Whether the first number in the header of an entry is a new one.
pub fn declares_number(entry: &NewEntry) -> bool {
    matches!(entry.directive.keyword, Keyword::Invoice | Keyword::Credit)
}

/// An argument for a slot, as a journal writes it: days in words and ids without their sign become what they mean.
/// `None` where the words have none of its forms.
///
/// # Errors
/// They were meant as one, and are wrong.
pub fn argument_for_slot(
    entry: &NewEntry,
    slot: &Slot,
    words: &str,
    context: &NewEntryContext<'_>,
) -> Result<Option<String>, NewEntryError> {
    let mut wrong = None;
    for form in slot.forms {
        let read = match form {
            ArgumentForm::Invoice => {
                let number = invoice_number(context, words, customer_of(entry, context));
                number.map(Some).map_err(NewEntryError::from)
            }
            ArgumentForm::Customer => customer_id(context.journal, words)
                .map(Some)
                .map_err(NewEntryError::from),
            ArgumentForm::Date => {
                let day = read_day_word(words, context.today);
                day.map(|day| Some(day.to_string()))
            }
            form => match whole_argument(*form, context.dialect(), words) {
                Ok(value) => Ok(value.map(|_| words.to_owned())),
                Err(fault) => Err(NewEntryError::from(&*fault)),
            },
        };
        match read {
            Ok(None) => {}
            Ok(found) => return Ok(found),
            Err(error) => {
                wrong.get_or_insert(error);
            }
        }
    }
    wrong.map_or(Ok(None), Err)
}

/// The slot whose clause word this is.
fn clause_slot(entry: &NewEntry, word: &str) -> Option<(usize, &'static Slot)> {
    let mut slots = entry.open_slots();
    slots.find(|(_, slot)| slot.clause.is_some_and(|clause| clause.word() == word))
}

/// Gives a clause what stands behind its word: one word, or as many as fit where it takes several.
fn fill_clause<'w>(
    entry: &mut NewEntry,
    place: usize,
    slot: &'static Slot,
    words: &'w [String],
    context: &NewEntryContext<'_>,
) -> Result<&'w [String], NewEntryError> {
    let clause = slot.clause.map_or("", |clause| clause.word());
    let no_value = || {
        NewEntryError::wrong(
            format!("`{clause}` needs a value behind it"),
            format!("write it as `{}`", slot.example()),
        )
    };
    let (first, mut rest) = words.split_first().ok_or_else(no_value)?;
    let argument = argument_for_slot(entry, slot, first, context)?;
    entry.fill(place, &argument.ok_or_else(no_value)?);
    while slot.cardinality.is_repeatable()
        && let Some((next, behind)) = rest.split_first()
        && let Ok(Some(argument)) = argument_for_slot(entry, slot, next, context)
    {
        entry.fill(place, &argument);
        rest = behind;
    }
    Ok(rest)
}

/// An amount whose currency is a word of its own: `300 USD`.
fn fill_amount_with_currency<'w>(
    entry: &mut NewEntry,
    word: &str,
    behind: &'w [String],
    context: &NewEntryContext<'_>,
) -> Result<Option<&'w [String]>, NewEntryError> {
    let Some((code, behind)) = behind.split_first() else {
        return Ok(None);
    };
    let is_code = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    if !is_code || Currency::from_code(code).is_none() {
        return Ok(None);
    }
    let together = format!("{word} {code}");
    let Some(slot) = amount_slot(entry, &together, context)? else {
        return Ok(None);
    };
    entry.fill(slot, &together);
    Ok(Some(behind))
}

/// The slot of a word, and the argument that it is. `None` where it is no argument.
fn argument_of(
    entry: &NewEntry,
    word: &str,
    behind: &[String],
    context: &NewEntryContext<'_>,
) -> Result<Option<(usize, String)>, NewEntryError> {
    if word.starts_with(['#', '@']) {
        return signed_argument(entry, word, context).map(Some);
    }
    if let Some(found) = number_in_front(entry, word, behind, context) {
        return Ok(Some(found));
    }
    if let Some(slot) = amount_slot(entry, word, context)? {
        return Ok(Some((slot, word.to_owned())));
    }
    let unnamed = unnamed_argument(entry, word, context);
    if let Ok(Some(found)) = unnamed {
        return Ok(Some(found));
    }
    match (bare_id(entry, word, context), unnamed) {
        (Ok(None), Err(wrong)) => Err(wrong),
        (found, _) => found,
    }
}

/// An invoice behind `#`, or a customer behind `@`.
fn signed_argument(
    entry: &NewEntry,
    word: &str,
    context: &NewEntryContext<'_>,
) -> Result<(usize, String), NewEntryError> {
    let (form, what) = if word.starts_with('#') {
        (ArgumentForm::Invoice, "invoice")
    } else {
        (ArgumentForm::Customer, "customer")
    };
    let slot = entry.open_slot_of(form).ok_or_else(|| {
        NewEntryError::wrong(
            format!(
                "`{}` takes no further {what}, found `{word}`",
                entry.directive.word()
            ),
            format!(
                "`tegoed explain {}` shows what it takes",
                entry.directive.word()
            ),
        )
    })?;
    if is_new_id(entry, form) {
        return Ok((slot, word.to_owned()));
    }
    let id = match form {
        ArgumentForm::Invoice => invoice_number(context, word, customer_of(entry, context)),
        _ => customer_id(context.journal, word),
    };
    Ok((slot, id?))
}

/// Whether an id in the header is one that the entry declares.
fn is_new_id(entry: &NewEntry, form: ArgumentForm) -> bool {
    match form {
        ArgumentForm::Invoice => declares_number(entry),
        _ => entry.directive.keyword == Keyword::Customer,
    }
}

/// A number that is an invoice although it could be an amount: another number behind it is the amount, or only an invoice
/// must stand here.
fn number_in_front(
    entry: &NewEntry,
    word: &str,
    behind: &[String],
    context: &NewEntryContext<'_>,
) -> Option<(usize, String)> {
    let slot = entry.open_slot_of(ArgumentForm::Invoice)?;
    let is_amount = |word: &str| {
        matches!(
            whole_argument(ArgumentForm::Amount, context.dialect(), word),
            Ok(Some(_))
        )
    };
    if !is_amount(word) {
        return None;
    }
    // Nobody writes an amount with a nought in front.
    let is_padded = word.starts_with('0') && word.bytes().all(|byte| byte.is_ascii_digit());
    let amount_follows = is_padded || behind.iter().any(|word| is_amount(word));
    let mut missing = entry.missing_slots();
    let only_invoice_missing = missing.next().is_some_and(|(place, _)| place == slot)
        && missing.next().is_none()
        && entry.ids('@').next().is_none();
    if !amount_follows && !only_invoice_missing {
        return None;
    }
    if is_new_id(entry, ArgumentForm::Invoice) {
        return Some((slot, format!("#{word}")));
    }
    let number = invoice_number(context, word, customer_of(entry, context));
    number.ok().map(|number| (slot, number))
}

/// The slot without clause word that takes an amount, where a word is one.
fn amount_slot(
    entry: &NewEntry,
    word: &str,
    context: &NewEntryContext<'_>,
) -> Result<Option<usize>, NewEntryError> {
    let is_amount = |form: &&ArgumentForm| {
        matches!(
            form,
            ArgumentForm::Amount | ArgumentForm::AmountOrZero | ArgumentForm::Balance
        )
    };
    for (place, slot) in entry.open_slots().filter(|(_, slot)| slot.clause.is_none()) {
        let Some(form) = slot.forms.iter().find(is_amount) else {
            continue;
        };
        match whole_argument(*form, context.dialect(), word) {
            Ok(Some(_)) => return Ok(Some(place)),
            Err(fault) if word.starts_with(|c: char| c.is_ascii_digit() || "-€".contains(c)) => {
                return Err(NewEntryError::from(&*fault));
            }
            Ok(None) | Err(_) => {}
        }
    }
    Ok(None)
}

/// A word of a closed list, the name of a stage, a period, a path.
fn unnamed_argument(
    entry: &NewEntry,
    word: &str,
    context: &NewEntryContext<'_>,
) -> Result<Option<(usize, String)>, NewEntryError> {
    let is_customer = context
        .journal
        .customer_ids
        .index_of::<CustomerIx>(word)
        .is_some();
    for (place, slot) in entry.open_slots().filter(|(_, slot)| slot.clause.is_none()) {
        for form in slot.forms {
            let is_read_elsewhere = matches!(
                form,
                ArgumentForm::Invoice
                    | ArgumentForm::Customer
                    | ArgumentForm::Amount
                    | ArgumentForm::AmountOrZero
                    | ArgumentForm::Balance
            );
            if is_read_elsewhere || (*form == ArgumentForm::Name && is_customer) {
                continue;
            }
            match whole_argument(*form, context.dialect(), word) {
                Ok(Some(_)) => return Ok(Some((place, word.to_owned()))),
                Err(fault) if slot.cardinality.is_required() => {
                    return Err(NewEntryError::from(&*fault));
                }
                Ok(None) | Err(_) => {}
            }
        }
    }
    Ok(None)
}

/// An invoice or a customer without its sign; a new one where the entry declares it.
fn bare_id(
    entry: &NewEntry,
    word: &str,
    context: &NewEntryContext<'_>,
) -> Result<Option<(usize, String)>, NewEntryError> {
    let customer_slot = entry.open_slot_of(ArgumentForm::Customer);
    if let Some(slot) = customer_slot.filter(|_| is_new_id(entry, ArgumentForm::Customer)) {
        return Ok(Some((slot, format!("@{word}"))));
    }
    let is_known = context
        .journal
        .customer_ids
        .index_of::<CustomerIx>(word)
        .is_some();
    // Behind an invoice a part of a name is rather a word of a sentence.
    let customer_slot = customer_slot.filter(|_| is_known || !entry.has_subject());
    let customer = customer_slot.map(|slot| (slot, customer_id(context.journal, word)));
    if let Some((slot, Ok(customer))) = customer {
        return Ok(Some((slot, customer)));
    }
    let is_number = word.contains(|c: char| c.is_ascii_digit()) && !word.contains(' ');
    if let Some(slot) = entry
        .open_slot_of(ArgumentForm::Invoice)
        .filter(|_| is_number)
    {
        if declares_number(entry) {
            // A new number stands in front: behind other arguments it is a word of a sentence.
            return Ok(entry.is_bare().then(|| (slot, format!("#{word}"))));
        }
        match invoice_number(context, word, customer_of(entry, context)) {
            Ok(number) => return Ok(Some((slot, number))),
            Err(missing) if !entry.has_subject() => return Err(missing.into()),
            Err(_) => {}
        }
    }
    match customer {
        // The first word behind the keyword says whom it is about, where that is no sentence.
        Some((_, Err(missing)))
            if !entry.has_subject() && (missing.is_ambiguous || !word.contains(' ')) =>
        {
            Err(missing.into())
        }
        _ => Ok(None),
    }
}

/// A second word that fits nowhere.
fn loose_words(entry: &NewEntry, word: &str) -> NewEntryError {
    NewEntryError::wrong(
        format!("`{}` and `{word}` fit nowhere", entry.text),
        "put words of your own in quotes: \"half is on its way\"",
    )
}
