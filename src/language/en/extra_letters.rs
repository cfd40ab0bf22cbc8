//! The labels of letters outside the ladder, in English.

use crate::language::extra_letters::{ExtraLetterWords, ItemStatusWords};

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
        conceded: "to be credited",
        partly_conceded: "partly to be credited",
        in_plan: "in payment plan",
        promised: "promised",
        handed_over: "handed over",
        not_due: "not due",
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
