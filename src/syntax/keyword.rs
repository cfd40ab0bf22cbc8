//! Keywords: the words that say what kind of entry follows.

use crate::word_enum;

word_enum! {
    /// A keyword of the language.
    Keyword {
        /// The accounts of the general ledger.
        Accounts = "accounts",
        /// The customer accepted a policy.
        Agreed = "agreed",
        /// Money on account is used for an invoice.
        Apply = "apply",
        /// What should be owed at the end of a day.
        Balance = "balance",
        /// All money received up to a day is in the journal.
        BankThrough = "bank-through",
        /// The business that writes the invoices.
        Business = "business",
        /// A chat.
        Chat = "chat",
        /// Collection costs claimed.
        Costs = "costs",
        /// A credit note.
        Credit = "credit",
        /// The currency of amounts without a code.
        Currency = "currency",
        /// A customer.
        Customer = "customer",
        /// The mark before the decimals.
        DecimalMark = "decimal-mark",
        /// Work was done, to be invoiced.
        Delivered = "delivered",
        /// An invoice is contested.
        Dispute = "dispute",
        /// A mail outside the stages.
        Email = "email",
        /// A fee claimed.
        Fee = "fee",
        /// A VAT return went to the tax office.
        Filed = "filed",
        /// The version of the language.
        Format = "format",
        /// Invoices are given to an agency, a lawyer or a court.
        Handover = "handover",
        /// No letters go out for a while.
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
        /// A part of the work is done.
        Milestone = "milestone",
        /// Something to remember.
        Note = "note",
        /// Money was received.
        Payment = "payment",
        /// A call.
        Phone = "phone",
        /// Payment in instalments was agreed.
        Plan = "plan",
        /// Terms, stages of escalation, charges.
        Policy = "policy",
        /// The customer promised to pay.
        Promise = "promise",
        /// Money on account is paid back.
        Refund = "refund",
        /// A hold or a plan ends.
        Release = "release",
        /// A dispute ended.
        Resolve = "resolve",
        /// Invoices are taken back from an agency, a lawyer or a court.
        Return = "return",
        /// A payment bounced or was called back.
        Reversal = "reversal",
        /// A letter of a stage went out.
        Sent = "sent",
        /// Less is accepted as full payment.
        Settle = "settle",
        /// A stage is left out.
        Skip = "skip",
        /// A visit.
        Visit = "visit",
        /// An invoice was wrong, or a number was never used.
        Void = "void",
        /// A charge is no longer claimed.
        Waive = "waive",
        /// An open amount is written off.
        Writeoff = "writeoff",
    }
}
