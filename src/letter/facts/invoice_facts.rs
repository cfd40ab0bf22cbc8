//! The invoices that a letter is about, and what any template may name of them.

use super::contact_history::ContactHistory;
use super::invoice_lines::{LetterLine, build_line};
use super::invoice_table::InvoiceTable;
use super::letter_input::LetterInput;
use crate::claim::parties::ClaimParties;
use crate::day::Day;
use crate::document::letter::{LetterBlock, LetterTable};
use crate::dunning::blocker::Blocker;
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::model::{Event, InvoiceIx, ItemIx, Journal};
use crate::letter::templates::variable::{TemplateValue, Variable};
use crate::letter::templates::variable_list::{
    ValueFormat, VariableDef, amount, block, count, find_value, flag, one_of, variables_of, words,
};
use crate::value::currency::Currency;
use crate::value::money::Minor;
use crate::value::vocabulary::NonPaymentReason;
use crate::worklist::letter_level::FollowingStep;
use chrono::NaiveDate;
use std::cell::OnceCell;
use std::collections::BTreeSet;

/// Invoices of one customer and currency.
pub struct InvoiceFacts<'a, 'j> {
    /// The customer and the day.
    pub input: LetterInput<'a, 'j>,
    /// Their currency.
    pub currency: Currency,
    /// Where their open items stand, in the order of the letter.
    pub positions: Vec<&'a ItemPosition<'j>>,
    /// What is open of each item.
    pub lines: Vec<LetterLine<'a, 'j>>,
    /// Its invoices in that order, each once.
    pub invoices: Vec<InvoiceIx>,
    /// Its invoices, to look one up.
    pub invoice_set: BTreeSet<InvoiceIx>,
    following_step: FollowingStep,
    letters_before: OnceCell<(usize, Option<NaiveDate>)>,
}

impl<'a, 'j: 'a> InvoiceFacts<'a, 'j> {
    /// Some open items, the one due first before the others.
    pub fn new(
        input: LetterInput<'a, 'j>,
        currency: Currency,
        mut positions: Vec<&'a ItemPosition<'j>>,
    ) -> Self {
        sort_by_due_date(input.journal(), &mut positions);
        let following_step = step_after_done(input.day, &positions);
        Self::in_order(input, currency, positions, following_step)
    }

    /// Some open items in the order they are in, with what follows the step of the first.
    pub fn in_order(
        input: LetterInput<'a, 'j>,
        currency: Currency,
        positions: Vec<&'a ItemPosition<'j>>,
        following_step: FollowingStep,
    ) -> Self {
        let facts = Self::about_items(input, currency, &positions, following_step);
        Self { positions, ..facts }
    }

    /// Items of invoices of which some are paid: nothing is asked for them, and none of them stands open.
    pub fn of_settled_items(
        input: LetterInput<'a, 'j>,
        currency: Currency,
        positions: &[ItemPosition<'j>],
    ) -> Self {
        let mut positions: Vec<&ItemPosition<'j>> = positions.iter().collect();
        sort_by_due_date(input.journal(), &mut positions);
        let following_step = step_after_done(input.day, &positions);
        Self::about_items(input, currency, &positions, following_step)
    }

    /// With what is still open of its invoices, of which something may be contested or conceded.
    pub fn with_open_positions(mut self, positions: &'a [&'a ItemPosition<'j>]) -> Self {
        let own = positions.iter().copied();
        let own = own.filter(|position| self.invoice_set.contains(&position.invoice));
        self.positions = own.collect();
        self
    }

    fn about_items(
        input: LetterInput<'a, 'j>,
        currency: Currency,
        positions: &[&ItemPosition<'j>],
        following_step: FollowingStep,
    ) -> Self {
        let lines = positions.iter();
        let lines = lines.map(|position| build_line(input.day, position));
        let mut invoice_set = BTreeSet::new();
        let invoices = positions.iter().map(|position| position.invoice);
        let invoices = invoices.filter(|invoice| invoice_set.insert(*invoice));
        Self {
            input,
            currency,
            positions: Vec::new(),
            lines: lines.collect(),
            invoices: invoices.collect(),
            invoice_set,
            following_step,
            letters_before: OnceCell::new(),
        }
    }

    /// Their numbers as its sentences have them: of an invoice in parts of which one stands in the letter, with that part.
    pub fn spoken_numbers(&self) -> Vec<String> {
        let names = self.invoices.iter().map(|invoice| {
            let mut own = self.lines.iter().filter(|line| line.invoice == *invoice);
            let number = self.input.journal().invoice_no(*invoice);
            match (own.next(), own.next()) {
                (Some(only), None) => self.invoice_table().line_label(only),
                _ => number.to_owned(),
            }
        });
        names.collect()
    }

    /// Principal that is open.
    pub fn open_principal(&self) -> Minor {
        self.lines.iter().map(|line| line.open).sum()
    }

    /// What is claimed beside principal.
    pub fn charges(&self) -> Minor {
        let invoices = self.invoices.iter();
        invoices
            .map(|invoice| self.input.dunning().charges_on(*invoice))
            .sum()
    }

    /// How late the oldest is, in days.
    pub fn days_late(&self) -> i64 {
        let days = self.lines.iter().map(|line| line.days_late).max();
        days.unwrap_or_default()
    }

    /// An amount.
    pub fn format_amount(&self, minor: Minor) -> String {
        self.input.format_amount(minor, self.currency)
    }

    /// The invoices as a table, however many there are.
    pub fn to_table(&self) -> LetterTable {
        self.invoice_table().to_table()
    }

    /// Whether bank data are too old to say of them that money did not come.
    pub fn has_stale_bank_data(&self) -> bool {
        let mut positions = self.positions.iter();
        positions.any(|position| position.blockers.contains(&Blocker::BankStale))
    }

    /// How its invoices are shown.
    pub fn invoice_table(&self) -> InvoiceTable<'_, 'j> {
        InvoiceTable {
            lines: &self.lines,
            currency: self.currency,
            language: self.input.language,
            is_asked_whole: true,
        }
    }

    fn invoice_parts(&self) -> Vec<LetterBlock> {
        if self.lines.is_empty() {
            return Vec::new();
        }
        let table = InvoiceTable {
            is_asked_whole: self.conceded_amount().is_zero(),
            ..self.invoice_table()
        };
        table.to_parts()
    }

    /// Whether the customer is owed what consumers are: also who is not said to be a business.
    pub fn is_consumer(&self) -> bool {
        ClaimParties::for_customer(self.input.journal(), self.input.customer).is_consumer()
    }

    /// How many letters went before about its invoices, since the due date, and the day of the last. Looked up once.
    pub fn letters_before(&self) -> (usize, Option<NaiveDate>) {
        let earlier_letters = || {
            let asked: Vec<ItemIx> = self.lines.iter().map(|line| line.item).collect();
            self.contact_history().earlier_letters(&asked)
        };
        *self.letters_before.get_or_init(earlier_letters)
    }

    /// What was sent and said about its invoices.
    pub fn contact_history(&self) -> ContactHistory<'_, 'j> {
        ContactHistory {
            day: self.input.day,
            customer: self.input.customer,
            invoices: &self.invoice_set,
        }
    }

    /// The invoices that an entry is about, where these are not all of the letter; empty where they are.
    pub fn name_part(&self, event: &Event) -> String {
        let is_named = |invoice: &InvoiceIx| event.invoices().any(|named| named == *invoice);
        let named = self.invoices.iter().copied().filter(is_named);
        let named: Vec<InvoiceIx> = named.collect();
        if named.is_empty() || named.len() == self.invoices.len() {
            return String::new();
        }
        self.input.name_invoices(&named)
    }

    fn non_payment_reason(&self) -> Option<&'static str> {
        let reason = self.contact_history().stated_reason()?;
        reason_template_word(reason)
    }

    /// How values of its letter become words.
    pub fn format(&self) -> ValueFormat {
        ValueFormat {
            language: self.input.language,
            currency: self.currency,
        }
    }

    /// What stands for a variable of its invoices.
    pub fn find_value(&self, name: &str) -> Option<(&'static str, TemplateValue)> {
        let mut lists = Self::VARIABLES.into_iter();
        lists.find_map(|list| find_value(list, name, self, self.format()))
    }

    /// What every letter beside the steps may name of its invoices.
    const VARIABLES: [&'a [VariableDef<Self>]; 5] = [
        Self::NUMBER_VARIABLES,
        Self::OPEN_VARIABLES,
        Self::CONCEDED_VARIABLES,
        Self::CUSTOMER_VARIABLES,
        Self::NEXT_STEP_VARIABLES,
    ];

    /// Which invoices it is about.
    pub const NUMBER_VARIABLES: &'a [VariableDef<Self>] = &[
        count(
            "invoice_count",
            "1",
            "how many invoices it is about",
            |about| about.invoices.len(),
        ),
        flag(
            "many",
            "whether it is about more than one invoice",
            |about| about.invoices.len() != 1,
        ),
        words(
            "invoice_number",
            "2026-001",
            "the number of the invoice, of several the first",
            |about| {
                let numbers = about.spoken_numbers();
                numbers.into_iter().next().unwrap_or_default()
            },
        ),
        words(
            "invoice_numbers",
            "2026-001, 2026-002 en 2026-003",
            "the numbers of all its invoices",
            |about| {
                about
                    .input
                    .language
                    .join_words(&as_words(&about.spoken_numbers()))
            },
        ),
        words(
            "invoice_names",
            "factuur 2026-001 en 2 andere",
            "its invoices in short, for a subject",
            |about| {
                let numbers = about.spoken_numbers();
                (about.input.letter_words().sentence.invoice_names)(&as_words(&numbers))
            },
        ),
    ];

    /// What is open of them, as letters beside the steps show it.
    const OPEN_VARIABLES: &'a [VariableDef<Self>] = &[
        block(
            "invoices",
            "its invoices: the particulars of one, or a table of several",
            Self::invoice_parts,
        ),
        amount(
            "open_amount",
            "€ 1.000,00",
            "what is open of its invoices",
            Self::open_principal,
        ),
    ];

    /// Who owes them, and why they are not paid.
    pub const CUSTOMER_VARIABLES: &'a [VariableDef<Self>] = &[
        flag(
            "consumer",
            "whether the customer is a consumer, or nobody said which",
            Self::is_consumer,
        ),
        one_of(
            "reason",
            &["forgot", "admin", "cashflow", "dissatisfied"],
            "forgot",
            "why it is not paid, as the customer last said; empty where nothing was said",
            Self::non_payment_reason,
        ),
    ];

    /// What the policy has next.
    pub const NEXT_STEP_VARIABLES: &'a [VariableDef<Self>] = &[one_of(
        "next_step",
        &["demand", "final", "handover", "lawyer", "court"],
        "demand",
        "what the policy has as its next step; empty where that is nothing a letter may speak of",
        |about| about.following_step.template_word(),
    )];
}

/// What the template of a letter beside the steps may name: variables of its own, and those of its invoices.
pub fn with_invoice_variables<T>(own: &'static [VariableDef<T>]) -> Vec<&'static Variable> {
    let shared = InvoiceFacts::VARIABLES.into_iter().flat_map(variables_of);
    variables_of(own).into_iter().chain(shared).collect()
}

/// Words as they are joined.
pub fn as_words(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

/// The item due first before the others, those without a due date last.
fn sort_by_due_date(journal: &Journal, positions: &mut [&ItemPosition<'_>]) {
    positions.sort_by_key(|position| {
        let due = journal.items[position.item].due;
        (
            due.is_none(),
            due,
            journal.invoice_no(position.invoice),
            position.instalment_index,
        )
    });
}

/// What follows the step done last of the first of some items.
fn step_after_done(day: &Day<'_>, positions: &[&ItemPosition<'_>]) -> FollowingStep {
    let done = positions.first().and_then(|first| {
        let next = first.ladder_position.next_step.as_ref()?;
        Some((*first, next.stage_index.checked_sub(1)?))
    });
    done.map_or(FollowingStep::Nothing, |(position, done)| {
        FollowingStep::after_step(day, position, done)
    })
}

/// The word by which templates ask for a reason; none where the customer gave none.
const fn reason_template_word(reason: NonPaymentReason) -> Option<&'static str> {
    match reason {
        NonPaymentReason::Forgot => Some("forgot"),
        NonPaymentReason::Admin => Some("admin"),
        NonPaymentReason::Cashflow => Some("cashflow"),
        NonPaymentReason::Dissatisfied | NonPaymentReason::Dispute => Some("dissatisfied"),
        NonPaymentReason::NotGiven => None,
    }
}
