//! Posting: every entry up to the day, carried out in order, and nothing else.

use super::posting_state::PostingState;
use crate::journal::model::{Journal, MovementIx, MovementKind};
use crate::ledger::balance_check;
use crate::ledger::model::Ledger;
use crate::ledger::posting_order::{posting_day, sort_movements};
use chrono::NaiveDate;

/// Who owes what at the end of a day, from the entries dated by then. Later entries change nothing; they are only
/// counted.
pub fn post(journal: &Journal, as_of: NaiveDate) -> Ledger {
    let order = sort_movements(journal, as_of);
    let mut posting = PostingState::new(journal, as_of, order.len());
    posting.flag_upcoming(&order);
    for next in order.chunks(PREFETCH_COUNT) {
        posting.prefetch_items(next);
        for ix in next {
            posting.advance_to(posting_day(journal, &journal.movements[*ix]));
            posting.apply_movement(*ix);
        }
    }
    posting.advance_to(as_of);
    let mut ledger = posting.into_ledger();
    let differing = balance_check::failed_assertions(journal, &ledger);
    ledger.faults.extend(differing);
    ledger
}

/// For so many entries what they name is looked up together.
const PREFETCH_COUNT: usize = 16;

impl PostingState<'_> {
    /// Looks once at every item that the next entries name. In a big journal those lie far from one another, and memory
    /// answers sixteen questions that do not wait for each other nearly as fast as one.
    fn prefetch_items(&self, next: &[MovementIx]) {
        let named = next
            .iter()
            .filter_map(|ix| self.journal().movements[*ix].invoice);
        let items = named.filter_map(|invoice| self.journal().invoices[invoice].first_item);
        let open = items.fold(0, |sum, item| sum ^ self.item_state(item).open.0);
        std::hint::black_box(open);
    }

    fn apply_movement(&mut self, ix: MovementIx) {
        let movement = &self.journal().movements[ix];
        match movement.kind {
            MovementKind::Credit => self.post_credit_note(ix),
            MovementKind::Reversal => self.reverse_payment(ix),
            MovementKind::Payment => self.receive_payment(ix),
            MovementKind::Apply => self.apply_on_account(ix),
            MovementKind::Refund => self.refund_on_account(ix),
            MovementKind::Fee | MovementKind::Costs | MovementKind::Interest => {
                self.claim_charge(ix);
            }
            MovementKind::Waive => self.waive_charges(ix),
            MovementKind::Settle => self.agree_settlement(ix),
            MovementKind::Writeoff => self.write_off(ix),
            MovementKind::Void => self.void_invoices(ix),
        }
    }
}
