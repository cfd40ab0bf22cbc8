//! `advice`: whether it is worth going on with an invoice that is not paid, and how.

pub mod advice_case;
pub mod advice_remarks;
pub mod estimate_flags;

use advice_case::AdviceCase;
use estimate_flags::ESTIMATE_FLAGS;

use super::shared::labels;
use super::shared::page::{PageBasis, add_table, column, column_visible, fact, start_page};
use super::shared::report_definition::{Report, ReportError, ReportFn};
use super::shared::report_input::ReportInput;
use crate::document::{Block, Cell, Column, ColumnVisibility, Document, Fact, Table};
use crate::insight::remedy::Remedy;
use crate::insight::remedy_assessment::{RemedyAssessment, RemedyVerdict};
use crate::insight::remedy_cost::RemedyCost;
use crate::journal::model::{CustomerIx, InvoiceIx, NumberUse};
use crate::language::advice::EffortSummary;
use crate::value::money::{Minor, Money};
use crate::value::share::Share;

/// Whether it is worth going on with an invoice, and how.
pub static ADVICE: Report = Report {
    name: "advice",
    aliases: &[],
    about: "whether it is worth going on with an unpaid invoice: oneself, agency, lawyer, court, stop",
    flags: ESTIMATE_FLAGS,
    columns: COLUMNS,
    write: ReportFn::Invoices(write, "a page each"),
};

const COLUMNS: &str = "\
Expected is what is open and may be asked, charges included, times the chance. A chance is never made up: without one the page tells
how large it must be at least. What was spent so far is shown and not weighed: it is gone either way.

Columns of csv and json, one row a remedy:
  invoice
  remedy           self, agency, lawyer, court or stop
  chance           in per cent, as it was said
  currency
  open             not what was conceded, nor what a plan that goes on leaves for later
  expected         open x chance
  cost             fees, time with a price, and what an agency keeps of what is expected
  result           expected less cost
  break_even       the least chance in whole per cent at which it brings what it costs; above 100 it never does
  verdict          best, worth, not-worth, from-chance, cost-unknown, below-threshold, not-yet,
                   not-this-customer, insolvent; nothing: to stop costs nothing more";

fn write(
    input: ReportInput<'_>,
    invoices: &[InvoiceIx],
    idle: &[CustomerIx],
) -> Result<Vec<Document>, ReportError> {
    if let Some(customer) = idle.first() {
        let id = input.day.journal.customer_id(*customer);
        return Err(ReportError::NoAnswer(
            format!("nothing is due from @{id}"),
            "name an invoice: `tegoed invoices` lists them",
        ));
    }
    let pages = invoices.iter().map(|invoice| {
        let record = &input.day.journal.invoices[*invoice];
        if record.number_use == NumberUse::Invoice && record.date <= input.day.as_of() {
            return Ok(advice_page(input, *invoice));
        }
        let no = input.day.journal.invoice_no(*invoice);
        Err(ReportError::Usage(
            format!("`{no}` is no invoice on {}", input.day.as_of()),
            "`tegoed invoices` lists them",
        ))
    });
    pages.collect()
}

fn advice_page(input: ReportInput<'_>, invoice: InvoiceIx) -> Document {
    let words = &input.language.phrases.advice;
    let title = (words.title)(input.day.journal.invoice_no(invoice));
    let mut page = start_page(input, "advice", &title, PageBasis::Entries);
    let case = AdviceCase::for_invoice(input, invoice);
    let weighed = case
        .as_ref()
        .map_or_else(Vec::new, AdviceCase::assess_remedies);
    if let Some(case) = &case {
        page.blocks.push(Block::Facts(facts(input, case)));
    }
    add_table(
        input,
        &mut page,
        table(input, invoice, case.as_ref(), &weighed),
    );
    let said = match &case {
        Some(case) => advice_remarks::all_remarks(input, case, &weighed),
        None => vec![words.nothing_open.to_owned()],
    };
    page.blocks.extend(said.into_iter().map(Block::Paragraph));
    page
}

/// What is at stake: who owes how much, what was spent on it, and what the customer is worth.
fn facts(input: ReportInput<'_>, case: &AdviceCase<'_>) -> Vec<Fact> {
    let words = &input.language.phrases.advice;
    let label = &words.label;
    let text = |key, label, words: &str| fact(key, label, Cell::text(words));
    let name = input.day.journal.customer_name(case.customer);
    let mut facts = vec![text(
        "customer",
        input.language.phrases.heading.customer,
        name,
    )];
    facts.extend(
        case.customer_town(input)
            .map(|place| text("place", label.place, place)),
    );
    let open = input
        .language
        .format_money(Money::new(case.open, case.currency));
    let mut open = (words.open)(&open, case.days_late);
    if case.asked != case.open {
        let asked = Money::new(case.asked, case.currency);
        open.push_str(&(words.asked)(&input.language.format_money(asked)));
    }
    facts.push(text("open", label.open, &open));
    if case.covered.is_positive() {
        let covered = Money::new(case.covered, case.currency);
        let heading = input.language.phrases.heading.covered;
        facts.push(fact("covered", heading, covered.into()));
    }
    facts.push(text("spent", label.effort, &format_effort(input, case)));
    let letter = case.last_letter().map_or_else(
        || words.no_letter.to_owned(),
        |(stage, day)| format!("{}, {day}", labels::stage_label(stage, input.language)),
    );
    facts.push(text("letter", label.letter, &letter));
    facts.extend(
        case.describe_relation(input)
            .map(|it| text("relation", label.relation, &it)),
    );
    facts
}

fn format_effort(input: ReportInput<'_>, case: &AdviceCase<'_>) -> String {
    let money = |minor| {
        input
            .language
            .format_money(Money::new(minor, case.currency))
    };
    let costs = case
        .effort
        .costs
        .iter()
        .map(|cost| input.language.format_money(cost));
    (input.language.phrases.advice.effort)(&EffortSummary {
        minutes: case.effort.minutes,
        worth: case.time_value().map(money),
        costs: costs.collect(),
        percent: case.cost_so_far_percent(),
        is_at_least: case.has_unpriced_time(),
    })
}

fn table(
    input: ReportInput<'_>,
    invoice: InvoiceIx,
    case: Option<&AdviceCase<'_>>,
    weighed: &[RemedyAssessment],
) -> Table {
    let rows = case.map_or_else(Vec::new, |case| {
        let rows = weighed.iter();
        rows.map(|it| row(input, invoice, case, it)).collect()
    });
    Table::new(columns(input), rows)
}

fn columns(input: ReportInput<'_>) -> Vec<Column> {
    let head = &input.language.phrases.heading;
    let label = &input.language.phrases.advice.label;
    vec![
        column_visible("invoice", head.invoice, ColumnVisibility::Programs),
        column("remedy", label.remedy),
        column_visible("chance", label.chance, ColumnVisibility::WhenUsed),
        column("currency", head.currency),
        column_visible("open", head.open, ColumnVisibility::Programs),
        column_visible("expected", label.expected, ColumnVisibility::WhenUsed),
        column("cost", label.cost),
        column_visible("result", label.result, ColumnVisibility::WhenUsed),
        column("break_even", label.break_even),
        column("verdict", label.verdict),
        column_visible("why", label.why, ColumnVisibility::People),
    ]
}

fn row(
    input: ReportInput<'_>,
    invoice: InvoiceIx,
    case: &AdviceCase<'_>,
    it: &RemedyAssessment,
) -> Vec<Cell> {
    let money = |minor: Minor| Cell::from(Money::new(minor, case.currency));
    let maybe = |minor: Option<Minor>| minor.map_or(Cell::Empty, money);
    let (code, said) = labels::remedy_label(it.remedy, input.language);
    let asked = it.chance.is_some();
    vec![
        Cell::text(input.day.journal.invoice_no(invoice)),
        Cell::word(code, said),
        it.chance.map_or(Cell::Empty, |chance| {
            let percent = format_percent(chance);
            let said = percent.replace('.', &input.language.decimal_mark.to_string());
            Cell::word(percent, format!("{said}%"))
        }),
        Cell::Currency(case.currency),
        money(case.asked),
        maybe(it.expected.filter(|_| asked)),
        maybe(it.total_cost),
        maybe(it.result.filter(|_| asked)),
        it.break_even.map_or(Cell::Empty, Cell::Number),
        verdict_cell(input, it),
        Cell::text(&format_costs(input, case, it)),
    ]
}

/// A share in per cent, without decimals that are nothing: `60`, `12.5`.
fn format_percent(share: Share) -> String {
    let digits = share.to_digits();
    let short = digits.trim_end_matches('0').trim_end_matches('.');
    if digits.contains('.') && !short.is_empty() {
        short.to_owned()
    } else {
        digits
    }
}

fn verdict_cell(input: ReportInput<'_>, it: &RemedyAssessment) -> Cell {
    let words = &input.language.phrases.advice.verdict;
    let (code, said) = match it.verdict {
        RemedyVerdict::Best => ("best", words.best),
        RemedyVerdict::NotWorthwhile if it.remedy == Remedy::Stop => {
            ("nothing", words.no_further_cost)
        }
        RemedyVerdict::Worthwhile => ("worth", words.worthwhile),
        RemedyVerdict::NotWorthwhile => ("not-worth", words.not_worthwhile),
        RemedyVerdict::WorthwhileFromChance => {
            let said = (words.worthwhile_from_chance)(it.break_even.unwrap_or_default());
            return Cell::word("from-chance", said);
        }
        RemedyVerdict::CostUnknown => ("cost-unknown", words.cost_unknown),
        RemedyVerdict::BelowThreshold => ("below-threshold", words.below_threshold),
        RemedyVerdict::NotYet => ("not-yet", words.not_yet),
        RemedyVerdict::NoHandover => ("not-this-customer", words.no_handover),
        RemedyVerdict::Insolvent => ("insolvent", words.insolvent),
    };
    Cell::word(code, said)
}

/// What a remedy costs, line by line.
fn format_costs(input: ReportInput<'_>, case: &AdviceCase<'_>, it: &RemedyAssessment) -> String {
    let words = &input.language.phrases.advice.cost;
    let money = |minor| {
        input
            .language
            .format_money(Money::new(minor, case.currency))
    };
    let lines = it.costs.iter().filter_map(|cost| {
        Some(match *cost {
            RemedyCost::Time {
                minutes,
                is_from_effort: as_before,
                value: worth,
            } => {
                let worth = worth.map(money);
                let say = if as_before {
                    words.time_as_before
                } else {
                    words.time
                };
                say(minutes, worth.as_deref())
            }
            RemedyCost::Fee(fee) => (words.fee)(&money(fee)),
            RemedyCost::Share(share) => {
                let share =
                    format_percent(share).replace('.', &input.language.decimal_mark.to_string());
                (words.share)(&format!("{share}%"))
            }
            RemedyCost::Court { fee: asked, .. } => (words.court)(&money(asked)),
            RemedyCost::Unknown | RemedyCost::TooEarly(_) | RemedyCost::NoLaw => return None,
        })
    });
    lines.collect::<Vec<_>>().join(" + ")
}
