//! Labels of letters beside the steps.

use crate::language::occasions::OccasionWords;

/// What is said in English.
pub const OCCASIONS: OccasionWords = OccasionWords {
    by: "On or before",
    promised: "Promised",
    received: "Received",
    term: "Instalment",
    signature: &["Name", "Place and date", "Signature"],
    agreed_plan: "Payment plan as agreed",
    disputed: "Amount disputed",
    objection: "Your objection",
    open: "Still open",
    to_pay: "To be paid",
    remitted: "Waived",
    state: "Status",
    paid_in_full: "paid in full",
    paid_in_part: "paid in part",
    what: "Description",
    payment: "Payment",
    applied: "Set off",
    credit: "Credit note",
    reversal: "Payment returned",
    given_up: "Waiver",
    on_account: "Credit balance",
    open_invoices: "Open invoices",
    charges: "Costs and interest",
    balance: "Balance to be paid",
    balance_in_favour: "Balance in your favour",
};
