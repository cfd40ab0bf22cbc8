//! What a letter asks, and what follows when nothing is paid: never a step that is not next.

use super::announced::{Announced, Notice, is_unwritten_cost};
use super::form::Follows;
use super::says::Says;
use super::templates::given::Given;
use super::variables::demanding::points as points_of;
use crate::claim::model::{Claim, ClaimRowKind};
use crate::document::letter::{LetterBlock, LetterTable};
use crate::journal::ladder::InterestTerms;
use crate::value::money::{Minor, Money};

impl Says<'_, '_> {
    /// What the law asks of the fourteen-day letter; nothing in another one.
    pub fn statutory_notice(&self) -> Vec<LetterBlock> {
        let Announced::Notice(notice) = self.announced else {
            return Vec::new();
        };
        let say = &self.say().notice;
        let amount = self.money(self.sums.total());
        let mut parts = vec![LetterBlock::Paragraph((say.request)(&amount, notice.days))];
        parts.extend(self.notice_costs(notice));
        parts.extend(match notice.interest {
            InterestTerms::None => None,
            InterestTerms::Statutory => {
                Some(LetterBlock::Paragraph(say.statutory_interest.to_owned()))
            }
            InterestTerms::Yearly(_) => {
                Some(LetterBlock::Paragraph(say.agreed_interest.to_owned()))
            }
        });
        parts
    }

    fn notice_costs(&self, notice: &Notice) -> Option<LetterBlock> {
        let say = &self.say().notice;
        let costs = notice.costs?;
        let announced = match costs.vat {
            None => (say.costs)(&self.money(costs.costs)),
            Some((rate, tax)) => (say.costs_with_vat)(
                &self.money(costs.costs),
                &self.percent(rate),
                &self.money(tax),
                &self.money(costs.sum()),
            ),
        };
        Some(LetterBlock::Paragraph(format!(
            "{announced} {}",
            say.ground
        )))
    }

    /// The steps that other invoices of the letter are at, where it announces interest and costs.
    pub fn lower_steps(&self) -> Vec<Vec<(&'static str, Given)>> {
        let Some(level) = self.due.stage() else {
            return Vec::new();
        };
        if !matches!(self.announced, Announced::Claim(_) | Announced::InWords) {
            return Vec::new();
        }
        let mut steps: Vec<(&str, Vec<&str>)> = Vec::new();
        for item in self
            .due
            .items
            .iter()
            .filter(|item| item.stage.name != level.name)
        {
            let number = self.dunning.journal.invoice_no(item.position.invoice);
            match steps
                .iter_mut()
                .find(|(name, _)| *name == &*item.stage.name)
            {
                Some((_, numbers)) if numbers.contains(&number) => {}
                Some((_, numbers)) => numbers.push(number),
                None => steps.push((&item.stage.name, vec![number])),
            }
        }
        let steps = steps.into_iter();
        steps
            .map(|(name, numbers)| {
                vec![
                    ("invoices", Given::Words(self.language.list(&numbers))),
                    ("step", Given::words(Some(self.stage(name)))),
                ]
            })
            .collect()
    }

    /// What follows when nothing is paid: only what the policy has as its next step.
    pub fn next_step(&self) -> Option<&'static str> {
        let item = self.due.items.first()?;
        match Follows::after(self.dunning.journal, item.position, item.place) {
            Follows::Nothing => None,
            Follows::Demand => Some("demand"),
            Follows::Last => Some("final"),
            Follows::Handover => Some("handover"),
        }
    }

    /// Whether interest and costs are announced without figures.
    pub const fn claims_in_words(&self) -> bool {
        matches!(self.announced, Announced::InWords)
    }

    /// What each further day adds to what a business will owe.
    pub fn per_day(&self) -> Option<String> {
        let Announced::Claim(claim) = self.announced else {
            return None;
        };
        let adds = claim.per_day.is_positive();
        adds.then(|| self.money(claim.per_day))
    }

    /// What a business will owe: principal, interest by its stretches, costs.
    pub fn claim(&self) -> Vec<LetterBlock> {
        match self.announced {
            Announced::Claim(claim) => vec![LetterBlock::Table(self.claim_table(claim))],
            _ => Vec::new(),
        }
    }

    fn claim_table(&self, claim: &Claim) -> LetterTable {
        let say = &self.say().next;
        let money = |minor: Minor| self.language.amount(Money::new(minor, claim.currency));
        let mut rows = vec![vec![say.principal.to_owned(), money(claim.principal)]];
        let mut interest = Minor::ZERO;
        for row in claim
            .rows
            .iter()
            .filter(|row| row.kind == ClaimRowKind::Interest)
        {
            let label = match (row.from, row.to, row.rate, row.base) {
                (Some(from), Some(to), Some(rate), Some(base)) => {
                    (say.interest)(from, to, &self.percent(rate), &money(base))
                }
                _ => say.interest_sum.to_owned(),
            };
            interest += row.amount;
            rows.push(vec![label, money(row.amount)]);
        }
        if claim.interest != interest {
            // Money went to interest before: the stretches tell more than is left.
            rows.truncate(1);
            if !claim.interest.is_zero() {
                rows.push(vec![say.interest_sum.to_owned(), money(claim.interest)]);
            }
        }
        let unwritten = claim.rows.iter().filter(|row| is_unwritten_cost(row));
        let tax: Minor = unwritten
            .filter(|row| row.kind == ClaimRowKind::Vat)
            .map(|row| row.amount)
            .sum();
        let costs = claim.costs - tax;
        let costs = [(say.costs, costs), (say.vat, tax)].into_iter();
        let costs = costs.filter(|(_, minor)| !minor.is_zero());
        rows.extend(costs.map(|(label, minor)| vec![label.to_owned(), money(minor)]));
        LetterTable {
            headings: vec![String::new(), self.say().label.amount.to_owned()],
            right_aligned: vec![false, true],
            rows,
            total: vec![(say.total)(self.dunning.as_of()), money(claim.total)],
        }
    }

    /// What is late beside the letter, point by point.
    pub fn beside(&self) -> Vec<LetterBlock> {
        let journal = self.dunning.journal;
        let say = &self.say().sentence;
        let points: Vec<String> = self
            .due
            .beside
            .iter()
            .filter_map(|position| {
                let open = self.money(self.dunning.ledger.items[position.item].open.into());
                let due = journal.items[position.item].due?;
                Some((say.beside_point)(
                    journal.invoice_no(position.invoice),
                    &open,
                    due,
                ))
            })
            .collect();
        points_of(points)
    }
}
