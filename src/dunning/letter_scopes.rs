//! What fourteen-day letters asked of invoices: of an invoice in parts those whose step it was, less what was contested or
//! conceded on the day of the letter, what a plan left for later, and what money of the customer covered. Costs rest on
//! what a letter asked, and on no more (NL: BW 6:96 lid 6; SPEC.md 12).

use super::dunning_state::DunningState;
use super::history::DunningHistory;
use super::ladder_position::LadderRules;
use crate::claim::fourteen_day_letter::is_fourteen_day_letter;
use crate::claim::letter_scope::{LetterScope, LetterScopes};
use crate::claim::parties::ClaimParties;
use crate::journal::event_details::EventDetails;
use crate::journal::history::EventHistory;
use crate::journal::model::{AccountKey, CustomerIx, Event, InvoiceIx, ItemIx, Journal};
use crate::ledger::model::AllocationRule;
use crate::ledger::posting::post::post;
use crate::text::span::Origin;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A letter, one of its invoices, and what it asked of that.
type LetterOfInvoice<'j> = (&'j Event, InvoiceIx, LetterScope);

/// What the fourteen-day letters up to the day of the ledger asked, where that was not all that was late.
pub fn find_letter_scopes(rules: &LadderRules<'_>) -> LetterScopes {
    let journal = rules.journal;
    let letters = fourteen_day_letters(rules);
    if letters.is_empty() {
        return LetterScopes::default();
    }
    let history = EventHistory::new(journal, rules.ledger.as_of);
    let accounts = accounts_with_credit(rules);
    let mut scopes: BTreeMap<(Origin, InvoiceIx), LetterScope> = BTreeMap::new();
    let mut by_day: BTreeMap<NaiveDate, Vec<LetterOfInvoice<'_>>> = BTreeMap::new();
    for letter in letters {
        for invoice in letter.invoices() {
            let own = || DunningHistory::from_events(history.of_invoice(invoice));
            let is_in_parts = journal.items_of(invoice).nth(1).is_some();
            let parts = is_in_parts.then(|| rules.parts_of_entries(invoice, &own()));
            let parts = parts.and_then(|parts| parts.of_entry(letter).map(<[ItemIx]>::to_vec));
            let scope = LetterScope { parts, asked: None };
            if may_leave_out(&history, &accounts, letter, invoice) {
                let of_day = by_day.entry(letter.date).or_default();
                of_day.push((letter, invoice, scope));
            } else if scope.parts.is_some() {
                scopes.insert((letter.origin, invoice), scope);
            }
        }
    }
    for (day, letters) in by_day {
        for (letter, invoice, scope) in with_amounts_asked(journal, day, letters) {
            if scope != LetterScope::default() {
                scopes.insert((letter.origin, invoice), scope);
            }
        }
    }
    LetterScopes::new(scopes)
}

fn fourteen_day_letters<'j>(rules: &LadderRules<'j>) -> Vec<&'j Event> {
    let journal = rules.journal;
    let mut parties: BTreeMap<CustomerIx, ClaimParties> = BTreeMap::new();
    let sent = journal.events.iter();
    let sent = sent.filter(|event| event.date <= rules.ledger.as_of && event.is_letter());
    let letters = sent.filter(|event| {
        event.customer.is_some_and(|customer| {
            let parties = parties
                .entry(customer)
                .or_insert_with(|| ClaimParties::for_customer(journal, customer));
            is_fourteen_day_letter(journal, parties, event)
        })
    });
    letters.collect()
}

/// The accounts on which money ever stood beside open invoices.
fn accounts_with_credit(rules: &LadderRules<'_>) -> BTreeSet<AccountKey> {
    let (journal, ledger) = (rules.journal, rules.ledger);
    let account = |invoice: InvoiceIx| {
        let record = &journal.invoices[invoice];
        record.customer.map(|customer| (customer, record.currency))
    };
    let used = ledger.allocations.iter().filter(|step| {
        use AllocationRule::{Applied, Oldest};
        matches!(step.rule, Applied | Oldest)
    });
    let used = used.filter_map(|step| account(journal.items[step.item].invoice));
    let returned = ledger.paid_back.iter().filter_map(|refund| {
        let credit = &journal.movements[refund.credit];
        Some((credit.customer?, credit.currency))
    });
    let waiting = ledger.on_account.keys().copied();
    used.chain(returned).chain(waiting).collect()
}

/// Whether a letter may have asked less of an invoice than was late of it.
fn may_leave_out(
    history: &EventHistory<'_>,
    accounts: &BTreeSet<AccountKey>,
    letter: &Event,
    invoice: InvoiceIx,
) -> bool {
    let record = &history.journal.invoices[invoice];
    let account = record.customer.map(|customer| (customer, record.currency));
    let before = history.of_invoice(invoice);
    let mut before = before.take_while(|event| event.date <= letter.date);
    account.is_some_and(|account| accounts.contains(&account))
        || before.any(|event| {
            matches!(
                event.details,
                EventDetails::Dispute(_) | EventDetails::Plan(_)
            )
        })
}

/// What letters of a day asked of the principal of their invoices, as letters, calls and the work list of that day do.
fn with_amounts_asked<'j>(
    journal: &Journal,
    day: NaiveDate,
    letters: Vec<LetterOfInvoice<'j>>,
) -> Vec<LetterOfInvoice<'j>> {
    let ledger = post(journal, day);
    let rules = LadderRules::new(journal, &ledger);
    let history = Rc::new(EventHistory::new(journal, day));
    let state = DunningState::new(history, Rc::new(rules), BTreeSet::new(), day);
    let letters = letters.into_iter().map(|(letter, invoice, scope)| {
        let late = scope.late_items(journal, invoice, day);
        let scope = LetterScope {
            asked: state.principal_asked_of(invoice, &late),
            ..scope
        };
        (letter, invoice, scope)
    });
    letters.collect()
}

impl DunningState<'_> {
    /// What is asked of the principal of some items of one invoice: what is open of them, less what is not asked of it and
    /// what money of the customer that is here already covers; `None` where all that is open is asked.
    fn principal_asked_of(&self, invoice: InvoiceIx, items: &[ItemIx]) -> Option<Minor> {
        let first = items.first()?;
        let open = items
            .iter()
            .map(|item| Minor::from(self.ledger.items[*item].open));
        let open: Minor = open.sum();
        let covered: Minor = items.iter().map(|item| self.covered_of(*item)).sum();
        let position = self.position_without_blockers(*first);
        let kept = self.not_asked_by_arrangement(&position, open + self.charges_on(invoice));
        let asked = (open - kept.sum() - covered).max(Minor::ZERO);
        (asked < open).then_some(asked)
    }
}
