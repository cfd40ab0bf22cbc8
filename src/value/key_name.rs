//! The keys of details: the words before the colon. What a value means depends on the keyword, whose table describes
//! it.

use crate::word_enum;

word_enum! {
    /// A key of the language. One word may mean different things under different keywords.
    KeyName {
        /// Whether a missed instalment of a plan makes the rest due at once.
        Accelerate = "accelerate",
        /// A line of an address.
        Address = "address",
        /// Suppresses one finding, with a reason.
        Allow = "allow",
        /// The person for whose attention letters are.
        Attn = "attn",
        /// The closing balance of a bank account.
        Balance = "balance",
        /// What was given up.
        BadDebt = "bad-debt",
        /// The bank.
        Bank = "bank",
        /// How long a payment may be on its way.
        BankBuffer = "bank-buffer",
        /// How old bank data may be for letters to go out.
        BankStale = "bank-stale",
        /// The BIC of the bank of an account.
        Bic = "bic",
        /// Whether a letter came back undelivered.
        Bounced = "bounced",
        /// A box of a VAT return.
        Box = "box",
        /// What somebody who collects kept.
        CollectionCosts = "collection-costs",
        /// Set where somebody else collects for the business.
        Collector = "collector",
        /// The commission of somebody who collects.
        Commission = "commission",
        /// The money that an entry cost.
        Cost = "cost",
        /// The collection costs claimed or announced.
        Costs = "costs",
        /// A country code.
        Country = "country",
        /// The most that a customer may owe.
        CreditLimit = "credit-limit",
        /// What customers owe.
        Debtors = "debtors",
        /// The last day to pay that a letter names.
        Deadline = "deadline",
        /// The day on which the work was delivered.
        Delivered = "delivered",
        /// Cents within the tolerance.
        Differences = "differences",
        /// Whether the customer or the business began a contact.
        Direction = "direction",
        /// The discount for early payment.
        Discount = "discount",
        /// A document: a file, a web address, or the place where the paper is kept.
        Document = "document",
        /// An instalment of an invoice or a plan.
        Due = "due",
        /// A mail address.
        Email = "email",
        /// The day on which to look at an entry again.
        FollowUp = "follow-up",
        /// The invoice that a part of a payment pays.
        For = "for",
        /// The function of the signatory.
        Function = "function",
        /// The IBAN of an account.
        Iban = "iban",
        /// The bank reference of an entry.
        Id = "id",
        /// Turnover, by rate of VAT.
        Income = "income",
        /// Turnover whose rate is unknown.
        IncomeUnknown = "income-unknown",
        /// The late interest claimed.
        Interest = "interest",
        /// How soon after the delivery an invoice goes out.
        InvoiceWithin = "invoice-within",
        /// A line that is added to an invoice.
        Item = "item",
        /// What the law takes a customer for.
        Kind = "kind",
        /// The number in the trade register (`KvK`).
        Kvk = "kvk",
        /// The language of reports and letters.
        Language = "language",
        /// The country whose law was chosen.
        Law = "law",
        /// A line that is subtracted from an invoice.
        Less = "less",
        /// The method of a payment.
        Method = "method",
        /// The ways to pay that the business offers.
        Methods = "methods",
        /// The least amount for which a letter is sent.
        Minimum = "minimum",
        /// A name.
        Name = "name",
        /// A channel or a remedy that a customer rules out.
        No = "no",
        /// A note about a customer, for the business only.
        Note = "note",
        /// The bank reference of the payment that is reversed.
        Of = "of",
        /// Where money on account stands.
        OnAccount = "on-account",
        /// Whether the terms of a policy are printed on invoices.
        OnInvoices = "on-invoices",
        /// The order or purchase number of the customer.
        Order = "order",
        /// The result of a contact, in one word.
        Outcome = "outcome",
        /// The person who answers a dispute.
        Owner = "owner",
        /// A telephone number.
        Phone = "phone",
        /// How late an instalment of a plan may be.
        PlanGrace = "plan-grace",
        /// How long a payment plan may run.
        PlanLongest = "plan-longest",
        /// How many plans there may be about one invoice.
        PlanMost = "plan-most",
        /// The name of a policy.
        Policy = "policy",
        /// The reason why a customer has not paid.
        Reason = "reason",
        /// Money on account, where it is kept apart.
        Prepaid = "prepaid",
        /// VAT asked back of debts that stand in the books.
        Provision = "provision",
        /// The day on which an invoice or a letter was received.
        Received = "received",
        /// Costs and fees charged to customers.
        RechargedCosts = "recharged-costs",
        /// A reference for payments, or the kind of it.
        Ref = "ref",
        /// The time between the end of a dispute and the next step.
        RestartGap = "restart-gap",
        /// Whether the customer is satisfied with the work.
        Satisfied = "satisfied",
        /// Below this amount one collects oneself.
        SelfBelow = "self-below",
        /// The day on which an invoice went out, and the channel.
        Sent = "sent",
        /// The office that sends letters on behalf of the business.
        SentBy = "sent-by",
        /// The person who signs letters.
        Signatory = "signatory",
        /// Whether the customer signed a plan.
        Signed = "signed",
        /// Whether the law takes a company for large or small.
        Size = "size",
        /// The time that an entry took.
        Spent = "spent",
        /// A stage of the ladder.
        Stage = "stage",
        /// Money of which nobody knows who paid.
        Suspense = "suspense",
        /// The time to pay.
        Terms = "terms",
        /// The largest open amount that is not asked for.
        Tolerance = "tolerance",
        /// A first period with a lower credit limit.
        Trial = "trial",
        /// What happens to a payment that names no invoice.
        Unreferenced = "unreferenced",
        /// A rate of VAT.
        Vat = "vat",
        /// Whether VAT is owed when it is invoiced or when it is paid.
        VatBasis = "vat-basis",
        /// A VAT number.
        VatId = "vat-id",
        /// VAT of invoices that is owed when they are paid.
        VatNotDue = "vat-not-due",
        /// VAT on bad debts that is asked back.
        VatReclaimed = "vat-reclaimed",
        /// Whether the business charges and deducts VAT.
        VatScheme = "vat-scheme",
        /// Whether a stated reason was checked and is true.
        Verified = "verified",
        /// The address of a website.
        Website = "website",
        /// The person spoken to.
        With = "with",
        /// Whether deadlines move to the next working day.
        Workdays = "workdays",
    }
}
