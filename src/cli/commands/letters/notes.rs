//! What the owner is told on standard error beside letters: what the program assumed, and what to look at before they go.

use crate::cli::command_context::CommandContext;
use crate::journal::model::Journal;
use crate::ledger::payer_candidates::PayerCandidates;
use crate::letter::compose::{LetterDraft, LetterSummary};
use crate::letter::draft::written_language;
use crate::letter::facts::abroad::two_countries;
use crate::pipeline::Outcome;
use crate::render::letter_medium::LetterMedium;
use crate::render::payment_code::missing_code_reason;
use crate::value::key_name::KeyName;
use std::collections::{BTreeMap, BTreeSet};

/// Tells all of it about some letters.
pub fn tell_notes(letters: &[&LetterSummary], outcome: &Outcome, context: &CommandContext) {
    tell_assumed_languages(letters, outcome, context);
    tell_unknown_payments(letters, outcome, context);
    tell_missing_bic(letters, &outcome.journal, context);
}

/// Tells for whom nobody wrote a language: their letters are in that of their country.
fn tell_assumed_languages(letters: &[&LetterSummary], outcome: &Outcome, context: &CommandContext) {
    let asked = context.global_flags.lang.as_ref();
    if asked.or(context.settings.lang.as_ref()).is_some() {
        return;
    }
    let mut assumed: BTreeMap<&'static str, BTreeSet<&str>> = BTreeMap::new();
    for letter in letters {
        let id = outcome.journal.customer_id(letter.customer);
        if let Some(tag) = letter.language
            && written_language(&outcome.journal, letter.customer).is_none()
        {
            assumed.entry(tag).or_default().insert(id);
        }
    }
    for (tag, customers) in assumed {
        let customers: Vec<String> = customers.iter().map(|id| format!("@{id}")).collect();
        context.console.print_to_stderr(&format!(
            "note: nothing says in which language to write to {}: letters are in `{tag}`, the language of the country; \
             write `language:` under `business`\n",
            customers.join(", ")
        ));
    }
}

/// Tells which payments of an unknown payer are just what is open of an invoice of a letter: the letter is written, since
/// nobody knows that they are the customer's.
fn tell_unknown_payments(letters: &[&LetterSummary], outcome: &Outcome, context: &CommandContext) {
    let (journal, ledger) = (&outcome.journal, &outcome.ledger);
    let payments = journal.unknown_payments_by(ledger.as_of);
    if payments.is_empty() {
        return;
    }
    let letters = letters.iter().flat_map(|letter| &letter.invoices);
    let asked: BTreeSet<_> = letters.copied().collect();
    let candidates = PayerCandidates::from_ledger(journal, ledger);
    for payment in payments {
        let fits = candidates.only_invoice_of(payment.amount);
        if let Some(invoice) = fits.filter(|invoice| asked.contains(invoice)) {
            let customer = journal.invoices[invoice].customer;
            let customer = customer.map_or("", |customer| journal.customer_id(customer));
            context.console.print_to_stderr(&format!(
                "note: nobody knows who paid the {} of {}, and #{} of @{customer} is open for just that amount: look before \
                 its letter goes out, and write who paid in place of `unknown`\n",
                journal.format_money(payment.amount),
                payment.date,
                journal.invoice_no(invoice),
            ));
        }
    }
}

/// Tells which letters ask for money from another country and name no BIC.
fn tell_missing_bic(letters: &[&LetterSummary], journal: &Journal, context: &CommandContext) {
    if journal.business_value(KeyName::Bic).is_some() {
        return;
    }
    let abroad = letters.iter().filter(|letter| {
        letter.total.minor.is_positive() && two_countries(journal, letter.customer).is_some()
    });
    let customers: BTreeSet<String> = abroad
        .map(|letter| format!("@{}", journal.customer_id(letter.customer)))
        .collect();
    if !customers.is_empty() {
        let customers: Vec<String> = customers.into_iter().collect();
        context.console.print_to_stderr(&format!(
            "note: letters abroad, to {}, name no BIC, which a bank there may ask for: write `bic:` under `business`\n",
            customers.join(", ")
        ));
    }
}

/// Tells that a letter has no code to scan, where its medium shows one.
pub fn tell_missing_code(
    draft: &LetterDraft,
    medium: &LetterMedium,
    name: &str,
    context: &CommandContext,
) {
    let letter = draft.letter.as_ref();
    let payment = letter.and_then(|letter| letter.payment.as_ref());
    let payment = payment.filter(|_| medium.shows_payment_code);
    if let Some(why) = payment.and_then(missing_code_reason) {
        let line = format!("{name} has no code to scan: {why}\n");
        context.console.print_to_stderr(&line);
    }
}
