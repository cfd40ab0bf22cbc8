//! The principal that is open, instalment by instalment, and which instalment comes first.

use crate::journal::model::{InvoiceIx, ItemIx, Journal, NumberUse};
use crate::ledger::model::{ItemState, Status};
use crate::value::index_vec::IndexVec;
use crate::value::money::{Minor, Minor64};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Up to this many instalments are looked through each time; more are kept in order.
const FEW: u16 = 8;

/// What is open of every item.
#[derive(Debug)]
pub struct Principal<'j> {
    journal: &'j Journal,
    items: IndexVec<ItemIx, ItemState>,
    schedules: BTreeMap<InvoiceIx, InstalmentSchedule>,
}

/// An invoice of many instalments: their order by due date, where the open ones begin, and their sum.
#[derive(Debug)]
struct InstalmentSchedule {
    order: Vec<ItemIx>,
    next: usize,
    open: Minor,
}

impl<'j> Principal<'j> {
    /// Every invoice dated by the day is open as a whole.
    pub fn new(journal: &'j Journal, as_of: NaiveDate) -> Self {
        let mut items = IndexVec::from_elem(ItemState::default(), journal.items.len());
        for (state, (_, item)) in items.as_mut_slice().iter_mut().zip(journal.items.iter()) {
            let invoice = &journal.invoices[item.invoice];
            if invoice.number_use != NumberUse::Invoice || invoice.date > as_of {
                continue;
            }
            *state = if item.amount.is_positive() {
                ItemState {
                    open: item.amount,
                    status: Status::Open,
                    closed: None,
                }
            } else {
                ItemState {
                    open: Minor64::ZERO,
                    status: Status::Paid,
                    closed: Some(invoice.date),
                }
            };
        }
        Self {
            journal,
            items,
            schedules: BTreeMap::new(),
        }
    }

    /// The state of one item.
    pub fn item_state(&self, item: ItemIx) -> ItemState {
        self.items[item]
    }

    /// Everything open of an invoice.
    pub fn open_amount(&mut self, invoice: InvoiceIx) -> Minor {
        if self.journal.invoices[invoice].item_count > FEW {
            return self.schedule(invoice).open;
        }
        let mut sum = Minor::ZERO;
        for item in self.journal.items_of(invoice) {
            sum += self.items[item].open.into();
        }
        sum
    }

    /// The open instalment of an invoice whose turn it is, and what is open of it.
    pub fn first_open_item(&mut self, invoice: InvoiceIx) -> Option<(ItemIx, Minor)> {
        let written = &self.journal.invoices[invoice];
        let item = match written.item_count {
            0 => None,
            1 => written.first_item,
            2..=FEW => self
                .journal
                .items_of(invoice)
                .filter(|item| self.items[*item].open.is_positive())
                .min_by_key(|item| self.journal.settlement_order(*item)),
            _ => self.first_open_in_schedule(invoice),
        }?;
        let open = self.items[item].open;
        (open.is_positive()).then_some((item, open.into()))
    }

    fn first_open_in_schedule(&mut self, invoice: InvoiceIx) -> Option<ItemIx> {
        self.schedule(invoice);
        let long = self.schedules.get_mut(&invoice)?;
        while let Some(item) = long.order.get(long.next) {
            if self.items[*item].open.is_positive() {
                return Some(*item);
            }
            long.next = long.next.saturating_add(1);
        }
        None
    }

    fn schedule(&mut self, invoice: InvoiceIx) -> &mut InstalmentSchedule {
        let (journal, items) = (self.journal, &self.items);
        self.schedules.entry(invoice).or_insert_with(|| {
            let mut order: Vec<ItemIx> = journal.items_of(invoice).collect();
            order.sort_by_key(|item| journal.settlement_order(*item));
            let mut open = Minor::ZERO;
            for item in &order {
                open += items[*item].open.into();
            }
            InstalmentSchedule {
                order,
                next: 0,
                open,
            }
        })
    }

    /// Lowers what is open of an item, by no more than that; the status is what it becomes when that closes it.
    pub fn lower(&mut self, item: ItemIx, amount: Minor, status: Status, day: NaiveDate) {
        self.update_schedule(item, -amount);
        let state = &mut self.items[item];
        let open = Minor::from(state.open) - amount;
        state.open = Minor64::saturating_from(open.max(Minor::ZERO));
        if state.open.is_zero() {
            state.status = status;
            state.closed = Some(day);
        }
    }

    /// Opens an item again, by this much.
    pub fn raise(&mut self, item: ItemIx, amount: Minor) {
        self.update_schedule(item, amount);
        let state = &mut self.items[item];
        state.open = Minor64::saturating_from(Minor::from(state.open) + amount);
        state.status = Status::Open;
        state.closed = None;
    }

    /// Says differently how a closed item was closed.
    pub fn restate(&mut self, item: ItemIx, status: Status, day: NaiveDate) {
        let state = &mut self.items[item];
        if state.open.is_zero() {
            state.status = status;
            state.closed = Some(day);
        }
    }

    fn update_schedule(&mut self, item: ItemIx, change: Minor) {
        if self.schedules.is_empty() {
            return;
        }
        let invoice = self.journal.items[item].invoice;
        if let Some(long) = self.schedules.get_mut(&invoice) {
            long.open += change;
            if change.is_positive() {
                long.next = 0;
            }
        }
    }

    /// Every item as it stands.
    pub fn into_items(self) -> IndexVec<ItemIx, ItemState> {
        self.items
    }
}
