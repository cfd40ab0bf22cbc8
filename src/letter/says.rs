//! The letter itself: what its template says of it, between who writes, to whom, and what is to be paid.

use super::announced::Announced;
use super::due::Due;
use super::form::Form;
use super::lines::{Line, Sums};
use super::past::Past;
use super::payment::{ToPay, reference};
use super::refusal::Refusal;
use super::sheet::Sheet;
use super::templates::given::Given;
use super::templates::laid_out::Written;
use super::templates::lint::without_notice;
use super::templates::shelf::Template;
use super::variables::demanding::{DEMANDING, STATUTORY_NOTICE};
use super::variables::ends::{ENDS, Ends};
use super::variables::known::given;
use crate::document::letter::{Enclosure, Letter, PaymentInstructions};
use crate::dunning::blocker::Blocker;
use crate::dunning::dunning_state::DunningState;
use crate::language::letters::{LetterWords, Warmth};
use crate::language::phrases::Language;
use crate::value::channel::Channel;
use crate::value::money::{Minor, Money};
use crate::value::share::Share;
use crate::value::vocabulary::CustomerKind;
use chrono::NaiveDate;

/// Everything a letter speaks of.
pub struct Says<'a, 'j> {
    /// Stages, holds and gates.
    pub dunning: &'a DunningState<'j>,
    /// What went before.
    pub past: &'a Past<'j>,
    /// Which items, and the step of each.
    pub due: &'a Due<'a, 'j>,
    /// What is asked for each.
    pub lines: &'a [Line<'j>],
    /// The numbers of its invoices, each once.
    pub numbers: Vec<&'j str>,
    /// What that adds up to.
    pub sums: &'a Sums,
    /// What it announces.
    pub announced: &'a Announced,
    /// The last day to pay.
    pub deadline: Option<NaiveDate>,
    /// How it goes out.
    pub channels: &'a [Channel],
    /// In which language.
    pub language: &'static Language,
    /// Money of the customer that nobody placed.
    pub unplaced: Option<Money>,
}

/// The letter, with what goes with it, as a template has it.
///
/// # Errors
/// What is wrong with the template.
pub fn letter(
    says: &Says<'_, '_>,
    template: &Template,
    enclosures: Vec<Enclosure>,
) -> Result<Letter, Refusal> {
    let written = says.written(template, enclosures.len())?;
    let sheet = Sheet {
        journal: says.dunning.journal,
        customer: says.due.customer,
        language: says.language,
        on: says.dunning.as_of(),
        channels: says.channels,
        warmth: match says.form() {
            Form::Courtesy | Form::Reminder => Warmth::Friendly,
            _ => Warmth::Formal,
        },
        numbers: &says.numbers,
    };
    let mut letter = sheet.with(written);
    letter.references.extend(says.your_reference());
    Ok(Letter {
        payment: says.payment(),
        enclosures,
        footer: says.footer(),
        ..letter
    })
}

impl Says<'_, '_> {
    /// What its language says.
    pub const fn say(&self) -> &'static LetterWords {
        &self.language.say.letter
    }

    /// Which built-in letter it is.
    pub const fn form(&self) -> Form {
        self.due.form
    }

    /// What its template says.
    fn written(&self, template: &Template, enclosures: usize) -> Result<Written, Refusal> {
        let ends = Ends {
            journal: self.dunning.journal,
            customer: self.due.customer,
            on: self.dunning.as_of(),
            language: self.language,
            bank_through: self.dunning.blocker_facts.bank_through,
            enclosures,
        };
        let give = |name: &str| {
            given(DEMANDING, name, |give| give(self))
                .or_else(|| given(ENDS, name, |give| give(&ends)))
        };
        let written = template.write(give).and_then(|written| {
            let lawful =
                self.form() != Form::FourteenDays || written.placed.contains(&STATUTORY_NOTICE);
            if lawful {
                Ok(written)
            } else {
                Err(without_notice(STATUTORY_NOTICE, 0..0))
            }
        });
        written.map_err(|fault| Refusal::template(template, &fault))
    }

    /// An amount of its currency.
    pub fn money(&self, minor: Minor) -> String {
        self.language.amount(self.sums.money(minor))
    }

    /// A day in words, or none.
    pub fn day(&self, day: Option<NaiveDate>) -> Given {
        Given::words(day.map(self.say().style.day))
    }

    /// The due date of its invoices, where it is the same.
    pub fn due_date(&self) -> Option<NaiveDate> {
        let first = self.lines.first()?.due?;
        let same = self.lines.iter().all(|line| line.due == Some(first));
        same.then_some(first)
    }

    /// How late the oldest is, in days.
    pub fn days_late(&self) -> usize {
        let days = self.lines.iter().map(|line| line.days).max();
        days.and_then(|days| usize::try_from(days).ok())
            .unwrap_or_default()
    }

    /// Whether the customer is owed what consumers are: also who is not said to be a business.
    pub fn is_consumer(&self) -> bool {
        let kind = self.dunning.journal.customers[self.due.customer].kind;
        !matches!(
            kind,
            Some(CustomerKind::Business | CustomerKind::Government)
        )
    }

    /// The customer's order, where there is one invoice.
    fn your_reference(&self) -> Option<(String, String)> {
        let ([line], 1) = (self.lines, self.numbers.len()) else {
            return None;
        };
        let order = line.told.order.clone()?;
        Some((self.say().label.your_reference.to_owned(), order))
    }

    /// A share as a rate.
    pub fn percent(&self, rate: Share) -> String {
        let digits = rate.to_digits();
        let digits = match digits.split_once('.') {
            Some((whole, decimals)) => match decimals.trim_end_matches('0') {
                "" => whole.to_owned(),
                decimals => format!("{whole}{}{decimals}", self.language.decimal_mark),
            },
            None => digits,
        };
        (self.say().style.percent)(&digits)
    }

    /// What a step is called.
    pub fn stage<'s>(&self, name: &'s str) -> &'s str {
        (self.language.say.dunning.stage)(name).unwrap_or(name)
    }

    fn payment(&self) -> Option<PaymentInstructions> {
        let label = &self.say().label;
        let (journal, on) = (self.dunning.journal, self.dunning.as_of());
        let pay = ToPay {
            journal,
            language: self.language,
            amount: self.sums.money(self.sums.total()),
            reference: reference(journal, self.due.customer, on, &self.numbers),
            by: self.deadline,
            by_words: (self.form() == Form::Courtesy).then_some(label.by_due_date),
            methods: self.form() <= Form::Reminder,
        };
        pay.payment()
    }

    /// What the letter does not know, where somebody wanted it all the same.
    fn footer(&self) -> Vec<String> {
        let say = &self.say().sentence;
        let stale = self.due.closed(Blocker::BankStale);
        let stale = self.dunning.blocker_facts.bank_through.filter(|_| stale);
        let unplaced = self.unplaced.map(|money| self.language.amount(money));
        let unplaced = unplaced.map(|amount| (say.unplaced)(&amount));
        stale
            .map(|day| (say.stale)(day))
            .into_iter()
            .chain(unplaced)
            .collect()
    }
}
