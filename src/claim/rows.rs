//! The lines of one invoice in a claim: what was owed, what came on top, what came in.

use super::case::{Case, Part};
use super::happened::{Did, Interest};
use super::model::{Ground, Kind, Row};
use super::party::Party;
use crate::journal::model::{Component, Journal, MovementKind};
use crate::ledger::model::AllocationRule;
use crate::policy::interest::Segment;
use crate::policy::replay::{self, Split, Standing};
use crate::value::money::Minor;
use chrono::NaiveDate;

/// Everything that makes the lines of a case.
pub struct Lines<'a> {
    /// What the journal means.
    pub journal: &'a Journal,
    /// Both sides.
    pub party: &'a Party,
    /// The invoice.
    pub case: &'a Case,
    /// Its story by the order of the law.
    pub told: &'a replay::Claim,
    /// The day.
    pub on: NaiveDate,
}

impl Lines<'_> {
    /// Principal, interest, charges, in this order; `more` are lines of costs that were not written.
    pub fn owed(&self, more: &[Row]) -> Vec<Row> {
        let due = self.case.due(self.on);
        let mut rows: Vec<Row> = due.iter().map(|part| self.principal(part)).collect();
        for standing in self.told.parts.iter().take(due.len()) {
            rows.extend(self.interest(standing));
        }
        rows.extend(self.claimed());
        let own = more.iter().filter(|row| row.invoice == self.case.invoice);
        rows.extend(own.cloned());
        rows
    }

    fn row(&self, kind: Kind, amount: Minor, ground: Ground) -> Row {
        Row {
            invoice: self.case.invoice,
            kind,
            from: None,
            to: None,
            days: None,
            base: None,
            rate: None,
            amount,
            ground,
        }
    }

    fn principal(&self, part: &Part) -> Row {
        let ground = Ground::Invoice {
            place: part.place,
            count: self.case.parts.len(),
        };
        Row {
            from: Some(self.journal.invoices[self.case.invoice].date),
            to: part.debt.due,
            ..self.row(Kind::Principal, part.debt.principal, ground)
        }
    }

    fn interest(&self, standing: &Standing) -> Vec<Row> {
        if self.case.interest == Interest::Written {
            return Vec::new();
        }
        let segments = standing.segments.iter();
        segments.map(|segment| self.segment(segment)).collect()
    }

    fn segment(&self, segment: &Segment) -> Row {
        let ground = match (segment.citation, self.party.law, self.case.policy) {
            (Some(cited), Some(law), _) => Ground::Law {
                article: law.interest_article(self.party.debtor),
                level: cited.level,
            },
            (_, _, Some(policy)) => Ground::Policy(policy),
            // A rate is that of the law or of a policy; there is no third.
            _ => Ground::Invoice { place: 1, count: 1 },
        };
        Row {
            from: Some(segment.from),
            to: Some(segment.through),
            days: Some(segment.days),
            base: segment.base.to_minor(),
            rate: Some(segment.rate),
            ..self.row(Kind::Interest, segment.shown, ground)
        }
    }

    /// Charges that were written and are claimed.
    fn claimed(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for happening in &self.case.happened {
            let Did::Claimed(component, amount) = happening.what else {
                continue;
            };
            let kind = match component {
                Component::Fee => Kind::Fee,
                Component::Interest => Kind::Interest,
                Component::Costs | Component::Principal => Kind::Costs,
            };
            let counts = kind != Kind::Interest || self.case.interest == Interest::Written;
            if counts && amount.is_positive() {
                rows.push(Row {
                    from: Some(self.journal.movements[happening.entry].date),
                    ..self.row(kind, amount, Ground::Entry(happening.entry))
                });
            }
        }
        rows
    }

    /// What lowered the claim, and what bounced, in the order of time. Only what went to instalments that are due.
    pub fn settled(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for split in &self.told.splits {
            let Some(happening) = self.case.happened.get(split.event) else {
                continue;
            };
            rows.extend(self.used(split, happening.what, happening.rule));
            if let Some(bounced) = split.reversed {
                rows.extend(self.bounced(split, bounced));
            }
        }
        rows.sort_by_key(|row| row.from);
        rows
    }

    fn used(&self, split: &Split, what: Did, rule: AllocationRule) -> Option<Row> {
        let happening = self.case.happened.get(split.event)?;
        let kind = match what {
            Did::Waived(..) => Kind::Waived,
            Did::Lowered(_) | Did::Closed { .. } => Kind::Credit,
            _ if self.is_credit(split) && rule != AllocationRule::Discount => Kind::Credit,
            _ => Kind::Payment,
        };
        let due = self.case.due(self.on).len();
        let (interest, principal) = (split.interest(due), split.principal(due));
        let amount = split.costs + interest + principal;
        let ground = Ground::Used {
            entry: happening.entry,
            costs: split.costs,
            interest,
            principal,
            rule,
        };
        amount.is_positive().then(|| Row {
            from: Some(split.date),
            ..self.row(kind, -amount, ground)
        })
    }

    fn is_credit(&self, split: &Split) -> bool {
        let happening = self.case.happened.get(split.event);
        happening.is_some_and(|happening| {
            self.journal.movements[happening.entry].kind == MovementKind::Credit
        })
    }

    fn bounced(&self, split: &Split, on: NaiveDate) -> Option<Row> {
        let reversal = self.case.happened.iter().find(|happening| {
            happening.what == Did::Bounced(split.event) && happening.date == on
        })?;
        let due = self.case.due(self.on).len();
        let amount = split.costs + split.interest(due) + split.principal(due);
        amount.is_positive().then(|| Row {
            from: Some(on),
            ..self.row(Kind::Reversal, amount, Ground::Entry(reversal.entry))
        })
    }
}
