//! The few words that tell how an invoice stands, beside its line or in a list of invoices.

use super::journal_view::JournalView;
use crate::journal::model::InvoiceIx;
use crate::value::calendar::days_between;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;

/// How an invoice stands: what is open of it, and the day on which the first open part of it falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvoiceBalance {
    /// What is open, in the smallest unit of its currency.
    pub open: Minor,
    /// `None` where nothing is open, or no day is known.
    pub due: Option<NaiveDate>,
}

impl InvoiceBalance {
    /// How an invoice stands on the day of the view.
    pub fn new(view: &JournalView<'_>, invoice: InvoiceIx) -> Self {
        let (journal, ledger) = (&view.outcome.journal, &view.outcome.ledger);
        let mut items = journal.items_of(invoice);
        let first = items.find(|item| !ledger.items[*item].open.is_zero());
        Self {
            open: ledger.open_principal(journal, invoice),
            due: first.and_then(|item| journal.items[item].due),
        }
    }
}

/// `121,00 open`, `12 days late`.
pub fn invoice_words(
    view: &JournalView<'_>,
    invoice: InvoiceIx,
    balance: InvoiceBalance,
) -> Vec<String> {
    let say = &view.language.phrases.editor;
    if balance.open.is_zero() {
        return vec![say.nothing_open.to_owned()];
    }
    let currency = view.outcome.journal.invoices[invoice].currency;
    let money = Money::new(balance.open, currency);
    let open = (say.open)(&view.language.format_money(money));
    let late = balance.due.map(|due| match days_between(due, view.today) {
        late @ 1.. => (say.days_late)(late),
        early => (say.due_in)(early.saturating_neg()),
    });
    [open].into_iter().chain(late).collect()
}
