//! Entries that several checks propose, in one line, as the journal writes them.

use super::check_input::CheckInput;
use crate::journal::model::CustomerIx;
use crate::ledger::unallocated::UnallocatedMoney;
use crate::syntax::directive::TypedEntry;
use crate::syntax::directive::agreed::AgreedEntry;
use crate::syntax::directive::apply::ApplyEntry;
use crate::syntax::directive::refund::RefundEntry;
use crate::syntax::journal_entry::JournalEntry;
use crate::text::span::Spanned;
use crate::value::money::Money;
use chrono::NaiveDate;

/// Uses money on account for an invoice, whose number is left to the reader.
pub fn propose_apply(input: &CheckInput<'_>, money: &UnallocatedMoney<'_>) -> String {
    let left = Money::new(money.remaining, money.currency);
    let apply = ApplyEntry {
        customer: Some(input.customer_id(money.customer)),
        amount: Spanned::without_span(left.into()),
        invoice: Spanned::without_span("NUMBER"),
        of: None,
    };
    input.print_entry(&JournalEntry::new(None, TypedEntry::Apply(apply)))
}

/// Pays money on account back.
pub fn propose_refund(input: &CheckInput<'_>, money: &UnallocatedMoney<'_>) -> String {
    let left = Money::new(money.remaining, money.currency);
    let refund = RefundEntry {
        customer: Some(input.customer_id(money.customer)),
        amount: Spanned::without_span(left.into()),
        of: None,
    };
    input.print_entry(&JournalEntry::new(None, TypedEntry::Refund(refund)))
}

/// A customer agreed to the terms.
pub fn propose_agreed(input: &CheckInput<'_>, day: NaiveDate, customer: CustomerIx) -> String {
    let agreed = AgreedEntry {
        customer: input.customer_id(customer),
        policy: None,
    };
    input.print_entry(&JournalEntry::new(Some(day), TypedEntry::Agreed(agreed)))
}
