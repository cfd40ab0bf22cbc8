//! Puts the money that waits on an account to the debts of that account as the law does, until it is used up: of each debt
//! costs, interest and principal, and one debt after the other (NL: BW 6:43, 6:44).

use super::invoice_claim::InvoiceClaim;
use super::invoice_events::{EventEffect, InvoiceEvent};
use super::model::ClaimError;
use super::waiting_money::{OnAccountAllocation, OnAccountAllocations, debt_rank};
use crate::journal::model::{ItemIx, Journal};
use crate::ledger::model::{Ledger, OnAccountCredit};
use crate::value::money::Minor;
use chrono::NaiveDate;

/// An instalment that money may pay.
struct PlacedDebt {
    /// The index of its invoice among the claims.
    claim_index: usize,
    /// Its place among the instalments of the invoice, in the order in which they are paid.
    part: usize,
    item: ItemIx,
    due: Option<NaiveDate>,
    /// Whether nothing of it is left.
    is_paid: bool,
}

/// Puts credits, the oldest first, to the invoices of their account. `claims` are those, without money that waits.
///
/// # Errors
/// Interest cannot be computed.
pub fn place_by_law(
    journal: &Journal,
    ledger: &Ledger,
    credits: &[OnAccountCredit],
    claims: &mut [InvoiceClaim],
) -> Result<OnAccountAllocations, ClaimError> {
    let mut debts = list_debts(journal, ledger.as_of, claims);
    let mut placed = OnAccountAllocations::new();
    let mut left_over = Vec::new();
    for credit in credits {
        let came = journal.movements[credit.movement].date;
        let mut left = credit.remaining;
        for debt in &mut debts {
            if debt.is_paid || !left.is_positive() {
                continue;
            }
            let pays_on = debt.due.map_or(came, |due| came.max(due));
            let owed = owed_on(ledger, claims, debt, pays_on)?;
            let used = left.min(owed);
            debt.is_paid = used == owed;
            left -= used;
            put(
                claims,
                &mut placed,
                debt.claim_index,
                (credit, came, pays_on),
                used,
            );
        }
        if left.is_positive() {
            left_over.push((credit, came, left));
        }
    }
    pay_what_came_later(ledger.as_of, claims, &mut placed, &left_over)?;
    Ok(placed)
}

/// All instalments in the order in which they are paid.
fn list_debts(journal: &Journal, as_of: NaiveDate, claims: &[InvoiceClaim]) -> Vec<PlacedDebt> {
    let claims = claims.iter().enumerate();
    let debts = claims.flat_map(|(claim_index, claim)| {
        let parts = claim.instalments.iter().enumerate();
        parts.map(move |(part, instalment)| PlacedDebt {
            claim_index,
            part,
            item: instalment.item,
            due: instalment.debt.due,
            is_paid: false,
        })
    });
    let mut debts: Vec<PlacedDebt> = debts.collect();
    debts.sort_by_key(|debt| debt_rank(journal, as_of, debt.item));
    debts
}

/// What is owed of a debt at the end of a day; charges belong to the first instalment. Of what is not due yet, the
/// principal.
fn owed_on(
    ledger: &Ledger,
    claims: &[InvoiceClaim],
    debt: &PlacedDebt,
    day: NaiveDate,
) -> Result<Minor, ClaimError> {
    let Some(claim) = claims.get(debt.claim_index) else {
        return Ok(Minor::ZERO);
    };
    if day > ledger.as_of {
        return Ok(ledger.items[debt.item].open.into());
    }
    let balance = claim.replay(day)?;
    let charges = if debt.part == 0 {
        balance.costs + balance.claimed_interest
    } else {
        Minor::ZERO
    };
    let part = balance.parts.get(debt.part);
    Ok(charges + part.map_or(Minor::ZERO, |part| part.principal + part.interest))
}

/// What is left when every debt was paid pays charges that came later, what a reversal opened again, and whatever else is
/// owed on the day of the claim.
fn pay_what_came_later(
    as_of: NaiveDate,
    claims: &mut [InvoiceClaim],
    placed: &mut OnAccountAllocations,
    left_over: &[(&OnAccountCredit, NaiveDate, Minor)],
) -> Result<(), ClaimError> {
    let mut left_over = left_over.to_vec();
    if left_over.is_empty() {
        return Ok(());
    }
    for claim_index in 0..claims.len() {
        let raised = claims
            .get(claim_index)
            .and_then(InvoiceClaim::last_day_raised);
        let days = raised.filter(|day| *day < as_of).into_iter();
        for day in days.chain(std::iter::once(as_of)) {
            let mut owed = due_on(claims, claim_index, day)?;
            for (credit, came, left) in &mut left_over {
                let used = owed.min(*left);
                owed -= used;
                *left -= used;
                let dates = (*credit, *came, (*came).max(day));
                put(claims, placed, claim_index, dates, used);
            }
        }
    }
    Ok(())
}

/// All that is owed at the end of a day of what is late then.
fn due_on(
    claims: &[InvoiceClaim],
    claim_index: usize,
    day: NaiveDate,
) -> Result<Minor, ClaimError> {
    let Some(claim) = claims.get(claim_index) else {
        return Ok(Minor::ZERO);
    };
    let balance = claim.replay(day)?;
    let due = balance.parts.iter().take(claim.overdue_count(day));
    let due: Minor = due.map(|part| part.principal + part.interest).sum();
    Ok(balance.costs + balance.claimed_interest + due)
}

/// Puts a part of a credit that came in on one day, and pays on another, to an invoice.
fn put(
    claims: &mut [InvoiceClaim],
    placed: &mut OnAccountAllocations,
    claim_index: usize,
    (credit, date, pays_on): (&OnAccountCredit, NaiveDate, NaiveDate),
    amount: Minor,
) {
    let Some(claim) = claims.get_mut(claim_index).filter(|_| amount.is_positive()) else {
        return;
    };
    let part = OnAccountAllocation {
        entry: credit.movement,
        date,
        pays_on,
        amount,
    };
    claim.add_waiting_money(&part);
    placed.entry(claim.invoice).or_default().push(part);
}

impl InvoiceClaim {
    /// With money that waits and was put to the invoice.
    pub fn with_waiting_money(mut self, money: &[OnAccountAllocation]) -> Self {
        for part in money {
            self.add_waiting_money(part);
        }
        self
    }

    /// Adds a payment by money that waits.
    pub fn add_waiting_money(&mut self, money: &OnAccountAllocation) {
        self.events.push(InvoiceEvent::waiting_money(money));
    }

    /// The last day on which more became owed: by costs or a fee, or because a payment was reversed.
    pub fn last_day_raised(&self) -> Option<NaiveDate> {
        let written = self.recorded_costs();
        let written = written.filter(|(.., amount)| amount.is_positive());
        let written = written.map(|(_, happening, _)| happening.date);
        let derived = self.derived_costs.iter().map(|(date, _)| *date);
        let events = self.events.iter();
        let reversals =
            events.filter(|happening| matches!(happening.effect, EventEffect::Reversal(_)));
        let reversals = reversals.map(|happening| happening.date);
        written.chain(derived).chain(reversals).max()
    }
}
