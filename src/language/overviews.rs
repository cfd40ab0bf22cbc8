//! The words of the lists over all customers (`unbilled`, `deviations`, `recovery`), and of what `show` adds to them.

use chrono::NaiveDate;

/// The words of the lists over all customers.
#[derive(Clone, Copy, Debug)]
pub struct ListWords {
    /// The words of `unbilled`.
    pub unbilled: UnbilledWords,
    /// The words of `deviations`.
    pub deviation: DeviationWords,
    /// The words of `recovery`.
    pub recovery: RecoveryWords,
    /// The words of the plans, the first contact and the commission in `show`.
    pub show: DetailPageWords,
}

/// The words of the plans, the first contact and the commission in `show`.
#[derive(Clone, Copy, Debug)]
pub struct DetailPageWords {
    /// A policy, among entries.
    pub policy: &'static str,
    /// The heading over the documents.
    pub documents: &'static str,
    /// The heading over the parts of plans.
    pub plans: &'static str,
    /// The heading of the day of a plan.
    pub plan: &'static str,
    /// A part that was paid.
    pub part_paid: &'static str,
    /// A part that was missed.
    pub part_missed: &'static str,
    /// A part that is to come.
    pub part_open: &'static str,
    /// An offer that nobody signed.
    pub plan_offered: &'static str,
    /// Another plan took its place on this day.
    pub plan_replaced: fn(NaiveDate) -> String,
    /// A `release` ended it on this day.
    pub plan_ended: fn(NaiveDate) -> String,
    /// The first day of the version of a policy that was agreed to.
    pub agreed_version: fn(NaiveDate) -> String,
    /// With whom one spoke.
    pub with: fn(&str) -> String,
    /// Whether the story checked out.
    pub verified: fn(bool) -> &'static str,
    /// Whether the customer is content with the work.
    pub satisfied: fn(bool) -> &'static str,
    /// What a contact cost.
    pub cost: fn(&str) -> String,
    /// How many minutes it took.
    pub spent: fn(u32) -> String,
    /// The label of the first contact.
    pub first_contact: &'static str,
    /// The day of it, and how many days the invoice had been late.
    pub contacted: fn(NaiveDate, i64) -> String,
    /// So much stays with who collects.
    pub commission: fn(&str) -> String,
    /// A line that is subtracted from an invoice.
    pub less: &'static str,
    /// The rate of VAT, over the sums of lines.
    pub vat_rate: &'static str,
    /// A sum without VAT.
    pub net: &'static str,
    /// The VAT on it.
    pub vat: &'static str,
}

/// The words of `unbilled`.
#[derive(Clone, Copy, Debug)]
pub struct UnbilledWords {
    /// The title.
    pub title: &'static str,
    /// The days since the delivery.
    pub days: &'static str,
    /// The last day for the invoice by the policy.
    pub invoice_by: &'static str,
    /// Nothing is left to invoice on this day.
    pub nothing: fn(NaiveDate) -> String,
    /// How an invoice closes a delivery.
    pub hint: &'static str,
}

/// The words of `deviations`.
#[derive(Clone, Copy, Debug)]
pub struct DeviationWords {
    /// The title.
    pub title: &'static str,
    /// The heading for what was done otherwise.
    pub what: &'static str,
    /// The heading for the reason.
    pub reason: &'static str,
    /// No reason is written.
    pub no_reason: &'static str,
    /// A finding was accepted, before its code.
    pub accepted: &'static str,
    /// A step that a later letter passed over.
    pub left_out: &'static str,
    /// A letter before the day of its step.
    pub too_early: &'static str,
    /// A letter without the fee of its step.
    pub no_fee: &'static str,
    /// Other terms of payment than those of the policy.
    pub terms: &'static str,
    /// One's own time to pay, and that of the policy.
    pub in_place_of: fn(&str, &str) -> String,
    /// The day on which an invoice is due, and the one that the policy gives.
    pub due_in_place_of: fn(NaiveDate, NaiveDate) -> String,
    /// The policy was followed for everybody until this day: all that the list looks at.
    pub nothing: fn(NaiveDate) -> String,
}

/// The words of `recovery`.
#[derive(Clone, Copy, Debug)]
pub struct RecoveryWords {
    /// The title.
    pub title: &'static str,
    /// Later than so many days.
    pub class: fn(u32) -> String,
    /// The heading of the classes.
    pub later_than: &'static str,
    /// The number of items.
    pub items: &'static str,
    /// What was open when they became so late.
    pub owed: &'static str,
    /// What came in since.
    pub received: &'static str,
    /// The share of it, in per cent.
    pub percent: &'static str,
    /// Nothing was ever late by this day.
    pub nothing: fn(NaiveDate) -> String,
    /// What the figures are.
    pub basis: &'static str,
    /// Beside a weighing: so many items were later than so many days, and so many per cent of them came in.
    pub advice: fn(usize, u32, i64) -> String,
}
