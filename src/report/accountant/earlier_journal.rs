//! What `journal.csv` of earlier exports had. A bookkeeper takes each entry in once, so a later export leaves it out, and
//! tells what changed of it since.

use crate::value::currency::Currency;
use crate::value::money::{Minor, Money};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The entries of earlier exports, by id.
#[derive(Clone, Debug, Default)]
pub struct EarlierJournal {
    entries: BTreeMap<String, Vec<JournalLine>>,
}

/// What a line of an entry moves, as far as it must stay the same from export to export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalLine {
    /// The day of its entry.
    pub date: NaiveDate,
    /// The number of the account.
    pub account: String,
    /// Debit above zero.
    pub amount: Money,
    /// The customer; empty where there is none.
    pub customer: String,
    /// The invoice; empty where there is none.
    pub invoice: String,
}

/// Why a file is no journal of an earlier export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EarlierJournalFault {
    /// It has no column with this key.
    NoColumn(&'static str),
    /// A row cannot be read, counted from 1 with the headings.
    Row(u64),
}

/// The columns that are read, in the order of [`ColumnPlaces`].
const COLUMNS: [&str; 8] = [
    "entry", "date", "account", "debit", "credit", "currency", "customer", "invoice",
];

/// More digits than any amount of a journal has.
const LONGEST_FIGURE: usize = 30;

/// Where the columns stand.
type ColumnPlaces = [usize; COLUMNS.len()];

impl EarlierJournal {
    /// Adds the entries of a file, row by row as the plain `journal.csv` has them, the keys of its columns first. A row is
    /// `None` that could not be taken apart. An entry that another file had before counts as this one has it.
    ///
    /// # Errors
    /// The file has not the columns of `journal.csv`, or a row of it cannot be read.
    ///
    /// ```
    /// use tegoed::render::csv_rows::read_rows;
    /// use tegoed::report::accountant::earlier_journal::EarlierJournal;
    /// let mut earlier = EarlierJournal::default();
    /// let file = "entry,date,account,debit,credit,currency,customer,invoice\n\
    ///             inv-1,2026-01-05,1300,121.00,,EUR,jansen,1\n";
    /// earlier.add_rows(read_rows(file.as_bytes()))?;
    /// assert!(earlier.has("inv-1") && !earlier.has("inv-2"));
    /// # Ok::<(), tegoed::report::accountant::earlier_journal::EarlierJournalFault>(())
    /// ```
    pub fn add_rows(
        &mut self,
        mut rows: impl Iterator<Item = Option<Vec<String>>>,
    ) -> Result<(), EarlierJournalFault> {
        let headings = rows.next().flatten().unwrap_or_default();
        let places = find_columns(&headings)?;
        let mut entries: BTreeMap<String, Vec<JournalLine>> = BTreeMap::new();
        for (number, row) in (2..).zip(rows) {
            let read = row.and_then(|row| read_line(&row, places));
            let (id, line) = read.ok_or(EarlierJournalFault::Row(number))?;
            entries.entry(id).or_default().push(line);
        }
        self.entries.extend(entries);
        Ok(())
    }

    /// Whether an entry is in them.
    pub fn has(&self, id: &str) -> bool {
        self.entries.contains_key(id)
    }

    /// The lines of an entry, in the order of the file; none of one that is not in them.
    pub fn lines_of(&self, id: &str) -> &[JournalLine] {
        self.entries.get(id).map_or(&[], Vec::as_slice)
    }

    /// Every entry, by id.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &[JournalLine])> {
        let entries = self.entries.iter();
        entries.map(|(id, lines)| (id.as_str(), lines.as_slice()))
    }

    /// The day of the first entry; `None` where there are none.
    pub fn first_day(&self) -> Option<NaiveDate> {
        let lines = self.entries.values().flatten();
        lines.map(|line| line.date).min()
    }
}

/// Whether two entries move the same, whatever the order of their lines.
pub fn posts_the_same(one: &[JournalLine], other: &[JournalLine]) -> bool {
    sorted(one) == sorted(other)
}

fn sorted(lines: &[JournalLine]) -> Vec<&JournalLine> {
    let mut all: Vec<&JournalLine> = lines.iter().collect();
    all.sort_by_key(|line| {
        (
            line.date,
            &line.account,
            line.amount.currency,
            line.amount.minor,
            &line.customer,
            &line.invoice,
        )
    });
    all
}

fn find_columns(headings: &[String]) -> Result<ColumnPlaces, EarlierJournalFault> {
    let mut places = [0; COLUMNS.len()];
    for (place, key) in places.iter_mut().zip(COLUMNS) {
        let found = headings.iter().position(|heading| heading == key);
        *place = found.ok_or(EarlierJournalFault::NoColumn(key))?;
    }
    Ok(places)
}

fn read_line(row: &[String], places: ColumnPlaces) -> Option<(String, JournalLine)> {
    let [
        entry,
        date,
        account,
        debit,
        credit,
        currency,
        customer,
        invoice,
    ] = places.map(|place| row.get(place).map_or("", String::as_str));
    let currency = Currency::from_code(currency)?;
    let debit = read_minor(debit, currency)?;
    let credit = read_minor(credit, currency)?;
    let line = JournalLine {
        date: date.parse().ok()?,
        account: account.to_owned(),
        amount: Money::new(debit - credit, currency),
        customer: customer.to_owned(),
        invoice: invoice.to_owned(),
    };
    Some((entry.to_owned(), line))
}

/// An amount as `journal.csv` has it, with all decimals of its currency; nothing is zero.
fn read_minor(figure: &str, currency: Currency) -> Option<Minor> {
    if figure.is_empty() {
        return Some(Minor::ZERO);
    }
    let (whole, part) = figure.split_once('.').unwrap_or((figure, ""));
    let decimals = usize::try_from(currency.decimals()).ok()?;
    if part.len() != decimals || figure.len() > LONGEST_FIGURE {
        return None;
    }
    format!("{whole}{part}").parse().ok().map(Minor)
}
