//! Keywords: the words that say what an entry is.

use crate::word_enum;

word_enum! {
    /// A keyword of the language.
    Keyword {
        /// The customer accepted a policy.
        Agreed = "agreed",
        /// Money on account is used for an invoice.
        Apply = "apply",
        /// What should be owed at the end of a day.
        Balance = "balance",
        /// Money received up to a day is in the journal.
        BankThrough = "bank-through",
        /// Who writes the invoices.
        Business = "business",
        /// A chat.
        Chat = "chat",
        /// Collection costs claimed.
        Costs = "costs",
        /// A credit note.
        Credit = "credit",
        /// The currency of amounts without a code.
        Currency = "currency",
        /// Who owes.
        Customer = "customer",
        /// The mark before the decimals.
        DecimalMark = "decimal-mark",
        /// An invoice is contested.
        Dispute = "dispute",
        /// A mail outside the stages.
        Email = "email",
        /// A fee claimed.
        Fee = "fee",
        /// The version of the language.
        Format = "format",
        /// Given to an agency, a lawyer or a court.
        Handover = "handover",
        /// No letters for a while.
        Hold = "hold",
        /// More files of the same journal.
        Include = "include",
        /// The customer is insolvent.
        Insolvent = "insolvent",
        /// Late interest claimed.
        Interest = "interest",
        /// An invoice.
        Invoice = "invoice",
        /// A letter outside the stages.
        Letter = "letter",
        /// Something to remember.
        Note = "note",
        /// Money received.
        Payment = "payment",
        /// A call.
        Phone = "phone",
        /// Payment in instalments.
        Plan = "plan",
        /// Terms, stages of escalation, charges.
        Policy = "policy",
        /// The customer promised to pay.
        Promise = "promise",
        /// Money on account, paid back.
        Refund = "refund",
        /// A hold or a plan ends.
        Release = "release",
        /// A dispute ended.
        Resolve = "resolve",
        /// Taken back from an agency, a lawyer or a court.
        Return = "return",
        /// A payment that bounced.
        Reversal = "reversal",
        /// A letter of a stage went out.
        Sent = "sent",
        /// Less accepted as full.
        Settle = "settle",
        /// A stage left out.
        Skip = "skip",
        /// A visit.
        Visit = "visit",
        /// An invoice that was wrong.
        Void = "void",
        /// A charge no longer claimed.
        Waive = "waive",
        /// Money given up.
        Writeoff = "writeoff",
    }
}
