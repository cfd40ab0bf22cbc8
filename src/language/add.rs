//! What `add` asks for a new entry.

/// The questions of `add`, without the colon behind them.
#[derive(Clone, Copy, Debug)]
pub struct AddWords {
    /// The keyword.
    pub keyword: &'static str,
    /// The day.
    pub day: &'static str,
    /// The customer or the invoice that it is about.
    pub subject: &'static str,
    /// The customer.
    pub customer: &'static str,
    /// A short name for a new customer.
    pub new_customer: &'static str,
    /// An invoice, or several.
    pub invoice: &'static str,
    /// The number of a new invoice or credit note.
    pub number: &'static str,
    /// The amount.
    pub amount: &'static str,
    /// A name: of a stage, a policy, a milestone.
    pub name: &'static str,
    /// The words behind `|`.
    pub text: &'static str,
    /// The last day to pay.
    pub due: &'static str,
    /// What VAT it bears.
    pub vat: &'static str,
    /// The last day of a promise or a settlement.
    pub by: &'static str,
    /// The last day of a hold.
    pub until: &'static str,
    /// How a letter went out.
    pub via: &'static str,
    /// Whom it is given to.
    pub to: &'static str,
    /// The invoice that it lowers, or is used for.
    pub for_invoice: &'static str,
    /// The day of the payment that is meant.
    pub of: &'static str,
    /// The policy that was accepted.
    pub policy: &'static str,
    /// The first day that it holds.
    pub from: &'static str,
    /// After a contact: the day by which the customer promised to pay.
    pub promised_by: &'static str,
    /// How much was promised.
    pub promised_amount: &'static str,
    /// The day on which to look at it again.
    pub follow_up: &'static str,
    /// A line below the entry.
    pub detail: &'static str,
    /// Whether to write what is shown.
    pub write: &'static str,
    /// Whether to write it although the check warns.
    pub write_all_the_same: &'static str,
    /// The words that say yes, the first letter of each as well.
    pub yes: &'static str,
    /// The word that says no.
    pub no: &'static str,
    /// Behind a question that may be left unanswered.
    pub may_be_left_out: &'static str,
    /// Above the first question at a terminal.
    pub introduction: &'static str,
}
