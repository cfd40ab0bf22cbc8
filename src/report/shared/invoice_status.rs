//! How an invoice stands as a whole: what is open of it, when that is due, what closed it.

use super::labels;
use super::report_input::ReportInput;
use crate::document::Cell;
use crate::journal::model::{InvoiceIx, ItemIx};
use crate::language::phrases::Language;
use crate::ledger::ageing::{AgeingBasis, days_late};
use crate::ledger::model::Status;
use crate::value::money::Minor;
use chrono::NaiveDate;

/// How an invoice stands on the day.
#[derive(Clone, Copy, Debug)]
pub struct InvoiceStatus {
    /// Principal open.
    pub open: Minor,
    /// Fees, costs and interest open.
    pub charges: Minor,
    /// The earliest due date of what is open; of a closed invoice the last one.
    pub due: Option<NaiveDate>,
    /// What closed it last; `None` while principal is open or the amount cannot be read.
    pub closed_by: Option<Status>,
    /// Whether its amount could be read.
    pub is_readable: bool,
}

impl InvoiceStatus {
    /// How an invoice stands.
    pub fn for_invoice(input: ReportInput<'_>, invoice: InvoiceIx) -> Self {
        let (journal, ledger) = (input.day.journal, input.day.ledger);
        let mut standing = Self {
            open: Minor::ZERO,
            charges: ledger.charges_on(invoice),
            due: None,
            closed_by: None,
            is_readable: journal.invoices[invoice].item_count > 0,
        };
        let mut last_due = None;
        let mut last_closed = (None, None);
        for item in journal.items_of(invoice) {
            let state = ledger.items[item];
            let due = journal.items[item].due;
            if state.status == Status::Open {
                standing.open += state.open.into();
                standing.due = match (standing.due, due) {
                    (Some(first), Some(due)) => Some(due.min(first)),
                    (first, due) => first.or(due),
                };
            } else if state.closed >= last_closed.0 {
                last_closed = (state.closed, Some(state.status));
            }
            last_due = due.max(last_due);
        }
        if standing.open.is_zero() {
            standing.due = last_due;
            standing.closed_by = last_closed.1;
        }
        standing
    }

    /// Whether principal or charges are open.
    pub fn is_open(&self) -> bool {
        !self.open.is_zero() || !self.charges.is_zero()
    }

    /// In words: as programs know it, and as people say it.
    pub fn label(&self, as_of: NaiveDate, language: &Language) -> (&'static str, &'static str) {
        let say = &language.phrases.status;
        if let Some(closed) = self
            .closed_by
            .and_then(|status| labels::closed_status_label(status, language))
        {
            return closed;
        }
        if !self.is_readable {
            return ("unreadable", say.unreadable);
        }
        match self.due {
            Some(due) if due < as_of => ("overdue", say.overdue),
            _ => ("open-not-due", say.not_due),
        }
    }
}

/// How an item stands.
pub fn item_status_cell(input: ReportInput<'_>, status: Status, item: ItemIx) -> Cell {
    let say = &input.language.phrases.status;
    let late = days_late(input.day.journal, input.day.ledger, item, AgeingBasis::Due) > 0;
    let open = if late {
        ("overdue", say.overdue)
    } else {
        ("open-not-due", say.not_due)
    };
    labels::label_cell(labels::closed_status_label(status, input.language).unwrap_or(open))
}
