//! How amounts are written in this journal, and the remarks made while it is read.

use super::dialect::Dialect;
use super::rule::Fault;
use crate::text::diagnostic::Diagnostic;
use std::cell::{Cell, RefCell};

/// The end of a line and the indentation of the next take no more bytes; another line between them takes more.
const MOST_BETWEEN_LINES: u32 = 6;

/// What parsers need to know, and where they put findings about values that are usable all the same.
#[derive(Debug)]
pub struct ParseContext {
    /// The decimal mark and the currency that the root file declares.
    pub dialect: Dialect,
    remarks: RefCell<Vec<Fault>>,
    /// Where the last line that is a postcode alone ends; the place stands behind it.
    postcode_end: Cell<Option<u32>>,
}

impl ParseContext {
    /// A context without remarks.
    pub const fn new(dialect: Dialect) -> Self {
        Self {
            dialect,
            remarks: RefCell::new(Vec::new()),
            postcode_end: Cell::new(None),
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

    /// Remembers where a line that is a postcode alone ends.
    pub fn set_postcode_end(&self, end: u32) {
        self.postcode_end.set(Some(end));
    }

    /// The end of the postcode that stands on the line above this place; `None` where another line stands there.
    pub fn postcode_end_above(&self, place: u32) -> Option<u32> {
        let most = MOST_BETWEEN_LINES;
        let end = self.postcode_end.get();
        end.filter(|end| *end < place && place.saturating_sub(*end) <= most)
    }

    /// The remarks, for the caller to report or to drop.
    pub fn remarks_mut(&mut self) -> &mut Vec<Fault> {
        self.remarks.get_mut()
    }
}
