//! What letters know that ask for money: what is open, what it is made of, what went before, what follows.

use super::known::{Known, known};
use crate::document::letter::LetterBlock;
use crate::letter::says::Says;
use crate::letter::templates::given::{Given, Sort, Variable};
use crate::value::money::Minor;

/// What stands for a variable of a letter that asks for money.
pub type Give = fn(&Says<'_, '_>) -> Given;

/// The name of the block without which the fourteen-day letter is none (NL: BW 6:96 lid 6).
pub const STATUTORY_NOTICE: &str = "statutory_notice";

/// What each of `lines` has.
const LINE: &[Variable] = &[
    field(
        "number",
        Sort::Words,
        "2026-001",
        "the number of the invoice",
    ),
    field(
        "about",
        Sort::Words,
        "Briefpapier",
        "what was delivered; may be empty",
    ),
    field(
        "order",
        Sort::Words,
        "PO-778",
        "the customer's order; may be empty",
    ),
    field(
        "date",
        Sort::Day,
        "5 januari 2026",
        "the date of the invoice",
    ),
    field("due_date", Sort::Day, "4 februari 2026", "when it is due"),
    field(
        "days_late",
        Sort::Count,
        "3",
        "how many days late it is; 0 before the due date",
    ),
    field("total", Sort::Amount, "€ 1.210,00", "what was invoiced"),
    field(
        "paid",
        Sort::Amount,
        "€ 210,00",
        "what was paid, credited or given up; may be empty",
    ),
    field("open", Sort::Amount, "€ 1.000,00", "what is open of it"),
];

/// What each of `lower_steps` has.
const LOWER_STEP: &[Variable] = &[
    field(
        "invoices",
        Sort::Words,
        "8 en 9",
        "the numbers of the invoices",
    ),
    field("step", Sort::Words, "herinnering", "the step they are at"),
];

const fn field(
    name: &'static str,
    sort: Sort,
    example: &'static str,
    meaning: &'static str,
) -> Variable {
    Variable {
        name,
        sort,
        example,
        meaning,
    }
}

/// The variables of letters that ask for money.
pub static DEMANDING: &[Known<Give>] = &[
    known(
        "amount",
        Sort::Amount,
        "€ 1.000,00",
        "what is to be paid in all",
        |says| Given::Words(says.money(says.sums.total())),
    ),
    known(
        "open_amount",
        Sort::Amount,
        "€ 1.000,00",
        "what is open of the invoices",
        |says| Given::Words(says.money(says.sums.open)),
    ),
    known(
        "disputed_amount",
        Sort::Amount,
        "€ 30,00",
        "what is in dispute and not asked; empty where nothing is",
        |says| says.positive(says.sums.disputed),
    ),
    known(
        "fee",
        Sort::Amount,
        "€ 25,00",
        "the fees asked with it; empty where there are none",
        |says| says.positive(says.sums.charges.fee + says.sums.fee),
    ),
    known(
        "invoice_count",
        Sort::Count,
        "1",
        "how many invoices it is about",
        |says| Given::Count(says.numbers.len()),
    ),
    known(
        "many",
        Sort::YesNo,
        "",
        "whether it is about more than one invoice",
        |says| Given::Holds(says.numbers.len() != 1),
    ),
    known(
        "invoice_number",
        Sort::Words,
        "2026-001",
        "the number of the invoice, of several the first",
        |says| Given::words(says.numbers.first().copied()),
    ),
    known(
        "invoice_numbers",
        Sort::Words,
        "2026-001, 2026-002 en 2026-003",
        "the numbers of all its invoices",
        |says| Given::Words(says.language.list(&says.numbers)),
    ),
    known(
        "invoice_names",
        Sort::Words,
        "factuur 2026-001 en 2 andere",
        "its invoices in short, for a subject",
        |says| Given::Words((says.say().sentence.invoice_names)(&says.numbers)),
    ),
    known(
        "our_invoices",
        Sort::Words,
        "onze factuur 2026-001",
        "`our invoice` with its number, or `the invoices below`",
        |says| Given::Words((says.say().sentence.our_invoices)(&says.numbers)),
    ),
    known(
        "due_date",
        Sort::Day,
        "4 februari 2026",
        "the due date; empty where that of its invoices is not the same",
        |says| says.day(says.due_date()),
    ),
    known(
        "days_late",
        Sort::Count,
        "3",
        "how many days late the oldest is; 0 before the due date",
        |says| Given::Count(says.days_late()),
    ),
    known(
        "part_paid",
        Sort::YesNo,
        "",
        "whether part was paid",
        |says| Given::Holds(says.lines.iter().any(|line| line.paid().is_positive())),
    ),
    known(
        "deadline",
        Sort::Day,
        "21 februari 2026",
        "the last day to pay; empty where the step gives none, and in the fourteen-day letter",
        |says| says.day(says.deadline),
    ),
    known(
        "consumer",
        Sort::YesNo,
        "",
        "whether the customer is a consumer, or nobody said what he is",
        |says| Given::Holds(says.is_consumer()),
    ),
    known(
        "reason",
        Sort::Word(&["forgot", "admin", "cashflow", "dissatisfied"]),
        "forgot",
        "why it is not paid, as the customer last said; empty where he said nothing",
        |says| Given::words(says.reason()),
    ),
    known(
        "letters_before",
        Sort::Count,
        "1",
        "how many letters went before about it, since the due date",
        |says| Given::Count(says.letters_before().0),
    ),
    known(
        "last_letter",
        Sort::Day,
        "7 februari 2026",
        "the day of the last of them; empty where none went",
        |says| says.day(says.letters_before().1),
    ),
    known(
        "next_step",
        Sort::Word(&["demand", "final", "handover"]),
        "demand",
        "what the policy has as its next step; empty where that is nothing a letter may speak of",
        |says| Given::words(says.next_step()),
    ),
    known(
        "promise_made",
        Sort::Day,
        "10 februari 2026",
        "the day on which a promise was made that was broken; empty where none was",
        |says| says.day(says.promise().map(|promise| promise.made)),
    ),
    known(
        "promise_by",
        Sort::Day,
        "17 februari 2026",
        "the day by which it was to be kept",
        |says| says.day(says.promise().map(|promise| promise.by)),
    ),
    known(
        "promise_amount",
        Sort::Amount,
        "€ 500,00",
        "the amount that was promised; empty where no amount was named",
        |says| Given::words(says.promise().and_then(|promise| promise.amount)),
    ),
    known(
        "promise_received",
        Sort::Amount,
        "€ 100,00",
        "what was received for it; empty where nothing was",
        |says| Given::words(says.promise().and_then(|promise| promise.received)),
    ),
    known(
        "interest_per_day",
        Sort::Amount,
        "€ 0,28",
        "what each further day adds to what a business will owe; empty where nothing is added",
        |says| Given::words(says.per_day()),
    ),
    known(
        "claim_in_words",
        Sort::YesNo,
        "",
        "whether interest and costs are announced without figures, because part is in dispute",
        |says| Given::Holds(says.claims_in_words()),
    ),
    known(
        "lines",
        Sort::List(LINE),
        "",
        "its invoices one by one, an instalment of an invoice as one of its own",
        |says| Given::List(says.items().rows()),
    ),
    known(
        "lower_steps",
        Sort::List(LOWER_STEP),
        "",
        "the steps of invoices that are at a lower one than the letter, where it announces costs",
        |says| Given::List(says.lower_steps()),
    ),
    known(
        "invoices",
        Sort::Block,
        "",
        "its invoices: one by its particulars, several in a table",
        |says| Given::Parts(says.items().shown()),
    ),
    known(
        "made_up",
        Sort::Block,
        "",
        "how the amount is made up; nothing where it is just what is open",
        |says| Given::Parts(says.made_up()),
    ),
    known(
        "claim",
        Sort::Block,
        "",
        "what a business will owe when it does not pay: principal, interest, costs; nothing where none is announced",
        |says| Given::Parts(says.claim()),
    ),
    known(
        STATUTORY_NOTICE,
        Sort::Block,
        "",
        "what the law asks of the fourteen-day letter: the amount, fourteen days from the day after it is delivered, \
         what it costs after them, and on which law that rests; nothing in other letters",
        |says| Given::Parts(says.statutory_notice()),
    ),
    known(
        "beside",
        Sort::Block,
        "",
        "what is late beside the letter, point by point; may be nothing",
        |says| Given::Parts(says.beside()),
    ),
    known(
        "attempts",
        Sort::Block,
        "",
        "letters, calls and promises that went before, point by point; may be nothing",
        |says| Given::Parts(says.attempts()),
    ),
];

impl Says<'_, '_> {
    /// An amount, or nothing where it is none.
    fn positive(&self, minor: Minor) -> Given {
        Given::words(minor.is_positive().then(|| self.money(minor)))
    }
}

/// Points, where there are any.
pub fn points(points: Vec<String>) -> Vec<LetterBlock> {
    if points.is_empty() {
        Vec::new()
    } else {
        vec![LetterBlock::Points(points)]
    }
}
