//! The numbers of invoices and credit notes: each gets its place the first time it is mentioned, and keeps it.

use super::intern_table::{InternTable, StringPool};
use crate::value::index_vec::Idx;

/// Invoice numbers and their places. Numbers that differ only in capitals are the same number.
///
/// A big journal asks it millions of times, and what counts then is how far apart in memory it looks. By law invoices
/// are numbered one after the other: so numbers that begin alike and end in digits stand in a row, in the order of
/// their digits, and what is asked for next lies beside. All others are found by their letters.
#[derive(Debug, Default)]
pub struct InvoiceNumbers {
    pool: StringPool,
    others: InternTable,
    stems: StringPool,
    stem_table: InternTable,
    /// A row for each way to begin.
    series: Vec<NumberSeries>,
    /// How many seats all rows have.
    slot_count: usize,
    /// The beginning asked for last, and its row.
    last: (Vec<u8>, usize),
}

impl InvoiceNumbers {
    /// What a number is known by from its first mention on.
    pub fn intern<N: Idx>(&mut self, written: &str) -> N {
        let in_row = split_digits(written)
            .and_then(|(stem, digits)| self.intern_in_series(written, stem, digits));
        N::new(in_row.unwrap_or_else(|| self.others.intern(written, &mut self.pool)))
    }

    /// What a number is known by, if it was ever mentioned.
    pub fn index_of<N: Idx>(&self, written: &str) -> Option<N> {
        let in_row = split_digits(written).and_then(|(stem, digits)| {
            let row = self.stem_table.index_of(stem, &self.stems)?;
            self.series
                .get(row as usize)?
                .index_at(slot_from_digits(digits))
        });
        let place = in_row.or_else(|| self.others.index_of(written, &self.pool));
        place.map(N::new)
    }

    /// What a number is known by in the row of its stem; `None` where it stands in no row.
    fn intern_in_series(&mut self, written: &str, stem: &str, digits: &str) -> Option<u32> {
        let at = slot_from_digits(digits);
        if self.last.0 != stem.as_bytes() || self.series.is_empty() {
            self.select_series(stem, at);
        }
        let row = self.series.get_mut(self.last.1)?;
        if let Some(place) = row.index_at(at) {
            return Some(place);
        }
        let most = (self.pool.len() as usize + 1) * SLOTS_PER_NUMBER + SPARE_SLOTS;
        let seat = row.allot_slot(at, &mut self.slot_count, most)?;
        *seat = self.pool.push(written);
        Some(*seat)
    }

    /// Goes to the row of a stem. A new one begins at this seat.
    fn select_series(&mut self, stem: &str, first: u32) {
        let row = self.stem_table.intern(stem, &mut self.stems) as usize;
        if row == self.series.len() {
            self.series.push(NumberSeries::starting_at(first));
        }
        self.last.0.clear();
        self.last.0.extend(stem.as_bytes());
        self.last.1 = row;
    }

    /// A number as it was first written.
    pub fn get<N: Idx>(&self, number: N) -> &str {
        self.pool.get(number.index())
    }
}

/// Numbers that begin alike, in the order of their digits.
#[derive(Debug)]
struct NumberSeries {
    /// Where its seats begin.
    first: u32,
    /// What the number in each seat is known by.
    slots: Vec<u32>,
    /// Some numbers of the row stand among the others: no seat is added any more, it could be that of one of them.
    closed: bool,
}

/// A seat that nobody has.
const FREE: u32 = u32::MAX;

/// So many seats may all rows have for each number, and these many beside: rows with long gaps are not kept.
const SLOTS_PER_NUMBER: usize = 16;
const SPARE_SLOTS: usize = 4_096;

impl NumberSeries {
    const fn starting_at(first: u32) -> Self {
        Self {
            first,
            slots: Vec::new(),
            closed: false,
        }
    }

    fn index_at(&self, at: u32) -> Option<u32> {
        let place = self.slots.get(at.checked_sub(self.first)? as usize);
        place.copied().filter(|place| *place != FREE)
    }

    /// The seat that a new number gets, where all rows together have at most so many; else the row is closed.
    fn allot_slot(&mut self, at: u32, all: &mut usize, most: usize) -> Option<&mut u32> {
        let length = self.slots.len();
        if at < self.first || (at - self.first) as usize >= length {
            let missing = match at.checked_sub(self.first) {
                Some(offset) => offset as usize + 1 - length,
                // Newest first: twice the length each time, for all seats move.
                None => ((self.first - at) as usize).max(length.min(self.first as usize)),
            };
            self.closed |= *all + missing > most;
            if self.closed {
                return None;
            }
            *all += missing;
            self.grow(missing, at < self.first);
        }
        self.slots.get_mut((at - self.first) as usize)
    }

    fn grow(&mut self, missing: usize, before: bool) {
        let free = std::iter::repeat_n(FREE, missing);
        if before {
            self.first -= u32::try_from(missing).unwrap_or(self.first);
            self.slots.splice(0..0, free);
        } else {
            self.slots.extend(free);
        }
    }
}

/// How many digits at the end of a number decide its place.
const DIGITS: usize = 6;

/// What a number begins with, and the digits at its end; `None` where it has none.
fn split_digits(written: &str) -> Option<(&str, &str)> {
    let digits = written.bytes().rev().take(DIGITS);
    let length = digits.take_while(u8::is_ascii_digit).count();
    let parts = written.split_at_checked(written.len() - length);
    parts.filter(|_| length > 0)
}

/// The seat of digits. Each counts one more than it says, so that `7`, `07` and `007` have three different ones.
fn slot_from_digits(digits: &str) -> u32 {
    let values = digits.bytes().map(|digit| u32::from(digit & 15) + 1);
    values.fold(0, |seat, value| seat * 10 + value)
}

#[cfg(test)]
mod tests {
    use super::{InvoiceNumbers, slot_from_digits};
    use crate::newtype_index;
    use crate::value::index_vec::Idx;

    newtype_index! {
        /// A number.
        Ix
    }

    fn places(numbers: &mut InvoiceNumbers, asked: &[&str]) -> Vec<u32> {
        let place = |written: &&str| numbers.intern::<Ix>(written).index();
        asked.iter().map(place).collect()
    }

    #[test]
    fn every_spelling_of_digits_has_a_seat_of_its_own() {
        let digits = ["0", "9", "00", "09", "10", "99", "000", "010", "9999"];
        let mut seats = digits.map(slot_from_digits).to_vec();
        assert!(seats.is_sorted());
        seats.dedup();
        assert_eq!(seats.len(), digits.len());
    }

    #[test]
    fn a_number_is_the_same_wherever_it_stands() {
        let asked = [
            "A-1", "A-2", "a-1", "A-01", "jan", "A-9000", "A-5", "A-9001", "A-0", "JAN", "A-7",
        ];
        let mut numbers = InvoiceNumbers::default();
        let first = places(&mut numbers, &asked);
        assert_eq!(first, [0, 1, 0, 2, 3, 4, 5, 6, 7, 3, 8]);
        assert_eq!(places(&mut numbers, &asked), first);
        let found: Vec<_> = asked
            .iter()
            .filter_map(|written| numbers.index_of::<Ix>(written))
            .collect();
        assert_eq!(found.iter().map(|ix| ix.index()).collect::<Vec<_>>(), first);
        assert_eq!(numbers.get(Ix::new(2)), "A-01");
        assert_eq!(numbers.index_of::<Ix>("A-3"), None);
        assert_eq!(numbers.index_of::<Ix>("B-1"), None);
        assert_eq!(numbers.pool.len(), 9);
    }

    #[test]
    fn a_row_gets_no_seat_for_a_number_that_stands_outside_of_it() {
        let mut numbers = InvoiceNumbers::default();
        let far = places(&mut numbers, &["A-1", "A-9000"]);
        let row: Vec<String> = (2..9000).map(|number| format!("A-{number}")).collect();
        let row: Vec<&str> = row.iter().map(String::as_str).collect();
        places(&mut numbers, &row);
        assert_eq!(places(&mut numbers, &["A-1", "A-9000"]), far);
        assert_eq!(numbers.pool.len(), 9000);
    }

    #[test]
    fn rows_are_written_from_either_end() {
        let upward: Vec<String> = (1000..3000).map(|number| format!("A-{number}")).collect();
        let upward: Vec<&str> = upward.iter().map(String::as_str).collect();
        let downward: Vec<&str> = upward.iter().rev().copied().collect();
        for asked in [upward, downward] {
            let mut numbers = InvoiceNumbers::default();
            let first = places(&mut numbers, &asked);
            assert!(first.iter().copied().eq(0..2000));
            assert_eq!(places(&mut numbers, &asked), first);
            assert!(numbers.others.index_of("A-2000", &numbers.pool).is_none());
        }
    }
}
