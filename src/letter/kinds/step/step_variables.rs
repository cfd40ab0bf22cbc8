//! What letters know that ask for money: what is open, what it is made of, what went before, what follows.

use super::step_letter::StepLetter;
use crate::document::letter::LetterBlock;
use crate::letter::templates::variable::{TemplateValue, Variable, VariableKind};
use crate::letter::templates::variable_def::{VariableDef, variable};
use crate::value::money::Minor;

/// What stands for a variable of a letter that asks for money.
pub type StepValueFn = fn(&StepLetter<'_, '_>) -> TemplateValue;

/// The name of the block without which the fourteen-day letter is none (NL: BW 6:96 lid 6).
pub const STATUTORY_NOTICE: &str = "statutory_notice";

/// What each of `lines` has.
const LINE_FIELDS: &[Variable] = &[
    list_field(
        "number",
        VariableKind::Words,
        "2026-001",
        "the number of the invoice",
    ),
    list_field(
        "about",
        VariableKind::Words,
        "Briefpapier",
        "what was delivered; may be empty",
    ),
    list_field(
        "order",
        VariableKind::Words,
        "PO-778",
        "the customer's order; may be empty",
    ),
    list_field(
        "date",
        VariableKind::Day,
        "5 januari 2026",
        "the date of the invoice",
    ),
    list_field(
        "due_date",
        VariableKind::Day,
        "4 februari 2026",
        "when it is due",
    ),
    list_field(
        "days_late",
        VariableKind::Count,
        "3",
        "how many days late it is; 0 before the due date",
    ),
    list_field(
        "total",
        VariableKind::Amount,
        "€ 1.210,00",
        "what was invoiced",
    ),
    list_field(
        "paid",
        VariableKind::Amount,
        "€ 210,00",
        "what was paid, credited or given up; may be empty",
    ),
    list_field(
        "open",
        VariableKind::Amount,
        "€ 1.000,00",
        "what is open of it",
    ),
];

/// What each of `lower_steps` has.
const LOWER_STEP_FIELDS: &[Variable] = &[
    list_field(
        "invoices",
        VariableKind::Words,
        "8 en 9",
        "the numbers of the invoices",
    ),
    list_field(
        "step",
        VariableKind::Words,
        "herinnering",
        "the step they are at",
    ),
];

const fn list_field(
    name: &'static str,
    sort: VariableKind,
    example: &'static str,
    meaning: &'static str,
) -> Variable {
    Variable {
        name,
        kind: sort,
        example,
        meaning,
    }
}

/// The variables of letters that ask for money.
pub static STEP_VARIABLES: &[VariableDef<StepValueFn>] = &[
    variable(
        "amount",
        VariableKind::Amount,
        "€ 1.000,00",
        "what is to be paid in all",
        |says| TemplateValue::Words(says.format_amount(says.totals.total())),
    ),
    variable(
        "open_amount",
        VariableKind::Amount,
        "€ 1.000,00",
        "what is open of the invoices",
        |says| TemplateValue::Words(says.format_amount(says.totals.open)),
    ),
    variable(
        "disputed_amount",
        VariableKind::Amount,
        "€ 30,00",
        "what is in dispute and not asked; empty where nothing is",
        |says| says.amount_value(says.totals.disputed),
    ),
    variable(
        "fee",
        VariableKind::Amount,
        "€ 25,00",
        "the fees asked with it; empty where there are none",
        |says| says.amount_value(says.totals.charges.fee + says.totals.fee),
    ),
    variable(
        "invoice_count",
        VariableKind::Count,
        "1",
        "how many invoices it is about",
        |says| TemplateValue::Count(says.invoice_numbers.len()),
    ),
    variable(
        "many",
        VariableKind::Bool,
        "",
        "whether it is about more than one invoice",
        |says| TemplateValue::Bool(says.invoice_numbers.len() != 1),
    ),
    variable(
        "invoice_number",
        VariableKind::Words,
        "2026-001",
        "the number of the invoice, of several the first",
        |says| TemplateValue::words_or_empty(says.invoice_numbers.first().copied()),
    ),
    variable(
        "invoice_numbers",
        VariableKind::Words,
        "2026-001, 2026-002 en 2026-003",
        "the numbers of all its invoices",
        |says| TemplateValue::Words(says.language.join_words(&says.invoice_numbers)),
    ),
    variable(
        "invoice_names",
        VariableKind::Words,
        "factuur 2026-001 en 2 andere",
        "its invoices in short, for a subject",
        |says| TemplateValue::Words((says.words().sentence.invoice_names)(&says.invoice_numbers)),
    ),
    variable(
        "our_invoices",
        VariableKind::Words,
        "onze factuur 2026-001",
        "`our invoice` with its number, or `the invoices below`",
        |says| TemplateValue::Words((says.words().sentence.our_invoices)(&says.invoice_numbers)),
    ),
    variable(
        "due_date",
        VariableKind::Day,
        "4 februari 2026",
        "the due date; empty where that of its invoices is not the same",
        |says| says.day_value(says.due_date()),
    ),
    variable(
        "days_late",
        VariableKind::Count,
        "3",
        "how many days late the oldest is; 0 before the due date",
        |says| TemplateValue::Count(says.days_late()),
    ),
    variable(
        "part_paid",
        VariableKind::Bool,
        "",
        "whether part was paid",
        |says| {
            TemplateValue::Bool(
                says.lines
                    .iter()
                    .any(|line| line.paid_amount().is_positive()),
            )
        },
    ),
    variable(
        "deadline",
        VariableKind::Day,
        "21 februari 2026",
        "the last day to pay; empty where the step gives none, and in the fourteen-day letter",
        |says| says.day_value(says.deadline),
    ),
    variable(
        "consumer",
        VariableKind::Bool,
        "",
        "whether the customer is a consumer, or nobody said what he is",
        |says| TemplateValue::Bool(says.is_consumer()),
    ),
    variable(
        "reason",
        VariableKind::OneOf(&["forgot", "admin", "cashflow", "dissatisfied"]),
        "forgot",
        "why it is not paid, as the customer last said; empty where he said nothing",
        |says| TemplateValue::words_or_empty(says.non_payment_reason()),
    ),
    variable(
        "letters_before",
        VariableKind::Count,
        "1",
        "how many letters went before about it, since the due date",
        |says| TemplateValue::Count(says.letters_before().0),
    ),
    variable(
        "last_letter",
        VariableKind::Day,
        "7 februari 2026",
        "the day of the last of them; empty where none went",
        |says| says.day_value(says.letters_before().1),
    ),
    variable(
        "next_step",
        VariableKind::OneOf(&["demand", "final", "handover"]),
        "demand",
        "what the policy has as its next step; empty where that is nothing a letter may speak of",
        |says| TemplateValue::words_or_empty(says.next_step()),
    ),
    variable(
        "promise_made",
        VariableKind::Day,
        "10 februari 2026",
        "the day on which a promise was made that was broken; empty where none was",
        |says| says.day_value(says.broken_promise().map(|promise| promise.made_on)),
    ),
    variable(
        "promise_by",
        VariableKind::Day,
        "17 februari 2026",
        "the day by which it was to be kept",
        |says| says.day_value(says.broken_promise().map(|promise| promise.by)),
    ),
    variable(
        "promise_amount",
        VariableKind::Amount,
        "€ 500,00",
        "the amount that was promised; empty where no amount was named",
        |says| {
            TemplateValue::words_or_empty(says.broken_promise().and_then(|promise| promise.amount))
        },
    ),
    variable(
        "promise_received",
        VariableKind::Amount,
        "€ 100,00",
        "what was received for it; empty where nothing was",
        |says| {
            TemplateValue::words_or_empty(
                says.broken_promise().and_then(|promise| promise.received),
            )
        },
    ),
    variable(
        "interest_per_day",
        VariableKind::Amount,
        "€ 0,28",
        "what each further day adds to what a business will owe; empty where nothing is added",
        |says| TemplateValue::words_or_empty(says.interest_per_day()),
    ),
    variable(
        "claim_in_words",
        VariableKind::Bool,
        "",
        "whether interest and costs are announced without figures, because part is in dispute",
        |says| TemplateValue::Bool(says.is_claim_without_figures()),
    ),
    variable(
        "lines",
        VariableKind::List(LINE_FIELDS),
        "",
        "its invoices one by one, an instalment of an invoice as one of its own",
        |says| TemplateValue::List(says.invoice_table().template_rows()),
    ),
    variable(
        "lower_steps",
        VariableKind::List(LOWER_STEP_FIELDS),
        "",
        "the steps of invoices that are at a lower one than the letter, where it announces costs",
        |says| TemplateValue::List(says.lower_steps()),
    ),
    variable(
        "invoices",
        VariableKind::Block,
        "",
        "its invoices: one by its particulars, several in a table",
        |says| TemplateValue::Blocks(says.invoice_table().to_parts()),
    ),
    variable(
        "made_up",
        VariableKind::Block,
        "",
        "how the amount is made up; nothing where it is just what is open",
        |says| TemplateValue::Blocks(says.amount_breakdown()),
    ),
    variable(
        "claim",
        VariableKind::Block,
        "",
        "what a business will owe when it does not pay: principal, interest, costs; nothing where none is announced",
        |says| TemplateValue::Blocks(says.claim_parts()),
    ),
    variable(
        STATUTORY_NOTICE,
        VariableKind::Block,
        "",
        "what the law asks of the fourteen-day letter: the amount, fourteen days from the day after it is delivered, \
         what it costs after them, and on which law that rests; nothing in other letters",
        |says| TemplateValue::Blocks(says.statutory_notice()),
    ),
    variable(
        "beside",
        VariableKind::Block,
        "",
        "what is late beside the letter, point by point; may be nothing",
        |says| TemplateValue::Blocks(says.also_overdue_parts()),
    ),
    variable(
        "attempts",
        VariableKind::Block,
        "",
        "letters, calls and promises that went before, point by point; may be nothing",
        |says| TemplateValue::Blocks(says.attempt_points()),
    ),
];

impl StepLetter<'_, '_> {
    /// An amount, or nothing where it is none.
    fn amount_value(&self, minor: Minor) -> TemplateValue {
        TemplateValue::words_or_empty(minor.is_positive().then(|| self.format_amount(minor)))
    }
}

/// Points, where there are any.
pub fn to_point_parts(points: Vec<String>) -> Vec<LetterBlock> {
    if points.is_empty() {
        Vec::new()
    } else {
        vec![LetterBlock::Points(points)]
    }
}
