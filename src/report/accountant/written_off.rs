//! `written-off`: what lowered debtors without money or a credit note, and what came in of it after all.

use super::accountant_input::AccountantInput;
use super::accountant_table::accountant_table;
use crate::bookkeeping::vat_share::VatShares;
use crate::claim::bad_debt_vat::find_bad_debt_vat;
use crate::document::{Cell, Table};
use crate::journal::model::{Component, InvoiceIx, MovementIx, MovementKind};
use crate::ledger::balance_change::{BalanceCause, is_balance_neutral};
use crate::ledger::model::AllocationRule;
use crate::ledger::statement::{StatementLine, StatementLineKind, kind_of_change};
use crate::report::shared::customer_cells::customer_cells;
use crate::report::shared::labels;
use crate::report::shared::source_column::quote_cells;
use crate::report::shared::statement_row;
use crate::value::money::{Minor, Money};
use crate::value::period::Period;
use crate::value::vocabulary::VatBasis;
use chrono::{Datelike, NaiveDate};
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
    ];
    let shares = VatShares::new(
        input.journal(),
        input.asked.day.vat_breakdown(),
        input.period.last,
    );
    let later = LaterFacts {
        relief: relief_days(input),
        recovered: recovered_sums(input),
    };
    let lines = given_up_lines(input).into_iter();
    let rows = lines.map(|(line, principal)| row(input, &shares, &later, (&line, principal)));
    accountant_table(input, &keys, rows.collect())
}

/// What is known of a debt that was given up, up to the day that was asked.
struct LaterFacts {
    /// The first day on which its VAT can be asked back.
    relief: BTreeMap<InvoiceIx, NaiveDate>,
    /// What came in of it after all, by the entry that gave it up.
    recovered: BTreeMap<(MovementIx, InvoiceIx), Minor>,
}

/// What was given up in the period, an entry and an invoice at a time, with the principal in it.
fn given_up_lines(input: &AccountantInput<'_>) -> Vec<(StatementLine, Minor)> {
    let (journal, ledger) = (input.journal(), input.closing_ledger());
    let mut found: Vec<(StatementLine, Minor)> = Vec::new();
    for step in &ledger.allocations {
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
        let same = |(line, _): &(StatementLine, Minor)| {
            (line.date, line.kind, line.movement, line.invoice)
                == (step.date, kind, Some(step.movement), Some(invoice))
        };
        match found.last_mut().filter(|last| same(last)) {
            Some((line, sum)) => {
                line.amount += amount;
                *sum += principal;
            }
            None => found.push((
                StatementLine {
                    date: step.date,
                    kind,
                    movement: Some(step.movement),
                    invoice: Some(invoice),
                    amount,
                    balance: Minor::ZERO,
                },
                principal,
            )),
        }
    }
    found
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

fn row(
    input: &AccountantInput<'_>,
    shares: &VatShares<'_>,
    later: &LaterFacts,
    (line, principal): (&StatementLine, Minor),
) -> Vec<Cell> {
    let journal = input.journal();
    let Some(invoice) = line.invoice else {
        return Vec::new();
    };
    let record = &journal.invoices[invoice];
    let money = |minor: Minor| Cell::from(Money::new(minor, record.currency));
    let gross = -line.amount;
    // Charges are damages and bear no VAT.
    let vat = if principal.is_zero() {
        Some(Minor::ZERO)
    } else {
        shares.vat_in(invoice, principal)
    };
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
    let period = since.and_then(|day| Period::quarter(day.year(), day.month().div_ceil(3)));
    let quote = statement_row::line_quote(input.asked, line);
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
        period.map_or(Cell::Empty, |period| Cell::text(&period.to_string())),
        Cell::text(&quote.text),
        file,
        number,
        recovered.unwrap_or(Cell::Empty),
    ]
}
