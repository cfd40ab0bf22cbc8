//! The invoices that a letter beside the steps is about, and what any template may name of them.

use super::invoice_lines::{LetterLine, build_line};
use super::invoice_table::InvoiceTable;
use super::letter_input::LetterInput;
use super::letter_kind::FollowingStep;
use crate::claim::parties::ClaimParties;
use crate::document::letter::{LetterBlock, LetterTable};
use crate::dunning::dunning_state::ItemPosition;
use crate::journal::model::InvoiceIx;
use crate::letter::kinds::step::prior_attempts::reason_template_word;
use crate::letter::templates::variable::{TemplateValue, Variable, VariableKind};
use crate::letter::templates::variable_def::{VariableDef, variable};
use crate::value::currency::Currency;
use crate::value::money::Minor;

/// Invoices of one customer and currency.
pub struct InvoiceFacts<'a, 'j> {
    /// Whose, and on which day.
    pub input: LetterInput<'a, 'j>,
    /// Their currency.
    pub currency: Currency,
    /// Where their open items stand, the one due first before the others.
    pub positions: Vec<&'a ItemPosition<'j>>,
    /// What is open of each item.
    pub lines: Vec<LetterLine<'j>>,
}

impl<'a, 'j> InvoiceFacts<'a, 'j> {
    /// Some open items.
    pub fn new(
        view: LetterInput<'a, 'j>,
        currency: Currency,
        mut positions: Vec<&'a ItemPosition<'j>>,
    ) -> Self {
        let journal = view.journal();
        positions.sort_by_key(|position| {
            let due = journal.items[position.item].due;
            (
                due.is_none(),
                due,
                journal.invoice_no(position.invoice),
                position.instalment_index,
            )
        });
        let lines = positions.iter().copied();
        let lines = lines.map(|position| build_line(view.dunning, view.source_lookup, position));
        Self {
            input: view,
            currency,
            lines: lines.collect(),
            positions,
        }
    }

    /// Its invoices, each once.
    pub fn invoices(&self) -> Vec<InvoiceIx> {
        let mut invoices: Vec<InvoiceIx> = Vec::new();
        for line in &self.lines {
            if !invoices.contains(&line.invoice) {
                invoices.push(line.invoice);
            }
        }
        invoices
    }

    /// Their numbers.
    pub fn invoice_numbers(&self) -> Vec<&'j str> {
        let journal = self.input.journal();
        let invoices = self.invoices().into_iter();
        invoices
            .map(|invoice| journal.invoice_no(invoice))
            .collect()
    }

    /// Principal that is open.
    pub fn open_principal(&self) -> Minor {
        self.lines.iter().map(|line| line.open).sum()
    }

    /// What is claimed beside principal.
    pub fn charges(&self) -> Minor {
        let invoices = self.invoices().into_iter();
        invoices
            .map(|invoice| self.input.dunning.charges_on(invoice))
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

    /// An amount above zero, or nothing.
    pub fn amount_value(&self, minor: Minor) -> TemplateValue {
        self.input.amount_value(minor, self.currency)
    }

    /// The invoices as a table, however many there are.
    pub fn to_table(&self) -> LetterTable {
        self.invoice_table().to_table()
    }

    fn invoice_table(&self) -> InvoiceTable<'_, 'j> {
        InvoiceTable {
            lines: &self.lines,
            currency: self.currency,
            language: self.input.language,
        }
    }

    fn invoice_parts(&self) -> Vec<LetterBlock> {
        if self.lines.is_empty() {
            return Vec::new();
        }
        self.invoice_table().to_parts()
    }

    fn is_consumer(&self) -> bool {
        ClaimParties::for_customer(self.input.journal(), self.input.customer).is_consumer()
    }

    fn non_payment_reason(&self) -> Option<&'static str> {
        let view = &self.input;
        let reason = view.contact_history.stated_reason(
            view.journal(),
            view.customer,
            &self.invoices().into_iter().collect(),
        )?;
        reason_template_word(reason)
    }

    /// What the policy has as the next step of the item that is due first, where a letter may speak of it.
    fn next_step(&self) -> Option<&'static str> {
        let position = self.positions.first()?;
        let done = position
            .ladder_position
            .next_step
            .as_ref()?
            .stage_index
            .checked_sub(1)?;
        match FollowingStep::after_step(self.input.journal(), position, done) {
            FollowingStep::Nothing => None,
            FollowingStep::Demand => Some("demand"),
            FollowingStep::FinalLetter => Some("final"),
            FollowingStep::Handover => Some("handover"),
        }
    }
}

/// What stands for a variable of the invoices of a letter.
pub type InvoiceValueFn = fn(&InvoiceFacts<'_, '_>) -> TemplateValue;

/// What every template of a letter beside the steps may name of its invoices.
pub static INVOICE_VARIABLES: &[VariableDef<InvoiceValueFn>] = &[
    variable(
        "invoice_count",
        VariableKind::Count,
        "1",
        "how many invoices it is about",
        |about| TemplateValue::Count(about.invoice_numbers().len()),
    ),
    variable(
        "many",
        VariableKind::Bool,
        "",
        "whether it is about more than one invoice",
        |about| TemplateValue::Bool(about.invoice_numbers().len() != 1),
    ),
    variable(
        "invoice_number",
        VariableKind::Words,
        "2026-001",
        "the number of the invoice, of several the first",
        |about| TemplateValue::words_or_empty(about.invoice_numbers().first().copied()),
    ),
    variable(
        "invoice_numbers",
        VariableKind::Words,
        "2026-001, 2026-002 en 2026-003",
        "the numbers of all its invoices",
        |about| TemplateValue::Words(about.input.language.join_words(&about.invoice_numbers())),
    ),
    variable(
        "invoice_names",
        VariableKind::Words,
        "factuur 2026-001 en 2 andere",
        "its invoices in short, for a subject",
        |about| {
            TemplateValue::Words((about.input.letter_words().sentence.invoice_names)(
                &about.invoice_numbers(),
            ))
        },
    ),
    variable(
        "invoices",
        VariableKind::Block,
        "",
        "its invoices: the particulars of one, or a table of several",
        |about| TemplateValue::Blocks(about.invoice_parts()),
    ),
    variable(
        "open_amount",
        VariableKind::Amount,
        "€ 1.000,00",
        "what is open of its invoices",
        |about| about.amount_value(about.open_principal()),
    ),
    variable(
        "consumer",
        VariableKind::Bool,
        "",
        "whether the customer is a consumer, or nobody said what he is",
        |about| TemplateValue::Bool(about.is_consumer()),
    ),
    variable(
        "reason",
        VariableKind::OneOf(&["forgot", "admin", "cashflow", "dissatisfied"]),
        "forgot",
        "why it is not paid, as the customer last said; empty where he said nothing",
        |about| TemplateValue::words_or_empty(about.non_payment_reason()),
    ),
    variable(
        "next_step",
        VariableKind::OneOf(&["demand", "final", "handover"]),
        "demand",
        "what the policy has as its next step; empty where that is nothing a letter may speak of",
        |about| TemplateValue::words_or_empty(about.next_step()),
    ),
];

/// The variables of two lists.
pub fn join_variables<F, G>(
    one: &'static [VariableDef<F>],
    other: &'static [VariableDef<G>],
) -> Vec<&'static Variable> {
    let one = one.iter().map(|known| &known.variable);
    one.chain(other.iter().map(|known| &known.variable))
        .collect()
}

/// A list of variables, and what stands for each by the facts of a letter.
pub type VariableList<T> = [VariableDef<fn(&T) -> TemplateValue>];

/// What stands for the variables of a letter, and for those of its invoices.
pub fn collect_values<T>(
    known: &VariableList<T>,
    facts: &T,
    about: &InvoiceFacts<'_, '_>,
) -> Vec<(&'static str, TemplateValue)> {
    let mut all = collect_own_values(known, facts);
    let shared = INVOICE_VARIABLES.iter();
    all.extend(shared.map(|known| (known.variable.name, (known.get_value)(about))));
    all
}

/// What stands for the variables of one list.
pub fn collect_own_values<T>(
    known: &VariableList<T>,
    facts: &T,
) -> Vec<(&'static str, TemplateValue)> {
    let known = known.iter();
    known
        .map(|known| (known.variable.name, (known.get_value)(facts)))
        .collect()
}
