//! How one customer pays, on a page: what is usual, what they say, and the items it rests on.

use super::habit_rows;
use super::payer::{Payer, list_payers};
use crate::document::{Block, Cell, ColumnVisibility, Document, Fact, Table};
use crate::insight::habit::{Habit, MIN_SETTLED_ITEMS};
use crate::insight::non_payment_reasons::contact_facts_of_customer;
use crate::insight::pattern::{LatenessPattern, RecentItems, lateness_pattern};
use crate::journal::model::CustomerIx;
use crate::report::shared::labels;
use crate::report::shared::page::{PageBasis, add_table, column, column_visible, fact, start_page};
use crate::report::shared::report_input::ReportInput;
use crate::report::show::credit_limit_facts;
use crate::value::money::{Minor, Money};

/// The page of a customer.
pub fn write(input: ReportInput<'_>, customer: CustomerIx) -> Document {
    let say = &input.language.phrases;
    let name = input.day.journal.customer_name(customer);
    let title = format!("{} {name}", say.habit.title);
    let mut page = start_page(input, "behaviour", &title, PageBasis::Entries);
    let payers = list_payers(input.day, &[customer]);
    let mut summary = habit_rows::table(input, &payers);
    for column in &mut summary.columns {
        column.visibility = ColumnVisibility::Programs;
    }
    page.push_table(summary);
    if payers.is_empty() {
        let nothing = say.habit.no_invoices.to_owned();
        page.push_paragraph(nothing);
    }
    let several = payers.len() > 1;
    let mut facts: Vec<Vec<Fact>> = payers
        .iter()
        .map(|it| payment_facts(input, it, several))
        .collect();
    let mut about = credit_limit_facts::limit_facts(input, customer);
    about.extend(contact_facts(input, customer));
    match facts.last_mut() {
        Some(last) => last.extend(about),
        None => facts.push(about),
    }
    page.blocks.extend(facts.into_iter().map(Block::Facts));
    page.blocks
        .extend(habit_rows::outstanding_blocks(input, &payers));
    page.blocks.extend(advice_block(input, customer));
    let items = settled_items_table(input, &payers);
    if !items.rows.is_empty() {
        page.push_heading(say.habit.items);
        add_table(input, &mut page, items);
    }
    page
}

/// How the customer pays in one currency, which is named where there are several.
fn payment_facts(input: ReportInput<'_>, payer: &Payer<'_>, several: bool) -> Vec<Fact> {
    let words = &input.language.phrases.habit;
    let label = &words.label;
    let habit = payer.habit;
    let text = |label, words: String| fact("habit", label, Cell::text(&words));
    let currency = Cell::Currency(payer.currency);
    let mut facts = Vec::new();
    facts.extend(several.then(|| {
        fact(
            "currency",
            input.language.phrases.heading.currency,
            currency,
        )
    }));
    facts.push(text(label.pattern, describe_pattern(input, habit)));
    if !habit.settled_items().is_empty() {
        let counts = (habit.settled_items().len(), habit.on_time_count());
        let settled = (words.settled)(counts.0, counts.1, habit.on_time_percent());
        facts.push(text(label.settled, settled));
    }
    if let (Some(median), Some(mean)) = (habit.median_days_late(), habit.weighted_mean_days_late())
    {
        facts.push(text(label.median_fact, (words.format_lateness)(median.0)));
        let mean = (words.format_lateness)(mean.saturating_mul(2));
        facts.push(text(label.weighted_fact, mean));
    }
    if let Some(worst) = habit.latest_payment() {
        let invoice = input.day.journal.items[worst.item].invoice;
        let days = (words.format_lateness)(worst.days_late.saturating_mul(2));
        let no = input.day.journal.invoice_no(invoice);
        facts.push(text(label.worst_fact, format!("{days} (#{no})")));
        facts.push(text(label.last_five, describe_last_five(input, habit)));
    }
    facts.extend(describe_overdue(input, payer).map(|said| text(label.overdue, said)));
    if habit.written_off_count() > 0 {
        facts.push(text(
            label.written_off,
            (words.lost)(habit.written_off_count()),
        ));
    }
    let promises = payer.promises;
    if promises.kept_count > 0 || promises.broken_count > 0 {
        let said = (words.promises)(promises.kept_count, promises.broken_count);
        facts.push(text(label.promises, said));
    }
    facts.extend(sales_facts(input, payer));
    facts
}

fn describe_pattern(input: ReportInput<'_>, habit: &Habit) -> String {
    let words = &input.language.phrases.habit;
    let as_of = input.day.as_of();
    let pattern = lateness_pattern(habit, as_of);
    let RecentItems { count, late } = RecentItems::from_habit(habit, as_of);
    let name = match habit_rows::pattern_cell(input, pattern) {
        Cell::Word(word) => word.label.to_string(),
        _ => String::new(),
    };
    match pattern {
        LatenessPattern::Quiet => name,
        LatenessPattern::TooFew => format!(
            "{name} ({})",
            (words.too_few)(habit.settled_items().len(), MIN_SETTLED_ITEMS)
        ),
        _ => format!("{name} ({})", (words.of_recent)(late, count)),
    }
}

fn describe_last_five(input: ReportInput<'_>, habit: &Habit) -> String {
    let words = &input.language.phrases.habit;
    let days = habit_rows::join_days(habit.recent_payments(), ", ");
    match habit.trend() {
        Some((before, last)) => (words.trend)(&days, [last.0, before.0]),
        None => (words.days)(&days),
    }
}

fn describe_overdue(input: ReportInput<'_>, payer: &Payer<'_>) -> Option<String> {
    let overdue = payer.habit.overdue_items();
    let latest = overdue.first()?;
    let mut open = Minor::ZERO;
    for item in overdue {
        open += item.open;
    }
    let open = input
        .language
        .format_money(Money::new(open, payer.currency));
    Some((input.language.phrases.habit.overdue)(
        overdue.len(),
        &open,
        latest.days_late,
    ))
}

/// Since when the customer buys, and how much.
fn sales_facts(input: ReportInput<'_>, payer: &Payer<'_>) -> [Fact; 2] {
    let words = &input.language.phrases.habit;
    let turnover = Money::new(payer.sales.turnover, payer.currency);
    let turnover = input.language.format_money(turnover);
    let bought = (words.turnover)(payer.sales.invoices, &turnover);
    [
        fact("since", words.label.since, payer.sales.first.into()),
        fact("turnover", words.label.turnover, Cell::text(&bought)),
    ]
}

/// Why the customer has not paid, as they say, and when somebody last called without asking for money.
fn contact_facts(input: ReportInput<'_>, customer: CustomerIx) -> Vec<Fact> {
    let words = &input.language.phrases.habit;
    let talks = contact_facts_of_customer(input.day.history(), customer, input.day.as_of());
    let mut facts = Vec::new();
    if let Some(day) = talks.insolvent_since {
        facts.push(fact("insolvent", words.label.insolvent, Cell::Date(day)));
    }
    for (reason, given) in &talks.reasons {
        let counts = (words.reason_counts)(given.times, given.verified, given.refuted);
        let said = format!("{} {counts}", labels::reason_label(&words.reason, *reason));
        facts.push(fact("reason", words.label.reason, Cell::text(&said)));
    }
    let friendly = talks.last_courtesy_contact;
    let friendly = friendly.map_or_else(|| Cell::text(words.no_friendly_contact), Cell::Date);
    facts.push(fact(
        "last_friendly",
        words.label.friendly_contact,
        friendly,
    ));
    facts
}

/// What helps against the reason that the customer gives most often.
fn advice_block(input: ReportInput<'_>, customer: CustomerIx) -> Option<Block> {
    let reason = contact_facts_of_customer(input.day.history(), customer, input.day.as_of())
        .usual_reason()?;
    let words = labels::reason_label(&input.language.phrases.habit.reason_advice, reason);
    Some(Block::Paragraph(words.to_owned()))
}

/// The items that were paid, the last first.
fn settled_items_table(input: ReportInput<'_>, payers: &[Payer<'_>]) -> Table {
    let head = &input.language.phrases.heading;
    let label = &input.language.phrases.habit.label;
    let rows = payers.iter().flat_map(|payer| {
        let settled = payer.habit.settled_items().iter().rev();
        settled.map(|it| {
            let item = &input.day.journal.items[it.item];
            let money = Money::new(it.amount, payer.currency);
            let status = input.day.ledger.items[it.item].status;
            let status = labels::closed_status_label(status, input.language);
            vec![
                Cell::text(input.day.journal.invoice_no(item.invoice)),
                Cell::Date(it.due),
                Cell::Date(it.settled_on),
                Cell::Number(it.days_late),
                status.map_or(Cell::Empty, labels::label_cell),
                Cell::Currency(payer.currency),
                money.into(),
            ]
        })
    });
    Table::new(
        vec![
            column("invoice", head.invoice),
            column("due_date", head.due_date),
            column("settled_on", label.settled_on),
            column("days", label.days),
            column_visible("status", head.status, ColumnVisibility::WhenRoom),
            column("currency", head.currency),
            column("amount", head.amount),
        ],
        rows,
    )
}
