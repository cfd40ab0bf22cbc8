//! The accounts of a general ledger that receivables touch.

use super::vat_code::VatCode;

/// An account. Which number of a chart it has is declared in the journal (`accounts`), else that of the law's country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LedgerAccount {
    /// What customers owe.
    Debtors,
    /// Money on account, where it is kept apart from debtors.
    Prepaid,
    /// The bank.
    Bank,
    /// Money of which nobody knows who paid.
    Suspense,
    /// Turnover by rate of VAT; `None` where the rate is unknown, so that VAT may be in it.
    Income(Option<VatCode>),
    /// VAT owed, by rate.
    Vat(VatCode),
    /// VAT of invoices that is owed only when they are paid.
    VatNotDue,
    /// VAT on bad debts that is asked back.
    VatReclaimed,
    /// VAT that was asked back of debts which stand in the books.
    Provision,
    /// What was given up, without the VAT that is asked back.
    BadDebt,
    /// What somebody who collects kept.
    CollectionCosts,
    /// Discounts for paying early.
    PaymentDiscount,
    /// Cents given up within the tolerance of the policy.
    PaymentDifferences,
    /// Collection costs and fees charged to customers.
    RechargedCosts,
    /// Interest charged to customers.
    Interest,
}
