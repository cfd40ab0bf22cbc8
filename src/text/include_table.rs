//! Which of two places a reader comes to first, who opens the root file and follows each `include` where it stands.

use super::span::Origin;
use std::cmp::Ordering;

/// Where each file of a journal is included, to tell which of two places comes first.
#[derive(Clone, Debug, Default)]
pub struct IncludeTable {
    /// In the order read, which is that of their bytes.
    files: Vec<IncludedFile>,
}

/// A file of the journal.
#[derive(Clone, Copy, Debug)]
struct IncludedFile {
    /// The place of its first byte.
    start: Origin,
    /// The `include` line that names it; `None` of a file that the user named.
    included_at: Option<Origin>,
}

impl IncludeTable {
    /// Adds the next file.
    pub fn push_file(&mut self, start: Origin, included_at: Option<Origin>) {
        self.files.push(IncludedFile { start, included_at });
    }

    /// Which of two places comes first.
    ///
    /// ```
    /// use std::cmp::Ordering;
    /// use tegoed::text::include_table::IncludeTable;
    /// use tegoed::text::span::Origin;
    /// let mut order = IncludeTable::default();
    /// order.push_file(Origin(0), None);
    /// order.push_file(Origin(100), Some(Origin(40)));
    /// // What the line at 40 includes stands before what is at 60 of the root file.
    /// assert_eq!(order.compare(Origin(110), Origin(60)), Ordering::Less);
    /// assert_eq!(order.compare(Origin(110), Origin(20)), Ordering::Greater);
    /// ```
    pub fn compare(&self, one: Origin, other: Origin) -> Ordering {
        // Nearly all journals are one file.
        if self.files.iter().all(|file| file.included_at.is_none()) {
            return one.cmp(&other);
        }
        self.path_to(one).cmp(&self.path_to(other))
    }

    /// The one of two places that comes last.
    ///
    /// ```
    /// use tegoed::text::include_table::IncludeTable;
    /// use tegoed::text::span::Origin;
    /// let mut order = IncludeTable::default();
    /// order.push_file(Origin(0), None);
    /// order.push_file(Origin(100), Some(Origin(40)));
    /// assert_eq!(order.later(Origin(110), Origin(60)), Origin(60));
    /// ```
    #[must_use]
    pub fn later(&self, one: Origin, other: Origin) -> Origin {
        match self.compare(one, other) {
            Ordering::Less => other,
            Ordering::Equal | Ordering::Greater => one,
        }
    }

    /// The `include` lines that lead to a place, from the root file on, and the place itself.
    fn path_to(&self, place: Origin) -> Vec<Origin> {
        let mut path = vec![place];
        let mut inner = place;
        // An `include` stands in a file that was read before: each step goes to a lower place.
        while let Some(outer) = self.included_at(inner).filter(|outer| *outer < inner) {
            path.push(outer);
            inner = outer;
        }
        path.reverse();
        path
    }

    fn included_at(&self, place: Origin) -> Option<Origin> {
        let behind = self.files.partition_point(|file| file.start <= place);
        self.files.get(behind.checked_sub(1)?)?.included_at
    }
}
