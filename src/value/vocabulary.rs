//! The closed words that arguments and keys of a journal choose from, as enums: what customers are, how things ended,
//! who collects.

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
    /// `size:` of a business or a customer, for the terms the law allows.
    CompanySize {
        /// Above the thresholds of the law on annual accounts.
        Large = "large",
        /// Small or medium.
        Sme = "sme",
    }
}

word_enum! {
    /// `vat-scheme:` of the business: whether VAT is charged and deducted.
    VatScheme {
        /// It is charged and deducted.
        Normal = "normal",
        /// Its work is exempt.
        Exempt = "exempt",
        /// The scheme for small businesses.
        Kor = "kor",
    }
}

word_enum! {
    /// `collector:` of the business: who collects for it.
    OutsideCollector {
        /// Somebody else, who charges VAT.
        ThirdParty = "third-party",
    }
}

word_enum! {
    /// `ref:` of the business: what payments are asked to carry.
    PaymentReference {
        /// The number of the invoice.
        Number = "number",
        /// A reference of ISO 11649 (`RF…`), with check digits.
        Iso11649 = "iso11649",
    }
}

word_enum! {
    /// `language:` of reports and letters.
    LetterLanguage {
        /// Dutch.
        Nl = "nl",
        /// English.
        En = "en",
    }
}

word_enum! {
    /// `unreferenced:` of a policy: what happens to money without a reference.
    #[derive(Default)]
    UnreferencedRule {
        /// It waits, visibly, until somebody says what it pays.
        #[default]
        Hold = "hold",
        /// It is spread by the statutory order on the day it comes in.
        Oldest = "oldest",
    }
}

word_enum! {
    /// `direction:` of a contact.
    Direction {
        /// The customer began.
        In = "in",
        /// We began.
        Out = "out",
    }
}

word_enum! {
    /// `reason:` of a contact: why a customer has not paid (SPEC.md section 3.7).
    NonPaymentReason {
        /// It was forgotten.
        Forgot = "forgot",
        /// Their administration went wrong: lost, unapproved, a wrong account.
        Admin = "admin",
        /// There is no money.
        Cashflow = "cashflow",
        /// The work did not please.
        Dissatisfied = "dissatisfied",
        /// The claim is disputed.
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
    /// Who collects after a hand-over.
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
        /// Collection costs.
        Costs = "costs",
        /// A fee.
        Fee = "fee",
        /// Late interest.
        Interest = "interest",
    }
}

word_enum! {
    /// `interest:` and `costs:` of a policy, where they are no figure: what is claimed.
    ClaimBasis {
        /// Nothing.
        None = "none",
        /// What the law gives.
        Statutory = "statutory",
    }
}
