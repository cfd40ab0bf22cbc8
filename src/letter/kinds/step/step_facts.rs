//! Everything the letter of a step speaks of.

use super::cost_announcement::CostAnnouncement;
use super::totals::LetterTotals;
use crate::document::letter::LetterBlock;
use crate::dunning::not_asked::MissedPlan;
use crate::letter::facts::contact_history::BrokenPromise;
use crate::letter::facts::invoice_facts::InvoiceFacts;
use crate::letter::facts::invoice_table::InvoiceTable;
use crate::letter::facts::letter_table::build_table;
use crate::value::money::Minor;
use crate::value::share::Share;
use crate::worklist::planned_letter::PlannedLetter;
use chrono::NaiveDate;
use std::cell::OnceCell;

/// Everything the letter of a step speaks of.
pub struct StepFacts<'a, 'j> {
    /// Its invoices, in its order.
    pub invoice_facts: InvoiceFacts<'a, 'j>,
    /// Which items, and the step of each.
    pub planned: &'a PlannedLetter<'a, 'j>,
    /// What it asks in all.
    pub totals: LetterTotals,
    /// What it announces.
    pub announcement: CostAnnouncement,
    /// The last day to pay.
    pub deadline: Option<NaiveDate>,
    /// The last promise about its invoices, where it was broken: looked up once.
    pub broken_promise: OnceCell<Option<BrokenPromise<'j>>>,
    /// The plan of which parts were missed: looked up once.
    pub missed_plan: OnceCell<Option<MissedPlan<'j>>>,
}

impl<'j> StepFacts<'_, 'j> {
    /// An amount of its currency.
    pub fn format_amount(&self, minor: Minor) -> String {
        self.invoice_facts.format_amount(minor)
    }

    /// The day on which its invoices were to be paid, where it is the same.
    pub fn due_date(&self) -> Option<NaiveDate> {
        let lines = &self.invoice_facts.lines;
        let first = lines.first()?.payable_on?;
        let same = lines.iter().all(|line| line.payable_on == Some(first));
        same.then_some(first)
    }

    /// How late the oldest is, in days; 0 before the due date.
    pub fn days_late(&self) -> usize {
        usize::try_from(self.invoice_facts.days_late()).unwrap_or_default()
    }

    /// Whether part was paid in money, or such money is here and taken off.
    pub fn is_part_paid(&self) -> bool {
        let about = &self.invoice_facts;
        let in_hand = || {
            let dunning = about.input.dunning();
            self.totals.on_account.is_positive()
                && dunning.has_payment_in_hand(about.input.customer, about.currency)
        };
        let mut lines = about.lines.iter();
        lines.any(|line| line.paid_amount().is_positive()) || in_hand()
    }

    /// Its invoices: one by its particulars, several in a table.
    pub fn invoice_parts(&self) -> Vec<LetterBlock> {
        let table = InvoiceTable {
            is_asked_whole: self.totals.on_account.is_zero() && self.totals.not_asked().is_zero(),
            ..self.invoice_facts.invoice_table()
        };
        table.to_parts()
    }

    /// The plan about its invoices of which parts were missed. A letter is about one such plan or none.
    pub fn missed_plan(&self) -> Option<&MissedPlan<'j>> {
        let dunning = self.invoice_facts.input.dunning();
        let find = || dunning.plan_with_missed_parts(self.planned.items.first()?.position);
        self.missed_plan.get_or_init(find).as_ref()
    }

    /// The days of the parts that were missed.
    pub fn missed_plan_days(&self) -> String {
        let input = &self.invoice_facts.input;
        let days = self.missed_plan().map_or(&[][..], |plan| &plan.missed_days);
        input.join_days(days)
    }

    /// The invoices that a broken promise was about, where it was not about all of the letter.
    pub fn promised_invoices(&self) -> String {
        let about = &self.invoice_facts;
        let promise = self.broken_promise();
        promise.map_or_else(String::new, |promise| about.name_part(promise.event))
    }

    /// A share as a rate.
    pub fn format_percent(&self, rate: Share) -> String {
        let language = self.invoice_facts.input.language;
        let digits = rate.to_digits();
        let digits = match digits.split_once('.') {
            Some((whole, decimals)) => match decimals.trim_end_matches('0') {
                "" => whole.to_owned(),
                decimals => format!("{whole}{}{decimals}", language.decimal_mark),
            },
            None => digits,
        };
        (language.phrases.letter.style.percent)(&digits)
    }

    /// What a step is called.
    pub fn stage_label<'s>(&self, name: &'s str) -> &'s str {
        let phrases = &self.invoice_facts.input.language.phrases;
        (phrases.dunning.stage)(name).unwrap_or(name)
    }

    /// How the amount is made up, where it is more than the sum of the invoices, or less.
    pub fn amount_breakdown(&self) -> Vec<LetterBlock> {
        let words = self.invoice_facts.input.letter_words();
        let (say, sums) = (&words.totals, &self.totals);
        let parts = [
            (say.open, sums.open),
            (say.disputed, -sums.disputed),
            (say.conceded, -sums.conceded),
            (say.deferred, -sums.deferred),
            (say.fee, sums.charges.fee + sums.fee),
            (say.costs, sums.charges.costs),
            (say.interest, sums.charges.interest),
            (say.on_account, -sums.on_account),
        ];
        let parts = parts.into_iter().filter(|(_, minor)| !minor.is_zero());
        let rows: Vec<_> = parts
            .map(|(label, minor)| [label.to_owned(), self.format_amount(minor)])
            .collect();
        if rows.len() < 2 {
            return Vec::new();
        }
        let total = [say.total.to_owned(), self.format_amount(sums.total())];
        let columns = [(say.heading, false), (words.label.amount, true)];
        vec![LetterBlock::Table(build_table(columns, rows, Some(total)))]
    }
}
