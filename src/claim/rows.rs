//! The rows of one invoice in a claim: what was owed, what was added, and what was paid.

use super::claim_index::ClaimIndex;
use super::claim_instalments::ClaimInstalment;
use super::invoice_claim::InvoiceClaim;
use super::invoice_events::{EventEffect, InterestBasis};
use super::model::{ClaimGround, ClaimRow, ClaimRowKind};
use super::parties::ClaimParties;
use crate::journal::model::{Component, Event, Journal, MovementKind};
use crate::ledger::model::AllocationRule;
use crate::policy::interest::InterestSegment;
use crate::policy::replay::{self, PartBalance, PaymentSplit};
use crate::value::money::Minor;
use chrono::NaiveDate;

/// Builds the rows of one invoice.
pub struct RowBuilder<'a> {
    /// The entries about the customer.
    pub index: &'a ClaimIndex<'a>,
    /// The resolved journal.
    pub journal: &'a Journal,
    /// The parties of the claim.
    pub parties: &'a ClaimParties,
    /// The invoice.
    pub claim: &'a InvoiceClaim,
    /// The invoice, replayed in the statutory order.
    pub balance: &'a replay::DebtBalance,
    /// The day of the claim.
    pub as_of: NaiveDate,
}

impl RowBuilder<'_> {
    /// The rows for principal, interest and charges, in this order. `more` are the rows of this invoice for
    /// costs that no entry records.
    pub fn owed_rows(&self, more: &[ClaimRow]) -> Vec<ClaimRow> {
        let due = self.claim.due_instalments(self.as_of);
        let mut rows: Vec<ClaimRow> = due.iter().map(|part| self.principal_row(part)).collect();
        rows.extend(self.kept_back_rows());
        for standing in self.balance.parts.iter().take(due.len()) {
            rows.extend(self.interest_rows(standing));
        }
        rows.extend(self.charge_rows());
        rows.extend(more.iter().cloned());
        rows
    }

    fn new_row(&self, kind: ClaimRowKind, amount: Minor, ground: ClaimGround) -> ClaimRow {
        ClaimRow {
            invoice: self.claim.invoice,
            kind,
            from: None,
            to: None,
            days: None,
            base: None,
            rate: None,
            amount,
            ground,
        }
    }

    fn principal_row(&self, part: &ClaimInstalment) -> ClaimRow {
        let kept = self.index.not_asked_of(self.claim.invoice);
        let plan = kept.and_then(|kept| kept.plan.as_ref());
        let ground = match plan {
            Some(plan) => ClaimGround::Plan {
                origin: plan.event.origin,
                agreed_on: plan.event.date,
            },
            None => ClaimGround::Invoice {
                number: part.number,
                count: self.claim.instalments.len(),
            },
        };
        let from = plan.map(|plan| plan.event.date);
        let amount = part.debt.principal + part.kept_back;
        ClaimRow {
            from: from.or(Some(self.journal.invoices[self.claim.invoice].date)),
            to: part.debt.due,
            ..self.new_row(ClaimRowKind::Principal, amount, ground)
        }
    }

    /// The rows for principal that was conceded or is contested, one for each entry.
    fn kept_back_rows(&self) -> Vec<ClaimRow> {
        let Some(kept) = self.index.not_asked_of(self.claim.invoice) else {
            return Vec::new();
        };
        let due = self.claim.due_instalments(self.as_of);
        let amount: Minor = due.iter().map(|part| part.kept_back).sum();
        let conceded = kept.conceded.min(amount);
        let row = |kind, event: &Event, amount: Minor| ClaimRow {
            from: Some(event.date),
            ..self.new_row(kind, -amount, ClaimGround::Event(event.origin))
        };
        let parts = kept.split_conceded(conceded).into_iter();
        let mut rows: Vec<ClaimRow> = parts
            .map(|it| row(ClaimRowKind::Conceded, it.event, it.open))
            .collect();
        let contested = kept.contested_by.filter(|_| amount > conceded);
        rows.extend(contested.map(|event| row(ClaimRowKind::Contested, event, amount - conceded)));
        rows
    }

    fn interest_rows(&self, standing: &PartBalance) -> Vec<ClaimRow> {
        if self.claim.interest == InterestBasis::Recorded {
            return Vec::new();
        }
        let segments = standing.segments.iter();
        segments.map(|segment| self.segment_row(segment)).collect()
    }

    fn segment_row(&self, segment: &InterestSegment) -> ClaimRow {
        let ground = match (segment.citation, self.parties.law, self.claim.policy) {
            (Some(cited), Some(law), _) => ClaimGround::Law {
                article: law.interest_article(self.parties.debtor),
                level: cited.level,
            },
            (_, _, Some(policy)) => ClaimGround::Policy {
                policy,
                agreed: self.claim.agreed.interest,
            },
            // A rate comes from the law or from a policy, so this case does not occur.
            _ => ClaimGround::Invoice {
                number: 1,
                count: 1,
            },
        };
        ClaimRow {
            from: Some(segment.from),
            to: Some(segment.through),
            days: Some(segment.days),
            base: segment.base.to_minor(),
            rate: Some(segment.rate),
            ..self.new_row(ClaimRowKind::Interest, segment.rounded_amount, ground)
        }
    }

    /// The rows for recorded charges that are claimed.
    fn charge_rows(&self) -> Vec<ClaimRow> {
        let mut rows = Vec::new();
        for happening in &self.claim.events {
            let EventEffect::Charge(component, amount) = happening.effect else {
                continue;
            };
            let kind = match component {
                Component::Fee => ClaimRowKind::Fee,
                Component::Interest => ClaimRowKind::Interest,
                Component::Costs | Component::Principal => ClaimRowKind::Costs,
            };
            let counts =
                kind != ClaimRowKind::Interest || self.claim.interest == InterestBasis::Recorded;
            if counts && amount.is_positive() {
                // A business owes costs from the first late day (BW 6:96 lid 4), whenever they were written down.
                let owed = self.claim.first_overdue_day();
                let owed =
                    owed.filter(|_| kind == ClaimRowKind::Costs && !self.parties.is_consumer());
                rows.push(ClaimRow {
                    from: Some(owed.map_or(happening.date, |day| day.min(happening.date))),
                    ..self.new_row(kind, amount, ClaimGround::Entry(happening.entry))
                });
            }
        }
        rows
    }

    /// The rows for what lowered the claim and for reversals, in order of time. Only what was allocated to instalments
    /// that are due.
    pub fn settlement_rows(&self) -> Vec<ClaimRow> {
        let mut rows = Vec::new();
        for split in &self.balance.splits {
            let Some(happening) = self.claim.events.get(split.event_index) else {
                continue;
            };
            rows.extend(self.allocation_row(split, happening.effect, happening.rule));
            if let Some(bounced) = split.reversed_on {
                rows.extend(self.reversal_row(split, bounced));
            }
        }
        rows.sort_by_key(|row| row.from);
        rows
    }

    fn allocation_row(
        &self,
        split: &PaymentSplit,
        what: EventEffect,
        rule: AllocationRule,
    ) -> Option<ClaimRow> {
        let happening = self.claim.events.get(split.event_index)?;
        let kind = match what {
            EventEffect::Waiver(..) => ClaimRowKind::Waiver,
            EventEffect::Credit(_) | EventEffect::Remission { .. }
                if rule == AllocationRule::WrittenOff =>
            {
                ClaimRowKind::WrittenOff
            }
            EventEffect::Credit(_) | EventEffect::Remission { .. } => ClaimRowKind::Credit,
            _ if self.is_from_credit_note(split) && rule != AllocationRule::Discount => {
                ClaimRowKind::Credit
            }
            _ => ClaimRowKind::Payment,
        };
        let due = self.claim.due_instalments(self.as_of).len();
        let (interest, principal) = (split.interest_of_first(due), split.principal_of_first(due));
        let amount = split.costs + interest + principal;
        let ground = ClaimGround::Allocation {
            entry: happening.entry,
            costs: split.costs,
            interest,
            principal,
            rule,
            waits: happening.waits,
        };
        amount.is_positive().then(|| ClaimRow {
            // Money that came after an insolvency is reckoned on the day before it, and is shown on its own day.
            from: Some(split.date.max(happening.date)),
            ..self.new_row(kind, -amount, ground)
        })
    }

    fn is_from_credit_note(&self, split: &PaymentSplit) -> bool {
        let happening = self.claim.events.get(split.event_index);
        happening.is_some_and(|happening| {
            self.journal.movements[happening.entry].kind == MovementKind::Credit
        })
    }

    fn reversal_row(&self, split: &PaymentSplit, on: NaiveDate) -> Option<ClaimRow> {
        let reversal = self.claim.events.iter().find(|happening| {
            happening.effect == EventEffect::Reversal(split.event_index)
                && self.claim.last_day_of_accrual(happening.date) == on
        })?;
        let due = self.claim.due_instalments(self.as_of).len();
        let amount = split.costs + split.interest_of_first(due) + split.principal_of_first(due);
        amount.is_positive().then(|| ClaimRow {
            from: Some(on),
            ..self.new_row(
                ClaimRowKind::Reversal,
                amount,
                ClaimGround::Entry(reversal.entry),
            )
        })
    }
}
