//! What is usual, by the journal: the next number, the terms and the VAT of a customer, what is open.

use super::entry_words::customer_of;
use super::known_name::open_invoices;
use super::new_entry::NewEntry;
use super::new_entry_context::NewEntryContext;
use crate::journal::model::{CustomerIx, DueBasis, Invoice, InvoiceIx, Journal, NumberUse};
use crate::journal::number_series::next_numbers;
use crate::syntax::clause::Clause;
use crate::syntax::directive::payment::ON_ACCOUNT;
use crate::syntax::keyword::Keyword;
use crate::syntax::print::print_argument;
use crate::syntax::table::{ArgumentForm, Slot};
use crate::value::calendar::days_between;
use crate::value::money::Money;
use crate::value::vat_code::VatCode;
use chrono::{Days, NaiveDate};

/// The number behind the last of the row of numbers that was used last for invoices, or for credit notes, with its sign.
/// `None` where there is none yet.
pub fn next_number(journal: &Journal, number_use: NumberUse) -> Option<String> {
    next_numbers(journal, Some(number_use)).into_iter().next()
}

/// What is open of an invoice; `None` where nothing is.
pub fn open_amount(context: &NewEntryContext<'_>, invoice: InvoiceIx) -> Option<Money> {
    let open = context.ledger.open_principal(context.journal, invoice);
    let currency = context.journal.invoices[invoice].currency;
    open.is_positive().then(|| Money::new(open, currency))
}

/// The open invoice of a customer that an amount pays to the cent, where it is the only one.
pub fn invoice_of_amount(
    context: &NewEntryContext<'_>,
    customer: CustomerIx,
    amount: Money,
) -> Option<InvoiceIx> {
    let open = open_invoices(context, customer);
    let mut fitting = open
        .into_iter()
        .filter(|invoice| open_amount(context, *invoice) == Some(amount));
    fitting.next().filter(|_| fitting.next().is_none())
}

/// The only open invoice of a customer; `None` where there are more, or none.
pub fn only_open_invoice(context: &NewEntryContext<'_>, customer: CustomerIx) -> Option<InvoiceIx> {
    match open_invoices(context, customer).as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// The VAT that the last invoice to a customer has in its header; `None` where it has none, or there is no invoice.
pub fn usual_vat(journal: &Journal, customer: CustomerIx) -> Option<VatCode> {
    last_invoice(journal, customer)?.1.vat
}

/// When an invoice is due that is written like the last one to a customer; `None` where that one names no day, because terms
/// say it.
pub fn usual_due_date(
    journal: &Journal,
    customer: CustomerIx,
    date: NaiveDate,
) -> Option<NaiveDate> {
    let (last, invoice) = last_invoice(journal, customer)?;
    if invoice.due_basis != DueBasis::Written {
        return None;
    }
    let days = days_between(invoice.date, journal.first_due_date(last)?);
    date.checked_add_days(Days::new(u64::try_from(days).ok()?))
}

/// Gives an entry what it lacks and the journal leaves no doubt about: the next number, the only open invoice, what is open
/// of it, the VAT and the day of the last invoice to the customer.
pub fn fill_usual(entry: &mut NewEntry, context: &NewEntryContext<'_>) {
    if let Some(slot) = entry.open_slot_of(ArgumentForm::Invoice)
        && let Some(number) = usual_invoice(entry, slot, context)
    {
        entry.fill(slot, &number);
    }
    let missing: Vec<(usize, &Slot)> = entry.missing_slots().collect();
    for (place, slot) in missing {
        if let Some(value) = usual_argument(entry, slot, context) {
            entry.fill(place, &value);
        }
    }
    if entry.directive.keyword == Keyword::Invoice {
        let open: Vec<(usize, &Slot)> = entry.open_slots().collect();
        for (place, slot) in open {
            let is_said_below = slot.clause.is_some_and(|clause| says_below(entry, clause));
            if !is_said_below && let Some(value) = usual_argument(entry, slot, context) {
                entry.fill(place, &value);
            }
        }
    }
}

/// Whether lines below the header say what a clause would.
fn says_below(entry: &NewEntry, clause: Clause) -> bool {
    let keys: &[&str] = match clause {
        Clause::Due => &["due", "terms", "policy"],
        Clause::Vat => &["vat", "item"],
        _ => &[],
    };
    keys.iter().any(|key| entry.has_detail(key))
}

/// The invoice that an entry is about, where the journal leaves no doubt; a new number where it declares one.
pub fn usual_invoice(
    entry: &NewEntry,
    slot: usize,
    context: &NewEntryContext<'_>,
) -> Option<String> {
    if entry.is_filled(slot) {
        return None;
    }
    match entry.directive.keyword {
        Keyword::Invoice => return next_number(context.journal, NumberUse::Invoice),
        Keyword::Credit => return next_number(context.journal, NumberUse::Credit),
        _ => {}
    }
    let customer = customer_of(entry, context)?;
    let is_required = entry.missing_slots().any(|(place, _)| place == slot);
    let invoice = if is_required {
        only_open_invoice(context, customer)?
    } else if waits_for_invoice(entry) {
        invoice_of_amount(context, customer, entry.amount(context.dialect())?)?
    } else {
        return None;
    };
    Some(format!("#{}", context.journal.invoice_no(invoice)))
}

/// Whether an entry is money that says nothing of what it pays.
fn waits_for_invoice(entry: &NewEntry) -> bool {
    let is_payment = entry.directive.keyword == Keyword::Payment;
    is_payment && !entry.has_detail("for") && !entry.has_argument(ON_ACCOUNT)
}

/// What is usual in a slot of an entry, as a journal writes it.
pub fn usual_argument(
    entry: &NewEntry,
    slot: &Slot,
    context: &NewEntryContext<'_>,
) -> Option<String> {
    let (journal, dialect) = (context.journal, context.dialect());
    match (slot.clause, slot.forms.first()?) {
        (Some(Clause::Vat), _) => {
            let vat = usual_vat(journal, customer_of(entry, context)?)?;
            Some(print_argument(&vat, dialect))
        }
        (Some(Clause::Due), ArgumentForm::Date) => {
            let due = usual_due_date(journal, customer_of(entry, context)?, entry.date)?;
            Some(due.to_string())
        }
        (None, ArgumentForm::Amount) if pays_what_is_open(entry.directive.keyword) => {
            let invoice: InvoiceIx = journal.invoice_numbers.index_of(entry.ids('#').next()?)?;
            let open = open_amount(context, invoice)?;
            Some(journal.format_money(open))
        }
        _ => None,
    }
}

/// Whether the amount of an entry is mostly what is open.
const fn pays_what_is_open(keyword: Keyword) -> bool {
    matches!(keyword, Keyword::Payment | Keyword::Promise)
}

fn last_invoice(journal: &Journal, customer: CustomerIx) -> Option<(InvoiceIx, &Invoice)> {
    let issued = journal.invoices.iter();
    let of_customer = issued.filter(|(_, invoice)| {
        invoice.number_use == NumberUse::Invoice && invoice.customer == Some(customer)
    });
    of_customer.max_by_key(|(number, invoice)| (invoice.date, *number))
}
