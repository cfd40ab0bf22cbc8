//! `receipts`: money that came in or went back in the period, gross, what was kept of it, and net on the bank.

use super::accountant_input::AccountantInput;
use super::accountant_table::table_with_totals;
use crate::bookkeeping::receipts::kept_of;
use crate::document::{Cell, Table};
use crate::journal::model::{InvoiceIx, Movement, MovementIx, MovementKind};
use crate::ledger::balance_change::{BalanceCause, balance_changes};
use crate::ledger::model::{Allocation, AllocationRule};
use crate::report::shared::customer_cells::customer_cells;
use crate::report::shared::labels;
use crate::report::shared::source_column::quote_cells;
use crate::text::span::Origin;
use crate::value::key_name::KeyName;
use crate::value::money::{Minor, Money, Totals};
use crate::value::vocabulary::VatBasis;
use crate::vat::cash_basis::find_receipt_vat;
use crate::vat::vat_entry::VatEntryKind;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// In the order of days and of the journal.
pub fn table(input: &AccountantInput<'_>) -> Table {
    let keys = [
        "date",
        "kind",
        "customer",
        "name",
        "currency",
        "amount",
        "kept",
        "net_on_bank",
        "placed",
        "on_account",
        "invoices",
        "of_date",
        "id",
        "text",
        "file",
        "line",
        "vat",
        "returned",
    ];
    let placed = place_money(input);
    let vat = vat_of_receipts(input);
    let mut rows: Vec<((NaiveDate, Origin), Vec<Cell>)> = money_of_period(input)
        .map(|(ix, movement)| {
            (
                (movement.date, movement.origin),
                whole_row(input, &placed, vat.as_ref(), (ix, movement)),
            )
        })
        .collect();
    rows.extend(unknown_rows(input));
    rows.sort_by_key(|(order, _)| *order);
    table_with_totals(input, &keys, rows.into_iter().map(|(_, row)| row).collect())
}

/// Money that came or went in the period. A reversal or a refund that cannot be carried out moves nothing.
fn money_of_period<'a>(
    input: &'a AccountantInput<'_>,
) -> impl Iterator<Item = (MovementIx, &'a Movement)> {
    let changes = balance_changes(input.journal(), input.closing_ledger());
    let own = changes.filter_map(|change| match change.cause {
        BalanceCause::Money(ix) => Some((ix, &input.journal().movements[ix])),
        _ => None,
    });
    own.filter(|(_, it)| is_money(it) && input.period.contains(it.date))
}

/// What those who collect kept in the period, by currency; none where they kept nothing.
pub fn kept_in_period(input: &AccountantInput<'_>) -> Totals {
    let kept = money_of_period(input).map(|(ix, movement)| {
        let minor = kept_of(input.journal(), input.closing_ledger(), ix);
        Money::new(minor, movement.currency)
    });
    kept.filter(|it| !it.minor.is_zero()).collect()
}

/// The VAT in what came in, by the place of its entry, where VAT is owed when it is paid; `None` where it is owed by invoice.
fn vat_of_receipts(input: &AccountantInput<'_>) -> Option<BTreeMap<Origin, Minor>> {
    let journal = input.journal();
    let business = journal.business.as_ref();
    let is_cash = business.is_some_and(|own| own.vat_basis == VatBasis::Cash);
    let law = journal.home_law().filter(|_| is_cash)?;
    let breakdown = input.asked.day.vat_breakdown();
    let found = find_receipt_vat(journal, law, breakdown, input.closing_ledger());
    let mut sums = BTreeMap::new();
    let own = found.entries.iter();
    for entry in own.filter(|it| it.kind == VatEntryKind::Receipt && input.period.contains(it.date))
    {
        let sum: &mut Minor = sums.entry(entry.origin).or_default();
        *sum += entry.part.vat;
    }
    Some(sums)
}

/// What money was used for, by the payment it came with.
type PlacedMoney = BTreeMap<MovementIx, Vec<(InvoiceIx, Minor)>>;

fn place_money(input: &AccountantInput<'_>) -> PlacedMoney {
    let journal = input.journal();
    let mut placed = PlacedMoney::new();
    let steps = input.closing_ledger().allocations.iter();
    for step in steps.filter(|step| is_use_of_money(step)) {
        let movement = &journal.movements[step.movement];
        if movement.kind == MovementKind::Payment && input.period.contains(movement.date) {
            let invoice = journal.items[step.item].invoice;
            let own = placed.entry(step.movement).or_default();
            match own.iter_mut().find(|(known, _)| *known == invoice) {
                Some((_, amount)) => *amount += step.amount.into(),
                None => own.push((invoice, step.amount.into())),
            }
        }
    }
    placed
}

const fn is_use_of_money(step: &Allocation) -> bool {
    step.rule.is_settling()
        || matches!(
            step.rule,
            AllocationRule::Recovered | AllocationRule::Voided
        )
}

const fn is_money(movement: &Movement) -> bool {
    matches!(
        movement.kind,
        MovementKind::Payment | MovementKind::Reversal | MovementKind::Refund
    )
}

fn whole_row(
    input: &AccountantInput<'_>,
    placed: &PlacedMoney,
    vat: Option<&BTreeMap<Origin, Minor>>,
    (ix, movement): (MovementIx, &Movement),
) -> Vec<Cell> {
    let mut cells = row(input, placed, (ix, movement));
    let money = |minor| Cell::from(Money::new(minor, movement.currency));
    let own = vat.map(|sums| sums.get(&movement.origin).copied().unwrap_or_default());
    cells.push(own.map_or(Cell::Empty, money));
    let is_payment = movement.kind == MovementKind::Payment;
    let returned = is_payment.then(|| returned_of(input, placed, (ix, movement)));
    cells.push(returned.map_or(Cell::Empty, money));
    cells
}

/// What of a payment was used for invoices.
fn used_of(placed: &PlacedMoney, payment: MovementIx) -> Minor {
    let uses = placed.get(&payment).map(Vec::as_slice).unwrap_or_default();
    uses.iter().map(|(_, amount)| *amount).sum()
}

/// What of a payment stood on account and went back from there: by refunds, or with the payment when that was reversed. What
/// was placed, what is on account and this are the whole payment.
fn returned_of(
    input: &AccountantInput<'_>,
    placed: &PlacedMoney,
    (ix, movement): (MovementIx, &Movement),
) -> Minor {
    let ledger = input.closing_ledger();
    if ledger
        .reversed_payments
        .values()
        .any(|payment| *payment == ix)
    {
        return movement.minor() - used_of(placed, ix);
    }
    let refunds = ledger.paid_back.iter().filter(|back| back.credit == ix);
    refunds.map(|back| back.amount).sum()
}

fn row(
    input: &AccountantInput<'_>,
    placed: &PlacedMoney,
    (ix, movement): (MovementIx, &Movement),
) -> Vec<Cell> {
    let journal = input.journal();
    let money = |minor: Minor| Cell::from(Money::new(minor, movement.currency));
    let is_payment = movement.kind == MovementKind::Payment;
    let amount = if is_payment {
        movement.minor()
    } else {
        -movement.minor()
    };
    let kept = kept_of(journal, input.closing_ledger(), ix);
    let uses = placed.get(&ix).map(Vec::as_slice).unwrap_or_default();
    let numbers = uses.iter().filter(|(_, amount)| !amount.is_zero());
    let mut numbers: Vec<&str> = numbers
        .map(|(number, _)| journal.invoice_no(*number))
        .collect();
    if !is_payment {
        numbers = movement
            .invoices()
            .map(|number| journal.invoice_no(number))
            .collect();
    }
    let quote = input.asked.day.source_lookup.quote_entry(movement.origin);
    let [file, line] = quote_cells(&quote);
    let [id, name] = customer_cells(journal, movement.customer);
    let if_payment = |cell: Cell| if is_payment { cell } else { Cell::Empty };
    vec![
        Cell::Date(movement.date),
        labels::label_cell(labels::movement_label(movement.kind, input.asked.language)),
        id,
        name,
        Cell::Currency(movement.currency),
        money(amount),
        money(kept),
        money(amount - kept),
        if_payment(money(used_of(placed, ix))),
        if_payment(money(left_on_account(input, ix))),
        Cell::text(&numbers.join(" ")),
        movement.of_date().into(),
        Cell::text(quote.values(KeyName::Id).next().unwrap_or_default()),
        Cell::text(&quote.text),
        file,
        line,
    ]
}

/// What of a payment is on account at the end of the period.
fn left_on_account(input: &AccountantInput<'_>, payment: MovementIx) -> Minor {
    let movement = &input.journal().movements[payment];
    let Some(customer) = movement.customer else {
        return Minor::ZERO;
    };
    let accounts = &input.closing_ledger().on_account;
    let credits = accounts
        .get(&(customer, movement.currency))
        .into_iter()
        .flatten();
    let own = credits.filter(|credit| credit.movement == payment);
    own.map(|credit| credit.remaining).sum()
}

/// Money of unknown payers: in nobody's balance.
fn unknown_rows(input: &AccountantInput<'_>) -> Vec<((NaiveDate, Origin), Vec<Cell>)> {
    let journal = input.journal();
    let say = input.words();
    let came = journal.unknown_payments.iter();
    let came = came.map(|it| {
        (
            it.date,
            it.origin,
            it.amount,
            None,
            ("payer-unknown", say.payer_unknown),
        )
    });
    let back = journal.unknown_returns.iter().filter(|it| it.is_matched);
    let back = back.map(|it| {
        let went = Money::new(-it.amount.minor, it.amount.currency);
        let words = ("payer-unknown-returned", say.unknown_returned);
        (it.date, it.origin, went, it.of, words)
    });
    let all = came.chain(back);
    let own = all.filter(|(date, ..)| input.period.contains(*date));
    own.map(|(date, origin, amount, of, words)| {
        let quote = input.asked.day.source_lookup.quote_entry(origin);
        let [file, line] = quote_cells(&quote);
        let cells = vec![
            Cell::Date(date),
            labels::label_cell(words),
            Cell::Empty,
            Cell::Empty,
            Cell::Currency(amount.currency),
            amount.into(),
            Money::new(Minor::ZERO, amount.currency).into(),
            amount.into(),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            of.into(),
            Cell::text(quote.values(KeyName::Id).next().unwrap_or_default()),
            Cell::text(&quote.text),
            file,
            line,
            Cell::Empty,
            Cell::Empty,
        ];
        ((date, origin), cells)
    })
    .collect()
}
