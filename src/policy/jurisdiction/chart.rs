//! The reference chart of accounts of a country: which account of it receivables touch.

use super::vat_return::VatSupply;
use crate::value::ledger_account::LedgerAccount;

/// A reference chart.
#[derive(Clone, Copy, Debug)]
pub struct Chart {
    /// Its name and version.
    pub name: &'static str,
    /// Its accounts, as far as receivables touch them. The first that fits a use is taken.
    pub accounts: &'static [(ChartUse, ChartAccount)],
}

/// An account of a reference chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChartAccount {
    /// Its number.
    pub number: &'static str,
    /// Its code.
    pub code: &'static str,
    /// What it is called in the language of the country.
    pub name: &'static str,
}

/// What an account is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartUse {
    /// Exactly this.
    Account(LedgerAccount),
    /// Turnover of this kind.
    Income(VatSupply),
    /// VAT of this kind.
    Vat(VatSupply),
}

impl Chart {
    /// The account for a use; `None` where it has none.
    pub fn account(&self, wanted: ChartUse) -> Option<&ChartAccount> {
        let mut accounts = self.accounts.iter();
        let found = accounts.find(|(purpose, _)| *purpose == wanted);
        found.map(|(_, account)| account)
    }
}
