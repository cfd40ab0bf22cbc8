//! The sentences of a law: those that name its articles, its terms or its figures, in one language.
//!
//! Amounts, invoices and rates are passed as finished text. Invoices are `#2026-001`.

use crate::value::calendar::Duration;
use chrono::NaiveDate;

/// The sentences of a law in one language.
#[derive(Debug)]
pub struct LegalWords {
    /// The language tag: `nl`.
    pub tag: &'static str,
    /// The name of the register of businesses, as the label of a number in it.
    pub register: &'static str,
    /// The last letter to a consumer as a noun: `a fourteen-day letter`.
    pub notice_letter: &'static str,
    /// What the law wants of who collects from a consumer for others.
    pub collector_registration: &'static str,
    /// The sentences of the last letter to a consumer.
    pub notice: NoticeWords,
    /// The remarks beside the figures of a claim.
    pub remark: LegalRemarkWords,
    /// The reasons why no costs are claimed.
    pub no_costs: NoCostsWords,
    /// What the boxes of the VAT return are called, by the name of the box.
    pub vat_boxes: &'static [(&'static str, &'static str)],
    /// What the law asks of an office that collects from natural persons for others; `None` where it asks nothing.
    pub collecting_for_others: Option<&'static str>,
}

/// The sentences of the last letter to a consumer, without which no costs are owed (NL: BW 6:96 lid 6).
#[derive(Debug)]
pub struct NoticeWords {
    /// The request that the law requires: the amount, and the time to pay from the day after the letter arrived.
    pub request: fn(&str, Duration) -> String,
    /// The same in a letter by mail.
    pub request_by_mail: fn(&str, Duration) -> String,
    /// The costs owed after that term.
    pub costs: fn(&str) -> String,
    /// The same where VAT is added: costs, rate, VAT, and their sum.
    pub costs_with_vat: fn(&str, &str, &str, &str) -> String,
    /// The article that the costs are based on.
    pub ground: &'static str,
    /// The same where the policy asks less than the law gives.
    pub ground_of_less: &'static str,
    /// Says that statutory interest is owed as well.
    pub statutory_interest: &'static str,
    /// Says that agreed interest is owed as well.
    pub agreed_interest: &'static str,
}

/// The remarks beside the figures of a claim that say what the law is.
#[derive(Debug)]
pub struct LegalRemarkWords {
    /// What the law says of how days count in interest.
    pub day_count: &'static str,
    /// This law holds because it was chosen, with a customer of this country.
    pub chosen_law: fn(&str) -> String,
    /// This law holds because it is that of the seller, with a customer of this country.
    pub law_of_seller: fn(&str) -> String,
    /// This law holds because it is that of the consumer, with a seller of this country.
    pub law_of_consumer: fn(&str) -> String,
    /// The letter that the costs are based on: when it was sent, when it arrived, the last day of its term. Its arrival
    /// is known.
    pub letter: fn(NaiveDate, NaiveDate, NaiveDate) -> String,
    /// The same for a letter by post whose arrival is presumed.
    pub letter_by_post: fn(NaiveDate, NaiveDate, NaiveDate) -> String,
    /// The same for a letter by mail whose arrival is presumed.
    pub letter_by_mail: fn(NaiveDate, NaiveDate, NaiveDate) -> String,
    /// The letter of this day announced this amount, more than the law allowed, which is the second amount.
    pub announced_more: fn(NaiveDate, &str, &str) -> String,
    /// Fees that were not agreed, and the sum of the scale that holds for them and the costs together.
    pub fee_within_scale: fn(&str, &str) -> String,
    /// The letter of the first day could have been one demand with the earlier one of the second.
    pub joint_demand: fn(NaiveDate, NaiveDate) -> String,
    /// A part was paid within the term: the principal before and after.
    pub paid_within_term: fn(&str, &str) -> String,
    /// The reason of a charge that exceeds what the law allows.
    pub too_much: &'static str,
    /// The recorded costs of an invoice exceed the scale: both amounts.
    pub above_scale: fn(&str, &str, &str) -> String,
    /// The demand must declare that VAT cannot be deducted.
    pub vat_must_be_declared: &'static str,
    /// No VAT on costs, because it can be deducted.
    pub vat_deducted: &'static str,
    /// A rate of interest was agreed with a consumer.
    pub consumer_rate: &'static str,
    /// The journal does not record that the consumer agreed to the terms.
    pub terms_not_agreed: &'static str,
    /// So many days to pay for the invoice, of which the law allows this many: interest by law may run from the day.
    pub terms_too_long: fn(&str, i64, i64, NaiveDate) -> String,
    /// Nothing shows that a business agreed to so few days for the invoice: without that nothing is owed before the day.
    pub business_terms_not_agreed: fn(&str, i64, NaiveDate) -> String,
    /// The first rate, of the policy, is below the second, of the law.
    pub rate_below_statutory: fn(&str, &str) -> String,
    /// This amount of the invoice was credited on this day, after interest of the second amount over it.
    pub late_credit: fn(&str, &str, NaiveDate, &str) -> String,
    /// A contract was made before this day, on which the rates changed.
    pub old_contract: fn(NaiveDate) -> String,
    /// The invoice has been barred since this day.
    pub barred: fn(&str, NaiveDate) -> String,
    /// The invoice will be barred after this day, which is near.
    pub limitation_end: fn(&str, NaiveDate) -> String,
    /// As `barred`, if a movable thing was sold to a consumer.
    pub sale_barred: fn(&str, NaiveDate) -> String,
    /// As `limitation_end`, if a movable thing was sold to a consumer.
    pub sale_limitation_end: fn(&str, NaiveDate) -> String,
    /// No demand was sent, and more is claimed than this amount, which is owed without one.
    pub without_demand: fn(&str) -> String,
    /// Costs are claimed from a consumer again within the time of the law.
    pub repeated_costs: &'static str,
}

/// The reasons why the law allows no costs.
#[derive(Debug)]
pub struct NoCostsWords {
    /// The journal has no letter of the kind that the law requires.
    pub no_letter: &'static str,
    /// The letter of this day was sent too early.
    pub letter_too_early: fn(NaiveDate) -> String,
    /// The amount that the letter of this day announced is unknown.
    pub no_amount: fn(NaiveDate) -> String,
    /// The last day that the letter named is too early: the day it was sent, the last day named, the lawful last day.
    pub term_too_short: fn(NaiveDate, NaiveDate, NaiveDate) -> String,
    /// The term has not passed: the day the letter was sent, and the first day on which costs may be claimed.
    pub term_running: fn(NaiveDate, NaiveDate) -> String,
    /// The scale did not exist yet.
    pub no_scale: &'static str,
    /// Everything was paid in time.
    pub paid_in_time: &'static str,
    /// The earlier letter of this day gives the costs of all that could have been one demand with it.
    pub joint_demand: fn(NaiveDate) -> String,
}
