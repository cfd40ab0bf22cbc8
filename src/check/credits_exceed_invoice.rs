//! P021: more was given for an invoice than was invoiced.

use super::shared::check_input::{CheckInput, date_span};
use crate::journal::model::{Component, InvoiceIx, Movement, MovementKind};
use crate::ledger::balance_change::is_balance_neutral;
use crate::ledger::excess_credits::{ExcessCredit, excess_credits};
use crate::ledger::model::{AllocationRule, Status};
use crate::text::diagnostic::Sink;
use crate::value::money::Minor;
use std::collections::{BTreeMap, BTreeSet};

crate::check_rule! {
    "P021" "credits-exceed-invoice" Warning, needs Figures, page "credits_exceed_invoice.md", Journal(run)
}

/// What was given for an invoice, beside what was paid.
#[derive(Default)]
struct Given<'m> {
    credits: Minor,
    others: Minor,
    last_credit: Option<&'m Movement>,
    count: usize,
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let mut given = credits_by_invoice(input);
    if given.is_empty() {
        return;
    }
    add_other_reductions(input, &mut given);
    let excess = excess_credits(journal, input.last_day.ledger);
    for (invoice, given) in given {
        let known = &journal.invoices[invoice];
        let Some(last) = given
            .last_credit
            .filter(|credit| credit.currency == known.currency)
        else {
            continue;
        };
        let sum = given.credits + given.others;
        let Some(invoiced) = known.amount().map(Minor::from) else {
            continue;
        };
        if sum <= invoiced || is_taken_back(input, (invoice, &excess)) {
            continue;
        }
        let amount = |minor| input.format_money(minor, known.currency);
        let number = input.format_invoice(invoice);
        let what = match (given.count, given.others.is_zero()) {
            (1, true) => "a credit note",
            (_, true) => "credit notes",
            (_, false) => "credit notes, discounts and write-offs",
        };
        let help = if given.count > 1 {
            "if one of them is written twice, take it out (the VAT is given back twice too); else mend the amount, or name the other invoice"
        } else {
            "mend the amount, or name the other invoice that the rest is for"
        };
        sink.push(
            KIND.at(
                input.amount_span(last.origin),
                format!(
                    "expected {what} for {number} up to {}, what was invoiced, found {} in all",
                    amount(invoiced),
                    amount(sum)
                ),
            )
            .note(format!("{} too much", amount(sum - invoiced)))
            .related(date_span(known.origin), "the invoice")
            .help(help),
        );
    }
}

fn credits_by_invoice<'s>(input: &CheckInput<'s>) -> BTreeMap<InvoiceIx, Given<'s>> {
    let movements = input.day.journal.movements.as_slice();
    let credits = || {
        movements
            .iter()
            .filter(|movement| movement.kind == MovementKind::Credit)
    };
    if credits().next().is_none() {
        return BTreeMap::new();
    }
    let voided: BTreeSet<InvoiceIx> = movements
        .iter()
        .filter(|movement| movement.kind == MovementKind::Void)
        .flat_map(Movement::invoices)
        .collect();
    let mut given: BTreeMap<InvoiceIx, Given<'s>> = BTreeMap::new();
    for credit in credits() {
        let number = credit.extra.as_ref().and_then(|more| more.credit_number);
        if let Some(invoice) = credit.invoice
            && number.is_none_or(|number| !voided.contains(&number))
        {
            let given = given.entry(invoice).or_default();
            given.credits += Minor::from(credit.amount);
            given.count = given.count.saturating_add(1);
            given.last_credit = Some(credit);
        }
    }
    given
}

/// Adds what was written off, settled or left as a discount of the invoices that were credited.
fn add_other_reductions(input: &CheckInput<'_>, given: &mut BTreeMap<InvoiceIx, Given<'_>>) {
    let journal = input.day.journal;
    for step in &input.last_day.ledger.allocations {
        let reduces = matches!(
            step.rule,
            AllocationRule::Discount
                | AllocationRule::Settlement
                | AllocationRule::WrittenOff
                | AllocationRule::Recovered
        );
        if reduces && step.component == Component::Principal {
            let paid = step.rule == AllocationRule::Recovered && step.amount.0 > 0;
            if let Some(given) = given.get_mut(&journal.items[step.item].invoice)
                && !paid
            {
                given.others += Minor::from(step.amount);
            }
        }
    }
}

/// Whether a void took everything back: the customer got no more of credit notes than the money that came in for the invoice,
/// which that was set off against.
fn is_taken_back(
    input: &CheckInput<'_>,
    (invoice, excess): (InvoiceIx, &BTreeMap<InvoiceIx, Vec<ExcessCredit>>),
) -> bool {
    let ledger = input.last_day.ledger;
    let mut items = input.day.journal.items_of(invoice);
    if !items.any(|item| ledger.items[item].status == Status::Void) {
        return false;
    }
    let notes = excess.get(&invoice).into_iter().flatten();
    let uses = notes.flat_map(|note| &note.uses);
    let handed_out: Minor = uses.map(|used| used.amount).sum();
    handed_out <= money_that_stays(input, invoice)
}

/// The money that settled an invoice and was not released by its void.
fn money_that_stays(input: &CheckInput<'_>, invoice: InvoiceIx) -> Minor {
    let journal = input.day.journal;
    let steps = input.last_day.ledger.allocations.iter();
    let money = steps.filter(|step| {
        let movement = &journal.movements[step.movement];
        let is_own_note =
            movement.kind == MovementKind::Credit && movement.invoice == Some(invoice);
        journal.items[step.item].invoice == invoice
            && !is_own_note
            && is_balance_neutral(journal, step)
    });
    money.map(|step| Minor::from(step.amount)).sum()
}
