//! `written-off`: what lowered debtors without money or a credit note, and what came in of it after all.

use super::accountant_input::AccountantInput;
use super::accountant_table::table_with_totals;
use crate::bookkeeping::vat_share::VatShares;
use crate::claim::bad_debt_vat::{find_bad_debt_vat, find_unpaid_vat};
use crate::document::{Cell, Table};
use crate::journal::model::{Component, InvoiceIx, Journal, MovementIx, MovementKind};
use crate::journal::source_lookup::EntryQuote;
use crate::ledger::balance_change::{BalanceCause, is_balance_neutral};
use crate::ledger::model::{Allocation, AllocationRule};
use crate::ledger::statement::{StatementLine, StatementLineKind, kind_of_change};
use crate::report::shared::customer_cells::customer_cells;
use crate::report::shared::labels;
use crate::report::shared::source_column::quote_cells;
use crate::report::shared::statement_row;
use crate::value::money::{Minor, Money};
use crate::value::period::Period;
use crate::value::vocabulary::VatBasis;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// In the order of days. Amounts below zero raise what is owed: money that came after all, or what was taken back.
pub fn table(input: &AccountantInput<'_>) -> Table {
    let keys = [
        "date",
        "invoice",
        "customer",
        "name",
        "how",
        "currency",
        "gross",
        "net",
        "vat",
        "vat_relief_period",
        "text",
        "file",
        "line",
        "recovered",
        "relief_undone_period",
    ];
    let shares = VatShares::new(
        input.journal(),
        input.asked.day.vat_breakdown(),
        input.closing_ledger(),
    );
    let later = LaterFacts {
        relief: relief_days(input),
        recovered: recovered_sums(input),
        undone: undone_days(input),
    };
    let lines = given_up_lines(input).into_iter();
    let rows = lines.map(|given_up| row(input, &shares, &later, &given_up));
    table_with_totals(input, &keys, rows.collect())
}

/// What is known of a debt that was given up, up to the day that was asked.
struct LaterFacts {
    /// The first day on which its VAT can be asked back.
    relief: BTreeMap<InvoiceIx, NaiveDate>,
    /// What came in of it after all, by the entry that gave it up.
    recovered: BTreeMap<(MovementIx, InvoiceIx), Minor>,
    /// The day on which VAT that was asked back is owed again, by what came in and the invoice.
    undone: BTreeMap<(MovementIx, InvoiceIx), NaiveDate>,
}

/// What was given up in one entry of one invoice, or came in of it.
struct GivenUp {
    line: StatementLine,
    /// The principal in it.
    principal: Minor,
    /// Of a recovery: the payment that brought it.
    brought_by: Option<MovementIx>,
}

/// What was given up in the period, an entry and an invoice at a time, with the principal in it.
fn given_up_lines(input: &AccountantInput<'_>) -> Vec<GivenUp> {
    let (journal, ledger) = (input.journal(), input.closing_ledger());
    let mut found: Vec<GivenUp> = Vec::new();
    let mut before: Option<&Allocation> = None;
    for step in &ledger.allocations {
        let brought_by = before
            .replace(step)
            .and_then(|it| payment_of(journal, it, step));
        let invoice = journal.items[step.item].invoice;
        let cause = BalanceCause::Allocation {
            from: step.movement,
            rule: step.rule,
            invoice,
        };
        let kind = kind_of_change(journal, cause);
        let is_listed = input.period.contains(step.date) && is_without_money(kind);
        if !is_listed || is_balance_neutral(journal, step) {
            continue;
        }
        let amount = -Minor::from(step.amount);
        let principal = match step.component {
            Component::Principal => Minor::from(step.amount),
            Component::Costs | Component::Fee | Component::Interest => Minor::ZERO,
        };
        let same = |known: &GivenUp| {
            let line = &known.line;
            (line.date, line.kind, line.movement, line.invoice)
                == (step.date, kind, Some(step.movement), Some(invoice))
                && known.brought_by == brought_by
        };
        match found.last_mut().filter(|last| same(last)) {
            Some(known) => {
                known.line.amount += amount;
                known.principal += principal;
            }
            None => found.push(GivenUp {
                line: StatementLine {
                    date: step.date,
                    kind,
                    movement: Some(step.movement),
                    invoice: Some(invoice),
                    amount,
                    balance: Minor::ZERO,
                },
                principal,
                brought_by,
            }),
        }
    }
    found
}

/// The payment of a recovery: the ledger takes down what came in, and behind it the loss that it lessens.
fn payment_of(journal: &Journal, before: &Allocation, step: &Allocation) -> Option<MovementIx> {
    let is_pair = (before.rule, step.rule)
        == (AllocationRule::Recovered, AllocationRule::Recovered)
        && before.item == step.item
        && Minor::from(before.amount) == -Minor::from(step.amount)
        && journal.movements[before.movement].kind == MovementKind::Payment;
    is_pair.then_some(before.movement)
}

const fn is_without_money(kind: StatementLineKind) -> bool {
    matches!(
        kind,
        StatementLineKind::WrittenOff
            | StatementLineKind::Recovery
            | StatementLineKind::Settlement
            | StatementLineKind::Waived
            | StatementLineKind::Discount
            | StatementLineKind::Void
    )
}

/// The first day on which VAT of an invoice can be asked back; none where VAT is owed when it is paid, because it was not.
fn relief_days(input: &AccountantInput<'_>) -> BTreeMap<InvoiceIx, NaiveDate> {
    let day = input.asked.day;
    let business = day.journal.business.as_ref();
    if business.is_some_and(|own| own.vat_basis == VatBasis::Cash) {
        return BTreeMap::new();
    }
    let found = find_bad_debt_vat(day.journal, day.ledger, day.vat_breakdown());
    let mut days = BTreeMap::new();
    for fact in &found.reclaimable {
        let day = days.entry(fact.invoice).or_insert(fact.since);
        *day = fact.since.min(*day);
    }
    days
}

/// The day on which VAT is owed again because something came in after all.
fn undone_days(input: &AccountantInput<'_>) -> BTreeMap<(MovementIx, InvoiceIx), NaiveDate> {
    let day = input.asked.day;
    let found = find_unpaid_vat(day.journal, day.ledger, day.vat_breakdown());
    let facts = found.repayable.iter();
    facts
        .map(|fact| ((fact.movement, fact.invoice), fact.since))
        .collect()
}

/// What came in of debts after they were given up, as far as it lessens what was.
fn recovered_sums(input: &AccountantInput<'_>) -> BTreeMap<(MovementIx, InvoiceIx), Minor> {
    let (journal, ledger) = (input.journal(), input.asked.day.ledger);
    let mut sums = BTreeMap::new();
    let steps = ledger.allocations.iter();
    let lessened = steps.filter(|step| {
        step.rule == AllocationRule::Recovered
            && journal.movements[step.movement].kind != MovementKind::Payment
    });
    for step in lessened {
        let invoice = journal.items[step.item].invoice;
        let sum: &mut Minor = sums.entry((step.movement, invoice)).or_default();
        *sum += -Minor::from(step.amount);
    }
    sums
}

/// The VAT in principal. Charges are damages and bear none.
fn vat_of_principal(shares: &VatShares<'_>, invoice: InvoiceIx, principal: Minor) -> Option<Minor> {
    if principal.is_zero() {
        return Some(Minor::ZERO);
    }
    shares.vat_in(invoice, principal)
}

/// What was written: of a recovery, the payment that brought it.
fn quote_of(input: &AccountantInput<'_>, given_up: &GivenUp) -> EntryQuote {
    match given_up.brought_by {
        Some(payment) => {
            let origin = input.journal().movements[payment].origin;
            input.asked.day.source_lookup.quote_entry(origin)
        }
        None => statement_row::line_quote(input.asked, &given_up.line),
    }
}

fn row(
    input: &AccountantInput<'_>,
    shares: &VatShares<'_>,
    later: &LaterFacts,
    given_up: &GivenUp,
) -> Vec<Cell> {
    let line = &given_up.line;
    let journal = input.journal();
    let Some(invoice) = line.invoice else {
        return Vec::new();
    };
    let record = &journal.invoices[invoice];
    let money = |minor: Minor| Cell::from(Money::new(minor, record.currency));
    let gross = -line.amount;
    let vat = vat_of_principal(shares, invoice, given_up.principal);
    let is_lost = matches!(
        line.kind,
        StatementLineKind::WrittenOff | StatementLineKind::Settlement
    );
    let since = later.relief.get(&invoice).filter(|_| is_lost);
    let given_up_by = line.movement.filter(|_| is_lost);
    let recovered = given_up_by.map(|movement| {
        let sum = later.recovered.get(&(movement, invoice));
        money(sum.copied().unwrap_or_default())
    });
    let quarter = |day: Option<&NaiveDate>| {
        let period = day.and_then(|day| Period::quarter_of(*day));
        period.map_or(Cell::Empty, |period| Cell::text(&period.to_string()))
    };
    let undone = given_up
        .brought_by
        .and_then(|payment| later.undone.get(&(payment, invoice)));
    let quote = quote_of(input, given_up);
    let [file, number] = quote_cells(&quote);
    let [id, name] = customer_cells(journal, record.customer);
    vec![
        Cell::Date(line.date),
        Cell::text(journal.invoice_no(invoice)),
        id,
        name,
        labels::label_cell(labels::statement_line_label(
            line.kind,
            input.asked.language,
        )),
        Cell::Currency(record.currency),
        money(gross),
        vat.map_or(Cell::Empty, |vat| money(gross - vat)),
        vat.map_or(Cell::Empty, money),
        quarter(since),
        Cell::text(&quote.text),
        file,
        number,
        recovered.unwrap_or(Cell::Empty),
        quarter(undone),
    ]
}
