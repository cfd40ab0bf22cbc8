//! Which number and which name an account of the books has: those of the owner's chart, else of the reference chart of his
//! country.

use crate::journal::account_numbers::account_key;
use crate::journal::model::Journal;
use crate::policy::jurisdiction::chart::ChartAccount;
use crate::policy::jurisdiction::law::Law;
use crate::value::ledger_account::LedgerAccount;
use chrono::NaiveDate;

/// The charts of a journal.
#[derive(Clone, Copy)]
pub struct AccountNumbers<'j> {
    journal: &'j Journal,
    law: Option<&'static Law>,
}

/// An account as a bookkeeper knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LedgerAccountNumber<'j> {
    /// Its number: the owner's, else that of the reference chart, else what it is for.
    pub number: &'j str,
    /// The account of the reference chart; `None` where that has none, or the law of the business is not known.
    pub reference: Option<&'static ChartAccount>,
}

impl<'j> AccountNumbers<'j> {
    /// The charts of a journal.
    pub fn new(journal: &'j Journal) -> Self {
        let law = journal.home_law();
        Self { journal, law }
    }

    /// An account, with the rates of a day.
    pub fn account(self, account: LedgerAccount, day: NaiveDate) -> LedgerAccountNumber<'j> {
        let reference = self.law.and_then(|law| law.chart_account(account, day));
        let own = self.journal.accounts.number(account);
        let number = own.or_else(|| reference.map(|it| it.number));
        LedgerAccountNumber {
            number: number.unwrap_or_else(|| account_key(account).0.word()),
            reference,
        }
    }
}
