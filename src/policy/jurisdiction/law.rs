//! The questions that the law of each country must answer. Every answer has its source and how reliable it is.

use super::chart::{Chart, ChartAccount, ChartUse};
use super::citation::{Citation, CitedValue};
use super::dated_table::DatedTable;
use super::holidays::HolidayCalendar;
use super::identifiers::Identifiers;
use super::legal_words::LegalWords;
use super::vat_return::{VatBox, VatSupply};
use crate::value::calendar::Duration;
use crate::value::currency::Currency;
use crate::value::exact_amount::DayCount;
use crate::value::key_name::KeyName;
use crate::value::ledger_account::LedgerAccount;
use crate::value::money::Minor;
use crate::value::share::Share;
use crate::value::vat_code::VatCode;
use chrono::{Datelike, Months, NaiveDate};

/// What the law takes a debtor for. An unknown debtor is treated as [`Debtor::Consumer`], which gives the lower claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Debtor {
    /// A natural person who does not act in business.
    #[default]
    Consumer,
    /// A person in business, or a company.
    Business,
    /// A public body.
    Government,
}

/// Collection costs by the size of the debt: a percentage of each band, with a minimum and a maximum.
#[derive(Debug)]
pub struct CostScale {
    /// The bands, from the lowest on. The last has no upper end.
    pub bands: &'static [CostBand],
    /// The minimum, for any debt above zero.
    pub least: Minor,
    /// The maximum.
    pub most: Minor,
}

/// A band of the principal, and the percentage of it that is owed for costs.
#[derive(Clone, Copy, Debug)]
pub struct CostBand {
    /// The upper end of the band, included; `None` for the last band.
    pub up_to: Option<Minor>,
    /// The percentage of the part of the principal within the band.
    pub share: Share,
}

/// The kind of a claim, as the law on limitation distinguishes them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClaimKind {
    /// Payment under a contract.
    #[default]
    Contract,
    /// Rent, interest and other periodic payments.
    Periodic,
    /// The price of a movable thing that was sold to a consumer.
    ConsumerSale,
    /// A claim that a court has awarded.
    Judgment,
}

/// The limitation period of a kind of claim.
#[derive(Clone, Copy, Debug)]
pub struct LimitationPeriod {
    /// The kind of claim.
    pub kind: ClaimKind,
    /// The period, from the day after the claim fell due.
    pub term: Duration,
    /// The period after an interruption, from the day after it.
    pub renewed_term: Duration,
}

/// The fee that a court of first instance charges a claimant.
#[derive(Clone, Copy, Debug)]
pub struct CourtFee {
    /// The court.
    pub court: Court,
    /// The fee holds for claims up to and including this amount; `None` for the last fee, which has no upper end.
    pub up_to: Option<Minor>,
    /// The fee for a company, also one without legal personality (NL: VOF, CV, maatschap), in minor units.
    pub company: Minor,
    /// The fee for a natural person, also one in business (NL: eenmanszaak), in minor units.
    pub person: Minor,
}

/// The court that hears a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Court {
    /// The court for small claims (NL: kantonrechter).
    SmallClaims,
    /// The court for larger claims, where a lawyer is needed (NL: rechtbank).
    District,
}

/// Short names of articles, printed beside figures.
#[derive(Clone, Copy, Debug)]
pub struct Articles {
    /// Late interest owed by consumers and on debts that are not commercial.
    pub consumer_interest: &'static str,
    /// Late interest owed by businesses.
    pub business_interest: &'static str,
    /// Late interest owed by public bodies.
    pub government_interest: &'static str,
    /// Collection costs.
    pub costs: &'static str,
    /// VAT on collection costs.
    pub vat_on_costs: &'static str,
    /// What the last letter to a consumer must say.
    pub notice: &'static str,
}

/// The longest time to pay that the law allows, and what a finding says of it, in English.
#[derive(Clone, Copy, Debug)]
pub struct TermLimit {
    /// The number of days from the invoice date.
    pub days: i64,
    /// The rule in a sentence, with what follows where the time is longer.
    pub rule: &'static str,
}

/// The longest times to pay, by who owes whom.
#[derive(Clone, Copy, Debug)]
pub struct TermLimits {
    /// A business owes another.
    pub business: TermLimit,
    /// A large business owes one that is not.
    pub large_customer: TermLimit,
}

/// The words by which findings name what the law says, in English.
#[derive(Clone, Copy, Debug)]
pub struct FindingPhrases {
    /// The term of that letter.
    pub notice_term: &'static str,
    /// The time after which the VAT on a bad debt can be reclaimed, to stand behind "within".
    pub vat_relief: &'static str,
    /// The rates of VAT of now and before.
    pub vat_rates: &'static str,
    /// How a return that was filed is corrected.
    pub vat_correction: &'static str,
}

/// The law of one country, as far as receivables need it. Each country is one static.
#[derive(Debug)]
pub struct Law {
    /// The country code of two letters, as in `country:`.
    pub code: &'static str,
    /// The name of the country in English, to stand inside a sentence.
    pub country: &'static str,
    /// The currency of its amounts.
    pub currency: Currency,
    /// The names of its articles for pages.
    pub articles: Articles,
    /// The yearly rate of interest owed by consumers and on debts that are not commercial.
    pub statutory_interest: DatedTable<Share>,
    /// The yearly rate of interest owed by businesses and public bodies on commercial debts.
    pub commercial_interest: DatedTable<Share>,
    /// How days become parts of a year where interest is computed.
    pub day_count: CitedValue<DayCount>,
    /// Interest is added to its base each year for debts that are in default from this day on.
    pub yearly_capitalisation: CitedValue<NaiveDate>,
    /// Collection costs by the size of the debt.
    pub cost_scale: CitedValue<CostScale>,
    /// The scale holds for debtors who are in default from this day on.
    pub cost_scale_from: CitedValue<NaiveDate>,
    /// The amount that a business owes for costs without any demand, in minor units.
    pub lump_sum: CitedValue<Minor>,
    /// Who owes collection costs only after a last letter in the form of the law.
    pub notice_debtors: CitedValue<&'static [Debtor]>,
    /// The number of days that a consumer has, from the day after the letter reached them.
    pub notice_days: CitedValue<u64>,
    /// The number of delivery days after which a letter is presumed to arrive.
    pub post_days: CitedValue<u32>,
    /// Why a letter by e-mail is presumed to arrive on the day it is sent.
    pub email_receipt: Citation,
    /// Costs asked of a consumer again within this time may be limited.
    pub repeated_costs: CitedValue<Duration>,
    /// The first day on which that is law.
    pub repeated_costs_since: NaiveDate,
    /// The day from which on who collects from consumers for others must be registered.
    pub collector_registration_from: CitedValue<NaiveDate>,
    /// How many days a business has where nothing was agreed, from the day on which it received the invoice.
    pub default_term: CitedValue<i64>,
    /// The longest times to pay between businesses.
    pub term_limits: CitedValue<TermLimits>,
    /// What an invoice must show of its sender. The VAT number only where VAT is charged.
    pub sender_keys: CitedValue<&'static [KeyName]>,
    /// The numbers by which it knows a business.
    pub identifiers: Identifiers,
    /// The standard rate of VAT.
    pub vat_standard: DatedTable<Share>,
    /// The reduced rate of VAT.
    pub vat_reduced: DatedTable<Share>,
    /// The boxes of the VAT return about sales, in the order of the form.
    pub vat_boxes: &'static [VatBox],
    /// The other boxes of its form, of which a journal of receivables knows nothing.
    pub vat_other_boxes: &'static [&'static str],
    /// The day of the month after a supply by which its invoice must be there for VAT; `None` where the law has no such day.
    pub invoice_deadline_day: Option<CitedValue<u32>>,
    /// The reference chart of accounts.
    pub chart: Chart,
    /// The turnover of a calendar year, in minor units, above which the scheme for small businesses ends; `None` where there is
    /// no such scheme.
    pub small_business_limit: Option<CitedValue<Minor>>,
    /// The goods of a quarter for businesses in other member states, in minor units, beyond which the listing goes by month;
    /// `None` where there is no such listing.
    pub eu_goods_quarter_limit: Option<&'static DatedTable<Minor>>,
    /// The time after the due date at the end of which the VAT on a bad debt can be reclaimed at the latest.
    pub vat_relief: CitedValue<Duration>,
    /// The limitation periods, one for each kind of claim.
    pub limitation_periods: &'static [CitedValue<LimitationPeriod>],
    /// The fees of courts.
    pub court_fees: DatedTable<&'static [CourtFee]>,
    /// The largest claim that the court for small claims hears, in minor units.
    pub small_claims_limit: CitedValue<Minor>,
    /// The public holidays.
    pub calendar: HolidayCalendar,
    /// The words of findings that rest on it.
    pub finding: FindingPhrases,
    /// Its sentences in English, which every law has.
    pub english: LegalWords,
    /// Its sentences in other languages.
    pub translations: &'static [LegalWords],
}

/// A country has one law.
impl PartialEq for Law {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Law {}

impl Law {
    /// Whether such a debtor owes collection costs only after a last letter in the form of the law.
    pub fn asks_notice_to(&self, debtor: Debtor) -> bool {
        self.notice_debtors.value().contains(&debtor)
    }

    /// The language that is spoken under it: the first that its sentences are translated into, else English.
    pub fn spoken_language(&self) -> &'static str {
        let own = self.translations.first();
        own.map_or(self.english.tag, |words| words.tag)
    }

    /// The sentences of the law in a language, by its tag. The English ones where the law has none in that language: a
    /// sentence that the law requires is never left out.
    pub fn words_in(&self, tag: &str) -> &LegalWords {
        let mut translations = self.translations.iter();
        let found = translations.find(|words| words.tag == tag);
        found.unwrap_or(&self.english)
    }

    /// Whether a rate of VAT existed on a day. Before a table begins its first row counts.
    pub fn is_vat_rate_on(&self, rate: Share, day: NaiveDate) -> bool {
        let tables = [&self.vat_standard, &self.vat_reduced];
        let mut rows = tables
            .map(|table| table.row_on(day).ok().or(table.rows.first()))
            .into_iter();
        rate == Share::ZERO || rows.any(|row| row.is_some_and(|row| *row.cited.value() == rate))
    }

    /// The box of the return that an amount belongs in, with the rates of a day; `None` where there is none.
    pub fn vat_box(&self, code: VatCode, day: NaiveDate) -> Option<&'static VatBox> {
        let rate_of = |table: &DatedTable<Share>| {
            let row = table.row_on(day).ok().or(table.rows.first());
            row.map_or(Share::ZERO, |row| *row.cited.value())
        };
        let standard = rate_of(&self.vat_standard);
        let supply = VatSupply::from_code(code, standard, rate_of(&self.vat_reduced))?;
        self.vat_boxes.iter().find(|it| it.supply == supply)
    }

    /// The last day for the invoice of a supply, as far as VAT is concerned; `None` where the law has no such day.
    pub fn invoice_deadline(&self, delivered: NaiveDate) -> Option<NaiveDate> {
        let day = *self.invoice_deadline_day.as_ref()?.value();
        let next = delivered.checked_add_months(Months::new(1))?;
        next.with_day(day)
    }

    /// The account of the reference chart for a use, with the rates of a day; `None` where it has none.
    pub fn chart_account(
        &self,
        account: LedgerAccount,
        day: NaiveDate,
    ) -> Option<&'static ChartAccount> {
        let supply = |code: VatCode| self.vat_box(code, day).map(|it| it.supply);
        let by_supply = || match account {
            LedgerAccount::Income(Some(code)) => supply(code).map(ChartUse::Income),
            LedgerAccount::Vat(code) => supply(code).map(ChartUse::Vat),
            _ => None,
        };
        let exactly = self.chart.account(ChartUse::Account(account));
        exactly.or_else(|| self.chart.account(by_supply()?))
    }

    /// The scale for a debt due on a day; `None` where the debtor was in default before the scale existed (NL: BIK art.
    /// 3).
    pub fn cost_scale_for(&self, due: NaiveDate) -> Option<&CitedValue<CostScale>> {
        let in_default_from = due.succ_opt()?;
        (in_default_from >= *self.cost_scale_from.value()).then_some(&self.cost_scale)
    }

    /// The short name of the article on the interest that a debtor owes.
    pub const fn interest_article(&self, debtor: Debtor) -> &'static str {
        match debtor {
            Debtor::Consumer => self.articles.consumer_interest,
            Debtor::Business => self.articles.business_interest,
            Debtor::Government => self.articles.government_interest,
        }
    }

    /// The table of statutory interest for a debtor (NL: BW 6:119, 6:119a, 6:119b).
    pub const fn interest_table(&self, debtor: Debtor) -> &DatedTable<Share> {
        match debtor {
            Debtor::Consumer => &self.statutory_interest,
            Debtor::Business | Debtor::Government => &self.commercial_interest,
        }
    }
}

impl CourtFee {
    /// The fee for a claim of this size at this court, from a list of fees; `None` where the list has none.
    pub fn for_claim(fees: &'static [Self], court: Court, claim: Minor) -> Option<&'static Self> {
        let mut of_court = fees.iter().filter(|fee| fee.court == court);
        of_court.find(|fee| fee.up_to.is_none_or(|end| claim <= end))
    }
}
