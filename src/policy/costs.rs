//! Collection costs out of court: how much may be claimed, and when VAT is added.

use super::jurisdiction::citation::Citation;
use super::jurisdiction::dated_table::BeforeTableStart;
use super::jurisdiction::law::{CostScale, Law};
use crate::value::exact_amount::ExactAmount;
use crate::value::money::Minor;
use crate::value::share::{Share, share_of_amount};
use chrono::NaiveDate;

impl CostScale {
    /// The collection costs of one demand, in the currency of the law (NL: Besluit vergoeding voor buitengerechtelijke
    /// incassokosten, BIK, art. 2).
    ///
    /// `principals` include VAT and exclude interest. They are added before the scale is applied (NL: BW 6:96 lid 7):
    /// two invoices of 100 cost 40 together. The total is rounded once, half up. Nothing open costs nothing. `None`
    /// when the sum is larger than money can be.
    ///
    /// ```
    /// use tegoed::policy::jurisdiction::nl;
    /// use tegoed::value::money::Minor;
    /// let scale = nl::LAW.cost_scale.value();
    /// assert_eq!(scale.costs_for(&[Minor(3_500_00)]), Some(Minor(475_00)));
    /// assert_eq!(scale.costs_for(&[Minor(100_00), Minor(100_00)]), Some(Minor(40_00)));
    /// ```
    pub fn costs_for(&self, principals: &[Minor]) -> Option<Minor> {
        let principal = sum_principals(principals)?;
        if !principal.is_positive() {
            return Some(Minor::ZERO);
        }
        let mut costs = ExactAmount::ZERO;
        let mut reached = Minor::ZERO;
        for band in self.bands {
            let end = band.up_to.map_or(principal, |end| end.min(principal));
            let inside = ExactAmount::from_minor(end - reached)?;
            costs = costs.checked_add(inside.share(band.share)?)?;
            reached = end;
        }
        Some(costs.to_minor()?.clamp(self.least, self.most))
    }

    /// The announced costs, after a part was paid within the term: the scale applied to the rest (NL: HR 25-11-2016,
    /// ECLI:NL:HR:2016:2704).
    pub fn costs_after_payment(&self, principals: &[Minor], paid_in_time: Minor) -> Option<Minor> {
        self.costs_for(&[sum_principals(principals)? - paid_in_time])
    }
}

fn sum_principals(principals: &[Minor]) -> Option<Minor> {
    let mut amounts = principals.iter();
    amounts
        .try_fold(0_i128, |sum, principal| sum.checked_add(principal.0))
        .map(Minor)
}

/// Who collects the debt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Collector {
    /// The creditor.
    Creditor,
    /// Another business, whose service is taxed with VAT.
    ThirdParty,
}

/// Whether the creditor can deduct the VAT that they pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VatDeduction {
    /// The creditor deducts it.
    Allowed,
    /// The creditor is exempt, or uses the scheme for small businesses.
    NotAllowed,
}

/// Whether the demand declares that the creditor cannot deduct the VAT and that the costs are raised for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VatDeclaration {
    /// The demand declares it.
    Made,
    /// The demand does not declare it.
    Missing,
}

/// The three facts that decide whether VAT is added to the costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VatOnCosts {
    /// Who collects the debt.
    pub collector: Collector,
    /// Whether the creditor can deduct the VAT.
    pub deduction: VatDeduction,
    /// Whether the demand declares it.
    pub declaration: VatDeclaration,
}

/// Why no VAT is added to the costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoVatReason {
    /// The creditor writes the letters, so nobody charges VAT for them.
    OwnLetters,
    /// The creditor deducts the VAT.
    Deducted,
    /// The demand does not declare that the VAT cannot be deducted and that the costs are raised for it.
    NotDeclared,
    /// The table has no rate for the day.
    NoRate(BeforeTableStart),
}

impl VatOnCosts {
    /// The rate of VAT to add on a day, where all three conditions hold (NL: BIK art. 2 lid 3). Fails with the reason
    /// why no VAT is added.
    pub fn rate_on(self, law: &Law, day: NaiveDate) -> Result<Share, NoVatReason> {
        if self.collector == Collector::Creditor {
            return Err(NoVatReason::OwnLetters);
        }
        if self.deduction == VatDeduction::Allowed {
            return Err(NoVatReason::Deducted);
        }
        if self.declaration == VatDeclaration::Missing {
            return Err(NoVatReason::NotDeclared);
        }
        let row = law.vat_standard.row_on(day).map_err(NoVatReason::NoRate)?;
        Ok(*row.cited.value())
    }
}

/// The VAT on costs. It is rounded half up on the rounded costs, so that the lines of a letter add up.
pub fn vat_on_costs(rate: Share, costs: Minor) -> Option<Minor> {
    share_of_amount(rate, costs)
}

/// The costs that a business owes without any demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LumpSum {
    /// The first day late, from which it is owed.
    pub from: NaiveDate,
    /// The amount in minor units.
    pub amount: Minor,
    /// The article that grants it.
    pub citation: Citation,
}

/// The least that a business or a public body owes for costs from the first late day, without any demand. It cannot be
/// excluded by agreement (NL: BW 6:96 lid 4). `None` where nothing is open.
pub fn lump_sum_for(law: &Law, due: NaiveDate, open: Minor) -> Option<LumpSum> {
    if !open.is_positive() {
        return None;
    }
    Some(LumpSum {
        from: due.succ_opt()?,
        amount: *law.lump_sum.value(),
        citation: law.lump_sum.citation(),
    })
}
