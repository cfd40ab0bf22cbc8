//! Who a row is about: the id and the name of a customer as cells.

use crate::document::Cell;
use crate::journal::model::{CustomerIx, Journal};
use crate::value::index_vec::IndexVec;
use std::cell::OnceCell;

/// The same for tables of everything: a row for each entry, but the cells of a customer are made once.
pub struct CustomerCells<'j> {
    journal: &'j Journal,
    known: IndexVec<CustomerIx, OnceCell<[Cell; 2]>>,
}

impl<'j> CustomerCells<'j> {
    /// Of the customers of a journal; none is made yet.
    pub fn new(journal: &'j Journal) -> Self {
        let known = IndexVec::from_elem(OnceCell::new(), journal.customers.len());
        Self { journal, known }
    }

    /// The id, and the name for people; empty where nobody is known.
    pub fn cells_of(&self, customer: Option<CustomerIx>) -> [Cell; 2] {
        customer.map_or([Cell::Empty, Cell::Empty], |known| {
            let cells = || customer_cells(self.journal, customer);
            self.known[known].get_or_init(cells).clone()
        })
    }
}

/// The id, and the name for people; empty where nobody is known.
pub fn customer_cells(journal: &Journal, customer: Option<CustomerIx>) -> [Cell; 2] {
    customer.map_or([Cell::Empty, Cell::Empty], |customer| {
        [
            Cell::text(journal.customer_id(customer)),
            Cell::text(journal.customer_name(customer)),
        ]
    })
}
