//! The numbers of the owner's chart, by what they are for.

use crate::text::span::Span;
use crate::value::key_name::KeyName;
use crate::value::ledger_account::LedgerAccount;
use crate::value::vat_code::VatCode;
use crate::value::vocabulary::OnAccountPlace;

/// What the journal says of the general ledger.
#[derive(Debug, Default)]
pub struct Accounts {
    /// The numbers, in the order written.
    pub numbers: Vec<AccountNumber>,
    /// Where money on account stands.
    pub on_account: OnAccountPlace,
}

/// The number of an account.
#[derive(Debug)]
pub struct AccountNumber {
    /// What the account is for.
    pub key: KeyName,
    /// For which rate; `None` for all that have no number of their own.
    pub rate: Option<VatCode>,
    /// The number, as written.
    pub number: Box<str>,
    /// Where it stands.
    pub span: Span,
}

impl Accounts {
    /// The number that is declared for an account; `None` where there is none.
    pub fn number(&self, account: LedgerAccount) -> Option<&str> {
        let (key, rate) = account_key(account);
        let find = |rate| {
            let mut numbers = self.numbers.iter();
            numbers.find(|it| it.key == key && it.rate == rate)
        };
        let found = find(rate).or_else(|| find(None));
        found.map(|it| &*it.number)
    }
}

/// The key that declares an account, and the rate before its colon.
pub const fn account_key(account: LedgerAccount) -> (KeyName, Option<VatCode>) {
    let key = match account {
        LedgerAccount::Income(Some(code)) => return (KeyName::Income, Some(code)),
        LedgerAccount::Vat(code) => return (KeyName::Vat, Some(code)),
        LedgerAccount::Income(None) => KeyName::IncomeUnknown,
        LedgerAccount::Debtors => KeyName::Debtors,
        LedgerAccount::Prepaid => KeyName::Prepaid,
        LedgerAccount::Bank => KeyName::Bank,
        LedgerAccount::Suspense => KeyName::Suspense,
        LedgerAccount::VatNotDue => KeyName::VatNotDue,
        LedgerAccount::VatReclaimed => KeyName::VatReclaimed,
        LedgerAccount::Provision => KeyName::Provision,
        LedgerAccount::BadDebt => KeyName::BadDebt,
        LedgerAccount::CollectionCosts => KeyName::CollectionCosts,
        LedgerAccount::PaymentDiscount => KeyName::Discount,
        LedgerAccount::PaymentDifferences => KeyName::Differences,
        LedgerAccount::RechargedCosts => KeyName::RechargedCosts,
        LedgerAccount::Interest => KeyName::Interest,
    };
    (key, None)
}
