//! Rows of numbers: those that begin alike and end in a number, in order.

use crate::journal::model::{InvoiceIx, Journal, NumberUse};

/// One row of numbers.
#[derive(Debug)]
pub struct Series {
    /// What its numbers begin with.
    pub prefix: String,
    /// Its numbers in order, each place once.
    pub members: Vec<Member>,
    width: usize,
}

/// A number in a row.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// The number at its end.
    pub place: u64,
    /// Which it is.
    pub number: InvoiceIx,
}

impl Series {
    /// Whether at least half of the row is there: else it is no row, or an old one of which only the rest is kept.
    pub fn is_dense(&self) -> bool {
        let (Some(first), Some(last)) = (self.members.first(), self.members.last()) else {
            return false;
        };
        let length = last.place.saturating_sub(first.place).saturating_add(1);
        let there = u64::try_from(self.members.len()).unwrap_or(u64::MAX);
        there >= 3 && length <= there.saturating_mul(2)
    }

    /// The number at a place of the row.
    pub fn name(&self, place: u64) -> String {
        let width = self.width;
        format!("#{}{place:0width$}", self.prefix)
    }
}

/// Every row of the journal, by prefix. Numbers that do not end in digits stand in none.
pub fn series(journal: &Journal) -> Vec<Series> {
    let mut all: Vec<(&str, u64, usize, InvoiceIx)> = journal
        .invoices
        .iter()
        .filter(|(_, number)| number.used != NumberUse::Unknown)
        .filter_map(|(ix, _)| {
            let (prefix, digits) = split(journal.invoice_no(ix));
            Some((prefix, digits.parse().ok()?, digits.len(), ix))
        })
        .collect();
    all.sort_unstable_by(|a, b| (a.0, a.1, a.3).cmp(&(b.0, b.1, b.3)));
    all.chunk_by(|one, other| one.0 == other.0)
        .map(|row| {
            let mut members: Vec<Member> = row
                .iter()
                .map(|(_, place, _, number)| Member {
                    place: *place,
                    number: *number,
                })
                .collect();
            members.dedup_by_key(|member| member.place);
            Series {
                prefix: row.first().map_or("", |first| first.0).to_owned(),
                width: row.iter().map(|member| member.2).min().unwrap_or(0),
                members,
            }
        })
        .collect()
}

/// What a number begins with, and the digits at its end.
fn split(number: &str) -> (&str, &str) {
    let start = number
        .trim_end_matches(|letter: char| letter.is_ascii_digit())
        .len();
    number.split_at_checked(start).unwrap_or((number, ""))
}
