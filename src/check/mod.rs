//! What is lawful to write but looks wrong, and what cannot be carried out as written. One file a rule.

pub mod allow;
mod balance_assertion;
mod closed_invoice;
mod currency_mix;
mod customer_mismatch;
mod duplicate_payment;
mod over_allocated;
mod overspent;
mod probable_duplicate_payment;
mod reversal_ambiguous;
mod reversal_of_refunded;
mod reversal_without_payment;
pub mod rule;
mod waived_exceeds_charges;
mod writeoff_exceeds_open;

use crate::text::diagnostic::{Severity, Sink};
use rule::{OnEntry, Rule, Run, Subject};

/// Every check, by code. A new one is a file beside this one, its page, and a line here.
pub static RULES: &[&Rule] = &[
    &currency_mix::RULE,
    &currency_mix::PARTS,
    &writeoff_exceeds_open::RULE,
    &over_allocated::RULE,
    &duplicate_payment::RULE,
    &balance_assertion::RULE,
    &overspent::RULE,
    &reversal_without_payment::RULE,
    &reversal_ambiguous::RULE,
    &closed_invoice::RULE,
    &reversal_of_refunded::RULE,
    &waived_exceeds_charges::RULE,
    &probable_duplicate_payment::RULE,
    &customer_mismatch::RULE,
];

/// Which checks are run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those without which the figures cannot be trusted: every report.
    Errors,
    /// All: `check`.
    All,
}

impl Reach {
    fn takes(self, rule: &Rule) -> bool {
        self == Self::All || rule.kind.severity == Severity::Error
    }
}

/// The checks that look at one entry at a time.
pub fn of_entries(reach: Reach) -> Vec<OnEntry> {
    let rules = RULES.iter().filter(|rule| reach.takes(rule));
    rules
        .filter_map(|rule| match rule.run {
            Run::Entry(run) => Some(run),
            Run::Journal(_) => None,
        })
        .collect()
}

/// Runs the checks that look at the whole journal.
pub fn run(reach: Reach, subject: &Subject<'_>, sink: &mut Sink) {
    for rule in RULES.iter().filter(|rule| reach.takes(rule)) {
        if let Run::Journal(run) = rule.run {
            run(subject, sink);
        }
    }
}
