//! Clause words: what stands before an argument whose form alone does not tell what it is.

use crate::word_enum;

word_enum! {
    /// A clause word of the language.
    Clause {
        /// `after due`: a step comes so long after the due day.
        After = "after",
        /// `before due`: a step comes so long before the due day.
        Before = "before",
        /// The last day of a promise or a settlement.
        By = "by",
        /// How long a letter gives to pay.
        Deadline = "deadline",
        /// The day an invoice is due.
        Due = "due",
        /// The fee of a step.
        Fee = "fee",
        /// The invoice that a credit or money on account is used for.
        For = "for",
        /// The first day of a version of a policy.
        From = "from",
        /// The time between two steps.
        Gap = "gap",
        /// The template of a letter.
        Letter = "letter",
        /// The most a customer on trial may owe.
        Limit = "limit",
        /// The day of the entry that is meant.
        Of = "of",
        /// The day of an instalment.
        On = "on",
        /// The policy that was agreed on.
        Policy = "policy",
        /// To whom invoices are handed over.
        To = "to",
        /// The last day of a hold.
        Until = "until",
        /// A rate of VAT.
        Vat = "vat",
        /// How a letter travels.
        Via = "via",
        /// The time in which a discount holds.
        Within = "within",
    }
}
