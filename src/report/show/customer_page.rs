//! `show` of a customer: who it is, what is owed, everything that happened, and what is open.

use super::{credit_limit_facts, documents, plan_parts};
use crate::document::{Block, Cell, ColumnVisibility, Document, Fact, Table};
use crate::dunning::suspension::find_suspensions;
use crate::journal::model::{CustomerIx, Movement};
use crate::ledger::statement::{StatementLineKind, build_statement, customer_currencies};
use crate::report::shared::age_buckets;
use crate::report::shared::open_items;
use crate::report::shared::page::{PageBasis, add_table, fact, start_page};
use crate::report::shared::report_input::ReportInput;
use crate::report::shared::timeline::{RunningBalance, TimelineRow, TimelineSubject};
use crate::report::shared::{allocation_history, labels, source_column, statement_row, timeline};
use crate::value::channel::Channel;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money};
use crate::value::vocabulary::HandoverRecipient;

/// The page of a customer.
pub fn write(input: ReportInput<'_>, customer: CustomerIx) -> Document {
    let say = &input.language.phrases;
    let name = input.day.journal.customer_name(customer);
    let title = format!("{} {name}", say.title.customer);
    let mut page = start_page(input, "show", &title, PageBasis::Entries);
    page.blocks
        .push(Block::Facts(status_facts(input, customer)));
    let mut rows = timeline::contact_rows(input, input.day.history().of_customer(customer));
    rows.extend(allocation_history::open_offers(input, customer));
    page.push_heading(say.title.movements);
    add_table(
        input,
        &mut page,
        timeline::table(
            input,
            TimelineSubject::Customer,
            statement_rows(input, customer),
            rows,
        ),
    );
    let events = input.day.history().of_customer(customer);
    page.blocks
        .extend(plan_parts::plan_part_blocks(input, events));
    let open = open_items::table(input, &[customer]);
    if !open.rows.is_empty() {
        page.push_heading(say.title.open_items);
        add_table(input, &mut page, without_customer(open));
    }
    page.blocks
        .extend(documents::customer_document_blocks(input, customer));
    page
}

/// What the customer's declaration says, what is owed, and what was agreed about limits.
pub fn status_facts(input: ReportInput<'_>, customer: CustomerIx) -> Vec<Fact> {
    // The facts about limits below say more than these keys.
    let limited = input.day.journal.customers[customer].limits.is_some();
    let limits = |key| limited && matches!(key, KeyName::CreditLimit | KeyName::Trial);
    let mut facts = customer_facts(input, customer, |key| !limits(key));
    facts.extend(balance_facts(input, customer));
    facts.extend(credit_limit_facts::limit_facts(input, customer));
    facts.extend(suspension_fact(input, customer));
    facts
}

/// A table of open items without the columns that say whose they are, where all are of one customer.
pub fn without_customer(mut open: Table) -> Table {
    for column in &mut open.columns {
        if matches!(column.key.as_str(), "customer" | "name") {
            column.visibility = ColumnVisibility::Programs;
        }
    }
    open
}

/// Since when work for the customer is stopped, where it is.
fn suspension_fact(input: ReportInput<'_>, customer: CustomerIx) -> Option<Fact> {
    let day = input.day;
    let mut all = find_suspensions(day.journal, day.ledger, day.history()).into_iter();
    let active = all.find(|it| it.customer == customer && it.is_active_on(day.as_of()))?;
    let label = input.language.phrases.dunning.suspended_since;
    Some(fact("suspended", label, Cell::Date(active.letter.date)))
}

/// What the customer's declaration says under the keys that `is_shown` chooses, in their order.
pub fn customer_facts(
    input: ReportInput<'_>,
    customer: CustomerIx,
    is_shown: impl Fn(KeyName) -> bool,
) -> Vec<Fact> {
    let head = &input.language.phrases.heading;
    let record = &input.day.journal.customers[customer];
    let id = Cell::text(input.day.journal.customer_id(customer));
    let mut facts = vec![fact("customer", head.customer, id)];
    for (key, value) in record.fields.iter().filter(|(key, _)| is_shown(*key)) {
        let value = match (key, record.kind, record.terms) {
            (KeyName::Kind, Some(kind), _) => {
                labels::label_cell(labels::customer_kind_label(kind, input.language))
            }
            (KeyName::Terms, _, Some(terms)) => labels::terms_cell(terms, input.language),
            (KeyName::No, ..) => exclusions_cell(input, value),
            _ => Cell::text(value),
        };
        let label = labels::key_label(key, input.language);
        facts.push(fact("field", label, value));
    }
    if let Some(origin) = record.origin {
        let place = source_column::full_source_cell(&input.day.source_lookup.quote_entry(origin));
        facts.push(fact("place", head.source, place));
    }
    facts
}

/// What a customer rules out: ways to reach them, handing over.
fn exclusions_cell(input: ReportInput<'_>, value: &str) -> Cell {
    let say = &input.language.phrases.detail;
    let words = value.split([' ', ',']).filter(|word| !word.is_empty());
    let told = words.map(|word| match Channel::from_word(word) {
        Some(way) => (say.channel)(way),
        None if word == HandoverRecipient::Agency.word() => {
            (say.recipient)(HandoverRecipient::Agency)
        }
        None => word,
    });
    Cell::word(value.to_owned(), told.collect::<Vec<_>>().join(", "))
}

/// What is owed, by currency.
fn balance_facts(input: ReportInput<'_>, customer: CustomerIx) -> Vec<Fact> {
    let head = &input.language.phrases.heading;
    let mut facts = Vec::new();
    for row in age_buckets::ageing_rows(input, &[customer]) {
        let mut open = Minor::ZERO;
        row.buckets.iter().for_each(|bucket| open += *bucket);
        let figures = [
            ("open", head.open, open),
            ("charges", head.charges, row.charges),
            ("unallocated", head.unallocated, row.unallocated),
        ];
        for (key, label, minor) in figures.into_iter().filter(|figure| !figure.2.is_zero()) {
            facts.push(fact(key, label, Money::new(minor, row.currency).into()));
        }
        let balance = Money::new(row.balance, row.currency);
        facts.push(fact("balance", head.balance, balance.into()));
    }
    facts
}

/// Every line of the statements, one currency after another.
fn statement_rows(input: ReportInput<'_>, customer: CustomerIx) -> Vec<TimelineRow> {
    let mut running = RunningBalance::default();
    let mut all = Vec::new();
    for currency in customer_currencies(input.day.journal, input.day.ledger, customer) {
        for line in build_statement(input.day.journal, input.day.ledger, customer, currency) {
            let change = Money::new(line.amount, currency);
            let entry = labels::statement_line_label(line.kind, input.language);
            let movement = line.movement.map(|it| &input.day.journal.movements[it]);
            let kept = movement.and_then(Movement::commission);
            let kept = kept.filter(|_| line.kind == StatementLineKind::Payment);
            let kept = kept.map(|kept| input.language.format_money(Money::new(kept, currency)));
            let say = input.language.phrases.overview.show.commission;
            all.push(TimelineRow {
                detail: kept.map_or(Cell::Empty, |kept| Cell::word("", say(&kept))),
                invoice: statement_row::line_invoices(input, &line),
                amount: Some(change),
                open: Some(running.add_change(change)),
                ..TimelineRow::new(line.date, entry, statement_row::line_quote(input, &line))
            });
        }
    }
    all
}
