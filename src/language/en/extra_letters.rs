//! The labels of letters outside the ladder, in English.

use super::long_date::long_date;
use crate::language::extra_letters::{ArrangementWords, ExtraLetterWords, ItemStatusWords};

/// The labels of letters outside the ladder.
pub const EXTRA_LETTER_WORDS: ExtraLetterWords = ExtraLetterWords {
    by: "On or before",
    promised: "Promised",
    received: "Received",
    instalment: "Instalment",
    signature: &["Name", "Place and date", "Signature"],
    agreed_plan: "Payment plan as agreed",
    disputed: "Amount disputed",
    objection: "Your objection",
    open: "Still open",
    to_pay: "To be paid",
    remitted: "Waived",
    status: "Status",
    paid_in_full: "paid in full",
    paid_in_part: "paid in part",
    movement: "Description",
    payment: "Payment",
    applied: "Set off",
    credit: "Credit note",
    reversal: "Payment returned",
    item_status: ItemStatusWords {
        disputed: "disputed",
        partly_disputed: "partly disputed",
        kept_back: "not asked now",
        conceded: "to be credited",
        partly_conceded: "partly to be credited",
        in_plan: "in payment plan",
        plan_offered: "plan proposed",
        settlement_offered: "settlement offered",
        promised: "promised",
        handed_over: "handed over",
        not_due: "not due",
    },
    arrangement: ArrangementWords {
        plan: |made, invoices, later, next| {
            let made = long_date(made);
            let next = next.map_or_else(String::new, |day| {
                format!("; the next instalment is that of {}", long_date(day))
            });
            format!(
                "Of {invoices}, {later} is to be paid later under the payment plan of {made}{next}."
            )
        },
        plan_offer: |made, invoices| {
            format!(
                "On {} we proposed a payment plan to you for {invoices}.",
                long_date(made)
            )
        },
        settlement: |made, invoices, amount, by| {
            format!(
                "Our offer of {} still stands: if you pay {amount} for {invoices} on or before {}, we waive the rest.",
                long_date(made),
                long_date(by)
            )
        },
    },
    discount: "Payment discount",
    adjustment: "Adjustment",
    waived: "Waiver",
    on_account: "Credit balance",
    open_invoices: "Open invoices",
    charges: "Costs and interest",
    balance: "Balance open",
    balance_in_favour: "Balance in your favour",
};
