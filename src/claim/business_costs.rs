//! Costs owed by a business or a public body: from the first late day on, without any letter (NL: BW 6:96 lid 4).
//!
//! Costs that no entry records were not claimed before. No earlier payment is allocated to them, and they are computed
//! from what is open on the day of the claim.

use super::costs::{ClaimableCosts, CostsAssessor};
use super::invoice_claim::InvoiceClaim;
use super::invoice_events::EventEffect;
use super::model::ClaimError;
use super::remark::{ClaimRemark, NoCostsReason};
use crate::journal::ladder::CostTerms;
use crate::journal::model::{Component, Event, InvoiceIx};
use crate::policy::costs::lump_sum_for;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;

impl CostsAssessor<'_> {
    /// Decides the costs for the invoices of one business. All of them form one demand, whose principals are added (NL:
    /// BW 6:96 lid 7).
    pub fn assess_business(&mut self, cases: &mut [InvoiceClaim]) -> Result<(), ClaimError> {
        let (mut together, mut covered, mut agreed) = (Vec::new(), Vec::new(), None);
        for (place, case) in cases.iter_mut().enumerate() {
            case.defer_early_costs();
            let late = self.overdue_principal(case)?;
            if !late.is_positive() {
                continue;
            }
            if case.has_recorded_costs() {
                self.compare_with_scale(case)?;
                covered.push(late);
            } else if let Some(other) = self.invoice_with_joint_costs(case.invoice) {
                self.remark_no_costs(case, NoCostsReason::RecordedOn(other));
                covered.push(late);
            } else {
                match case.cost_terms {
                    CostTerms::None => self.remark_no_costs(case, NoCostsReason::Policy),
                    CostTerms::Fixed(sum) => agreed = agreed.or(Some((place, sum))),
                    CostTerms::Statutory if self.has_scale(case) => together.push((place, late)),
                    CostTerms::Statutory => self.remark_no_costs(case, NoCostsReason::NoScale),
                }
            }
        }
        self.add_agreed_costs(cases, agreed);
        self.add_statutory_costs(cases, &together, &covered)
    }

    /// The overdue principal of an invoice that is open on the day of the claim.
    fn overdue_principal(&self, case: &InvoiceClaim) -> Result<Minor, ClaimError> {
        let told = case.replay(self.as_of())?;
        let day = case.last_day_of_accrual(self.as_of());
        let late = told.parts.iter().take(case.overdue_count(day));
        Ok(late.map(|part| part.principal).sum())
    }

    fn add_agreed_costs(&mut self, cases: &mut [InvoiceClaim], agreed: Option<(usize, Money)>) {
        let Some((place, sum)) = agreed else { return };
        let Some(case) = cases.get_mut(place) else {
            return;
        };
        if let Some(from) = case
            .first_overdue_day()
            .filter(|_| sum.currency == case.currency)
        {
            let asked = ClaimableCosts {
                from,
                base: None,
                costs: sum.minor,
                vat: None,
            };
            self.add_costs(case, asked, self.as_of());
        }
    }

    /// Adds the costs of the scale over all principals together, less those over the principals whose costs are
    /// recorded already, and less the fees that were not agreed: all that stands for collection is at most the scale.
    fn add_statutory_costs(
        &mut self,
        cases: &mut [InvoiceClaim],
        together: &[(usize, Minor)],
        covered: &[Minor],
    ) -> Result<(), ClaimError> {
        let numbers: Vec<InvoiceIx> = cases.iter().map(|case| case.invoice).collect();
        let own = together.iter().filter_map(|(place, _)| cases.get(*place));
        let fees: Minor = own.map(InvoiceClaim::fees_within_scale).sum();
        let first_late =
            |place: &usize| cases.get(*place).and_then(InvoiceClaim::first_overdue_day);
        let places = together.iter().map(|(place, _)| *place);
        let Some(oldest) = places.min_by_key(first_late) else {
            return Ok(());
        };
        let Some(case) = cases.get_mut(oldest) else {
            return Ok(());
        };
        let Some(from) = case.first_overdue_day() else {
            return Ok(());
        };
        let own: Vec<Minor> = together.iter().map(|(_, late)| *late).collect();
        let all: Vec<Minor> = own.iter().chain(covered).copied().collect();
        let base: Minor = own.iter().copied().sum();
        let mut whole = self.scale_costs(case, &all)? - self.scale_costs(case, covered)?;
        let least = lump_sum_for(self.law, base);
        if covered.is_empty() {
            whole = whole.max(least);
        }
        let costs = (whole - fees).max(Minor::ZERO);
        if fees.is_positive() {
            let sums = (case.money(fees), case.money(whole));
            self.remarks.push(ClaimRemark::FeeWithinScale(sums));
        }
        let demand = together.iter().filter_map(|(place, _)| numbers.get(*place));
        if whole > least
            && !demand
                .into_iter()
                .any(|number| self.has_demand_letter(*number))
        {
            self.remarks
                .push(ClaimRemark::WithoutDemand(case.money(least)));
        }
        let rate = self.vat_rate(self.as_of());
        let tax = rate.map(|rate| Ok((rate, self.vat_on_costs(case, rate, costs)?)));
        let asked = ClaimableCosts {
            from,
            base: Some(base),
            costs,
            vat: tax.transpose()?,
        };
        self.add_costs(case, asked, self.as_of());
        Ok(())
    }

    /// Whether a letter about an invoice went out in writing by the day of the claim.
    fn has_demand_letter(&self, invoice: InvoiceIx) -> bool {
        let mut events = self.index.history.of_invoice(invoice);
        events.any(Event::is_written_letter)
    }

    /// Adds a remark where recorded costs exceed the scale. Businesses may agree on more, but a court may lower it (NL:
    /// HR 10-7-2015, ECLI:NL:HR:2015:1868).
    fn compare_with_scale(&mut self, case: &InvoiceClaim) -> Result<(), ClaimError> {
        let mut written = Minor::ZERO;
        let mut first = None;
        for (_, happening, amount) in case.recorded_costs() {
            first = first.or(Some(happening.date));
            if matches!(happening.effect, EventEffect::Charge(Component::Costs, _)) {
                written += amount;
            }
        }
        written += case.fees_within_scale();
        let Some(day) = first else { return Ok(()) };
        let mut late = vec![case.overdue_principal(self.as_of(), day)?];
        for other in self.invoices_demanded_with(case.invoice, day) {
            let other = self.other_invoice(other);
            late.push(other.overdue_principal(self.as_of(), day)?);
        }
        let scale = self.scale_costs(case, &late)?;
        if written > scale && self.has_scale(case) {
            let sums = (case.money(written), case.money(scale));
            self.remarks
                .push(ClaimRemark::AboveScale(case.invoice, sums));
        }
        Ok(())
    }

    /// Another invoice that carries the recorded costs of a joint demand: the last letter before those costs names both
    /// invoices. `None` where there is none.
    fn invoice_with_joint_costs(&self, invoice: InvoiceIx) -> Option<InvoiceIx> {
        let costs = self.index.costs_of(self.parties.customer).iter();
        let mut joint = costs.filter_map(|movement| {
            if movement.date > self.as_of() {
                return None;
            }
            let other = movement.invoice?;
            let demanded = self.invoices_demanded_with(other, movement.date);
            demanded.contains(&invoice).then_some(other)
        });
        joint.find(|other| *other != invoice)
    }

    /// The other invoices in the last letter about an invoice by a day.
    fn invoices_demanded_with(&self, invoice: InvoiceIx, on: NaiveDate) -> Vec<InvoiceIx> {
        let events = self.index.history.of_invoice(invoice);
        let mut letters = events.filter(|event| event.is_letter() && event.date <= on);
        let last = letters.next_back();
        let named = last.into_iter().flat_map(Event::invoices);
        named
            .filter(|named| *named != invoice && self.is_invoice_of_customer(*named))
            .collect()
    }
}
