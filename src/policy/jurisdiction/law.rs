//! What each country's law must answer, every answer with its source and how surely it is known.

use super::citation::CitedValue;
use super::dated_table::DatedTable;
use super::holidays::HolidayCalendar;
use crate::value::calendar::Duration;
use crate::value::currency::Currency;
use crate::value::money::Minor;
use crate::value::share::Share;
use chrono::NaiveDate;

/// What the law takes a debtor for. Not known is [`Debtor::Consumer`]: the lower claim is safe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Debtor {
    /// A natural person not acting in trade.
    #[default]
    Consumer,
    /// A trader or a company.
    Business,
    /// A public body.
    Government,
}

/// Collection costs by the size of the debt: a share of each band, with a least and a most.
#[derive(Debug)]
pub struct CostScale {
    /// From the lowest on; the last has no end.
    pub bands: &'static [CostBand],
    /// The least, for any debt at all.
    pub least: Minor,
    /// The most.
    pub most: Minor,
}

/// A part of the principal and the share of it that is owed for costs.
#[derive(Clone, Copy, Debug)]
pub struct CostBand {
    /// Where it ends; the last does not.
    pub up_to: Option<Minor>,
    /// What is owed of the part inside it.
    pub share: Share,
}

/// What kind of claim it is, as the law on limitation tells them apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClaimKind {
    /// Payment under a contract.
    #[default]
    Contract,
    /// Rent, interest and what else returns.
    Periodic,
    /// The price of a movable thing sold to a consumer.
    ConsumerSale,
    /// What a judge has awarded.
    Judgment,
}

/// How long a claim lives.
#[derive(Clone, Copy, Debug)]
pub struct LimitationPeriod {
    /// What kind of claim.
    pub kind: ClaimKind,
    /// From the day after it fell due.
    pub term: Duration,
    /// From the day after an interruption.
    pub renewed_term: Duration,
}

/// What a court of first instance asks of the claimant.
#[derive(Clone, Copy, Debug)]
pub struct CourtFee {
    /// Which court.
    pub court: Court,
    /// For claims up to and including this; the last has no end.
    pub up_to: Option<Minor>,
    /// From a company, also one without legal personality (NL: VOF, CV, maatschap).
    pub company: Minor,
    /// From a natural person, also one in trade (NL: eenmanszaak).
    pub person: Minor,
}

/// Which court hears a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Court {
    /// The court for small claims (NL: kantonrechter).
    SmallClaims,
    /// The court for larger claims, where a lawyer is needed (NL: rechtbank).
    District,
}

/// Short names of the articles that a page prints beside its figures.
#[derive(Clone, Copy, Debug)]
pub struct Articles {
    /// Late interest of consumers and of debts that are no trade.
    pub consumer_interest: &'static str,
    /// Late interest of businesses.
    pub business_interest: &'static str,
    /// Late interest of public bodies.
    pub government_interest: &'static str,
    /// Collection costs.
    pub costs: &'static str,
    /// Value-added tax on collection costs.
    pub vat_on_costs: &'static str,
}

/// The law of one country, as far as receivables need it. One static each.
#[derive(Debug)]
pub struct Law {
    /// Two letters, as `country:` names it.
    pub code: &'static str,
    /// The currency of its amounts.
    pub currency: Currency,
    /// What a page calls its articles.
    pub articles: Articles,
    /// Interest per year owed by consumers and on debts that are no trade.
    pub statutory_interest: DatedTable<Share>,
    /// Interest per year owed by businesses and public bodies on trade.
    pub commercial_interest: DatedTable<Share>,
    /// Interest joins its base each year, for debts in default from this day on.
    pub yearly_capitalisation: CitedValue<NaiveDate>,
    /// Collection costs by the size of the debt.
    pub cost_scale: CitedValue<CostScale>,
    /// The scale holds for debtors in default from this day on.
    pub cost_scale_from: CitedValue<NaiveDate>,
    /// What a business owes for costs without any demand.
    pub lump_sum: CitedValue<Minor>,
    /// Days that a consumer has, from the day after the letter reached him.
    pub notice_days: CitedValue<u64>,
    /// Delivery days that a letter is presumed to be under way.
    pub post_days: CitedValue<u32>,
    /// The standard rate of value-added tax.
    pub vat_standard: DatedTable<Share>,
    /// The reduced rate of value-added tax.
    pub vat_reduced: DatedTable<Share>,
    /// The time after the due date when the tax on a bad debt may be asked back at the latest.
    pub vat_relief: CitedValue<Duration>,
    /// How long a claim lives, by kind.
    pub limitation_periods: &'static [CitedValue<LimitationPeriod>],
    /// What a court asks.
    pub court_fees: DatedTable<&'static [CourtFee]>,
    /// The most that the court for small claims hears.
    pub small_claims_limit: CitedValue<Minor>,
    /// Public holidays.
    pub calendar: HolidayCalendar,
}

impl Law {
    /// The scale for a debt due on a day; `None` where the debtor was in default before there was one (NL: BIK
    /// art. 3).
    pub fn cost_scale_for(&self, due: NaiveDate) -> Option<&CitedValue<CostScale>> {
        let in_default_from = due.succ_opt()?;
        (in_default_from >= *self.cost_scale_from.value()).then_some(&self.cost_scale)
    }

    /// The article on the interest that a debtor owes.
    pub const fn interest_article(&self, debtor: Debtor) -> &'static str {
        match debtor {
            Debtor::Consumer => self.articles.consumer_interest,
            Debtor::Business => self.articles.business_interest,
            Debtor::Government => self.articles.government_interest,
        }
    }

    /// The interest that a debtor owes by law (NL: BW 6:119, 6:119a, 6:119b).
    pub const fn interest_table(&self, debtor: Debtor) -> &DatedTable<Share> {
        match debtor {
            Debtor::Consumer => &self.statutory_interest,
            Debtor::Business | Debtor::Government => &self.commercial_interest,
        }
    }
}

impl CourtFee {
    /// The fee of a claim of this size, from a list of them: the court that hears it, and what it asks.
    pub fn for_claim(fees: &'static [Self], court: Court, claim: Minor) -> Option<&'static Self> {
        let mut of_court = fees.iter().filter(|fee| fee.court == court);
        of_court.find(|fee| fee.up_to.is_none_or(|end| claim <= end))
    }
}
