//! The closed lists of words that arguments and keys of a journal choose from, as enums.

use crate::word_enum;

word_enum! {
    /// `kind:` of a customer: what the law takes a customer for.
    CustomerKind {
        /// A company, or a person who acts for one.
        Business = "business",
        /// A private person.
        Consumer = "consumer",
        /// A public authority.
        Government = "government",
    }
}

word_enum! {
    /// `size:` of a business or a customer, which decides the terms that the law allows.
    CompanySize {
        /// Above the thresholds of the law on annual accounts.
        Large = "large",
        /// Small or medium-sized.
        Sme = "sme",
    }
}

word_enum! {
    /// `vat-scheme:` of the business: whether it charges and deducts VAT.
    VatScheme {
        /// VAT is charged and deducted.
        Normal = "normal",
        /// The work is exempt from VAT.
        Exempt = "exempt",
        /// The Dutch scheme for small businesses (kleineondernemersregeling).
        Kor = "kor",
    }
}

word_enum! {
    /// `vat-basis:` of the business: when VAT is owed.
    #[derive(Default)]
    VatBasis {
        /// When the invoice goes out.
        #[default]
        Invoice = "invoice",
        /// When money comes in (kasstelsel).
        Cash = "cash",
    }
}

word_enum! {
    /// `on-account:` of the accounts: where money on account stands.
    #[derive(Default)]
    OnAccountPlace {
        /// With what the customer owes.
        #[default]
        Debtors = "debtors",
        /// On an account of its own.
        Prepaid = "prepaid",
    }
}

word_enum! {
    /// `vat:` of a note: what was done about the VAT on a bad debt.
    VatReturn {
        /// It was asked back.
        Reclaimed = "reclaimed",
        /// What had been asked back was paid again.
        Repaid = "repaid",
    }
}

word_enum! {
    /// `collector:` of the business: set where somebody else collects for it.
    OutsideCollector {
        /// Somebody else, who charges VAT.
        ThirdParty = "third-party",
    }
}

word_enum! {
    /// `ref:` of the business: the kind of reference that customers write with a payment.
    PaymentReference {
        /// The number of the invoice.
        Number = "number",
        /// A reference of ISO 11649 (`RF…`), with check digits.
        Iso11649 = "iso11649",
    }
}

word_enum! {
    /// `unreferenced:` of a policy: what happens to a payment that names no invoice.
    #[derive(Default)]
    UnreferencedRule {
        /// The money waits on account until somebody says what it pays.
        #[default]
        Hold = "hold",
        /// The money is allocated in the statutory order on the day it comes in.
        Oldest = "oldest",
    }
}

word_enum! {
    /// `direction:` of a contact: who began it.
    Direction {
        /// The customer began.
        In = "in",
        /// The business began.
        Out = "out",
    }
}

word_enum! {
    /// `reason:` of a contact: why a customer has not paid (SPEC.md section 3.7).
    NonPaymentReason {
        /// The customer forgot the invoice.
        Forgot = "forgot",
        /// Something went wrong in the customer's administration: lost, not approved, a wrong account.
        Admin = "admin",
        /// The customer has no money.
        Cashflow = "cashflow",
        /// The customer is not satisfied with the work.
        Dissatisfied = "dissatisfied",
        /// The customer disputes the claim.
        Dispute = "dispute",
        /// The customer was asked and gave no reason.
        NotGiven = "none",
    }
}

word_enum! {
    /// How a dispute ended.
    DisputeOutcome {
        /// The customer was right: a credit note follows.
        Upheld = "upheld",
        /// The customer was wrong.
        Rejected = "rejected",
        /// The customer no longer contests it.
        Withdrawn = "withdrawn",
        /// Both sides agreed on something.
        Settled = "settled",
    }
}

word_enum! {
    /// Who collects after a handover.
    HandoverRecipient {
        /// A collection agency.
        Agency = "agency",
        /// A lawyer.
        Lawyer = "lawyer",
        /// A court.
        Court = "court",
    }
}

word_enum! {
    /// A charge claimed beside an invoice.
    Charge {
        /// The collection costs claimed or announced.
        Costs = "costs",
        /// A fee.
        Fee = "fee",
        /// The late interest claimed.
        Interest = "interest",
    }
}

word_enum! {
    /// `interest:` and `costs:` of a policy, where they are no figure: on what basis something is claimed.
    ClaimBasis {
        /// Nothing is claimed.
        None = "none",
        /// What the law allows is claimed.
        Statutory = "statutory",
    }
}

word_enum! {
    /// How often a part of a plan falls due.
    PlanInterval {
        /// Every seventh day.
        Weekly = "weekly",
        /// The same day of each month, or its last day where it has no such day.
        Monthly = "monthly",
    }
}
