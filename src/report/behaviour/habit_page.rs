//! How one customer pays, on a page: what is usual, what he says, and the items it rests on.

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
pub fn write(scope: ReportInput<'_>, customer: CustomerIx) -> Document {
    let say = &scope.language.phrases;
    let name = scope.day.journal.customer_name(customer);
    let title = format!("{} {name}", say.habit.title);
    let mut page = start_page(scope, "behaviour", &title, PageBasis::Entries);
    let payers = list_payers(scope.day, &[customer]);
    let mut summary = habit_rows::table(scope, &payers);
    for column in &mut summary.columns {
        column.visibility = ColumnVisibility::Programs;
    }
    page.blocks.push(Block::Table(summary));
    if payers.is_empty() {
        let nothing = say.habit.no_invoices.to_owned();
        page.blocks.push(Block::Paragraph(nothing));
    }
    let several = payers.len() > 1;
    let mut facts: Vec<Vec<Fact>> = payers
        .iter()
        .map(|it| payment_facts(scope, it, several))
        .collect();
    let mut about = credit_limit_facts::limit_facts(scope, customer);
    about.extend(contact_facts(scope, customer));
    match facts.last_mut() {
        Some(last) => last.extend(about),
        None => facts.push(about),
    }
    page.blocks.extend(facts.into_iter().map(Block::Facts));
    page.blocks
        .extend(habit_rows::outstanding_blocks(scope, &payers));
    page.blocks.extend(advice_block(scope, customer));
    let items = settled_items_table(scope, &payers);
    if !items.rows.is_empty() {
        page.blocks.push(Block::Heading(say.habit.items.to_owned()));
        add_table(scope, &mut page, items);
    }
    page
}

/// How he pays in one currency, which is named where there are several.
fn payment_facts(scope: ReportInput<'_>, payer: &Payer<'_>, several: bool) -> Vec<Fact> {
    let words = &scope.language.phrases.habit;
    let label = &words.label;
    let habit = payer.habit;
    let text = |label, words: String| fact("habit", label, Cell::text(&words));
    let currency = Cell::Currency(payer.currency);
    let mut facts = Vec::new();
    facts.extend(several.then(|| {
        fact(
            "currency",
            scope.language.phrases.heading.currency,
            currency,
        )
    }));
    facts.push(text(label.pattern, describe_pattern(scope, habit)));
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
        let invoice = scope.day.journal.items[worst.item].invoice;
        let days = (words.format_lateness)(worst.days_late.saturating_mul(2));
        let no = scope.day.journal.invoice_no(invoice);
        facts.push(text(label.worst_fact, format!("{days} (#{no})")));
        facts.push(text(label.last_five, describe_last_five(scope, habit)));
    }
    facts.extend(describe_overdue(scope, payer).map(|said| text(label.overdue, said)));
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
    facts.extend(sales_facts(scope, payer));
    facts
}

fn describe_pattern(scope: ReportInput<'_>, habit: &Habit) -> String {
    let words = &scope.language.phrases.habit;
    let as_of = scope.day.as_of();
    let pattern = lateness_pattern(habit, as_of);
    let RecentItems { count, late } = RecentItems::from_habit(habit, as_of);
    let name = match habit_rows::pattern_cell(scope, pattern) {
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

fn describe_last_five(scope: ReportInput<'_>, habit: &Habit) -> String {
    let words = &scope.language.phrases.habit;
    let days = habit_rows::join_days(habit.recent_payments(), ", ");
    match habit.trend() {
        Some((before, last)) => (words.trend)(&days, [last.0, before.0]),
        None => (words.days)(&days),
    }
}

fn describe_overdue(scope: ReportInput<'_>, payer: &Payer<'_>) -> Option<String> {
    let overdue = payer.habit.overdue_items();
    let latest = overdue.first()?;
    let mut open = Minor::ZERO;
    for item in overdue {
        open += item.open;
    }
    let open = scope
        .language
        .format_money(Money::new(open, payer.currency));
    Some((scope.language.phrases.habit.overdue)(
        overdue.len(),
        &open,
        latest.days_late,
    ))
}

/// Since when he buys, and how much.
fn sales_facts(scope: ReportInput<'_>, payer: &Payer<'_>) -> [Fact; 2] {
    let words = &scope.language.phrases.habit;
    let turnover = Money::new(payer.sales.turnover, payer.currency);
    let turnover = scope.language.format_money(turnover);
    let bought = (words.turnover)(payer.sales.invoices, &turnover);
    [
        fact("since", words.label.since, payer.sales.first.into()),
        fact("turnover", words.label.turnover, Cell::text(&bought)),
    ]
}

/// Why he says he has not paid, and when somebody last called without asking for money.
fn contact_facts(scope: ReportInput<'_>, customer: CustomerIx) -> Vec<Fact> {
    let words = &scope.language.phrases.habit;
    let talks = contact_facts_of_customer(scope.day.history(), customer);
    let mut facts = Vec::new();
    if let Some(day) = talks.insolvent_since {
        facts.push(fact("insolvent", words.label.insolvent, Cell::Date(day)));
    }
    for (reason, given) in &talks.reasons {
        let counts = (words.reason_counts)(given.times, given.verified, given.refuted);
        let said = format!(
            "{} {counts}",
            habit_rows::reason_label(&words.reason, *reason)
        );
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

/// What helps against the reason he gives most often.
fn advice_block(scope: ReportInput<'_>, customer: CustomerIx) -> Option<Block> {
    let reason = contact_facts_of_customer(scope.day.history(), customer).usual_reason()?;
    let words = habit_rows::reason_label(&scope.language.phrases.habit.reason_advice, reason);
    Some(Block::Paragraph(words.to_owned()))
}

/// The items that were paid, the last first.
fn settled_items_table(scope: ReportInput<'_>, payers: &[Payer<'_>]) -> Table {
    let head = &scope.language.phrases.heading;
    let label = &scope.language.phrases.habit.label;
    let rows = payers.iter().flat_map(|payer| {
        let settled = payer.habit.settled_items().iter().rev();
        settled.map(|it| {
            let item = &scope.day.journal.items[it.item];
            let money = Money::new(it.amount, payer.currency);
            let status = scope.day.ledger.items[it.item].status;
            let status = labels::closed_status_label(status, scope.language);
            vec![
                Cell::text(scope.day.journal.invoice_no(item.invoice)),
                Cell::Date(it.due),
                Cell::Date(it.settled_on),
                Cell::Number(it.days_late),
                status.map_or(Cell::Empty, labels::label_cell),
                Cell::Currency(payer.currency),
                money.into(),
            ]
        })
    });
    Table {
        columns: vec![
            column("invoice", head.invoice),
            column("due_date", head.due_date),
            column("settled_on", label.settled_on),
            column("days", label.days),
            column_visible("status", head.status, ColumnVisibility::WhenRoom),
            column("currency", head.currency),
            column("amount", head.amount),
        ],
        rows: rows.collect(),
        totals: Vec::new(),
    }
}
