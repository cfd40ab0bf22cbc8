//! The claim as a whole: which invoices, told by whose law, added up by currency.

use super::case::{COUNT, Case};
use super::costs::Costs;
use super::docket::Docket;
use super::life::life;
use super::model::{Answer, Claim, Kind, Refusal, Row};
use super::party::Party;
use super::remark::{Cause, End, NotClaimed, Remark};
use super::rows::Lines;
use crate::journal::model::{CustomerIx, InvoiceIx, Journal, NumberUse};
use crate::policy::jurisdiction::law::{ClaimKind, Law};
use crate::policy::limitation::Nearness;
use crate::value::calendar::Duration;
use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use std::collections::BTreeMap;

/// What may be asked for invoices of one customer, at the end of the day of the ledger.
///
/// # Errors
/// A number is no invoice, the invoices are of several customers, or no rate is known for a day.
pub fn claim(docket: &Docket<'_>, invoices: &[InvoiceIx]) -> Result<Option<Answer>, Refusal> {
    let journal = docket.journal;
    let Some(customer) = only_customer(journal, invoices)? else {
        return Ok(None);
    };
    let party = Party::of(journal, customer);
    let mut remarks = party.remarks(docket);
    let mut by_currency: BTreeMap<Currency, Vec<Case>> = BTreeMap::new();
    for number in invoices {
        match Case::open(docket, &party, *number) {
            Ok(case) => by_currency.entry(case.currency).or_default().push(case),
            Err(remark) => remarks.push(remark),
        }
    }
    let mut claims = Vec::new();
    for (currency, cases) in by_currency {
        let teller = Teller {
            docket,
            party: &party,
            law: party.law.filter(|law| law.currency == currency),
        };
        claims.extend(teller.tell(currency, cases, &mut remarks)?);
    }
    Ok(Some(Answer {
        customer,
        debtor: party.debtor,
        law: party.law,
        count: COUNT,
        claims,
        remarks,
    }))
}

/// The one customer all invoices are of.
fn only_customer(journal: &Journal, invoices: &[InvoiceIx]) -> Result<Option<CustomerIx>, Refusal> {
    let mut only: Option<(InvoiceIx, CustomerIx)> = None;
    for number in invoices {
        let invoice = &journal.invoices[*number];
        let customer = match invoice.customer {
            Some(customer) if invoice.number_use == NumberUse::Invoice => customer,
            _ => return Err(Refusal::NoInvoice(*number)),
        };
        match only {
            Some((first, other)) if other != customer => {
                return Err(Refusal::SeveralCustomers(first, *number));
            }
            _ => only = only.or(Some((*number, customer))),
        }
    }
    Ok(only.map(|(_, customer)| customer))
}

struct Teller<'a> {
    docket: &'a Docket<'a>,
    party: &'a Party,
    law: Option<&'static Law>,
}

impl Teller<'_> {
    /// The claim in one currency; `None` where nothing of it is due.
    fn tell(
        &self,
        currency: Currency,
        mut cases: Vec<Case>,
        remarks: &mut Vec<Remark>,
    ) -> Result<Option<Claim>, Refusal> {
        let mut derived = Vec::new();
        if let Some(law) = self.law {
            let mut costs = Costs {
                docket: self.docket,
                law,
                party: self.party,
                rows: Vec::new(),
                remarks: Vec::new(),
            };
            costs.ask(&mut cases)?;
            if self.party.is_consumer() && self.costs_in_half_a_year(&costs.rows) > 1 {
                costs.remarks.push(Remark::CostsAgain);
            }
            derived = costs.rows;
            remarks.extend(costs.remarks);
        } else if self.party.law.is_some() {
            remarks.push(Remark::OtherCurrency(currency));
        }
        let mut claim = Claim::nothing(currency);
        for case in &cases {
            remarks.extend(case.remarks(self.docket));
            self.add(&mut claim, case, &derived, remarks)?;
        }
        if claim.rows.is_empty() {
            return Ok(None);
        }
        if claim.booked != claim.total {
            let because = causes(&claim, &cases, &derived, remarks);
            let money = |minor| Money::new(minor, currency);
            let because = because.into_iter();
            remarks.push(Remark::Differs(
                (money(claim.booked), money(claim.total)),
                because
                    .map(|(cause, minor)| (cause, money(minor)))
                    .collect(),
            ));
        }
        Ok(Some(claim))
    }

    /// How often costs were asked of the customer in the last six months, this claim included (NL: Wki, since 1
    /// October 2024: who claims small returning debts looks back so far; the figure of its decree was not read).
    fn costs_in_half_a_year(&self, derived: &[Row]) -> usize {
        let on = self.docket.ledger.as_of.0;
        let since = Duration::Months(6).date_before(on);
        let written = self.docket.costs(self.party.customer).filter(|movement| {
            movement.date <= on && since.is_none_or(|since| movement.date > since)
        });
        let now = derived.iter().filter(|row| row.kind == Kind::Costs);
        written.count().saturating_add(now.count())
    }

    fn add(
        &self,
        claim: &mut Claim,
        case: &Case,
        derived: &[Row],
        remarks: &mut Vec<Remark>,
    ) -> Result<(), Refusal> {
        let on = self.docket.ledger.as_of.0;
        let told = case.told(on)?;
        let lines = Lines {
            journal: self.docket.journal,
            party: self.party,
            case,
            told: &told,
            on,
        };
        claim.rows.extend(lines.owed(derived));
        claim.rows.extend(lines.settled());
        for part in told.parts.iter().take(case.due(on).len()) {
            claim.principal += part.principal;
            claim.interest += part.interest;
            claim.per_day += part.per_day;
            if let Some(stale) = part.stale
                && !remarks.iter().any(|said| matches!(said, Remark::Stale(..)))
            {
                remarks.push(Remark::Stale(self.party.debtor, stale));
            }
        }
        claim.interest += told.claimed;
        claim.costs += told.costs;
        claim.total = claim.principal + claim.interest + claim.costs;
        claim.booked += case.booked;
        self.doubts(case, remarks);
        Ok(())
    }

    /// That an invoice cannot be claimed for ever, where its end is near or past.
    fn ends(&self, law: &Law, invoice: InvoiceIx) -> Option<Remark> {
        let on = self.docket.ledger.as_of.0;
        let end = |kind, sale| {
            let life = life(self.docket, law, kind, invoice)?;
            let nearness = life.nearness(on);
            (nearness != Nearness::Far).then_some(Remark::Ends(End {
                invoice,
                last_day: life.last_day,
                nearness,
                sale,
            }))
        };
        let sale = || {
            let consumer = self.party.is_consumer();
            consumer.then(|| end(ClaimKind::ConsumerSale, true))?
        };
        end(ClaimKind::Contract, false).or_else(sale)
    }

    /// What is doubtful about the interest of an invoice; each thing is said once.
    fn doubts(&self, case: &Case, remarks: &mut Vec<Remark>) {
        let Some(law) = self.law else { return };
        let late = case.late(self.docket.ledger.as_of.0) > 0;
        let date = self.docket.journal.invoices[case.invoice].date;
        if self.party.is_consumer() && late {
            let rate = |said: &Remark| matches!(said, Remark::ConsumerRate);
            if case.agreed && !remarks.iter().any(rate) {
                remarks.push(Remark::ConsumerRate);
            }
            let terms = |said: &Remark| matches!(said, Remark::TermsNotAgreed);
            let agreed = self.party.agreed_by(self.docket, date);
            if !agreed && !remarks.iter().any(terms) {
                remarks.push(Remark::TermsNotAgreed);
            }
        }
        let table = law.interest(self.party.debtor);
        let said = |said: &Remark| matches!(said, Remark::OldContract(_));
        if let Some(caution) = table.caution(date)
            && !case.agreed
            && !remarks.iter().any(said)
        {
            remarks.push(Remark::OldContract(caution.before));
        }
        remarks.extend(self.ends(law, case.invoice));
    }
}

/// What makes the claim differ from the books, largest kinds first; what is left is the order of payment.
fn causes(
    claim: &Claim,
    cases: &[Case],
    derived: &[Row],
    remarks: &[Remark],
) -> Vec<(Cause, Minor)> {
    let reckoned = |row: &&Row| row.kind == Kind::Interest && row.rate.is_some();
    let reckoned = claim.rows.iter().filter(reckoned);
    let interest: Minor = reckoned.map(|row| row.amount).sum();
    let costs: Minor = derived.iter().map(|row| row.amount).sum();
    let written: Minor = cases.iter().map(Case::interest_left_out).sum();
    let refused = remarks.iter().map(|remark| match remark {
        Remark::Refused(NotClaimed { amount, .. }) if amount.currency == claim.currency => {
            amount.minor
        }
        _ => Minor::ZERO,
    });
    let refused: Minor = refused.sum();
    let order = claim.total - claim.booked - interest - costs + written + refused;
    let causes = [
        (Cause::Interest, interest),
        (Cause::Costs, costs),
        (Cause::WrittenInterest, -written),
        (Cause::Refused, -refused),
        (Cause::Order, order),
    ];
    let mut causes = causes.to_vec();
    causes.retain(|(_, amount)| !amount.is_zero());
    causes
}

impl Claim {
    const fn nothing(currency: Currency) -> Self {
        Self {
            currency,
            rows: Vec::new(),
            principal: Minor::ZERO,
            interest: Minor::ZERO,
            costs: Minor::ZERO,
            total: Minor::ZERO,
            per_day: Minor::ZERO,
            booked: Minor::ZERO,
        }
    }
}
