//! How amounts are written in this journal, and the remarks made while it is read.

use super::dialect::Dialect;
use super::rule::Fault;
use crate::text::diagnostic::Diagnostic;
use std::cell::RefCell;

/// What parsers need to know, and where they put findings about values that are usable all the same.
#[derive(Debug)]
pub struct ParseContext {
    /// The decimal mark and the currency that the root file declares.
    pub dialect: Dialect,
    remarks: RefCell<Vec<Fault>>,
}

impl ParseContext {
    /// A context without remarks.
    pub const fn new(dialect: Dialect) -> Self {
        Self {
            dialect,
            remarks: RefCell::new(Vec::new()),
        }
    }

    /// Adds a finding about a value that is usable all the same.
    #[cold]
    pub fn add_remark(&self, found: Diagnostic) {
        self.remarks.borrow_mut().push(Box::new(found));
    }

    /// How many remarks there are.
    pub fn remark_count(&self) -> usize {
        self.remarks.borrow().len()
    }

    /// Removes the remarks behind the first `before`, which an attempt that was given up has made.
    pub fn truncate_remarks(&self, before: usize) {
        self.remarks.borrow_mut().truncate(before);
    }

    /// The remarks, for the caller to report or to drop.
    pub fn remarks_mut(&mut self) -> &mut Vec<Fault> {
        self.remarks.get_mut()
    }
}
