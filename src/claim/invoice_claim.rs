//! One invoice prepared for a claim: its instalments, its events, and the terms that were agreed.
//! [`InvoiceClaim::replay`] replays them in the statutory order.

use super::agreement::{AgreedMoneyTerms, agreed_money_terms};
use super::claim_index::ClaimIndex;
use super::claim_instalments::{ClaimInstalment, build_instalments};
use super::invoice_events::{InterestBasis, InvoiceEvent, collect_events, events_of_plan};
use super::model::ClaimError;
use super::obstacles::{not_asked_remarks, not_claimable_reason};
use super::parties::ClaimParties;
use super::remark::{ClaimRemark, FutureInstalment};
use crate::journal::built_in_policy::BUILT_IN_POLICY;
use crate::journal::ladder::{CostTerms, InterestTerms};
use crate::journal::model::{InvoiceIx, ItemIx, PolicyIx};
use crate::ledger::model::Ledger;
use crate::policy::interest::InterestError;
use crate::policy::replay::{self, Debt, DebtChange, DebtEvent};
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;

/// An invoice prepared for a claim.
#[derive(Debug)]
pub struct InvoiceClaim {
    /// The invoice.
    pub invoice: InvoiceIx,
    /// The currency of the invoice.
    pub currency: Currency,
    /// The instalments, in the order in which they are paid.
    pub instalments: Vec<ClaimInstalment>,
    /// The events that changed what is owed, in the order of the ledger.
    pub events: Vec<InvoiceEvent>,
    /// Which interest is claimed.
    pub interest: InterestBasis,
    /// The policy of the invoice; `None` means the built-in one.
    pub policy: Option<PolicyIx>,
    /// Whether the rate of interest is that of the policy.
    pub has_policy_rate: bool,
    /// What of the policy the journal knows to be agreed.
    pub agreed: AgreedMoneyTerms,
    /// Which collection costs are claimed.
    pub cost_terms: CostTerms,
    /// Costs that may be claimed although no entry records them: the days at whose end they are owed, and the amounts.
    pub derived_costs: Vec<(NaiveDate, Minor)>,
    /// The amount that the ledger has open of what is due, charges included; of a plan, of the whole invoice.
    pub book_balance: Minor,
    /// What of that is not asked on the day.
    pub not_asked: Minor,
    /// Whether a plan that goes on says what is due.
    pub is_in_plan: bool,
    /// The day on which the customer became insolvent, where the invoice is older: from that day on nothing is added (NL:
    /// Fw 128, 233, 260).
    pub insolvent_on: Option<NaiveDate>,
}

impl InvoiceClaim {
    /// Prepares an open invoice. Fails with the remark why nothing can be claimed for it.
    pub fn for_open_invoice(
        docket: &ClaimIndex<'_>,
        party: &ClaimParties,
        number: InvoiceIx,
    ) -> Result<Self, ClaimRemark> {
        match not_claimable_reason(docket.journal, docket.ledger, number) {
            Some(remark) => Err(remark),
            None => Ok(Self::for_invoice(docket, party, number)),
        }
    }

    /// Prepares an invoice, whether open or not.
    pub fn for_invoice(docket: &ClaimIndex<'_>, party: &ClaimParties, number: InvoiceIx) -> Self {
        let journal = docket.journal;
        let invoice = &journal.invoices[number];
        let policy = invoice
            .policy
            .map_or(&*BUILT_IN_POLICY, |policy| &journal.policies[policy]);
        let lawful = party.law.filter(|law| law.currency == invoice.currency);
        let interest = match (policy.interest, lawful) {
            (InterestTerms::None, _) | (_, None) => InterestBasis::Recorded,
            (InterestTerms::Statutory | InterestTerms::Yearly(_), Some(_)) => {
                InterestBasis::Calculated
            }
        };
        let instalments = build_instalments(docket, party, number, policy);
        let plan = docket
            .not_asked_of(number)
            .and_then(|kept| kept.plan.as_ref());
        let events = collect_events(docket, number);
        let case = Self {
            invoice: number,
            currency: invoice.currency,
            instalments,
            events: plan.map_or(events.clone(), |_| events_of_plan(&events)),
            interest,
            policy: invoice.policy,
            has_policy_rate: policy.interest.agreed_rate().is_some(),
            agreed: agreed_money_terms(journal, &docket.history, number, invoice.date),
            cost_terms: lawful.map_or(CostTerms::None, |_| policy.costs),
            derived_costs: Vec::new(),
            book_balance: Minor::ZERO,
            not_asked: Minor::ZERO,
            is_in_plan: plan.is_some(),
            insolvent_on: party
                .insolvent_on(docket)
                .filter(|since| invoice.date < *since),
        };
        let due = case.due_instalments(docket.ledger.as_of);
        let (book_balance, not_asked) = if case.is_in_plan {
            let charges = docket.ledger.charges_on(number);
            let booked = docket.ledger.open_principal(journal, number) + charges;
            let asked: Minor = due.iter().map(|part| part.debt.principal).sum();
            (booked, booked - asked)
        } else {
            let not_asked = due.iter().map(|part| part.kept_back).sum();
            (case.sum_book_balance(docket.ledger, number), not_asked)
        };
        Self {
            book_balance,
            not_asked,
            ..case
        }
    }

    fn sum_book_balance(&self, ledger: &Ledger, number: InvoiceIx) -> Minor {
        let mut booked = ledger.charges_on(number);
        for part in self.due_instalments(ledger.as_of) {
            booked += ledger.items[part.item].open.into();
        }
        booked
    }

    /// The instalments that may be claimed on a day: those whose due date has passed. The whole of the due date is still
    /// the debtor's (SPEC.md 9.3; NL: BW 6:39).
    pub fn due_instalments(&self, as_of: NaiveDate) -> &[ClaimInstalment] {
        let late = self.overdue_count(as_of);
        self.instalments.get(..late).unwrap_or_default()
    }

    /// Leaves out the instalments that are paid after the last of some; in a plan its own parts are the instalments.
    pub fn keep_through(&mut self, items: &[ItemIx]) {
        let mut parts = self.instalments.iter();
        let last = parts.rposition(|part| items.contains(&part.item));
        if let Some(last) = last.filter(|_| !self.is_in_plan) {
            self.instalments.truncate(last.saturating_add(1));
        }
    }

    /// The number of instalments that are late on a day.
    pub fn overdue_count(&self, as_of: NaiveDate) -> usize {
        let late = self.instalments.iter();
        late.take_while(|part| part.debt.due.is_some_and(|due| due < as_of))
            .count()
    }

    /// The last day through which interest and costs are reckoned in a claim of a day: the day before the insolvency.
    pub fn last_day_of_accrual(&self, as_of: NaiveDate) -> NaiveDate {
        let before = self.insolvent_on.and_then(|since| since.pred_opt());
        before.map_or(as_of, |before| before.min(as_of))
    }

    /// The first day on which an instalment is late; `None` where the first one has no due date.
    pub fn first_overdue_day(&self) -> Option<NaiveDate> {
        self.instalments.first()?.debt.due?.succ_opt()
    }

    /// Replays the invoice in the statutory order, to the end of a day.
    pub fn replay(&self, through: NaiveDate) -> Result<replay::DebtBalance, ClaimError> {
        let through = self.last_day_of_accrual(through);
        let debts: Vec<Debt> = self.instalments.iter().map(|part| part.debt).collect();
        replay::replay_debt(&debts, &self.debt_events(), through)
            .map_err(|fault| self.to_claim_error(fault))
    }

    /// The events as changes of a debt, followed by the costs that no entry records.
    pub fn debt_events(&self) -> Vec<DebtEvent> {
        let due = self.instalments.first().and_then(|part| part.debt.due);
        let never_owed_from = |day: NaiveDate| due.map_or(day, |due| day.min(due));
        let written = self.events.iter();
        let derived = self.derived_costs.iter();
        let derived = derived.map(|(date, amount)| DebtEvent {
            date: *date,
            change: DebtChange::Costs(*amount),
        });
        let all = written
            .map(|happening| {
                let event = happening.to_debt_event(self.interest);
                let date = if happening.was_never_owed {
                    never_owed_from(event.date)
                } else {
                    event.date
                };
                DebtEvent { date, ..event }
            })
            .chain(derived);
        // What came in after the insolvency lowers what was owed on the day before it.
        all.map(|event| DebtEvent {
            date: self.last_day_of_accrual(event.date),
            ..event
        })
        .collect()
    }

    /// Replays the invoice as if no costs were owed.
    pub fn replay_without_costs(
        &self,
        through: NaiveDate,
    ) -> Result<replay::DebtBalance, ClaimError> {
        let through = self.last_day_of_accrual(through);
        let debts: Vec<Debt> = self.instalments.iter().map(|part| part.debt).collect();
        let mut events = self.debt_events();
        for event in &mut events {
            if let DebtChange::Costs(amount) = &mut event.change {
                *amount = Minor::ZERO;
            }
        }
        replay::replay_debt(&debts, &events, through).map_err(|fault| self.to_claim_error(fault))
    }

    /// The principal that was late on `late_on` and is open at the end of `through`, if no costs were owed.
    pub fn overdue_principal(
        &self,
        late_on: NaiveDate,
        through: NaiveDate,
    ) -> Result<Minor, ClaimError> {
        let told = self.replay_without_costs(through)?;
        let late = told.parts.iter().take(self.overdue_count(late_on));
        Ok(late.map(|part| part.principal).sum())
    }

    /// What cannot be reckoned of the interest, as a fault of the claim.
    pub const fn to_claim_error(&self, fault: InterestError) -> ClaimError {
        ClaimError::Interest(self.invoice, fault)
    }

    /// An amount in the currency of the invoice.
    pub const fn money(&self, minor: Minor) -> Money {
        Money::new(minor, self.currency)
    }

    /// The remarks about the invoice: instalments that are not due yet, and an open dispute.
    pub fn remarks(&self, docket: &ClaimIndex<'_>) -> Vec<ClaimRemark> {
        let mut remarks = Vec::new();
        let ledger = docket.ledger;
        let as_of = ledger.as_of;
        for part in self
            .instalments
            .iter()
            .skip(self.due_instalments(as_of).len())
        {
            let open = Minor::from(ledger.items[part.item].open);
            if open.is_positive() {
                remarks.push(ClaimRemark::NotDue(FutureInstalment {
                    invoice: self.invoice,
                    place: (part.number, self.instalments.len()),
                    due: part.debt.due,
                    open: self.money(open),
                }));
            }
        }
        remarks.extend(not_asked_remarks(docket, self.invoice));
        remarks
    }
}
