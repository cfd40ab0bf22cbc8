//! The labels of letters outside the ladder: promises, plans, disputes, settlements, receipts.

use chrono::NaiveDate;

/// The labels in tables of letters outside the ladder.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is the label it translates")]
pub struct ExtraLetterWords {
    pub by: &'static str,
    pub promised: &'static str,
    pub received: &'static str,
    pub instalment: &'static str,
    /// The lines of a signature block: for whom, place and date, signature.
    pub signature: &'static [&'static str],
    /// The name of the signed plan as an enclosure.
    pub agreed_plan: &'static str,
    pub disputed: &'static str,
    pub objection: &'static str,
    pub open: &'static str,
    pub to_pay: &'static str,
    pub remitted: &'static str,
    pub status: &'static str,
    pub paid_in_full: &'static str,
    pub paid_in_part: &'static str,
    pub movement: &'static str,
    pub payment: &'static str,
    pub applied: &'static str,
    pub credit: &'static str,
    pub reversal: &'static str,
    pub item_status: ItemStatusWords,
    pub arrangement: ArrangementWords,
    pub discount: &'static str,
    pub adjustment: &'static str,
    pub waived: &'static str,
    pub on_account: &'static str,
    pub open_invoices: &'static str,
    pub charges: &'static str,
    pub balance: &'static str,
    pub balance_in_favour: &'static str,
}

/// Arrangements and offers that stand, each with its day and its invoices.
#[derive(Clone, Copy, Debug)]
pub struct ArrangementWords {
    /// A plan lets this amount be paid later, and its next part is due on a day.
    pub plan: fn(NaiveDate, &str, &str, Option<NaiveDate>) -> String,
    /// A plan was offered and is not signed.
    pub plan_offer: fn(NaiveDate, &str) -> String,
    /// So much, by a day, is taken as full.
    pub settlement: fn(NaiveDate, &str, &str, NaiveDate) -> String,
}

/// How an open item stands, in a statement.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "each is the state it translates")]
pub struct ItemStatusWords {
    pub disputed: &'static str,
    pub partly_disputed: &'static str,
    /// We hold our letters about it, and do not ask it now.
    pub kept_back: &'static str,
    /// The customer was right, and the credit note is to come.
    pub conceded: &'static str,
    pub partly_conceded: &'static str,
    pub in_plan: &'static str,
    /// A plan was offered, and is not signed.
    pub plan_offered: &'static str,
    pub promised: &'static str,
    pub settlement_offered: &'static str,
    /// Somebody else collects it.
    pub handed_over: &'static str,
    pub not_due: &'static str,
}
