//! One invoice, ready to be told again: its instalments, what happened to it, and what was agreed.

use super::docket::Docket;
use super::happened::{Did, Happening, Interest, happened};
use super::model::Refusal;
use super::party::Party;
use super::remark::{Ahead, Remark};
use crate::journal::event_details::EventDetails;
use crate::journal::ladder::{BUILT_IN_POLICY, CostTerms, InterestTerms};
use crate::journal::model::{
    Component, Invoice, InvoiceIx, ItemIx, Journal, MovementIx, NumberUse, Policy, PolicyIx,
};
use crate::ledger::model::{Charges, Ledger, Status};
use crate::ledger::principal::settlement_order;
use crate::policy::interest::{Fault, Terms};
use crate::policy::replay::{self, Debt, Event, What};
use crate::value::currency::Currency;
use crate::value::exact_amount::DayCount;
use crate::value::money::{Minor, Money};
use crate::value::share::Share;
use chrono::NaiveDate;

/// How days become parts of a year in a claim.
pub const COUNT: DayCount = DayCount::Days365;

/// An invoice of which something is open.
#[derive(Debug)]
pub struct Case {
    /// Which.
    pub invoice: InvoiceIx,
    /// Its currency.
    pub currency: Currency,
    /// Its instalments, in the order in which they are paid.
    pub parts: Vec<Part>,
    /// What happened to it.
    pub happened: Vec<Happening>,
    /// Which interest is claimed.
    pub interest: Interest,
    /// The policy that holds for it; `None`: the built-in one.
    pub policy: Option<PolicyIx>,
    /// Whether its rate of interest was agreed.
    pub agreed: bool,
    /// Which costs are claimed.
    pub costs: CostTerms,
    /// Costs that may be asked without having been written: how much, and since the end of which day.
    pub derived: Option<(NaiveDate, Minor)>,
    /// What the books have open of what is due, charges included.
    pub booked: Minor,
}

/// An instalment.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Which of the invoice, from 1.
    pub place: usize,
    /// The instalment.
    pub item: ItemIx,
    /// As the law tells it.
    pub debt: Debt,
}

impl Case {
    /// An invoice as it stands in the books, or why nothing can be asked of it.
    pub fn open(docket: &Docket<'_>, party: &Party, number: InvoiceIx) -> Result<Self, Remark> {
        match closed(docket.journal, docket.ledger, number) {
            Some(remark) => Err(remark),
            None => Ok(Self::of(docket, party, number)),
        }
    }

    /// An invoice, open or not.
    pub fn of(docket: &Docket<'_>, party: &Party, number: InvoiceIx) -> Self {
        let journal = docket.journal;
        let invoice = &journal.invoices[number];
        let policy = invoice
            .policy
            .map_or(&*BUILT_IN_POLICY, |policy| &journal.policies[policy]);
        let lawful = party.law.filter(|law| law.currency == invoice.currency);
        let interest = match (policy.interest, lawful) {
            (InterestTerms::None, _) | (_, None) => Interest::Written,
            (InterestTerms::Statutory | InterestTerms::Yearly(_), Some(_)) => Interest::Reckoned,
        };
        let case = Self {
            invoice: number,
            currency: invoice.currency,
            parts: parts(journal, party, invoice, number, policy),
            happened: happened(docket, number),
            interest,
            policy: invoice.policy,
            agreed: policy.interest.agreed_rate().is_some(),
            costs: lawful.map_or(CostTerms::None, |_| policy.costs),
            derived: None,
            booked: Minor::ZERO,
        };
        Self {
            booked: case.booked(docket.ledger, number),
            ..case
        }
    }

    fn booked(&self, ledger: &Ledger, number: InvoiceIx) -> Minor {
        let charges = ledger.charges.get(&number);
        let mut booked = charges.map_or(Minor::ZERO, Charges::sum);
        for part in self.due(ledger.as_of.0) {
            booked += ledger.items[part.item].open.into();
        }
        booked
    }

    /// The instalments that are due on a day: may be asked for, whether late or not.
    pub fn due(&self, on: NaiveDate) -> &[Part] {
        let due = self.parts.iter();
        let count = due
            .take_while(|part| part.debt.due.is_some_and(|due| due <= on))
            .count();
        self.parts.get(..count).unwrap_or_default()
    }

    /// How many instalments are late on a day.
    pub fn late(&self, on: NaiveDate) -> usize {
        let late = self.parts.iter();
        late.take_while(|part| part.debt.due.is_some_and(|due| due < on))
            .count()
    }

    /// The first day on which something of it is late.
    pub fn first_late(&self) -> Option<NaiveDate> {
        self.parts.first()?.debt.due?.succ_opt()
    }

    /// Costs and fees that were written, waived ones too.
    pub fn written(&self) -> impl Iterator<Item = (usize, &Happening, Minor)> {
        let all = self.happened.iter().enumerate();
        all.filter_map(|(place, happening)| match happening.what {
            Did::Claimed(Component::Costs | Component::Fee, amount) => {
                Some((place, happening, amount))
            }
            _ => None,
        })
    }

    /// The entry of a happening.
    pub fn entry(&self, place: usize) -> Option<MovementIx> {
        self.happened.get(place).map(|happening| happening.entry)
    }

    /// Claims another sum than was written, from the end of a day on at the earliest.
    pub fn claim_instead(&mut self, place: usize, amount: Minor, since: NaiveDate) {
        if let Some(happening) = self.happened.get_mut(place)
            && let Did::Claimed(component, _) = happening.what
        {
            happening.what = Did::Claimed(component, amount);
            happening.date = happening.date.max(since);
        }
    }

    /// Interest that was written, and is not added to what is reckoned.
    pub fn interest_left_out(&self) -> Minor {
        let written = self.happened.iter().map(|happening| match happening.what {
            Did::Claimed(Component::Interest, amount) => amount,
            _ => Minor::ZERO,
        });
        match self.interest {
            Interest::Reckoned => written.sum(),
            Interest::Written => Minor::ZERO,
        }
    }

    /// Whether collection costs were written.
    pub fn has_costs(&self) -> bool {
        let mut all = self.happened.iter();
        all.any(|happening| matches!(happening.what, Did::Claimed(Component::Costs, _)))
    }

    /// The story of the invoice by the order of the law, to the end of a day.
    pub fn told(&self, through: NaiveDate) -> Result<replay::Claim, Refusal> {
        let debts: Vec<Debt> = self.parts.iter().map(|part| part.debt).collect();
        replay::replay(&debts, &self.events(), through).map_err(|fault| self.refused(fault))
    }

    /// What happened, as the law tells it; derived costs at the end.
    fn events(&self) -> Vec<Event> {
        let written = self.happened.iter();
        let derived = self.derived.map(|(date, amount)| Event {
            date,
            what: What::Costs(amount),
        });
        written
            .map(|happening| happening.event(self.interest))
            .chain(derived)
            .collect()
    }

    /// The story were no costs owed.
    fn told_without_costs(&self, through: NaiveDate) -> Result<replay::Claim, Refusal> {
        let debts: Vec<Debt> = self.parts.iter().map(|part| part.debt).collect();
        let mut events = self.events();
        for event in &mut events {
            if let What::Costs(amount) = &mut event.what {
                *amount = Minor::ZERO;
            }
        }
        replay::replay(&debts, &events, through).map_err(|fault| self.refused(fault))
    }

    /// Principal open at the end of a day of what was late on another, were no costs owed.
    pub fn late_principal(&self, late_on: NaiveDate, through: NaiveDate) -> Result<Minor, Refusal> {
        let told = self.told_without_costs(through)?;
        let late = told.parts.iter().take(self.late(late_on));
        Ok(late.map(|part| part.principal).sum())
    }

    /// What came in after a day through another for what was late on the first, were no costs owed.
    pub fn paid_on_late(&self, after: NaiveDate, through: NaiveDate) -> Result<Minor, Refusal> {
        let told = self.told_without_costs(through)?;
        let late = self.late(after);
        let inside = told
            .splits
            .iter()
            .filter(|split| split.date > after && split.reversed.is_none());
        Ok(inside
            .map(|split| split.interest(late) + split.principal(late))
            .sum())
    }

    const fn refused(&self, fault: Fault) -> Refusal {
        Refusal::Interest(self.invoice, fault)
    }

    /// An amount of its currency.
    pub const fn money(&self, minor: Minor) -> Money {
        Money::new(minor, self.currency)
    }

    /// What must be said of the invoice.
    pub fn remarks(&self, docket: &Docket<'_>) -> Vec<Remark> {
        let mut remarks = Vec::new();
        let ledger = docket.ledger;
        let on = ledger.as_of.0;
        for part in self.parts.iter().skip(self.due(on).len()) {
            let open = Minor::from(ledger.items[part.item].open);
            if open.is_positive() {
                remarks.push(Remark::NotDue(Ahead {
                    invoice: self.invoice,
                    place: (part.place, self.parts.len()),
                    due: part.debt.due,
                    open: self.money(open),
                }));
            }
        }
        let since = disputed(docket, self.invoice, on);
        remarks.extend(since.map(|since| Remark::Disputed(self.invoice, since)));
        remarks
    }
}

/// Why nothing can be asked of an invoice: it is yet to come, unreadable, or closed.
fn closed(journal: &Journal, ledger: &Ledger, number: InvoiceIx) -> Option<Remark> {
    let invoice = &journal.invoices[number];
    if invoice.number_use != NumberUse::Invoice || invoice.date > ledger.as_of.0 {
        return Some(Remark::Future(number));
    }
    if invoice.item_count == 0 {
        return Some(Remark::Unreadable(number));
    }
    let items = || journal.items_of(number).map(|item| ledger.items[item]);
    let open = items().any(|item| item.open > 0) || ledger.charges.contains_key(&number);
    let last = items().max_by_key(|item| item.closed);
    let status = last.map_or(Status::Paid, |item| item.status);
    (!open).then_some(Remark::Closed(number, status))
}

fn parts(
    journal: &Journal,
    party: &Party,
    invoice: &Invoice,
    number: InvoiceIx,
    policy: &Policy,
) -> Vec<Part> {
    let lawful = party.law.filter(|law| law.currency == invoice.currency);
    let terms = |due: Option<NaiveDate>| match (policy.interest, lawful, due) {
        (InterestTerms::Statutory, Some(law), Some(due)) => {
            Terms::statutory(law, party.debtor, due, COUNT)
        }
        (InterestTerms::Yearly(share), Some(_), _) => Terms::agreed(share, COUNT),
        _ => Terms::agreed(Share::ZERO, COUNT),
    };
    let items = journal.items_of(number).enumerate();
    let mut parts: Vec<Part> = items
        .map(|(place, item)| {
            let due = journal.items[item].due;
            let debt = Debt {
                principal: journal.items[item].amount.into(),
                due,
                terms: terms(due),
            };
            Part {
                place: place.saturating_add(1),
                item,
                debt,
            }
        })
        .collect();
    parts.sort_by_key(|part| settlement_order(journal, part.item));
    parts
}

/// Since when an invoice is disputed, where nothing ended the dispute.
fn disputed(docket: &Docket<'_>, invoice: InvoiceIx, on: NaiveDate) -> Option<NaiveDate> {
    let about = docket.named(invoice).filter(|event| event.date <= on);
    let disputes = about.filter(|event| {
        matches!(
            event.details,
            EventDetails::Dispute(_) | EventDetails::Resolve { .. }
        )
    });
    let last = disputes.max_by_key(|event| (event.date, event.kind()))?;
    matches!(last.details, EventDetails::Dispute(_)).then_some(last.date)
}
