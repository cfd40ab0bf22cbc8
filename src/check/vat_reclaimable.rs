//! V005: VAT on what will not be paid: not within the time of the law, or given up before.

use super::shared::check_input::CheckInput;
use super::shared::vat_sum::describe_vat;
use crate::claim::vat_facts::{ReclaimCause, ReclaimableVat};
use crate::policy::jurisdiction::law::Law;
use crate::policy::vat_relief::quarter;
use crate::text::diagnostic::{Diagnostic, Sink};

crate::check_rule! {
    "V005" "vat-reclaimable" Advice, needs Figures, page "vat_reclaimable.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let Some(law) = input.day.journal.home_law() else {
        return;
    };
    // Of an invoice that is due before it is written the year counts from a slip, which D005 tells.
    let journal = input.day.journal;
    let is_slip = |relief: &&ReclaimableVat| {
        let due = journal.first_due_date(relief.invoice);
        relief.cause == ReclaimCause::TimePassed
            && due.is_some_and(|due| due < journal.invoices[relief.invoice].date)
    };
    let reclaimable = input.day.bad_debt_vat().reclaimable.iter();
    for relief in reclaimable.filter(|relief| !is_slip(relief)) {
        sink.push_with(&KIND, || finding(input, law, relief));
    }
}

fn finding(input: &CheckInput<'_>, law: &Law, relief: &ReclaimableVat) -> Diagnostic {
    let (invoice, since) = (relief.invoice, relief.since);
    let (year, quarter) = quarter(since);
    let no = input.format_invoice(invoice);
    let unpaid = input.format_money(relief.gross.minor, relief.gross.currency);
    let told = match relief.cause {
        ReclaimCause::TimePassed => format!(
            "expected {no} paid within {} of its due date, found {unpaid} open on {since}",
            law.finding.vat_relief
        ),
        ReclaimCause::Insolvent => {
            format!("expected {no} paid, found {unpaid} open at the insolvency of {since}")
        }
        ReclaimCause::WrittenOff => {
            format!("expected {no} paid, found {unpaid} written off on {since}")
        }
        ReclaimCause::Settled => {
            format!(
                "expected {no} paid, found {unpaid} let go in the settlement reached on {since}"
            )
        }
        ReclaimCause::CreditPaidOut => format!(
            "expected {no} paid, found {unpaid} given up of it and as much of a credit note for it paid out on {since}"
        ),
    };
    let origin = input.day.journal.invoices[invoice].origin;
    KIND.at(input.mention_span(origin, invoice), told)
        .note(describe_vat(input, relief.vat(), &relief.rates))
        .help(format!(
            "ask the VAT back in the return of {year}-Q{quarter}, the quarter of {since}; a later return may be refused. \
             A `note` about {no} with `vat: reclaimed` says that it is done"
        ))
}
