//! When the listing of supplies to other member states goes by month: as soon as the goods of a quarter pass a limit
//! (Directive 2006/112/EC art. 263).

use super::vat_entry::VatEntry;
use super::vat_return::VatEntries;
use crate::policy::jurisdiction::law::Law;
use crate::value::money::Minor;
use crate::value::period::Period;
use crate::value::vat_code::{VatCode, ZeroRate};
use chrono::NaiveDate;

/// How many quarters in a row must stay within the limit before a quarter may be listed whole again.
const QUIET_QUARTERS: usize = 4;

/// A quarter that cannot be listed as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListingPeriods {
    /// The quarter whose goods passed the limit: this one, or one of the four before it.
    pub passed_in: Period,
    /// The limit, in minor units of the currency of the law.
    pub limit: Minor,
    /// The stretches in which the quarter is listed, one after another.
    pub parts: Vec<Period>,
}

/// Why a quarter is listed by month; `None` where it may be listed whole, and for other periods.
pub fn find_listing_periods(
    entries: &VatEntries,
    law: &Law,
    quarter: Period,
) -> Option<ListingPeriods> {
    if Period::quarter_of(quarter.first) != Some(quarter) {
        return None;
    }
    let limits = law.eu_goods_quarter_limit?;
    let limit = *limits.row_on(quarter.first).ok()?.cited.value();
    let months = months_of(quarter);
    let mut before = quarter;
    for _ in 0..QUIET_QUARTERS {
        before = Period::quarter_of(before.first.pred_opt()?)?;
        if passing_month(entries, law, before, limit).is_some() {
            let parts = months;
            return Some(ListingPeriods {
                passed_in: before,
                limit,
                parts,
            });
        }
    }
    let passing = passing_month(entries, law, quarter, limit)?;
    // What went before the passing month is listed with it.
    let first = Period {
        first: quarter.first,
        last: passing.last,
    };
    let after = months
        .into_iter()
        .filter(|month| month.first > passing.last);
    let parts = std::iter::once(first).chain(after).collect();
    Some(ListingPeriods {
        passed_in: quarter,
        limit,
        parts,
    })
}

fn months_of(quarter: Period) -> Vec<Period> {
    let next = |month: &Period| Period::month_of(month.last.succ_opt()?);
    let first = Period::month_of(quarter.first);
    let months = std::iter::successors(first, next);
    months
        .take_while(|month| month.last <= quarter.last)
        .collect()
}

/// The month in which the goods of a quarter passed the limit.
fn passing_month(entries: &VatEntries, law: &Law, quarter: Period, limit: Minor) -> Option<Period> {
    let all = entries.of_period(quarter).entries;
    let by = |day: NaiveDate| -> Minor {
        let goods = all
            .iter()
            .filter(|it| is_goods(it, law) && it.declared_on <= day);
        goods.map(|it| it.part.net).sum()
    };
    let mut months = months_of(quarter).into_iter();
    months.find(|month| by(month.last) > limit)
}

fn is_goods(entry: &VatEntry, law: &Law) -> bool {
    entry.part.code == Some(VatCode::Zero(ZeroRate::EuGoods)) && entry.currency == law.currency
}
