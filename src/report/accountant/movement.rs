//! `movement`: how the balance of each customer came about in the period.

use super::accountant_input::AccountantInput;
use super::accountant_table::accountant_table;
use crate::bookkeeping::customer_movement::{ChangeKind, CustomerMovement};
use crate::document::{Cell, Table};
use crate::report::shared::customer_cells::customer_cells;
use crate::report::shared::page::add_totals;
use crate::value::money::{Minor, Money};

/// Opening balance, what changed it, closing balance.
pub fn table(input: &AccountantInput<'_>) -> Table {
    let mut keys = vec!["customer", "name", "currency", "opening"];
    keys.extend(ChangeKind::ALL.map(ChangeKind::code));
    keys.push("closing");
    let rows = input.movements.iter().map(|own| row(input, own));
    let mut table = accountant_table(input, &keys, rows.collect());
    add_totals(input.closing, &mut table);
    table
}

fn row(input: &AccountantInput<'_>, own: &CustomerMovement) -> Vec<Cell> {
    let money = |minor: Minor| Cell::from(Money::new(minor, own.currency));
    let [id, name] = customer_cells(input.journal(), Some(own.customer));
    let mut cells = vec![id, name, Cell::Currency(own.currency), money(own.opening)];
    cells.extend(ChangeKind::ALL.map(|class| money(own.change(class))));
    cells.push(money(own.closing));
    cells
}
