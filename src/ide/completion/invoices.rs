//! Invoices with what is open, and numbers for new ones.

use super::candidate::{Candidate, CandidateKind};
use super::completion_place::{CompletionPlace, MAX_CANDIDATES};
use crate::ide::invoice_words::{InvoiceBalance, invoice_words};
use crate::journal::model::{CustomerIx, InvoiceIx, NumberUse};
use crate::journal::number_series::next_numbers;
use crate::syntax::keyword::Keyword;
use std::cmp::Reverse;

/// The customer that the header names.
fn named_customer(at: &CompletionPlace<'_, '_, '_>) -> Option<CustomerIx> {
    let mut words = at.header().split([' ', '\t']);
    let id = words.find_map(|word| word.strip_prefix('@'))?;
    at.view.outcome.journal.customer_ids.index_of(id)
}

/// What an invoice is offered by.
struct InvoiceOffer {
    number: InvoiceIx,
    balance: InvoiceBalance,
    is_of_customer: bool,
}

/// Invoices: those of the customer that the entry names first, open ones before closed ones, the latest due last. Where an
/// invoice is declared: the next number of each row.
pub fn invoices(at: &CompletionPlace<'_, '_, '_>) -> Vec<Candidate> {
    let declares = matches!(at.keyword(), Some(Keyword::Invoice | Keyword::Credit));
    let names_none = !at.header().contains('#') || at.typed.text.starts_with('#');
    if declares && names_none && !at.is_below_header() {
        return next_number_candidates(at);
    }
    let typed = at.typed.text.to_lowercase();
    let customer = named_customer(at);
    let mut all: Vec<InvoiceOffer> = invoice_offers(at, customer, &typed).collect();
    all.sort_by_key(|offer| {
        (
            !offer.is_of_customer,
            offer.balance.open.is_zero(),
            offer.balance.due,
            Reverse(offer.number),
        )
    });
    let each = all.iter().map(|offer| invoice_candidate(at, offer));
    each.filter(|candidate| candidate.fits(&typed))
        .take(MAX_CANDIDATES)
        .collect()
}

/// The invoices that what is typed, in small letters, may lead to: most of a big journal are passed over without a word.
fn invoice_offers<'p>(
    at: &'p CompletionPlace<'_, '_, '_>,
    customer: Option<CustomerIx>,
    typed: &'p str,
) -> impl Iterator<Item = InvoiceOffer> + 'p {
    let journal = &at.view.outcome.journal;
    let letters = typed.trim_start_matches('#');
    let issued = journal.invoices.iter();
    let issued = issued.filter(|(_, it)| it.number_use == NumberUse::Invoice);
    let meant = issued.filter(move |(number, invoice)| {
        let begun = journal.invoice_no(*number).get(..letters.len());
        let name = || invoice.customer.map(|it| journal.customer_name(it));
        begun.is_some_and(|begun| begun.eq_ignore_ascii_case(letters))
            || name().is_some_and(|name| name.to_lowercase().contains(letters))
    });
    meant.map(move |(number, invoice)| InvoiceOffer {
        number,
        balance: InvoiceBalance::new(at.view, number),
        is_of_customer: customer.is_some() && invoice.customer == customer,
    })
}

fn invoice_candidate(at: &CompletionPlace<'_, '_, '_>, offer: &InvoiceOffer) -> Candidate {
    let journal = &at.view.outcome.journal;
    let invoice = &journal.invoices[offer.number];
    let name = invoice.customer.map(|it| journal.customer_name(it));
    let words = invoice_words(at.view, offer.number, offer.balance);
    let parts = name.map(str::to_owned).into_iter().chain(words);
    let number = format!("#{}", journal.invoice_no(offer.number));
    Candidate::word(CandidateKind::Invoice, &number, &at.typed)
        .about(parts.collect::<Vec<_>>().join(", "))
        .found_by(name)
}

/// The number behind the last of each row of numbers, the row that was used last first.
fn next_number_candidates(at: &CompletionPlace<'_, '_, '_>) -> Vec<Candidate> {
    let about = at.view.language.phrases.editor.next_number;
    let next = next_numbers(&at.view.outcome.journal, None).into_iter();
    let each =
        next.map(|number| Candidate::word(CandidateKind::Invoice, &number, &at.typed).about(about));
    each.take(MAX_CANDIDATES).collect()
}
