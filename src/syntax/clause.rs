//! Clause words, such as `due` or `by`, which stand before an argument whose form alone does not identify it.

use crate::word_enum;

word_enum! {
    /// A clause word of the language.
    Clause {
        /// `after due`: a stage comes after the due date.
        After = "after",
        /// `before due`: a stage comes before the due date.
        Before = "before",
        /// The last day of a promise or a settlement.
        By = "by",
        /// The time to pay that a letter gives.
        Deadline = "deadline",
        /// The day an invoice is due.
        Due = "due",
        /// The fee of a stage.
        Fee = "fee",
        /// The invoice that a credit note lowers, or that money on account is used for.
        For = "for",
        /// The first day of a version of a policy.
        From = "from",
        /// The least time between two stages.
        Gap = "gap",
        /// The template of a letter.
        Letter = "letter",
        /// The most a customer on trial may owe.
        Limit = "limit",
        /// The day of the payment that an entry refers to.
        Of = "of",
        /// The day of an instalment.
        On = "on",
        /// The policy that a customer accepted.
        Policy = "policy",
        /// How many parts a rule of a plan makes.
        Times = "times",
        /// Who invoices are handed over to.
        To = "to",
        /// The last day of a hold.
        Until = "until",
        /// A rate of VAT.
        Vat = "vat",
        /// The channel of a letter.
        Via = "via",
        /// The time in which a discount can be taken.
        Within = "within",
    }
}
