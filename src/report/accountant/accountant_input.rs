//! What the tables of an accountant are drawn from.

use super::earlier_journal::EarlierJournal;
use super::layout::layout_model::Layout;
use crate::bookkeeping::customer_movement::{CustomerMovement, customer_movements};
use crate::bookkeeping::debtors_check::open_balances;
use crate::bookkeeping::provision::ProvisionRule;
use crate::day::Day;
use crate::journal::model::{ByAccount, Journal};
use crate::language::accountant::AccountantWords;
use crate::ledger::{self, model::Ledger};
use crate::report::shared::report_input::{ReportInput, ReportOptions, VatPage};
use crate::value::money::Minor;
use crate::value::period::Period;
use std::sync::Arc;

/// Everything a table may look at.
#[derive(Clone, Copy)]
pub struct AccountantInput<'a> {
    /// The journal on the day that was asked: what became of things after the period is known. Its options ask for the return
    /// of the period.
    pub asked: ReportInput<'a>,
    /// Options that ask for the listing of supplies within the European Union.
    pub listing_options: &'a ReportOptions,
    /// The journal at the end of the last day of the period.
    pub closing: ReportInput<'a>,
    /// The period, which ends with the day that was asked at the latest.
    pub period: Period,
    /// The period as it was asked.
    pub asked_period: Period,
    /// Shares for provisions.
    pub provision: &'a [ProvisionRule],
    /// What earlier exports had, where they were named.
    pub earlier: Option<&'a EarlierJournal>,
    /// How the balances of the period came about.
    pub movements: &'a [CustomerMovement],
    /// What is open on the last day.
    pub open_balances: &'a ByAccount<Minor>,
    /// The files of the journal.
    pub files: &'a [FileRecord],
    /// What the check of the journal says.
    pub findings: &'a AccountantFindings,
    /// The program that the folder has files for too.
    pub layout: Option<&'a Layout>,
}

/// A file of the journal, as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRecord {
    /// The path, as reached from the root file.
    pub path: String,
    /// Its fingerprint.
    pub sha256: String,
    /// Its length.
    pub bytes: u64,
}

/// What the check of the journal says.
#[derive(Clone, Debug, Default)]
pub struct AccountantFindings {
    /// One by one, by place.
    pub rows: Vec<FindingRow>,
    /// How many more there are of kinds that are too many to keep.
    pub unlisted: usize,
    /// Whether some are errors, and the tables were asked for all the same.
    pub has_errors: bool,
}

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingRow {
    /// Where: file and line; `None` where it is nowhere in particular.
    pub place: Option<(Arc<str>, u32)>,
    /// Its code.
    pub code: &'static str,
    /// The name of its kind.
    pub name: &'static str,
    /// How grave it is.
    pub severity: &'static str,
    /// What was expected, and what was found.
    pub message: String,
    /// What to do; empty where nothing can be advised.
    pub mend: String,
}

impl<'a> AccountantInput<'a> {
    /// The words of these tables.
    pub const fn words(&self) -> &'static AccountantWords {
        &self.asked.language.phrases.accountant
    }

    /// The journal.
    pub const fn journal(&self) -> &'a Journal {
        self.asked.day.journal
    }

    /// The ledger at the end of the last day.
    pub const fn closing_ledger(&self) -> &'a Ledger {
        self.closing.day.ledger
    }
}

/// What was asked: of which period, with which shares, and what the tables are told beside the journal.
#[derive(Clone, Copy)]
pub struct AccountantRequest<'a> {
    /// The period.
    pub period: Period,
    /// Shares for provisions.
    pub provision: &'a [ProvisionRule],
    /// What earlier exports had, where they were named.
    pub earlier: Option<&'a EarlierJournal>,
    /// The files of the journal.
    pub files: &'a [FileRecord],
    /// What the check of the journal says.
    pub findings: &'a AccountantFindings,
    /// The program that the folder has files for too.
    pub layout: Option<&'a Layout>,
}

/// Gives the tables all they may look at: the journal on the day that was asked, and at the end of the period.
pub fn with_accountant_input<T>(
    asked: ReportInput<'_>,
    request: AccountantRequest<'_>,
    write: impl FnOnce(&AccountantInput<'_>) -> T,
) -> T {
    let (journal, ledger) = (asked.day.journal, asked.day.ledger);
    let period = Period {
        first: request.period.first,
        last: request.period.last.min(ledger.as_of),
    };
    let closing_ledger = ledger::post(journal, period.last);
    let lookup = asked.day.source_lookup;
    let asked_day = Day::new(journal, ledger, lookup);
    let closing_day = Day::new(journal, &closing_ledger, lookup);
    let options = ReportOptions {
        period: Some(request.period),
        ..asked.options.clone()
    };
    let listing_options = ReportOptions {
        vat_page: VatPage::EuListing,
        ..options.clone()
    };
    let on_day = |day| ReportInput {
        day,
        root_file: asked.root_file,
        language: asked.language,
        options: &options,
    };
    write(&AccountantInput {
        asked: on_day(&asked_day),
        closing: on_day(&closing_day),
        listing_options: &listing_options,
        period,
        asked_period: request.period,
        provision: request.provision,
        earlier: request.earlier,
        movements: &customer_movements(journal, &closing_ledger, period),
        open_balances: &open_balances(journal, &closing_ledger),
        files: request.files,
        findings: request.findings,
        layout: request.layout,
    })
}
