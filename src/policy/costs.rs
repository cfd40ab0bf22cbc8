//! Collection costs out of court: how much may be claimed, and when VAT is added.

use super::jurisdiction::dated_table::BeforeTableStart;
use super::jurisdiction::law::{CostScale, Law};
use crate::value::exact_amount::ExactAmount;
use crate::value::money::Minor;
use crate::value::rounding::{divide_rounded, share_of_amount};
use crate::value::share::Share;
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
}

impl CostScale {
    /// What the costs over a principal and others add to those over the principal alone: the later of two demands that
    /// could have been one gives no more.
    ///
    /// ```
    /// use tegoed::policy::jurisdiction::nl;
    /// use tegoed::value::money::Minor;
    /// let scale = nl::LAW.cost_scale.value();
    /// assert_eq!(scale.costs_beyond(Minor(100_00), &[Minor(100_00)]), Some(Minor(0)));
    /// assert_eq!(scale.costs_beyond(Minor(2_000_00), &[Minor(1_000_00)]), Some(Minor(125_00)));
    /// ```
    pub fn costs_beyond(&self, earlier: Minor, principals: &[Minor]) -> Option<Minor> {
        let all = sum_principals(principals)?
            .0
            .checked_add(earlier.0)
            .map(Minor)?;
        Some(self.costs_for(&[all])? - self.costs_for(&[earlier])?)
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

/// The three facts that decide whether VAT is added to the costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VatOnCosts {
    /// Who collects the debt.
    pub collector: Collector,
    /// Whether the creditor can deduct the VAT.
    pub deduction: VatDeduction,
}

/// Why no VAT is added to the costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoVatReason {
    /// The creditor writes the letters, so nobody charges VAT for them.
    OwnLetters,
    /// The creditor deducts the VAT.
    Deducted,
    /// The table has no rate for the day.
    NoRate(BeforeTableStart),
}

impl VatOnCosts {
    /// The rate by which the costs rise, where the conditions hold (NL: BIK art. 2 lid 3). The third, that the demand
    /// says so, is met by every demand that is written from a claim.
    pub fn rate_on(self, law: &Law, day: NaiveDate) -> Result<Share, NoVatReason> {
        if self.collector == Collector::Creditor {
            return Err(NoVatReason::OwnLetters);
        }
        if self.deduction == VatDeduction::Allowed {
            return Err(NoVatReason::Deducted);
        }
        let row = law.vat_standard.row_on(day).map_err(NoVatReason::NoRate)?;
        Ok(*row.cited.value())
    }
}

/// The VAT on costs. It is rounded half up on the rounded costs, so that the lines of a letter add up.
pub fn vat_on_costs(rate: Share, costs: Minor) -> Option<Minor> {
    share_of_amount(rate, costs)
}

/// A sum of costs in which VAT is included, as costs and VAT: the costs rounded half up, and the VAT what is left, so that
/// the two are the sum again.
///
/// ```
/// use tegoed::policy::costs::split_vat_from_costs;
/// use tegoed::value::{money::Minor, share::Share};
/// let split = split_vat_from_costs(Share(21.into()), Minor(145_20));
/// assert_eq!(split, Some((Minor(120_00), Minor(25_20))));
/// ```
pub fn split_vat_from_costs(rate: Share, sum: Minor) -> Option<(Minor, Minor)> {
    let one = 10_i128.checked_pow(rate.0.scale())?.checked_mul(100)?;
    let whole = one.checked_add(rate.0.mantissa())?;
    let costs = Minor(divide_rounded(sum.0.checked_mul(one)?, whole)?);
    Some((costs, sum - costs))
}

/// The least that a business or a public body owes from the first late day, without any demand; it may not be
/// agreed away (NL: BW 6:96 lid 4). Nothing open, nothing owed.
pub fn lump_sum_for(law: &Law, open: Minor) -> Minor {
    if open.is_positive() {
        *law.lump_sum.value()
    } else {
        Minor::ZERO
    }
}
