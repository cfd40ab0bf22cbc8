//! Tables and pairs on paper: how wide each column is, and where a row goes that does not fit.

use super::lines::lines;
use super::shaping::{Line, Style, measure};
use super::sheet::{GREY, LEFT, ROOM, Sheets, height, millimetres, style};
use crate::document::letter::LetterTable;
use crate::render::isolated::isolated;

/// White between columns.
const GAP: i64 = millimetres(40);
/// White above and below a row of a table.
const PADDING: i64 = millimetres(8);
/// How the rows of tables are set.
const CELL: Style = style(9_000, false, 0);
/// How their headings are set.
const HEADING: Style = style(9_000, false, GREY);
/// How the last row is set.
const TOTAL: Style = style(9_000, true, 0);

/// Labels and values, laid out for a width.
pub struct Pairs {
    rows: Vec<[Vec<Line>; 2]>,
    label: i64,
    high: i64,
}

impl Pairs {
    /// Lays them out; labels take no more than half.
    pub fn lay_out(pairs: &[(String, String)], set: Style, room: i64) -> Self {
        let labels = pairs
            .iter()
            .map(|(label, _)| measure(&isolated(label), set));
        let label = labels.max().unwrap_or_default().min(room / 2 - GAP);
        let grey = Style { grey: GREY, ..set };
        let rows = pairs.iter().map(|(name, value)| {
            let name = lines(name, grey, label);
            [name, lines(value, set, room - label - GAP)]
        });
        Self {
            rows: rows.collect(),
            label,
            high: height(set),
        }
    }

    /// How high they are together.
    pub fn height(&self) -> i64 {
        self.rows.iter().map(|row| tallest(row) * self.high).sum()
    }

    /// Puts them at a place, without looking whether they fit; answers where they end.
    pub fn put_at(self, sheets: &mut Sheets, left: i64, mut top: i64) -> i64 {
        for row in self.rows {
            let below = top + tallest(&row) * self.high;
            let [label, value] = row;
            sheets.lines_at(left, top, label);
            sheets.lines_at(left + self.label + GAP, top, value);
            top = below;
        }
        top
    }

    /// Puts them below what there is, over as many pages as they need.
    pub fn put(self, sheets: &mut Sheets) {
        let (label, high) = (self.label, self.high);
        for row in self.rows {
            sheets.need(tallest(&row) * high);
            let rows = vec![row];
            sheets.top = Self { rows, label, high }.put_at(sheets, LEFT, sheets.top);
        }
    }
}

/// The most lines in a row.
fn tallest(row: &[Vec<Line>]) -> i64 {
    let most = row.iter().map(Vec::len).max().unwrap_or_default();
    i64::try_from(most).unwrap_or(i64::MAX)
}

/// Puts a table below what there is; its headings stand on every page it takes.
pub fn table(sheets: &mut Sheets, table: &LetterTable) {
    let columns = Columns::of(table);
    sheets.need(4 * height(CELL) + 4 * PADDING);
    columns.headings(sheets, table);
    for row in &table.rows {
        columns.row(sheets, table, row, CELL);
        sheets.rule(221);
    }
    if !table.total.is_empty() {
        sheets.rule(0);
        columns.row(sheets, table, &table.total, TOTAL);
    }
}

/// Where each column begins and ends, and whether its words end there.
struct Columns(Vec<Column>);

struct Column {
    left: i64,
    width: i64,
    right: bool,
}

impl Columns {
    fn of(table: &LetterTable) -> Self {
        let wide = widths(table);
        let sides = table
            .right_aligned
            .iter()
            .copied()
            .chain(std::iter::repeat(false));
        let mut left = LEFT;
        let columns = wide.into_iter().zip(sides).map(|(width, right)| {
            let column = Column { left, width, right };
            left += width + GAP;
            column
        });
        Self(columns.collect())
    }

    fn headings(&self, sheets: &mut Sheets, table: &LetterTable) {
        self.put(sheets, self.cells(&table.headings, HEADING), HEADING);
        sheets.rule(0);
    }

    fn row(&self, sheets: &mut Sheets, table: &LetterTable, words: &[String], set: Style) {
        let cells = self.cells(words, set);
        if sheets.need(tallest(&cells) * height(set) + 2 * PADDING) {
            self.headings(sheets, table);
        }
        self.put(sheets, cells, set);
    }

    fn cells(&self, words: &[String], set: Style) -> Vec<Vec<Line>> {
        let cells = words.iter().zip(&self.0);
        cells
            .map(|(words, column)| lines(words, set, column.width))
            .collect()
    }

    fn put(&self, sheets: &mut Sheets, cells: Vec<Vec<Line>>, set: Style) {
        let top = sheets.top + PADDING;
        sheets.top = top + tallest(&cells) * height(set) + PADDING;
        for (cell, column) in cells.into_iter().zip(&self.0) {
            if column.right {
                sheets.lines_until(column.left + column.width, top, cell);
            } else {
                sheets.lines_at(column.left, top, cell);
            }
        }
    }
}

/// How wide each column is: as wide as its words where all fit, and room that is left is shared out; else none wider
/// than its share of what the narrow ones leave.
fn widths(table: &LetterTable) -> Vec<i64> {
    let mut wide: Vec<i64> = (0..table.headings.len())
        .map(|place| natural(table, place))
        .collect();
    let count = i64::try_from(wide.len()).unwrap_or(1).max(1);
    let room = ROOM - GAP * (count - 1);
    let taken: i64 = wide.iter().sum();
    if taken <= room {
        let spare = (room - taken).checked_div(count - 1).unwrap_or_default();
        let last = wide.len().saturating_sub(1);
        wide.iter_mut().take(last).for_each(|width| *width += spare);
        return wide;
    }
    let share = share(&wide, room);
    wide.into_iter().map(|width| width.min(share)).collect()
}

/// The width above which columns are cut off, so that all together fit.
fn share(wide: &[i64], room: i64) -> i64 {
    let mut wide = wide.to_vec();
    wide.sort_unstable();
    let mut left = room;
    let mut count = i64::try_from(wide.len()).unwrap_or(1);
    for width in wide {
        let share = left.checked_div(count).unwrap_or(left);
        if width > share {
            return share;
        }
        left -= width;
        count -= 1;
    }
    left
}

fn natural(table: &LetterTable, place: usize) -> i64 {
    let cells = table.rows.iter().map(|row| (row, CELL));
    let rows = cells.chain([(&table.headings, HEADING), (&table.total, TOTAL)]);
    let wide = rows.filter_map(|(row, set)| Some(measure(&isolated(row.get(place)?), set)));
    wide.max().unwrap_or_default()
}
