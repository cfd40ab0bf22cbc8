//! Who a row is about: the id and the name of a customer as cells.

use crate::document::Cell;
use crate::journal::model::{CustomerIx, Journal};

/// The id, and the name for people; empty where nobody is known.
pub fn customer_cells(journal: &Journal, customer: Option<CustomerIx>) -> [Cell; 2] {
    customer.map_or([Cell::Empty, Cell::Empty], |customer| {
        [
            Cell::text(journal.customer_id(customer)),
            Cell::text(journal.customer_name(customer)),
        ]
    })
}
