//! The letter itself: what its template says of it, between who writes, to whom, and what is to be paid.

use super::cost_announcement::CostAnnouncement;
use super::step_variables::{STATUTORY_NOTICE, STEP_VARIABLES};
use crate::document::letter::{Enclosure, Letter, PaymentInstructions};
use crate::dunning::blocker::Blocker;
use crate::dunning::dunning_state::DunningState;
use crate::language::letters::{LetterWords, Warmth};
use crate::language::phrases::Language;
use crate::letter::compose::LetterFrame;
use crate::letter::facts::common_variables::{COMMON_VARIABLES, CommonFacts};
use crate::letter::facts::contact_history::ContactHistory;
use crate::letter::facts::invoice_lines::{LetterLine, LetterTotals};
use crate::letter::facts::letter_kind::LetterKind;
use crate::letter::facts::payment_request::{PaymentRequest, payment_reference};
use crate::letter::facts::refusal::LetterRefusal;
use crate::letter::library::template_set::Template;
use crate::letter::schedule::PlannedLetter;
use crate::letter::templates::layout::LetterText;
use crate::letter::templates::lint::missing_notice_fault;
use crate::letter::templates::variable::TemplateValue;
use crate::letter::templates::variable_def::find_value;
use crate::value::channel::Channel;
use crate::value::money::{Minor, Money};
use crate::value::share::Share;
use crate::value::vocabulary::CustomerKind;
use chrono::NaiveDate;

/// Everything a letter speaks of.
pub struct StepLetter<'a, 'j> {
    /// Stages, holds and gates.
    pub dunning: &'a DunningState<'j>,
    /// What went before.
    pub contact_history: &'a ContactHistory<'j>,
    /// Which items, and the step of each.
    pub planned: &'a PlannedLetter<'a, 'j>,
    /// What is asked for each.
    pub lines: &'a [LetterLine<'j>],
    /// The numbers of its invoices, each once.
    pub invoice_numbers: Vec<&'j str>,
    /// What that adds up to.
    pub totals: &'a LetterTotals,
    /// What it announces.
    pub announcement: &'a CostAnnouncement,
    /// The last day to pay.
    pub deadline: Option<NaiveDate>,
    /// How it goes out.
    pub channels: &'a [Channel],
    /// In which language.
    pub language: &'static Language,
    /// Money of the customer that nobody placed.
    pub unallocated: Option<Money>,
}

/// The letter, with what goes with it, as a template has it.
///
/// # Errors
/// What is wrong with the template.
pub fn compose_step_letter(
    says: &StepLetter<'_, '_>,
    template: &Template,
    enclosures: Vec<Enclosure>,
) -> Result<Letter, LetterRefusal> {
    let written = says.fill_template(template, enclosures.len())?;
    let sheet = LetterFrame {
        journal: says.dunning.journal,
        customer: says.planned.customer,
        language: says.language,
        date: says.dunning.as_of(),
        channels: says.channels,
        warmth: match says.kind() {
            LetterKind::Courtesy | LetterKind::Reminder => Warmth::Friendly,
            _ => Warmth::Formal,
        },
        invoice_numbers: &says.invoice_numbers,
    };
    let mut letter = sheet.build_letter(written);
    letter.references.extend(says.your_reference());
    Ok(Letter {
        payment: says.to_payment(),
        enclosures,
        footer: says.footer_lines(),
        ..letter
    })
}

impl StepLetter<'_, '_> {
    /// What its language says.
    pub const fn words(&self) -> &'static LetterWords {
        &self.language.phrases.letter
    }

    /// Which built-in letter it is.
    pub const fn kind(&self) -> LetterKind {
        self.planned.kind
    }

    /// What its template says.
    fn fill_template(
        &self,
        template: &Template,
        enclosures: usize,
    ) -> Result<LetterText, LetterRefusal> {
        let ends = CommonFacts {
            journal: self.dunning.journal,
            customer: self.planned.customer,
            date: self.dunning.as_of(),
            language: self.language,
            bank_through: self.dunning.blocker_facts.bank_through,
            enclosure_count: enclosures,
        };
        let give = |name: &str| {
            find_value(STEP_VARIABLES, name, |give| give(self))
                .or_else(|| find_value(COMMON_VARIABLES, name, |give| give(&ends)))
        };
        let written = template.fill(give).and_then(|written| {
            let lawful = self.kind() != LetterKind::FourteenDays
                || written.block_names.contains(&STATUTORY_NOTICE);
            if lawful {
                Ok(written)
            } else {
                Err(missing_notice_fault(STATUTORY_NOTICE, 0..0))
            }
        });
        written.map_err(|fault| LetterRefusal::from_template_fault(template, &fault))
    }

    /// An amount of its currency.
    pub fn format_amount(&self, minor: Minor) -> String {
        self.language.format_amount(self.totals.to_money(minor))
    }

    /// A day in words, or none.
    pub fn day_value(&self, day: Option<NaiveDate>) -> TemplateValue {
        TemplateValue::words_or_empty(day.map(self.words().style.day))
    }

    /// The due date of its invoices, where it is the same.
    pub fn due_date(&self) -> Option<NaiveDate> {
        let first = self.lines.first()?.due?;
        let same = self.lines.iter().all(|line| line.due == Some(first));
        same.then_some(first)
    }

    /// How late the oldest is, in days.
    pub fn days_late(&self) -> usize {
        let days = self.lines.iter().map(|line| line.days_late).max();
        days.and_then(|days| usize::try_from(days).ok())
            .unwrap_or_default()
    }

    /// Whether the customer is owed what consumers are: also who is not said to be a business.
    pub fn is_consumer(&self) -> bool {
        let kind = self.dunning.journal.customers[self.planned.customer].kind;
        !matches!(
            kind,
            Some(CustomerKind::Business | CustomerKind::Government)
        )
    }

    /// The customer's order, where there is one invoice.
    fn your_reference(&self) -> Option<(String, String)> {
        let ([line], 1) = (self.lines, self.invoice_numbers.len()) else {
            return None;
        };
        let order = line.particulars.order_number.clone()?;
        Some((self.words().label.your_reference.to_owned(), order))
    }

    /// A share as a rate.
    pub fn format_percent(&self, rate: Share) -> String {
        let digits = rate.to_digits();
        let digits = match digits.split_once('.') {
            Some((whole, decimals)) => match decimals.trim_end_matches('0') {
                "" => whole.to_owned(),
                decimals => format!("{whole}{}{decimals}", self.language.decimal_mark),
            },
            None => digits,
        };
        (self.words().style.percent)(&digits)
    }

    /// What a step is called.
    pub fn stage_label<'s>(&self, name: &'s str) -> &'s str {
        (self.language.phrases.dunning.stage)(name).unwrap_or(name)
    }

    fn to_payment(&self) -> Option<PaymentInstructions> {
        let label = &self.words().label;
        let (journal, on) = (self.dunning.journal, self.dunning.as_of());
        let pay = PaymentRequest {
            journal,
            language: self.language,
            amount: self.totals.to_money(self.totals.total()),
            reference: payment_reference(journal, self.planned.customer, on, &self.invoice_numbers),
            deadline: self.deadline,
            deadline_words: (self.kind() == LetterKind::Courtesy).then_some(label.by_due_date),
            with_methods: self.kind() <= LetterKind::Reminder,
        };
        pay.to_payment()
    }

    /// What the letter does not know, where somebody wanted it all the same.
    fn footer_lines(&self) -> Vec<String> {
        let say = &self.words().sentence;
        let stale = self.planned.is_blocked_by(Blocker::BankStale);
        let stale = self.dunning.blocker_facts.bank_through.filter(|_| stale);
        let unplaced = self
            .unallocated
            .map(|money| self.language.format_amount(money));
        let unplaced = unplaced.map(|amount| (say.unallocated)(&amount));
        stale
            .map(|day| (say.bank_stale)(day))
            .into_iter()
            .chain(unplaced)
            .collect()
    }
}
