//! How this journal writes, and what was remarked while it was read.

use super::dialect::Dialect;
use super::rule::Fault;
use crate::text::diagnostic::Diagnostic;
use std::cell::RefCell;

/// What parsers are told, and where they put findings that leave a value usable.
#[derive(Debug)]
pub struct ParseContext {
    /// How amounts are written.
    pub dialect: Dialect,
    remarks: RefCell<Vec<Fault>>,
}

impl ParseContext {
    /// Nothing remarked yet.
    pub const fn new(dialect: Dialect) -> Self {
        Self {
            dialect,
            remarks: RefCell::new(Vec::new()),
        }
    }

    /// Takes a finding.
    #[cold]
    pub fn add_remark(&self, found: Diagnostic) {
        self.remarks.borrow_mut().push(Box::new(found));
    }

    /// How many remarks there are.
    pub fn remark_count(&self) -> usize {
        self.remarks.borrow().len()
    }

    /// Forgets those made since: what was only tried leaves none.
    pub fn truncate_remarks(&self, before: usize) {
        self.remarks.borrow_mut().truncate(before);
    }

    /// The remarks themselves, to be passed on or dropped.
    pub fn remarks_mut(&mut self) -> &mut Vec<Fault> {
        self.remarks.get_mut()
    }
}
