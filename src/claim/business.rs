//! Costs of a business or a public body: owed from the first late day without any letter (NL: BW 6:96 lid 4).
//!
//! What was not written was not asked before: it takes nothing of money that came in earlier, and is reckoned on what
//! is open on the day of the claim.

use super::case::Case;
use super::costs::{Asked, Costs};
use super::model::Refusal;
use super::remark::{NoCosts, Remark};
use crate::journal::ladder::CostTerms;
use crate::journal::model::{Event, InvoiceIx};
use crate::policy::costs::lump_sum;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;

impl Costs<'_> {
    /// Decides for the cases of one business: all of them are one demand, whose principals are added (NL: BW 6:96
    /// lid 7).
    pub fn of_business(&mut self, cases: &mut [Case]) -> Result<(), Refusal> {
        let (mut together, mut covered, mut agreed) = (Vec::new(), Vec::new(), None);
        for (place, case) in cases.iter().enumerate() {
            let late = self.late(case)?;
            if !late.is_positive() {
                continue;
            }
            if case.has_costs() {
                self.compare_with_scale(case)?;
                covered.push(late);
            } else if let Some(other) = self.written_on(case.invoice) {
                self.none(case, NoCosts::WrittenOn(other));
                covered.push(late);
            } else {
                match case.costs {
                    CostTerms::None => self.none(case, NoCosts::Policy),
                    CostTerms::Fixed(sum) => agreed = agreed.or(Some((place, sum))),
                    CostTerms::Statutory if self.has_scale(case) => together.push((place, late)),
                    CostTerms::Statutory => self.none(case, NoCosts::NoScale),
                }
            }
        }
        self.ask_agreed(cases, agreed);
        self.ask_statutory(cases, &together, &covered)
    }

    /// Principal of a case that is late and open on the day.
    fn late(&self, case: &Case) -> Result<Minor, Refusal> {
        let told = case.told(self.on())?;
        let late = told.parts.iter().take(case.late(self.on()));
        Ok(late.map(|part| part.principal).sum())
    }

    fn ask_agreed(&mut self, cases: &mut [Case], agreed: Option<(usize, Money)>) {
        let Some((place, sum)) = agreed else { return };
        let Some(case) = cases.get_mut(place) else {
            return;
        };
        if let Some(from) = case.first_late().filter(|_| sum.currency == case.currency) {
            let asked = Asked {
                from,
                base: None,
                costs: sum.minor,
                vat: None,
            };
            self.add(case, asked, self.on());
        }
    }

    /// What the scale gives over all principals together, less what it gives over those whose costs were written.
    fn ask_statutory(
        &mut self,
        cases: &mut [Case],
        together: &[(usize, Minor)],
        covered: &[Minor],
    ) -> Result<(), Refusal> {
        let numbers: Vec<InvoiceIx> = cases.iter().map(|case| case.invoice).collect();
        let first_late = |place: &usize| cases.get(*place).and_then(Case::first_late);
        let places = together.iter().map(|(place, _)| *place);
        let Some(oldest) = places.min_by_key(first_late) else {
            return Ok(());
        };
        let Some(case) = cases.get_mut(oldest) else {
            return Ok(());
        };
        let Some(from) = case.first_late() else {
            return Ok(());
        };
        let own: Vec<Minor> = together.iter().map(|(_, late)| *late).collect();
        let all: Vec<Minor> = own.iter().chain(covered).copied().collect();
        let base: Minor = own.iter().copied().sum();
        let mut costs = self.scale(case, &all)? - self.scale(case, covered)?;
        let due = case.parts.first().and_then(|part| part.debt.due);
        let least = due.and_then(|due| lump_sum(self.law, due, base));
        let least = least.map_or(Minor::ZERO, |least| least.amount);
        if covered.is_empty() {
            costs = costs.max(least);
        }
        let demand = together.iter().filter_map(|(place, _)| numbers.get(*place));
        if costs > least && !demand.into_iter().any(|number| self.was_demanded(*number)) {
            self.remarks.push(Remark::WithoutDemand(case.money(least)));
        }
        let rate = self.vat_rate(self.on());
        let tax = rate.map(|rate| Ok((rate, self.tax(case, rate, costs)?)));
        let asked = Asked {
            from,
            base: Some(base),
            costs,
            vat: tax.transpose()?,
        };
        self.add(case, asked, self.on());
        Ok(())
    }

    /// Whether a letter about an invoice went out.
    fn was_demanded(&self, invoice: InvoiceIx) -> bool {
        let mut events = self.docket.named(invoice);
        events.any(|event| event.sent_letter().is_some() && event.date <= self.on())
    }

    /// Businesses may agree on more than the scale; a court may lower it (NL: HR 10-7-2015, ECLI:NL:HR:2015:1868).
    fn compare_with_scale(&mut self, case: &Case) -> Result<(), Refusal> {
        let mut written = Minor::ZERO;
        let mut first = None;
        for (_, happening, amount) in case.written() {
            first = first.or(Some(happening.date));
            written += amount;
        }
        let Some(day) = first else { return Ok(()) };
        let mut late = vec![case.late_principal(self.on(), day)?];
        for other in self.demanded_with(case.invoice, day) {
            let other = Case::of(self.docket, self.party, other);
            late.push(other.late_principal(self.on(), day)?);
        }
        let scale = self.scale(case, &late)?;
        if written > scale && self.has_scale(case) {
            let sums = (case.money(written), case.money(scale));
            self.remarks.push(Remark::AboveScale(case.invoice, sums));
        }
        Ok(())
    }

    /// Another invoice on which the costs of a joint demand are written: the last letter about it, when they were,
    /// named both.
    fn written_on(&self, invoice: InvoiceIx) -> Option<InvoiceIx> {
        let costs = self.docket.costs(self.party.customer);
        let mut joint = costs.filter_map(|movement| {
            if movement.date > self.on() {
                return None;
            }
            let other = movement.invoice?;
            let demanded = self.demanded_with(other, movement.date);
            demanded.contains(&invoice).then_some(other)
        });
        joint.find(|other| *other != invoice)
    }

    /// The other invoices of the last letter about an invoice on a day.
    fn demanded_with(&self, invoice: InvoiceIx, on: NaiveDate) -> Vec<InvoiceIx> {
        let events = self.docket.named(invoice);
        let letters = events.filter(|event| event.sent_letter().is_some() && event.date <= on);
        let last = letters.max_by_key(|event| event.date);
        let named = last.into_iter().flat_map(Event::invoices);
        named
            .filter(|named| *named != invoice && self.is_own(*named))
            .collect()
    }
}
