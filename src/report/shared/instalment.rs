//! Which instalment of its invoice an item is.

use crate::document::Cell;

/// `1/3`; an undivided invoice has `1/1`. The index of the first is 0.
pub fn instalment_cell(index: usize, count: u16) -> Cell {
    Cell::text(&format!("{}/{count}", index.saturating_add(1)))
}

/// `1/3`; of an undivided invoice people see nothing, and programs `1/1`.
pub fn divided_instalment_cell(index: usize, count: u16) -> Cell {
    match count {
        1 => Cell::word("1/1", ""),
        count => instalment_cell(index, count),
    }
}
