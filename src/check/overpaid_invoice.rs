//! P002: a payment of more than its invoices could take.

use super::payment_slip::is_slip;
use super::shared::check_input::CheckInput;
use super::shared::proposed_entries::{propose_apply, propose_refund};
use crate::journal::model::InvoiceIx;
use crate::ledger::unallocated::{
    UnallocatedMoney, UnallocatedReason, oldest_overdue, unallocated_money,
};
use crate::text::diagnostic::Sink;
use crate::value::money::Minor;
use crate::value::rounding::share_of_amount;
use crate::value::vat_code::VatCode;

crate::check_rule! {
    "P002" "overpaid-invoice" Advice, needs Figures, page "overpaid_invoice.md", Journal(run)
}

fn run(input: &CheckInput<'_>, sink: &mut Sink) {
    let journal = input.day.journal;
    let mut late = None;
    for money in unallocated_money(input.day.journal, input.last_day.ledger)
        .filter(|money| money.reason == UnallocatedReason::Overpaid && !is_slip(money))
    {
        // With something overdue the same money is reported as stale.
        let late = late.get_or_insert_with(|| {
            oldest_overdue(journal, input.last_day.ledger, input.day.as_of())
        });
        if late.contains_key(&(money.customer, money.currency)) {
            continue;
        }
        let left = input.format_money(money.remaining, money.currency);
        let of_account = match find_net_invoice(input, &money) {
            Some((invoice, rate)) => format!(
                "{left} on account: {rate} of {}, whose amount may have been written without VAT",
                input.format_invoice(invoice)
            ),
            None => format!("{left} on account"),
        };
        sink.push(
            KIND.at(
                input.amount_span(money.movement.origin),
                format!("expected at most what the invoice could take, found {left} more"),
            )
            .note(of_account)
            .help(format!(
                "pay it back (`{}`), use it (`{}`), \
                 or leave it for the next invoice: `allow: P002` and why",
                propose_refund(input, &money),
                propose_apply(input, &money)
            )),
        );
    }
}

/// The invoice that was paid with just the VAT on top of its amount, and its rate: the amount should have had it in.
fn find_net_invoice(
    input: &CheckInput<'_>,
    money: &UnallocatedMoney<'_>,
) -> Option<(InvoiceIx, VatCode)> {
    let number = money.movement.invoice?;
    let invoice = &input.day.journal.invoices[number];
    let rate = invoice.vat.filter(|code| code.is_taxed())?;
    let amount = Minor::from(invoice.amount()?);
    let on_top = share_of_amount(rate.rate(), amount)?;
    let is_one_payment = money.movement.minor() == amount + on_top;
    (is_one_payment && money.remaining == on_top).then_some((number, rate))
}
