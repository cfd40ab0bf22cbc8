//! A policy as journal text, with every default spelled out: ready to paste, and read back as the same policy.

use super::ladder::{CostTerms, InterestTerms, Stage, Threshold};
use super::model::{Journal, Policy};
use crate::value::calendar::Duration;
use crate::value::channel::Channel;
use crate::value::currency::Currency;
use crate::value::money::Money;
use crate::value::share::Share;
use crate::value::vocabulary::Unreferenced;

/// Writes policies as a journal would: with its decimal mark and its currency.
#[derive(Clone, Copy, Debug)]
pub struct PolicyText {
    /// The decimal mark of the journal.
    pub mark: char,
    /// The currency of amounts without a code.
    pub currency: Currency,
}

impl PolicyText {
    /// For a journal.
    pub const fn of(journal: &Journal) -> Self {
        Self {
            mark: journal.decimal_mark,
            currency: journal.currency,
        }
    }

    /// The declaration of a policy (SPEC.md 5.6). Keys that stand for nothing are left out: terms and a discount that
    /// are not agreed, and bank data that never grow stale.
    pub fn write(self, policy: &Policy) -> String {
        let from = policy
            .from
            .map_or_else(String::new, |day| format!(" from {day}"));
        let mut text = format!("policy {}{from}\n", policy.name);
        for (key, value) in self.keys(policy) {
            text.extend(["  ", key, ": ", &value, "\n"]);
        }
        text
    }

    fn keys(self, policy: &Policy) -> Vec<(&'static str, String)> {
        let mut keys = Vec::new();
        keys.extend(policy.terms.map(|time| ("terms", duration(time))));
        keys.extend(policy.discount.map(|(share, time)| {
            (
                "discount",
                format!("{} within {}", self.share(share), duration(time)),
            )
        }));
        keys.extend(
            policy
                .ladder()
                .iter()
                .map(|stage| ("stage", self.stage(stage))),
        );
        let none = Duration::Days(0);
        keys.push(("bank-buffer", duration(policy.bank_buffer.unwrap_or(none))));
        keys.extend(policy.bank_stale.map(|time| ("bank-stale", duration(time))));
        keys.push(("minimum", self.amount(policy.minimum)));
        keys.push(("tolerance", self.amount(policy.tolerance)));
        keys.push(("plan-grace", duration(policy.plan_grace.unwrap_or(none))));
        keys.push(("restart-gap", duration(policy.restart_gap.unwrap_or(none))));
        keys.push(("interest", self.interest(policy.interest)));
        keys.push(("costs", self.costs(policy.costs)));
        let unreferenced = match policy.unreferenced {
            Unreferenced::Hold => "hold",
            Unreferenced::Oldest => "oldest",
        };
        keys.push(("unreferenced", unreferenced.to_owned()));
        keys.push((
            "workdays",
            if policy.workdays { "yes" } else { "no" }.to_owned(),
        ));
        let documents = policy.documents.iter();
        keys.extend(documents.map(|path| ("document", path.to_string())));
        keys
    }

    fn stage(self, stage: &Stage) -> String {
        let (time, side) = match stage.threshold {
            Threshold::Before(time) => (time, "before"),
            Threshold::After(time) => (time, "after"),
        };
        let mut words = format!("{} {} {side} due", stage.name, duration(time));
        let mut add = |clause: &str, value: Option<String>| {
            if let Some(value) = value {
                words.extend([" ", clause, " ", &value]);
            }
        };
        add("gap", stage.gap.map(duration));
        add("deadline", stage.deadline.map(duration));
        add(
            "via",
            (!stage.channels.is_empty()).then(|| Channel::join(&stage.channels, " ")),
        );
        add("fee", stage.fee.map(|fee| self.money(fee)));
        add("letter", stage.letter.as_deref().map(str::to_owned));
        words
    }

    fn interest(self, terms: InterestTerms) -> String {
        match terms {
            InterestTerms::None => "none".to_owned(),
            InterestTerms::Statutory => "statutory".to_owned(),
            InterestTerms::Yearly(share) => format!("{} yearly", self.share(share)),
        }
    }

    fn costs(self, terms: CostTerms) -> String {
        match terms {
            CostTerms::None => "none".to_owned(),
            CostTerms::Statutory => "statutory".to_owned(),
            CostTerms::Fixed(amount) => self.money(amount),
        }
    }

    fn amount(self, amount: Option<Money>) -> String {
        let none = Money::new(0.into(), self.currency);
        self.money(amount.unwrap_or(none))
    }

    fn money(self, money: Money) -> String {
        money.written(self.mark, self.currency)
    }

    fn share(self, share: Share) -> String {
        let digits = share.0.normalize().to_string();
        format!("{}%", digits.replace('.', &self.mark.to_string()))
    }
}

fn duration(time: Duration) -> String {
    let (count, one, many) = match time {
        Duration::Days(count) => (count, "day", "days"),
        Duration::Months(count) => (count, "month", "months"),
        Duration::Minutes(count) => (count, "min", "min"),
    };
    format!("{count} {}", if count == 1 { one } else { many })
}
