//! What customers buy, and how many days of sales are open.

use super::pattern::RECENT_PERIOD;
use crate::journal::model::{CustomerIx, Journal, MovementKind, NumberUse};
use crate::ledger::model::{Ledger, Status};
use crate::value::calendar::days_between;
use crate::value::currency::Currency;
use crate::value::money::Minor;
use crate::value::rounding::divide_rounded;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What one customer bought in one currency. Amounts are in minor units and include VAT; credit notes are subtracted,
/// and void invoices do not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sales {
    /// The date of the first invoice; `None` where there is none.
    pub first: Option<NaiveDate>,
    /// The number of invoices.
    pub invoices: usize,
    /// The amount of all invoices.
    pub turnover: Minor,
    /// The amount of the invoices in the period.
    pub invoiced_in_period: Minor,
    /// The open principal on the as-of day.
    pub open: Minor,
}

/// The period whose sales are compared with what is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SalesPeriod {
    /// The first day: one year before the last, or the first invoice of the journal where that is later.
    pub from: NaiveDate,
    /// The last day: the as-of day of the ledger.
    pub to: NaiveDate,
}

impl SalesPeriod {
    /// The number of days in the period.
    pub fn days(self) -> i64 {
        days_between(self.from, self.to).saturating_add(1)
    }
}

/// What all customers bought, by customer and currency.
#[derive(Clone, Debug)]
pub struct SalesByCustomer {
    /// The period over which [`Sales::invoiced_in_period`] is counted.
    pub period: SalesPeriod,
    sales: BTreeMap<CustomerIx, BTreeMap<Currency, Sales>>,
}

impl SalesByCustomer {
    /// Computes what all customers bought up to the as-of day of the ledger.
    pub fn from_ledger(journal: &Journal, ledger: &Ledger) -> Self {
        let mut all = Self {
            period: sales_period(journal, ledger.as_of),
            sales: BTreeMap::new(),
        };
        all.add_invoices(journal, ledger);
        all.subtract_credits(journal, ledger.as_of);
        all
    }

    fn add_invoices(&mut self, journal: &Journal, ledger: &Ledger) {
        for (ix, invoice) in journal.invoices.iter() {
            let future = invoice.number_use != NumberUse::Invoice || invoice.date > ledger.as_of;
            let void = journal
                .items_of(ix)
                .any(|item| ledger.items[item].status == Status::Void);
            let (Some(customer), Some(amount)) = (invoice.customer, invoice.amount()) else {
                continue;
            };
            if future || void {
                continue;
            }
            let recent = self.amount_in_period(invoice.date, amount.into());
            let sales = self.sales_mut(customer, invoice.currency);
            sales.invoices = sales.invoices.saturating_add(1);
            sales.turnover += amount.into();
            sales.invoiced_in_period += recent;
            let first = sales.first.unwrap_or(invoice.date);
            sales.first = Some(first.min(invoice.date));
            for item in journal.items_of(ix) {
                sales.open += ledger.items[item].open.into();
            }
        }
    }

    fn subtract_credits(&mut self, journal: &Journal, as_of: NaiveDate) {
        let movements = journal.movements.as_slice().iter();
        for credit in movements.filter(|it| it.kind == MovementKind::Credit && it.date <= as_of) {
            let recent = self.amount_in_period(credit.date, credit.minor());
            let Some(customer) = credit.customer else {
                continue;
            };
            let sales = self.sales_mut(customer, credit.currency);
            sales.turnover -= credit.minor();
            sales.invoiced_in_period -= recent;
        }
    }

    fn amount_in_period(&self, day: NaiveDate, amount: Minor) -> Minor {
        if day >= self.period.from {
            amount
        } else {
            Minor::ZERO
        }
    }

    fn sales_mut(&mut self, customer: CustomerIx, currency: Currency) -> &mut Sales {
        let sales = self.sales.entry(customer).or_default();
        sales.entry(currency).or_default()
    }

    /// What one customer bought, by currency.
    pub fn of_customer(&self, customer: CustomerIx) -> impl Iterator<Item = (Currency, Sales)> {
        let sales = self.sales.get(&customer).into_iter().flatten();
        sales.map(|(currency, sales)| (*currency, *sales))
    }

    /// What one customer bought in one currency; all zero where that is nothing.
    pub fn get(&self, customer: CustomerIx, currency: Currency) -> Sales {
        let sales = self.sales.get(&customer);
        let sales = sales.and_then(|sales| sales.get(&currency));
        sales.copied().unwrap_or_default()
    }
}

fn sales_period(journal: &Journal, as_of: NaiveDate) -> SalesPeriod {
    let issued = journal.invoices.as_slice().iter();
    let issued = issued.filter(|invoice| invoice.number_use == NumberUse::Invoice);
    let first = issued.map(|invoice| invoice.date).min().unwrap_or(as_of);
    let year_ago = RECENT_PERIOD
        .date_before(as_of)
        .and_then(|day| day.succ_opt());
    SalesPeriod {
        from: year_ago.unwrap_or(first).max(first.min(as_of)),
        to: as_of,
    }
}

/// Days sales outstanding: the open amount divided by the amount invoiced in a period, times the days of the period,
/// rounded to whole days with halves up. `None` where nothing was invoiced.
///
/// ```
/// use tegoed::insight::sales::days_sales_outstanding;
/// use tegoed::value::money::Minor;
/// assert_eq!(days_sales_outstanding(Minor(1_000_00), Minor(12_000_00), 365), Some(30));
/// assert_eq!(days_sales_outstanding(Minor(1_000_00), Minor(0), 365), None);
/// ```
pub fn days_sales_outstanding(open: Minor, invoiced: Minor, days: i64) -> Option<i64> {
    let days = divide_rounded(open.0.checked_mul(days.into())?, invoiced.0)?;
    i64::try_from(days).ok()
}
