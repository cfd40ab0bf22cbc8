//! The same balances worked out slowly: every list is walked from its start, every day, and nothing is remembered.

mod closing;
mod money;
mod settle;
mod spread;
mod undo;

use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use tegoed::journal::model::{
    Component, CustomerIx, InvoiceIx, ItemIx, Journal, Movement, MovementIx, MovementKind as Kind,
    NumberUse,
};
use tegoed::ledger::model::{FaultKind, Status};
use tegoed::value::currency::Currency;
use tegoed::value::money::Minor;

pub const CHARGES: [Component; 3] = [Component::Costs, Component::Fee, Component::Interest];

/// Why something was settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettlementCause {
    Money,
    /// A credit note that names the invoice.
    Credit,
    Recovery(MovementIx),
    Discount,
    Settlement(MovementIx),
}

#[derive(Clone, Debug)]
pub struct OracleSettlement {
    pub from: MovementIx,
    pub invoice: InvoiceIx,
    pub item: ItemIx,
    pub component: Component,
    pub amount: Minor,
    pub cause: SettlementCause,
    /// A discount or settlement: how far the list reached before it.
    pub length_before: usize,
    pub is_undone: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deposit {
    pub from: MovementIx,
    pub since: NaiveDate,
    pub left: Minor,
}

/// The state of everything at the end of a day.
pub struct Oracle<'j> {
    journal: &'j Journal,
    today: NaiveDate,
    pub open: BTreeMap<ItemIx, (Minor, Status, Option<NaiveDate>)>,
    pub charges: BTreeMap<(InvoiceIx, Component), Minor>,
    deposits: Vec<Deposit>,
    settlements: Vec<OracleSettlement>,
    written_off: Vec<(InvoiceIx, ItemIx, Component, MovementIx, Minor)>,
    terms: BTreeMap<InvoiceIx, (MovementIx, NaiveDate, bool)>,
    reversed: Vec<MovementIx>,
    refunded: BTreeMap<MovementIx, Minor>,
    void: Vec<InvoiceIx>,
    pub faults: Vec<(MovementIx, FaultKind)>,
}

pub fn is_known(journal: &Journal, invoice: InvoiceIx) -> bool {
    let written = &journal.invoices[invoice];
    written.number_use == NumberUse::Invoice && written.amount().is_some()
}

pub fn is_money(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Payment | Kind::Credit | Kind::Reversal | Kind::Refund
    )
}

pub fn counts_from(journal: &Journal, movement: &Movement) -> NaiveDate {
    let mut day = movement.date;
    for invoice in movement.invoices() {
        if !is_money(movement.kind) && journal.invoices[invoice].number_use == NumberUse::Invoice {
            day = day.max(journal.invoices[invoice].date);
        }
    }
    day
}

/// Where an entry stands among those of its day.
pub fn same_day_rank(journal: &Journal, ix: MovementIx) -> impl Ord + use<> {
    let movement = &journal.movements[ix];
    let name = |invoice: InvoiceIx| journal.invoice_no(invoice).to_lowercase();
    let more = movement.extra.as_ref();
    let id = journal
        .bank_ids
        .iter()
        .find(|id| id.origin == movement.origin);
    (
        (
            movement.kind,
            movement
                .customer
                .map(|customer| journal.customer_id(customer).to_owned()),
            movement.date,
            movement.invoice.is_none(),
            movement.invoice.map(name),
            Reverse(movement.amount),
            movement.currency,
        ),
        (
            more.map_or(vec![], |it| {
                it.further_invoices.iter().copied().map(name).collect()
            }),
            more.map_or(vec![], |it| {
                it.designations
                    .iter()
                    .map(|line| name(line.invoice))
                    .collect()
            }),
            more.map_or(vec![], |it| {
                it.designations.iter().map(|line| line.amount).collect()
            }),
            more.map(|it| (it.on_account, it.of_date, it.settlement_deadline))
                .unwrap_or_default(),
            more.and_then(|it| it.of_bank_id.clone()),
            more.and_then(|it| it.waived_component),
            more.is_none_or(|it| it.referenced_invoice.is_none()),
            more.and_then(|it| it.referenced_invoice).map(name),
            more.and_then(|it| it.credit_number).map(name),
        ),
        id.map(|id| id.hash()),
    )
}

impl<'j> Oracle<'j> {
    pub fn new(journal: &'j Journal, as_of: NaiveDate) -> Self {
        let mut oracle = Self {
            journal,
            today: NaiveDate::MIN,
            open: BTreeMap::new(),
            charges: BTreeMap::new(),
            deposits: Vec::new(),
            settlements: Vec::new(),
            written_off: Vec::new(),
            terms: BTreeMap::new(),
            reversed: Vec::new(),
            refunded: BTreeMap::new(),
            void: Vec::new(),
            faults: Vec::new(),
        };
        let mut days: Vec<NaiveDate> = journal.invoices.iter().map(|(_, it)| it.date).collect();
        days.extend(
            journal
                .movements
                .iter()
                .map(|(_, it)| counts_from(journal, it)),
        );
        days.sort_unstable();
        days.dedup();
        for day in days.into_iter().filter(|day| *day <= as_of) {
            oracle.run_day(day);
        }
        oracle
    }

    fn run_day(&mut self, day: NaiveDate) {
        self.today = day;
        let journal = self.journal;
        for (invoice, written) in journal.invoices.iter() {
            if written.number_use == NumberUse::Invoice && written.date == day {
                for item in journal.items_of(invoice) {
                    let amount = Minor::from(journal.items[item].amount);
                    let state = if amount.is_positive() {
                        (amount, Status::Open, None)
                    } else {
                        (Minor::ZERO, Status::Paid, Some(day))
                    };
                    self.open.insert(item, state);
                }
            }
        }
        let mut money: Vec<MovementIx> = journal
            .movements
            .iter()
            .filter(|(_, it)| matches!(it.kind, Kind::Payment | Kind::Credit) && it.date < day)
            .map(|(ix, _)| ix)
            .collect();
        money.sort_by_cached_key(|ix| (journal.movements[*ix].date, same_day_rank(journal, *ix)));
        for ix in money {
            self.apply_prepayment(ix);
        }
        let mut entries: Vec<MovementIx> = journal
            .movements
            .iter()
            .filter(|(_, it)| counts_from(journal, it) == day)
            .map(|(ix, _)| ix)
            .collect();
        entries.sort_by_cached_key(|ix| same_day_rank(journal, *ix));
        for ix in entries {
            self.apply_entry(ix);
        }
    }

    fn apply_entry(&mut self, ix: MovementIx) {
        let movement = &self.journal.movements[ix];
        let Some(customer) = movement.customer else {
            return;
        };
        match movement.kind {
            Kind::Payment => self.apply_payment(ix, customer),
            Kind::Credit => self.apply_credit_note(ix),
            Kind::Reversal => self.apply_reversal(ix),
            Kind::Apply => self.apply_on_account(ix),
            Kind::Refund => self.apply_refund(ix),
            Kind::Void => {
                for (place, invoice) in movement.invoices().enumerate() {
                    if self.can_apply(ix, invoice, place > 0) {
                        self.void_invoice(invoice);
                    }
                }
            }
            _ => {
                let Some(invoice) = movement.invoice else {
                    return;
                };
                if self.can_apply(ix, invoice, false) {
                    self.apply_to_invoice(ix, invoice);
                }
            }
        }
    }

    fn apply_to_invoice(&mut self, ix: MovementIx, invoice: InvoiceIx) {
        let movement = &self.journal.movements[ix];
        let amount = movement.minor();
        match movement.kind {
            Kind::Fee | Kind::Costs | Kind::Interest => {
                if let Some(status) = self.closed_status(invoice) {
                    self.faults
                        .push((ix, FaultKind::InvoiceClosed { invoice, status }));
                    return;
                }
                let component = match movement.kind {
                    Kind::Fee => Component::Fee,
                    Kind::Costs => Component::Costs,
                    _ => Component::Interest,
                };
                *self.charges.entry((invoice, component)).or_default() += amount;
            }
            Kind::Waive => {
                let only = movement
                    .extra
                    .as_ref()
                    .and_then(|more| more.waived_component);
                let which: Vec<Component> = CHARGES
                    .into_iter()
                    .filter(|it| only.is_none_or(|only| only == *it))
                    .collect();
                let mut claimed = Minor::ZERO;
                for it in &which {
                    claimed += self.charge_amount(invoice, *it);
                }
                if amount > claimed {
                    self.faults
                        .push((ix, FaultKind::WaivedExceedsCharges { claimed }));
                    return;
                }
                let mut left = amount;
                for component in which {
                    let part = left.min(self.charge_amount(invoice, component));
                    *self.charges.entry((invoice, component)).or_default() -= part;
                    left -= part;
                }
            }
            Kind::Settle => {
                self.terms.insert(invoice, (ix, self.today, false));
                self.check_settlement(invoice);
            }
            Kind::Writeoff => self.write_off(ix, invoice),
            _ => {}
        }
    }

    fn can_apply(&mut self, ix: MovementIx, invoice: InvoiceIx, checked: bool) -> bool {
        let (movement, written) = (&self.journal.movements[ix], &self.journal.invoices[invoice]);
        if !is_known(self.journal, invoice) || written.date > self.today {
            return false;
        }
        if written.customer != movement.customer {
            if checked {
                self.faults.push((ix, FaultKind::CustomerMix { invoice }));
            }
            return false;
        }
        if written.currency != movement.currency && !movement.amount.is_zero() {
            self.faults.push((ix, FaultKind::CurrencyMix { invoice }));
            return false;
        }
        true
    }

    fn charge_amount(&self, invoice: InvoiceIx, component: Component) -> Minor {
        self.charges
            .get(&(invoice, component))
            .copied()
            .unwrap_or_default()
    }

    pub fn charges_sum(&self, invoice: InvoiceIx) -> Minor {
        let [a, b, c] = CHARGES.map(|component| self.charge_amount(invoice, component));
        a + b + c
    }

    fn open_principal(&self, invoice: InvoiceIx) -> Minor {
        let mut sum = Minor::ZERO;
        for item in self.journal.items_of(invoice) {
            sum += self.open.get(&item).map_or(Minor::ZERO, |state| state.0);
        }
        sum
    }

    fn closed_status(&self, invoice: InvoiceIx) -> Option<Status> {
        if self.void.contains(&invoice) {
            return Some(Status::Void);
        }
        let lost = self
            .journal
            .items_of(invoice)
            .any(|it| self.open[&it].1 == Status::WrittenOff);
        (lost && self.open_principal(invoice).is_zero()).then_some(Status::WrittenOff)
    }

    /// What is on account, oldest first.
    pub fn on_account(&self) -> BTreeMap<(CustomerIx, Currency), Vec<Deposit>> {
        let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for deposit in self.deposits.iter().filter(|it| it.left.is_positive()) {
            let movement = &self.journal.movements[deposit.from];
            all.entry((movement.customer.unwrap(), movement.currency))
                .or_default()
                .push(*deposit);
        }
        all
    }
}
