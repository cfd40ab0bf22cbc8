//! What a letter asks, and what follows when nothing is paid: never a step that is not next.

use super::cost_announcement::{
    CostAnnouncement, FourteenDayNotice, is_law_known, is_unrecorded_cost,
};
use super::prior_attempts::to_point_parts;
use super::step_facts::StepFacts;
use crate::claim::model::{Claim, ClaimRow, ClaimRowKind};
use crate::document::letter::{LetterBlock, LetterTable};
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::ladder::InterestTerms;
use crate::journal::model::InvoiceIx;
use crate::letter::facts::invoice_facts::as_words;
use crate::letter::facts::letter_table::build_table;
use crate::letter::templates::variable::TemplateValue;
use crate::policy::jurisdiction::legal_words::NoticeWords;
use crate::value::channel::Channel;
use crate::value::money::Minor;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// Words for an open invoice: its number, an amount, its due date.
type OpenPoint = fn(&str, &str, NaiveDate) -> String;

impl StepFacts<'_, '_> {
    /// What the law asks of the fourteen-day letter; nothing in another one.
    pub fn statutory_notice(&self) -> Vec<LetterBlock> {
        let CostAnnouncement::Notice(notice) = &self.announcement else {
            return Vec::new();
        };
        let say = self.notice_words(notice);
        let amount = self.format_amount(self.totals.total());
        let channels = self.invoice_facts.input.channels();
        let by_mail = channels.contains(&Channel::Email) && !channels.contains(&Channel::Post);
        let request = if by_mail {
            say.request_by_mail
        } else {
            say.request
        };
        let mut parts = vec![LetterBlock::Paragraph(request(&amount, notice.term))];
        parts.extend(self.notice_costs_part(notice));
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

    /// The sentences of the law, in the language of the letter where the law has them.
    fn notice_words(&self, notice: &FourteenDayNotice) -> &'static NoticeWords {
        let words = notice.law.words_in(self.invoice_facts.input.language.tag);
        &words.notice
    }

    fn notice_costs_part(&self, notice: &FourteenDayNotice) -> Option<LetterBlock> {
        let say = self.notice_words(notice);
        let costs = notice.costs?;
        let announced = match costs.vat {
            None => (say.costs)(&self.format_amount(costs.net)),
            Some((rate, tax)) => (say.costs_with_vat)(
                &self.format_amount(costs.net),
                &self.format_percent(rate),
                &self.format_amount(tax),
                &self.format_amount(costs.sum()),
            ),
        };
        let ground = if costs.is_below_scale {
            say.ground_of_less
        } else {
            say.ground
        };
        Some(LetterBlock::Paragraph(format!("{announced} {ground}")))
    }

    /// The steps that other invoices of the letter are at, where it announces interest and costs.
    pub fn lower_steps(&self) -> Vec<Vec<(&'static str, TemplateValue)>> {
        let Some(level) = self.planned.stage() else {
            return Vec::new();
        };
        if !matches!(
            self.announcement,
            CostAnnouncement::Claim(_) | CostAnnouncement::WithoutFigures
        ) {
            return Vec::new();
        }
        let input = &self.invoice_facts.input;
        let items = self.planned.items.iter();
        let mut steps: Vec<(&str, Vec<String>)> = Vec::new();
        for item in items.filter(|item| item.stage.name != level.name) {
            let label = self.item_label(item.position);
            let mut known = steps.iter_mut();
            match known.find(|(name, _)| *name == &*item.stage.name) {
                Some((_, labels)) if labels.contains(&label) => {}
                Some((_, labels)) => labels.push(label),
                None => steps.push((&item.stage.name, vec![label])),
            }
        }
        let words = TemplateValue::Words;
        let named = input.letter_words().sentence.named_invoices;
        let rows = steps.into_iter().map(|(name, labels)| {
            let numbers = input.language.join_words(&as_words(&labels));
            vec![
                ("invoices", words(numbers.clone())),
                ("names", words(named(labels.len(), &numbers))),
                ("step", words(self.stage_label(name).to_owned())),
            ]
        });
        rows.collect()
    }

    /// The invoice of an item; with its part, where other parts of that invoice in the letter are at another step.
    fn item_label(&self, position: &ItemPosition<'_>) -> String {
        let about = &self.invoice_facts;
        let items = self.planned.items.iter();
        let mut own = items.filter(|item| item.position.invoice == position.invoice);
        let first = own.next().map(|item| &item.stage.name);
        let is_divided = own.any(|item| Some(&item.stage.name) != first);
        let mut lines = about.lines.iter();
        let line = lines.find(|line| line.item == position.item);
        match line.filter(|_| is_divided) {
            Some(line) => about.invoice_table().line_label(line),
            None => about
                .input
                .journal()
                .invoice_no(position.invoice)
                .to_owned(),
        }
    }

    /// Whether interest and costs are announced without figures.
    pub const fn is_claim_without_figures(&self) -> bool {
        matches!(self.announcement, CostAnnouncement::WithoutFigures)
    }

    /// Whether a law says that the customer is in default once the due date has passed.
    pub fn is_in_default(&self) -> bool {
        is_law_known(&self.invoice_facts.input, self.planned)
    }

    /// What each further day adds to what a business will owe.
    pub fn interest_per_day(&self) -> Minor {
        match &self.announcement {
            CostAnnouncement::Claim(claim) => claim.daily_interest(),
            _ => Minor::ZERO,
        }
    }

    /// The costs and fees among what a business will owe: none where all were waived or paid.
    pub const fn claim_costs(&self) -> Minor {
        match &self.announcement {
            CostAnnouncement::Claim(claim) => claim.costs,
            _ => Minor::ZERO,
        }
    }

    /// What a business will owe: principal, interest by its stretches, costs.
    pub fn claim_parts(&self) -> Vec<LetterBlock> {
        match &self.announcement {
            CostAnnouncement::Claim(claim) => vec![LetterBlock::Table(self.claim_table(claim))],
            _ => Vec::new(),
        }
    }

    fn claim_table(&self, claim: &Claim) -> LetterTable {
        let say = &self.invoice_facts.input.letter_words().announced_claim;
        let money = |minor: Minor| self.format_amount(minor);
        let level = self.invoices_at_level();
        let principal = self.principal_label(claim, &level);
        let mut rows = vec![[principal.to_owned(), money(claim.principal)]];
        let mut interest = Minor::ZERO;
        for row in claim
            .rows
            .iter()
            .filter(|row| row.kind == ClaimRowKind::Interest)
        {
            let label = match (row.from, row.to, row.rate, row.base) {
                (Some(from), Some(to), Some(rate), Some(base)) => {
                    (say.interest)(from, to, &self.format_percent(rate), &money(base))
                }
                _ => say.interest_sum.to_owned(),
            };
            interest += row.amount;
            rows.push([label, money(row.amount)]);
        }
        if claim.interest != interest {
            // Money was allocated to interest before: the periods add up to more than is left.
            rows.truncate(1);
            if !claim.interest.is_zero() {
                rows.push([say.interest_sum.to_owned(), money(claim.interest)]);
            }
        }
        let unwritten = claim.rows.iter().filter(|row| is_unrecorded_cost(row));
        let tax: Minor = unwritten
            .filter(|row| row.kind == ClaimRowKind::Vat)
            .map(|row| row.amount)
            .sum();
        let fee = recorded_fees(claim);
        let costs = claim.costs - tax - fee;
        let totals = &self.invoice_facts.input.letter_words().totals;
        let costs = [(totals.fee, fee), (say.costs, costs), (say.vat, tax)].into_iter();
        let costs = costs.filter(|(_, minor)| !minor.is_zero());
        rows.extend(costs.map(|(label, minor)| [label.to_owned(), money(minor)]));
        let amount = self.invoice_facts.input.letter_words().label.amount;
        let total = [
            (say.total)(self.invoice_facts.input.as_of()),
            money(claim.total),
        ];
        // Where it is not about all invoices of the letter, it says about which it is.
        let about = if level.len() < self.invoice_facts.invoices.len() {
            capitalize(&self.invoice_facts.input.name_invoices(&level))
        } else {
            String::new()
        };
        build_table([(about.as_str(), false), (amount, true)], rows, Some(total))
    }

    /// What the principal of a claim is called: why it is not what the invoices stand open for, where it is not.
    fn principal_label(&self, claim: &Claim, level: &[InvoiceIx]) -> &'static str {
        let say = &self.invoice_facts.input.letter_words().announced_claim;
        let is_payment = |row: &&ClaimRow| row.kind == ClaimRowKind::Payment;
        let mut payments = claim.rows.iter().filter(is_payment);
        if claim.principal == self.open_of(level) {
            say.principal
        } else if payments.any(|row| row.ground.is_put_to_charges()) {
            say.allocated_principal
        } else if claim.rows.iter().any(|row| row.ground.is_waiting_money()) {
            say.principal_less_credit
        } else {
            say.other_principal
        }
    }

    /// The invoices at the step of the letter, in its order.
    fn invoices_at_level(&self) -> Vec<InvoiceIx> {
        let mut seen = BTreeSet::new();
        let level = self.planned.items_at_level();
        let level = level.map(|item| item.position.invoice);
        level.filter(|invoice| seen.insert(*invoice)).collect()
    }

    /// What stands open of some invoices of the letter.
    fn open_of(&self, invoices: &[InvoiceIx]) -> Minor {
        let lines = self.invoice_facts.lines.iter();
        let lines = lines.filter(|line| invoices.contains(&line.invoice));
        lines.map(|line| line.open).sum()
    }

    /// What of the invoices beside the letter is asked, less what the letter itself asks of them; no charges.
    fn amounts_beside(&self) -> BTreeMap<InvoiceIx, Minor> {
        let input = &self.invoice_facts.input;
        let own: Vec<&ItemPosition<'_>> = self
            .planned
            .items
            .iter()
            .map(|item| item.position)
            .collect();
        let beside = || self.items_beside().map(|(position, _)| position);
        let all: Vec<&ItemPosition<'_>> = own.iter().copied().chain(beside()).collect();
        let in_letter = input.dunning().amounts_asked(&own);
        let mut open: BTreeMap<InvoiceIx, Minor> = BTreeMap::new();
        for position in beside() {
            let sum = open.entry(position.invoice).or_default();
            *sum += input.day.ledger.items[position.item].open.into();
        }
        let asked = input.dunning().amounts_asked(&all).into_iter();
        let beside = asked.filter_map(|(invoice, sum)| {
            let taken = in_letter.get(&invoice).copied().unwrap_or_default();
            Some((invoice, (sum - taken).min(*open.get(&invoice)?)))
        });
        beside.collect()
    }

    /// The items beside the letter, each with the words for it: what is late, and what will be due.
    fn items_beside(&self) -> impl Iterator<Item = (&ItemPosition<'_>, OpenPoint)> {
        let words = &self.invoice_facts.input.letter_words().sentence;
        let late = self.planned.also_overdue.iter().copied();
        let late = late.map(|position| (position, words.also_overdue_point));
        let announced = self.planned.announced.iter();
        late.chain(announced.map(|item| (item.position, words.announced_point)))
    }

    /// What is late beside the letter, and what will be due, point by point.
    pub fn also_open_parts(&self) -> Vec<LetterBlock> {
        let input = &self.invoice_facts.input;
        let journal = input.journal();
        let mut asked = self.amounts_beside();
        let points = self.items_beside().filter_map(|(position, point)| {
            let amount = asked.remove(&position.invoice)?;
            let due = input.dunning().payable_on(position)?;
            let words = || {
                let number = journal.invoice_no(position.invoice);
                point(number, &self.format_amount(amount), due)
            };
            amount.is_positive().then(words)
        });
        to_point_parts(points)
    }
}

/// The fees of reminders in a claim, where nothing was paid of its costs: else nobody can say of which it was.
fn recorded_fees(claim: &Claim) -> Minor {
    let of_kind = |kinds: &[ClaimRowKind]| -> Minor {
        let rows = claim.rows.iter();
        rows.filter(|row| kinds.contains(&row.kind))
            .map(|row| row.amount)
            .sum()
    };
    let all = of_kind(&[ClaimRowKind::Costs, ClaimRowKind::Fee, ClaimRowKind::Vat]);
    if all == claim.costs {
        of_kind(&[ClaimRowKind::Fee])
    } else {
        Minor::ZERO
    }
}

/// `factuur 1` at the head of a column: `Factuur 1`.
fn capitalize(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
