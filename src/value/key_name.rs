//! Keys: the words before the colon of a detail. What stands behind the colon is told by the keyword's own table.

use crate::word_enum;

word_enum! {
    /// A key of the language. One word may mean different things under different keywords.
    KeyName {
        /// A missed instalment of a plan makes the rest due at once.
        Accelerate = "accelerate",
        /// A line of an address.
        Address = "address",
        /// Silences one finding, visibly.
        Allow = "allow",
        /// For whose attention.
        Attn = "attn",
        /// What an account holds at the end of a day.
        Balance = "balance",
        /// Days a payment may be on its way.
        BankBuffer = "bank-buffer",
        /// How old bank data may be.
        BankStale = "bank-stale",
        /// The bank of an account.
        Bic = "bic",
        /// A letter came back.
        Bounced = "bounced",
        /// Who collects.
        Collector = "collector",
        /// What an agency or a lawyer keeps.
        Commission = "commission",
        /// Money that an entry cost.
        Cost = "cost",
        /// Collection costs.
        Costs = "costs",
        /// A country code.
        Country = "country",
        /// How much a customer may owe.
        CreditLimit = "credit-limit",
        /// The last day to pay that a letter names.
        Deadline = "deadline",
        /// When the work was delivered.
        Delivered = "delivered",
        /// Who began a contact.
        Direction = "direction",
        /// For who pays early.
        Discount = "discount",
        /// A file, a web address, or where the paper is.
        Document = "document",
        /// An instalment.
        Due = "due",
        /// An address for mail.
        Email = "email",
        /// When to look at an entry again.
        FollowUp = "follow-up",
        /// What a part of a payment pays.
        For = "for",
        /// What the signatory is.
        Function = "function",
        /// An account.
        Iban = "iban",
        /// A reference of the bank.
        Id = "id",
        /// Late interest.
        Interest = "interest",
        /// A line of an invoice.
        Item = "item",
        /// What a customer is.
        Kind = "kind",
        /// A number in the trade register.
        Kvk = "kvk",
        /// The language of reports and letters.
        Language = "language",
        /// A line of an invoice that is taken off.
        Less = "less",
        /// How a payment came.
        Method = "method",
        /// Ways to pay.
        Methods = "methods",
        /// A letter about less than this is not sent.
        Minimum = "minimum",
        /// A name.
        Name = "name",
        /// What not to use with a customer.
        No = "no",
        /// What to know about a customer.
        Note = "note",
        /// The bank reference of the payment meant.
        Of = "of",
        /// The order or purchase number of the customer.
        Order = "order",
        /// What came of a contact, in one word.
        Outcome = "outcome",
        /// Who answers a dispute.
        Owner = "owner",
        /// A telephone number.
        Phone = "phone",
        /// Days an instalment of a plan may be late.
        PlanGrace = "plan-grace",
        /// The policy that holds.
        Policy = "policy",
        /// Why it is not paid.
        Reason = "reason",
        /// When something was received.
        Received = "received",
        /// A reference.
        Ref = "ref",
        /// Days between a dispute's end and the next step.
        RestartGap = "restart-gap",
        /// Whether the customer is content with the work.
        Satisfied = "satisfied",
        /// When and how an invoice went out.
        Sent = "sent",
        /// Who signs letters.
        Signatory = "signatory",
        /// Whether a plan was signed.
        Signed = "signed",
        /// Large or small.
        Size = "size",
        /// Time that an entry took.
        Spent = "spent",
        /// A step of escalation.
        Stage = "stage",
        /// Time to pay.
        Terms = "terms",
        /// An open amount up to this is not asked for.
        Tolerance = "tolerance",
        /// A first period with a lower limit.
        Trial = "trial",
        /// What happens to money without a reference.
        Unreferenced = "unreferenced",
        /// A rate of VAT.
        Vat = "vat",
        /// A VAT number.
        VatId = "vat-id",
        /// Whether VAT is charged and deducted.
        VatScheme = "vat-scheme",
        /// Whether a story checked out.
        Verified = "verified",
        /// An address on the web.
        Website = "website",
        /// With whom.
        With = "with",
        /// Whether deadlines roll to a working day.
        Workdays = "workdays",
    }
}
