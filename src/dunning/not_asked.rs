//! What is open of an invoice and may not be asked on the day: what the customer contests, what was conceded to him, what
//! a plan lets him pay later (SPEC.md 10.2, 10.4), and charges that a consumer does not owe (SPEC.md 12). Letters,
//! statements, calls, the work list and claims ask the rest.

use super::arrangement_status::{PlanStatus, plan_parts, plan_status};
use super::dunning_state::{DunningState, ItemPosition};
use super::hold::{Hold, HoldPeriod};
use crate::claim::not_asked::{ConcessionPart, NotAsked, PlanShare, PlanShares, RunningPlan};
use crate::journal::event_details::EventDetails;
use crate::journal::model::{Event, InvoiceIx, ItemIx, Movement, MovementKind, Policy};
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A plan that goes on although parts of it were missed.
#[derive(Clone, Debug)]
pub struct MissedPlan<'j> {
    /// The `plan` entry.
    pub event: &'j Event,
    /// The days of the parts that were missed.
    pub missed_days: Vec<NaiveDate>,
    /// What is missing of them.
    pub missing: Minor,
    /// Whether something came in for the first of them.
    pub is_part_paid: bool,
    /// What is missing of each of them.
    shares: Vec<PlanShare>,
    /// The day of the next part.
    pub next_due: Option<NaiveDate>,
}

/// A credit note that was conceded and not written.
#[derive(Clone, Copy, Debug)]
pub struct CreditNoteDue<'j> {
    /// The invoice.
    pub invoice: InvoiceIx,
    /// The entry that conceded it.
    pub event: &'j Event,
    /// What was conceded, however much was paid: the rest of a note is paid back or stands on account. All that is open
    /// where no amount was named.
    pub amount: Minor,
}

impl MissedPlan<'_> {
    /// Whether that made all the rest due at once.
    pub fn is_accelerated(&self) -> bool {
        self.event.plan().is_some_and(|plan| plan.accelerate)
    }
}

impl<'j> DunningState<'j> {
    /// The plan about an invoice of which parts were missed and which goes on: neither released nor replaced, not an
    /// offer that nobody signed, and without `accelerate`, which would have made all the rest due.
    pub fn missed_plan(&self, position: &ItemPosition<'j>) -> Option<MissedPlan<'j>> {
        let plan = self.plan_with_missed_parts(position)?;
        (!plan.is_accelerated()).then_some(plan)
    }

    /// The same, also where `accelerate` made all the rest due.
    pub fn plan_with_missed_parts(&self, position: &ItemPosition<'j>) -> Option<MissedPlan<'j>> {
        let mut holds = position.ladder_position.holds.iter();
        let held = holds.find(|held| held.hold == Hold::Plan)?;
        if held.event.plan()?.signed == Some(false) {
            return None;
        }
        let policy = position.ladder_position.policy;
        let receipts = &self.rules.receipts;
        let PlanStatus::Missed { since, .. } =
            plan_status(receipts, held.event, policy, self.as_of())?
        else {
            return None;
        };
        (held.over_from == Some(since)).then(|| self.progress_of_plan(held.event, policy))
    }

    /// What came in for a plan, against its parts added up.
    pub fn progress_of_plan(&self, event: &'j Event, policy: &Policy) -> MissedPlan<'j> {
        let as_of = self.as_of();
        let receipts = &self.rules.receipts;
        let days = receipts.counted_by_day(event, as_of);
        let received: Minor = days.values().copied().sum();
        let mut progress = MissedPlan {
            event,
            missed_days: Vec::new(),
            missing: Minor::ZERO,
            is_part_paid: false,
            shares: Vec::new(),
            next_due: None,
        };
        // Never more than what is late of its invoices.
        let mut late = receipts.late_of(event, as_of);
        for part in plan_parts(receipts, event, policy.plan_grace) {
            if part.wanted <= received {
                continue;
            }
            let Some(due) = part.due.filter(|_| part.is_over(as_of)) else {
                let agreed = Some(part.agreed).filter(|agreed| *agreed >= as_of);
                progress.next_due = progress.next_due.or(agreed).or(part.due);
                continue;
            };
            let before = part.wanted - part.amount.minor;
            progress.is_part_paid |= progress.shares.is_empty() && received > before;
            if progress.missed_days.last() != Some(&part.agreed) {
                progress.missed_days.push(part.agreed);
            }
            let missing = part.amount.minor.min(part.wanted - received).min(late);
            late -= missing;
            progress.missing += missing;
            progress.shares.push(PlanShare { due, missing });
        }
        progress
    }

    /// What is not asked of an invoice, where something of it is. `open` is what some of its items stand open for, with the
    /// charges: more than that is not left out of it.
    pub fn not_asked(&self, position: &ItemPosition<'j>, open: Minor) -> NotAsked<'j> {
        let not_owed = self.charges_not_owed_on(position.invoice).min(open);
        let kept = self.not_asked_by_arrangement(position, open - not_owed);
        NotAsked { not_owed, ..kept }
    }

    /// What of an invoice is contested, conceded, or left for later by a plan.
    pub fn not_asked_by_arrangement(
        &self,
        position: &ItemPosition<'j>,
        open: Minor,
    ) -> NotAsked<'j> {
        let as_of = self.as_of();
        let conceded = position.conceded_part(as_of).min(open);
        let disputed = position.disputed_part(as_of).min(open - conceded);
        let mut kept = NotAsked {
            disputed,
            conceded,
            ..NotAsked::default()
        };
        let contested = active_hold(position, as_of, |hold| hold == Hold::Dispute);
        kept.contested_by = contested.map(|held| held.event);
        if position.concessions(as_of).next().is_some() {
            kept.concessions = self.open_concessions(position);
        }
        if let Some(plan) = self.missed_plan(position) {
            let shares = self.shares_of_plan(&plan);
            let mut shares = shares.get(&position.invoice).cloned().unwrap_or_default();
            let rest = open - disputed - conceded;
            let missing = take_from_shares(&mut shares, rest);
            kept.deferred = rest - missing.iter().map(|share| share.missing).sum();
            kept.plan = Some(RunningPlan {
                event: plan.event,
                missing,
                next_due: plan.next_due,
            });
        }
        kept
    }

    /// What was conceded of an invoice and is open, with the credit note that is to come for it.
    fn open_concessions(&self, position: &ItemPosition<'j>) -> Vec<ConcessionPart<'j>> {
        let notes = self.credit_notes_of(position.invoice);
        let holds = position.concessions(self.as_of());
        let conceded = holds.map(|held| {
            let open = held.amount.unwrap_or_default();
            let note = notes.iter().find(|it| it.event.origin == held.event.origin);
            ConcessionPart {
                event: held.event,
                amount: note.map_or(open, |note| note.amount.max(open)),
                open,
            }
        });
        conceded.collect()
    }

    /// What of each invoice is not claimed, where anything is, and which plan says what of it is due, also where that leaves
    /// nothing for later. Which charges are owed, the claim decides itself. What we keep back ourselves, and what the
    /// customer promised, is claimed as it is owed; so is what he contests once others collect it.
    pub fn not_claimed(&self) -> BTreeMap<InvoiceIx, NotAsked<'j>> {
        let events = self.history.events().filter(|event| {
            matches!(
                event.details,
                EventDetails::Dispute(_) | EventDetails::Plan(_) | EventDetails::Settle(_)
            )
        });
        let invoices: BTreeSet<InvoiceIx> = events.flat_map(Event::invoices).collect();
        let kept = invoices.into_iter().filter_map(|invoice| {
            let first = self.journal.first_instalment(invoice)?;
            let kept = self.not_claimed_of(&self.position_without_blockers(first));
            let kept = self.with_credited_concessions(invoice, kept);
            let is_known = kept.plan.is_some() || kept.settlement.is_some();
            let is_known = is_known || !kept.credited.is_empty() || kept.sum().is_positive();
            is_known.then_some((invoice, kept))
        });
        kept.collect()
    }

    fn not_claimed_of(&self, position: &ItemPosition<'j>) -> NotAsked<'j> {
        let as_of = self.as_of();
        let active = |wanted: Hold| active_hold(position, as_of, |hold| hold == wanted);
        let is_whole = |wanted| active(wanted).is_some_and(|held| held.covers_whole_invoice);
        let owed = self.owed_on(position.invoice);
        if !owed.is_positive() {
            return NotAsked::default();
        }
        let late = self.late_on(position.invoice);
        let mut kept = self.not_asked_by_arrangement(position, late);
        kept.settlement = self.standing_settlement(position.invoice);
        // The parts that are not late yet are none of the claim; of a plan they are what it leaves for later.
        if kept.plan.is_some() {
            kept.deferred += owed - late;
        }
        if active(Hold::Handover).is_some() || active(Hold::Insolvency).is_some() {
            kept.disputed = Minor::ZERO;
        } else if is_whole(Hold::Dispute) {
            kept.disputed = owed - kept.conceded;
        }
        if is_whole(Hold::Conceded) {
            kept.conceded = owed;
            kept.disputed = Minor::ZERO;
        }
        if active(Hold::Insolvency).is_some() {
            // What is not due yet is filed with the trustee as well (NL: Fw 131).
            kept.deferred = Minor::ZERO;
            kept.plan = None;
        } else if let Some(held) = active(Hold::Plan)
            && held.event.is_agreed_arrangement()
        {
            let progress = self.progress_of_plan(held.event, position.ladder_position.policy);
            kept.deferred = (owed - kept.disputed - kept.conceded).max(Minor::ZERO);
            kept.plan = Some(RunningPlan {
                event: held.event,
                missing: Vec::new(),
                next_due: progress.next_due,
            });
        }
        kept
    }

    /// The credit notes that concessions still ask for, by invoice. A note for an invoice that is paid stands on account:
    /// what it answered is not to be seen, and nothing more is asked.
    pub fn credit_notes_due(&self) -> Vec<CreditNoteDue<'j>> {
        let upheld = self.history.events().filter(|event| event.is_concession());
        let upheld: BTreeSet<InvoiceIx> = upheld.flat_map(Event::invoices).collect();
        if upheld.is_empty() {
            return Vec::new();
        }
        let movements = self.journal.movements.as_slice().iter();
        let lowering = movements.filter(|it| {
            use MovementKind::{Credit, Void, Writeoff};
            it.date <= self.as_of() && matches!(it.kind, Credit | Void | Writeoff)
        });
        let lowered: BTreeSet<InvoiceIx> = lowering.flat_map(Movement::invoices).collect();
        let asked = upheld.into_iter().filter(|invoice| {
            !lowered.contains(invoice) || self.rules.open_principal(*invoice).is_positive()
        });
        asked
            .flat_map(|invoice| self.credit_notes_of(invoice))
            .collect()
    }

    /// The same of one invoice.
    pub fn credit_notes_of(&self, invoice: InvoiceIx) -> Vec<CreditNoteDue<'j>> {
        let disputes = self.history_of_invoice(invoice).disputes;
        let reductions = &self.rules.reductions;
        let uncredited = reductions.uncredited(invoice, &disputes, self.as_of());
        let open = || self.rules.open_principal(invoice);
        let notes = uncredited.into_iter().map(|concession| CreditNoteDue {
            invoice,
            event: concession.event,
            amount: concession.amount.unwrap_or_else(open),
        });
        notes.collect()
    }

    /// What is asked of some items together: what is open of them and claimed beside it, less what is not asked and what
    /// money of the customer that is here already covers.
    pub fn amount_asked(&self, positions: &[&ItemPosition<'j>]) -> Minor {
        self.amounts_asked(positions).into_values().sum()
    }

    /// The same by invoice; of an invoice of which nothing is asked, zero.
    pub fn amounts_asked(&self, positions: &[&ItemPosition<'j>]) -> BTreeMap<InvoiceIx, Minor> {
        let mut open: BTreeMap<InvoiceIx, (&ItemPosition<'j>, Minor, Minor)> = BTreeMap::new();
        for position in positions {
            let charges = || (*position, self.charges_on(position.invoice), Minor::ZERO);
            let (_, sum, covered) = open.entry(position.invoice).or_insert_with(charges);
            *sum += self.ledger.items[position.item].open.into();
            *covered += self.covered_of(position.item);
        }
        let asked = open.into_iter().map(|(invoice, (position, sum, covered))| {
            let asked = sum - self.not_asked(position, sum).sum() - covered;
            (invoice, asked.max(Minor::ZERO))
        });
        asked.collect()
    }

    /// What of the missing parts of a plan falls to each of its invoices: the one due first is served first, as by payments,
    /// with what is contested of none. Kept, since it is asked for of each of them.
    pub fn shares_of_plan(&self, plan: &MissedPlan<'j>) -> Rc<PlanShares> {
        let key = plan.event.origin;
        let known = self.plan_shares.borrow().get(&key).cloned();
        known.unwrap_or_else(|| {
            let shares = Rc::new(self.divide_missing_parts(plan));
            self.plan_shares
                .borrow_mut()
                .insert(key, Rc::clone(&shares));
            shares
        })
    }

    fn divide_missing_parts(&self, plan: &MissedPlan<'j>) -> PlanShares {
        let mut invoices: Vec<InvoiceIx> = plan.event.invoices().collect();
        let due = |invoice: InvoiceIx| self.journal.first_due_date(invoice);
        invoices.sort_by_key(|it| {
            (
                due(*it).is_none(),
                due(*it),
                self.journal.invoice_order(*it),
            )
        });
        invoices.dedup();
        let mut left = plan.shares.clone();
        let shares = invoices.into_iter().map(|invoice| {
            let mut taken = take_from_shares(&mut left, self.late_and_uncontested(invoice));
            // A part that begins in an earlier invoice is not due before this one is.
            for share in &mut taken {
                share.due = share.due.max(due(invoice).unwrap_or(share.due));
            }
            (invoice, taken)
        });
        shares.collect()
    }

    /// What is late of an invoice, charges included, less what is contested of it or was conceded.
    fn late_and_uncontested(&self, invoice: InvoiceIx) -> Minor {
        let late = self.late_on(invoice);
        let Some(first) = self.journal.first_instalment(invoice) else {
            return late;
        };
        let position = self.position_without_blockers(first);
        let as_of = self.as_of();
        let mut holds = position.ladder_position.active_holds(as_of);
        if holds.any(|held| {
            matches!(held.hold, Hold::Dispute | Hold::Conceded) && held.covers_whole_invoice
        }) {
            return Minor::ZERO;
        }
        let parts = position.disputed_part(as_of) + position.conceded_part(as_of);
        (late - parts).max(Minor::ZERO)
    }

    /// What is open of the parts of an invoice that are late, and its charges.
    pub fn late_on(&self, invoice: InvoiceIx) -> Minor {
        let is_late = |item: &ItemIx| {
            let due = self.journal.items[*item].due;
            due.is_some_and(|due| due < self.as_of())
        };
        let late = self.journal.items_of(invoice).filter(is_late);
        let late = late.map(|item| Minor::from(self.ledger.items[item].open));
        late.sum::<Minor>() + self.charges_on(invoice)
    }

    /// What is open of an invoice, charges included.
    pub fn owed_on(&self, invoice: InvoiceIx) -> Minor {
        self.rules.open_principal(invoice) + self.charges_on(invoice)
    }
}

/// A hold of some sort that stands on a day.
fn active_hold<'p, 'j>(
    position: &'p ItemPosition<'j>,
    as_of: NaiveDate,
    wanted: impl Fn(Hold) -> bool,
) -> Option<&'p HoldPeriod<'j>> {
    let mut holds = position.ladder_position.active_holds(as_of);
    holds.find(|held| wanted(held.hold))
}

/// Takes an amount from what is missing of parts, the earliest first.
fn take_from_shares(shares: &mut Vec<PlanShare>, mut amount: Minor) -> Vec<PlanShare> {
    let mut taken = Vec::new();
    for share in shares.iter_mut() {
        let part = share.missing.min(amount);
        amount -= part;
        share.missing -= part;
        if part.is_positive() {
            taken.push(PlanShare {
                missing: part,
                ..*share
            });
        }
    }
    shares.retain(|share| share.missing.is_positive());
    taken
}
