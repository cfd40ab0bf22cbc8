//! The numbers of invoices and credit notes: each gets its place the first time it is mentioned, and keeps it.

use super::slots::{Slots, Words};
use crate::value::register::Number;

/// Invoice numbers and their places. Numbers that differ only in capitals are the same number.
///
/// A big journal asks it millions of times, and what counts then is how far apart in memory it looks. By law invoices
/// are numbered one after the other: so numbers that begin alike and end in digits stand in a row, in the order of
/// their digits, and what is asked for next lies beside. All others are found by their letters.
#[derive(Debug, Default)]
pub struct Numbers {
    all: Words,
    others: Slots,
    stems: Words,
    stem_slots: Slots,
    /// A row for each way to begin.
    rows: Vec<Row>,
    /// How many seats all rows have.
    seats: usize,
    /// The beginning asked for last, and its row.
    last: (Vec<u8>, usize),
}

impl Numbers {
    /// What a number is known by from its first mention on.
    pub fn intern<N: Number>(&mut self, written: &str) -> N {
        let in_row = split(written).and_then(|(stem, digits)| self.seat(written, stem, digits));
        N::from_place(in_row.unwrap_or_else(|| self.others.intern(written, &mut self.all)))
    }

    /// What a number is known by, if it was ever mentioned.
    pub fn find<N: Number>(&self, written: &str) -> Option<N> {
        let in_row = split(written).and_then(|(stem, digits)| {
            let row = self.stem_slots.find(stem, &self.stems)?;
            self.rows.get(row as usize)?.find(seat_of(digits))
        });
        let place = in_row.or_else(|| self.others.find(written, &self.all));
        place.map(N::from_place)
    }

    /// What a number is known by in the row of its stem; `None` where it stands in no row.
    fn seat(&mut self, written: &str, stem: &str, digits: &str) -> Option<u32> {
        let at = seat_of(digits);
        if self.last.0 != stem.as_bytes() || self.rows.is_empty() {
            self.turn_to(stem, at);
        }
        let row = self.rows.get_mut(self.last.1)?;
        if let Some(place) = row.find(at) {
            return Some(place);
        }
        let most = (self.all.len() as usize + 1) * SEATS + FEW;
        let seat = row.free_seat(at, &mut self.seats, most)?;
        *seat = self.all.push(written);
        Some(*seat)
    }

    /// Goes to the row of a stem. A new one begins at this seat.
    fn turn_to(&mut self, stem: &str, first: u32) {
        let row = self.stem_slots.intern(stem, &mut self.stems) as usize;
        if row == self.rows.len() {
            self.rows.push(Row::from(first));
        }
        self.last.0.clear();
        self.last.0.extend(stem.as_bytes());
        self.last.1 = row;
    }

    /// A number as it was first written.
    pub fn get<N: Number>(&self, number: N) -> &str {
        self.all.get(number.place())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len() as usize
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Numbers that begin alike, in the order of their digits.
#[derive(Debug)]
struct Row {
    /// Where its seats begin.
    first: u32,
    /// What the number in each seat is known by.
    seats: Vec<u32>,
    /// Some numbers of the row stand among the others: no seat is added any more, it could be that of one of them.
    closed: bool,
}

/// A seat that nobody has.
const FREE: u32 = u32::MAX;

/// So many seats may all rows have for each number, and these many beside: rows with long gaps are not kept.
const SEATS: usize = 16;
const FEW: usize = 4_096;

impl Row {
    const fn from(first: u32) -> Self {
        Self {
            first,
            seats: Vec::new(),
            closed: false,
        }
    }

    fn find(&self, at: u32) -> Option<u32> {
        let place = self.seats.get(at.checked_sub(self.first)? as usize);
        place.copied().filter(|place| *place != FREE)
    }

    /// The seat that a new number gets, where all rows together have at most so many; else the row is closed.
    fn free_seat(&mut self, at: u32, all: &mut usize, most: usize) -> Option<&mut u32> {
        let length = self.seats.len();
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
            self.add(missing, at < self.first);
        }
        self.seats.get_mut((at - self.first) as usize)
    }

    fn add(&mut self, missing: usize, before: bool) {
        let free = std::iter::repeat_n(FREE, missing);
        if before {
            self.first -= u32::try_from(missing).unwrap_or(self.first);
            self.seats.splice(0..0, free);
        } else {
            self.seats.extend(free);
        }
    }
}

/// How many digits at the end of a number tell its seat.
const DIGITS: usize = 6;

/// What a number begins with, and the digits at its end; `None` where it has none.
fn split(written: &str) -> Option<(&str, &str)> {
    let digits = written.bytes().rev().take(DIGITS);
    let length = digits.take_while(u8::is_ascii_digit).count();
    let parts = written.split_at_checked(written.len() - length);
    parts.filter(|_| length > 0)
}

/// The seat of digits. Each counts one more than it says, so that `7`, `07` and `007` have three different ones.
fn seat_of(digits: &str) -> u32 {
    let values = digits.bytes().map(|digit| u32::from(digit & 15) + 1);
    values.fold(0, |seat, value| seat * 10 + value)
}

#[cfg(test)]
mod tests {
    use super::{Numbers, seat_of};
    use crate::numbered;
    use crate::value::register::Number;

    numbered! {
        /// A number.
        Ix
    }

    fn places(numbers: &mut Numbers, asked: &[&str]) -> Vec<u32> {
        let place = |written: &&str| numbers.intern::<Ix>(written).place();
        asked.iter().map(place).collect()
    }

    #[test]
    fn every_spelling_of_digits_has_a_seat_of_its_own() {
        let digits = ["0", "9", "00", "09", "10", "99", "000", "010", "9999"];
        let mut seats = digits.map(seat_of).to_vec();
        assert!(seats.is_sorted());
        seats.dedup();
        assert_eq!(seats.len(), digits.len());
    }

    #[test]
    fn a_number_is_the_same_wherever_it_stands() {
        let asked = [
            "A-1", "A-2", "a-1", "A-01", "jan", "A-9000", "A-5", "A-9001", "A-0", "JAN", "A-7",
        ];
        let mut numbers = Numbers::default();
        let first = places(&mut numbers, &asked);
        assert_eq!(first, [0, 1, 0, 2, 3, 4, 5, 6, 7, 3, 8]);
        assert_eq!(places(&mut numbers, &asked), first);
        let found: Vec<_> = asked
            .iter()
            .filter_map(|written| numbers.find::<Ix>(written))
            .collect();
        assert_eq!(found.iter().map(|ix| ix.place()).collect::<Vec<_>>(), first);
        assert_eq!(numbers.get(Ix::from_place(2)), "A-01");
        assert_eq!(numbers.find::<Ix>("A-3"), None);
        assert_eq!(numbers.find::<Ix>("B-1"), None);
        assert_eq!(numbers.len(), 9);
    }

    #[test]
    fn a_row_gets_no_seat_for_a_number_that_stands_outside_of_it() {
        let mut numbers = Numbers::default();
        let far = places(&mut numbers, &["A-1", "A-9000"]);
        let row: Vec<String> = (2..9000).map(|number| format!("A-{number}")).collect();
        let row: Vec<&str> = row.iter().map(String::as_str).collect();
        places(&mut numbers, &row);
        assert_eq!(places(&mut numbers, &["A-1", "A-9000"]), far);
        assert_eq!(numbers.len(), 9000);
    }

    #[test]
    fn rows_are_written_from_either_end() {
        let upward: Vec<String> = (1000..3000).map(|number| format!("A-{number}")).collect();
        let upward: Vec<&str> = upward.iter().map(String::as_str).collect();
        let downward: Vec<&str> = upward.iter().rev().copied().collect();
        for asked in [upward, downward] {
            let mut numbers = Numbers::default();
            let first = places(&mut numbers, &asked);
            assert!(first.iter().copied().eq(0..2000));
            assert_eq!(places(&mut numbers, &asked), first);
            assert!(numbers.others.find("A-2000", &numbers.all).is_none());
        }
    }
}
